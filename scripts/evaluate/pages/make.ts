// Pages of every kind of every marketplace, made up anew from a seed: in the site's own markup where it is known, in general
// designs else and besides. Some are half loaded, have a button for more, are of nobody, or leave out what a page may leave out.
import { type Random, random } from '../random.ts';
import {
  type Classes,
  classesOf,
  type Design,
  designName,
  designOf,
  factsOf,
  indented,
  listOf,
  money,
  type Part,
  stars,
} from './design.ts';
import { conversationPage, conversationSites, projectMakers, projectPage } from './projects.ts';
import { type Drawn, type DrawnProfile, type OwnCard, type Shape, shapes } from './shapes.ts';
import type { MadePage, TrueBid, TrueProfile, TrueReview } from './truth.ts';
import {
  about,
  dayOf,
  escaped,
  headline,
  letter,
  monthOf,
  personName,
  places,
  praise,
  skillNames,
  timeAgo,
  type Words,
  type WrittenTime,
  wordsIn,
} from './words.ts';

const SEEN_AT = '2026-06-24T12:00:00.000Z';
const NOW = Date.parse(SEEN_AT);

export type Kind = 'bids' | 'people' | 'profile' | 'project' | 'messages';

/** Every kind of page that is made, with its site. */
export const kinds: readonly (readonly [site: string, kind: Kind])[] = shapes.flatMap((shape) => [
  ...(shape.bids ? [[shape.id, 'bids'] as const] : []),
  ...(shape.people ? [[shape.id, 'people'] as const] : []),
  ...(shape.ownProfile || shape.hasProfile ? [[shape.id, 'profile'] as const] : []),
  ...(projectMakers[shape.id] ? [[shape.id, 'project'] as const] : []),
  ...(conversationSites.includes(shape.id) ? [[shape.id, 'messages'] as const] : []),
]);

const maybe = <T>(dice: Random, share: number, make: () => T): T | undefined => (dice() < share ? make() : undefined);
/** Three at least: two words side by side may be anything. */
const someSkills = (dice: Random) => {
  const from = dice.int(0, skillNames.length - 3);
  return skillNames.slice(from, from + dice.int(3, 5));
};
const defined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

interface Somebody {
  drawn: Drawn;
  bid: TrueBid;
  profile: TrueProfile;
}

/** Which fields a page of a list has at all; a card leaves out few of them. */
interface Shown {
  headline: boolean;
  place: boolean;
  at: boolean;
  rating: boolean;
  skills: boolean;
  days: boolean;
}

/** Names on one page differ, so that whoever has a second id is known by the name. */
function somebody(
  dice: Random,
  shape: Shape,
  n: number,
  currency: string,
  language: string,
  isBidder: boolean,
  shown: Shown,
  names = new Set<string>(),
): Somebody {
  const account = shape.account(dice, n);
  const name = personName(dice, names);
  const place = shown.place ? maybe(dice, 0.95, () => dice.pick(places)) : undefined;
  const text = isBidder ? maybe(dice, 0.95, () => letter(dice)) : undefined;
  const amount = isBidder ? maybe(dice, 0.95, () => dice.int(3, 900) * 10 + dice.pick([0, 0, 0, 5.5])) : undefined;
  const days = isBidder && shown.days ? maybe(dice, 0.9, () => dice.int(1, 60)) : undefined;
  const at =
    isBidder && shown.at ? (dice() < 0.5 ? timeAgo(dice, NOW, language) : dayOf(dice, NOW, language)) : undefined;
  const rating = shown.rating ? maybe(dice, 0.85, () => dice.int(30, 50) / 10) : undefined;
  const line = shown.headline ? maybe(dice, 0.9, () => headline(dice)) : undefined;
  const skills = shown.skills ? maybe(dice, 0.9, () => someSkills(dice)) : undefined;
  const rate = isBidder ? undefined : dice.int(8, 120);
  const some = skills && skills.length > 0 ? skills : undefined;
  const drawn: Drawn = defined({
    account,
    href: shape.profile(account),
    name,
    headline: line,
    place,
    text,
    amount: amount === undefined ? undefined : money(dice, amount, currency, language, shape.isCoded),
    days,
    at: at?.words,
    rating,
    reviews: rating === undefined ? undefined : dice.int(1, 400),
    skills: some,
    rate: rate === undefined ? undefined : money(dice, rate, 'USD', 'en', shape.isCoded),
  }) as Drawn;
  return {
    drawn,
    bid: defined({ account, text, amount, currency: amount === undefined ? undefined : currency, days, at }) as TrueBid,
    profile: defined({
      account,
      name,
      headline: line,
      country: place?.code,
      rating,
      skills: some,
      rate,
    }) as TrueProfile,
  };
}

