// Which texts an account shares with which others, and how much that says. Two accounts that share a text get one
// strength, whichever of them is asked about.
import type { StoredText } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import type { Strength } from '../../model/finding.ts';
import type { PreparedText } from '../../text/prepared-text.ts';
import type { TemplateMatch, TemplateMatcher } from '../../text/template-matcher.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { addClaims, weightOf } from './claims.ts';
import { peopleAmong } from './one-person.ts';
import { ownerOf, type TextCache } from './text-cache.ts';
import type { Variant } from './variants.ts';

/** What one search works with. */
export interface TemplateSearch {
  matcher: TemplateMatcher;
  cache: TextCache;
  index: TextIndex;
}

/** One text that an account shares with others. */
export interface SharedText extends Weight {
  /** The account's own text, and all of its texts that are made like it, this one first. */
  text: StoredText;
  mine: readonly StoredText[];
  matches: readonly TemplateMatch[];
  /** The other accounts, closest first. */
  others: readonly AccountKey[];
}

interface Weight {
  strength: Strength;
  /** Set where it would be stronger if what is shared made any claims. */
  isWithoutClaims?: true;
  /** Set where it is no more than one sentence, word for word. */
  isOneSentence?: true;
}

/** Share of a text that must come back in the account's other text for the two to be of one template. */
export const OWN_SHARE = 0.5;
/** Different templates of one account that are reported. */
const MAX_SHARED = 5;
/** So many people, or so many words that are nearly all of the shorter text or so many nearly whole sentences, make a finding strong … */
const STRONG_PEOPLE = 3;
const VERBATIM = { words: 60, share: 0.8, sentences: 5 };
/** … if the words that are shared make so many claims (claims.ts): else they may be anybody's. */
const STRONG_CLAIMS = 2;
/** Most pairs of texts that are looked at for it. */
const MAX_EDGES = 60;
/** Share of what the one shares with a text that the other must share too, for the two to have the same of it. */
const IN_COMMON = 0.25;

/** The texts that an account shares with others, those shared with the most first; each with an account that none before has. */
export function sharedTextsOf(variants: readonly Variant[], search: TemplateSearch): SharedText[] {
  const { matcher, cache } = search;
  const candidates = variants
    .flatMap((variant) => {
      const [{ n }] = variant.texts;
      const groups = groupsOf(matcher.matchesOf(n).filter((match) => isTelling(n, match, matcher)));
      return groups.map((matches) => ({ variant, matches, others: othersIn(matches, cache) }));
    })
    .filter(({ others }) => others.length > 0)
    .sort((a, b) => b.others.length - a.others.length);
  const named = new Set<AccountKey>();
  const shared: SharedText[] = [];
  for (const { variant, matches, others } of candidates) {
    if (shared.length === MAX_SHARED || others.every((other) => named.has(other))) continue;
    for (const other of others) named.add(other);
    const alike = variants.filter((one) => one === variant || one.shares(OWN_SHARE, variant));
    const [text] = variant.texts;
    const mine = [text, ...alike.flatMap(({ texts }) => texts).filter((one) => one !== text)];
    shared.push({ text, mine, matches, others, ...weigh(text, matches, search) });
  }
  return shared;
}

/** Whether a match says anything: one sentence by itself only where it claims something. */
function isTelling(n: number, match: TemplateMatch, matcher: TemplateMatcher): boolean {
  return !match.isOneSentence || countClaims([{ n, match }], matcher) > 0;
}

/**
 * Matches of one text in groups that share something of it with each other. A text may hold two templates: those who
 * have the one have nothing to do with those who have the other.
 */
function groupsOf(matches: readonly TemplateMatch[]): TemplateMatch[][] {
  if (matches.length < 2) return matches.length === 0 ? [] : [[...matches]];
  const bits = new Map(matches.map((match) => [match, bitsOf(match.overlap)]));
  const groups: TemplateMatch[][] = [];
  const placed = new Set<TemplateMatch>();
  for (const first of matches) {
    if (placed.has(first)) continue;
    const group = [first];
    for (const match of matches) {
      if (match === first) continue;
      const own = bits.get(match) as Uint32Array;
      const linked = group.filter((one) => shareSomething(bits.get(one) as Uint32Array, own)).length;
      if (linked * 2 > group.length) group.push(match);
    }
    for (const match of group) placed.add(match);
    groups.push(group);
  }
  return groups;
}

