// Invented people: a name with the ways in which it may honestly be spelled, a place, a life of schools and jobs in
// order, and what they write about themselves.
import type { Random } from '../../random.ts';
import { COUNTRIES, type Country } from './countries.ts';
import type { Item, Job, School } from './observations.ts';
import { aboutSentences, coined, DEGREES, EMPLOYER_KINDS, half, SCHOOL_KINDS, TRADES } from './words.ts';

/** One name: as written at home, in Latin letters, other Latin spellings, and a short form. */
export interface Spelling {
  home: string;
  latin: string;
  others: string[];
  nickname?: string;
}

export interface Place {
  home: string;
  latin: string;
  others: string[];
  timezone: string;
}

export interface Person {
  country: Country;
  woman: boolean;
  given: Spelling;
  family: Spelling;
  /** Second family name, where people have two. */
  second?: Spelling;
  place: Place;
  trade: (typeof TRADES)[number];
  title: string;
  /** A word nobody else has, for handles, mail and hosts. */
  tag: string;
  education: School[];
  employment: Job[];
  /** Year of the first job, from which years of experience are counted. */
  since: number;
  language: string;
  about: string[];
  portfolio: Item[];
  phone: string;
}

function spelling(entry: string): Spelling {
  const [names = '', nickname] = entry.split('~');
  const [home = '', latin] = names.split('=');
  const [first = '', ...others] = (latin ?? home).split('/');
  return { home: latin ? home : first, latin: first, others, ...(nickname ? { nickname } : {}) };
}

/** Feminine form of a family name of the Russian kind. */
function feminine(name: Spelling): Spelling {
  const ending = (text: string) => `${text}${/[а-яё]$/i.test(text) ? 'а' : 'a'}`;
  return { home: ending(name.home), latin: ending(name.latin), others: name.others.map(ending) };
}

function place(entry: string): Place {
  const [names = '', timezone = ''] = entry.split('|');
  return { ...spelling(names), timezone };
}

/** Letters and digits only, lower case, for handles and addresses. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/ı/g, 'i')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** How a name is written whole. */
export function fullName(person: Person, script: 'home' | 'latin' = 'latin'): string {
  const given = person.given[script];
  const family = person.family[script] + (person.second ? ` ${person.second[script]}` : '');
  if (person.country.familyFirst && script === 'home')
    return /\p{Script=Han}|\p{Script=Hangul}/u.test(family) ? family + given : `${family} ${given}`;
  return `${given} ${family}`;
}

/** Schools and jobs in order, the first job not before the last school's end. */
export function life(random: Random, heldOut: boolean, country: Country, titles: readonly string[]) {
  const born = random.int(1970, 1995);
  const education: School[] = [];
  let year = born + random.int(18, 20);
  const schools = random() < 0.85 ? random.int(1, 2) : 0;
  for (let i = 0; i < schools; i++) {
    const to = year + random.int(2, 4);
    const kind = random.pick(SCHOOL_KINDS);
    education.push({
      school: kind.en.replace('#', coined(random, heldOut)),
      degree: (i === 0 ? random.pick([DEGREES[0], DEGREES[1], DEGREES[3]]) : DEGREES[2])[0],
      from: String(year),
      to: String(to),
    });
    year = to;
  }
  const since = Math.min(2023, year + random.int(0, 2));
  const employment: Job[] = [];
  let start = since;
  while (start < 2025 && employment.length < 4) {
    const end = Math.min(2026, start + random.int(1, 5));
    const form = random.pick(country.companyForms);
    const now = end >= 2026;
    employment.push({
      employer: `${coined(random, heldOut)} ${random.pick(half(EMPLOYER_KINDS, heldOut))}${form ? ` ${form}` : ''}`,
      title: random.pick(titles),
      from: `${start}-${String(random.int(1, 6)).padStart(2, '0')}`,
      ...(now ? {} : { to: `${end}-${String(random.int(7, 12)).padStart(2, '0')}` }),
    });
    if (now) break;
    start = end + (random() < 0.7 ? 1 : 2);
  }
  return { education, employment, since };
}

/** What one world has given out already. */
export interface Taken {
  tags: Set<string>;
  phones: Map<string, number>;
}

/** A number of the country that nobody else in this world has. */
export function phoneNumber(taken: Taken, country: Country): string {
  const given = taken.phones.get(country.code) ?? 0;
  taken.phones.set(country.code, given + 1);
  const gap = country.phone.match(/#+$/)?.[0] ?? '';
  return country.phone.replace(/#+$/, String(given % 10 ** gap.length).padStart(gap.length, '0'));
}

/** A person nobody else is. */
export function person(random: Random, heldOut: boolean, taken: Taken, country?: Country): Person {
  const at = country ?? random.pick(COUNTRIES);
  const woman = random() < 0.5;
  const given = spelling(random.pick(half(woman ? at.women : at.men, heldOut)));
  const families = half(at.families, heldOut).map(spelling);
  const form = (name: Spelling) => (at.feminine && woman ? feminine(name) : name);
  const family = form(random.pick(families));
  const second = at.twoFamilies && random() < 0.7 ? random.pick(families) : undefined;
  const city = place(random.pick(at.cities));
  const trade = random.pick(TRADES);
  const title = random.pick(trade.titles);
  let tag = '';
  do tag = `${plain(coined(random, heldOut))}${random.int(10, 999)}`;
  while (taken.tags.has(tag));
  taken.tags.add(tag);
  const lived = life(random, heldOut, at, trade.titles);
  const language = random() < 0.3 ? (at.languages[0] ?? 'English') : 'English';
  const years = Math.max(1, 2026 - lived.since);
  const script = ['Ukrainian', 'Russian'].includes(language) ? 'home' : 'latin';
  const gaps = { name: given[script], city: city[script], years, title };
  return {
    country: at,
    woman,
    given,
    family,
    ...(second && second.latin !== family.latin ? { second } : {}),
    place: city,
    trade,
    title,
    tag,
    ...lived,
    language,
    about: aboutSentences(random, heldOut, trade, gaps, language),
    portfolio: portfolio(random, heldOut, trade),
    phone: phoneNumber(taken, at),
  };
}

/** Items that only their maker has. */
export function portfolio(random: Random, heldOut: boolean, trade: Person['trade'], least = 0): Item[] {
  return Array.from({ length: random.int(least, 5) }, () => {
    const thing = random.pick(half(trade.things, heldOut));
    const owner = `${coined(random, heldOut)} ${random.pick(half(EMPLOYER_KINDS, heldOut))}`;
    const sentences = aboutSentences(random, heldOut, trade, {
      name: owner,
      city: 'town',
      years: 'some',
      title: 'maker',
    });
    const title = `${thing[0]?.toUpperCase()}${thing.slice(1)} for ${owner}`;
    return { title, ...(random() < 0.7 ? { text: sentences.slice(1, 3).join(' ') } : {}) };
  });
}
