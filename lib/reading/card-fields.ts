// Reads the cards of a list by kind of field instead of by class name: what each person wrote, and the card's
// amounts, ratings, places and days. Works on any marketplace.
import { collapseSpaces } from '../model/beginning.ts';
import { type Block, blocksOf, ELEMENT_GAP, isWithinHidden, nameIn, queryAll } from './dom.ts';
import {
  agoIn,
  amountIn,
  bracketCount,
  clockPattern,
  durationPattern,
  hourlyPattern,
  isTerms,
  lastDayIn,
  sinceWords,
} from './field-patterns.ts';
import { CARDS_PER_STEP, type Card, isLink } from './find-cards.ts';
import { Memo } from './memo.ts';
import { ratingIn } from './ratings.ts';
import type { Value } from './reading.ts';
import type { Boilerplate } from './site.ts';
import type { Steps } from './steps.ts';

/** Most characters of badges and the like beside a name. */
const NAME_MARGIN = 40;
/** Most links of one card that may show its person's name: each is compared with each stretch of words. */
const MAX_NAME_LINKS = 100;

/** What a card's words and attributes are, by kind. */
export type CardFields = Record<string, Value>;

/**
 * Reads cards by kind of field. What a person wrote is set aside first, so that amounts and ratings
 * written into it are not taken for the card's own. Pauses between cards.
 *
 * @param cards the cards of one list; what several of them say alike are labels, not a person's words
 * @param memo what an earlier scan read in cards that have not changed since
 * @returns for each card those found of: text, amount, days, rating, reviewCount, hourlyRate, place, country, submittedAt, name
 */
export function* readCardFields(
  cards: readonly Card[],
  boilerplate?: Boilerplate,
  memo: Memo = new Memo(),
): Steps<CardFields[]> {
  const blocks: Block[][] = [];
  for (const { root } of cards) {
    blocks.push(memo.keep(root, 'blocks', () => blocksOf(root, boilerplate)));
    if (blocks.length % CARDS_PER_STEP === 0) yield;
  }
  const labels = commonLabels(cards, blocks);
  const slot = commonWritingSlot(blocks);
  // Fields stand as long as the card, what counts as a label and where people write stay as they are.
  const purpose = `fields ${slot} ${[...labels].sort().join('\n')}`;
  const fields: CardFields[] = [];
  for (const [n, card] of cards.entries()) {
    fields.push(memo.keep(card.root, purpose, () => fieldsOfCard(card, blocks[n] ?? [], labels, slot, boilerplate)));
    if (fields.length % CARDS_PER_STEP === 0) yield;
  }
  return fields;
}

