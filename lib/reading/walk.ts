// How elements are asked where they stand and what they say. A form gives way to the fields in it: where a page has
// `<input name="parentElement">`, `form.parentElement` is that input, and a walk outwards by it never ends. So they are
// asked by what their kind itself answers, which no page changes. Documents give way to what they hold as well.

/**
 * How objects of a kind answer to a name: the most general prototype that has it. In Chromium scripts have a
 * `textContent` of their own, which answers for nothing but scripts.
 */
function ownAnswer<A>(of: object, name: string): A {
  let answer: unknown = () => undefined;
  for (let at = Object.getPrototypeOf(of); at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) answer = found.get ?? found.value;
  }
  return answer as A;
}

/** What nodes have under this name; the answer is kept, because all documents of one program have prototypes of one make. */
function getter<T extends Node, R>(name: string): (of: T) => R {
  let answer: ((this: T) => R) | undefined;
  return (of) => {
    answer ??= ownAnswer<(this: T) => R>(of, name);
    return answer.call(of);
  };
}

/** What nodes do under this name, with one thing given. */
function method<T extends Node, A, R>(name: string): (of: T, given: A) => R {
  let answer: ((this: T, given: A) => R) | undefined;
  return (of, given) => {
    answer ??= ownAnswer<(this: T, given: A) => R>(of, name);
    return answer.call(of, given);
  };
}

/** The element around a node. */
export const parentOf = getter<Node, Element | null>('parentElement');
export const firstChildOf = getter<Node, ChildNode | null>('firstChild');
export const nextSiblingOf = getter<Node, ChildNode | null>('nextSibling');
// As one that is given something: a page that is only marked does without the other way then.
export const nextElementOf = method<Element, void, Element | null>('nextElementSibling');
/** Puts a node of ours after an element. */
export const putAfter = method<Element, Node, void>('after');
/** 1 for an element, 3 for a text, 9 for a document. */
export const nodeTypeOf = getter<Node, number>('nodeType');
/** True where a node is the other or holds it. */
export const holds = method<Node, Node, boolean>('contains');
const positionOf = method<Node, Node, number>('compareDocumentPosition');
/** True where the other comes after a node in the page, or stands inside it. */
export const isFollowedBy = (node: Node, other: Node): boolean => (positionOf(node, other) & 4) !== 0;

/** An element's tag, in lower case. */
export const tagOf = getter<Element, string>('localName');
const getAttribute = method<Element, string, string | null>('getAttribute');
/** Null where there is no such attribute, or no element. */
export const attributeOf = (element: Element | null | undefined, name: string): string | null =>
  element ? getAttribute(element, name) : null;
export const childrenOf = getter<Element, HTMLCollection>('children');
export const childCountOf = getter<Element, number>('childElementCount');
export const matches = method<Element, string, boolean>('matches');
export const classOf = (element: Element | null | undefined): string => attributeOf(element, 'class') ?? '';
/** The nearest around an element, or itself, that matches. */
export const closestTo = method<Element, string, Element | null>('closest');
const textContentOf = getter<Element, string | null>('textContent');
/** All text in an element, hidden or not; empty where there is none. */
export const textIn = (element: Element | null | undefined): string => (element && textContentOf(element)) ?? '';

const inElement = method<Element, string, NodeListOf<Element>>('querySelectorAll');
const inDocument = method<Document, string, NodeListOf<Element>>('querySelectorAll');
const firstInElement = method<Element, string, Element | null>('querySelector');
const firstInDocument = method<Document, string, Element | null>('querySelector');
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
export const bodyOf = getter<Document, HTMLElement | null>('body');
/** A document's title. */
export const titleOf = getter<Document, string>('title');