/** What one card of a general design shows of somebody. */
function partsOf(
  dice: Random,
  p: Drawn,
  words: Words,
  look: { placeAs: number; starsAs: number; isSentence: boolean; badge: boolean },
): Part[] {
  const badge =
    look.badge && dice() < 0.5 ? ` <span class="badge">${dice.pick(['Top Rated', 'Verified', 'Pro'])}</span>` : '';
  const parts: Part[] = [
    {
      key: 'who',
      label: '',
      html: `<a href="${p.href}"><img alt="" src="/p.png"></a><a href="${p.href}">${escaped(p.name)}${badge}</a>`,
    },
  ];
  if (p.headline !== undefined) parts.push({ key: 'headline', label: '', html: `<p>${escaped(p.headline)}</p>` });
  if (p.place) {
    const { city, country, code } = p.place;
    const html =
      [
        `<span>${city}, ${country}</span>`,
        `<span>${country}</span>`,
        `<img alt="${country}" src="/flags/${code.toLowerCase()}.svg">`,
      ][look.placeAs] ?? '';
    parts.push({ key: 'place', label: words.from, html });
  }
  if (p.rating !== undefined)
    parts.push({
      key: 'rating',
      label: words.rating,
      html: `${stars(dice, p.rating, words, look.starsAs)}<span>(${p.reviews})</span>`,
    });
  if (p.text !== undefined) parts.push({ key: 'text', label: words.proposal, html: escaped(p.text) });
  if (p.amount !== undefined) parts.push({ key: 'amount', label: words.bid, html: `<b>${p.amount}</b>` });
  if (p.rate !== undefined) parts.push({ key: 'amount', label: words.rate, html: `<b>${p.rate}</b> / hr` });
  if (p.days !== undefined)
    parts.push({
      key: 'days',
      label: words.delivery,
      html: look.isSentence ? words.inDays(p.days) : words.inDays(p.days).replace(/^(?:in|en|em) /, ''),
    });
  if (p.at !== undefined) parts.push({ key: 'at', label: words.submitted, html: p.at });
  if (p.skills)
    parts.push({
      key: 'skills',
      label: words.skills,
      html: p.skills.map((skill) => `<span>${escaped(skill)}</span>`).join(look.badge ? ' ' : ''),
    });
  return parts;
}

type State = 'loaded' | 'half' | 'more' | 'nobody';

function without(truth: Somebody, left: readonly (keyof Drawn)[]): Somebody {
  const { drawn, bid, profile } = structuredClone(truth);
  for (const key of left) {
    if (key !== 'account' && key !== 'href' && key !== 'name') delete drawn[key];
    if (key === 'text' || key === 'days' || key === 'at') delete bid[key];
    if (key === 'amount') {
      delete bid.amount;
      delete bid.currency;
    }
    if (key === 'headline' || key === 'rating' || key === 'skills' || key === 'rate') delete profile[key];
    if (key === 'place') delete profile.country;
  }
  return { drawn, bid, profile };
}

function people(dice: Random, shape: Shape, kind: 'bids' | 'people'): MadePage {
  const isBids = kind === 'bids';
  const own: OwnCard | undefined = dice() < 0.4 ? (isBids ? shape.ownBid : shape.ownPerson) : undefined;
  const design = designOf(dice, shape.languages);
  const words = wordsIn[design.language] ?? (wordsIn.en as Words);
  const classes = classesOf(dice, design);
  const state: State = dice() < 0.7 ? 'loaded' : dice.pick(isBids ? ['half', 'more', 'nobody'] : ['half', 'more']);
  const currency = dice.pick(shape.currencies);
  const count = state === 'nobody' ? 0 : dice.pick([2, 3, 5, 8, 14, 30]);
  const flag = () => dice() < 0.6;
  const shown: Shown = {
    headline: flag(),
    place: flag(),
    at: flag(),
    rating: flag(),
    skills: dice() < 0.3,
    days: dice() < 0.85,
  };
  const look = { placeAs: dice.int(0, 2), starsAs: dice.int(0, 2), isSentence: flag(), badge: dice() < 0.3 };
  const names = new Set<string>();
  const all = Array.from({ length: count }, (_, n) =>
    somebody(dice, shape, n, currency, design.language, isBids, shown, names),
  );
  const drawn = own ? all.map((one) => without(one, own.without)) : all;
  const list =
    count === 0
      ? `<div><p>${words.nobody}</p></div>`
      : own
        ? own.wrap(drawn.map((one) => own.draw(one.drawn, dice, words)).join(''))
        : listOf(
            dice,
            design,
            classes,
            drawn.map((one) => partsOf(dice, one.drawn, words, look)),
          );
  const total = state === 'half' || state === 'more' ? count + dice.int(2, 60) : count;
  const isCounted = state !== 'nobody' && (state === 'half' || dice() < 0.6) && isBids;
  const counted = isCounted
    ? `<h2>${dice.pick([`${total} ${words.proposals}`, `${words.proposals} (${total})`])}</h2>`
    : '';
  const tail =
    state === 'half'
      ? `<div aria-busy="true">${'<div class="skeleton"></div>'.repeat(3)}</div>`
      : state === 'more'
        ? `<button>${words.more}</button>`
        : '';
  const title = isBids ? 'Labels for our orchards' : 'Freelancers';
  const about =
    isBids && dice() < 0.5
      ? '<div class="project-description"><p>We grow old kinds of apples in three villages and want a label for each kind, with its year and its hill.</p></div>'
      : '';
  // A list of people that goes on elsewhere: what is here is all that the page has.
  // Where a kind of field is nowhere, a page may count as read in part.
  const isKnown = state !== 'loaded' || (isCounted && !own && Object.values(shown).every(Boolean));
  return {
    site: shape.id,
    kind,
    design: `${own ? 'own' : designName(design)} ${state} ${count}`,
    url: (isBids ? shape.bids : shape.people) as string,
    seenAt: SEEN_AT,
    html: `<!DOCTYPE html><html lang="${design.language}"><body>${shape.own}<main><h1>${title}</h1>${about}${counted}${list}${tail}</main></body></html>`,
    bids: isBids ? drawn.map(({ bid }) => bid) : [],
    profiles: drawn.map(({ profile }) => profile),
    reviews: [],
    messages: [],
    ...(isKnown && { read: state === 'loaded' || state === 'nobody' ? ('whole' as const) : ('part' as const) }),
  };
}

