// Reads the page of one person: what it says of them, and the reviews they were given. Where no selector
// is known it goes by figures beside their labels and by the kinds of field around the person's name.

import { collapseSpaces } from '../model/beginning.ts';
import { type CardFields, readCardFields } from './card-fields.ts';
import { type Block, blocksOf, isWithinHidden, queryAll, Regions } from './dom.ts';
import { hourlyPattern } from './field-patterns.ts';
import { CARDS_PER_STEP, type Card, findCards } from './find-cards.ts';
import { definedFields } from './json.ts';
import type { FoundCard, PageScan } from './page-scan.ts';
import { ratedLists } from './rated-lists.ts';
import { ratingIn } from './ratings.ts';
import type { Value, Way } from './reading.ts';
import type { Label } from './site.ts';
import type { Steps } from './steps.ts';

/** Reads a profile with its reviews. Pauses between reviews. */
export function* readProfile(scan: PageScan, account: string): Steps<void> {
  const { profile, reviews } = scan.tables;
  const stated = scan.readState()?.sightings.filter((sighting) => sighting.kind === 'review') ?? [];
  const cards = reviews && scan.uses('selectors') ? reviewCards(scan, account) : [];
  const profileReviews = new Reviews(scan, account, stated, cards.length);
  let heading: Element | undefined;
  if (profile && scan.uses('selectors')) {
    const { login, ...said } = scan.readFields(scan.root, profile);
    // A login that is another account's: the address has changed, the page not yet.
    if (typeof login === 'string' && login.replace(/^@/, '').toLowerCase() !== account.toLowerCase()) return;
    const labelled = labelledFigures(scan.root, scan.site.labels ?? {});
    const all = { ...said, ...labelled };
    // A bare heading with nothing said around it may be anybody's: a notice, a check for robots.
    const named = Object.values(profile.name ?? []).filter((place) => !/(?:^|\s)h1$/.test(place));
    if (Object.keys(all).some((field) => field !== 'name') || scan.firstWithText(named)) {
      scan.add({ kind: 'profile', ids: { account } }, 'selectors', all);
      heading = scan.firstWithText(profile.name);
    }
  }
  const usesHeuristics = scan.uses('cards');
  const facts = usesHeuristics ? yield* readCardFields(cards, scan.site.boilerplate, scan.memo) : [];
  for (const [index, card] of cards.entries()) {
    const { from, ...said } = scan.readCard(card.root, reviews?.fields ?? {});
    const author = card.account || (typeof from === 'string' ? collapseSpaces(from) : '');
    profileReviews.add(author, index, 'selectors', said, reviewFields(facts[index] ?? {}));
    if (index % CARDS_PER_STEP === 0) yield;
  }
  const seen = usesHeuristics && cards.length === 0 ? yield* reviewsByHeuristics(scan, account) : [];
  for (const [index, { card, said }] of seen.entries()) {
    profileReviews.add(card.account, index, 'cards', reviewFields(said));
  }
  // A page of reviews may be about a person's work, under that work's own heading.
  if (usesHeuristics && scan.address.page === 'profile') {
    const roots = [...cards, ...seen.map((one) => one.card)].map((card) => card.root);
    const lone = yield* profileByHeuristics(scan, account, roots);
    if (lone) scan.add({ kind: 'profile', ids: { account } }, 'cards', lone.said);
    heading ??= lone?.heading;
  }
  scan.anchorAt(account, heading);
  scan.takeCount('reviews', cards, cards.length > 0);
}

/** The reviews of one page, those of the state script and those of the cards brought together by their authors. */
class Reviews {
  readonly #scan: PageScan;
  readonly #to: string;
  /** Per author, how many reviews the state script has. */
  readonly #stated = new Map<string, number>();
  /** True when the state script has them all: a card by an author it does not have is the same review under another name. */
  readonly #areAllStated: boolean;
  readonly #given = new Map<string, number>();
  /** Reviews whose author is not named. */
  readonly #unnamed = new Set<string>();

  constructor(scan: PageScan, to: string, stated: readonly { ids: { from?: string } }[], cards: number) {
    this.#scan = scan;
    this.#to = to;
    this.#areAllStated = stated.length > 0 && stated.length >= cards;
    for (const { ids } of stated) this.#stated.set(ids.from ?? '', (this.#stated.get(ids.from ?? '') ?? 0) + 1);
  }

