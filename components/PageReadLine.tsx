// How much of the page was read, in one or two sentences: "42 of 99 bids were read."
import type { PageSummary } from '../lib/messages.ts';
import { count } from './words.ts';

const nouns: Record<string, string> = { bids: 'bid', profiles: 'profile', reviews: 'review', messages: 'message' };

export function PageReadLine({ page }: { page: PageSummary }) {
  return (
    <p class="read" data-read={page.read}>
      {page.read === 'not' ? (
        <>
          <strong>This page was not understood.</strong> Its layout may have changed. Nobody on it was checked.
        </>
      ) : (
        readWords(page)
      )}
      {page.missing.length > 0 &&
        page.read !== 'not' &&
        ` Not found on this page: ${page.missing.map(fieldWords).join(', ')}.`}
    </p>
  );
}

function readWords({ found, of }: PageSummary): string {
  const parts = Object.keys(nouns).flatMap((kind) => {
    // A list of bids shows a little of each bidder's profile; that alone is no news.
    if (kind === 'profiles' && found.bids) return [];
    const there = of[kind];
    const read = found[kind] ?? 0;
    if (there !== undefined && there > read)
      return [`${read.toLocaleString('en')} of ${count(there, nouns[kind] as string)}`];
    return read > 0 ? [count(read, nouns[kind] as string)] : [];
  });
  return parts.length > 0 ? `Read on this page: ${parts.join(', ')}.` : 'There are no bids on this page yet.';
}

/** `bid.submittedAt` as people say it: "bid submitted at". */
function fieldWords(field: string): string {
  return field.replace('.', ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}
