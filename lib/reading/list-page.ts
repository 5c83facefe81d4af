// Reads the lists of people on a page: the bidders on a project, or the freelancers a search found. The
// state script, the site's own selectors and the card heuristics each say what they see of everyone.

import { Regions } from './dom.ts';
import { CARDS_PER_STEP, type Card, findCards } from './find-cards.ts';
import { headingOf, outlinePart } from './page-part.ts';
import type { FoundCard, PageScan } from './page-scan.ts';
import type { Sighting, Value, Way } from './reading.ts';
import type { ListTable } from './site.ts';
import { bidAndPerson } from './statements.ts';
import type { Steps } from './steps.ts';
import { isFollowedBy } from './walk.ts';

/** Adds what the site's own places say of one card. */
type AddCard = (card: Card, by: Way, said: Record<string, Value>) => void;

/** Reads a project with its bids. Pauses between cards. */
export function* readBids(scan: PageScan): Steps<void> {
  const table = scan.tables.bids;
  const state = scan.readState();
  const cards = table && scan.uses('selectors') ? yield* scan.cardsOf(table) : [];
  const stated = state?.sightings.find((sighting) => sighting.kind === 'project')?.ids.project;
  const project = stated ?? scan.site.projectNumber?.find(scan, cards) ?? scan.address.project ?? '';

  if (scan.uses('selectors') && scan.tables.project) {
    const { client, ...said } = scan.readFields(scan.root, scan.tables.project);
    const account = scan.accountNamed(client);
    scan.add({ kind: 'project', ids: { project } }, 'selectors', { ...said, ...(account && { client: account }) });
  }
  const { outcome } = scan.address;
  const addCard: AddCard = (card, by, all) => {
    const { ofBid, ofPerson } = scan.memo.keep(card.root, `${by} ${outcome}`, () => {
      const { hourlyRate: _, ...said } = all;
      const parted = bidAndPerson(said);
      if (outcome) parted.ofBid.outcome = outcome;
      return parted;
    });
    scan.add({ kind: 'bid', ids: { project, account: card.account } }, by, ofBid);
    scan.add({ kind: 'profile', ids: { account: card.account } }, by, ofPerson, '', true);
  };
  const seen = yield* readCards(scan, table, cards, 'bids', { project }, addCard);
  // The page counts all bids, also where it lists those of one outcome.
  const hasAny = scan.sightings.some((sighting) => sighting.kind === 'bid');
  if (!outcome) scan.takeCount('bids', seen, hasAny);
  const roots = seen.map((card) => card.root);
  // A page without a title of its own may still show one at the site's own place for it.
  const heading = scan.uses('cards')
    ? (headingOf(scan, undefined, roots) ?? scan.firstWithText(scan.tables.project?.title))
    : undefined;
  if (heading) outlinePart(scan, 'project', { project }, heading, [seen]);
}

/** Reads the people that a search or a talent list shows. Pauses between cards. */
export function* readPeople(scan: PageScan): Steps<void> {
  const table = scan.tables.people;
  scan.readState();
  const cards = table && scan.uses('selectors') ? yield* scan.cardsOf(table) : [];
  const seen = yield* readCards(scan, table, cards, 'people', {}, (card, by, said) =>
    scan.add({ kind: 'profile', ids: { account: card.account } }, by, said, '', true),
  );
  scan.takeCount('profiles', seen, seen.length > 0);
}

/**
 * Reads the cards of one list by the site's table, hands them to the card heuristics, and marks where each person's
 * badge belongs.
 *
 * @returns all cards, of both ways
 */
function* readCards(
  scan: PageScan,
  table: ListTable | undefined,
  cards: readonly FoundCard[],
  as: 'bids' | 'people',
  ids: Sighting['ids'],
  addCard: AddCard,
): Steps<readonly Card[]> {
  // Whoever else there may be is looked for by the heuristics; so are all where the site's own places are not asked.
  const isWhole = cards.length > 1 && (yield* scan.isEverybodyIn(cards));
  const found =
    scan.uses('cards') && !isWhole
      ? yield* findCards(scan.document, scan.accountOf, undefined, scan.accountSelector)
      : [];
  for (const [n, card] of cards.entries()) {
    const said = scan.readCard(card, table?.fields ?? {});
    addCard(
      card,
      'selectors',
      scan.memo.keep(
        card.root,
        'post-processed',
        () => table?.postProcess?.(card.root, said, scan.boilerplateIn(card)) ?? said,
      ),
    );
    if (n % CARDS_PER_STEP === 0) yield;
  }
  const known = new Set(scan.sightings.map((sighting) => sighting.ids.account));
  known.delete(undefined);
  const trusted = isSameList(found, known) ? found : [];
  const places = new Regions(trusted.map((card) => card.root));
  const byKind = [...trusted, ...(scan.uses('cards') ? cards.filter((card) => !places.overlap(card.root)) : [])];
  // Of the others the site's own places have said that they are there.
  for (const card of trusted) addCard(card, 'cards', {});
  yield* scan.outline(as, 'cards', byKind, ids);
  const all = outermost([...cards, ...trusted]);
  for (const [n, card] of all.entries()) {
    scan.anchorCard(card, table?.fields.name);
    if (n % 32 === 31) yield;
  }
  return [...cards, ...trusted];
}

/**
 * Whether the people found by their links are the list that the better ways found. Where they have
 * little in common they are other people, such as freelancers the site recommends.
 */
function isSameList(cards: readonly Card[], known: ReadonlySet<string | undefined>): boolean {
  if (known.size === 0) return true;
  const accounts = new Set(cards.map((card) => card.account));
  const common = [...accounts].filter((account) => known.has(account)).length;
  return common * 3 >= accounts.size;
}

/** One card for each place in the page, in page order, where several ways found the same. */
function outermost(cards: readonly (Card & { by?: Way })[]): Card[] {
  const taken = new Regions(cards.filter((card) => card.by === 'selectors').map((card) => card.root));
  return cards
    .filter((card) => card.by === 'selectors' || !taken.overlap(card.root))
    .sort((a, b) => (isFollowedBy(a.root, b.root) ? -1 : 1));
}
