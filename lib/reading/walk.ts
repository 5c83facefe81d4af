// How elements are asked where they stand and what they say. A form gives way to the fields in it: where a page has
// `<input name="parentElement">`, `form.parentElement` is that input, and a walk outwards by it never ends. So they are
// asked by what their kind itself answers, which no page changes. Documents give way to what they hold as well.

/**
 * How objects of a kind answer to a name: the most general prototype that has it. In Chromium scripts have a
 * `textContent` of their own, which answers for nothing but scripts.
 */
function ownAnswer(of: object, name: string): (this: unknown, ...rest: never[]) => unknown {
  let answer: ReturnType<typeof ownAnswer> = () => undefined;
  for (let at = Object.getPrototypeOf(of); at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) answer = found.get ?? found.value;
  }
  return answer;
}

/** What nodes answer to this name; kept, because all documents of one program have prototypes of one make. */
function asked<A extends (of: never, ...rest: never[]) => unknown>(name: string): A {
  let answer: ReturnType<typeof ownAnswer> | undefined;
  return ((of: object, ...rest: never[]) => {
    answer ??= ownAnswer(of, name);
    return answer.apply(of, rest);
  }) as unknown as A;
}

/** The element around a node. */
export const parentOf = asked<(of: Node) => Element | null>('parentElement');
export const firstChildOf = asked<(of: Node) => ChildNode | null>('firstChild');
export const nextSiblingOf = asked<(of: Node) => ChildNode | null>('nextSibling');
export const nextElementOf = asked<(of: Element) => Element | null>('nextElementSibling');
/** Puts a node of ours after an element. */
export const putAfter = asked<(of: Element, added: Node) => void>('after');
/** 1 for an element, 3 for a text, 9 for a document. */
export const nodeTypeOf = asked<(of: Node) => number>('nodeType');
/** True where a node is the other or holds it. */
export const holds = asked<(of: Node, other: Node) => boolean>('contains');
const positionOf = asked<(of: Node, other: Node) => number>('compareDocumentPosition');
/** True where the other comes after a node in the page, or stands inside it. */
export const isFollowedBy = (node: Node, other: Node): boolean => (positionOf(node, other) & 4) !== 0;

/** An element's tag, in lower case. */
export const tagOf = asked<(of: Element) => string>('localName');
const getAttribute = asked<(of: Element, name: string) => string | null>('getAttribute');
/** Null where there is no such attribute, or no element. */
export const attributeOf = (element: Element | null | undefined, name: string): string | null =>
  element ? getAttribute(element, name) : null;
export const childrenOf = asked<(of: Element) => HTMLCollection>('children');
export const childCountOf = asked<(of: Element) => number>('childElementCount');
export const matches = asked<(of: Element, selector: string) => boolean>('matches');
export const classOf = (element: Element | null | undefined): string => attributeOf(element, 'class') ?? '';
/** The nearest around an element, or itself, that matches. */
export const closestTo = asked<(of: Element, selector: string) => Element | null>('closest');
const textContentOf = asked<(of: Element) => string | null>('textContent');
/** All text in an element, hidden or not; empty where there is none. */
export const textIn = (element: Element | null | undefined): string => (element && textContentOf(element)) ?? '';

const inElement = asked<(of: Element, selector: string) => NodeListOf<Element>>('querySelectorAll');
const inDocument = asked<(of: Document, selector: string) => NodeListOf<Element>>('querySelectorAll');
const firstInElement = asked<(of: Element, selector: string) => Element | null>('querySelector');
const firstInDocument = asked<(of: Document, selector: string) => Element | null>('querySelector');
const isDocument = (root: Node): root is Document => nodeTypeOf(root) === 9;

/** The elements inside that match. Throws for a selector that the browser does not know. */
export function allIn(root: Document | Element, selector: string): Iterable<Element> {
  return isDocument(root) ? inDocument(root, selector) : inElement(root, selector);
}

/** The first element inside that matches. Throws for a selector that the browser does not know. */
export function firstIn(root: Document | Element, selector: string): Element | null {
  return isDocument(root) ? firstInDocument(root, selector) : firstInElement(root, selector);
}

/** A document's body. */
export const bodyOf = asked<(of: Document) => HTMLElement | null>('body');
/** A document's title. */
export const titleOf = asked<(of: Document) => string>('title');
