// What freelancers' profiles hold: words, works, schools and jobs, piece by piece, so that nearly identical ones are found.
import { type AccountKey, accountKey } from '../../model/account.ts';
import type { Profile } from '../../model/observation.ts';
import type { Projection } from '../../store/projection.ts';
import { DocumentIndex, type Pieces, textPieces, wordsPiece } from '../../text/document-index.ts';

type Fact = readonly [account: AccountKey, text: readonly number[], works: readonly number[], past: readonly number[]];

/** A work's title alone is anybody's unless it has so many words; a text of so many is not. */
const MIN_TITLE_WORDS = 3;
const MIN_TEXT_WORDS = 8;
/** Entries taken of one list. */
const MAX_ENTRIES = 40;

export const documents: Projection<DocumentIndex, Fact> = {
  id: 'documents',
  version: 1,
  kinds: ['profile'],
  factOf({ body }) {
    if (body.kind !== 'profile' || body.role !== 'freelancer') return undefined;
    const { text, works, past } = piecesOf(body);
    if (text.length + works.length + past.length === 0) return undefined;
    return [accountKey(body.site, body.account), text, works, past];
  },
  empty: () => new DocumentIndex(),
  take: (index, row, [account, text, works, past]) => index.put(row, account, { text, works, past }),
  drop: (index, row) => index.remove(row),
};

/** The pieces of a profile, each once. */
export function piecesOf(profile: Profile): Pieces {
  const { portfolio = [], education = [], employment = [] } = profile;
  const works = portfolio.slice(0, MAX_ENTRIES).flatMap(({ title, text = '' }) => {
    const isTelling = wordsIn(title) >= MIN_TITLE_WORDS || wordsIn(text) >= MIN_TEXT_WORDS;
    return isTelling ? [wordsPiece('work', title, text.slice(0, 200))] : [];
  });
  // Without its years a school or a firm is everybody's who was ever there.
  const schools = education.flatMap(({ school, from, to }) => dated('school', school, from, to));
  const jobs = employment.flatMap(({ employer, from, to }) => dated('job', employer, from, to));
  return {
    text: [...new Set(textPieces(wordsOf(profile)))],
    works: [...new Set(works)],
    past: [...new Set([...schools, ...jobs].slice(0, MAX_ENTRIES))],
  };
}

/** What a profile says of its owner, without their own name and city: who takes a text puts in their own. */
export function wordsOf({ about = '', name = '', location }: Profile): string {
  const own = `${name} ${location?.city ?? ''}`.match(/[\p{L}\p{M}’'-]{2,}/gu) ?? [];
  if (own.length === 0) return about;
  const words = own.map((word) => word.replace(/[-']/g, '.?')).join('|');
  // Few name themselves in their own text, and where a word ends takes a millisecond to make a pattern of.
  if (!new RegExp(words, 'iu').test(about)) return about;
  return about.replace(new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'giu'), '');
}

function dated(what: string, name: string, from = '', to = ''): number[] {
  return from === '' && to === '' ? [] : [wordsPiece(what, name, from, to)];
}

const wordsIn = (text: string) => text.split(/\s+/, MIN_TEXT_WORDS + 1).filter(Boolean).length;
