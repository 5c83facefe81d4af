// Brings the reviews of one page together: those of the state script and those of the cards, by their authors.
import { collapseSpaces } from '../model/beginning.ts';
import { type CardFields, readCardFields } from './card-fields.ts';
import { definedFields } from './json.ts';
import type { Outline, OutlineCard, Reading, Sighting, Value, Way } from './reading.ts';
import { state } from './statements.ts';

/** What a card's address of a project names. */
export type ProjectAt = (href: string) => string | undefined;

/**
 * Adds the reviews of these lists to a reading's sightings; gives the numbers of the lists that are reviews.
 *
 * @param called the numbers of those that the page calls so in the heading over them: these need no ratings
 */
export function addReviews(
  reading: Reading,
  lists: readonly Outline[],
  projectAt: ProjectAt,
  called: ReadonlySet<number>,
): ReadonlySet<number> {
  const own = lists.findIndex(({ by }) => by === 'selectors');
  const at = own >= 0 ? own : lists.findIndex((one, n) => areReviews(one) || (called.has(n) && areWritten(one)));
  const list = lists[at];
  const to = list?.ids.account;
  if (!list || to === undefined) return new Set();
  const stated = reading.sightings.filter(({ kind, ids }) => kind === 'review' && ids.to === to);
  const reviews = new Reviews(reading.sightings, stated, list, projectAt);
  const facts = readCardFields(list.cards, 'reviews');
  for (const [n, card] of list.cards.entries()) reviews.add(card, list.by, reviewFields(facts[n] ?? {}));
  return new Set([at]);
}

/**
 * Whether cards are reviews: those of other people, most of them rated, or else items that have a day and words, most
 * of them or all, and a rating, whoever wrote them. Other people's tiles and a person's own offers have no day.
 */
function areReviews({ cards, isLinked }: Outline): boolean {
  const facts = readCardFields(cards, 'reviews');
  const written = facts.filter(({ text, submittedAt }) => (isLinked ? (text ?? submittedAt) : text && submittedAt));
  const rated = written.filter(({ rating }) => rating !== undefined).length;
  if (rated > 0 && (rated * 2 >= cards.length || (!isLinked && written.length === cards.length))) return true;
  // Of some the day is left out, of some the rating; of a person's own offers all days are.
  const isTold = ({ text, rating, submittedAt }: CardFields) =>
    text !== undefined && (rating ?? submittedAt) !== undefined;
  return rated > 0 && !isLinked && cards.length > 2 && facts.every(isTold);
}

/** Whether somebody wrote each of the cards, on a day. */
function areWritten({ cards }: Outline): boolean {
  return readCardFields(cards, 'reviews').every(({ text, submittedAt }) => text && submittedAt);
}

/** Of a review a card's writing is its text and its time is when it was given. */
function reviewFields({ text, rating, submittedAt, from }: CardFields): Record<string, Value> {
  return definedFields({ text, rating, at: submittedAt, from });
}

class Reviews {
  readonly #sightings: Sighting[];
  readonly #list: Outline;
  readonly #projectAt: ProjectAt;
  /** Per author, the reviews that the state script has. */
  readonly #stated: ReadonlyMap<string, Sighting[]>;
  /** True when the state script has them all: a card by an author it does not have is the same review under another name. */
  readonly #areAllStated: boolean;
  readonly #given = new Map<string, number>();
  /** Reviews whose author is not named. */
  readonly #unnamed = new Set<string>();

  constructor(sightings: Sighting[], stated: readonly Sighting[], list: Outline, projectAt: ProjectAt) {
    this.#sightings = sightings;
    this.#list = list;
    this.#projectAt = projectAt;
    this.#areAllStated = stated.length > 0 && stated.length >= list.cards.length;
    this.#stated = Map.groupBy(stated, ({ ids }) => ids.from ?? '');
  }

  /** Adds a card's review, by the way that found it and by what the card heuristics say of it too. */
  add({ account, said: table = {} }: OutlineCard, by: Way, kinds: Record<string, Value>): void {
    const { from: login, ...byKind } = kinds;
    const { from: written = login, project, ...rest } = table;
    const author = account || (typeof written === 'string' ? collapseSpaces(written) : '');
    const nth = this.#given.get(author) ?? 0;
    this.#given.set(author, nth + 1);
    const stated = this.#stated.get(author)?.[nth];
    if (this.#areAllStated && !stated) return;
    const from = author || unnamed(table, byKind);
    // The same review in a copy of the list, made for another screen.
    if (from === '' || (author === '' && this.#unnamed.has(from))) return;
    if (author === '') this.#unnamed.add(from);
    const id = typeof project === 'string' ? this.#projectAt(project) : undefined;
    const said = { ...rest, ...(id && { project: id }) };
    if (Object.keys(said).length + Object.keys(byKind).length === 0) return;
    const to = this.#list.ids.account ?? '';
    const sighting = stated ?? { kind: 'review', ids: { from, to }, url: this.#list.url, said: {} };
    if (!stated) this.#sightings.push(sighting);
    state(sighting, by, said);
    state(sighting, 'cards', byKind);
  }
}

/**
 * An id for an author that the page does not name: different for different reviews, so that two authors are not
 * taken for one client, and the same whenever the same review is seen.
 */
function unnamed(...said: readonly Readonly<Record<string, Value>>[]): string {
  const words = said.flatMap(({ text, project, at }) => [project, text, at]).filter((one) => typeof one === 'string');
  if (words.length === 0) return '';
  let hash = 0x811c9dc5;
  for (const char of words.slice(0, 2).join('\n').slice(0, 2_000)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return `not-named-${(hash >>> 0).toString(36)}`;
}
