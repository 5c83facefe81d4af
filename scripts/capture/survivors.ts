// The last look at a captured page before it is written: does anything real stand in it? Every word, number and
// id of the original that is not the interface's is looked for everywhere in it. This knows nothing of what was
// replaced and how; it compares what stands in two pages.
import { siteFor } from '../../lib/sites/registry.ts';
import { schemas } from './addresses.ts';
import { type InterfaceWords, wordsIn } from './interface-words.ts';
import { isBuilt, type Rewritten } from './page.ts';
import { fold, tokensOf } from './people.ts';
import { markup } from './rewording.ts';
import { isFixed, isFlat } from './state-scripts.ts';

/** Something of the original that stands in the captured page. Its own words are not told. */
export interface Survivor {
  kind: 'word' | 'number' | 'id' | 'name';
  /** Where in the page, as a path of tags. */
  place: string;
  /** Takes what it stands in out of the captured page: an attribute, words, a script. */
  drop(): void;
}

/** Something a page says: what it says, where, and what kind of place that is. */
interface Said {
  text: string;
  kind: 'text' | 'address' | 'built';
  place: () => string;
  drop: () => void;
}

/** Shorter words are of every language; the invented ones are sometimes the same. */
const MIN_WORD = 3;
const MIN_NUMBER = 5;
const MIN_ID = 4;

/** Everything real that is still there, each with its kind and place. */
export function survivors(original: Document, captured: Document, rewritten: Rewritten): Survivor[] {
  const { words, people } = rewritten;
  const real = new Set<string>();
  for (const said of saidIn(original, rewritten)) {
    if (said.kind === 'built') for (const number of numbersIn(said.text)) real.add(number);
    else for (const token of tokensOf(said.text)) if (isTelling(token, words)) real.add(token);
  }
  const names = [...people.names].filter((name) => !name.split(' ').every((word) => words.isAllowed(word)));
  const byFirst = Map.groupBy(names, (name) => name.split(' ')[0] ?? '');
  const found: Survivor[] = [];
  for (const said of saidIn(captured, rewritten)) {
    const tokens = tokensOf(said.text);
    const { place, drop } = said;
    for (const token of said.kind === 'built' ? numbersIn(said.text) : tokens) {
      const isRoute = said.kind === 'address' && rewritten.routes.has(token) && !people.words.has(token);
      if (real.has(token) && !isRoute) found.push({ kind: kindOf(token), place: place(), drop });
    }
    for (const [n, token] of tokens.entries()) {
      const named = byFirst.get(token)?.some((name) => tokens.slice(n, n + name.split(' ').length).join(' ') === name);
      if (named && !(said.kind === 'built' && token.length < MIN_ID))
        found.push({ kind: 'name', place: place(), drop });
    }
    if (said.kind === 'text' && people.names.has(fold(said.text))) found.push({ kind: 'name', place: place(), drop });
  }
  return found;
}

/** True for what belongs to somebody: a word that the interface does not have, a long number, an id. */
function isTelling(token: string, words: InterfaceWords): boolean {
  if (/^\d+$/.test(token)) return token.length >= MIN_NUMBER;
  if (/\p{N}/u.test(token))
    return token.length >= MIN_ID && !/^\d+(?:[a-z]{1,2}|x\d+)$/.test(token) && !/^\d+t\d+z?$/.test(token);
  return token.length >= MIN_WORD && wordsIn(token)[0] === token && !words.isAllowed(token);
}

const numbersIn = (text: string) => text.match(/(?<![\p{L}\d])\d{5,}(?![\p{L}\d])/gu) ?? [];

function kindOf(token: string): Survivor['kind'] {
  return /^\d+$/.test(token) ? 'number' : /\p{N}/u.test(token) ? 'id' : 'word';
}

