// One scan of one page: what has been seen so far, by which way, and where on the page the people stand.
// The readers of the kinds of page (list-page.ts, profile-page.ts, messages-page.ts) add to it.

import { collapseSpaces } from '../model/beginning.ts';
import { MAX_ID, MAX_PER_PAGE, MAX_URL } from '../model/limits.ts';
import { trimEndOf } from '../model/trim.ts';
import { blocksOf, elementsOf, isAmongWords, parsePlace, queryAll, Regions, readTable } from './dom.ts';
import { type AccountOf, CARDS_PER_STEP, type Card, isInLandmark, LINKS_PER_STEP, ownersOf } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import { Memo } from './memo.ts';
import { nameLinks, nameOfCard } from './names.ts';
import { outlineOf } from './outline.ts';
import type { Countable, Counts, Outline, OutlineCard, Sighting, Surrounding, Value, Way } from './reading.ts';
import { withoutSame, wordingsOf } from './same-words.ts';
import type { Boilerplate, FieldTable, ListTable, PageAddress, Site, StateReading, Tables } from './site.ts';
import { state } from './statements.ts';
import type { Steps } from './steps.ts';
import { attributeOf, bodyOf, closestTo, firstIn, matches, parentOf, tagOf, textIn } from './walk.ts';

/** A card as found in the page, and by which way. */
export interface FoundCard extends Card {
  by: Way;
  /** Whether nobody else is named in it. */
  isAlone?: boolean;
}

/** Everything that the ways of reading find on one page. */
export class PageScan {
  readonly site: Site;
  readonly document: Document;
  readonly address: PageAddress;
  readonly tables: Tables;
  /** Per account, the elements beside which its badge belongs, one a card, in page order. */
  readonly anchors = new Map<string, Element[]>();
  readonly counts: Counts = {};
  /** What the page has more of than is read. */
  readonly cut = new Set<string>();
  /** Parts of the page for the card heuristics. */
  readonly outlines: Outline[] = [];
  /** Words around the lists of the page. */
  readonly surroundings: Surrounding[] = [];
  /** Selects the elements that may lead to an account: links, and what is marked with an id. */
  readonly accountSelector: string;
  readonly #base: URL;
  readonly #by: Way | undefined;
  /** By name, each with whatever was stated of it. */
  readonly #sightings = new Map<string, { thing: Sighting; of: unknown[] }>();
  readonly #accounts = new Map<string, string | undefined>();
  readonly #ownPages = new Map<string, boolean>();
  readonly #present = new Map<FieldTable, FieldTable>();
  #cardsRead = 0;
  readonly #idAttributes: readonly { selector: string; attribute?: string }[];
  readonly #aliases: ReadonlyMap<string, string | undefined>;

  /** What an earlier scan read in parts of the page that have not changed since. */
  readonly memo: Memo;

