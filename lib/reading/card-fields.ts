// Tells the fields of a list's cards apart by kind instead of by class name: what each person wrote, and the card's
// amounts, ratings, places and days. Works on any marketplace, from the outlines that the page gave of its cards.
import { collapseSpaces } from '../model/beginning.ts';
import {
  agoIn,
  amountIn,
  areTerms,
  bracketCount,
  durationPattern,
  hourlyPattern,
  isPlaceWithTime,
  isTerms,
  lastDayIn,
  sinceWords,
} from './field-patterns.ts';
import { ELEMENT_GAP, type Item, type OutlineCard, type Value } from './reading.ts';

/** What a card's words and marks are, by kind. */
export type CardFields = Record<string, Value>;

/**
 * Reads cards by kind of field. What a person wrote is set aside first, so that amounts and ratings
 * written into it are not taken for the card's own.
 *
 * @param cards the cards of one list; what several of them say alike are labels, not a person's words
 * @returns for each card those found of: text, amount, days, rating, reviewCount, hourlyRate, place, country, submittedAt, name
 */
export function readCardFields(cards: readonly OutlineCard[]): CardFields[] {
  const words = cards.map(({ items }) => items.filter(isWords));
  const labels = commonLabels(cards, words);
  const slot = commonWritingSlot(words);
  return cards.map((card, n) => fieldsOfCard(card, words[n] ?? [], labels, slot));
}

const isWords = ({ text }: Item) => text !== '';

/** Short words that several people's cards share: labels, not a person's own words. Digits do not count. */
function commonLabels(cards: readonly OutlineCard[], words: readonly (readonly Item[])[]): ReadonlySet<string> {
  const accounts = new Map<string, Set<string>>();
  for (const [n, card] of cards.entries()) {
    for (const item of words[n] ?? []) {
      if (item.text.length >= 100) continue;
      const label = labelOf(item.text);
      const seen = accounts.get(label);
      if (seen) seen.add(card.account);
      else accounts.set(label, new Set([card.account]));
    }
  }
  const several = Math.max(2, Math.min(3, new Set(cards.map((card) => card.account)).size));
  return new Set([...accounts].filter(([, seen]) => seen.size >= several).map(([label]) => label));
}

/** Characters; fewer may as well be a headline. */
const HEADLINE_LENGTH = 80;

/** Where the people of a list write: all that stands there is a person's words, however few and whatever they name. */
interface WritingSlot {
  name: string;
  /** False where more than writing stands in elements of that kind, so that what a line is depends on its words too. */
  isOnlyWriting: boolean;
}

/** Where the people of a list write at length, if most of them do so in elements of one kind. */
function commonWritingSlot(words: readonly (readonly Item[])[]): WritingSlot | undefined {
  const long = words.flatMap((own) => own.find(({ text }) => text.length >= HEADLINE_LENGTH) ?? []);
  const [most] = [...Map.groupBy(long, ({ slot }) => slot)].sort(([, a], [, b]) => b.length - a.length);
  if (!most || most[1].length < 2 || most[1].length * 2 <= long.length) return undefined;
  const [name] = most;
  // Elsewhere in the card, or with terms among it in most cards: elements without a class of their own.
  const mixed = words.filter((own) => {
    const at = own.flatMap((item, n) => (item.slot === name ? [n] : []));
    const isTogether = at.every((n, i) => i === 0 || n === (at[i - 1] ?? 0) + 1);
    return !isTogether || (at.length > 1 && at.some((n) => isTerms(own[n]?.text ?? '')));
  });
  return { name, isOnlyWriting: mixed.length * 2 < most[1].length };
}

const labelOf = (text: string) => collapseSpaces(text.replace(/\d+/g, '0'));

/** The first rating with its scale, or else the first figure that may be one. */
export function ratingOf(items: readonly Item[]): string | undefined {
  return (items.find(({ scaled }) => scaled) ?? items.find(({ rating }) => rating))?.rating;
}

