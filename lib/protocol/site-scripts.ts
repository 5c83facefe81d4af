// Where the scripts for marketplaces' pages are in the built extension: one that is in all of their pages and marks what
// was read, and per marketplace those that read its pages, which the worker puts into those that it asks about: one for
// lists and people, and where the site has conversations that are read one for these.

export const MARKER_PATH = '/content-scripts/page.js';
/** @param page which kind of page it is to read */
export const readerPath = (site: string, page?: string) =>
  `/content-scripts/readers/${site}${page === 'messages' ? '-messages' : ''}.js`;