  constructor(site: Site, document: Document, where: PageAddress, base: URL, { by, memo }: { by?: Way; memo?: Memo }) {
    this.memo = memo ?? new Memo();
    this.site = site;
    this.document = document;
    this.#aliases = site.aliases?.(document, where) ?? new Map();
    this.address =
      where.account === undefined ? where : { ...where, account: this.#own(where.account) ?? where.account };
    this.tables = { ...site.tables, ...site.tablesByPage?.[where.page] };
    this.#base = base;
    this.#by = by;
    this.#idAttributes = (site.idAttributes ?? []).map(parsePlace);
    this.accountSelector = ['a[href]', ...this.#idAttributes.map(({ selector }) => selector)].join();
  }

  /** What was seen so far. */
  get sightings(): Sighting[] {
    return [...this.#sightings.values()].map(({ thing }) => thing);
  }

  /** The same at the end: what is as it was in the scan before is the very object of then. */
  settled(): Sighting[] {
    return this.memo.same(this.#sightings);
  }

  /** Where the page's words are. */
  get root(): Element {
    return bodyOf(this.document) ?? this.document.documentElement;
  }

  /** True when this way of reading is wanted. */
  uses(way: Way): boolean {
    if (way === 'cards' && this.site.ownPlacesOnly) return false;
    return this.#by === undefined || this.#by === way;
  }

  /** Whether what a profile shows is handed to the heuristics: they go by headings there, whatever else is trusted. */
  get readsProfiles(): boolean {
    return this.#by === undefined || this.#by === 'cards';
  }

  /** What the state script says, already added to what was seen. */
  readState(): StateReading | undefined {
    const state = this.uses('state') ? this.site.readState?.(this.document, this.address) : undefined;
    // Several reviews by one author, or messages of one thread, are distinguished by their position.
    const listed = new Map<string, number>();
    for (const { said, ...sighting } of state?.sightings ?? []) {
      const isListed = sighting.kind === 'review' || sighting.kind === 'message';
      const whose = JSON.stringify([sighting.kind, sighting.ids]);
      const nth = listed.get(whose) ?? 0;
      listed.set(whose, nth + 1);
      this.add(sighting, 'state', said, isListed ? `stated ${nth}` : '');
    }
    for (const field of state?.cut ?? []) this.cut.add(field);
    for (const [what, count] of Object.entries(state?.of ?? {})) {
      if (Number.isSafeInteger(count) && count >= 0) this.counts[what as Countable] = count;
    }
    return state;
  }

  /**
   * Adds one way's word.
   *
   * @param isThere true where the fact stands in the page though nothing about it was read yet: a bid always does
   */
  add(sighting: Omit<Sighting, 'said'>, by: Way, said: Record<string, Value>, key = '', isThere = false): void {
    const { kind, ids } = sighting;
    if (Object.values(ids).some((id) => id === '' || id.length > MAX_ID)) return;
    if (kind !== 'bid' && !isThere && Object.keys(said).length === 0) return;
    const name = nameOf(kind, ids, key);
    let seen = this.#sightings.get(name);
    if (!seen) {
      if (this.#sightings.size >= MAX_PER_PAGE) {
        this.cut.add('rows');
        return;
      }
      const profile = kind === 'profile' && ids.account ? this.site.profileUrl(ids.account) : undefined;
      const url = profile ?? this.address.canonical;
      seen = { thing: { ...sighting, url, said: {} }, of: [url] };
      this.#sightings.set(name, seen);
    }
    if (Object.keys(said).length === 0) return;
    seen.of.push(by, said);
    state(seen.thing, by, said);
  }

  /** Hands cards to the card heuristics, as far as these are wanted; without them only what the site's own places say of them. */
  *outline(
    as: Outline['as'],
    by: Way,
    cards: readonly Card[],
    ids: Sighting['ids'],
    more: Pick<Outline, 'isLinked'> & { said?(card: Card): Record<string, Value> } = {},
  ): Steps<void> {
    if (!this.uses(by) || cards.length === 0) return;
    const isOutlined = this.uses('cards');
    const taken: OutlineCard[] = [];
    for (const card of cards) {
      const wordings = wordingsOf(
        this.#sightings.get(nameOf('bid', { ...ids, account: card.account }, ''))?.thing.said,
      );
      const make = (): readonly [card: OutlineCard, wordings: string] => {
        // A review is of another by its nature.
        const boilerplate = as === 'reviews' ? this.site.boilerplate : this.boilerplateIn(card);
        const items = isOutlined ? outlineOf(card.root, boilerplate, card.links) : [];
        const name = as === 'reviews' ? undefined : nameOfCard(card, this.#namesIn(card), this.isOwnPage, boilerplate);
        const said = more.said?.(card);
        const own = { ...(name && { name }), ...(said && { said }) };
        return [{ account: card.account, items: withoutSame(items, wordings), ...own }, `${wordings}`];
      };
      const kept = this.memo.keep(card.root, `outline ${as} ${card.account}`, make);
      // A card may stay while what else is said of its bid changes: it leaves out what was said there then.
      taken.push((kept[1] === `${wordings}` ? kept : make())[0]);
      if (taken.length % CARDS_PER_STEP === 0) yield;
    }
    this.outlines.push({
      as,
      by,
      ids,
      url: this.address.canonical,
      cards: taken,
      ...(more.isLinked && { isLinked: true }),
    });
  }

  /**
   * What the site's table finds inside an element.
   *
   * @param account whom it is about: what links to somebody else does not name them
   */
  readFields(
    root: Element,
    fields: FieldTable,
    account?: string,
    boilerplate = this.site.boilerplate,
  ): Record<string, Value> {
    const isOthers = (element: Element) => {
      const link = account && (closestTo(element, 'a[href]') ?? firstIn(element, 'a[href]'));
      const linked = link ? this.accountOf(link) : undefined;
      return linked !== undefined && linked !== account;
    };
    return readTable(root, fields, isOthers, boilerplate);
  }

  /** The same for one of many cards, read again only where it has changed. */
  readCard(card: Pick<Card, 'root' | 'account'>, fields: FieldTable): Record<string, Value> {
    const { root, account } = card;
    return this.memo.keep(root, 'table', () => {
      // To ask the whole page pays for many cards, not for the few that came to a list.
      this.#cardsRead += 1;
      const present = this.#cardsRead > FEW_CARDS ? this.#presentIn(fields) : fields;
      return this.readFields(root, present, account, this.boilerplateIn(card));
    });
  }

  /**
   * What of a card is not read: what belongs to the site itself, and whatever is about another person alone, such as
   * somebody's card that stands in it. Somebody who is linked in the midst of words is only spoken of.
   */
  boilerplateIn({ root, account }: Pick<Card, 'root' | 'account'>): Boilerplate {
    const { boilerplate = {} } = this.site;
    const people = account ? this.#peopleOf(root) : [];
    if (people.every((one) => one.account === account)) return boilerplate;
    const owners = ownersOf(people, root);
    const others: Element[] = [];
    for (const { element, account: other } of people) {
      if (other === account || element === root || isAmongWords(element)) continue;
      let part = element;
      for (let at = parentOf(part); at && owners.get(at) === other; at = parentOf(at)) part = at;
      others.push(part);
    }
    return { ...boilerplate, others };
  }

  /** A table without the places of which the page has none: one question each, and not one more for each card. */
  #presentIn(fields: FieldTable): FieldTable {
    let present = this.#present.get(fields);
    if (!present) {
      const isThere = (place: string) => {
        const { selector } = parsePlace(place.replace(/(?:\[\]|#)$/, ''));
        return /^[&{]/.test(selector) || !isEmpty(queryAll(this.document, selector));
      };
      present = Object.fromEntries(
        Object.entries(fields).map(([field, places]) => [field, 'each' in places ? places : places.filter(isThere)]),
      );
      this.#present.set(fields, present);
    }
    return present;
  }

  /** The account a link leads to on this site, whichever of its hosts it names, or that an element is marked with. */
  readonly accountOf: AccountOf = (element) => {
    const href = tagOf(element) === 'a' ? (attributeOf(element, 'href') ?? '') : '';
    const linked = href ? this.accountAt(href) : undefined;
    if (linked !== undefined) return linked;
    for (const { selector, attribute } of this.#idAttributes) {
      if (!attribute || !matches(element, selector)) continue;
      const id = plainId(attributeOf(element, attribute) ?? '');
      // A picture may be marked with the name that is shown instead of the account's.
      if (id && !/\s/.test(id)) return this.#own(id);
    }
    return undefined;
  };

  /** The account's own id, where this page shows it under another one as well. */
  #own(id: string): string | undefined {
    return this.#aliases.has(id) ? this.#aliases.get(id) : id;
  }

  /** The account whose profile stands at an address of this site. */
  accountAt(href: string): string | undefined {
    if (href.length > MAX_URL) return undefined;
    if (this.#accounts.has(href)) return this.#accounts.get(href);
    const url = URL.parse(href, this.#base);
    const ofSite = url && this.site.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
    const found = url && ofSite ? this.site.accountAt(url, this.address.page) : undefined;
    const account = found && found.length <= MAX_ID ? this.#own(found) : undefined;
    this.#accounts.set(href, account);
    return account;
  }

  /** False for a link to something that an account offers or wrote: a gig, a list of reviews. */
  readonly isOwnPage = (link: Element): boolean => {
    const href = (attributeOf(link, 'href') ?? '').slice(0, MAX_URL);
    let isOwn = this.#ownPages.get(href);
    if (isOwn === undefined) {
      const url = URL.parse(href, this.#base);
      const where = url ? this.site.classifyUrl(url) : undefined;
      isOwn = !where?.account || where.page === 'profile';
      this.#ownPages.set(href, isOwn);
    }
    return isOwn;
  };

  /** The account that a field names: by a profile link, or else by the id or name as it is written. */
  accountNamed(said: Value | undefined): string | undefined {
    if (typeof said !== 'string') return undefined;
    const isAddress = /^(?:https?:\/\/|\/)/.test(said);
    return isAddress ? this.accountAt(said) : plainId(said);
  }

  /** The people named by links or marks on or inside an element, in page order. */
  peopleIn(root: Element): { element: Element; account: string }[] {
    return [root, ...queryAll(root, this.accountSelector)].flatMap((element) => {
      const account = this.accountOf(element);
      return account && !isWithinHidden(element, root) ? { element, account } : [];
    });
  }

  /** The same for one of many cards. What a page shows under two ids is told outside of the card. */
  #peopleOf(root: Element): readonly { element: Element; account: string }[] {
    const find = () => this.peopleIn(root);
    return this.#aliases.size > 0 ? find() : this.memo.keep(root, `people ${this.address.page}`, find);
  }

  /** The elements that are a block of this table's; of blocks inside each other the outer one. */
  cardElements(table: ListTable): Element[] {
    const all = new Set(queryAll(this.root, table.card.join()));
    return [...all]
      .filter((element) => {
        for (let around = parentOf(element); around; around = parentOf(around)) {
          if (all.has(around)) return false;
        }
        return true;
      })
      .slice(0, MAX_PER_PAGE);
  }

  /** The cards that a table names, each of the first person named in it: the picture or the name stands before any text. */
  *cardsOf(table: ListTable): Steps<FoundCard[]> {
    const cards: FoundCard[] = [];
    for (const [n, root] of this.cardElements(table).entries()) {
      if (n % CARDS_PER_STEP === 0) yield;
      const people = this.#peopleOf(root);
      const account = people[0]?.account;
      if (account === undefined) continue;
      const own = people.filter((person) => person.account === account).map((person) => person.element);
      const isAlone = own.length === people.length;
      cards.push({ account, root, links: own, by: 'selectors', isAlone });
    }
    return cards;
  }

  /** Whether these cards are of one person each and everybody whom the page links stands in one: there is no other list. */
  *isEverybodyIn(cards: readonly FoundCard[]): Steps<boolean> {
    if (!cards.every((card) => card.isAlone)) return false;
    const inCards = new Regions(cards.map((card) => card.root));
    let looked = 0;
    for (const element of queryAll(this.root, this.accountSelector)) {
      if (++looked % LINKS_PER_STEP === 0) yield;
      if (inCards.hold(element) || this.accountOf(element) === undefined) continue;
      if (!isInLandmark(element) && !isWithinHidden(element, null)) return false;
    }
    return true;
  }

  /** The first element at these places that shows words. */
  firstWithText(
    places: FieldTable[string] | undefined,
    root: Element = this.root,
    boilerplate?: Boilerplate,
  ): Element | undefined {
    if (!places || 'each' in places) return undefined;
    for (const place of places) {
      for (const element of elementsOf(root, parsePlace(place).selector, boilerplate)) {
        if (!isWithinHidden(element, null) && collapseSpaces(textIn(element))) return element;
      }
    }
    return undefined;
  }

  /** The links of a card that show its person's name. */
  #namesIn(card: Card): readonly Element[] {
    return this.memo.keep(card.root, 'names', () => nameLinks(card, this.isOwnPage, this.site.boilerplate));
  }

  /** Puts the card's name, not its picture, among the account's anchors. */
  anchorCard(card: Card, name?: FieldTable[string]): void {
    const named = this.#namesIn(card);
    const shown = named.length > 1 ? named.find((link) => link.checkVisibility?.() ?? true) : undefined;
    this.anchorAt(
      card.account,
      shown ?? named[0] ?? this.firstWithText(name, card.root, this.boilerplateIn(card)) ?? badgePlaceIn(card),
    );
  }

  anchorAt(account: string, anchor: Element | undefined): void {
    if (!anchor) return;
    const list = this.anchors.get(account);
    if (list) list.push(anchor);
    else this.anchors.set(account, [anchor]);
  }

  /** Notes how many the page itself says there are, unless the state has said it. */
  takeCount(what: Countable, cards: readonly Card[], hasAny: boolean): void {
    const inCards = new Regions(cards.map((card) => card.root));
    const isOutside = (element: Element) => !inCards.hold(element) && !isWithinHidden(element, null);
    const counted = this.counts[what] ?? this.#countOf(what, isOutside, hasAny);
    if (counted !== undefined) this.counts[what] = counted;
    this.#takeSurroundings(isOutside);
  }

  #countOf(what: Countable, isOutside: (element: Element) => boolean, hasAny: boolean): number | undefined {
    const { places = [], pattern, none } = this.site.counts[what] ?? {};
    for (const element of pattern ? queryAll(this.root, places.join()) : []) {
      const match = pattern?.exec(collapseSpaces(textIn(element).slice(0, 200)));
      const digits = match
        ?.slice(1)
        .find((group) => group !== undefined)
        ?.replace(/\D/g, '');
      if (digits && isOutside(element)) return Number(digits);
    }
    if (!none || hasAny) return undefined;
    for (const element of queryAll(this.root, [...places, 'p,h2,h3,h4'].join())) {
      const text = textIn(element);
      if (text.length < 150 && none.test(text) && !isWithinHidden(element, null)) return 0;
    }
    return undefined;
  }

  /** Words around the lists: whether they count them, or tell that they go on, is understood in the worker. */
  #takeSurroundings(isOutside: (element: Element) => boolean): void {
    for (const [is, selector] of surroundingPlaces) {
      for (const element of queryAll(this.root, selector)) {
        if (this.surroundings.length >= MAX_SURROUNDINGS) return;
        if (!isOutside(element)) continue;
        // Pages part a figure and what it counts by style alone.
        const isShort = textIn(element).length < 300;
        const text = collapseSpaces((isShort ? blocksOf(element) : []).map((block) => block.textWithGaps).join(' '));
        if ((text || is === 'busy') && text.length < 150) this.surroundings.push({ text, is });
      }
    }
  }
}

const nameOf = (kind: Sighting['kind'], ids: Sighting['ids'], key: string) => JSON.stringify([kind, ids, key]);

/** So many cards are read by all their table's places, whether the page has them or not. */
const FEW_CARDS = 12;

/** True where there is nothing. */
const isEmpty = (all: Iterable<unknown>) => all[Symbol.iterator]().next().done === true;

const MAX_SURROUNDINGS = 300;
/** What may lead to more of a list. */
export const morePlaces =
  'button,[role="button"],[rel~="next"],[class*="more" i],[class*="pagination" i] a,a[href*="page="],a[href*="/page/"],a[href*="/pg/"],a[href*="review" i],a[href*="feedback" i],a[href*="proposals" i]';
const surroundingPlaces: readonly (readonly [Surrounding['is'], string])[] = [
  ['busy', '[aria-busy="true"],[class*="skeleton" i],[class*="spinner" i]'],
  ['h', 'h1,h2,h3,h4,[role="heading"],[role="tab"]'],
  ['more', morePlaces],
  ['p', 'p'],
];

/** An id or a name as written: Upwork writes some of its ids in quotes, others write "@name". */
function plainId(written: string): string | undefined {
  const id = trimEndOf(collapseSpaces(written.slice(0, MAX_ID * 2)), '"\'').replace(/^["'@]+/, '');
  return id && id.length <= MAX_ID ? id : undefined;
}

/** Where a badge may stand in a card that is marked with an id and has no profile link. */
function badgePlaceIn(card: Card): Element | undefined {
  const [link] = card.links;
  return link === card.root ? (firstIn(card.root, 'h2,h3,h4,h5,img') ?? undefined) : link;
}