function* saidIn(document: Document, { words, repeated }: Rewritten): Generator<Said> {
  for (const element of document.querySelectorAll('*')) {
    if (/^(?:style|noscript|template|iframe)$/.test(element.localName)) continue;
    const place = (more = '') => pathTo(element) + more;
    if (element.localName === 'script') yield* saidInScript(element, place);
    else {
      for (const node of element.childNodes) {
        // Nothing should be left of comments at all: they count as text.
        if (node.nodeType === 3 || node.nodeType === 8) {
          const drop = () => {
            node.nodeValue = '…';
          };
          yield { text: withoutFigures(node.nodeValue ?? ''), kind: 'text', place, drop };
        }
      }
    }
    for (const { name, value } of element.attributes) {
      const isAddress = /^(?:https?:)?\/\/\S+$|^\/\S*$/.test(value) || /^(?:href|src|action)$/.test(name);
      const isOfPage =
        value.startsWith('#') ||
        isBuilt(name, value, words, repeated) ||
        /^(?:style|d|on.*|item.*)$/.test(name) ||
        element.localName === 'script';
      const kind = isOfPage ? 'built' : isAddress ? 'address' : 'text';
      yield {
        text: kind === 'address' ? withoutHost(value) : withoutFigures(value),
        kind,
        place: () => place(`@${name}`),
        drop: () => element.removeAttribute(name),
      };
    }
  }
}

function* saidInScript(script: Element, place: (more?: string) => string): Generator<Said> {
  const waiting: [value: unknown, key: string][] = [];
  const drop = () => script.remove();
  let isList = false;
  try {
    const state: unknown = JSON.parse(script.textContent ?? '');
    isList = isFlat(state);
    waiting.push([state, '']);
  } catch {
    return;
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, key] = next;
    const at = () => place(` ${key}`);
    if (typeof value === 'string') {
      const isAddress = /^(?:https?:)?\/\/\S+$|^\/\S*$/.test(value);
      if (!isFixed(value, key))
        yield { text: withoutFigures(withoutHost(value)), kind: isAddress ? 'address' : 'text', place: at, drop };
    } else if (typeof value === 'number') {
      if (/(?:^|_)id$|Id$|uid/.test(key)) yield { text: String(value), kind: 'text', place: at, drop };
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) {
        if (/^\d{5,}$/.test(name)) yield { text: name, kind: 'built', place: at, drop };
        // What an entry of a flat list is stands first in it.
        const isKind = isList && Array.isArray(value) && name === '0' && typeof one === 'string';
        if (!isKind) waiting.push([one, Array.isArray(value) ? key : name]);
      }
    }
  }
}

/** Amounts and moments are of the page: an amount of five digits is no number of somebody's. */
function withoutFigures(text: string): string {
  return text
    .replace(markup, ' ')
    .replace(
      /[$€£₹¥₽₩₴₺₱฿₫₦₪]\s?\d[\d.,]*|(?<![\d.])\d{1,4}\.\d+(?![\d.])|\d[\d.,]*\s?(?:[$€£₹¥₽₩₴₺₱฿₫₦₪]|[A-Z]{3}\b)|(?<![\p{L}\d])\d{4}-\d{2}-\d{2}T?[\d:.]*Z?/gu,
      ' ',
    );
}

/** An address without a host that is a marketplace's, and without all of it where it names a kind of thing. */
function withoutHost(text: string): string {
  const url = /^(?:https?:)?\/\//.test(text) ? URL.parse(text, 'https://www.example') : null;
  if (!url) return text;
  return schemas.test(url.hostname) ? '' : siteFor(url) ? url.pathname + url.search + url.hash : text;
}

function pathTo(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && steps.length < 6; at = at.parentElement) {
    const before = [...(at.parentElement?.children ?? [])].filter((one) => one.localName === at?.localName);
    const nth = before.length > 1 ? `:nth-of-type(${before.indexOf(at) + 1})` : '';
    steps.unshift(at.localName + nth);
  }
  return steps.join(' > ');
}
