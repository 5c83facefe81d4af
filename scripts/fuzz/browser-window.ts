// Takes the place of window.ts where pages are mutated and read in a browser.
export const window = globalThis;
