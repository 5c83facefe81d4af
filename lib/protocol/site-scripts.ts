// Where the scripts for marketplaces' pages are in the built extension: one that is in all of their pages and marks what
// was read, and per marketplace one that reads its pages, which the worker puts into those that it asks about.

export const MARKER_PATH = '/content-scripts/page.js';
export const readerPath = (site: string) => `/content-scripts/readers/${site}.js`;
