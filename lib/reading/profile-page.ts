// Reads the page of one person: what the site's own places say of them, and everything from which the worker tells
// the rest: the page around their name, and the lists of cards that may be reviews.
import { type Card, findCards } from './find-cards.ts';
import { headingOf, outlinePart } from './page-part.ts';
import type { FoundCard, PageScan } from './page-scan.ts';
import { ratedLists } from './rated-lists.ts';
import type { Steps } from './steps.ts';
import { holds } from './walk.ts';

/** Reads a profile with its reviews. Pauses between reviews. */
export function* readProfile(scan: PageScan, account: string): Steps<void> {
  const { profile, reviews } = scan.tables;
  const ids = { account };
  scan.readState();
  const cards = reviews && scan.uses('selectors') ? reviewCards(scan, account) : [];
  let heading: Element | undefined;
  if (profile && scan.uses('selectors')) {
    const { login, ...said } = scan.readFields(scan.root, profile, account);
    // A login that is another account's: the address has changed, the page not yet. Behind it what somebody wants to be called may stand.
    const [own] = typeof login === 'string' ? login.split(/\s/) : [];
    if (own && own.replace(/^@/, '').toLowerCase() !== account.toLowerCase()) return;
    // A bare heading with nothing said around it may be anybody's: a notice, a check for robots.
    const named = Object.values(profile.name ?? []).filter((place) => !/(?:^|\s)h1$/.test(place));
    if (Object.keys(said).some((field) => field !== 'name') || scan.firstWithText(named)) {
      scan.add({ kind: 'profile', ids }, 'selectors', said);
      heading = scan.firstWithText(profile.name);
    }
  }
  yield* scan.outline('reviews', 'selectors', cards, ids, {
    said: ({ root }) => scan.readCard({ root, account: '' }, reviews?.fields ?? {}),
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
      if (named && rated.some(({ root }) => holds(root, named))) continue;
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
    outlinePart(scan, 'profile', ids, named, lists);
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
