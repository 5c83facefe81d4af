// Reads a page's elements without touching them: their words, what is hidden, and what stands at a place that
// a site's tables name. Everything walks without recursion, because pages nest deeply.

import { collapseSpaces } from '../model/beginning.ts';
import { MAX_LIST, MAX_SHORT, MAX_TEXT } from '../model/limits.ts';
import { trimEndOf } from '../model/trim.ts';
import { isHidden, isWithinHidden, mayHide } from './hidden.ts';
import { ELEMENT_GAP, type Entry, type Item, type Value } from './reading.ts';
import type { Boilerplate, EntryPlaces, FieldTable, Places } from './site.ts';
import {
  allIn,
  attributeOf,
  childCountOf,
  firstChildOf,
  holds,
  isFollowedBy,
  matches,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  tagOf,
  textIn,
} from './walk.ts';

/** A stretch of words that a page shows as one: a paragraph, a cell, a heading. */
export interface Block {
  element: Element;
  text: string;
  /** The same words with ELEMENT_GAP wherever another element begins: pages separate figures by style alone. */
  textWithGaps: string;
  /** Set for what is no words but stands among them; `text` is empty then. */
  mark?: Partial<Item>;
}

const inlineTags = new Set(
  'a abbr b bdi bdo big cite code data em font i ins kbd label mark q s small span strike strong sub sup time tt u wbr'.split(
    ' ',
  ),
);
/** What shows no words of the page's, or none to everybody. */
const wordless =
  'script,style,template,noscript,svg,button,select,option,textarea,input,iframe,object,[aria-hidden="true"],[hidden]';

/** What elements mark besides their words. */
export interface Marks {
  /** The elements that may mark something. */
  places: string;
  /** What one of these marks, or one that shows no words. */
  markOf(element: Element, hasWords: boolean): Partial<Item> | undefined;
}

/**
 * The element's stretches of words in page order; hidden parts, controls, pictures and boilerplate left out.
 *
 * @param marks what is asked for besides words; hidden elements mark nothing
 */
export function blocksOf(root: Element, boilerplate: Boilerplate = {}, marks?: Marks): Block[] {
  const { words, openings } = boilerplate;
  const blocks = childCountOf(root) === 0 && !marks ? wordsOf(root) : walked(root, boilerplate, marks);
  for (const block of blocks) {
    const text = squeezed(block.text).trim();
    block.text = (openings ? text.replace(openings, '') : text).slice(0, MAX_TEXT);
  }
  return words
    ? blocks.filter(({ text, mark }) => mark || text.length > 200 || !words.test(collapseSpaces(text)))
    : blocks;
}

/** The words of an element that holds no other. */
function wordsOf(element: Element): Block[] {
  const text = squeezed(textIn(element).slice(0, MAX_TEXT));
  return /\S/.test(text) ? [{ element, text, textWithGaps: text }] : [];
}

/**
 * The same for one that holds others. What is left out and what may mark something is asked for the whole of it at
 * once: that is one question instead of several for each of its elements. Where an element stands is known from the way
 * to it, and not asked.
 */
function walked(root: Element, { elements, others }: Boilerplate, marks: Marks | undefined): Block[] {
  const hidden = new Set(others);
  const silent = elements ? `${wordless},${elements}` : wordless;
  for (const one of allIn(root, mayHide)) if (isHidden(one)) hidden.add(one);
  const skipped = new Set([...hidden, ...allIn(root, silent)]);
  const marked = new Set(marks && !isHidden(root) ? [root, ...allIn(root, marks.places)] : []);
  const blocks: Block[] = [];
  let current: Block | undefined;
  /** Of each element around, the one whose stretch of words its own words are a part of. */
  const owners = new Map<Element, Element>();
  let around = root;
  let before: Element | undefined;
  let node: Node | null = root;
  while (node) {
    let enters = false;
    const type = nodeTypeOf(node);
    const owner = owners.get(around) ?? root;
    if (type === 3) {
      const text = squeezed(node.nodeValue ?? '');
      if (current?.element === owner) {
        if (current.text.length < MAX_TEXT) {
          current.text += text;
          current.textWithGaps += (around === before ? '' : ELEMENT_GAP) + text;
        }
      } else if (/\S/.test(text)) {
        current = { element: owner, text, textWithGaps: text };
        blocks.push(current);
      }
      before = around;
    } else if (type === 1) {
      const element = node as Element;
      if (current && tagOf(element) === 'br') {
        current.text += '\n';
        current.textWithGaps += '\n';
      } else enters = !skipped.has(element);
      const isAsked = !hidden.has(element) && (!enters || marked.has(element));
      const mark = isAsked ? marks?.markOf(element, enters) : undefined;
      if (mark) blocks.push({ element, text: '', textWithGaps: '', mark });
      if (enters) owners.set(element, inlineTags.has(tagOf(element)) ? owner : element);
    }
    let next: Node | null = enters ? firstChildOf(node) : null;
    if (next) around = node as Element;
    while (!next && node !== root) {
      next = nextSiblingOf(node);
      if (!next) {
        node = around;
        around = parentOf(around) ?? root;
      }
    }
    node = next;
  }
  return blocks;
}