const periods = ['Jan 2019 - Present · 7 yrs', 'May 2016 - Aug 2018 · 2 yrs 4 mos', '2011 - 2015'];
const employers = ['Mill & Press Cooperative', 'North Ward Archive', 'Kiln Yard Ltd'];
const schools = ['School of Printing, Porto', 'University of Tampere'];

function profile(dice: Random, shape: Shape): MadePage {
  const own =
    shape.ownProfile && (shape.hasProfile === undefined || dice() < 0.5) && dice() < 0.6 ? shape.ownProfile : undefined;
  // Cross-check sites are known in their own markup only.
  const drawOwn = own ?? (shape.bids ? undefined : shape.ownProfile);
  const design = designOf(dice, shape.languages);
  const words = wordsIn[design.language] ?? (wordsIn.en as Words);
  const classes = classesOf(dice, design);
  const currency = dice.pick(shape.currencies);
  const n = dice.int(0, 50);
  const person = somebody(dice, shape, n, currency, design.language, false, {
    headline: true,
    place: true,
    at: false,
    rating: true,
    skills: true,
    days: false,
  });
  const since: WrittenTime | undefined = maybe(dice, 0.8, () =>
    dice() < 0.5 && shape.id === 'freelancer' ? dayOf(dice, NOW, 'en') : monthOf(dice, NOW, design.language),
  );
  const words_ = maybe(dice, 0.9, () => about(dice));
  const given = Array.from({ length: dice.pick([0, 2, 3, 5]) }, (_, m) => {
    const at = maybe(dice, 0.9, () =>
      dice() < 0.6 ? timeAgo(dice, NOW, design.language) : dayOf(dice, NOW, design.language),
    );
    return {
      author: `buyer${m}${dice.int(100, 999)}`,
      rating: maybe(dice, 0.9, () => (shape.id === 'peopleperhour' ? dice.int(1, 5) : dice.int(2, 10) / 2)),
      text: `${praise(dice)} No. ${dice.int(1000, 9999)}`,
      at,
      title: dice.pick(['A map of wards', 'Labels for pears', 'Seed lists']),
    };
  });
  const isPart = given.length > 0 && dice() < 0.4;
  const counted = given.length + (isPart ? dice.int(3, 200) : 0);
  const left = new Set<string>(drawOwn?.without ?? ['employment', 'education']);
  /** Clients have pages of their own on few sites. */
  const reviewHref = (author: string) => (shape.reviewersAre === 'linked' ? shape.profile(author) : undefined);
  const employment = left.has('employment')
    ? undefined
    : employers
        .slice(0, dice.int(1, 3))
        .map((employer, m) => ({ title: headline(dice), employer, period: periods[m] ?? '' }));
  const education = left.has('education')
    ? undefined
    : schools
        .slice(0, dice.int(1, 2))
        .map((school) => ({ school, degree: 'Printing, diploma', period: '2003 – 2006' }));
  const drawn: DrawnProfile = {
    ...person.drawn,
    ...(words_ !== undefined && { about: words_ }),
    ...(since && { since: since.words }),
    given: left.has('given')
      ? []
      : given.map(
          (one) =>
            defined({ ...one, at: one.at?.words, href: reviewHref(one.author) }) as DrawnProfile['given'][number],
        ),
    counted,
    ...(employment && { employment }),
    ...(education && { education }),
  };
  for (const key of left)
    if (key === 'skills' || key === 'rate' || key === 'rating' || key === 'headline') delete drawn[key];
  const truth: TrueProfile = defined({
    ...person.profile,
    rating: left.has('rating') ? undefined : person.profile.rating,
    headline: left.has('headline') ? undefined : person.profile.headline,
    skills: left.has('skills') ? undefined : person.profile.skills,
    rate: left.has('rate') ? undefined : person.profile.rate,
    about: words_,
    since: left.has('since') ? undefined : since,
    employers: employment?.map(({ employer }) => employer),
    schools: education?.map(({ school }) => school),
  }) as TrueProfile;
  const inner = drawOwn ? drawOwn.draw(drawn, dice, words) : general(dice, design, classes, drawn, words);
  const reviews: TrueReview[] = left.has('given')
    ? []
    : given.map(({ text, rating, at }) => defined({ text, rating, at }) as TrueReview);
  const titled = `<head><title>${escaped(drawn.name)}${shape.id === 'linkedin' ? ' | LinkedIn' : ''}</title></head>`;
  return {
    site: shape.id,
    kind: 'profile',
    design: `${drawOwn ? 'own' : designName(design)} ${reviews.length} of ${counted}`,
    url: new URL(shape.profile(truth.account), addressOf(shape)).href,
    seenAt: SEEN_AT,
    html: `<!DOCTYPE html><html lang="${design.language}">${titled}<body>${shape.own}${drawOwn ? inner : `<main>${inner}</main>`}</body></html>`,
    bids: [],
    profiles: [truth],
    reviews,
    messages: [],
    ...(isPart &&
      reviews.length > 0 &&
      (!drawOwn || shape.id === 'fiverr' || shape.id === 'freelancer' || shape.id === 'peopleperhour') && {
        read: 'part' as const,
      }),
  };
}

