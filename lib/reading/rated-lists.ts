// Finds lists of rated things by their ratings alone, for pages that link none of the authors.

import { MAX_PER_PAGE } from '../model/limits.ts';
import { queryAll } from './dom.ts';
import { type Card, isInLandmark } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import { ratingAt, ratingPlaces } from './ratings.ts';
import { childrenOf, classOf, parentOf, tagOf } from './walk.ts';

/** How many lists are returned at most. */
const MAX_LISTS = 3;
/** Most elements with a rating that are looked at on one page. */
const MAX_RATED = 20_000;

/**
 * Lists whose items hold a rating, longest first: people's reviews, or what a person offers. Items that are built as
 * the rated ones belong to the list, for not everybody rates. Their cards have no account.
 */
export function ratedLists(body: Element): Card[][] {
  const lists = new Map<Element, Set<Element>>();
  let looked = 0;
  for (const element of queryAll(body, ratingPlaces)) {
    if (++looked > MAX_RATED) break;
    const { whole, figure } = ratingAt(element);
    if ((whole ?? figure) === undefined || isInLandmark(element) || isWithinHidden(element, body)) continue;
    let at = element;
    for (let around = parentOf(at); at !== body && around; around = parentOf(at)) {
      const items = lists.get(around) ?? new Set();
      lists.set(around, items);
      if (items.has(at)) break;
      items.add(at);
      at = around;
    }
  }
  return [...lists]
    .map(([around, items]) => alikeIn(around, items))
    .filter((alike) => alike.length > 1)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_LISTS)
    .map((items) => items.slice(0, MAX_PER_PAGE).map((root) => ({ account: '', root, links: [] })));
}

/** Of an element's parts the rated ones of the commonest tag, and those of that tag that look like one of them. */
function alikeIn(around: Element, rated: ReadonlySet<Element>): Element[] {
  const [tag] = [...Map.groupBy(rated, tagOf)].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const looks = new Set([...rated].filter((item) => tagOf(item) === tag).map(classOf));
  return [...childrenOf(around)].filter(
    (part) =>
      tagOf(part) === tag && (rated.has(part) || (looks.has(classOf(part)) && (classOf(part) !== '' || isItem(part)))),
  );
}

/** Whether an element is one of several alike, whatever it is called: a container without a class may hold anything. */
const isItem = (element: Element) => /^(?:tr|li|article)$/.test(tagOf(element));
