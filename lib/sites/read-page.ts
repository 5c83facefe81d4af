// Reads a page that the user opened: who is on it, and what each field says, by every way there is. It
// only looks: it changes nothing, clicks nothing, asks nothing of the network, and never throws.
import { MAX_ID, MAX_PER_PAGE, MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { type AccountOf, type Card, type Facts, factsOf, findCards, nameLinks } from './cards.ts';
import { find, isWithinHidden, Regions, readTable, squeeze, wordsOf } from './dom.ts';
import { labelledFigures, loneProfile } from './profile-page.ts';
import type { Reading, Sighting, Statement, Value, Way } from './reading.ts';
import { siteFor } from './registry.ts';
import type { ListTable, Site, Where } from './site.ts';

export interface PageRead {
  reading: Reading;
  /** Per account, the elements beside which its badge belongs, one a card, in page order. Stays in the page. */
  anchors: Map<string, Element[]>;
}

export interface ReadOptions {
  /** One way of reading only, to see how well each does alone. */
  by?: Way;
  /** When the page was read, ISO 8601 UTC; now if not given. */
  seenAt?: string;
}

/**
 * Reads one page.
 *
 * @param url the page's address
 * @returns undefined when the address is of no page Hireflag reads. A page that is of a known kind but
 *   was not understood gives a reading without sightings. Never throws.
 */
export function readPage(document: Document, url: string, options: ReadOptions = {}): PageRead | undefined {
  const site = siteFor(url);
  return site && readPageOf(site, document, url, options);
}

/** Reads one page as a page of this site. As readPage. */
export function readPageOf(
  site: Site,
  document: Document,
  url: string,
  { by, seenAt = new Date().toISOString() }: ReadOptions = {},
): PageRead | undefined {
  const address = URL.parse(url);
  const where = address ? site.where(address) : undefined;
  if (!address || !where) return undefined;
  const reading: Reading = {
    site: site.id,
    url: (address.origin + address.pathname).slice(0, MAX_URL),
    seenAt,
    page: where.page,
    sightings: [],
  };
  const anchors = new Map<string, Element[]>();
  try {
    new PageReader(site, document, where, address, by).read(reading, anchors);
  } catch {
    // A page nobody foresaw: what was read before it broke is kept, and too little read shows as such.
  }
  return { reading, anchors };
}

/** Fields of a card that are about the bid; all others are about the person. */
const bidFields = new Set(['text', 'amount', 'days', 'submittedAt', 'outcome']);
const longFields = new Set(['text', 'about']);

/** A card as found in the page, and by which way. */
interface FoundCard extends Card {
  by: Way;
}

class PageReader {
  readonly #site: Site;
  readonly #document: Document;
  readonly #where: Where;
  readonly #base: URL;
  readonly #by: Way | undefined;
  readonly #sightings = new Map<string, Sighting>();
  readonly #accounts = new Map<string, string | undefined>();

  constructor(site: Site, document: Document, where: Where, base: URL, by: Way | undefined) {
    this.#site = site;
    this.#document = document;
    this.#where = where;
    this.#base = base;
    this.#by = by;
  }

  read(reading: Reading, anchors: Map<string, Element[]>): void {
    const finish = () => {
      reading.sightings = [...this.#sightings.values()].slice(0, MAX_PER_PAGE);
    };
    try {
      if (this.#where.account !== undefined) this.#readProfilePage(this.#where.account, anchors);
      else this.#readProjectPage(reading, anchors);
    } finally {
      finish();
    }
  }

  #tries(way: Way): boolean {
    return this.#by === undefined || this.#by === way;
  }

  // --- project pages ----------------------------------------------------------------------------

  #readProjectPage(reading: Reading, anchors: Map<string, Element[]>): void {
    const { bids } = this.#site.tables;
    const state = this.#tries('state') ? this.#site.state?.(this.#document, this.#where) : undefined;
    const cards = bids && this.#tries('selectors') ? this.#tableCards(bids) : [];
    const seen = this.#tries('cards') ? findCards(this.#document, this.#accountOf) : [];
    const stated = state?.sightings.find((sighting) => sighting.kind === 'project')?.ids.project;
    const project = stated ?? this.#projectNumber(cards) ?? this.#where.project ?? '';

    for (const { said, ...sighting } of state?.sightings ?? []) this.#add(sighting, 'state', said);
    if (this.#tries('selectors') && this.#site.tables.project) {
      this.#add({ kind: 'project', ids: { project } }, 'selectors', readTable(this.#root, this.#site.tables.project));
    }
    if (this.#tries('cards')) {
      const title = [...find(this.#root, 'h1')].map((heading) => squeeze(wordsOf(heading))).find(Boolean);
      if (title) this.#add({ kind: 'project', ids: { project } }, 'cards', { title });
    }
    for (const card of cards) this.#addBidder(project, card, 'selectors', readTable(card.root, bids?.fields ?? {}));

    const known = new Set([...this.#sightings.values()].map((sighting) => sighting.ids.account));
    known.delete(undefined);
    const trusted = isSameList(seen, known) ? seen : [];
    const places = new Regions(trusted.map((card) => card.root));
    const byKind = [...trusted, ...(this.#tries('cards') ? cards.filter((card) => !places.overlap(card.root)) : [])];
    for (const [n, facts] of factsOf(byKind).entries()) {
      const card = byKind[n];
      if (card) this.#addBidder(project, card, 'cards', facts);
    }

    for (const card of outermost([...cards, ...trusted.map((card) => ({ ...card, by: 'cards' as const }))])) {
      this.#anchor(anchors, card);
    }
    const of = state?.of?.bids ?? this.#countOf([...cards, ...trusted], this.#hasBids());
    if (of !== undefined) reading.of = { bids: of };
  }

  #hasBids(): boolean {
    for (const sighting of this.#sightings.values()) if (sighting.kind === 'bid') return true;
    return false;
  }

  #addBidder(project: string, card: Card, by: Way, said: Record<string, Value>): void {
    const fields = Object.entries(said);
    const ofBid = fields.filter(([field]) => bidFields.has(field));
    const ofPerson = fields.filter(([field]) => !bidFields.has(field));
    this.#add({ kind: 'bid', ids: { project, account: card.account } }, by, Object.fromEntries(ofBid));
    if (ofPerson.length) {
      this.#add({ kind: 'profile', ids: { account: card.account } }, by, Object.fromEntries(ofPerson));
    }
  }

  /** The project's number where the page writes it, outside of what bidders wrote. */
  #projectNumber(cards: readonly Card[]): string | undefined {
    const pattern = this.#site.projectNumber;
    if (!pattern || /^\d+$/.test(this.#where.project ?? '')) return undefined;
    const inCards = new Regions(cards.map((card) => card.root));
    for (const element of find(this.#root, 'p,span,div,li,dd,fl-text')) {
      const text = element.childElementCount <= 1 ? (element.textContent ?? '') : '';
      if (text.length === 0 || text.length > 60) continue;
      const number = pattern.exec(squeeze(text))?.[1];
      if (number && !inCards.hold(element)) return number;
    }
    return undefined;
  }

  #countOf(cards: readonly Card[], hasBids: boolean): number | undefined {
    const { places, pattern, none } = this.#site.counts.bids;
    const inCards = new Regions(cards.map((card) => card.root));
    for (const element of find(this.#root, places.join())) {
      const match = pattern.exec(squeeze((element.textContent ?? '').slice(0, 200)));
      const digits = (match?.[1] ?? match?.[2])?.replace(/[.,]/g, '');
      if (digits && !inCards.hold(element) && !isWithinHidden(element, null)) return Number(digits);
    }
    if (hasBids) return undefined;
    for (const element of find(this.#root, `${places.join()},p`)) {
      const text = element.textContent ?? '';
      if (text.length < 150 && none.test(text) && !isWithinHidden(element, null)) return 0;
    }
    return undefined;
  }

  // --- profile pages ----------------------------------------------------------------------------

  #readProfilePage(account: string, anchors: Map<string, Element[]>): void {
    const { profile, reviews } = this.#site.tables;
    const cards = reviews && this.#tries('selectors') ? this.#reviewCards(reviews, account) : [];
    let heading: Element | undefined;
    if (profile && this.#tries('selectors')) {
      const { login, ...said } = readTable(this.#root, profile);
      // A login that is another account's: the address has changed, the page not yet.
      if (typeof login === 'string' && login.replace(/^@/, '').toLowerCase() !== account) return;
      const labelled = labelledFigures(this.#root, this.#site.labels ?? {});
      this.#add({ kind: 'profile', ids: { account } }, 'selectors', { ...said, ...labelled });
      heading = this.#first(profile.name ?? []);
    }
    const kernel = this.#tries('cards');
    const facts = kernel ? factsOf(cards) : [];
    for (const [index, card] of cards.entries()) {
      const { from, ...said } = readTable(card.root, reviews?.fields ?? {});
      const author = card.account || (typeof from === 'string' ? squeeze(from).slice(0, MAX_ID) : '');
      this.#addReview(author, account, index, 'selectors', said);
      this.#addReview(author, account, index, 'cards', reviewFacts(facts[index] ?? {}));
    }
    const seen = kernel && cards.length === 0 ? this.#reviewsByKind(account) : [];
    for (const [index, { card, said }] of seen.entries()) {
      this.#addReview(card.account, account, index, 'cards', reviewFacts(said));
    }
    if (kernel) {
      const lone = loneProfile(
        this.#document,
        account,
        [...cards, ...seen.map((one) => one.card)].map((card) => card.root),
        this.#accountOf,
      );
      if (lone) this.#add({ kind: 'profile', ids: { account } }, 'cards', lone.said);
      heading ??= lone?.heading;
    }
    if (heading) anchors.set(account, [heading]);
  }

  #addReview(from: string, to: string, index: number, by: Way, said: Record<string, Value>): void {
    const project = typeof said.project === 'string' ? this.#projectIn(said.project) : undefined;
    const { project: _, ...rest } = said;
    this.#add({ kind: 'review', ids: { from, to } }, by, { ...rest, ...(project && { project }) }, String(index));
  }

  #projectIn(href: string): string | undefined {
    const url = URL.parse(href, this.#base);
    return url ? this.#site.where(url)?.project : undefined;
  }

  #reviewCards(table: ListTable, reviewed: string): FoundCard[] {
    return this.#cardElements(table).map((root) => {
      const [author] = this.#profileLinks(root).filter((link) => link.account !== reviewed);
      return { account: author?.account ?? '', root, links: author ? [author.element] : [], by: 'selectors' };
    });
  }

  /** Cards of other people on a profile: reviews where most of them carry a rating, other people's tiles where not. */
  #reviewsByKind(account: string): { card: Card; said: Facts }[] {
    const cards = findCards(this.#document, this.#accountOf, account);
    const seen = factsOf(cards).flatMap((said, n) => (cards[n] ? [{ card: cards[n], said }] : []));
    const rated = seen.filter(({ said }) => said.rating !== undefined && (said.text ?? said.submittedAt) !== undefined);
    return rated.length > 0 && rated.length * 2 >= cards.length ? seen : [];
  }

  // --- what both need ---------------------------------------------------------------------------

  get #root(): Element {
    return this.#document.body ?? this.#document.documentElement;
  }

  /** The account a link leads to on this site, whichever of its hosts it names. */
  readonly #accountOf: AccountOf = (link) => {
    const href = link.getAttribute('href') ?? '';
    if (href.length > MAX_URL) return undefined;
    if (this.#accounts.has(href)) return this.#accounts.get(href);
    const url = URL.parse(href, this.#base);
    const ofSite = url && this.#site.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
    const account = url && ofSite ? this.#site.account(url) : undefined;
    this.#accounts.set(href, account && account.length <= MAX_ID ? account : undefined);
    return account;
  };

  #profileLinks(root: Element): { element: Element; account: string }[] {
    const links: { element: Element; account: string }[] = [];
    for (const element of find(root, 'a[href]')) {
      const account = this.#accountOf(element);
      if (account && !isWithinHidden(element, root)) links.push({ element, account });
    }
    return links;
  }

  #cardElements(table: ListTable): Element[] {
    const all = new Set(find(this.#root, table.card.join()));
    return [...all]
      .filter((element) => {
        for (let at = element.parentElement; at; at = at.parentElement) if (all.has(at)) return false;
        return true;
      })
      .slice(0, MAX_PER_PAGE);
  }

  /** The cards that the site's table names, each of the first person linked in it: the picture or the name stands before any text. */
  #tableCards(table: ListTable): FoundCard[] {
    return this.#cardElements(table).flatMap((root) => {
      const links = this.#profileLinks(root);
      const account = links[0]?.account;
      if (account === undefined) return [];
      const own = links.filter((link) => link.account === account).map((link) => link.element);
      return [{ account, root, links: own, by: 'selectors' as const }];
    });
  }

  #first(places: readonly string[]): Element | undefined {
    for (const place of places) {
      for (const element of find(this.#root, place)) {
        if (!isWithinHidden(element, null) && squeeze(element.textContent ?? '')) return element;
      }
    }
    return undefined;
  }

  /** Puts the card's name link, not its picture, among the account's anchors. */
  #anchor(anchors: Map<string, Element[]>, card: Card): void {
    const named = nameLinks(card);
    const shown = named.length > 1 ? named.find((link) => link.checkVisibility?.() ?? true) : undefined;
    const anchor = shown ?? named[0] ?? card.links[0];
    if (!anchor) return;
    const list = anchors.get(card.account);
    if (list) list.push(anchor);
    else anchors.set(card.account, [anchor]);
  }

  /** Adds one way's word, unless a more trusted way has said literally the same. */
  #add(sighting: Omit<Sighting, 'said'>, by: Way, said: Record<string, Value>, key = ''): void {
    const { kind, ids } = sighting;
    if (Object.values(ids).some((id) => id === '' || id.length > MAX_ID)) return;
    // A bid is a fact by itself, also where nothing about it could be read.
    if (kind !== 'bid' && Object.keys(said).length === 0) return;
    const name = JSON.stringify([kind, ids, key]);
    let seen = this.#sightings.get(name);
    if (!seen) {
      if (this.#sightings.size >= MAX_PER_PAGE) return;
      const url = kind === 'profile' && ids.account ? this.#site.profileUrl(ids.account) : this.#where.canonical;
      seen = { ...sighting, url, said: {} };
      this.#sightings.set(name, seen);
    }
    for (const [field, value] of Object.entries(said)) {
      if (value === '') continue;
      const statements = seen.said[field] ?? [];
      seen.said[field] = statements;
      const statement: Statement = { by, value: cut(field, value) };
      if (statements.some((other) => other.by === by || saysTheSame(other.value, statement.value))) continue;
      statements.push(statement);
    }
  }
}

function cut(field: string, value: Value): Value {
  if (typeof value === 'string') return value.trim().slice(0, longFields.has(field) ? MAX_TEXT : MAX_SHORT * 2);
  return value;
}

/** True where the second says nothing that the first does not: equal but for white space, or its clamped beginning. */
function saysTheSame(first: Value, second: Value): boolean {
  if (typeof first !== 'string' || typeof second !== 'string') return first === second;
  const [a, b] = [squeeze(first), squeeze(second)];
  if (a === b) return true;
  const beginning = b.replace(/\s*(?:…|\.\.\.)?\s*(?:more)?$/i, '');
  return beginning.length >= 40 && a.startsWith(beginning);
}

/** Of a review a card's writing is its text and its time is when it was given. */
function reviewFacts({ text, rating, submittedAt }: Record<string, Value>): Record<string, Value> {
  return {
    ...(text !== undefined && { text }),
    ...(rating !== undefined && { rating }),
    ...(submittedAt !== undefined && { at: submittedAt }),
  };
}

/**
 * Whether the people found by their links are the list that the better ways found. Where they have
 * little in common they are somebody else, such as other freelancers the site recommends.
 */
function isSameList(cards: readonly Card[], known: ReadonlySet<string | undefined>): boolean {
  if (known.size === 0) return true;
  const accounts = new Set(cards.map((card) => card.account));
  const common = [...accounts].filter((account) => known.has(account)).length;
  return common * 3 >= accounts.size;
}

/** One card for each place in the page, in page order, where several ways found the same. */
function outermost(cards: readonly FoundCard[]): FoundCard[] {
  const taken = new Regions(cards.filter((card) => card.by === 'selectors').map((card) => card.root));
  return cards
    .filter((card) => card.by === 'selectors' || !taken.overlap(card.root))
    .sort((a, b) => (a.root.compareDocumentPosition(b.root) & 4 ? -1 : 1));
}
