// Tells the fields of a list's cards apart by kind instead of by class name: what each person wrote, and the card's
// amounts, ratings, places and days. Works on any marketplace, from the outlines that the page gave of its cards.
import { collapseSpaces } from '../model/beginning.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { DAY_MS, widthOf } from '../model/time.ts';
import { parseWhen } from '../statements/dates.ts';
import { parseCountry } from '../statements/places.ts';
import {
  agoIn,
  amountIn,
  areTerms,
  badge,
  bracketCount,
  durationIn,
  durationPattern,
  hasMoney,
  hourlyIn,
  hourlyPattern,
  isPlaceWithTime,
  isTerms,
  lastDayIn,
  memberLine,
  ratingInLine,
  sinceWords,
  workedSince,
} from './field-patterns.ts';
import { lineOf, ownSlotOf } from './item-line.ts';
import { figuresInLines } from './person-figures.ts';
import { ELEMENT_GAP, type Item, type Outline, type OutlineCard, type Value } from './reading.ts';
import { placeOfTags, sameTags, tagsOf } from './tags.ts';

/** What a card's words and marks are, by kind. */
export type CardFields = Record<string, Value>;

/**
 * Reads cards by kind of field. What a person wrote is set aside first, so that amounts and ratings
 * written into it are not taken for the card's own.
 *
 * @param cards the cards of one list; what several of them say alike are labels, not a person's words
 * @param as what the cards are: reviews have no headlines, and a bid has a letter before it has a headline
 * @returns for each card those found of: text, amount, days, rating, reviewCount, hourlyRate, place, country, submittedAt,
 *   name, headline, skills; of reviews, from
 */
export function readCardFields(cards: readonly OutlineCard[], as: Outline['as'] = 'people'): CardFields[] {
  const words = cards.map(({ items, name }) => items.filter(isWords).flatMap((item) => linesUnderName(item, name)));
  const labels = commonLabels(cards, words);
  const slot = commonWritingSlot(words) ?? (as === 'reviews' ? reviewSlot(words) : undefined);
  // A few words elsewhere than people write may be a headline as well.
  const letters = words.map((own) => {
    const written = writtenItems(own, labels, slot);
    const isLetter =
      written.length > 1 || written.some((item) => item.text.length >= HEADLINE_LENGTH || slot?.has(item));
    return new Set(isLetter ? written : []);
  });
  // Cards of one list say the same again and again.
  const isTime = onceForEach(saysTime);
  const profiles = cards.map(({ name = '' }, n) =>
    addressOf(words[n]?.find(({ naming, href, text }) => naming && href !== undefined && text.includes(name))),
  );
  // Beside the name another link to the same profile may say what they do; one to elsewhere names something else, an offer.
  const isOtherwise = (item: Item, n: number) =>
    item.naming
      ? item.text.includes(cards[n]?.name ?? '') || item.href === undefined || addressOf(item) !== profiles[n]
      : item.href !== undefined && profiles[n] !== undefined && addressOf(item) !== profiles[n];
  const isFree = (item: Item, n: number) =>
    !letters[n]?.has(item) && !isOtherwise(item, n) && !labels.has(labelOf(item.text));
  const headlines = as === 'reviews' ? [] : headlinesOf(words, isFree);
  const [given, authors] = as === 'reviews' ? [bareRatings(words), firstLogins(words)] : [];
  const everywhere = sameTags(words);
  const facts: ListFacts = { isTime, everywhere, isTagged: placeOfTags(words, everywhere) };
  return cards.map((card, n) => {
    const own = words[n] ?? [];
    const written = writtenItems(
      own.filter((item) => item !== headlines[n]),
      labels,
      slot,
    );
    if (as === 'bids' && !slot && written.length === 0)
      return fieldsOfCard(card, own, new Set(writtenItems(own, labels, slot)), undefined, facts);
    const fields = fieldsOfCard(card, own, new Set(written), headlines[n], facts);
    if (given?.[n] !== undefined) fields.rating ??= `${given[n]}/5`;
    if (authors?.[n] !== undefined) fields.from = authors[n];
    return fields;
  });
}

const isWords = ({ text }: Item) => text !== '';

/** Of a stretch of words that begins with the name in a line of its own, each line: what stands under a name is no part of it. */
function linesUnderName(item: Item, name: string | undefined): Item[] {
  const [first = '', ...rest] = (item.gaps ?? item.text).split('\n');
  if (!item.naming || rest.length === 0 || !name || textOfLine(first) !== name) return [item];
  const { naming: _naming, href: _href, isTags: _isTags, gaps: _gaps, ...bare } = item;
  return [
    { ...item, text: name, gaps: first },
    ...rest.flatMap((line, n) => {
      const text = textOfLine(line);
      return text === '' ? [] : [{ ...bare, text, gaps: line, slot: `line${n}.<${item.slot}` }];
    }),
  ];
}

