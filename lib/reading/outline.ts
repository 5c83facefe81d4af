// Takes down what a part of the page shows, so that the worker can tell its fields apart by kind: stretches of words
// in page order, where each stands, and the marks among them. What any of it means is not judged here.
import { MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { blocksOf, nameIn } from './dom.ts';
import { isLink } from './find-cards.ts';
import { MAX_ITEMS, MAX_PATH } from './outline-limits.ts';
import { ratingAt, ratingIn, ratingPlaces } from './ratings.ts';
import type { Item } from './reading.ts';
import type { Boilerplate } from './site.ts';

/** Characters of a class name that are told. */
const MAX_CLASS = 50;
/** Most characters of badges and the like beside a name. */
const NAME_MARGIN = 40;
/** Most links of one card that may show its person's name: each is compared with each stretch of words. */
export const MAX_NAME_LINKS = 100;

/** An element's tag and class, and of a cell which column it is in. */
const slotOf = (element: Element | null) =>
  `${element?.localName}${(element as HTMLTableCellElement | null)?.cellIndex ?? ''}.${(element?.getAttribute('class') ?? '').slice(0, MAX_CLASS)}`;

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
    for (let at: Element | null = element; at && path.length < MAX_PATH; at = at === root ? null : at.parentElement) {
      const number = numbers.get(at) ?? numbers.size;
      numbers.set(at, number);
      path.push(number);
    }
    return path;
  };
  return blocksOf(root, boilerplate, markOf)
    .slice(0, MAX_ITEMS)
    .map(({ element, text, textWithGaps, mark }) => {
      const item: Item = {
        text: text.slice(0, MAX_TEXT),
        path: pathOf(element),
        slot: `${slotOf(element)}<${slotOf(element.parentElement)}`,
        ...mark,
        ...more?.(element),
      };
      if (mark) return item;
      if (textWithGaps !== text) item.gaps = textWithGaps.slice(0, MAX_TEXT);
      const heading = element.closest('h1,h2,h3,h4,h5,h6,[role="heading"]');
      if (heading) item.level = Number(/\d/.exec(heading.getAttribute('aria-level') ?? heading.localName)?.[0] ?? 3);
      const link = element.closest('a[href]') ?? onlyLinkIn(element);
      if (link) item.href = (link.getAttribute('href') ?? '').slice(0, MAX_URL);
      const cell = element.closest('td');
      const head = cell?.closest('table')?.rows[0]?.cells[cell.cellIndex];
      if (head?.localName === 'th') item.label = (head.textContent ?? '').trim().slice(0, MAX_SHORT);
      if (isTags(element)) item.isTags = true;
      for (const one of named) {
        if (one.contains(element)) item.naming = 'in';
        else if (!item.naming && element.contains(one))
          item.naming = text.length < nameIn(one).length + NAME_MARGIN ? 'line' : 'around';
      }
      return item;
    });
}

/** The one link that holds all of an element's words. */
function onlyLinkIn(element: Element): Element | undefined {
  const [only, ...more] = element.children;
  return only?.localName === 'a' && more.length === 0 && only.textContent?.trim() === element.textContent?.trim()
    ? only
    : undefined;
}

/** An item of a list that is one link and nothing else, or a row of elements of one class with nothing between them. */
function isTags(element: Element): boolean {
  if (element.localName === 'li' && onlyLinkIn(element)) return true;
  const [first, second, third] = element.children;
  if (!first || !third || /^(?:br|img|p)$/.test(first.localName)) return false;
  return (
    [second, third].every((one) => one?.localName === first.localName && one.className === first.className) &&
    [...element.childNodes].every((node) => node.nodeType !== 3 || !/\S/.test(node.nodeValue ?? ''))
  );
}

function markOf(element: Element, hasWords: boolean): Partial<Item> | undefined {
  const { localName } = element;
  const time = localName === 'time' ? element.getAttribute('datetime') : null;
  if (time) return { time: time.slice(0, MAX_SHORT) };
  if (localName === 'img') {
    const [alt, src] = ['alt', 'src'].map((name) => (element.getAttribute(name) ?? '').trim().slice(0, MAX_SHORT)) as [
      string,
      string,
    ];
    if (!/flag/i.test(src) && !alt.startsWith('Flag of ')) return undefined;
    // The file says it in every language.
    const isFile = /\/flags?\/(?:[\w-]+\/)*[a-z]{2}[@_.-]/i.test(src);
    return { flag: isFile || /^(flag of)?$/i.test(alt) ? src : alt };
  }
  const { whole, figure } = element.matches(ratingPlaces) ? ratingAt(element) : {};
  const rating = whole ?? figure ?? (hasWords ? undefined : ratingIn(element));
  return rating === undefined ? undefined : { rating, scaled: / out of /.test(rating) };
}
