// Rewrites a saved page in place: tags, attributes and nesting stay; what is said on it and whose it is becomes
// invented; programs, styles, comments, tokens and everything that would ask the network for something go.
import type { Site } from '../../lib/reading/site.ts';
import { Addresses } from './addresses.ts';
import { type InterfaceWords, interfaceWordsOf } from './interface-words.ts';
import { Invention, type Lot } from './invent.ts';
import { type People, peopleOf, tokensOf } from './people.ts';
import { Rewording } from './rewording.ts';
import { StateScripts } from './state-scripts.ts';

export interface Rewritten {
  /** The invented address of the page as it is now. */
  url: string;
  words: InterfaceWords;
  people: People;
  /** Values that attributes repeat; see repeatedValues. */
  repeated: ReadonlySet<string>;
  /** Words that stayed in texts, in lower case, and in addresses. */
  stayed: ReadonlySet<string>;
  routes: ReadonlySet<string>;
  /** How many words, numbers and ids were replaced. */
  replaced: number;
  /** Scripts that stayed, rewritten, and such as should have but are no JSON. */
  scripts: string[];
  broken: string[];
  /** How many elements were taken out. */
  removed: number;
}

const dropped =
  'style,link,meta:not([itemprop],[charset]),base,iframe,frame,object,embed,noscript,template,video,audio,source,track,canvas,input[type="hidden"],[data-hireflag]';
/** Attributes that go: programs, what guards against tampering, what a form would send, what fetches. */
const droppedAttribute =
  /^(?:on.*|nonce|integrity|crossorigin|ping|srcset|imagesrcset|srcdoc|.*(?:csrf|xsrf|token|nonce|secret|session|signature|cookie).*)$/i;
const addressAttribute = /^(?:href|src|action|formaction|cite|poster|background|xlink:href)$/;
/** Attributes that say how a page is built. */
const builtAttribute =
  /^(?:class|id|for|name|role|type|rel|target|dir|lang|itemprop|itemscope|headers|width|height|colspan|rowspan|tabindex|hidden|method|data-(?:test|testid|test-id|qa|cy|action|toggle|type|ev-.*|v-.*)|aria-(?:hidden|expanded|selected|current|checked|pressed|controls|labelledby|describedby|level|haspopup|live|modal)|fltracking\w*|ng-.*|ngh|_ng.*|viewbox|fill|stroke|d|xmlns.*|charset|property)$/i;
/** Attributes that people's words stand in, whatever a selector looks for in them. */
const saidAttribute = /^(?:aria-label|title|alt|placeholder|content|label|mattooltip|data-original-title|datetime)$/;

/** Attributes named after people and what they say. */
const somebodysAttribute =
  /user|name|login|author|owner|member|profile|person|nick|slug|title|text|label|value|query|place|city|skill/i;

/** A page and what belongs to it while it is rewritten. */
export function rewritePage(site: Site, document: Document, url: string, lot?: Lot): Rewritten {
  const words = interfaceWordsOf(site);
  const people = peopleOf(site, document, url);
  const scripts = statesOf(site, document, url);
  const { own, ids } = saidBy(document);
  let removed = 0;
  for (const element of document.querySelectorAll(`script,${dropped}`)) {
    if (scripts.includes(element)) continue;
    element.remove();
    removed++;
  }
  for (const node of [...document.head.childNodes]) if (node.nodeType === 3) node.remove();
  for (const svg of document.querySelectorAll('svg')) svg.replaceChildren();
  const avoid = (word: string) => own.has(word) || people.names.has(word) || words.isAllowed(word);
  const invention = new Invention(avoid, new Set([...ids, ...people.ids]), lot);
  const rewording = new Rewording(words, invention, people);
  const addresses = new Addresses(site, url, words, invention, people);
  const states = new StateScripts(rewording, addresses, invention, people);
  const repeated = repeatedValues(document, people);
  const rewriting = { words, repeated, rewording, addresses, states };

  const broken: string[] = [];
  for (const script of scripts) {
    const text = states.rewrite(script.textContent ?? '');
    if (text === undefined) broken.push(nameOf(script));
    // What is no JSON cannot be rewritten: a brace stands for it, which is no JSON either.
    script.textContent = text ?? '{';
  }
  rewriteTexts(document, rewording, scripts);
  for (const element of document.querySelectorAll('*')) rewriteAttributes(element, rewriting);
  return {
    url: addresses.invent(url),
    words,
    people,
    repeated,
    stayed: rewording.stayed,
    routes: addresses.routes,
    replaced: invention.replaced,
    scripts: scripts.map(nameOf),
    broken,
    removed,
  };
}