const textOfLine = (line: string) => collapseSpaces(line.replaceAll(ELEMENT_GAP, ''));

/** Ratings that are a figure and nothing else, at one place of every review; numbers that count the reviews are none. */
function bareRatings(words: readonly (readonly Item[])[]): string[] | undefined {
  const figureIn = (item: Item) =>
    item.text.length < 40
      ? (item.gaps ?? item.text).split(ELEMENT_GAP).find((piece) => /^\s?[1-5](?:[.,]\d)?\s?$/.test(piece))
      : undefined;
  const all = words.map((own) => own.filter((item) => figureIn(item) !== undefined));
  const slot = all[0]?.[0]?.slot;
  if (words.length < 2 || !all.every((own) => own.length === 1 && own[0]?.slot === slot)) return undefined;
  const figures = all.flatMap((own) => own.map((item) => (figureIn(item) ?? '').trim()));
  return figures.every((figure, n) => Number(figure) === n + 1) ? undefined : figures;
}

/** The logins that all reviews begin with. */
function firstLogins(words: readonly (readonly Item[])[]): string[] | undefined {
  const firsts = words.flatMap((own) => own.slice(0, 1));
  const isAlike = firsts.length === words.length && firsts.every(({ slot }) => slot === firsts[0]?.slot);
  const logins = firsts.map(({ text }) => text);
  const isLogin = (text: string) => /^(?=.*[a-z])[a-z\d][a-z\d_.-]{2,29}$/.test(text);
  return words.length > 1 && isAlike && logins.every(isLogin) ? logins : undefined;
}

