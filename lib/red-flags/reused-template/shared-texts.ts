// Which texts an account shares with which others, and how much that says. Two accounts that share a text get one
// strength, whichever of them is asked about.
import type { StoredText } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import type { Strength } from '../../model/finding.ts';
import type { PreparedText } from '../../text/prepared-text.ts';
import type { TemplateMatch, TemplateMatcher } from '../../text/template-matcher.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { ownerOf, type TextCache } from './text-cache.ts';
import type { Variant } from './variants.ts';

/** What one search works with. */
export interface TemplateSearch {
  matcher: TemplateMatcher;
  cache: TextCache;
  index: TextIndex;
}

/** One text that an account shares with others. */
export interface SharedText {
  /** The account's own text, and all of its texts that are made like it, this one first. */
  text: StoredText;
  mine: readonly StoredText[];
  matches: readonly TemplateMatch[];
  /** The other accounts, closest first. */
  others: readonly AccountKey[];
  strength: Strength;
}

/** Share of a text that must come back in the account's other text for the two to be of one template. */
export const OWN_SHARE = 0.5;
/** Different templates of one account that are reported. */
const MAX_SHARED = 5;
/** So many accounts, or so many words nearly all the same, make a finding strong. */
const STRONG_ACCOUNTS = 3;
const VERBATIM = { words: 60, share: 0.8 };

/** The texts that an account shares with others, those shared with the most first; each with an account that none before has. */
export function sharedTextsOf(variants: readonly Variant[], search: TemplateSearch): SharedText[] {
  const { matcher, cache } = search;
  const candidates = variants
    .map((variant) => {
      const matches = matcher.matchesOf(variant.texts[0].n);
      return { variant, matches, others: othersIn(matches, cache) };
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
    const strength = strengthOf(candidates, matches, others, search);
    shared.push({ text, mine, matches, others, strength });
  }
  return shared;
}

/**
 * Strong are texts of three accounts or more, seen from any of them, and texts of two that are nearly word for word
 * the same. Both are asked from both sides, so that both sides say the same.
 */
function strengthOf(
  own: readonly { variant: Variant; matches: readonly TemplateMatch[] }[],
  matches: readonly TemplateMatch[],
  others: readonly AccountKey[],
  { matcher, cache }: TemplateSearch,
): Strength {
  if (others.length + 1 >= STRONG_ACCOUNTS) return 'strong';
  for (const { n } of matches) {
    if (othersIn(matcher.matchesOf(n), cache).length + 1 >= STRONG_ACCOUNTS) return 'strong';
  }
  const [other] = others;
  for (const { variant, matches } of own) {
    const [{ n }] = variant.texts;
    const theirs = matches.filter((match) => ownerAt(match.n, cache) === other);
    if (theirs.some((match) => isVerbatim(n, match, matcher))) return 'strong';
    const back = theirs.flatMap(({ ns }) => ns.flatMap((text) => backTo(n, text, matcher)));
    if (back.some(([text, match]) => isVerbatim(text, match, matcher))) return 'strong';
  }
  return 'moderate';
}

/** What another account's text matches of the account that this text is of. */
function backTo(n: number, other: number, matcher: TemplateMatcher): (readonly [number, TemplateMatch])[] {
  return matcher.matchesOf(other).flatMap((match) => (match.ns.includes(n) ? [[other, match] as const] : []));
}

function isVerbatim(n: number, { n: closest, similarity }: TemplateMatch, matcher: TemplateMatcher): boolean {
  const shorter = Math.min(wordsOf(matcher.preparedTextOf(n)), wordsOf(matcher.preparedTextOf(closest)));
  return similarity.words >= VERBATIM.words && similarity.words >= VERBATIM.share * shorter;
}

const wordsOf = (text: PreparedText | undefined) => text?.ownWords ?? Number.POSITIVE_INFINITY;

function ownerAt(n: number, cache: TextCache): AccountKey | undefined {
  const text = cache.text(n);
  return text && ownerOf(text);
}

function othersIn(matches: readonly TemplateMatch[], cache: TextCache): AccountKey[] {
  return [...new Set(matches.flatMap(({ n }) => cache.text(n) ?? []).map(ownerOf))];
}
