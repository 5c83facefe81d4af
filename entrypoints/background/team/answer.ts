// The worker's answers to the settings of the package for teams.
import { t } from '../../../lib/i18n/language.ts';
import type { AccountKey } from '../../../lib/model/account.ts';
import type { Problem } from '../../../lib/protocol/messages.ts';
import type { Sender } from '../../../lib/protocol/senders.ts';
import { readInvitation } from '../../../lib/team/invitation.ts';
import { newSeed, publicKeyOf } from '../../../lib/team/keys.ts';
import {
  parseTeamMessage,
  type TeamReply,
  type TeamSaid,
  type TeamSaidReply,
  type TeamView,
} from '../../../lib/team/messages.ts';
import type { TeamStore } from '../../../lib/team/store.ts';
import { authorOf } from '../../../lib/team/subjects.ts';
import { assessAgain } from '../account-list.ts';
import type { Worker } from '../worker.ts';
import type { TeamRunner } from './runner.ts';

/** Answers a message. Only Hireflag's own pages may ask. Never rejects. */
export async function answerTeam(
  message: unknown,
  sender: Sender | undefined,
  worker: Worker,
  opened: () => Promise<TeamStore>,
  runner: TeamRunner,
): Promise<never> {
  return (await answered(message, sender, worker, opened, runner)) as never;
}

async function answered(
  message: unknown,
  sender: Sender | undefined,
  worker: Worker,
  opened: () => Promise<TeamStore>,
  runner: TeamRunner,
): Promise<TeamReply | TeamSaidReply | Problem> {
  const refused = { type: 'problem', problem: '', temporary: false } as const;
  try {
    const asked = parseTeamMessage(message);
    // The frame is told no more than it shows: its account comes from a panel that the worker made.
    const isAllowed = sender?.kind === 'own-page' || (sender?.kind === 'frame' && asked.type === 'team-said');
    if (!isAllowed) return refused;
    const store = await opened();
    if (asked.type === 'team-said')
      return { type: 'team-said', said: await saidOf(asked.account as AccountKey, store) };
    const wrong = await act(asked, store, worker, runner);
    return { type: 'team', view: await viewOf(store, runner), ...(wrong && { wrong }) };
  } catch (error) {
    console.error(error);
    return { type: 'problem', problem: t('problem.updated'), temporary: true };
  }
}

/** What the others decided about an account, the latest first. One's own stand beside it already. */
async function saidOf(account: AccountKey, store: TeamStore): Promise<TeamSaid[]> {
  const { membership } = store;
  const roster = (await store.entry('roster'))?.roster;
  if (!membership || !roster?.decisions) return [];
  const own = authorOf(publicKeyOf(membership.seed));
  const names = new Map(roster.members.map(({ key, name }) => [authorOf(key), name]));
  const person = store.tokens.person(account);
  const said = ((await store.sayings.about([person])).get(person) ?? []).flatMap(({ author, letter }) => {
    const by = names.get(author);
    if (letter.says !== 'decided' || author === own || by === undefined) return [];
    return letter.decisions.map((one): TeamSaid => ({ by, ...one }));
  });
  return said.sort((a, b) => (a.at < b.at ? 1 : -1));
}

async function act(
  asked: Exclude<ReturnType<typeof parseTeamMessage>, { type: 'team-said' }>,
  store: TeamStore,
  worker: Worker,
  runner: TeamRunner,
): Promise<TeamReply['wrong']> {
  switch (asked.type) {
    case 'team-status':
      return undefined;
    case 'team-key':
      if (!(await store.entry('own-key'))) await store.keep({ key: 'own-key', seed: newSeed() });
      return undefined;
    case 'team-join': {
      const invitation = readInvitation(asked.invitation);
      if (!invitation) return 'no-invitation';
      const seed = (await store.entry('own-key'))?.seed ?? newSeed();
      await runner.letGo();
      await store.join({ ...invitation, seed }, asked.withStored);
      return undefined;
    }
    case 'team-leave':
      await runner.letGo();
      await store.leave();
      return undefined;
    case 'team-share':
      if (store.membership) await store.keep({ key: 'sharing', decisions: asked.decisions });
      runner.soon();
      return undefined;
    case 'team-burst':
      await runner.burst();
      return undefined;
    case 'team-erase': {
      if (!store.membership || !/^[a-z0-9][a-z0-9-]*:./s.test(asked.account)) return 'no-account';
      await store.eraseForTeam(asked.account as AccountKey);
      worker.afterwards.add(assessAgain(await store.pending(), store, await worker.settings()));
      return undefined;
    }
  }
}

async function viewOf(store: TeamStore, { reading, more }: TeamRunner): Promise<TeamView> {
  const { membership } = store;
  const [status, waiting, ownKey, kept, sharing] = await Promise.all([
    store.status(),
    store.outgoing.waiting(),
    store.entry('own-key'),
    store.entry('roster'),
    store.entry('sharing'),
  ]);
  const seed = membership?.seed ?? ownKey?.seed;
  const key = seed === undefined ? undefined : publicKeyOf(seed);
  const { key: _, ...counted } = status;
  const members = kept?.roster.members ?? [];
  const own = members.find((member) => member.key === key);
  return {
    ...counted,
    waiting,
    more,
    refused: counted.refused as Record<string, number>,
    ...(key !== undefined && { key }),
    ...(reading && { reading }),
    ...(membership && {
      team: {
        name: membership.team,
        server: membership.server,
        joinedAt: membership.joinedAt,
        members: members.map(({ name }) => name),
        listed: own !== undefined || key === membership.administrator,
        erases: own?.erases === true || key === membership.administrator,
        decisions: kept?.roster.decisions === true,
        sharesDecisions: sharing?.decisions === true,
      },
    }),
  };
}
