// How much of the page was read, in one or two sentences: "42 of 99 bids were read."
import { listed, t } from '../lib/i18n/language.ts';
import type { PageSummary } from '../lib/protocol/shapes.ts';
import { fieldWords } from './field-words.ts';
import { count } from './words.ts';

const nouns = { bids: 'bid', profiles: 'profile', reviews: 'review', messages: 'message' } as const;
const kinds = ['bids', 'profiles', 'reviews', 'messages'] as const;

export function PageReadLine({ page }: { page: PageSummary }) {
  return (
    <p class="read" data-read={page.read}>
      {page.read === 'not' ? (
        <>
          <strong>{t('pageRead.notUnderstood')}</strong> {t('pageRead.mayHaveChanged')}
        </>
      ) : (
        readWords(page)
      )}
      {page.missing.length > 0 &&
        page.read !== 'not' &&
        ` ${t('pageRead.missing', { fields: listed([...new Set(page.missing.map(fieldWords))]) })}`}
    </p>
  );
}

function readWords({ found, of }: PageSummary): string {
  const parts = kinds.flatMap((kind) => {
    // A list of bids shows a little of each bidder's profile; that alone is no news.
    if (kind === 'profiles' && found.bids) return [];
    const there = of[kind];
    const read = found[kind] ?? 0;
    if (there !== undefined && there > read) return [t('pageRead.part', { read, all: count(there, nouns[kind]) })];
    return read > 0 ? [count(read, nouns[kind])] : [];
  });
  return parts.length > 0 ? t('pageRead.read', { list: listed(parts) }) : t('pageRead.none');
}