/** True where words stand in the element itself, beside the elements in it. */
export function hasOwnWords(element: Element): boolean {
  for (let node = firstChildOf(element); node; node = nextSiblingOf(node)) {
    if (nodeTypeOf(node) === 3 && /\S/.test(node.nodeValue ?? '')) return true;
  }
  return false;
}

/** True for a link in the midst of words, such as one to somebody whom a letter speaks of. */
export function isAmongWords(link: Element): boolean {
  // What surrounds everything is no such tag.
  let around = parentOf(link) as Element;
  while (inlineTags.has(tagOf(around))) around = parentOf(around) as Element;
  return hasOwnWords(around);
}

/** White space that words may be parted and indented by; a zero-width mark is a part of the words. */
const spaces = /[ \t\n\r\f\v\u00a0]{2,}/g;

/** The same words without what only indents them: of a run of white space one space or line break, or one empty line. */
function squeezed(text: string): string {
  return text.replace(spaces, (run) => run.match(/\n/g)?.slice(0, 2).join('') ?? ' ');
}

/** All the element's words, one block a line. */
export function textOf(element: Element, boilerplate?: Boilerplate): string {
  return blocksOf(element, boilerplate)
    .map((block) => block.text)
    .join('\n')
    .slice(0, MAX_TEXT);
}

/** What stands inside a name and is no part of it: badges, levels, icons with words, hints. */
const besideNames = ['badge', 'icon', 'tooltip', 'popover', 'verified', 'certif', 'pronoun']
  .map((word) => `[class*="${word}" i]`)
  .concat('[role="tooltip"]', '[role="img"]')
  .join();

/** The words of an element that shows a name, without what marks the person beside it. */
export function nameIn(element: Element, boilerplate: Boilerplate = {}): string {
  const { elements } = boilerplate;
  // What stands in other stretches of a link, such as a price or a place, is no part of who it names; the first letters of
  // a name, which stand for a picture, are none where more follows.
  const firstOf = (parts: Boilerplate) => {
    const said = blocksOf(element, parts).filter(({ text }) => text);
    return (said.find(({ text }) => !/^\p{Lu}{1,2}$/u.test(text)) ?? said[0])?.textWithGaps;
  };
  // A name inside what is called after its badge.
  const own = firstOf({ ...boilerplate, elements: elements ? `${elements},${besideNames}` : besideNames });
  return collapseSpaces(own ?? firstOf(boilerplate) ?? '');
}

/** A figure and nothing else, with a currency or without: "$96 USD", "4.9", "97%". */
const bareFigure = /^[^\p{L}]{0,40}(?:[A-Z]{3})?[^\p{L}]{0,40}$/u;

/**
 * What stands at the first of these places that says something; undefined if none does.
 *
 * @param isSaid what words are passed over where it is not true of them
 * @param isOthers given where a person's name is wanted, without badges beside it: true for an element that names another
 */
export function valueAt(
  root: Element,
  places: Places,
  boilerplate?: Boilerplate,
  isSaid?: (words: string) => boolean,
  isOthers?: (element: Element) => boolean,
): Value | undefined {
  for (const place of places) {
    if (place.endsWith('#')) {
      const count = [...elementsOf(root, place.slice(0, -1), boilerplate)].filter(
        (element) => !isWithinHidden(element, root),
      ).length;
      if (count > 0) return count;
      continue;
    }
    const many = place.endsWith('[]');
    const { selector, attribute } = parsePlace(many ? place.slice(0, -2) : place);
    if (many) {
      const all = [...elementsOf(root, selector, boilerplate)].slice(0, MAX_LIST);
      const said = all
        .map((element) => collapseSpaces(textOrAttribute(element, attribute, boilerplate)).slice(0, MAX_SHORT))
        .filter(Boolean);
      if (said.length) return [...new Set(said)];
    } else {
      for (const element of elementsOf(root, selector, boilerplate)) {
        if (isWithinHidden(element, root) || isOthers?.(element)) continue;
        const said =
          isOthers && !attribute ? nameIn(element, boilerplate) : textOrAttribute(element, attribute, boilerplate);
        if (said && (isSaid?.(said) ?? true)) return said;
      }
    }
  }
  return undefined;
}

/** Places taken apart, which a page's cards are all read by. */
const parsed = new Map<string, { selector: string; attribute?: string }>();

/** A place taken apart: `img@src` is the selector `img` and the attribute `src`. */
export function parsePlace(place: string): { selector: string; attribute?: string } {
  let one = parsed.get(place);
  if (!one) {
    const [selector = '', attribute] = place.split(/@(?=[\w:-]+$)/);
    one = attribute ? { selector, attribute } : { selector };
    parsed.set(place, one);
  }
  return one;
}

