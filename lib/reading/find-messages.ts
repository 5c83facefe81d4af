// Finds the messages of a conversation on a page whose design no table knows: what has times and stands in one list, nearest
// to where one writes. Who wrote what is told from the outlines of these, in the worker (thread-fields.ts).
import { collapseSpaces } from '../model/beginning.ts';
import { MAX_SHORT } from '../model/limits.ts';
import { hasOwnWords, queryAll } from './dom.ts';
import { isInLandmark } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import {
  attributeOf,
  childCountOf,
  childrenOf,
  classOf,
  closestTo,
  holds,
  matches,
  parentOf,
  tagOf,
  textIn,
} from './walk.ts';

/** A message, or words between messages: a day, the head of a group, what the site says. */
export interface ThreadPart {
  root: Element;
  /** The groups it stands in, the outermost first, each by a number. */
  groups: string[];
  /** Classes, data and alignment of it and of what is around and in it: what may tell whose it is. */
  marks: string[];
}

/** Where a thread stands in its page. */
export interface FoundThread {
  /** The part of the page that is the conversation's, with where one writes; the list of messages where there is none. */
  panel: Element;
  parts: ThreadPart[];
}

/** Most elements looked at on one page, and parts of one conversation: of more the last ones. */
const MAX_LOOKED = 30_000;
const MAX_PARTS = 1_000;
const composers = 'textarea,[contenteditable]:not([contenteditable="false"]),[role="textbox"]';
const clock = /\d{1,2}[:.]\d{2}(?!\d)/;
const timeClass = /time|date|stamp|\bago\b|when/i;
/** Elements of a message that may come several times in one part. */
const bubbles = '[class*="bubble" i],[class*="message" i],[class*="msg" i]';

/**
 * Finds the conversation.
 *
 * @param opensAnother true for a link that opens another conversation: what holds one is a row of the inbox
 */
export function findThread(root: Element, opensAnother: (link: Element) => boolean): FoundThread | undefined {
  const lists = listsOfTimed(root);
  const writing = new Set<Element>();
  for (const one of queryAll(root, composers)) {
    if (isWithinHidden(one, root)) continue;
    for (let at = parentOf(one); at && !writing.has(at); at = parentOf(at)) writing.add(at);
  }
  /** The smallest part of the page around a list in which one writes. */
  const panelOf = (list: Element) => {
    let at: Element | null = list;
    while (at && !writing.has(at)) at = parentOf(at);
    return at;
  };
  /** The deeper that stands, the nearer is the list to where one writes. */
  const nearness = (list: Element) => {
    let depth = 0;
    for (let at = panelOf(list); at; at = parentOf(at)) depth++;
    return depth;
  };
  const isRow = (one: Element) => {
    const link = closestTo(one, 'a[href]');
    return (link && opensAnother(link)) || [...queryAll(one, 'a[href]')].some(opensAnother);
  };
  const isThread = ([list, items]: readonly [Element, ReadonlySet<Element>]) =>
    items.size > 1 &&
    !isInLandmark(list) &&
    [...items].every((one) => !writing.has(one)) &&
    [...items].filter((one, n) => n < 40 && isRow(one)).length * 2 < Math.min(items.size, 40);
  const [best] = [...lists]
    .filter(isThread)
    .map(([list, items]) => ({ list, size: items.size, near: nearness(list) }))
    .sort((a, b) => b.near - a.near || b.size - a.size);
  if (!best) return undefined;
  const list = outermost(best.list, lists, writing);
  const parts = partsOf(list, lists).filter(({ root: part }) => !isRow(part));
  return { panel: panelOf(list) ?? list, parts: parts.slice(-MAX_PARTS) };
}

/** For each element around times, which of its parts hold some with words beside them. */
function listsOfTimed(root: Element): Map<Element, Set<Element>> {
  const lists = new Map<Element, Set<Element>>();
  for (const time of timesIn(root)) {
    let at = time;
    let hasWords = attributeOf(time, 'aria-label') !== null;
    for (let around = parentOf(at); at !== root && around; around = parentOf(around)) {
      const own = lists.get(around);
      if (own?.has(at)) break;
      // A time alone is a part of what it stands beside.
      hasWords ||= saysMore(at, time);
      if (hasWords) {
        if (own) own.add(at);
        else lists.set(around, new Set([at]));
      }
      at = around;
    }
  }
  return lists;
}

/** True for an element around a time with words beside it. */
const saysMore = (around: Element, time: Element) =>
  around !== time &&
  (hasOwnWords(around) || [...childrenOf(around)].some((one) => !holds(one, time) && textIn(one).trim() !== ''));

