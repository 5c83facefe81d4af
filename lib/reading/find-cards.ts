// Finds the list of people on a page by the one thing that changes least, the address of a profile. With
// card-fields.ts these are the card heuristics: they know no marketplace, still read when a site has changed
// its markup, and are the check on what the other ways say.

import { collapseSpaces } from '../model/beginning.ts';
import { MAX_PER_PAGE } from '../model/limits.ts';
import { queryAll, Regions } from './dom.ts';
import { isWithinHidden } from './hidden.ts';
import { ratingIn } from './ratings.ts';
import type { Steps } from './steps.ts';
import { allIn, bodyOf, childrenOf, classOf, closestTo, firstIn, holds, parentOf, tagOf, textIn } from './walk.ts';

/** A person's card: where it is and which links in it lead to that person. */
export interface Card {
  account: string;
  root: Element;
  links: Element[];
}

/** The account that a link leads to, or that an element is marked with; undefined for any other element. */
export type AccountOf = (link: Element) => string | undefined;

/** The elements that may lead to an account, unless a site marks its cards with ids as well. */
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
/** Links and cards that are looked at without a pause, so that a page with many stays responsive. */
export const LINKS_PER_STEP = 100;
export const CARDS_PER_STEP = 8;
/** How many kinds of position of a link are tried as the list. */
const MAX_GROUPS = 8;
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
 * and lists inside a card are no cards. Several cards of one account are copies for other screens.
 *
 * @param except an account that is no card of the list, such as the one whose profile this page is
 * @param accountSelector selects the elements that `accountOf` may know an account of
 */