/** Short words that several people's cards share: labels, not a person's own words. Digits do not count. */
function commonLabels(cards: readonly Card[], blocks: readonly (readonly Block[])[]): ReadonlySet<string> {
  const accounts = new Map<string, Set<string>>();
  for (const [n, card] of cards.entries()) {
    for (const block of blocks[n] ?? []) {
      if (block.text.length >= 100) continue;
      const label = labelOf(block.text);
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
/** Where a block stands, as its tag and class. */
const slotOf = ({ element }: Block) => `${element.localName}.${element.className}`;

/** Where the people of a list write at length, if most of them do so in elements of one tag and class. */
function commonWritingSlot(blocks: readonly (readonly Block[])[]): string | undefined {
  const long = blocks.flatMap((own) => own.find(({ text }) => text.length >= HEADLINE_LENGTH) ?? []);
  const [most] = [...Map.groupBy(long, slotOf)].sort(([, a], [, b]) => b.length - a.length);
  return most && most[1].length > 1 && most[1].length * 2 > long.length ? most[0] : undefined;
}

const labelOf = (text: string) => collapseSpaces(text.replace(/\d+/g, '0'));

function fieldsOfCard(
  card: Card,
  blocks: readonly Block[],
  labels: ReadonlySet<string>,
  slot: string | undefined,
  boilerplate: Boilerplate | undefined,
): CardFields {
  const fields: CardFields = {};
  const links = new Set(card.links.slice(0, MAX_NAME_LINKS).filter(isLink));
  const own = writtenBlocks(blocks, links, labels, slot);
  const put = (field: string, value: Value | undefined) => {
    if (value === undefined || value === '' || field in fields) return;
    fields[field] = typeof value === 'string' && field !== 'text' ? collapseSpaces(value) : value;
  };
  const [named] = nameLinks(card, boilerplate);
  if (named) put('name', nameIn(named, boilerplate));
  else if (links.size === 0) put('name', headingIn(card.root, boilerplate));
  else put('name', nameInPicture(card.links.filter((link) => links.has(link) && card.isOwnPage?.(link) !== false)));
  if (own.length) put('text', joinOnce(own.map((block) => block.text)));
  const taken = new Set(own);
  for (const time of queryAll(card.root, 'time[datetime]'))
    put('submittedAt', time.getAttribute('datetime') ?? undefined);
  for (const block of blocks) {
    if (taken.has(block) || block.text.length > 400) continue;
    const text = block.textWithGaps
      .replace(/\s*\u2005\s*/g, ELEMENT_GAP)
      .replace(/[^\S\u2005]+/g, ' ')
      .trim();
    put('amount', amountIn(text));
    if (text.length < 100 && hourlyPattern.test(text)) put('hourlyRate', text);
    put('days', durationPattern.exec(text)?.[0]);
    put('submittedAt', agoIn(text));
    // Of a period the end: that is when what stands in the card was said.
    const date = text.length < 100 ? lastDayIn(text) : undefined;
    if (!sinceWords.test(text)) put('submittedAt', date);
    put('reviewCount', bracketCount.exec(text)?.[1]);
    if (clockPattern.test(text) && text.length < 80 && !date) put('place', text);
  }
  put('rating', ratingIn(card.root));
  for (const flag of queryAll(card.root, 'img[src*="flag" i],img[alt^="Flag of " i]')) {
    const alt = (flag.getAttribute('alt') ?? '').trim();
    // The file says it in every language.
    const file = /\/flags?\/(?:[\w-]+\/)*[a-z]{2}[@_.-]/i.test(flag.getAttribute('src') ?? '');
    put('country', file || /^(flag of)?$/i.test(alt) ? (flag.getAttribute('src') ?? undefined) : alt);
  }
  return fields;
}

/** The paragraphs a person wrote: the longest block that is writing, with the paragraphs beside it. */
function writtenBlocks(
  blocks: readonly Block[],
  links: ReadonlySet<Element>,
  labels: ReadonlySet<string>,
  slot: string | undefined,
): Block[] {
  const isLabel = (block: Block) => block.text.length < 100 && labels.has(labelOf(block.text));
  // A line around the person's name, with badges beside it; a sentence that links its writer is more than that.
  const isNaming = (block: Block) =>
    [...links].some(
      (link) =>
        link.contains(block.element) ||
        (block.element.contains(link) && block.text.length < nameIn(link).length + NAME_MARGIN),
    );
  // A few words are a person's writing only as a sentence, which no name ("Ada L.") is.
  const isSentence = (text: string) => text.length >= 20 || (text.length >= 8 && /\p{Ll}[.!?…]$/u.test(text));
  const isWriting = (block: Block) =>
    isSentence(block.text) && block.text.includes(' ') && !isLabel(block) && !isTerms(block.text) && !isNaming(block);
  let main: Block | undefined;
  for (const block of blocks) if (block.text.length > (main?.text.length ?? 0) && isWriting(block)) main = block;
  if (!main) return [];
  // Where nobody else of the list writes, a few words are a headline, and a line around the name is no letter.
  const isElsewhere = slot !== undefined && slotOf(main) !== slot;
  if (isElsewhere && (main.text.length < HEADLINE_LENGTH || [...links].some((link) => main.element.contains(link))))
    return [];
  const at = blocks.indexOf(main);
  const beside = (block: Block | undefined): block is Block =>
    block !== undefined &&
    isBeside(block.element, main.element) &&
    !isTerms(block.text) &&
    !isLabel(block) &&
    !isNaming(block) &&
    !isTag(block);
  let from = at;
  let to = at;
  while (beside(blocks[from - 1])) from--;
  while (beside(blocks[to + 1])) to++;
  return blocks.slice(from, to + 1);
}

/** An item of a list that is one link and nothing else: a skill, a category. */
function isTag({ element, text }: Block): boolean {
  const [only, ...more] = element.localName === 'li' ? element.children : [];
  return (
    only?.localName === 'a' && more.length === 0 && collapseSpaces(only.textContent ?? '') === collapseSpaces(text)
  );
}

/** Paragraphs of one text: siblings of the same tag, or items of a list between them. */
function isBeside(a: Element, b: Element): boolean {
  if (a.parentElement === b.parentElement) return a.localName === b.localName && a.className === b.className;
  const list = a.localName === 'li' ? a.parentElement : null;
  return list !== null && (list.parentElement === b.parentElement || list === b.parentElement);
}

/** Joins paragraphs; a copy made for another screen counts once. */
function joinOnce(texts: readonly string[]): string {
  return [...new Set(texts)].join('\n');
}

/** The links to a person's own page that show their name in words; those around a picture only where there is no other. */
export function nameLinks(card: Card, boilerplate?: Boilerplate): Element[] {
  const named = card.links
    .slice(0, MAX_NAME_LINKS)
    .filter((link) => isLink(link) && card.isOwnPage?.(link) !== false)
    .filter((link) => nameIn(link, boilerplate) && !isWithinHidden(link, card.root));
  const plain = named.filter((link) => !link.querySelector('img,picture,[class*="avatar" i]'));
  return plain.length ? plain : named;
}

/** The heading of a card without a profile link. */
function headingIn(root: Element, boilerplate: Boilerplate | undefined): string | undefined {
  for (const heading of queryAll(root, '[itemprop="name"],h2,h3,h4,h5,h6')) {
    const words = isWithinHidden(heading, root) ? '' : nameIn(heading, boilerplate);
    if (words) return words;
  }
  const pictured = root.querySelector('img[alt]:not([alt=""])')?.getAttribute('alt') ?? '';
  return pictured.length < 100 ? collapseSpaces(pictured) || undefined : undefined;
}

/** The name of the picture that links are around, unless it only says that it is one. */
function nameInPicture(links: Iterable<Element>): string | undefined {
  for (const link of links) {
    const name = collapseSpaces(link.querySelector('img')?.getAttribute('alt') ?? '');
    if (name && name.length < 100 && !/avatar|photo|picture|image|profil|foto|perfil/i.test(name)) return name;
  }
  return undefined;
}
