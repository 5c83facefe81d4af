// The part of a page that is about one thing, a person or a project, for the worker to tell its fields apart: found
// by the heading that names it, and outlined without what belongs to the site itself.
import { collapseSpaces } from '../model/beginning.ts';
import { nameIn, queryAll, Regions } from './dom.ts';
import type { Card } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import { outlineOf } from './outline.ts';
import type { PageScan } from './page-scan.ts';
import type { Sighting } from './reading.ts';
import { childrenOf, closestTo, firstIn, holds, matches, parentOf, tagOf, textIn, titleOf } from './walk.ts';

/**
 * The heading that names what a page is about: marked as a person's name, in the page's title, in a link to the
 * account, or else the first.
 *
 * @param account whose page it is; undefined for a project's
 * @param others parts of the page that are about others, whose headings do not count
 */
export function headingOf(
  { document, root, accountOf, site }: PageScan,
  account: string | undefined,
  others: readonly Element[],
): Element | undefined {
  const title = collapseSpaces(titleOf(document).replace(/^\(\d+\+?\)/, ''));
  const inOthers = new Regions(others);
  const isName = (one: Element) =>
    collapseSpaces(textIn(one)) !== '' &&
    !closestTo(one, 'nav,footer,aside,[role="navigation"],[role="dialog"]') &&
    !isWithinHidden(one, null) &&
    !inOthers.hold(one);
  const named = [...queryAll(root, '[itemtype$="schema.org/Person"] [itemprop="name"]')].find(isName);
  if (named && account) return named;
  const all = [...queryAll(root, account ? 'h1,h2,h3' : 'h1,h2,h3,h4')].filter(isName);
  const link = (one: Element) => closestTo(one, 'a[href]') ?? firstIn(one, 'a[href]');
  return (
    all.find((one) => title.startsWith(collapseSpaces(textIn(one)))) ??
    (account
      ? (all.find((one) => accountOf(link(one) ?? one) === account) ?? (site.ownPlacesOnly ? undefined : all[0]))
      : all.find((one) => tagOf(one) === 'h1'))
  );
}

/** What a part of the page has that is the site's own. */
const siteParts = 'nav,footer';

/**
 * Hands on the page around a heading, as far as it is not the site's own.
 *
 * @param lists lists of cards inside of it: of a person's page the items say in which of them they stand, of a
 *   project's they are left out
 */
export function outlinePart(
  { root, accountOf, outlines, address, site: { boilerplate } }: PageScan,
  as: 'profile' | 'project',
  ids: Sighting['ids'],
  heading: Element | undefined,
  lists: readonly (readonly Card[])[],
): void {
  let part = heading ?? root;
  while (part !== root) {
    const around = parentOf(part);
    if (!around || firstIn(around, siteParts)) break;
    part = around;
  }
  // Of a person's page the rest may follow beside it, where the site's own parts stand in the same place.
  const beside = as === 'profile' && part !== root ? [...childrenOf(parentOf(part) ?? root)] : [];
  const before = beside.indexOf(part);
  const sitesOwn = beside.filter((one, n) => n < before || matches(one, siteParts) || firstIn(one, siteParts));
  if (sitesOwn.length + 1 < beside.length) part = parentOf(part) ?? root;
  else sitesOwn.length = 0;
  const { account = '' } = ids;
  // Of a person's page the links to them, of a project's those to anybody.
  const links = [...queryAll(part, 'a[href]')].filter((link) => {
    const linked = accountOf(link);
    return linked !== undefined && (!account || linked === account);
  });
  const regions = lists.map((list) => new Regions(list.map((card) => card.root)));
  const others = as === 'project' ? lists.flatMap((list) => partsOf(list, heading)) : sitesOwn;
  const items = outlineOf(part, { ...boilerplate, others }, links, (element) => {
    const list = regions.findIndex((region) => region.hold(element));
    return { ...(heading && holds(heading, element) && { isName: true }), ...(list >= 0 && { list }) };
  });
  const name = heading && nameIn(heading, boilerplate);
  outlines.push({ as, by: 'cards', ids, url: address.canonical, cards: [{ account, items, ...(name && { name }) }] });
}

/** The parts of a page that hold several cards and no heading, and cards that stand alone: one card in a list may be nobody's. */
function partsOf(cards: readonly Card[], heading: Element | undefined): Element[] {
  const around = Map.groupBy(cards, ({ root }) => parentOf(root));
  return [...around].flatMap(([part, inside]) =>
    inside.length > 1 && part && heading && !holds(part, heading) ? part : inside.map(({ root }) => root),
  );
}