  /** Adds a card's review, by the way that found it and by what the card heuristics say of it too. */
  add(author: string, index: number, by: Way, said: Record<string, Value>, byKind: Record<string, Value> = {}): void {
    const nth = this.#given.get(author) ?? 0;
    this.#given.set(author, nth + 1);
    const isStated = nth < (this.#stated.get(author) ?? 0);
    if (this.#areAllStated && !isStated) return;
    const { project, ...rest } = said;
    const id = typeof project === 'string' ? (this.#scan.projectAt(project) ?? undefined) : undefined;
    const from = author || unnamed(said, byKind);
    // The same review in a copy of the list, made for another screen.
    if (author === '' && this.#unnamed.has(from)) return;
    if (author === '') this.#unnamed.add(from);
    const ids = { from, to: this.#to };
    const key = isStated ? `stated ${nth}` : String(index);
    this.#scan.add({ kind: 'review', ids }, by, { ...rest, ...(id && { project: id }) }, key);
    this.#scan.add({ kind: 'review', ids }, 'cards', byKind, key);
  }
}

/**
 * An id for an author that the page does not name: different for different reviews, so that two authors are not
 * taken for one client, and the same whenever the same review is seen.
 */
function unnamed(...said: readonly Record<string, Value>[]): string {
  const words = said.flatMap(({ text, project, at }) => [project, text, at]).filter((one) => typeof one === 'string');
  if (words.length === 0) return '';
  let hash = 0x811c9dc5;
  for (const char of words.slice(0, 2).join('\n').slice(0, 2_000)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return `not-named-${(hash >>> 0).toString(36)}`;
}

function reviewCards(scan: PageScan, reviewed: string): FoundCard[] {
  const { reviews } = scan.tables;
  return (reviews ? scan.cardElements(reviews) : []).map((root) => {
    const [author] = scan.peopleIn(root).filter((person) => person.account !== reviewed);
    return { account: author?.account ?? '', root, links: author ? [author.element] : [], by: 'selectors' };
  });
}

/**
 * Reviews that no selector names: cards of other people, most of them rated, or else a list whose items each
 * have a rating, a day and words, whoever wrote them. Other people's tiles and a person's own offers have no day.
 */
function* reviewsByHeuristics(scan: PageScan, account: string): Steps<{ card: Card; said: CardFields }[]> {
  const heading = headingOf(scan.document, []);
  const linked = (yield* findCards(scan.document, scan.accountOf, account, scan.accountSelector)).filter(
    ({ root }) => !heading || !root.contains(heading),
  );
  const hasRating = ({ rating, text, submittedAt }: CardFields) => rating !== undefined && (text ?? submittedAt);
  const hasDay = ({ rating, text, submittedAt }: CardFields) => rating !== undefined && text && submittedAt;
  for (const cards of [linked, ...ratedLists(scan.root)]) {
    const facts = yield* readCardFields(cards, scan.site.boilerplate, scan.memo);
    const seen = facts.flatMap((said, n) => (cards[n] ? [{ card: cards[n], said }] : []));
    const rated = facts.filter(cards === linked ? hasRating : hasDay);
    if (rated.length > 0 && rated.length * 2 >= cards.length) return seen;
  }
  return [];
}

/** Of a review a card's writing is its text and its time is when it was given. */
function reviewFields({ text, rating, submittedAt }: CardFields): Record<string, Value> {
  return definedFields({ text, rating, at: submittedAt });
}

const ratePattern = /^\d{1,3}(?:[.,]\d{1,2})?\s?%$/;
const sincePattern = /\b(?:joined|member since|registered|desde|depuis|seit)\b/i;

/** A page has a label once or twice for each design; a text that repeats one must not cost more. */
const MAX_LABELS_TRIED = 40;

/**
 * Figures that stand with their labels, as "On Budget" above "96%". A figure that is not of its kind
 * ("N/A") is not taken, nor one that stands with several labels.
 */
export function labelledFigures(root: Element, labels: Readonly<Record<string, Label>>): Record<string, Value> {
  const said: Record<string, Value> = {};
  const wanted = Object.entries(labels).map(([field, label]) =>
    label instanceof RegExp ? { field, label, figure: ratePattern } : { field, ...label },
  );
  const wantedBy = (block: Block) =>
    block.text.length < 40 ? wanted.find(({ label }) => label.test(collapseSpaces(block.text))) : undefined;
  let tried = 0;
  for (const block of wanted.length ? blocksOf(root) : []) {
    const want = wantedBy(block);
    if (!want || want.field in said || ++tried > MAX_LABELS_TRIED) continue;
    let around: Element | null = block.element;
    for (let level = 0; around && level < 4; level++, around = around.parentElement) {
      const near = blocksOf(around);
      const figures = near.filter((one) => one.text.length < 40 && want.figure.test(one.text) && !wantedBy(one));
      if (figures.length > 1 || near.some((one) => (wantedBy(one)?.field ?? want.field) !== want.field)) break;
      if (figures[0]) {
        said[want.field] = figures[0].text;
        break;
      }
    }
  }
  return said;
}

/** The heading that names whose page it is: marked as a name, or else the first. */
function headingOf(document: Document, reviews: readonly Element[]): Element | undefined {
  const named = queryAll(document.body, '[itemtype$="schema.org/Person"] [itemprop="name"]');
  return [...named, ...queryAll(document.body, 'h1,h2,h3')].find(
    (one) =>
      collapseSpaces(one.textContent ?? '') &&
      !one.closest('nav,footer,aside,[role="navigation"],[role="dialog"]') &&
      !isWithinHidden(one, null) &&
      !reviews.some((review) => review.contains(one)),
  );
}

/**
 * Whether an element stands under a person's name: a figure belongs to the nearest heading over it. The first heading
 * after the name may be the headline, unless it and the figure stand in one part of the page without the name.
 */
function headingsUnder(name: Element, area: Element): (element: Element) => boolean {
  const [first, second] = [...queryAll(area, 'h1,h2,h3,h4,h5,h6,[role="heading"]')].filter(
    (one) =>
      !one.contains(name) &&
      !name.contains(one) &&
      (name.compareDocumentPosition(one) & 4) !== 0 &&
      one.parentElement !== name.parentElement &&
      collapseSpaces(one.textContent ?? '') !== '',
  );
  const isAfter = (heading: Element | undefined, element: Element) =>
    heading !== undefined && (heading.compareDocumentPosition(element) & 4) !== 0;
  return (element) => {
    if (!isAfter(first, element)) return true;
    if (isAfter(second, element)) return false;
    let around = element.parentElement;
    while (around && !around.contains(first ?? null)) around = around.parentElement;
    return around?.contains(name) ?? false;
  };
}

/**
 * Reads the person a profile page is about by kinds of field around what is marked as their name, or the first heading.
 *
 * @param reviews the cards of other people's reviews, which are left out
 */
function* profileByHeuristics(
  { document, accountOf, site: { boilerplate } }: PageScan,
  account: string,
  reviews: readonly Element[],
): Steps<{ said: Record<string, Value>; heading: Element } | undefined> {
  const heading = headingOf(document, reviews);
  if (!heading) return undefined;
  let root: Element = heading;
  let page: Element = heading;
  for (let parent = root.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    const area = parent;
    if (area.querySelector('nav,footer')) break;
    if (root === page && !reviews.some((review) => area.contains(review))) root = area;
    page = area;
  }
  const links = [...queryAll(root, 'a[href]')].filter((link) => accountOf(link) === account);
  const isUnder = headingsUnder(heading, page);
  const rating = ratingIn(root, isUnder);
  const [{ text, country, place } = {}] = yield* readCardFields([{ account, root, links }], boilerplate);
  const said: Record<string, Value> = {};
  const name = collapseSpaces(heading.textContent ?? '');
  if (!name.startsWith('@')) said.name = name;
  const about = typeof text === 'string' && !sincePattern.test(text.slice(0, 40)) ? text : undefined;
  Object.assign(said, definedFields({ about, rating, country, place }));
  const others = new Regions(reviews);
  for (const block of blocksOf(page, boilerplate)) {
    const line = collapseSpaces(block.textWithGaps);
    if (line.length > 100 || others.hold(block.element)) continue;
    if (hourlyPattern.test(line)) said.hourlyRate ??= line;
    if (sincePattern.test(line) && /\d{4}/.test(line)) said.memberSince ??= line;
  }
  // A heading with words under it may be anybody's: a notice, a check for robots.
  const isPerson = Object.keys(said).some((field) => field !== 'name' && field !== 'about');
  return isPerson ? { said, heading } : undefined;
}
