// Finds lists of rated things by their ratings alone, for pages that link none of the authors.

import { MAX_PER_PAGE } from '../model/limits.ts';
import { queryAll } from './dom.ts';
import { type Card, isInLandmark } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import { ratingAt, ratingPlaces } from './ratings.ts';
import { parentOf, tagOf } from './walk.ts';

/** How many lists are returned at most. */
const MAX_LISTS = 3;
/** Most elements with a rating that are looked at on one page. */
const MAX_RATED = 20_000;

/** Lists whose items each hold a rating, longest first: people's reviews, or what a person offers. Their cards have no account. */
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
  // Of an element's parts those that are alike.
  return [...lists.values()]
    .map((items) => [...Map.groupBy(items, (item) => tagOf(item)).values()].sort((x, y) => y.length - x.length))
    .flatMap(([alike]) => (alike && alike.length > 1 ? [alike] : []))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_LISTS)
    .map((items) => items.slice(0, MAX_PER_PAGE).map((root) => ({ account: '', root, links: [] })));
}
