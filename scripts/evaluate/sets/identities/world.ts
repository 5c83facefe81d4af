// A world of observations under construction: gives out people and accounts, notes what was seen when, and keeps the
// labels apart from what was seen.
import { type Random, random } from '../../random.ts';
import type { Country } from './countries.ts';
import type { Message, Observation, Profile } from './observations.ts';
import { fullName, type Person, person, plain, type Taken } from './people.ts';
import { CLIENT_LINES, FREELANCER_LINES, fill, half } from './words.ts';

/** The day on which everything of a world has been seen. */
export const TODAY = Date.UTC(2026, 10, 20);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Seeds from here on draw their words and names from the other half of every list. */
export const HELD_OUT_SEEDS = 900_000;

export interface Labels {
  /** `site:account` → planted kinds, each `flag/kind`. */
  planted: Record<string, string[]>;
  /** `site:account` → look-alike kinds that must stay quiet, each `flag/kind`. */
  innocent: Record<string, string[]>;
  /** `site:account` of a planted account → the other accounts of the same matter. */
  related: Record<string, string[]>;
  /** Groups of accounts that the user has said are one person. */
  same: string[][];
  /** Country of each account's person, for figures by country only. */
  country: Record<string, string>;
}

const SITES = [
  'freelancer',
  'upwork',
  'guru',
  'peopleperhour',
  'workana',
  'freelancehunt',
  'truelancer',
  'fiverr',
] as const;

export interface Account {
  site: string;
  id: string;
  key: string;
  person: Person;
}

/** Kinds of one flag: each adds to the world what shows it, and says whose it is. */
export type Kinds = Record<string, (world: World) => Account[]>;

/** A moment as observations write it. */
export const moment = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
export const day = (time: number) => new Date(time).toISOString().slice(0, 10);

export class World {
  readonly observations: Observation[] = [];
  readonly labels: Labels = { planted: {}, innocent: {}, related: {}, same: [], country: {} };
  readonly random: Random;
  readonly heldOut: boolean;
  readonly taken: Taken = { tags: new Set(), phones: new Map() };
  #accounts = new Set<string>();
  #number = 1000;

  constructor(seed: number) {
    this.random = random(seed);
    this.heldOut = seed >= HELD_OUT_SEEDS;
  }

  person(country?: Country): Person {
    return person(this.random, this.heldOut, this.taken, country);
  }

  site(...except: string[]): string {
    return this.random.pick(SITES.filter((site) => !except.includes(site)));
  }

  number(): number {
    this.#number += this.random.int(1, 40);
    return this.#number;
  }

