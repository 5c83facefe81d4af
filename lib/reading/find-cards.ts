// The card heuristics: finds the people on a page by the one thing that changes least, the address of a
// profile, and reads their cards by kind of field instead of by class name. It knows no marketplace. It
// is what still reads when a site has changed its markup, and the check on what the other ways say.
import { MAX_PER_PAGE } from '../model/limits.ts';
import { type Block, blocksOf, collapseSpaces, ELEMENT_GAP, isWithinHidden, queryAll, Regions, textOf } from './dom.ts';
import { Memo } from './memo.ts';
import type { Value } from './reading.ts';
import type { Boilerplate } from './site.ts';
import type { Steps } from './steps.ts';

/** A person's card: where it is and which links in it lead to that person. */
export interface Card {
  account: string;
  root: Element;
  links: Element[];
}

/** Tells the account that a link leads to, or that an element is marked with; undefined for any other. */
export type AccountOf = (link: Element) => string | undefined;

/** What may tell an account, unless a site marks its cards with ids as well. */
const linkSelector = 'a[href]';

interface AccountLink {
  element: Element;
  account: string;
}

/** Cards that may belong to one list, with how much they say. */
interface CardGroup {
  cards: Card[];
  accounts: number;
  score: number;
}

/** Most profile links looked at on one page. */
const MAX_LINKS = 20_000;
/** Links that are looked at without a pause. */
const LINKS_PER_STEP = 100;
/** How many kinds of position of a link are tried as the list. */
const MAX_GROUPS = 8;
/** Most characters of badges and the like beside a name. */
const NAME_MARGIN = 40;
/** How many levels of tags make the position of a link; enough to tell a card's name from a menu. */
const POSITION_LEVELS = 5;

const landmarks =
  'nav,footer,aside,[role="navigation"],[role="banner"],[role="contentinfo"],[role="menu"],[role="complementary"]';
const pageParts = new Set(['body', 'html', 'main', 'ul', 'ol', 'table', 'tbody']);
/** Of these, what may also lay out a single card. */
const tableParts = new Set(['table', 'tbody']);

/**
 * Finds the list of people on a page: for each account the largest element that belongs to that account
 * alone, of those that repeat. Links of the reader's own account in a menu, links inside a person's text
 * and lists inside a card are told apart. Several cards of one account are copies for other screens.
 *
 * @param except an account that is no card of the list, such as the one whose profile this page is
 * @param accountSelector the elements that may tell an account, as a selector
 */
export function* findCards(
  document: Document,
  accountOf: AccountOf,
  except?: string,
  accountSelector = linkSelector,
): Steps<Card[]> {
  const body = document.body;
  if (!body) return [];
  const links: AccountLink[] = [];
  let looked = 0;
  for (const element of queryAll(body, accountSelector)) {
    if (++looked % LINKS_PER_STEP === 0) yield;
    const account = accountOf(element);
    if (!account || account === except || isInLandmark(element) || isWithinHidden(element, body)) continue;
    links.push({ element, account });
    if (links.length >= MAX_LINKS) break;
  }
  const groups: CardGroup[] = [];
  for (const group of [...groupBy(links, (link) => position(link.element)).values()]
    .sort((a, b) => countAccounts(b) - countAccounts(a))
    .slice(0, MAX_GROUPS)) {
    if (!groups.some((other) => areLinksOfCards(group, other))) groups.push(yield* groupAt(group, links, body));
  }
  const lists = groups.filter((group) => group.accounts > 1 && group.score > 0);
  const candidates = lists.length ? lists : groups.filter((group) => group.score > 1);
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates.find(
    (group) => !candidates.some((other) => other !== group && isInsideOneCard(group, other)),
  );
  return (best ?? candidates[0])?.cards.slice(0, MAX_PER_PAGE) ?? [];
}

/** Custom tags that say they are a menu: `app-navigation`. */
const menuTag = /-nav(?:igation|bar)?(?:-|$)/;

/** True for a link in the page's own boilerplate: navigation, header, footer. */
function isInLandmark(link: Element): boolean {
  if (link.closest(landmarks)) return true;
  for (let at = link.parentElement; at; at = at.parentElement) if (menuTag.test(at.localName)) return true;
  const header = link.closest('header');
  return header !== null && !header.closest('article,li,main,section,tr');
}

