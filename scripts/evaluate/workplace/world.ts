// What a generated workplace is made of: places on a map that was never drawn, networks, people with invented names, and
// the rows that its logs have of them. It was written from the task and the advisory alone, by somebody who had not read
// the flags that are measured on it, so that it asks what the world does and not what the code can.
import { type AccountKey, accountKey } from '../../../lib/model/account.ts';
import type { LogEvent, Payment, SignIn } from '../../../lib/model/log-event.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { writeTime } from '../../../lib/model/time.ts';
import { type Random, random } from '../random.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const MINUTE = 60_000;
export const START = Date.UTC(2026, 5, 1);
/** Days that payments are of; sign-ins are of the last `SIGN_IN_DAYS` of them. */
export const DAYS = 150;
export const SIGN_IN_DAYS = 45;
export const END = START + DAYS * DAY;
export const seenAt = new Date(END + DAY).toISOString();

export const flags = [
  'many-addresses',
  'shared-address',
  'long-sessions',
  'remote-desktop',
  'shared-payee',
  'onward-payments',
  'small-charges',
  'idle-charges',
  'other-payment-service',
  'virtual-currency',
] as const;
export type WorkplaceFlag = (typeof flags)[number];

/** Cases of each flag. */
export const CASES = 10;

export interface Person {
  name: string;
  /** How they live and work, or what is planted. */
  kind: string;
  /** Which flag they are a case of; absent for ordinary people. */
  planted?: WorkplaceFlag;
  accounts: Set<AccountKey>;
}

export interface City {
  country: string;
  city: string;
  latitude: number;
  longitude: number;
}

/** Where somebody signs in from. */
export interface Place extends Partial<City> {
  ip: () => string;
  /** The number and the name of its network: which of them is written depends on the log. */
  network?: readonly [number: number, name: string];
  proxy?: boolean;
}

export const consumerVpns = [
  [9009, 'M247 Europe SRL'],
  [212_238, 'Datacamp Limited'],
  [39_351, 'Mullvad VPN AB'],
  [62_371, 'Proton AG'],
] as const;
export const inFlight = [7155, 'Viasat Communications Inc.'] as const;
export const relays = [
  [13_335, 'Cloudflare, Inc.'],
  [36_183, 'Akamai Technologies, Inc.'],
] as const;
export const gateway = [53_813, 'ZSCALER, INC.'] as const;

const first = (
  'Ada Amos Bela Bruno Cara Cleo Dario Delia Edna Emil Fara Felix Gita Goran Hanna Hugo Ida Ivo Jana Jonas Kaja Karl Lena ' +
  'Leo Mara Milo Nadia Nils Olga Oskar Petra Pavel Rita Rolf Sara Stefan Tilda Tomas Ulla Viktor Wanda Yara Zeno Zita'
).split(' ');
const syllables = 'bar dun fel gor hal jen kol lim mor nev ost pel ran sul tev ulm ver wes yal zor'.split(' ');
const endings = ['er', 'man', 'ova', 'sen', 'i', 'ez', 'quist', 'ard', 'ko', 'in'];
const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/148.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/148.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64) Firefox/151.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/147.0',
];

/** The rows, people and accounts of one workplace while it is drawn. */
export class Workplace {
  readonly next: Random;
  readonly people: Person[] = [];
  readonly events: LogEvent[] = [];
  readonly observations: Observation[] = [];
  readonly countries: readonly (readonly City[])[];
  readonly #names = new Set<string>();
  #sessions = 0;

  constructor(seed: number) {
    this.next = random(seed);
    this.countries = Array.from({ length: 12 }, (_, n) => this.#country(n));
  }

  #country(n: number): City[] {
    const [latitude, longitude] = [this.next.int(-30, 55), this.next.int(-120, 140)];
    return Array.from({ length: 4 }, (_, city) => ({
      country: `Land ${String.fromCharCode(65 + n)}`,
      city: `Town ${String.fromCharCode(65 + n)}${city}`,
      latitude: latitude + this.next() * 5,
      longitude: longitude + this.next() * 6,
    }));
  }

  city(): City {
    return this.next.pick(this.next.pick(this.countries));
  }

  cityIn({ country }: City): City {
    return this.next.pick(this.countries.flat().filter((city) => city.country === country));
  }

  cityAbroad({ country }: City): City {
    for (;;) {
      const city = this.city();
      if (city.country !== country) return city;
    }
  }

