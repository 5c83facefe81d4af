// The card heuristics, as far as they need no page: from the outlines of a reading they tell the fields of its people,
// its reviews and its profile by kind, and from the words around its lists how many there are. They know no marketplace,
// still read when a site has changed its markup, and are the check on what the other ways say.
import { MAX_ID, MAX_PER_PAGE } from '../model/limits.ts';
import { isSentence, readCardFields } from './card-fields.ts';
import { countAround } from './counts.ts';
import { profileFields } from './profile-fields.ts';
import { projectFields } from './project-fields.ts';
import type { Outline, Reading, Sighting, Value } from './reading.ts';
import { addReviews } from './reviews.ts';
import { withSame, wordingsOf } from './same-words.ts';
import { listsOfReviews } from './sections.ts';
import type { Site } from './site.ts';
import { bidAndPerson, state } from './statements.ts';
import { threadMessages } from './thread-fields.ts';

/** What the heuristics use of a site. */
export type HeuristicSite = Partial<Pick<Site, 'profileUrl' | 'labels' | 'classifyUrl' | 'ownPlacesOnly'>>;

/** A reading with what the card heuristics say in it. The reading that is given stays as it is. */
export function withHeuristics(reading: Reading, site: HeuristicSite | undefined): Reading {
  const { outlines = [], surroundings = [], title: _, ...rest } = reading;
  if (outlines.length === 0 && surroundings.length === 0) return rest;
  const whole: Reading = { ...rest, sightings: reading.sightings.map((one) => ({ ...one, said: copy(one.said) })) };
  const found = new Found(whole.sightings, site);
  for (const outline of outlines) {
    if (outline.as === 'bids' || outline.as === 'people') addList(found, outline);
  }
  for (const { as, ids, url } of outlines) if (as === 'profile') found.of('profile', ids, url);
  const reviews = outlines.filter(({ as }) => as === 'reviews');
  const base = reading.url;
  const chosen = addReviews(
    whole,
    reviews,
    (href) => {
      const url = URL.parse(href, base);
      return url ? site?.classifyUrl?.(url)?.project : undefined;
    },
    listsOfReviews(outlines.flatMap(({ as, cards }) => (as === 'profile' ? (cards[0]?.items ?? []) : []))),
  );
  const hidden = new Set<string>();
  for (const outline of outlines.filter(({ as }) => as === 'profile')) {
    const [card] = outline.cards;
    const read = card && profileFields(card, chosen, { labels: site?.labels ?? {}, title: reading.title ?? '' });
    if (!read) continue;
    const { said } = read;
    for (const field of read.cut) hidden.add(`profile.${field}`);
    const person = found.of('profile', outline.ids, outline.url);
    for (const field of [...guesses, ...parts])
      if (person.said[field] || (field === 'country' && person.said.place)) delete said[field];
    state(person, 'cards', said);
  }
  for (const outline of outlines.filter(({ as }) => as === 'project')) {
    const { title, ...said } = projectFields(outline.cards[0]?.items ?? [], reading.page);
    const project = found.of('project', outline.ids, outline.url);
    if (project.said.budget ?? project.said.budgetMin ?? project.said.budgetMax) {
      for (const field of ['budget', 'budgetMin', 'budgetMax']) delete said[field];
    }
    // A place that holds no time, as the word "Posted" alone, leaves the word to whoever knows one.
    for (const field of Object.keys(said)) if (project.said[field] && field !== 'postedAt') delete said[field];
    state(project, 'cards', { ...(title !== undefined && { title }), ...said });
  }
  for (const outline of outlines.filter(({ as }) => as === 'messages')) {
    if (addMessages(whole.sightings, outline, reading.seenAt, site)) hidden.add('rows');
  }
  const { of, cut } = countAround(whole, surroundings);
  const project = whole.sightings.find(({ kind }) => kind === 'project');
  const [own] = outlines.flatMap((one) => (one.as === 'profile' ? found.of('profile', one.ids, one.url) : []));
  if (reading.page === 'profile' && own && of?.reviews && !own.said.reviewCount && Object.keys(own.said).length > 0)
    state(own, 'cards', { reviewCount: of.reviews });
  // A notice is no project's title, wherever it stands: to sign in, that something is gone, to wait.
  const isNotice = Object.entries(project?.said ?? {}).every(
    ([field, all]) => field === 'title' && all.every(({ value }) => notice.test(String(value))),
  );
  if (project && isNotice) whole.sightings.splice(whole.sightings.indexOf(project), 1);
  if (
    project &&
    !isNotice &&
    of?.bids !== undefined &&
    !project.said.bidCountRange &&
    Object.keys(project.said).length > 0
  )
    state(project, 'cards', { bidCount: of.bids });
  return {
    ...whole,
    sightings: whole.sightings.slice(0, MAX_PER_PAGE),
    ...(of && { of }),
    ...(cut.length + hidden.size > 0 && { cut: [...new Set([...cut, ...hidden])] }),
  };
}

