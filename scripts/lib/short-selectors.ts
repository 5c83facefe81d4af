// In what is built for pages, selectors stand without the quotes that CSS does not need: `[role=tab]` for `[role="tab"]`.
// There are some two hundred of them in what reads one marketplace, and what a page has to load is counted in bytes.

/** An attribute's value in quotes that would be read as the same name without them. */
const quoted = /(\[[\w-]+[~|^$*]?=)"([a-z_][\w-]*)"(?=(?: i)?\])/gi;

/** The same code with the same selectors. */
export const withShortSelectors = (code: string): string => code.replace(quoted, '$1$2');

/** A plugin for the build: shortens what the readers of pages look for. */
export const shortSelectors = {
  name: 'hireflag:short-selectors',
  // Afterwards the quotes are written otherwise.
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    return /[\\/]lib[\\/](?:reading|sites)[\\/][\w-]+\.ts$/.test(id)
      ? { code: withShortSelectors(code), map: null }
      : undefined;
  },
};
