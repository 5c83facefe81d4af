// Counts the questions that are put to pages, which does not depend on how busy the machine is. Only the
// prototypes of one window are watched, from before the first page is read.
import { window } from './window.ts';

let asked = 0;

for (const { prototype } of [window.Node, window.Element, window.Document, window.CharacterData]) {
  for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const { get, value } = own as { get?(this: unknown): unknown; value?: unknown };
    if (name === 'constructor' || !own.configurable) continue;
    if (get) {
      Object.defineProperty(prototype, name, {
        ...own,
        get(this: unknown) {
          asked += 1;
          return get.call(this);
        },
      });
    } else if (typeof value === 'function') {
      Object.defineProperty(prototype, name, {
        ...own,
        value(this: unknown, ...rest: unknown[]) {
          asked += 1;
          return value.apply(this, rest);
        },
      });
    }
  }
}

/** Runs something and says how many questions it put to pages meanwhile. */
export function stepsTaken<R>(run: () => R): { result: R; steps: number } {
  const before = asked;
  const result = run();
  return { result, steps: asked - before };
}