  person(kind: string, planted?: WorkplaceFlag): Person {
    for (;;) {
      const surname = this.next.pick(syllables) + this.next.pick(syllables) + this.next.pick(endings);
      const name = `${this.next.pick(first)} ${surname[0]?.toUpperCase()}${surname.slice(1)}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      const person: Person = { name, kind, accounts: new Set(), ...(planted && { planted }) };
      this.people.push(person);
      return person;
    }
  }

  /** A public address of version 4 that nobody else here has. */
  address(): string {
    return [this.next.int(23, 99), this.next.int(0, 255), this.next.int(0, 255), this.next.int(1, 254)].join('.');
  }

  /** A provider of lines to homes; it gives out addresses of a few ranges. */
  residential({ country }: City): readonly [number, string] {
    const n = this.next.int(0, 2);
    return [(64_000 + country.charCodeAt(5) * 10 + n) % 65_536, `${country} Cable ${n}`];
  }

  mobile({ country }: City): readonly [number, string] {
    return [63_000 + country.charCodeAt(5), `${country} Mobile`];
  }

  /** A home: some lines keep their address for months, others get another each night, some have version 6 beside it. */
  home(at: City): Place {
    const network = this.residential(at);
    const range = [this.next.int(23, 99), this.next.int(0, 255)];
    const changes = this.next.pick([0, 0, 0.02, 0.1, 0.5]);
    const six = this.next() < 0.25;
    const prefix = `2a0${this.next.int(0, 9)}:${this.next.int(1, 9)}${this.next.int(100, 999)}:${this.next.int(1, 99)}:1`;
    const fresh = () => `${range[0]}.${range[1]}.${this.next.int(0, 255)}.${this.next.int(1, 254)}`;
    let four = fresh();
    const ip = () => {
      if (six && this.next() < 0.5) {
        const groups = Array.from({ length: 4 }, () => this.next.int(1, 0xffff).toString(16));
        return `${prefix}:${groups.join(':')}`;
      }
      if (this.next() < changes / 5) four = fresh();
      return four;
    };
    return { ...at, ip, network };
  }

  /** A phone: an address of its carrier's pool each time, placed at one of its gateways in the same country. */
  phone(at: City): () => Place {
    const network = this.mobile(at);
    const pool = Array.from({ length: 12 }, () => this.address());
    return () => ({ ...this.cityIn(at), ip: () => this.next.pick(pool), network });
  }

  /** One address for all who are there. */
  fixed(at: City, network = this.residential(at)): Place {
    const ip = this.address();
    return { ...at, ip: () => ip, network };
  }

  browser(): string {
    return this.next.pick(browsers);
  }

  session(): string {
    this.#sessions++;
    return `s${this.#sessions.toString(36)}`;
  }

  /** A row of a sign-in log: each log writes what it has and leaves out the rest. */
  signIn(person: Person, log: string, at: number, place: Place, said: Partial<SignIn> = {}): void {
    const account = this.nameIn(person, log);
    const { country, city, latitude, longitude, network } = place;
    const where: Partial<SignIn> =
      log === 'okta'
        ? { country, city, latitude, longitude, network: network && String(network[0]) }
        : log === 'entra'
          ? { country, city, network: network && String(network[0]) }
          : log === 'slack'
            ? { country, network: network?.[1] }
            : log === 'github-audit'
              ? { country }
              : {};
    const { session, device, ...rest } = said;
    const event = {
      kind: 'sign-in',
      site: log,
      seenAt,
      account,
      name: person.name,
      at: writeTime({ from: Math.round(at / 1000) * 1000, to: Math.round(at / 1000) * 1000 }),
      outcome: 'ok',
      ip: place.ip(),
      ...where,
      ...(log === 'okta' && { proxy: place.proxy ?? false }),
      ...((log === 'okta' || log === 'entra') && { session, device }),
      ...rest,
    };
    this.events.push(withoutGaps(event) as SignIn);
  }

  pay(person: Person, log: string, at: number, amount: number, said: Partial<Payment> = {}): void {
    const account = said.account ?? this.nameIn(person, log);
    person.accounts.add(accountKey(log, account));
    const day = Math.floor(at / DAY) * DAY;
    const event = {
      kind: 'payment',
      site: log,
      seenAt,
      name: person.name,
      at: writeTime({ from: day, to: day + DAY - 1 }),
      direction: 'out',
      amount: Math.round(amount * 100) / 100,
      currency: 'USD',
      ...said,
      account,
    };
    this.events.push(withoutGaps(event) as Payment);
  }

  /** Who somebody is in a log; from then on it is one of their accounts. */
  nameIn(person: Person, log: string): string {
    const plain = person.name.toLowerCase().replace(' ', '.');
    const account =
      log === 'okta' || log === 'entra' || log === 'zoom' || log === 'google-workspace'
        ? `${plain}@harbourworks.example`
        : log === 'paypal'
          ? `${plain}@mail.example`
          : log === 'slack'
            ? `U${plain.replace('.', '').toUpperCase()}`
            : log === 'github-audit'
              ? plain.replace('.', '-')
              : log === 'ledger' || log === 'upwork-payments'
                ? person.name
                : plain;
    person.accounts.add(accountKey(log, account));
    return account;
  }

  iban(): string {
    return `FD${this.next.int(10, 99)}HARB${this.next.int(10_000_000, 99_999_999)}`;
  }
}

function withoutGaps(event: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}
