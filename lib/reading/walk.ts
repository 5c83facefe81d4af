// How the reader asks an element for what is around it and for its attributes. A form answers for its fields' names
// before anything of its own: with <input name="parentElement"> in it, form.parentElement is that input, and a walk
// outwards never ends. What is asked through the prototype's own getters and methods has no such answer.

type Asked = 'parentElement' | 'firstChild' | 'nextSibling' | 'getAttribute';

const known: Partial<Record<Asked, unknown>> = {};

/** The prototype's own getter or method of this name. */
function own<T>(of: Node, name: Asked): T {
  for (let at: object | null = of; !known[name] && at; at = Object.getPrototypeOf(at)) {
    if (at === of) continue;
    const { get, value } = Object.getOwnPropertyDescriptor(at, name) ?? {};
    known[name] = get ?? value;
  }
  return known[name] as T;
}

export function parentOf(node: Node): Element | null {
  return own<() => Element | null>(node, 'parentElement').call(node);
}

export function firstChildOf(node: Node): Node | null {
  return own<() => Node | null>(node, 'firstChild').call(node);
}

export function nextSiblingOf(node: Node): Node | null {
  return own<() => Node | null>(node, 'nextSibling').call(node);
}

/** The value of an attribute; null where the element has none of that name. */
export function attributeOf(element: Element, name: string): string | null {
  return own<(name: string) => string | null>(element, 'getAttribute').call(element, name);
}
