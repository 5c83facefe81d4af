// What is shown of a shared text: the template with its slots, who used it where, and with how much it was compared.
import type { StoredText } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import type { TemplateEvidence, TemplateUse } from '../../model/finding.ts';
import { overlapOf } from '../../text/overlap.ts';
import type { PreparedText } from '../../text/prepared-text.ts';
import { sharedParts } from '../../text/shared-parts.ts';
import type { TemplateMatch } from '../../text/template-matcher.ts';
import type { TemplateSearch } from './shared-texts.ts';
import { ownerOf, type TextCache } from './text-cache.ts';
import type { Variant } from './variants.ts';

/** Uses carried in the evidence, and how much of each text, in UTF-16 code units. */
const MAX_USES = 6;
const MAX_SHOWN = 3_000;
/** A word belongs to the template when it stands in this share of the others' texts. */
const CONSTANT = 0.3;
/** Tokens on either side of a gap by which it is known again. */
const AROUND = 2;

/** How many texts of how many other accounts an account's texts were compared with. */
export function comparedWith(
  { index }: TemplateSearch,
  own: readonly Variant[],
): Pick<TemplateEvidence, 'comparedBids' | 'comparedAccounts'> {
  const texts = own.reduce((sum, variant) => sum + variant.texts.length, 0);
  return {
    comparedBids: Math.max(0, index.size - texts),
    comparedAccounts: Math.max(0, index.accounts - 1),
  };
}

/** Which tokens of a text stand in enough of the other accounts' to be the template's. */
export function constantOf(
  own: PreparedText,
  matches: readonly TemplateMatch[],
  others: number,
  cache: TextCache,
): Uint8Array {
  const counts = new Uint16Array(own.length);
  const counted = new Map<AccountKey, Uint8Array>();
  for (const { n, overlap } of matches) {
    const text = cache.text(n);
    if (!text) continue;
    const sofar = counted.get(ownerOf(text)) ?? new Uint8Array(own.length);
    counted.set(ownerOf(text), sofar);
    overlap.forEach((shared, i) => {
      if (shared === 0 || sofar[i] === 1) return;
      sofar[i] = 1;
      (counts[i] as number)++;
    });
  }
  const enough = Math.max(1, Math.ceil(others * CONSTANT));
  return Uint8Array.from(counts, (count) => (count >= enough ? 1 : 0));
}

/** Which tokens of an account's text come back in at least half of its other texts; all but quotes without others. */
export function constantWithin(own: PreparedText, others: readonly PreparedText[]): Uint8Array {
  if (others.length === 0) return Uint8Array.from(own.quoted, (quoted) => 1 - quoted);
  const counts = new Uint16Array(own.length);
  for (const other of others) {
    overlapOf(own, other).forEach((shared, i) => {
      // A stretch that goes on past a replaced word is shared as well, and no more than once.
      if (shared !== 0) (counts[i] as number)++;
    });
  }
  return Uint8Array.from(counts, (count) => (count * 2 >= others.length ? 1 : 0));
}

/**
 * The same, with the gaps that everyone fills alike: what nobody changes is the template's too.
 *
 * @param constant one entry a token of `own`, not 0 for the template's
 * @param others the others' texts made from it
 */
export function withEqualGaps(own: PreparedText, constant: Uint8Array, others: readonly PreparedText[]): Uint8Array {
  const joined = constant.slice();
  const first = constant.indexOf(1);
  const last = constant.lastIndexOf(1);
  if (others.length === 0) return joined;
  for (let from = first; from < last; from++) {
    if (constant[from] === 1) continue;
    let to = from;
    while (constant[to] !== 1) to++;
    // With the words on either side of the gap, so that it is the same gap there.
    const [start, end] = [Math.max(first, from - AROUND), Math.min(last, to + AROUND - 1)];
    if (others.every((other) => holds(other, own.hashes, start, end))) joined.fill(1, from, to);
    from = to;
  }
  return joined;
}

/** The words of a template, by the word before each, and those that stand between gaps. */
interface TemplateWords {
  /** By the hash of a token those of the tokens that follow it in the template. */
  next: ReadonlyMap<number, readonly number[]>;
  alone: ReadonlySet<number>;
}

