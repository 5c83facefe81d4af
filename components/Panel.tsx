// The panel that opens from a badge: everything found on one account, with how much was seen.

import type { Explanation } from '../lib/messages.ts';
import { FindingView } from './FindingView.tsx';
import { LevelMark } from './LevelMark.tsx';
import { calmWords, coverageLine } from './words.ts';

export type PanelState =
  | Explanation
  | { type: 'loading'; account: string }
  | { type: 'problem'; account: string; problem: string };

export function Panel({ state, onClose }: { state: PanelState; onClose: () => void }) {
  const account = state.type === 'explanation' ? state.assessment.account : state.account;
  return (
    <>
      <header>
        <div>
          <h2 id="title" tabIndex={-1}>
            @{account}
          </h2>
          {state.type === 'explanation' && (
            <>
              <LevelMark level={state.assessment.level} />
              <p class="coverage">{coverageLine(state.assessment.coverage)}</p>
            </>
          )}
        </div>
        <button type="button" class="plain" onClick={onClose}>
          Close
        </button>
      </header>
      <Body state={state} />
      <footer>Indicators with their evidence, not a judgement of a person. Nothing left your machine.</footer>
    </>
  );
}

function Body({ state }: { state: PanelState }) {
  if (state.type === 'loading') return <section aria-busy="true">Looking it up …</section>;
  if (state.type === 'problem') return <section role="alert">{state.problem}</section>;
  const { findings, level } = state.assessment;
  if (findings.length === 0 && (level === 'no-flags' || level === 'not-enough-seen')) {
    return <section>{calmWords[level]}</section>;
  }
  return (
    <>
      {findings.map((finding, i) => (
        <FindingView key={i} finding={finding} flag={state.flags.find((flag) => flag.id === finding.flag)} />
      ))}
    </>
  );
}