/** The elements at a selector inside an element; beginning with "&", the element itself; with "{words}", what follows that label. */
export function elementsAt(root: Element, selector: string): Iterable<Element> {
  if (selector.startsWith('{')) {
    const [, label, rest] = /^\{([^}]+)\}(.+)$/.exec(selector) ?? [];
    if (label && rest) return following(root, label, rest);
  }
  if (!selector.startsWith('&')) return queryAll(root, selector);
  try {
    return matches(root, selector.slice(1) || '*') ? [root] : [];
  } catch {
    return [];
  }
}

/** The same without those in parts that are about others. */
export function elementsOf(root: Element, selector: string, { others }: Boilerplate = {}): Iterable<Element> {
  const all = elementsAt(root, selector);
  return others ? [...all].filter((one) => !others.some((part) => holds(part, one))) : all;
}

/** How far around a label what it is the label of may stand. */
const LABEL_LEVELS = 5;
const MAX_LABELS = 20;

/** The elements of a selector that follow a label, nearest around it: an element of just these words, or such words before others. */
function following(root: Element, label: string, selector: string): Element[] {
  let tried = 0;
  for (const element of queryAll(root, '*')) {
    const isBare = childCountOf(element) > 0;
    const text = (isBare ? firstChildOf(element)?.nodeValue : textIn(element)) ?? '';
    if (text.length > label.length + 20) continue;
    if (trimEndOf(collapseSpaces(text).toLowerCase(), ' :') !== label || isWithinHidden(element, root)) continue;
    if (++tried > MAX_LABELS) break;
    // What a heading is the label of ends before the next one.
    const end = /^h\d$/.test(tagOf(element))
      ? [...queryAll(root, tagOf(element))].find((one) => one !== element && isFollowedBy(element, one))
      : undefined;
    let around = isBare ? element : parentOf(element);
    for (let level = 0; around && level < LABEL_LEVELS; level++, around = parentOf(around)) {
      const found = [...queryAll(around, selector)].filter(
        (one) => isFollowedBy(element, one) && !(end && isFollowedBy(end, one)),
      );
      if (found.length) return found;
      if (around === root) break;
    }
  }
  return [];
}

function textOrAttribute(
  element: Element,
  attribute: string | undefined,
  boilerplate: Boilerplate | undefined,
): string {
  return attribute ? (attributeOf(element, attribute) ?? '').trim() : textOf(element, boilerplate);
}

/** querySelectorAll that answers an empty list for a selector this browser does not know. */
export function queryAll(root: Document | Element, selector: string): Iterable<Element> {
  try {
    return allIn(root, selector);
  } catch {
    return [];
  }
}

/** Of some fields what they must say: a text is no bare figure, and an amount has one. */
const isWanted: Readonly<Record<string, (words: string) => boolean>> = {
  text: (words) => !bareFigure.test(words),
  earnings: (words) => /\d/.test(words),
};

/**
 * What a table finds inside an element, field by field.
 *
 * @param isOthers true for an element that names somebody else than the table is about
 */
export function readTable(
  root: Element,
  table: FieldTable,
  isOthers: (element: Element) => boolean,
  boilerplate?: Boilerplate,
): Record<string, Value> {
  const said: Record<string, Value> = {};
  for (const [field, places] of Object.entries(table)) {
    const value =
      'each' in places
        ? entriesAt(root, places, boilerplate)
        : valueAt(root, places, boilerplate, isWanted[field], field === 'name' ? isOthers : undefined);
    if (value !== undefined) said[field] = value;
  }
  return said;
}

/** The entries at the first place that has any with something in it. */
function entriesAt(
  root: Element,
  { each, parts }: EntryPlaces,
  boilerplate: Boilerplate | undefined,
): Entry[] | undefined {
  for (const selector of each) {
    const entries: Entry[] = [];
    for (const element of elementsOf(root, selector, boilerplate)) {
      if (entries.length >= MAX_LIST) break;
      if (isWithinHidden(element, root)) continue;
      const entry: Record<string, string> = {};
      for (const [part, places] of Object.entries(parts)) {
        const value = valueAt(element, places, boilerplate);
        if (typeof value === 'string') entry[part] = value;
      }
      if (Object.keys(entry).length) entries.push(entry);
    }
    if (entries.length) return entries;
  }
  return undefined;
}

/** Elements by where they stand, to ask whether others stand inside or around them without comparing each with each. */
export class Regions {
  readonly #roots: ReadonlySet<Element>;
  readonly #around = new Set<Element>();

  constructor(roots: readonly Element[]) {
    this.#roots = new Set(roots);
    for (const root of roots) {
      for (let at = parentOf(root); at && !this.#around.has(at); at = parentOf(at)) this.#around.add(at);
    }
  }

  /** True for an element that is one of them or stands inside one. */
  hold(element: Element): boolean {
    for (let at: Element | null = element; at; at = parentOf(at)) if (this.#roots.has(at)) return true;
    return false;
  }

  /** True for an element that one of them stands inside. */
  areInside(element: Element): boolean {
    return this.#around.has(element);
  }

  /** True for an element that is one of them, stands inside one, or around one. */
  overlap(element: Element): boolean {
    return this.#around.has(element) || this.hold(element);
  }
}
