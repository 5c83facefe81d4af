// Small wordings that several views share: counts with their noun, dates, how much was seen.
import type { Coverage } from '../lib/model/assessment.ts';

/** `count(1, 'bid') === '1 bid'`, `count(20000, 'bid') === '20,000 bids'`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? noun : `${noun}s`}`;
}

/** An ISO time as a short date, `5 Oct 2026`; as it is when it is no time. */
export function day(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    time,
  );
}

/** How much was seen of an account, in one line: `Seen so far: 3 bids on 3 projects, 2 reviews`. */
export function coverageLine(coverage: Coverage): string {
  const parts = [
    coverage.bids > 0 && `${count(coverage.bids, 'bid')} on ${count(coverage.projects, 'project')}`,
    coverage.reviews > 0 && count(coverage.reviews, 'review'),
    // A list of bids shows a little of each profile; that alone is no news.
    coverage.profiles > 0 && coverage.bids === 0 && 'profile details',
    coverage.messages > 0 && count(coverage.messages, 'message'),
  ].filter(Boolean);
  return parts.length > 0 ? `Seen so far: ${parts.join(', ')}` : 'Nothing seen of this account yet';
}

/** What a level with no finding says in full. */
export const calmWords = {
  'no-flags': 'Nothing that Hireflag looks for was found in what was seen. More may show as more is seen.',
  'not-enough-seen':
    'Too little has been seen of this account to say anything. Open its profile, or come back after more bids.',
} as const;