/** Where a link stands, as tags outwards: `a<span<div<li<ul`. */
function position(link: Element): string {
  const tags: string[] = [];
  for (let at: Element | null = link; at && tags.length < POSITION_LEVELS; at = at.parentElement) {
    tags.push(at.localName);
  }
  return tags.join('<');
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const countAccounts = (links: readonly AccountLink[]) => new Set(links.map((link) => link.account)).size;

/** True where these links are the other links of cards already found: names after pictures. */
function areLinksOfCards(links: readonly AccountLink[], { cards, accounts }: CardGroup): boolean {
  if (accounts < 2) return false;
  const known = new Set(cards.flatMap((card) => card.links));
  return links.every((link) => known.has(link.element));
}

/** The cards of links of one position: those that repeat side by side, or else the one that says most. */
function* groupAt(group: readonly AccountLink[], all: readonly AccountLink[], body: Element): Steps<CardGroup> {
  const owners = ownersOf(group, body);
  yield;
  const cards = cardsAt(group, all, (link) => largestOwnedElement(link, owners, body)).filter(
    ({ root }) => root.localName !== 'main' && !root.querySelector('h1,main'),
  );
  yield;
  const scores = new Map<Card, number>();
  for (const card of cards) {
    scores.set(card, scoreOf(card));
    if (scores.size % CARDS_PER_STEP === 0) yield;
  }
  const family = largestFamily(cards);
  const accounts = new Set(family.map((card) => card.account)).size;
  if (accounts < 2) return loneCardGroup(group, all, body);
  const median = family.map((card) => scores.get(card) ?? 0).sort((a, b) => a - b)[family.length >> 1] ?? 0;
  const members = new Set(family);
  const kept = cards.filter((card) => members.has(card) || (scores.get(card) ?? 0) >= median);
  const score = kept.reduce((sum, card) => sum + (scores.get(card) ?? 0), 0);
  // Of those beside them whoever says nearly as much: one may have no rating, or no price yet.
  const least = Math.min(...family.map((card) => scores.get(card) ?? 0));
  const neighbours = neighboursOf(kept, all).filter((card) => scoreOf(card) >= Math.max(2, least - 2));
  return { cards: [...kept, ...neighbours], accounts, score };
}

/** People of the same list whose links stand elsewhere in their card, such as under one more tag. */
function neighboursOf(cards: readonly Card[], all: readonly AccountLink[]): Card[] {
  const byParent = groupBy(cards, ({ root }) => root.parentElement);
  const lists = new Map([...byParent].filter(([, inside]) => inside.length > 1));
  const roots = new Set(cards.map((card) => card.root));
  const found = new Map<Element, Card>();
  for (const { element, account } of all) {
    let root = element;
    while (root.parentElement && !roots.has(root) && !lists.has(root.parentElement)) root = root.parentElement;
    const [like] = lists.get(root.parentElement) ?? [];
    if (!like || roots.has(root) || root.localName !== like.root.localName) continue;
    const card = found.get(root);
    if (!card) found.set(root, { account, root, links: [element] });
    else if (card.account === account) card.links.push(element);
    else card.account = '';
  }
  return [...found.values()].filter(({ root, account }) => account && !root.querySelector('h1,main'));
}

function cardsAt(
  links: readonly AccountLink[],
  all: readonly AccountLink[],
  rootOf: (link: AccountLink) => Element,
): Card[] {
  const cards = new Map<Element, Card>();
  const byAccount = groupBy(all, (link) => link.account);
  for (const link of links) {
    const root = rootOf(link);
    if (cards.has(root)) continue;
    const own = (byAccount.get(link.account) ?? []).map((one) => one.element).filter((one) => root.contains(one));
    cards.set(root, { account: link.account, root, links: own });
  }
  return [...cards.values()];
}

/** The cards that stand side by side, or in neighbouring parts of one list: most people under one element. */
function largestFamily(cards: readonly Card[]): Card[] {
  const families = new Map<Element, Card[]>();
  for (const card of cards) {
    const parent = card.root.parentElement;
    for (const above of [parent, parent?.parentElement]) {
      if (!above) continue;
      const family = families.get(above);
      if (family) family.push(card);
      else families.set(above, [card]);
    }
  }
  const people = (family: readonly Card[]) => new Set(family.map((card) => card.account)).size;
  let largest: Card[] = [];
  for (const family of families.values()) if (people(family) > people(largest)) largest = family;
  return largest;
}

function loneCardGroup(group: readonly AccountLink[], all: readonly AccountLink[], body: Element): CardGroup {
  const firsts = [...groupBy(group, (link) => link.account).values()]
    .slice(0, MAX_GROUPS)
    .flatMap((links) => links[0] ?? []);
  const [best] = cardsAt(firsts, all, (link) => loneCard(link, all, body))
    .map((card) => ({ card, score: scoreOf(card) }))
    .sort((a, b) => b.score - a.score);
  return best ? { cards: [best.card], accounts: 1, score: best.score } : { cards: [], accounts: 0, score: 0 };
}

/**
 * Whose each element around these links is: an account, or null where several meet. Every element is
 * marked at most twice, so this is linear however deep the page nests.
 */
function ownersOf(links: readonly AccountLink[], body: Element): Map<Element, string | null> {
  const owners = new Map<Element, string | null>();
  for (const { element, account } of links) {
    for (let at: Element | null = element; at && at !== body; at = at.parentElement) {
      const owner = owners.get(at);
      if (owner === null || owner === account) break;
      owners.set(at, owner === undefined ? account : null);
    }
  }
  return owners;
}

function largestOwnedElement(link: AccountLink, owners: ReadonlyMap<Element, string | null>, body: Element): Element {
  let at = link.element;
  for (;;) {
    const parent = at.parentElement;
    if (!parent || parent === body || owners.get(parent) !== link.account) return at;
    at = parent;
  }
}

/**
 * The card of someone who is alone: nothing repeats, so it grows from the person's links until it says
 * something, and stops before the page's own headings, its main part, or anybody else.
 */
function loneCard(link: AccountLink, all: readonly AccountLink[], body: Element): Element {
  const others = new Regions(all.filter((other) => other.account !== link.account).map((other) => other.element));
  const own = all.filter((other) => other.account === link.account).map((other) => other.element);
  let at = link.element;
  for (let level = 0; level < 40; level++) {
    const parent = at.parentElement;
    if (!parent || parent === body) break;
    if (pageParts.has(parent.localName) && (!tableParts.has(parent.localName) || saysMuch(at))) break;
    const complete = own.every((element) => at.contains(element)) && saysMuch(at);
    if (complete && parent.localName === 'section') break;
    if (others.areInside(parent) || parent.querySelector('h1')) break;
    if (complete && headings(parent) > headings(at)) break;
    at = parent;
  }
  return at;
}

const headings = (element: Element) => element.querySelectorAll('h1,h2,h3').length;

const saysMuch = (element: Element) => {
  const text = (element.textContent ?? '').slice(0, 20_000);
  return hasMoney(text) || text.length > 120;
};

/** How much a card says beyond its person's name: 0 for a bare link. */
function scoreOf(card: Card): number {
  const text = (card.root.textContent ?? '').slice(0, 20_000);
  const names = card.links.filter(isLink).reduce((sum, link) => sum + (link.textContent ?? '').length, 0);
  const rated = ratingIn(card.root) !== undefined;
  if (collapseSpaces(text).length <= names + 2 && !rated) return 0;
  return 1 + (hasMoney(text) ? 2 : 0) + (text.length > 120 ? 1 : 0) + (rated ? 1 : 0);
}

/** True where nearly all of a group stands inside a single card of a list that repeats: somebody's text that links others. */
function isInsideOneCard(group: CardGroup, list: CardGroup): boolean {
  if (list.accounts < 3 || list.score < 2 * list.cards.length) return false;
  const usualParent = list.cards[0]?.root.parentElement;
  if (!list.cards.every((card) => card.root.parentElement === usualParent)) return false;
  const roots = new Set(list.cards.map((card) => card.root));
  const inside = new Map<Element, number>();
  for (const card of group.cards) {
    let at = card.root.parentElement;
    while (at && !roots.has(at)) at = at.parentElement;
    if (at) inside.set(at, (inside.get(at) ?? 0) + 1);
  }
  return Math.max(0, ...inside.values()) >= Math.max(1, group.cards.length - 1);
}

// --- fields by kind -----------------------------------------------------------------------------

const currencySign = '(?:(?:US|AU|CA|NZ|HK|SG|A|C|S|R)?\\$|[€£₹¥₽₩₴₺₱฿₫₦₪]|zł|Kč)';
const currencyCode =
  '(?:USD|EUR|GBP|INR|AUD|CAD|NZD|SGD|HKD|JPY|CNY|PHP|PLN|BRL|MXN|ZAR|CHF|SEK|NOK|DKK|CZK|UAH|RUB|TRY|IDR|MYR|THB|VND|PKR|BDT|LKR|EGP|NGN|KES|ARS|CLP|COP|PEN|ILS|AED|SAR|HUF|RON|KRW)';
/** A space counts where three digits follow it: "30 000 ₴", but not "₴30 12 days". */
const figure = "\\d(?:[\\d.,']|[\\u00a0\\u202f ](?=\\d{3}(?!\\d))){0,18}";
const scale = '(?:[kKmM]\\b)?';
/** An amount with a currency, by sign before it, or by sign or code after it. */
const moneyPattern = new RegExp(
  `${currencySign}\\s?${figure}${scale}\\+?(?:\\s?${currencyCode}\\b)?|${figure}${scale}(?:[ \\u00a0\\u202f]?${currencySign}(?!\\d)|${ELEMENT_GAP}${currencySign}(?!\\s?\\d)|\\s?${currencyCode}\\b)|\\b(?!PHP)${currencyCode}\\s?${figure}`,
  'gu',
);
const hasMoney = (text: string) => text.search(moneyPattern) >= 0;
/** Words around an amount that is not what this bid costs: "$10k+ earned", "spent $300". */
const earnedAfter = /^\+?\s*(?:total\s)?(?:earn|spent)/i;
const earnedBefore = /(?:earn\w*|spent|average|avg\.?)[ :]*$/i;
const durationPattern =
  /\b\d{1,4}\s?(?:hours?|days?|weeks?|months?|horas?|d[ií]as?|semanas?|jours?|heures?|tagen?|stunden?|wochen?|дн\p{L}*|день|недел\p{L}*|тижн\p{L}*|тиждень|мес\p{L}*|міс\p{L}*)(?!\p{L}|\s+(?:ago|atrás|назад|тому))/iu;
/** An amount by the hour: "$25 USD / hour". */
export const hourlyPattern = /\d\s?(?:[A-Z]{3}\s?)?(?:\/|per|por|pro|par)\s?(?:h(?:ou)?r?|hora|stunde|heure)\b/i;
const agoPattern =
  /\b(?:\d{1,3}|an?)\s(?:second|minute|hour|day|week|month|year)s?\sago\b|\bhace\s\d{1,3}\s\p{L}+|\bhá\s\d{1,3}\s\p{L}+|\b\d{1,3}\s\p{L}+\s(?:назад|тому)(?!\p{L})/iu;
/** A day that is all a line says. */
const namedDay = /^(?:yesterday|last (?:week|month|year))$/i;
/** A day with its year, or with the time of day: "18 May 2016", "May 18, 2016", "8 сентября в 07:47". */
const datePattern =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[\s.]{1,2}(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?(?:\d{4}|(?:в|о|at|um|à)\s\d{1,2}:\d{2})(?!\d)|\b\p{L}{3,12}\.?\s\d{1,2},\s\d{4}\b/giu;
/** Words beside a day that is about the person, not about what stands in the card. */
const sinceWords = /\b(?:joined|since|registered|desde|depuis|seit|ago)\b|регистр|реєстр/iu;
const bracketCount = /\(\s*(\d[\d.,]{0,9}\s?k?)(?:\s\p{L}{3,12})?\s*\)/iu;
const clockPattern = /\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?/i;
const outOfPattern = /(\d{1,3}(?:[.,]\d{1,20})?)\s?(?:out of|of|de|von|sur|su|van|из|\/)\s?(\d{1,3}(?:[.,]\d{1,4})?)/iu;
const ratingPlaces =
  '[data-rating],[aria-label],[title],[itemprop="ratingValue"],[style*="width"],[class*="rating" i],[class*="feedback" i]';

/** The first rating inside an element, in words: "4.9 out of 5", or a star bar's share as "98%". */
function ratingIn(root: Element): string | undefined {
  let bare: string | undefined;
  for (const element of queryAll(root, ratingPlaces)) {
    const { whole, figure } = ratingAt(element);
    if (whole) return whole;
    bare ??= figure;
  }
  return bare;
}

/** What an element says of a rating: with its scale, or a figure that may be one. */
function ratingAt(element: Element): { whole?: string; figure?: string | undefined } {
  const figures: (string | undefined)[] = [];
  for (const name of ['aria-label', 'title']) {
    const match = outOfPattern.exec((element.getAttribute(name) ?? '').slice(0, 100));
    if (match) return { whole: `${match[1]} out of ${match[2]}` };
    figures.push(/^\s?(\d(?:[.,]\d{1,4})?)\sstars?\s?$/i.exec((element.getAttribute(name) ?? '').slice(0, 20))?.[1]);
  }
  const value = element.getAttribute('data-rating') ?? element.getAttribute('content');
  // A figure above five is another scale's: a rank, points.
  if (value && /^[0-5](\.\d{1,20})?$/.test(value)) figures.push(value);
  const named = element.getAttribute('class') ?? '';
  const words = element.childElementCount === 0 ? (element.textContent ?? '') : '';
  if (words.length < 60) {
    const match = outOfPattern.exec(words);
    if (match && /rating|star/i.test(`${words} ${named}`)) return { whole: `${match[1]} out of ${match[2]}` };
    if (/rating/i.test(named)) figures.push(/^\s*([0-5](?:[.,]\d{1,2})?)\s*$/.exec(words)?.[1]);
    if (/rating|feedback/i.test(named)) figures.push(/^\s*(\d{1,3}(?:[.,]\d{1,2})?\s?%)\s*$/.exec(words)?.[1]);
  }
  if (/star|rating/i.test(named)) {
    figures.push(/width:\s?(\d{1,3}(?:\.\d{1,6})?%)/.exec((element.getAttribute('style') ?? '').slice(0, 200))?.[1]);
  }
  return { figure: figures.find(Boolean) };
}

/** How many lists of rated things are looked at. */
const MAX_LISTS = 3;

/** Lists whose items each hold a rating, longest first: people's reviews, or what a person offers. They name nobody. */
export function ratedLists(body: Element): Card[][] {
  const lists = new Map<Element, Set<Element>>();
  let looked = 0;
  for (const element of queryAll(body, ratingPlaces)) {
    if (++looked > MAX_LINKS) break;
    const { whole, figure } = ratingAt(element);
    if ((whole ?? figure) === undefined || isInLandmark(element) || isWithinHidden(element, body)) continue;
    for (let at = element; at !== body && at.parentElement; at = at.parentElement) {
      const items = lists.get(at.parentElement) ?? new Set();
      lists.set(at.parentElement, items);
      if (items.has(at)) break;
      items.add(at);
    }
  }
  // Of an element's parts those that are alike.
  return [...lists.values()]
    .map((items) => [...groupBy([...items], (item) => item.localName).values()].sort((x, y) => y.length - x.length))
    .flatMap(([alike]) => (alike && alike.length > 1 ? [alike] : []))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_LISTS)
    .map((items) => items.slice(0, MAX_PER_PAGE).map((root) => ({ account: '', root, links: [] })));
}

/** What a card's words and attributes are, by kind. */
export type CardFields = Record<string, Value>;

/** Cards that are read without a pause, so that a page with many stays responsive. */
export const CARDS_PER_STEP = 8;

/**
 * Reads cards by kind of field. What a person wrote is set aside first, so that amounts and ratings
 * written into it are not taken for the card's own. Pauses between cards.
 *
 * @param cards the cards of one list; what several of them say alike are labels, not anybody's words
 * @param memo what an earlier look read in cards that have not changed since
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
  // Facts stand as long as the card, what counts as a label and where people write stay as they are.
  const purpose = `facts ${slot} ${[...labels].sort().join('\n')}`;
  const facts: CardFields[] = [];
  for (const [n, card] of cards.entries()) {
    facts.push(memo.keep(card.root, purpose, () => fieldsOfCard(card, blocks[n] ?? [], labels, slot, boilerplate)));
    if (facts.length % CARDS_PER_STEP === 0) yield;
  }
  return facts;
}

/** Short words that several people's cards share: labels, not anybody's own. Digits do not count. */
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

/** Fewer characters may as well be a headline. */
const HEADLINE_LENGTH = 80;
const slotOf = ({ element }: Block) => `${element.localName}.${element.className}`;

/** Where the people of a list write at length, if most of them do so in elements of one tag and class. */
function commonWritingSlot(blocks: readonly (readonly Block[])[]): string | undefined {
  const long = blocks.flatMap((own) => own.find(({ text }) => text.length >= HEADLINE_LENGTH) ?? []);
  const [most] = [...groupBy(long, slotOf)].sort(([, a], [, b]) => b.length - a.length);
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
  const facts: CardFields = {};
  const links = new Set(card.links.filter(isLink));
  const own = writtenBlocks(blocks, links, labels, slot);
  const put = (field: string, value: Value | undefined) => {
    if (value === undefined || value === '' || field in facts) return;
    facts[field] = typeof value === 'string' && field !== 'text' ? collapseSpaces(value) : value;
  };
  const [named] = nameLinks(card, boilerplate);
  if (named) put('name', nameInLink(named, boilerplate));
  else put('name', links.size === 0 ? headingIn(card.root, boilerplate) : nameInPicture(links));
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
    put('submittedAt', agoPattern.exec(text)?.[0] ?? namedDay.exec(text)?.[0]);
    // Of a period the end: that is when what stands in the card was said.
    const date = text.length < 100 ? lastDay(text) : undefined;
    if (!sinceWords.test(text)) put('submittedAt', date);
    put('reviewCount', bracketCount.exec(text)?.[1]);
    if (clockPattern.test(text) && text.length < 80 && !date) put('place', text);
  }
  put('rating', ratingIn(card.root));
  for (const flag of queryAll(card.root, 'img[src*="flag" i],img[alt^="Flag of " i]')) {
    const alt = (flag.getAttribute('alt') ?? '').trim();
    put('country', /^(flag of)?$/i.test(alt) ? (flag.getAttribute('src') ?? undefined) : alt);
  }
  return facts;
}

