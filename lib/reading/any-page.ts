// Reads any page that is of no marketplace, when the user asks for it: the people and organisations that it and its
// own frames describe as JSON-LD, microdata or RDFa (schema.org), what they say of themselves, and the reviews they were
// given. It only looks, and never throws. What is not described so is not read: the user can select it.

import { MAX_LIST, MAX_PER_PAGE, MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { namedAt, unnamedAt, WEB, webAccount } from '../model/web-account.ts';
import { embeddedThings } from './embedded.ts';
import { definedFields, type Json } from './json.ts';
import { allThings, listIn, thingsIn, thingsWithin, typesOf, wordsIn } from './json-ld.ts';
import type { Entry, Reading, Sighting, Value } from './reading.ts';
import type { SiteFacts } from './site.ts';
import { allIn } from './walk.ts';

/** Fields that people who describe themselves fill in; where nobody on a page has any, they are reported as missing. */
const expectedFields = ['profile.name', 'profile.headline', 'profile.about', 'profile.links'];

/** What understand.ts has to know of pages of no marketplace. */
export const anyPage: SiteFacts = {
  expects: { profile: expectedFields, search: expectedFields },
  // Much may stand on the page that its descriptions leave out.
  unproven: ['profile', 'search'],
};

/** What was found on a page of no marketplace. */
export interface AnyPageRead {
  reading: Reading;
  /** What the user has selected there; absent when nothing is. */
  selected?: string;
}

const people = new Set('Person Organization Corporation LocalBusiness ProfessionalService OnlineBusiness'.split(' '));
/** Keys beside `@graph` and `mainEntity` under which pages put their authors and the people they list. */
const places = ['author', 'creator', 'provider', 'member', 'employee', 'founder', 'itemListElement', 'item'];
const schools = new Set('EducationalOrganization CollegeOrUniversity HighSchool School'.split(' '));

/** Most reviews taken of one person, and people of one page. */
const MAX_REVIEWS = 500;
const MAX_PEOPLE = 200;

/**
 * Reads a page of the web.
 *
 * @param url the page's address
 * @param selected what the user has selected there, in words
 * @param seenAt when it was read, ISO 8601 UTC
 * @returns undefined for what is no page of the web: another protocol, a picture, a PDF
 */
export function readAnyPage(
  document: Document,
  url: string,
  selected = '',
  seenAt = new Date().toISOString(),
): AnyPageRead | undefined {
  const page = URL.parse(url);
  if (!page || !/^https?:$/.test(page.protocol) || !/html/.test(document.contentType)) return undefined;
  const found = new DescribedPeople(page);
  try {
    for (const one of [document, ...framesIn(document)]) found.read(one);
  } catch {
    // An unforeseen page: what was read before it broke is kept.
  }
  const sightings = found.sightings();
  const words = selected.slice(0, MAX_TEXT).trim();
  return {
    reading: {
      site: WEB,
      url: (page.origin + page.pathname).slice(0, MAX_URL),
      seenAt,
      page: sightings.filter(({ kind }) => kind === 'profile').length > 1 ? 'search' : 'profile',
      sightings,
    },
    ...(words && { selected: words }),
  };
}

/** Most frames of a page that are looked into. */
const MAX_FRAMES = 20;

/** The documents of a page's frames that are of the page's own origin; the browser gives no others. */
function framesIn(document: Document): Document[] {
  return [...allIn(document, 'iframe,frame')].slice(0, MAX_FRAMES).flatMap((frame) => {
    try {
      return (frame as HTMLIFrameElement).contentDocument ?? [];
    } catch {
      return [];
    }
  });
}

interface Person {
  account: string;
  name: string;
  said: Record<string, Value>;
}

/** Who and what was found on one page, each person once. */
class DescribedPeople {
  readonly #page: URL;
  readonly #byId = new Map<string, Json>();
  readonly #someone = new Map<string, Person>();
  readonly #known = new Map<Json, Person>();
  readonly #reviews: Sighting[] = [];

  constructor(page: URL) {
    this.#page = page;
  }

  read(document: Document): void {
    // The page is not about the authors of its reviews.
    const under = (thing: Json) => (typesOf(thing).includes('Review') ? [] : places);
    const things = [...allThings(document, under), ...thingsWithin(embeddedThings(document), under)];
    const sizes = new Map<string, number>();
    for (const thing of things) {
      const id = wordsIn(thing, '@id');
      const size = Object.keys(thing).length;
      // Several may name one thing by its id; one of them describes it.
      if (!id || size <= (sizes.get(id) ?? 0)) continue;
      sizes.set(id, size);
      this.#byId.set(id, thing);
    }
    for (const thing of things) if (isSomeone(thing)) this.#person(thing);
    for (const thing of things) {
      const types = typesOf(thing);
      const offered = this.#offering(thing);
      if (offered) for (const review of thingsIn(thing, 'review')) this.#review(this.#whole(review), offered);
      const reviewed = this.#offering(this.#whole(thingsIn(thing, 'itemReviewed')[0]));
      if (reviewed && types.includes('Review')) this.#review(thing, reviewed);
      if (reviewed && types.includes('AggregateRating')) reviewed.said = { ...totalOf(thing), ...reviewed.said };
      if (types.includes('ProfilePage')) this.#profilePage(thing);
    }
  }

  sightings(): Sighting[] {
    const profiles = [...this.#someone.values()].map(
      ({ account, said }): Sighting => ({
        kind: 'profile',
        ids: { account },
        said: stated(said),
      }),
    );
    return [...profiles, ...this.#reviews].slice(0, MAX_PER_PAGE);
  }

  /** The thing that a reference stands for; the thing itself where it is none. */
  #whole<T extends Json | undefined>(thing: T): T | Json {
    const id = thing && wordsIn(thing, '@id');
    return (id && this.#byId.get(id)) || thing;
  }

  #profilePage(page: Json): void {
    const owner = this.#whole(thingsIn(page, 'mainEntity')[0]);
    const since = figure(page, 'dateCreated');
    const person = owner && isSomeone(owner) ? this.#person(owner) : undefined;
    if (person && since) person.said.memberSince ??= since;
  }

  #person(thing: Json): Person | undefined {
    const known = this.#known.get(thing);
    if (known) return known;
    const said = saidOf(thing);
    if (Object.keys(said).length === 0) return undefined;
    const name = typeof said.name === 'string' ? said.name : '';
    let account = webAccount(this.#page, addressesOf(thing), name);
    const other = this.#someone.get(account);
    if (other && name && other.name && other.name !== name) account = namedAt(account, name);
    const one = this.#someone.get(account) ?? { account, name, said: {} };
    if (!this.#someone.has(account) && this.#someone.size >= MAX_PEOPLE) return undefined;
    one.name ||= name;
    one.said = { ...said, ...one.said };
    this.#someone.set(account, one);
    this.#known.set(thing, one);
    return one;
  }

  /** The person that a review of a thing is about: the thing itself, or who offers the service. */
  #offering(thing: Json | undefined): Person | undefined {
    if (!thing) return undefined;
    const one = isSomeone(thing) ? thing : this.#whole(thingsIn(thing, 'provider')[0]);
    return one && isSomeone(one) ? this.#person(one) : undefined;
  }

  #review(review: Json, to: Person): void {
    if (this.#reviews.length >= MAX_REVIEWS) return;
    const known = definedFields({
      rating: ratingOf(thingsIn(review, 'reviewRating')[0]),
      text: (wordsIn(review, 'reviewBody') ?? wordsIn(review, 'description'))?.slice(0, MAX_TEXT),
      at: figure(review, 'datePublished'),
    });
    if (Object.keys(known).length === 0) return;
    const author = this.#whole(thingsIn(review, 'author')[0]);
    const name = wordsIn(author, 'name') ?? '';
    const own = addressesOf(author);
    // Two reviews without an author's name may be by two clients.
    const isNamed = name !== '' || own.length > 0;
    const from = isNamed ? webAccount(this.#page, own, name) : unnamedAt(this.#page, JSON.stringify(known));
    if (from !== to.account) this.#reviews.push({ kind: 'review', ids: { from, to: to.account }, said: stated(known) });
  }
}

function isSomeone(thing: Json): boolean {
  return typesOf(thing).some((type) => people.has(type));
}

function addressesOf(thing: Json | undefined): string[] {
  return [...listIn(thing, 'url'), ...listIn(thing, '@id')].filter((one) => typeof one === 'string');
}

function stated(said: Record<string, Value>): Sighting['said'] {
  return Object.fromEntries(Object.entries(said).map(([field, value]) => [field, [{ by: 'state', value }]]));
}

/** What a person or an organisation says of itself, field by field, as a profile has them. */
function saidOf(thing: Json): Record<string, Value> {
  const name = wordsIn(thing, 'name') ?? [wordsIn(thing, 'givenName'), wordsIn(thing, 'familyName')].join(' ').trim();
  const titles = listIn(thing, 'jobTitle').flatMap((one) => (typeof one === 'string' ? one : []));
  const [address] = [...thingsIn(thing, 'address'), ...thingsIn(thing, 'homeLocation'), ...thingsIn(thing, 'location')];
  const place = thingsIn(address, 'address')[0] ?? address;
  const [image] = [...thingsIn(thing, 'image'), ...thingsIn(thing, 'logo')];
  const [total] = thingsIn(thing, 'aggregateRating');
  const past = thingsIn(thing, 'alumniOf');
  const learned = past.filter((one) => typesOf(one).length === 0 || isSchool(one));
  const worked = [...thingsIn(thing, 'worksFor'), ...past.filter((one) => !learned.includes(one))];
  return definedFields({
    name: name.slice(0, MAX_SHORT),
    headline: titles.join(', ').slice(0, MAX_SHORT),
    about: wordsIn(thing, 'description')?.slice(0, MAX_TEXT),
    city: wordsIn(place, 'addressLocality')?.slice(0, MAX_SHORT),
    country: (wordsIn(thingsIn(place, 'addressCountry')[0], 'name') ?? '').slice(0, MAX_SHORT),
    place: wordsIn(place, 'name')?.slice(0, MAX_SHORT),
    avatar: (wordsIn(image, 'url') ?? wordsIn(image, 'contentUrl') ?? wordsIn(image, 'name'))?.slice(0, MAX_URL),
    links: words([...listIn(thing, 'url'), ...listIn(thing, 'sameAs')], MAX_URL),
    languages: names(thing, 'knowsLanguage'),
    skills: names(thing, 'knowsAbout'),
    employment: entries(worked, 'worksFor', 'employer'),
    education: entries(learned, 'alumniOf', 'school'),
    contacts: contactsOf(thing),
    ...(total && totalOf(total)),
  });
}

function totalOf(total: Json): Record<string, Value> {
  return definedFields({
    rating: ratingOf(total),
    reviewCount: figure(total, 'reviewCount') ?? figure(total, 'ratingCount'),
  });
}

/** Somebody's places of work or learning: bare, or as a role that says since when. */
function entries(of: readonly Json[], inner: string, part: 'employer' | 'school'): Entry[] {
  return of.slice(0, MAX_LIST).flatMap((one) => {
    const name = wordsIn(thingsIn(one, inner)[0] ?? one, 'name')?.slice(0, MAX_SHORT);
    const title = (wordsIn(one, 'roleName') ?? wordsIn(one, 'jobTitle'))?.slice(0, MAX_SHORT);
    const [from, to] = [figure(one, 'startDate'), figure(one, 'endDate')];
    if (!name) return [];
    const entry = { [part]: name, [part === 'employer' ? 'title' : 'degree']: title, from, to };
    return [definedFields(entry) as Entry];
  });
}

function isSchool(one: Json): boolean {
  return [...typesOf(one), ...thingsIn(one, 'alumniOf').flatMap(typesOf)].some((type) => schools.has(type));
}

function contactsOf(thing: Json): Entry[] {
  return [thing, ...thingsIn(thing, 'contactPoint')].slice(0, MAX_LIST).flatMap((one) =>
    (['email', 'telephone'] as const).flatMap((type) => {
      const value = wordsIn(one, type)?.replace(/^(?:mailto|tel):/i, '');
      return value ? [{ type: type === 'telephone' ? 'phone' : type, value: value.slice(0, MAX_SHORT) }] : [];
    }),
  );
}

/** A rating as "4.7/5"; schema.org's scale ends at 5 unless another end is said. */
function ratingOf(rating: Json | undefined): string | undefined {
  const value = figure(rating, 'ratingValue');
  if (value === undefined || /[/%]/.test(value)) return value;
  return `${value}/${figure(rating, 'bestRating') ?? 5}`;
}

/** A number or date that may stand as words or as a number. */
function figure(thing: Json | undefined, key: string): string | undefined {
  const [value] = listIn(thing, key);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim().slice(0, 40) || undefined;
}

function names(thing: Json, key: string): string[] {
  return words(
    thingsIn(thing, key).map((one) => one.name),
    MAX_SHORT,
  );
}

function words(values: readonly unknown[], longest: number): string[] {
  const all = values.flatMap((one) => (typeof one === 'string' && one.trim() ? one.trim().slice(0, longest) : []));
  return [...new Set(all)].slice(0, MAX_LIST);
}
