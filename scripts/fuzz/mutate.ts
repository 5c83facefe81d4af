// What happens to a page: parts moved, removed, doubled, nested and swapped, fields named as a document's own
// properties, texts of 100 kB, state scripts that break off, parts of another site's page, and pages that are cut.
// Each change draws from a seed of its own, so that a case stays the same when others are left out of it.

import { holds, textIn } from '../../lib/reading/walk.ts';
import { type Random, random } from '../evaluate/random.ts';
import { attributesOf } from './attributes.ts';
import { type Fixture, parse } from './fixtures.ts';

export interface Change {
  kind: keyof typeof changes | 'cut';
  seed: number;
}

export interface Case {
  fixture: Fixture;
  /** Another page, parts of which come in. */
  other: Fixture;
  changes: readonly Change[];
}

const LONG = 100_000;
/** As many levels as a part is put deeper; 600 of them are deeper than any page is. */
const DEEP = [1, 5, 60, 600];
const CLOBBERING =
  'parentElement parentNode firstChild nextSibling nextElementSibling children childElementCount localName nodeType textContent getAttribute hasAttribute matches closest querySelector querySelectorAll contains attributes title body'.split(
    ' ',
  );

type Apply = (document: Document, next: Random, other: Document) => void;

const elements = (document: Document) => [...document.querySelectorAll('body *')];
const some = (document: Document, next: Random): Element | undefined => {
  const all = elements(document);
  return all.length > 0 ? next.pick(all) : undefined;
};

const changes = {
  move: (document, next) => {
    const [part, to] = [some(document, next), some(document, next)];
    if (part && to && !holds(part, to)) to.append(part);
  },
  remove: (document, next) => some(document, next)?.remove(),
  double: (document, next) => {
    const part = some(document, next);
    for (let times = next.pick([1, 1, 3, 20]); part && times > 0; times -= 1) part.after(part.cloneNode(true));
  },
  nest: (document, next) => {
    const part = some(document, next);
    const innermost = document.createElement('div');
    let outermost = innermost;
    for (let depth = next.pick(DEEP); depth > 1; depth -= 1) {
      const around = document.createElement('div');
      around.append(outermost);
      outermost = around;
    }
    part?.replaceWith(outermost);
    if (part) innermost.append(part);
  },
  unwrap: (document, next) => {
    const part = some(document, next);
    part?.replaceWith(...part.childNodes);
  },
  swapAttributes: (document, next) => {
    const [one, two] = [some(document, next), some(document, next)];
    if (!one || !two) return;
    const [ofOne, ofTwo] = [attributesOf(one), attributesOf(two)].map((all) => all.map((a) => [a.name, a.value]));
    for (const { name } of attributesOf(one)) one.removeAttribute(name);
    for (const { name } of attributesOf(two)) two.removeAttribute(name);
    for (const [name = '', value = ''] of ofTwo ?? []) setAttribute(one, name, value);
    for (const [name = '', value = ''] of ofOne ?? []) setAttribute(two, name, value);
  },
  swap: (document, next) => {
    const [one, two] = [some(document, next), some(document, next)];
    if (!one || !two || holds(one, two) || holds(two, one)) return;
    const place = document.createElement('i');
    one.replaceWith(place);
    two.replaceWith(one);
    place.replaceWith(two);
  },
  clobber: (document, next) => {
    const part = some(document, next);
    const form = document.createElement('form');
    for (const name of CLOBBERING) {
      const field = document.createElement('input');
      field.setAttribute('name', name);
      if (next() < 0.8) form.append(field);
    }
    part?.replaceWith(form);
    if (part) form.append(part);
  },
  long: (document, next) => {
    const text = next.pick([' ', 'a', 'word ', '9', '9,', '((', '. ', '@', 'https://', '\u2005', 'é', '€1 ', '\n']);
    some(document, next)?.append(document.createTextNode(text.repeat(LONG / text.length)));
  },
  breakState: (document, next) => {
    const scripts = [...document.querySelectorAll('script')];
    if (scripts.length === 0) return;
    const script = next.pick(scripts);
    const text = textIn(script);
    script.textContent = text.slice(0, next.int(0, text.length));
  },
  mix: (document, next, other) => {
    const [part, to] = [some(other, next), some(document, next)];
    if (part && to) to.append(document.importNode(part, true));
  },
} satisfies Record<string, Apply>;

const kinds = Object.keys(changes) as (keyof typeof changes)[];

function setAttribute(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value);
  } catch {
    // Names that the parser lets pass and setAttribute does not.
  }
}

/** The case with this number. */
export function caseOf(seed: number, fixtures: readonly Fixture[]): Case {
  const next = random(seed);
  const fixture = next.pick(fixtures);
  const count = next.pick([1, 1, 2, 3, 5, 10]);
  const seeds = Array.from({ length: count }, () => next.int(0, 2 ** 31));
  const isCut = next() < 0.15;
  const chosen: Change[] = isCut
    ? [{ kind: 'cut', seed: next.int(0, 2 ** 31) }]
    : seeds.map((one) => ({ kind: next.pick(kinds), seed: one }));
  return { fixture, other: next.pick(fixtures), changes: chosen };
}

/** The page that a case makes. */
export function pageOf({ fixture, other, changes: chosen }: Case): Document {
  const [first] = chosen;
  if (first?.kind === 'cut') return parse(fixture.html.slice(0, cutAt(fixture, first)));
  const document = fixture.document.cloneNode(true) as Document;
  for (const { kind, seed } of chosen) if (kind !== 'cut') changes[kind](document, random(seed), other.document);
  return document;
}

const cutAt = ({ html }: Fixture, { seed }: Change): number => random(seed).int(0, html.length);