const addressOf = (shape: Shape) => shape.bids ?? shape.profile('x');

/** A profile in no marketplace's own markup: a heading, facts under labels, sections under headings, reviews as cards. */
function general(dice: Random, design: Design, classes: Classes, p: DrawnProfile, words: Words): string {
  const facts: [string, string][] = [];
  if (p.place) facts.push([words.from, dice.pick([`${p.place.city}, ${p.place.country}`, p.place.country])]);
  if (p.since !== undefined) facts.push([words.since, p.since]);
  if (p.rate !== undefined) facts.push([words.rate, `${p.rate} / hr`]);
  const starsAs = dice.int(0, 2);
  const head = `<div${classes('head')}><h1>${escaped(p.name)}</h1>${p.headline === undefined ? '' : `<h2>${escaped(p.headline)}</h2>`}${p.rating === undefined ? '' : `<div${classes('rating')}>${stars(dice, p.rating, words, starsAs)}<span>(${p.counted} ${words.reviews.toLowerCase()})</span></div>`}</div>`;
  const sections = [
    p.about === undefined ? '' : `<section><h2>${words.about}</h2><p>${escaped(p.about)}</p></section>`,
    p.skills
      ? `<section><h2>${words.skills}</h2><ul>${p.skills.map((skill) => `<li>${escaped(skill)}</li>`).join('')}</ul></section>`
      : '',
  ];
  const reviews =
    p.given.length === 0
      ? ''
      : `<section><h2>${words.reviews} (${p.counted})</h2>${p.given
          .map(
            (one) =>
              `<article${classes('review')}><div>${one.href === undefined ? `<h5>${one.author}</h5>` : `<a href="${one.href}">${one.author}</a>`}</div>${one.rating === undefined ? '' : stars(dice, one.rating, words, starsAs)}<p>${escaped(one.text ?? '')}</p>${one.at === undefined ? '' : `<time>${one.at}</time>`}</article>`,
          )
          .join('')}</section>`;
  const html = `${head}${factsOf(design.layout, classes, facts)}${sections.join('')}${reviews}`;
  return design.isIndented ? indented(html) : html;
}

/** One page of a kind; the same seed gives the same page. */
export function madePage(site: string, kind: Kind, seed: number): MadePage {
  const shape = shapes.find(({ id }) => id === site);
  if (!shape) throw new Error(`no shape of ${site}`);
  const dice = random(seed);
  if (kind === 'project') return projectPage(site, dice);
  if (kind === 'messages') return conversationPage(site, dice);
  return kind === 'profile' ? profile(dice, shape) : people(dice, shape, kind);
}