function fieldsOfCard(
  card: OutlineCard,
  words: readonly Item[],
  labels: ReadonlySet<string>,
  slot: WritingSlot | undefined,
): CardFields {
  const fields: CardFields = {};
  const own = writtenItems(words, labels, slot);
  const put = (field: string, value: Value | undefined) => {
    if (value === undefined || value === '' || field in fields) return;
    fields[field] = typeof value === 'string' && field !== 'text' ? collapseSpaces(value) : value;
  };
  put('name', card.name);
  if (own.length) put('text', joinOnce(own.map(({ text }) => text)));
  const taken = new Set(own);
  for (const { time } of card.items) put('submittedAt', time);
  for (const item of words) {
    if (taken.has(item) || item.text.length > 400) continue;
    const text = (item.gaps ?? item.text)
      .replace(/\s+/g, (gap) => (gap.includes(ELEMENT_GAP) ? ELEMENT_GAP : ' '))
      .trim();
    if (text.length < 100 && hourlyPattern.test(text)) put('hourlyRate', text);
    put('reviewCount', bracketCount.exec(text)?.[1]);
    if (!areTerms(text)) continue;
    put('amount', amountIn(text));
    put('days', durationPattern.exec(text)?.[0]);
    put('submittedAt', agoIn(text));
    // Of a period the end: that is when what stands in the card was said.
    const date = text.length < 100 ? lastDayIn(text) : undefined;
    if (!sinceWords.test(text)) put('submittedAt', date);
    if (isPlaceWithTime(text) && !date) put('place', text);
  }
  put('rating', ratingOf(card.items));
  for (const { flag } of card.items) put('country', flag);
  return fields;
}

/** The paragraphs a person wrote: the longest stretch that is writing, with the paragraphs beside it. */
function writtenItems(words: readonly Item[], labels: ReadonlySet<string>, slot: WritingSlot | undefined): Item[] {
  const isLabel = ({ text }: Item) => text.length < 100 && labels.has(labelOf(text));
  const isNaming = ({ naming }: Item) => naming === 'in' || naming === 'line';
  // A few words are a person's writing only as a sentence, which no name ("Ada L.") is.
  const isSentence = (text: string) => text.length >= 20 || (text.length >= 8 && /\p{Ll}[.!?…]$/u.test(text));
  const isInSlot = (item: Item) => slot !== undefined && item.slot === slot.name;
  // Where the others of the list write, a line that names a price or a time is what this person wrote.
  const isTermsHere = (item: Item) => !(slot?.isOnlyWriting && isInSlot(item)) && isTerms(item.text);
  const isWriting = (item: Item) =>
    slot?.isOnlyWriting && isInSlot(item)
      ? !isLabel(item) && !isNaming(item)
      : isSentence(item.text) &&
        item.text.includes(' ') &&
        !isLabel(item) &&
        !isTermsHere(item) &&
        !isNaming(item) &&
        !item.isTags;
  const written = words.filter(isWriting);
  const inSlot = slot?.isOnlyWriting ? written.filter(isInSlot) : [];
  let main: Item | undefined;
  for (const item of inSlot.length ? inSlot : written) {
    if (item.text.length > (main?.text.length ?? 0)) main = item;
  }
  if (!main) return [];
  // Where nobody else of the list writes, a few words are a headline, and a line around the name is no letter.
  const isElsewhere = slot !== undefined && !isInSlot(main);
  if (isElsewhere && (main.text.length < HEADLINE_LENGTH || main.naming)) return [];
  const at = words.indexOf(main);
  const first = main;
  const beside = (item: Item | undefined): item is Item =>
    item !== undefined &&
    isBeside(item, first) &&
    !isTermsHere(item) &&
    !isLabel(item) &&
    !isNaming(item) &&
    !item.isTags;
  let from = at;
  let to = at;
  while (beside(words[from - 1])) from--;
  while (beside(words[to + 1])) to++;
  return words.slice(from, to + 1);
}

const elementOf = ({ slot }: Item) => slot.slice(0, Math.max(0, slot.lastIndexOf('<')));

/** Paragraphs of one text: siblings of the same tag, or items of a list between them. */
function isBeside(a: Item, b: Item): boolean {
  if (a.path[1] === b.path[1]) return elementOf(a) === elementOf(b);
  return a.slot.startsWith('li.') && (a.path[2] === b.path[1] || a.path[1] === b.path[0]);
}

/** Joins paragraphs; a copy made for another screen counts once. */
function joinOnce(texts: readonly string[]): string {
  return [...new Set(texts)].join('\n');
}
