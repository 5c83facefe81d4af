// What the words that texts share claim: a number, a name, a link, something of "mine" or "ours". Whoever wants may fill
// in a published sample, and it claims nothing that could be true of one person only; a text that others took from
// somebody does.
import type { PreparedText } from '../../text/prepared-text.ts';
import { notNames, numberWords, ours, usualNumbers, usualThings } from './usual-words.ts';

/** Of texts with more capitals than this in their sentences, capitals say nothing: titles, shouting, German. */
const MAX_CAPITALS = 0.25;

const link = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

/** One claim, and the tokens that make it. */
interface Claim {
  claim: string;
  tokens: readonly number[];
}

const known = new WeakMap<PreparedText, readonly Claim[]>();

/**
 * Adds the claims in what is shared of a text, in small letters, so that equal claims of two texts are equal.
 *
 * @param shared one entry a token, not 0 for a shared one
 * @param to what was found so far
 */
export function addClaims(text: PreparedText, shared: ArrayLike<number>, to: Set<string>): void {
  let claims = known.get(text);
  if (!claims) {
    claims = claimsOf(text);
    known.set(text, claims);
  }
  for (const { claim, tokens } of claims) if (tokens.every((i) => shared[i] !== 0)) to.add(claim);
}

/** A mail address, or a link to more than a host: published samples have none, so that one says as much as two other claims. */
const ownAddress = /@|[^/:]\/[^/?#]/;

/** How much claims say together. */
export function weightOf(claims: ReadonlySet<string>): number {
  let weight = 0;
  for (const claim of claims) weight += ownAddress.test(claim) ? 2 : 1;
  return weight;
}

const plain = (word: string) => word.toLowerCase().replace(/['’]/g, '');

/** All claims of a text; what is quoted of the post makes none. */
function claimsOf(text: PreparedText): Claim[] {
  const { length, sentences, quoted } = text;
  const claims = linksOf(text);
  const inLinks = new Set(claims.flatMap(({ tokens }) => tokens));
  const names: Claim[] = [];
  let inside = 0;
  const raw = (i: number) => text.text.slice(text.starts[i] as number, text.ends[i] as number);
  for (let i = 0; i < length; i++) {
    if (quoted[i] === 1 || inLinks.has(i)) continue;
    const word = raw(i);
    const small = plain(word);
    const isFirst = i === 0 || sentences[i] !== sentences[i - 1];
    if (/\p{N}/u.test(word)) {
      const isNumbering = isFirst && /^[.)]/.test(text.text.slice(text.ends[i], (text.ends[i] as number) + 1));
      if (!isNumbering && !usualNumbers.has(small)) claims.push({ claim: small, tokens: [i] });
    } else if (numberWords.has(small)) claims.push({ claim: small, tokens: [i] });
    else if (ours.has(small) && i + 1 < length && sentences[i + 1] === sentences[i] && quoted[i + 1] === 0) {
      const thing = plain(raw(i + 1));
      if (!usualThings.has(thing) && !notNames.has(thing))
        claims.push({ claim: `${small} ${thing}`, tokens: [i, i + 1] });
    }
    // Only within a sentence, after a word and a space, does a capital say that it is a name.
    if (isFirst || !/^[ ,]*$/.test(text.text.slice(text.ends[i - 1], text.starts[i]))) continue;
    inside++;
    if (/^\p{Lu}\p{L}/u.test(word) && !notNames.has(small)) names.push({ claim: small, tokens: [i] });
  }
  return names.length <= MAX_CAPITALS * inside ? [...claims, ...names] : claims;
}

/** The links and mail addresses of a text that are not quoted. */
function linksOf({ text, length, starts, ends, quoted }: PreparedText): Claim[] {
  if (!/@|www\.|:\/\//i.test(text)) return [];
  return [...text.matchAll(link)].flatMap((match): Claim[] => {
    const [from, to] = [match.index, match.index + match[0].length];
    const tokens: number[] = [];
    for (let i = 0; i < length; i++) if ((starts[i] as number) >= from && (ends[i] as number) <= to) tokens.push(i);
    if (tokens.length === 0 || tokens.some((i) => quoted[i] === 1)) return [];
    return [{ claim: match[0].toLowerCase().replace(/(?<!\p{P})\p{P}+$/u, ''), tokens }];
  });
}
