// Finds a project's number on pages whose address has none. Only the readers of sites that write one have this in them.
import { collapseSpaces } from '../model/beginning.ts';
import { queryAll, Regions } from './dom.ts';
import type { ProjectNumber } from './site.ts';
import { childCountOf, textIn } from './walk.ts';

/** @param pattern the whole of an element's words */
export const projectNumber = (pattern: RegExp): ProjectNumber => ({
  pattern,
  find: ({ root, address }, cards) => {
    if (/^\d+$/.test(address.project ?? '')) return undefined;
    // What bidders wrote counts for nothing.
    const inCards = new Regions(cards.map((card) => card.root));
    for (const element of queryAll(root, 'p,span,div,li,dd,fl-text')) {
      const text = childCountOf(element) <= 1 ? textIn(element) : '';
      if (text.length === 0 || text.length > 60) continue;
      const number = pattern.exec(collapseSpaces(text))?.[1];
      if (number && !inCards.hold(element)) return number;
    }
    return undefined;
  },
});