const copy = (said: Sighting['said']): Sighting['said'] =>
  Object.fromEntries(Object.entries(said).map(([field, statements]) => [field, statements.map((one) => ({ ...one }))]));

/** Adds the messages of a conversation, of which there may be more than the page shows; false where there are none. */
function addMessages(sightings: Sighting[], thread: Outline, seenAt: string, site: HeuristicSite | undefined): boolean {
  const [name] = thread.names ?? [];
  const isNameEnough = name !== undefined && site?.profileUrl?.(name) === undefined;
  const messages = threadMessages(thread, seenAt, isNameEnough);
  for (const { account, ...said } of messages) {
    const ids = { thread: thread.ids.thread ?? account, account };
    const one: Sighting = { kind: 'message', ids, url: thread.url, said: {} };
    state(one, 'cards', said);
    sightings.push(one);
  }
  return messages.length > 0;
}

/** What a site says instead of a page. */
const notice =
  /^(?:(?:log|sign)[ -]?(?:in|up)\b|(?:[a-z\d-]{2,40}\.){1,3}[a-z]{2,10}$|verifying you|(?:please )?(?:verify|confirm) |iniciar? sesión|inicia sesión|(?:faça |fazer )?login|anmelden|einloggen|se connecter|connexion|accedi|zaloguj|giriş yap|войти|вход\b|увійти|вхід|page (?:not found|unavailable)|not found|404|access denied|error\b|just a moment|checking your browser|something went wrong|are you (?:a )?(?:human|robot)|página no encontrada|página não encontrada|seite nicht gefunden|page introuvable|страница не найдена|сторінку не знайдено)/iu;

/** The sightings of a reading, by what they are of. */
class Found {
  readonly #sightings: Sighting[];
  readonly #known = new Map<string, Sighting>();
  readonly #site: HeuristicSite | undefined;

  constructor(sightings: Sighting[], site: HeuristicSite | undefined) {
    this.#sightings = sightings;
    this.#site = site;
    for (const one of sightings) this.#known.set(keyOf(one.kind, one.ids), one);
  }

  saidOf(kind: 'bid', ids: Sighting['ids']): Sighting['said'] | undefined {
    return this.#known.get(keyOf(kind, ids))?.said;
  }

  of(kind: 'bid' | 'profile' | 'project', ids: Sighting['ids'], url: string): Sighting {
    const key = keyOf(kind, ids);
    let one = this.#known.get(key);
    if (!one) {
      const own = kind === 'profile' && ids.account ? this.#site?.profileUrl?.(ids.account) : undefined;
      one = { kind, ids, url: own ?? url, said: {} };
      this.#known.set(key, one);
      if (kind === 'project') this.#sightings.unshift(one);
      else this.#sightings.push(one);
    }
    return one;
  }
}

const keyOf = (kind: string, { project, account }: Sighting['ids']) => JSON.stringify([kind, project, account]);

/** Characters; fewer words of a person in a search are what they call their work, unless they are a sentence. */
const MIN_ABOUT = 80;

/** What the heuristics only guess: said where no better way says it, and no check on these. */
const guesses = ['headline', 'skills', 'country'];
const parts = ['employment', 'education', 'languages'];

function addList(found: Found, { as, cards: told, ids, url }: Outline): void {
  const cards = told.map((card) => ({
    ...card,
    items: withSame(card.items, wordingsOf(found.saidOf('bid', { ...ids, account: card.account }))),
  }));
  const facts = readCardFields(cards, as);
  for (const [n, { account }] of cards.entries()) {
    if (account === '' || account.length > MAX_ID) continue;
    const person = found.of('profile', { account }, url);
    const { text, ...said } = facts[n] ?? {};
    for (const field of guesses)
      if (person.said[field] || (field === 'country' && person.said.place)) delete said[field];
    // Of a person who wrote nothing, the longest words of the card are the headline.
    // A short letter may stand where others have theirs.
    const letter = as === 'bids' ? found.of('bid', { ...ids, account }, url).said.text : undefined;
    if (letter?.some(({ value }) => value === said.headline)) delete said.headline;
    const isHeadline = String(text).length < 100 && person.said.headline?.some(({ value }) => value === text);
    const words: Record<string, Value> = typeof text === 'string' && !isHeadline ? { text } : {};
    if (as === 'people') {
      const { amount: _amount, days: _days, submittedAt: _at, ...own } = said;
      const isAbout = typeof words.text === 'string' && (words.text.length >= MIN_ABOUT || isSentence(words.text));
      state(person, 'cards', { ...own, ...(isAbout && !person.said.about && words.text && { about: words.text }) });
      continue;
    }
    const { ofBid, ofPerson } = bidAndPerson({ ...said, ...words });
    delete ofPerson.hourlyRate;
    state(found.of('bid', { ...ids, account }, url), 'cards', ofBid);
    state(person, 'cards', ofPerson);
  }
}