/** @param constant one entry a token of `own`, not 0 for the template's */
function wordsOfTemplate({ hashes, length }: PreparedText, constant: Uint8Array): TemplateWords {
  const next = new Map<number, number[]>();
  const alone = new Set<number>();
  for (let i = 0; i < length; i++) {
    if (constant[i] !== 1) continue;
    const hash = hashes[i] as number;
    if (constant[i + 1] === 1) {
      const known = next.get(hash);
      if (known) known.push(hashes[i + 1] as number);
      else next.set(hash, [hashes[i + 1] as number]);
    } else if (constant[i - 1] !== 1) alone.add(hash);
  }
  return { next, alone };
}

/**
 * Which tokens of another's text are the template's: those shared with the account's text where that is the template
 * itself, so that no word is marked in one of two texts and left unmarked in the other.
 */
function ofTemplate(theirs: PreparedText, own: PreparedText, { next, alone }: TemplateWords): Uint8Array {
  const shared = overlapOf(theirs, own).map((is) => (is === 0 ? 0 : 1));
  const marked = withEqualGaps(theirs, shared, [own]);
  const { hashes } = theirs;
  const beside = (j: number): boolean =>
    marked[j] === 1 && marked[j + 1] === 1 && next.get(hashes[j] as number)?.includes(hashes[j + 1] as number) === true;
  const kept = new Uint8Array(marked.length);
  // Whether a token and the one before it stand in the template in a row.
  let isAfter = false;
  for (let i = 0; i < marked.length; i++) {
    const isBefore = beside(i);
    if (marked[i] === 1 && (isAfter || isBefore || alone.has(hashes[i] as number))) kept[i] = 1;
    isAfter = isBefore;
  }
  return kept;
}

/** Whether a text has the tokens from `start` to `end`, both included, in a row. */
function holds({ hashes }: PreparedText, of: Uint32Array, start: number, end: number): boolean {
  for (let at = hashes.indexOf(of[start] as number); at >= 0; at = hashes.indexOf(of[start] as number, at + 1)) {
    let i = start + 1;
    while (i <= end && hashes[at + i - start] === of[i]) i++;
    if (i > end) return true;
  }
  return false;
}

/**
 * The evidence of one template.
 *
 * @param constant one entry a token of `own`, not 0 for the template's
 * @param used the texts made from the template, the account's own first
 */
export function evidenceOf(
  own: PreparedText,
  constant: Uint8Array,
  used: readonly StoredText[],
  search: TemplateSearch,
): Omit<TemplateEvidence, 'comparedBids' | 'comparedAccounts'> {
  // One use an account first; further uses of one account only when there is room.
  const first = new Map<AccountKey, StoredText>();
  const further: StoredText[] = [];
  for (const text of used) {
    if (first.has(ownerOf(text))) further.push(text);
    else first.set(ownerOf(text), text);
  }
  const times = used.flatMap(({ firstSeenAt, lastSeenAt }) => [firstSeenAt, lastSeenAt]).sort();
  const words = wordsOfTemplate(own, constant);
  let sharedWords = 0;
  let allWords = 0;
  for (let i = 0; i < own.length; i++) {
    allWords += own.words[i] as number;
    if (constant[i] === 1) sharedWords += own.words[i] as number;
  }
  return {
    kind: 'template',
    template: sharedParts(own, constant, MAX_SHOWN),
    uses: [...first.values(), ...further].slice(0, MAX_USES).map((text) => useOf(text, own, constant, words, search)),
    useCount: used.length,
    accountCount: first.size,
    projectCount: search.cache.projectCount(used),
    sharedWords: Math.round(sharedWords),
    share: allWords === 0 ? 0 : sharedWords / allWords,
    firstSeen: times[0] ?? '',
    lastSeen: times.at(-1) ?? '',
  };
}

function useOf(
  text: StoredText,
  own: PreparedText,
  constant: Uint8Array,
  words: TemplateWords,
  { matcher, cache }: TemplateSearch,
): TemplateUse {
  const theirs = matcher.preparedTextOf(text.n);
  const parts = theirs
    ? sharedParts(theirs, theirs === own ? constant : ofTemplate(theirs, own, words), MAX_SHOWN)
    : [{ same: false, text: text.text.slice(0, MAX_SHOWN).toWellFormed() }];
  const title = cache.project(text)?.title;
  return {
    site: text.site,
    account: text.account,
    project: text.project,
    ...(title === undefined ? {} : { projectTitle: title }),
    ...(text.url === undefined ? {} : { url: text.url }),
    seenAt: text.firstSeenAt,
    parts,
  };
}
