// Shows the team's part of the settings and keeps it up to date. While there is more of the pool to read than a worker may
// read at once, the open page has it go on, a step after the other.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { type TeamMessage, type TeamReply, teamReplySchema } from '../../lib/team/messages.ts';
import { TeamSection } from './TeamSection.tsx';

/** What stands there is asked for anew after so long, ms. */
const EVERY = 2_000;

/** Shows it in `root`. */
export async function mountTeam(root: Element): Promise<void> {
  let reply: TeamReply | undefined;
  let failed = false;
  let busy = false;
  const show = () => {
    if (!reply) return;
    const wrong = failed ? 'failed' : reply.wrong;
    render(h(TeamSection, { view: reply.view, wrong, busy, ask: (message) => void ask(message) }), root);
  };
  const send = async (message: TeamMessage): Promise<void> => {
    try {
      const { wrong, ...next } = teamReplySchema.parse(await browser.runtime.sendMessage(message));
      const kept = wrong ?? (message.type === 'team-status' ? reply?.wrong : undefined);
      reply = { ...next, ...(kept && { wrong: kept }) };
      failed = false;
    } catch (error) {
      console.error(error);
      failed = message.type !== 'team-status';
    }
  };
  const ask = async (message: TeamMessage): Promise<void> => {
    busy = true;
    show();
    await send(message);
    const joined = message.type === 'team-join' && reply?.wrong === undefined;
    if (joined || message.type === 'team-erase') await send({ type: 'team-burst' });
    while (reply?.view.more && !reply.view.problem) {
      show();
      await send({ type: 'team-burst' });
      if (failed) break;
    }
    busy = false;
    show();
  };
  await ask({ type: 'team-status' });
  setInterval(() => void send({ type: 'team-status' }).then(show), EVERY);
}
