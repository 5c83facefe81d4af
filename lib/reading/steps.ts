// Work that pauses, so that its caller may let a page go on in between; and a way to run it without pauses.

/** Work in steps, giving a T at its end. */
export type Steps<T> = Generator<void, T>;

/** Runs steps to their end in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
