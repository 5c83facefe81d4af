// In the package for teams this stands in the place of the ordinary part about decisions: the user's own, and below it what others
// of the team decided about the same person, as notes that change nothing here.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { type TeamSaid, teamSaidReplySchema } from '../../lib/team/messages.ts';
import { type DecisionsView, Decisions as OwnDecisions } from '../Decisions.tsx';
import { momentWords, tt } from './words.ts';

export * from '../Decisions.tsx';

export function Decisions(view: DecisionsView) {
  const said = useSaid(view.account);
  return (
    <>
      <OwnDecisions {...view} />
      <TeamDecisions said={said} level={view.level ?? 3} />
    </>
  );
}

/** What others decided, each with who and when. */
export function TeamDecisions({ said, level }: { said: readonly TeamSaid[]; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  if (said.length === 0) return null;
  return (
    <section class="decisions" id="team-decisions">
      <Heading>{tt('decided.title')}</Heading>
      <ul>
        {said.map((one) => (
          <li key={JSON.stringify(one)}>{wordsOf(one)}</li>
        ))}
      </ul>
      <p class="soft">{tt('decided.note')}</p>
    </section>
  );
}

function wordsOf(one: TeamSaid): string {
  const when = momentWords(one.at);
  if (one.kind === 'false-alarm') return tt('decided.falseAlarm', { who: one.by, when, flag: titleOf(one.flag) });
  return one.reason === ''
    ? tt('decided.fine', { who: one.by, when })
    : tt('decided.fineWhy', { who: one.by, when, reason: one.reason });
}

/** What is decided meanwhile shows after so long, ms. */
const EVERY = 2_000;

/** Where the worker does not answer nothing is shown. */
function useSaid(account: string): readonly TeamSaid[] {
  const [said, setSaid] = useState('[]');
  useEffect(() => {
    const ask = async () => {
      const reply = teamSaidReplySchema.parse(await browser.runtime.sendMessage({ type: 'team-said', account }));
      setSaid(JSON.stringify(reply.said));
    };
    const asked = () => void ask().catch(console.debug);
    asked();
    const timer = setInterval(asked, EVERY);
    return () => clearInterval(timer);
  }, [account]);
  return JSON.parse(said) as TeamSaid[];
}
