// What was read inside an element, kept for as long as the element stays as it is, so that a list that
// grows or a clock that ticks does not make everybody's card be read again.

import { parentOf } from './walk.ts';
export class Memo {
  readonly #known = new WeakMap<Element, Map<string, unknown>>();

  /** What `make` gave for this element and purpose when the element last changed. */
  keep<T>(element: Element, purpose: string, make: () => T): T {
    let known = this.#known.get(element);
    if (!known) {
      known = new Map();
      this.#known.set(element, known);
    }
    if (!known.has(purpose)) known.set(purpose, make());
    return known.get(purpose) as T;
  }

  /** Forgets everything about elements that hold this node, which has changed. */
  forget(changed: Node): void {
    for (let at: Node | null = changed; at; at = parentOf(at)) this.#known.delete(at as Element);
  }
}