/** Where an item's link leads, without what only this link adds to it. */
const addressOf = (item: Item | undefined) => item?.href?.replace(/[?#].*$/s, '');

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

/** What the part of an offer is called in which people write. */
const letterLabel =
  /^(?:(?:my |the )?(?:proposal|cover letter|message|letter|bid text|description)|propuesta|proposta|proposition|angebot|anschreiben|carta de presentación|carta de apresentação|lettre|пропозиція|предложение|oferta)\b/iu;

/** Where the people of a list write: all that stands there is a person's words, however few and whatever they name. */
interface WritingSlot {
  has(item: Item): boolean;
  /** False where more than writing stands in elements of that kind, so that what a line is depends on its words too. */
  isOnlyWriting: boolean;
}

/** Kinds of place in a card, the narrowest first: one card in ten may nest its parts deeper than the others. */
const placings: readonly ((item: Item) => string)[] = [
  ({ slot, path }) => `${slot} ${path.length}`,
  ({ slot }) => slot,
];

/** Where the people of a list write at length, if most of them do so in elements of one kind. */
function commonWritingSlot(words: readonly (readonly Item[])[]): WritingSlot | undefined {
  const labelled = words.flatMap((own) => own.filter(({ label }) => label !== undefined && letterLabel.test(label)));
  const column = labelled[0]?.label;
  if (column !== undefined) return { has: ({ label }) => label === column, isOnlyWriting: true };
  const long = words.flatMap((own) => own.find(({ text }) => text.length >= HEADLINE_LENGTH) ?? []);
  let mixedSlot: WritingSlot | undefined;
  for (const placing of placings) {
    const [most] = [...Map.groupBy(long, placing)].sort(([, a], [, b]) => b.length - a.length);
    if (!most || most[1].length < 2 || most[1].length * 2 <= long.length) continue;
    const [name] = most;
    // Elsewhere in the card, or with terms among it in most cards: elements without a class of their own.
    const mixed = words.filter((own) => {
      const at = own.flatMap((item, n) => (placing(item) === name ? [n] : []));
      const isTogether = at.every((n, i) => i === 0 || n === (at[i - 1] ?? 0) + 1);
      return !isTogether || (at.length > 1 && at.some((n) => isTerms(own[n]?.text ?? '')));
    });
    mixedSlot = { has: (item) => placing(item) === name, isOnlyWriting: mixed.length * 2 < most[1].length };
    if (mixedSlot.isOnlyWriting) return mixedSlot;
  }
  return mixedSlot;
}

/** Where reviews of few words are written: one place a card, in which somebody wrote at least a sentence. */
function reviewSlot(words: readonly (readonly Item[])[]): WritingSlot | undefined {
  const [placing] = placings;
  const sentences = words.flatMap((own) => own.filter(({ text }) => text.length >= 30 && text.split(' ').length > 4));
  const places = new Set(sentences.map((item) => placing?.(item)));
  const [name] = places;
  if (words.length < 2 || places.size !== 1 || !placing) return undefined;
  const isOne = words.every((own) => own.filter((item) => placing(item) === name).length < 2);
  return isOne ? { has: (item) => placing(item) === name, isOnlyWriting: true } : undefined;
}

const labelOf = (text: string) => collapseSpaces(text.replace(/\d+/g, '0'));

/** The first rating with its scale, or else the first figure that may be one. */
export function ratingOf(items: readonly Item[]): string | undefined {
  return (items.find(({ scaled }) => scaled) ?? items.find(({ rating }) => rating))?.rating;
}

/** What each person calls their work: the first words after the name, where those of most cards stand in one place. */
function headlinesOf(
  words: readonly (readonly Item[])[],
  isFree: (item: Item, card: number) => boolean,
): (Item | undefined)[] {
  if (words.length < 2) return [];
  const first = words.map((own, n) => {
    const name = own.findIndex(({ naming }) => naming === 'in' || naming === 'line');
    if (name < 0) return undefined;
    return own.slice(name + 1).find((item) => isFree(item, n) && isHeadline(item));
  });
  // What stands around may have another class in every card.
  for (const placeOf of [({ slot }: Item) => slot, ownSlotOf]) {
    const places = Map.groupBy(
      first.filter((item) => item !== undefined),
      placeOf,
    );
    const [most = []] = [...places.values()].sort((a, b) => b.length - a.length);
    const place = most[0] && placeOf(most[0]);
    if (most.length < 2 || most.length * 3 <= words.length || place === '') continue;
    const isThere = (item: Item) => placeOf(item) === place;
    return first.map((item, n) =>
      item && isThere(item) ? item : words[n]?.find((one) => isThere(one) && isFree(one, n) && isHeadline(one)),
    );
  }
  return first.map(() => undefined);
}

/** True for words that end as a sentence does. */
export const isSentence = (text: string) =>
  (/[\p{Ll}\p{Lo}\d)"”»][.!?…]$/u.test(text) && text.split(' ').length > 4) || /.{12}[。！？]$/su.test(text);

/** "Рейтинг: 1204", "Rank 15": a figure with what it counts. */
const labelledFigure = /[:：]\s?[#№+]?[\d.,\s/]+[km]?\+?$|^\S{3,20} [#№+]?\d[\d.,]*\+?$/iu;
/** How the title of an offer begins, on sites where that is what people do. */
const offerTitle = /^(?:i(?: will|'ll| can)|ich werde|voy a|haré|je vais|(?:eu )?vou|я сделаю|я зроблю)\b/iu;

/** A few words that may say what somebody does. */
export function isHeadline({ text, gaps, isTags, level, slot }: Item): boolean {
  if (
    isTags ||
    /\S\u2005\S/.test(gaps ?? '') ||
    text.length < 5 ||
    text.length > 150 ||
    !/\p{L}{3}/u.test(text) ||
    /^(?:\d(?!D )|[@#(+])|[%]/.test(text) ||
    labelledFigure.test(text) ||
    offerTitle.test(text)
  )
    return false;
  if (level === undefined && text.length < 8 && !text.includes(' ')) return false;
  if (isSentence(text) || saysTime(text) || /^(?:dt|th|label|button)\./.test(slot)) return false;
  return !badge.test(text) && !isTerms(text) && !memberLine.test(text) && !isPlace(text);
}

/** True for a line that is a place and nothing else: "Porto, Portugal", "Poland". */
export function isPlace(line: string): boolean {
  return line.length >= 4 && line.length < 80 && /^\p{Lu}[^.!?:%$]*$/u.test(line) && parseCountry(line) !== undefined;
}

/** True for a country with the town after it: "Казахстан, Павлодар". */
function isTurned(line: string): boolean {
  const [country = '', town = '', ...more] = line.split(', ');
  return more.length === 0 && town !== '' && !/\d/.test(town) && isPlace(country) && isPlace(`${town}, ${country}`);
}

/** What holds of all cards of one list. */
interface ListFacts {
  /** Tags that most of them have. */
  everywhere: ReadonlySet<string>;
  isTime(piece: string): boolean;
  /** Where in a card its tags stand, as those of another show. */
  isTagged?: ((item: Item) => boolean) | undefined;
}

function fieldsOfCard(
  card: OutlineCard,
  words: readonly Item[],
  taken: ReadonlySet<Item>,
  headline: Item | undefined,
  { isTime, everywhere, isTagged }: ListFacts,
): CardFields {
  const fields: CardFields = {};
  const put = (field: string, value: Value | undefined) => {
    if (value === undefined || value === '' || field in fields) return;
    fields[field] = typeof value === 'string' && field !== 'text' ? collapseSpaces(value) : value;
  };
  put('name', card.name);
  if (taken.size > 0) put('text', joinOnce([...taken].map(({ text }) => text)));
  put('headline', headline?.text);
  const untaken = words.filter((item) => !taken.has(item));
  put('skills', tagsOf(untaken, everywhere) ?? (isTagged && tagsOf(untaken, everywhere, isTagged)));
  for (const { time } of card.items) put('submittedAt', time);
  for (const item of words) {
    if (taken.has(item) || item.text.length > 400) continue;
    const text = (item.gaps ?? item.text)
      .replace(/\s+/g, (gap) => (gap.includes(ELEMENT_GAP) ? ELEMENT_GAP : ' '))
      .trim();
    if (item === headline) continue;
    if (text.length < 100 && hourlyPattern.test(text)) put('hourlyRate', hourlyIn(text) ?? text);
    if (text.length < 60) put('reviewCount', bracketCount.exec(text)?.[1]);
    if (text.length < 100) put('rating', ratingInLine(text)?.rating);
    const isTimed = !sinceWords.test(text) && text.split(ELEMENT_GAP).some(isTime);
    if (!areTerms(text) && !isTimed) continue;
    put('amount', amountIn(text));
    put(
      'days',
      durationIn(
        text
          .split(ELEMENT_GAP)
          .filter((piece) => !isTime(piece))
          .join(ELEMENT_GAP),
      ),
    );
    put('submittedAt', agoIn(text) ?? (sinceWords.test(text) ? undefined : text.split(ELEMENT_GAP).find(isTime)));
    // Of a period the end: that is when what stands in the card was said.
    const date = text.length < 100 ? lastDayIn(text) : undefined;
    if (!sinceWords.test(text)) put('submittedAt', date);
    if (isPlaceWithTime(text) && !date) put('place', text);
  }
  const facts = words.filter((item) => !taken.has(item) && item !== headline);
  for (const [field, figure] of Object.entries(figuresInLines(facts))) put(field, figure);
  const marked = ratingOf(card.items);
  if (marked !== undefined) fields.rating = marked;
  for (const { flag } of card.items) put('country', flag);
  for (const item of words) {
    if (taken.has(item) || item === headline) continue;
    // Behind the name a place may stand in the same line.
    const pieces = (item.gaps ?? item.text).split(/[\u2005·|•]/).map(collapseSpaces);
    for (const piece of item.naming && item.text.includes(card.name ?? '')
      ? pieces.slice(1)
      : [collapseSpaces(item.text), lineOf(item), ...pieces])
      if (isPlace(piece)) put('country', piece);
      else if (isTurned(piece)) put('country', piece.split(', ').toReversed().join(', '));
  }
  return fields;
}

/** A time that is all a piece of a line says, in any language whose words for times are known. */
function saysTime(piece: string): boolean {
  if (workedSince.test(piece)) return false;
  if (piece.length > 40 || !/\d|^\p{L}+$/u.test(piece) || piece.split(' ').length > 6 || hasMoney(piece)) return false;
  const time = parseWhen(piece, '2100-01-01T00:00:00Z');
  return time !== undefined && widthOf(time) < 370 * DAY_MS && !durationPattern.test(piece);
}

/** The paragraphs a person wrote: the longest stretch that is writing, with the paragraphs beside it. */
function writtenItems(words: readonly Item[], labels: ReadonlySet<string>, slot: WritingSlot | undefined): Item[] {
  const isLabel = ({ text }: Item) => text.length < 100 && labels.has(labelOf(text));
  const isNaming = ({ naming }: Item) => naming === 'in' || naming === 'line';
  // A few words are a person's writing only as a sentence, which no name ("Ada L.") is.
  const isEnough = (text: string) =>
    text.length >= 30 ||
    (text.length >= 20 && text.split(' ').length > 4) ||
    (text.length >= 8 && /\p{Ll}[.!?…]$/u.test(text));
  const isInSlot = (item: Item) => slot?.has(item) ?? false;
  // Where the others of the list write, a line that names a price or a time is what this person wrote.
  const isTermsHere = (item: Item) => !(slot?.isOnlyWriting && isInSlot(item)) && isTerms(lineOf(item));
  const isPagesOwn = (item: Item) => isLabel(item) || isNaming(item) || item.isTags || badge.test(item.text);
  const isWriting = (item: Item) =>
    slot?.isOnlyWriting && isInSlot(item)
      ? !isNaming(item) && /\p{L}/u.test(item.text)
      : isEnough(item.text) && item.text.includes(' ') && !isTermsHere(item) && !isPagesOwn(item);
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
    item !== undefined && isBeside(item, first) && !isTermsHere(item) && !isPagesOwn(item);
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
