// What was read inside an element, kept for as long as the element stays as it is, so that a list that
// grows or a clock that ticks does not make everybody's card be read again.

import { parentOf } from './walk.ts';

export class Memo {
  /** What the last reading saw, by name, each with what it was put together of. */
  #seen = new Map<string, { of: readonly unknown[]; thing: object }>();
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

  /**
   * Of things that were put together anew, the ones of the last time where they are of the very same parts: whoever
   * compares them knows these without looking. What is not among them is forgotten.
   *
   * @param made by name, each with its parts
   */
  same<T extends object>(made: ReadonlyMap<string, { of: readonly unknown[]; thing: T }>): T[] {
    const before = this.#seen;
    this.#seen = new Map(
      [...made].map(([name, one]) => {
        const last = before.get(name);
        const isSame = last?.of.length === one.of.length && last.of.every((part, n) => part === one.of[n]);
        return [name, isSame ? last : one];
      }),
    );
    return [...this.#seen.values()].map(({ thing }) => thing as T);
  }

  /** Forgets everything about elements that hold this node, which has changed. */
  forget(changed: Node): void {
    for (let at: Node | null = changed; at; at = parentOf(at)) this.#known.delete(at as Element);
  }
}
