// Reads the page of one person: what the site's own places say of them, and everything from which the worker tells
// the rest: the page around their name, and the lists of cards that may be reviews.

import { collapseSpaces } from '../model/beginning.ts';
import { nameIn, queryAll, Regions } from './dom.ts';
import { type Card, findCards } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import { outlineOf } from './outline.ts';
import type { FoundCard, PageScan } from './page-scan.ts';
import { ratedLists } from './rated-lists.ts';
import type { Steps } from './steps.ts';
import { closestTo, firstIn, holds, parentOf, textIn, titleOf } from './walk.ts';

/** Reads a profile with its reviews. Pauses between reviews. */
export function* readProfile(scan: PageScan, account: string): Steps<void> {
  const { profile, reviews } = scan.tables;
  const ids = { account };
  scan.readState();
  const cards = reviews && scan.uses('selectors') ? reviewCards(scan, account) : [];
  let heading: Element | undefined;
  if (profile && scan.uses('selectors')) {
    const { login, ...said } = scan.readFields(scan.root, profile);
    // A login that is another account's: the address has changed, the page not yet.
    if (typeof login === 'string' && login.replace(/^@/, '').toLowerCase() !== account.toLowerCase()) return;
    // A bare heading with nothing said around it may be anybody's: a notice, a check for robots.
    const named = Object.values(profile.name ?? []).filter((place) => !/(?:^|\s)h1$/.test(place));
    if (Object.keys(said).some((field) => field !== 'name') || scan.firstWithText(named)) {
      scan.add({ kind: 'profile', ids }, 'selectors', said);
      heading = scan.firstWithText(profile.name);
    }
  }
  yield* scan.outline('reviews', 'selectors', cards, ids, {
    said: (card) => scan.readCard(card.root, reviews?.fields ?? {}),
  });
  // As they stand among the outlines, where an empty list does not.
  const lists: (readonly Card[])[] = cards.length > 0 ? [cards] : [];
  if (scan.uses('cards') && cards.length === 0) {
    const named = headingOf(scan, account, []);
    const linked = yield* findCards(scan.document, scan.accountOf, account, scan.accountSelector);
    const others = linked.filter(({ root }) => !named || !holds(root, named));
    yield* scan.outline('reviews', 'cards', others, ids, { isLinked: true });
    if (others.length > 0) lists.push(others);
    for (const rated of ratedLists(scan.root)) {
      yield* scan.outline('reviews', 'cards', rated, ids);
      lists.push(rated);
    }
  }
  // A page of reviews may be about a person's work, under that work's own heading.
  if (scan.address.page === 'profile' && scan.readsProfiles) {
    const named = headingOf(
      scan,
      account,
      cards.map(({ root }) => root),
    );
    if (named || scan.site.labels) outlineProfile(scan, account, named, lists);
    heading ??= named;
  }
  scan.anchorAt(account, heading);
  scan.takeCount('reviews', lists.flat(), cards.length > 0);
}

function reviewCards(scan: PageScan, reviewed: string): FoundCard[] {
  const { reviews } = scan.tables;
  return (reviews ? scan.cardElements(reviews) : []).map((root) => {
    const [author] = scan.peopleIn(root).filter((person) => person.account !== reviewed);
    return { account: author?.account ?? '', root, links: author ? [author.element] : [], by: 'selectors' };
  });
}

/** The heading that names whose page it is: marked as a name, in the page's title, in a link to the person, or else the first. */
function headingOf(scan: PageScan, account: string, reviews: readonly Element[]): Element | undefined {
  const { document, accountOf, site } = scan;
  const title = collapseSpaces(titleOf(document).replace(/^\(\d+\+?\)/, ''));
  const isName = (one: Element) =>
    collapseSpaces(textIn(one)) !== '' &&
    !closestTo(one, 'nav,footer,aside,[role="navigation"],[role="dialog"]') &&
    !isWithinHidden(one, null) &&
    !reviews.some((review) => holds(review, one));
  const named = [...queryAll(scan.root, '[itemtype$="schema.org/Person"] [itemprop="name"]')].find(isName);
  if (named) return named;
  const all = [...queryAll(scan.root, 'h1,h2,h3')].filter(isName);
  const link = (one: Element) => closestTo(one, 'a[href]') ?? firstIn(one, 'a[href]');
  return (
    all.find((one) => title.startsWith(collapseSpaces(textIn(one)))) ??
    all.find((one) => accountOf(link(one) ?? one) === account) ??
    (site.ownPlacesOnly ? undefined : all[0])
  );
}

/** Hands on the page around a person's name, as far as it is not the site's own. */
function outlineProfile(
  { root, accountOf, outlines, address, site: { boilerplate } }: PageScan,
  account: string,
  heading: Element | undefined,
  lists: readonly (readonly Card[])[],
): void {
  let page = heading ?? root;
  while (page !== root) {
    const around = parentOf(page);
    if (!around || firstIn(around, 'nav,footer')) break;
    page = around;
  }
  const links = [...queryAll(page, 'a[href]')].filter((link) => accountOf(link) === account);
  const regions = lists.map((list) => new Regions(list.map((card) => card.root)));
  const items = outlineOf(page, boilerplate, links, (element) => {
    const list = regions.findIndex((region) => region.hold(element));
    return { ...(heading && holds(heading, element) && { isName: true }), ...(list >= 0 && { list }) };
  });
  const name = heading && nameIn(heading, boilerplate);
  const card = { account, items, ...(name && { name }) };
  outlines.push({ as: 'profile', by: 'cards', ids: { account }, url: address.canonical, cards: [card] });
}
