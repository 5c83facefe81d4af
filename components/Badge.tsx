// The badge beside a bidder's name: the level, and in a few words why.
import type { Mark } from '../lib/messages.ts';
import { LevelShape, levelWords } from './LevelMark.tsx';
import { coverageLine } from './words.ts';

export function Badge({ mark }: { mark: Mark }) {
  const first = mark.findings[0];
  return (
    <button
      type="button"
      class="level badge"
      data-level={mark.level}
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-label={`${levelWords[mark.level]}: ${mark.account}${first ? `, ${first.title}` : ''}. Open details.`}
      title={first?.says ?? coverageLine(mark.coverage)}
    >
      <LevelShape level={mark.level} />
      {levelWords[mark.level]}
      {first && <span class="reason">{first.title}</span>}
    </button>
  );
}