/** The scripts of JSON without which the site's reader would read something else on this page, and JSON-LD. */
function statesOf(site: Site, document: Document, url: string): Element[] {
  const address = URL.parse(url);
  const where = address ? site.classifyUrl(address, document) : undefined;
  const read = () => {
    try {
      return JSON.stringify(where && site.readState?.(document, where));
    } catch {
      // A state that breaks its reader is none that is read.
      return undefined;
    }
  };
  const whole = read();
  return [...document.querySelectorAll('script[type$="json" i]')].filter((script) => {
    if (/ld\+json/i.test(script.getAttribute('type') ?? '')) return true;
    const text = script.textContent ?? '';
    // What is no JSON is kept as such: a page with a broken state is one to read as well.
    if (!isJson(text)) return true;
    script.textContent = '';
    const without = read();
    script.textContent = text;
    return without !== whole;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const nameOf = (script: Element) => `script${script.id ? `#${script.id}` : `[type="${script.getAttribute('type')}"]`}`;

/** All words of a page, none of which may be invented again, and the long numbers in it. */
function saidBy(document: Document): { own: ReadonlySet<string>; ids: ReadonlySet<string> } {
  const own = new Set<string>();
  const ids = new Set<string>();
  const add = (text: string) => {
    for (const token of tokensOf(text)) {
      if (token.length >= 3) own.add(token);
      if (/^\d{8,30}$/.test(token)) ids.add(token);
    }
  };
  const texts = document.createTreeWalker(document, SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) add(node.nodeValue ?? '');
  for (const { attributes } of document.querySelectorAll('*')) for (const { value } of attributes) add(value);
  return { own, ids };
}

const inline = new Set(
  'a abbr b bdi bdo big cite code data em font i ins kbd label mark q s small span strike strong sub sup time tt u wbr'.split(
    ' ',
  ),
);

/** What a tree walker shows, as the DOM numbers it. */
const SHOW_ELEMENT = 0x1;
const SHOW_TEXT = 0x4;
const SHOW_COMMENT = 0x80;

/** Texts that a page shows as one are rewritten as one: those of inline elements side by side, up to a line's end. */
function rewriteTexts(document: Document, rewording: Rewording, scripts: readonly Element[]): void {
  const walker = document.createTreeWalker(document, SHOW_ELEMENT | SHOW_TEXT | SHOW_COMMENT);
  const comments: Node[] = [];
  let line: Node[] = [];
  let owner: Element | null = null;
  const end = () => {
    const reworded = rewording.texts(line.map((node) => node.nodeValue ?? ''));
    for (const [n, node] of line.entries()) node.nodeValue = reworded[n] ?? '';
    line = [];
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 8) comments.push(node);
    if (node.nodeType === 1 && !inline.has((node as Element).localName)) end();
    if (node.nodeType !== 3 || (node.parentElement && scripts.includes(node.parentElement))) continue;
    let block = node.parentElement;
    while (block && inline.has(block.localName)) block = block.parentElement;
    if (block !== owner) end();
    owner = block;
    line.push(node);
  }
  end();
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  for (const field of document.querySelectorAll('textarea')) field.textContent = '';
}

interface Rewriting {
  words: InterfaceWords;
  repeated: ReadonlySet<string>;
  rewording: Rewording;
  addresses: Addresses;
  states: StateScripts;
}

function rewriteAttributes(element: Element, rewriting: Rewriting): void {
  for (const { name, value } of [...element.attributes]) {
    const isField = /^(?:input|button|option|textarea)$/.test(element.localName) && name === 'value';
    const kept = droppedAttribute.test(name) || isField ? undefined : attribute(element, name, value, rewriting);
    if (kept === undefined) element.removeAttribute(name);
    else if (kept !== value) element.setAttribute(name, kept);
  }
}

function attribute(element: Element, name: string, value: string, to: Rewriting): string | undefined {
  if (value === '' || element.localName === 'script') return value;
  if (name === 'style') return shown(value);
  if (
    /^item(?:type|id)$/.test(name) ||
    addressAttribute.test(name) ||
    /^(?:https?:)?\/\/\S+$|^\/[^/\s]\S*$/.test(value)
  ) {
    return to.addresses.invent(value);
  }
  if (isBuilt(name, value, to.words, to.repeated)) return to.addresses.identifier(value);
  if (/^[[{]/.test(value)) {
    const rewritten = to.states.rewrite(value);
    if (rewritten !== undefined) return rewritten;
  }
  if (/(?:^|[-_])(?:id|lat|lng|lon|latitude|longitude|phone)$/i.test(name)) return to.rewording.plain(value);
  if (/^(?:true|false|-?\d{1,4}|-?\d{1,9}\.\d+)$/.test(value)) return value;
  return to.rewording.text(value);
}

/** True for an attribute that programmers write: one of the usual ones, or one that the site's selectors look into. */
export function isBuilt(name: string, value: string, words: InterfaceWords, repeated: ReadonlySet<string>): boolean {
  if (saidAttribute.test(name) || addressAttribute.test(name)) return false;
  if (builtAttribute.test(name) || repeated.has(`${name}=${value}`)) return true;
  return !/\s/.test(value) && words.literals.some(({ attribute }) => attribute === name);
}

/** A value that one attribute has this often is a program's: data-size="small". */
const OFTEN = 3;

/** The values that attributes repeat, as `name=value`, where they are one word that is in nobody's name. */
export function repeatedValues(document: Document, people: People): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { attributes } of document.querySelectorAll('*')) {
    for (const { name, value } of attributes) {
      if (
        saidAttribute.test(name) ||
        somebodysAttribute.test(name) ||
        !/^[a-z][a-z_-]{0,30}(?:-\d{1,2})?$/i.test(value)
      )
        continue;
      const pair = `${name}=${value}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const isNobodys = (pair: string) => !tokensOf(pair.slice(pair.indexOf('='))).some((word) => people.words.has(word));
  return new Set([...counts].flatMap(([pair, count]) => (count >= OFTEN && isNobodys(pair) ? [pair] : [])));
}

/** Only what hides an element or fills a star says something. */
function shown(style: string): string | undefined {
  const kept = style.match(/(?:display\s*:\s*none|visibility\s*:\s*hidden|width\s*:\s*[\d.]+%)/gi);
  return kept ? kept.join(';') : undefined;
}
