// Takes down what a part of the page shows, so that the worker can tell its fields apart by kind: stretches of words
// in page order, where each stands, and the marks among them. What any of it means is not judged here.

import { MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { blocksOf, hasOwnWords, type Marks, nameIn } from './dom.ts';
import { isLink } from './find-cards.ts';
import { MAX_ITEMS, MAX_PATH } from './outline-limits.ts';
import { ratingAt, ratingIn, ratingPlaces } from './ratings.ts';
import type { Item } from './reading.ts';
import type { Boilerplate } from './site.ts';
import {
  attributeOf,
  childCountOf,
  childrenOf,
  classOf,
  closestTo,
  firstIn,
  holds,
  matches,
  parentOf,
  tagOf,
  textIn,
} from './walk.ts';

/** Characters of a class name that are told. */
const MAX_CLASS = 50;
/** Most characters of badges and the like beside a name. */
const NAME_MARGIN = 40;
/** Most links of one card that may show its person's name: each is compared with each stretch of words. */
export const MAX_NAME_LINKS = 100;

const headings = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** An element's tag and class, and of a cell which column it is in. */
const slotOf = (element: Element | null) => {
  const tag = element ? tagOf(element) : '';
  const column = /^t[dh]$/.test(tag) ? (element as HTMLTableCellElement).cellIndex : '';
  return `${tag}${column}.${classOf(element).slice(0, MAX_CLASS)}`;
};

/**
 * What the element shows.
 *
 * @param links those that lead to the person whose card it is
 * @param more what else is told of an item by its element
 */
export function outlineOf(
  root: Element,
  boilerplate?: Boilerplate,
  links: readonly Element[] = [],
  more?: (element: Element) => Partial<Item>,
): Item[] {
  const numbers = new Map<Element, number>();
  const named = links.slice(0, MAX_NAME_LINKS).filter(isLink);
  const pathOf = (element: Element) => {
    const path: number[] = [];
    for (let at: Element | null = element; at && path.length < MAX_PATH; at = at === root ? null : parentOf(at)) {
      const number = numbers.get(at) ?? numbers.size;
      numbers.set(at, number);
      path.push(number);
    }
    return path;
  };
  /** Whether there is anything of this kind, in the element or around it: each stretch of words is asked only then. */
  const has = (selector: string) => (closestTo(root, selector) ?? firstIn(root, selector)) !== null;
  const [hasHeadings, hasLinks, hasCells] = [has(headings), has('a[href]'), has('td')];
  const nameLengths: number[] = [];
  /** How long words may be that are no more than this name and what stands beside it; hardly any name has to be read for it. */
  const nameLength = (n: number, one: Element) => {
    nameLengths[n] ??= nameIn(one).length + NAME_MARGIN;
    return nameLengths[n];
  };
  return blocksOf(root, boilerplate, marks)
    .slice(0, MAX_ITEMS)
    .map(({ element, text, textWithGaps, mark }) => {
      const item: Item = {
        text: text.slice(0, MAX_TEXT),
        path: pathOf(element),
        slot: `${slotOf(element)}<${slotOf(parentOf(element))}`,
        ...mark,
        ...more?.(element),
      };
      if (mark) return item;
      if (textWithGaps !== text) item.gaps = textWithGaps.slice(0, MAX_TEXT);
      const heading = hasHeadings && closestTo(element, headings);
      if (heading) item.level = Number(/\d/.exec(attributeOf(heading, 'aria-level') ?? tagOf(heading))?.[0] ?? 3);
      const link = hasLinks && (closestTo(element, 'a[href]') ?? onlyLinkIn(element));
      if (link) item.href = (attributeOf(link, 'href') ?? '').slice(0, MAX_URL);
      const cell = hasCells ? (closestTo(element, 'td') as HTMLTableCellElement | null) : null;
      const table = cell && (closestTo(cell, 'table') as HTMLTableElement | null);
      const head = table?.rows[0]?.cells[cell?.cellIndex ?? 0];
      if (head && tagOf(head) === 'th') item.label = textIn(head).trim().slice(0, MAX_SHORT);
      if (isTags(element)) item.isTags = true;
      for (const [n, one] of named.entries()) {
        if (holds(one, element)) item.naming = 'in';
        else if (!item.naming && holds(element, one))
          item.naming = text.length < nameLength(n, one) ? 'line' : 'around';
      }
      return item;
    });
}

/** The one link that holds all of an element's words. */
function onlyLinkIn(element: Element): Element | undefined {
  const [only] = childCountOf(element) === 1 ? childrenOf(element) : [];
  if (!only || textIn(only).trim() !== textIn(element).trim()) return undefined;
  return tagOf(only) === 'a' ? only : onlyLinkIn(only);
}

/** An item of a list that is one link and nothing else, what is called a token, or a row of elements of one class with nothing between them. */
function isTags(element: Element): boolean {
  if (tagOf(element) === 'li' && onlyLinkIn(element)) return true;
  if (tagOf(element) === 'li' && /token|skill|chip/i.test(classOf(element))) return true;
  const [first, second, third] = childrenOf(element);
  if (!first || !third || /^(?:br|img|p)$/.test(tagOf(first))) return false;
  return (
    [second, third].every((one) => one && tagOf(one) === tagOf(first) && classOf(one) === classOf(first)) &&
    !hasOwnWords(element)
  );
}

const marks: Marks = { places: `time[datetime],img,${ratingPlaces}`, markOf };

function markOf(element: Element, hasWords: boolean): Partial<Item> | undefined {
  const localName = tagOf(element);
  const time = localName === 'time' ? attributeOf(element, 'datetime') : null;
  if (time) return { time: time.slice(0, MAX_SHORT) };
  if (localName === 'img') {
    const [alt, src] = ['alt', 'src'].map((name) => (attributeOf(element, name) ?? '').trim().slice(0, MAX_SHORT)) as [
      string,
      string,
    ];
    if (!/flag/i.test(src) && !alt.startsWith('Flag of ')) return undefined;
    // The file says it in every language.
    const isFile = /\/flags?\/(?:[\w-]+\/)*[a-z]{2}[@_.-]/i.test(src);
    return { flag: isFile || /^(flag of)?$/i.test(alt) ? src : alt };
  }
  const { whole, figure } = matches(element, ratingPlaces) ? ratingAt(element) : {};
  const rating = whole ?? figure ?? (hasWords ? undefined : ratingIn(element));
  return rating === undefined ? undefined : { rating, scaled: / out of /.test(rating) };
}