/** One bit a token, set where it is shared. */
function bitsOf(overlap: Uint8Array): Uint32Array {
  const bits = new Uint32Array((overlap.length + 31) >>> 5);
  for (let i = 0; i < overlap.length; i++) {
    if (overlap[i] !== 0) bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31));
  }
  return bits;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether what two others share of one text is in part the same. */
function shareSomething(one: Uint32Array, other: Uint32Array): boolean {
  let both = 0;
  let [a, b] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    a += countBits(one[i] as number);
    b += countBits(other[i] as number);
    both += countBits((one[i] as number) & (other[i] as number));
  }
  return both >= IN_COMMON * Math.min(a, b);
}

/**
 * Strong are texts of three people or more, and texts of two of which nearly all or five sentences are word for word the
 * same, if what they share makes claims. All of it is asked of everyone who has the text, so that everyone who has it is told the same.
 */
function weigh(text: StoredText, matches: readonly TemplateMatch[], search: TemplateSearch): Weight {
  const { matcher, cache } = search;
  const people = [ownerOf(text), ...othersIn(matches, cache)];
  if (matches.every(({ isOneSentence }) => isOneSentence)) return { strength: 'weak', isOneSentence: true };
  const own = matches.map((match) => ({ n: text.n, match }));
  const areMany = peopleAmong(people) >= STRONG_PEOPLE;
  if (areMany && countClaims(own, matcher) >= STRONG_CLAIMS) return { strength: 'strong' };
  if (areMany && matcher.isSettled(text.n)) return { strength: 'moderate', isWithoutClaims: true };
  const { owners, edges } = around(people, matches, search);
  const isStrong = peopleAmong(owners) >= STRONG_PEOPLE || edges.some((edge) => isVerbatim(edge, matcher));
  if (!isStrong) return { strength: 'moderate' };
  return countClaims(edges, matcher) >= STRONG_CLAIMS
    ? { strength: 'strong' }
    : { strength: 'moderate', isWithoutClaims: true };
}

/** What everyone who has the text shares with everyone who has it, as far as the others see it too. */
function around(
  people: readonly AccountKey[],
  matches: readonly TemplateMatch[],
  { matcher, cache }: TemplateSearch,
): { owners: AccountKey[]; edges: Edge[] } {
  const [own] = people;
  const owners = new Set(people);
  const edges: Edge[] = [];
  const texts = new Set(matches.flatMap(({ ns }) => ns));
  for (const n of texts) {
    for (const group of groupsOf(matcher.matchesOf(n))) {
      if (group.some((match) => ownerAt(match.n, cache) === own))
        for (const owner of othersIn(group, cache)) owners.add(owner);
    }
  }
  for (const n of texts) {
    if (edges.length > MAX_EDGES) break;
    for (const match of matcher.matchesOf(n)) {
      const owner = ownerAt(match.n, cache);
      if (owner === undefined || !owners.has(owner)) continue;
      edges.push({ n, match });
      for (const other of match.ns) texts.add(other);
    }
  }
  return { owners: [...owners], edges };
}

/** A text and one of its matches. */
interface Edge {
  n: number;
  match: TemplateMatch;
}

/** How many claims what texts share with their matches makes; no more than needed are counted. */
function countClaims(edges: readonly Edge[], matcher: TemplateMatcher): number {
  const claims = new Set<string>();
  for (const { n, match } of edges) {
    const text = matcher.preparedTextOf(n);
    if (text) addClaims(text, match.overlap, claims);
    if (weightOf(claims) >= STRONG_CLAIMS) break;
  }
  return weightOf(claims);
}

function isVerbatim({ n, match: { n: closest, similarity } }: Edge, matcher: TemplateMatcher): boolean {
  const shorter = Math.min(wordsOf(matcher.preparedTextOf(n)), wordsOf(matcher.preparedTextOf(closest)));
  const { words, nearWhole } = similarity;
  return words >= VERBATIM.words && (words >= VERBATIM.share * shorter || nearWhole >= VERBATIM.sentences);
}

const wordsOf = (text: PreparedText | undefined) => text?.ownWords ?? Number.POSITIVE_INFINITY;

function ownerAt(n: number, cache: TextCache): AccountKey | undefined {
  const text = cache.text(n);
  return text && ownerOf(text);
}

function othersIn(matches: readonly TemplateMatch[], cache: TextCache): AccountKey[] {
  return [...new Set(matches.flatMap(({ n }) => cache.text(n) ?? []).map(ownerOf))];
}