  /** An account of the person; ids look as they do on the site. */
  account(who: Person, site = this.site()): Account {
    const { random } = this;
    const hex = (length: number) => Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
    const given = plain(who.given.latin);
    const family = plain(who.family.latin);
    let id = '';
    do {
      if (site === 'upwork') id = `~01${hex(16)}`;
      else if (site === 'workana') id = hex(32);
      else
        id = random.pick([
          who.tag,
          `${given}${family.slice(0, 1)}${random.int(1, 99)}`,
          `${family}-${given.slice(0, 3)}${random.int(1, 999)}`,
          `${who.tag.replace(/\d+/, '')}${random.int(1, 99)}`,
        ]);
    } while (this.#accounts.has(`${site}:${id}`));
    const key = `${site}:${id}`;
    this.#accounts.add(key);
    this.labels.country[key] = who.country.code;
    return { site, id, key, person: who };
  }

  plant(account: Account, kind: string, others: readonly Account[] = []): void {
    const { planted, related } = this.labels;
    planted[account.key] = [...new Set([...(planted[account.key] ?? []), kind])];
    const keys = others.filter((other) => other !== account).map((other) => other.key);
    if (keys.length > 0) related[account.key] = [...new Set([...(related[account.key] ?? []), ...keys])];
  }

  /** Every one of the accounts carries the kind, the others being involved. */
  plantAll(accounts: readonly Account[], kind: string): void {
    for (const account of accounts) this.plant(account, kind, accounts);
  }

  excuse(accounts: readonly Account[], kind: string): void {
    const { innocent } = this.labels;
    for (const { key } of accounts) innocent[key] = [...new Set([...(innocent[key] ?? []), kind])];
  }

  /** The user has said that these are one person. */
  say(...accounts: readonly Account[]): void {
    this.labels.same.push(accounts.map((account) => account.key));
  }

  /** A time between so many days ago and so many days ago. */
  ago(from: number, to = 0): number {
    return TODAY - to * DAY - this.random() * (from - to) * DAY;
  }

  add(...observations: readonly Observation[]): void {
    this.observations.push(...observations);
  }

  /** What a profile page shows of an account; `over` changes or, with undefined, hides fields. */
  profile(
    account: Account,
    seenAt = this.ago(200),
    over: { [Field in keyof Profile]?: Profile[Field] | undefined } = {},
  ): Profile {
    const { random } = this;
    const who = account.person;
    const earliest = Math.max(2010, who.since);
    // Whose life is shown otherwise says nothing of years either.
    const about = 'education' in over || 'employment' in over ? timeless(who) : who.about.join(' ');
    const everything: { [Field in keyof Profile]?: Profile[Field] | undefined } = {
      kind: 'profile',
      site: account.site,
      seenAt: moment(seenAt),
      account: account.id,
      role: 'freelancer',
      name: account.site === 'upwork' || account.site === 'workana' ? shortened(who) : fullName(who),
      headline: who.title,
      ...(about ? { about } : {}),
      location: {
        city: who.place.latin,
        country: who.country.code,
        ...(stable(account.key, 2) === 0 ? { timezone: who.place.timezone } : {}),
      },
      memberSince: `${earliest + stable(account.key, Math.max(1, 2026 - earliest))}-0${1 + stable(account.key, 9)}`,
      hourlyRate: { amount: 8 + stable(account.key, 60), currency: 'USD' },
      skills: who.trade.skills.filter((skill) => stable(account.key + skill, 2) === 0),
      languages: [...who.country.languages],
      ...(who.education.length > 0 ? { education: who.education } : {}),
      ...(who.employment.length > 0 ? { employment: who.employment } : {}),
      ...(who.portfolio.length > 0 ? { portfolio: who.portfolio } : {}),
      avatar: `https://images.${account.site}.example/u/${plain(account.id)}.jpg`,
      stats: { reviewCount: random.int(0, 60) },
      ...over,
    };
    const shown = Object.fromEntries(Object.entries(everything).filter(([, value]) => value !== undefined));
    return shown as unknown as Profile;
  }

  /** One sighting of the account's profile. */
  see(account: Account, seenAt?: number, over?: Parameters<World['profile']>[2]): Profile {
    const profile = this.profile(account, seenAt, over);
    this.add(profile);
    return profile;
  }

  message(account: Account, text: string, sentAt: number | string, mine = false, thread = `t-${account.id}`): Message {
    const sent = typeof sentAt === 'string' ? sentAt : moment(sentAt);
    const message: Message = {
      kind: 'message',
      site: account.site,
      seenAt: moment(TODAY),
      thread,
      account: account.id,
      mine,
      text,
      sentAt: sent,
    };
    this.add(message);
    return message;
  }

  bid(account: Account, submittedAt: number | string, text?: string, postedAt?: number): void {
    const project = `p${this.number()}`;
    if (postedAt !== undefined)
      this.add({ kind: 'project', site: account.site, seenAt: moment(TODAY), project, postedAt: moment(postedAt) });
    this.add({
      kind: 'bid',
      site: account.site,
      seenAt: moment(TODAY),
      project,
      account: account.id,
      ...(text ? { text } : {}),
      amount: this.random.int(4, 200) * 10,
      currency: 'USD',
      submittedAt: typeof submittedAt === 'string' ? submittedAt : moment(submittedAt),
    });
  }

  /** Everyday words of a freelancer, or of the client. */
  words(mine = false): string {
    if (mine) return this.random.pick(half(CLIENT_LINES, this.heldOut));
    const gaps = { name: '', city: '', years: '', title: '' };
    return fill(this.random, this.heldOut, this.random.pick(FREELANCER_LINES), gaps);
  }

  finished() {
    const order = (a: Observation, b: Observation) => (a.seenAt < b.seenAt ? -1 : a.seenAt > b.seenAt ? 1 : 0);
    return { observations: [...this.observations].sort(order), ...this.labels };
  }
}

/** "Olena K.", as some sites show names. */
export function shortened(who: Person): string {
  return `${who.given.latin} ${who.family.latin.slice(0, 1)}.`;
}

/** What somebody writes, without the sentences that name years, the person or the place, which may be told otherwise. */
export function timeless(who: Person): string {
  const own = [who.given.home, who.given.latin, who.place.home, who.place.latin];
  return who.about.filter((one) => !/\d/.test(one) && !own.some((name) => one.includes(name))).join(' ');
}

/** A number below `below` that belongs to the words, so that two sightings of one account agree. */
export function stable(wordsOf: string, below: number): number {
  let hash = 2166136261;
  for (const letter of wordsOf) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) % below;
}

/** The moment at which it is `hour` o'clock (fractions allowed) on the given UTC day in the zone. */
export function at(zone: string, dayStart: number, hour: number): number {
  const guess = dayStart + hour * HOUR;
  const first = guess - offset(zone, guess);
  return guess - offset(zone, first);
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** How far the zone is ahead of UTC then, in milliseconds. */
export function offset(zone: string, time: number): number {
  let format = formats.get(zone);
  if (!format) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0 } = part;
  const minutes = Math.floor(time / 60_000) * 60_000;
  return Date.UTC(year, month - 1, date, hour, minute) - minutes;
}