/** The first amount of money that is what something costs here. */
function amountIn(text: string): string | undefined {
  for (const { 0: amount, index } of text.matchAll(moneyPattern)) {
    const after = text.slice(index + amount.length, index + amount.length + 30);
    if (!earnedAfter.test(after) && !earnedBefore.test(text.slice(Math.max(0, index - 30), index))) return amount;
  }
  return undefined;
}

/** The last day a line names; none where it goes on since then: "Feb 1, 2023 - Present". */
function lastDay(text: string): string | undefined {
  const last = [...text.matchAll(datePattern)].at(-1);
  return last && !/^\s*[-–—]\s*\p{L}/u.test(text.slice(last.index + last[0].length)) ? last[0] : undefined;
}

/** The paragraphs a person wrote: the longest stretch of words, with the paragraphs beside it. */
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
        (block.element.contains(link) && block.text.length < nameInLink(link).length + NAME_MARGIN),
    );
  // A few words are somebody's writing only as a sentence, which no name ("Ada L.") is.
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

/** A short line that is an offer's terms or a figure, not writing. */
function isTerms(text: string): boolean {
  if (text.length > 80) return false;
  // A figure above its label: "57", "Projects".
  if (/^[\d.,%#+]+\s*\n/.test(text)) return true;
  return hasMoney(text) || durationPattern.test(text) || agoPattern.test(text) || clockPattern.test(text);
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

/** The links that show a person's name in words; those around a picture only where there is no other. */
export function nameLinks(card: Card, boilerplate?: Boilerplate): Element[] {
  const named = card.links.filter(
    (link) => isLink(link) && nameInLink(link, boilerplate) && !isWithinHidden(link, card.root),
  );
  const plain = named.filter((link) => !link.querySelector('img,picture,[class*="avatar" i]'));
  return plain.length ? plain : named;
}

/** A link's words on one line. */
function nameInLink(link: Element, boilerplate?: Boilerplate): string {
  return collapseSpaces(textOf(link, boilerplate));
}

/** The heading of a card without a profile link. */
function headingIn(root: Element, boilerplate: Boilerplate | undefined): string | undefined {
  for (const heading of queryAll(root, '[itemprop="name"],h2,h3,h4,h5,h6')) {
    const words = isWithinHidden(heading, root) ? '' : collapseSpaces(textOf(heading, boilerplate));
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

/** True for a link, as against a card that is marked with an id. */
function isLink(element: Element): boolean {
  return element.localName === 'a';
}