/** Elements that say a time: where such elements stand, most places have one. Where a person's own words name one, few do. */
function timesIn(root: Element): Element[] {
  const alike = new Map<string, { around: Set<Element | null>; aroundTimed: Set<Element | null>; timed: Element[] }>();
  let looked = 0;
  for (const element of queryAll(root, '*')) {
    if (++looked > MAX_LOOKED) break;
    const tag = tagOf(element);
    const titled = ['title', 'aria-label', 'datetime'].some((name) => clock.test(attributeOf(element, name) ?? ''));
    const isLeaf = childCountOf(element) === 0;
    if ((!isLeaf && !titled) || /^(?:script|style|option|button|input|textarea)$/.test(tag)) continue;
    const words = isLeaf ? textIn(element).slice(0, 200).trim() : '';
    const isTimed =
      titled ||
      tag === 'time' ||
      (words.length < 40 && (clock.test(words) || (/\d/.test(words) && timeClass.test(classOf(element)))));
    const name = `${titled && tag !== 'time' ? '@' : ''}${tag}<${tagOf(parentOf(element) ?? element)} ${classOf(element)}`;
    const kind = alike.get(name) ?? { around: new Set(), aroundTimed: new Set(), timed: [] };
    alike.set(name, kind);
    const around = parentOf(element);
    if (words !== '' || titled) kind.around.add(around);
    if (!isTimed) continue;
    kind.aroundTimed.add(around);
    kind.timed.push(element);
  }
  return [...alike.values()].flatMap(({ around, aroundTimed, timed }) =>
    aroundTimed.size * 2 > around.size ? timed : [],
  );
}

/** The list around a list: of groups or days, where others like it stand beside. */
function outermost(
  list: Element,
  lists: ReadonlyMap<Element, ReadonlySet<Element>>,
  writing: ReadonlySet<Element>,
): Element {
  let found = list;
  let at = list;
  for (let around = parentOf(at); around && !writing.has(at); around = parentOf(around)) {
    const own = at;
    const isAlike = (one: Element) => one !== own && tagOf(one) === tagOf(own) && classOf(one) === classOf(own);
    if ([...(lists.get(around) ?? [])].some(isAlike)) found = around;
    at = around;
  }
  return found;
}

/** The messages of a list and the words between them, in page order; those of a group each for itself. */
function partsOf(list: Element, lists: ReadonlyMap<Element, ReadonlySet<Element>>): ThreadPart[] {
  const groups = new Set<Element>();
  const isGroup = (one: Element) => (lists.get(one)?.size ?? 0) > 1;
  const note = (one: Element) => {
    for (let at: Element | null = one; at && at !== list && !groups.has(at); at = parentOf(at)) groups.add(at);
  };
  for (const one of lists.keys()) if (one !== list && holds(list, one) && isGroup(one)) note(one);
  const kin = Map.groupBy(queryAll(list, bubbles), parentOf);
  for (const [around, all] of kin) {
    const [first, second] = all.filter((one) => textIn(one).trim() !== '');
    const isKin = first && second && tagOf(first) === tagOf(second) && classOf(first) === classOf(second);
    if (around && around !== list && holds(list, around) && isKin && /^(?:div|li)$/.test(tagOf(first))) note(around);
  }
  const rows = [...(lists.get(list) ?? [])];
  const tags = new Set(rows.map(tagOf));
  if (tags.has('dt')) tags.add('dd');
  const isAlso = (one: Element) =>
    tags.has(tagOf(one)) || (childCountOf(one) < 2 && textIn(one).trim().length < 40 && !matches(one, 'form,button'));
  const parts: ThreadPart[] = [];
  let numbered = 0;
  const add = (around: Element, inside: string[], above: string[], depth: number) => {
    for (const one of childrenOf(around)) {
      if (isWithinHidden(one, around) || /^(?:script|style|template)$/.test(tagOf(one))) continue;
      if (around === list && !isAlso(one)) continue;
      const marks = [...above, ...marksOf(one)];
      if (groups.has(one) && depth < 12) add(one, [...inside, `${numbered++}`], marks, depth + 1);
      else parts.push({ root: one, groups: inside, marks: [...marks, ...marksWithin(one)].slice(0, 60) });
    }
  };
  add(list, [], [], 0);
  return parts;
}

/** What an element says of itself besides words: classes, short data, how its style aligns it. */
function marksOf(element: Element): string[] {
  const classes = classOf(element).slice(0, MAX_SHORT).split(/\s+/).filter(Boolean);
  const data = element
    .getAttributeNames()
    .filter((name) => /^(?:data-|align$)/.test(name))
    .map((name) => `${name}=${attributeOf(element, name)}`)
    .filter((one) => one.length < 60);
  const style = (attributeOf(element, 'style') ?? '').slice(0, MAX_SHORT);
  const aligned = /(?:text-align|align-self|align-items|justify-content|float)\s*:\s*([a-z-]{3,12})/i.exec(style)?.[1];
  return [...classes, ...data, ...(aligned ? [`style=${aligned}`] : [])];
}

/** The same of the elements in it that hold most of its words. */
function marksWithin(element: Element): string[] {
  const marks: string[] = [];
  let at = element;
  for (let level = 0; level < 5; level++) {
    const half = textIn(at).length / 2;
    const inner = [...childrenOf(at)].find((one) => textIn(one).length > half);
    if (!inner) break;
    marks.push(...marksOf(inner));
    at = inner;
  }
  return marks;
}

/** What a part says in attributes of who wrote it and when: to screen readers, by a picture, in hints. */
export function hintsIn(root: Element): string[] {
  const hints = [root, ...queryAll(root, '[aria-label],[title],img[alt]')].flatMap((one) =>
    ['aria-label', 'title', 'alt'].map((name) => collapseSpaces(attributeOf(one, name) ?? '')),
  );
  return [...new Set(hints)].filter((one) => one !== '' && one.length < 120).slice(0, 12);
}