export function* findCards(
  document: Document,
  accountOf: AccountOf,
  except?: string,
  accountSelector = linkSelector,
): Steps<Card[]> {
  const body = bodyOf(document);
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
  for (const group of [...Map.groupBy(links, (link) => position(link.element)).values()]
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

/** True for a link in the page's navigation, header or footer. */
export function isInLandmark(link: Element): boolean {
  if (closestTo(link, landmarks)) return true;
  for (let at = parentOf(link); at; at = parentOf(at)) if (menuTag.test(tagOf(at))) return true;
  const header = closestTo(link, 'header');
  return header !== null && !closestTo(header, 'article,li,main,section,tr') && !isOfCard(header);
}

/** True for the header of one of several parts alike: cards have their own. */
function isOfCard(header: Element): boolean {
  const card = parentOf(header);
  const around = card && parentOf(card);
  const isLike = (one: Element) => one !== card && classOf(one) !== '' && classOf(one) === classOf(card);
  return around !== null && [...childrenOf(around)].some((one) => isLike(one) && firstIn(one, 'header') !== null);
}

/** Where a link stands, as tags outwards: `a<span<div<li<ul`. */
function position(link: Element): string {
  const tags: string[] = [];
  for (let at: Element | null = link; at && tags.length < POSITION_LEVELS; at = parentOf(at)) {
    tags.push(tagOf(at));
  }
  return tags.join('<');
}

const countAccounts = (of: readonly { account: string }[]) => new Set(of.map((one) => one.account)).size;

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
  const cards = (yield* cardsAt(group, all, (link) => largestOwnedElement(link, owners, body))).filter(
    ({ root }) => tagOf(root) !== 'main' && !firstIn(root, 'h1,main'),
  );
  yield;
  const scores = new Map<Card, number>();
  for (const card of cards) {
    scores.set(card, scoreOf(card));
    if (scores.size % CARDS_PER_STEP === 0) yield;
  }
  const family = largestFamily(cards);
  const accounts = countAccounts(family);
  if (accounts < 2) return yield* loneCardGroup(group, all, body);
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
  const byParent = Map.groupBy(cards, ({ root }) => parentOf(root));
  const lists = new Map([...byParent].filter(([, inside]) => inside.length > 1));
  const roots = new Set(cards.map((card) => card.root));
  const found = new Map<Element, Card>();
  for (const { element, account } of all) {
    let root = element;
    let parent = parentOf(root);
    for (; parent && !roots.has(root) && !lists.has(parent); parent = parentOf(root)) root = parent;
    const [like] = lists.get(parent) ?? [];
    if (!like || roots.has(root) || tagOf(root) !== tagOf(like.root)) continue;
    const card = found.get(root);
    if (!card) found.set(root, { account, root, links: [element] });
    else if (card.account === account) card.links.push(element);
    else card.account = '';
  }
  return [...found.values()].filter(({ root, account }) => account && !firstIn(root, 'h1,main'));
}

/**
 * One card for each of the elements that `rootOf` gives, with all links of its account that stand in it.
 * Every link walks outwards once, so this is linear in links, however many cards there are.
 */
export function* cardsAt(
  links: readonly AccountLink[],
  all: readonly AccountLink[],
  rootOf: (link: AccountLink) => Element,
): Steps<Card[]> {
  const cards = new Map<Element, Card>();
  for (const link of links) {
    const root = rootOf(link);
    if (!cards.has(root)) cards.set(root, { account: link.account, root, links: [] });
  }
  const accounts = new Set(links.map((link) => link.account));
  for (const [n, { element, account }] of all.entries()) {
    if (n % LINKS_PER_STEP === 0) yield;
    if (!accounts.has(account)) continue;
    for (let at: Element | null = element; at; at = parentOf(at)) {
      const card = cards.get(at);
      if (card?.account === account) card.links.push(element);
    }
  }
  return [...cards.values()];
}

/** The cards that stand side by side, or in neighbouring parts of one list: most people under one element. */
export function largestFamily(cards: readonly Card[]): Card[] {
  const families = new Map<Element, Card[]>();
  for (const card of cards) {
    const parent = parentOf(card.root);
    for (const above of [parent, parent && parentOf(parent)]) {
      if (!above) continue;
      const family = families.get(above);
      if (family) family.push(card);
      else families.set(above, [card]);
    }
  }
  let largest: Card[] = [];
  let most = 0;
  for (const family of families.values()) {
    const people = countAccounts(family);
    if (people > most) [largest, most] = [family, people];
  }
  return largest;
}

function* loneCardGroup(group: readonly AccountLink[], all: readonly AccountLink[], body: Element): Steps<CardGroup> {
  const firsts = [...Map.groupBy(group, (link) => link.account).values()]
    .slice(0, MAX_GROUPS)
    .flatMap((links) => links[0] ?? []);
  const [best] = (yield* cardsAt(firsts, all, (link) => loneCard(link, all, body)))
    .map((card) => ({ card, score: scoreOf(card) }))
    .sort((a, b) => b.score - a.score);
  return best ? { cards: [best.card], accounts: 1, score: best.score } : { cards: [], accounts: 0, score: 0 };
}

/**
 * The account that each element around these links belongs to, or null where links of several stand in it.
 * Every element is marked at most twice, so this is linear however deep the page nests.
 */
export function ownersOf(links: readonly AccountLink[], body: Element): Map<Element, string | null> {
  const owners = new Map<Element, string | null>();
  for (const { element, account } of links) {
    for (let at: Element | null = element; at && at !== body; at = parentOf(at)) {
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
    const parent = parentOf(at);
    if (!parent || parent === body || owners.get(parent) !== link.account) return at;
    // A row of the list, in which the other is nobody's that is linked.
    if (hasLike(at, parent, (one) => !owners.has(one)) && amountOf(at) === 'money and text') return at;
    at = parent;
  }
}

/**
 * The card of someone who is alone: nothing repeats, so it grows from the person's links until it says
 * something, and stops before the page's own headings, its main part, or anybody else, linked or not.
 */
function loneCard(link: AccountLink, all: readonly AccountLink[], body: Element): Element {
  const others = new Regions(all.filter((other) => other.account !== link.account).map((other) => other.element));
  const own = all.filter((other) => other.account === link.account).map((other) => other.element);
  let at = link.element;
  for (let level = 0; level < 40; level++) {
    const parent = parentOf(at);
    if (!parent || parent === body) break;
    if (pageParts.has(tagOf(parent)) && (!tableParts.has(tagOf(parent)) || saysMuch(at))) break;
    const complete = own.every((element) => holds(at, element)) && saysMuch(at);
    if (complete && tagOf(parent) === 'section') break;
    if (others.areInside(parent) || firstIn(parent, 'h1')) break;
    if (complete && (headings(parent) > headings(at) || hasLike(at, parent))) break;
    at = parent;
  }
  return at;
}

/** True where another like this card stands beside it: somebody's whom no link names. Their words are nobody else's. */
function hasLike(card: Element, parent: Element, mayBe: (one: Element) => boolean = () => true): boolean {
  return [...childrenOf(parent)].some(
    (one) => one !== card && mayBe(one) && shapeOf(one) === shapeOf(card) && amountOf(one) === amountOf(card),
  );
}

/** How an element is made: its tag and class and those of what is in it. */
const shapeOf = (element: Element) =>
  [element, ...childrenOf(element)].map((one) => `${tagOf(one)}.${classOf(one)}`).join('>');

/** Whether an element names money, and whether it says more than a line; empty for neither. */
function amountOf(element: Element): '' | 'money' | 'text' | 'money and text' {
  const text = textIn(element).slice(0, 20_000);
  const isLong = collapseSpaces(text).length > 120;
  if (hasMoney(text)) return isLong ? 'money and text' : 'money';
  return isLong ? 'text' : '';
}

const headings = (element: Element) => [...allIn(element, 'h1,h2,h3')].length;

const saysMuch = (element: Element) => amountOf(element) !== '';

/** True for words that name an amount of money. */
const hasMoney = (text: string) => /\p{Sc}\s?\d|\d\s?(?:\p{Sc}|z[łŁ]|k[čČ]|[A-Z]{3}\b)|\b[A-Z]{3}\s?\d/u.test(text);

/** How much a card says beyond its person's name: 0 for a bare link. */
function scoreOf(card: Card): number {
  const text = collapseSpaces(textIn(card.root).slice(0, 20_000));
  const names = card.links.filter(isLink).reduce((sum, link) => sum + collapseSpaces(textIn(link)).length, 0);
  const rated = ratingIn(card.root) !== undefined;
  if (text.length <= names + 2 && !rated) return 0;
  return 1 + (hasMoney(text) ? 2 : 0) + (text.length > 120 ? 1 : 0) + (rated ? 1 : 0);
}

/** True where nearly all of a group stands inside a single card of a list that repeats: a text that links other people. */
function isInsideOneCard(group: CardGroup, list: CardGroup): boolean {
  if (list.accounts < 3 || list.score < 2 * list.cards.length) return false;
  const usualParent = list.cards[0] && parentOf(list.cards[0].root);
  if (!list.cards.every((card) => parentOf(card.root) === usualParent)) return false;
  const roots = new Set(list.cards.map((card) => card.root));
  const inside = new Map<Element, number>();
  for (const card of group.cards) {
    let at = parentOf(card.root);
    while (at && !roots.has(at)) at = parentOf(at);
    if (at) inside.set(at, (inside.get(at) ?? 0) + 1);
  }
  return Math.max(0, ...inside.values()) >= Math.max(1, group.cards.length - 1);
}

/** True for a link, as against a card that is marked with an id. */
export function isLink(element: Element): boolean {
  return tagOf(element) === 'a';
}
