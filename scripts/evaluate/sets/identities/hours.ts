// When bids, messages and reviews happen, against the zone somebody claims; and night owls, shift workers, travellers,
// automatic answers and times that are only days.
import { COUNTRIES } from './countries.ts';
import type { Person } from './people.ts';
import { type Account, at, DAY, day, HOUR, type Kinds, moment, offset, TODAY, timeless, type World } from './world.ts';

/** Working hours as a list of `[from, to, weight]` on the person's clock. */
type Rhythm = readonly (readonly [number, number, number])[];

const OFFICE: Rhythm = [
  [8.5, 12.5, 4],
  [13.5, 18, 4],
  [20, 22.5, 1],
];

/** An hour of the rhythm; one in twenty falls anywhere between getting up and going to bed. */
function hourOf(world: World, rhythm: Rhythm): number {
  const total = rhythm.reduce((sum, [, , weight]) => sum + weight, 0);
  let left = world.random() * total;
  for (const [from, to, weight] of rhythm) {
    left -= weight;
    if (left <= 0) return from + world.random() * (to - from);
  }
  return 12;
}

interface Busy {
  /** Zone whose clock the rhythm follows, by the day. */
  zone: (dayStart: number) => string;
  rhythm?: (dayStart: number) => Rhythm;
  days?: number;
  perDay?: number;
  /** Day on which it ends. */
  until?: number;
  write?: (account: Account, time: number, world: World) => void;
}

/** Bids, and answers in threads, over so many days. */
function busy(world: World, account: Account, what: Busy): void {
  const { zone, rhythm = () => OFFICE, days = 50, perDay = 2.2, until = TODAY - 2 * DAY } = what;
  const shift = world.random.int(-1, 1) * 0.5;
  for (let n = days; n > 0; n--) {
    const dayStart = Math.floor((until - n * DAY) / DAY) * DAY;
    const weekend = [0, 6].includes(new Date(dayStart).getUTCDay());
    const count = Math.floor(perDay * (weekend ? 0.3 : 1) + world.random());
    for (let i = 0; i < count; i++) {
      const time =
        at(zone(dayStart), dayStart, hourOf(world, rhythm(dayStart)) + shift) + world.random.int(0, 59) * 1000;
      if (time >= TODAY) continue;
      if (what.write) what.write(account, time, world);
      else if (world.random() < 0.45) world.bid(account, time, undefined, time - world.random.int(20, 600) * 60_000);
      else answer(world, account, time);
    }
  }
}

/** The user's question, some while before, and the answer. */
function answer(world: World, account: Account, time: number): void {
  const thread = `t-${account.id}-${world.random.int(1, 3)}`;
  if (world.random() < 0.5)
    world.message(account, world.words(true), time - world.random.int(3, 300) * 60_000, true, thread);
  world.message(account, world.words(), time, false, thread);
}

/** An account that shows its zone; `about` is added to its text. */
function claims(world: World, who: Person, about = ''): Account {
  const account = world.account(who, world.site('upwork', 'workana'));
  const text = `${timeless(who)} ${about}`.trim() || who.title;
  const seen = TODAY - 3 * DAY;
  world.see(account, seen, {
    about: text,
    location: { city: who.place.latin, country: who.country.code, timezone: who.place.timezone },
    ...(world.random() < 0.3 ? { localTime: moment(seen + offset(who.place.timezone, seen)).slice(11, 16) } : {}),
  });
  return account;
}

/** Hours between two zones' clocks, round the day. */
function apart(one: string, two: string): number {
  const hours = Math.abs(offset(one, TODAY) - offset(two, TODAY)) / HOUR;
  return Math.min(hours, 24 - hours);
}
const ZONES = [...new Set(COUNTRIES.flatMap(({ cities }) => cities.map((city) => city.split('|')[1] ?? '')))];
const far = (world: World, zone: string, least: number, most = 12) =>
  world.random.pick(ZONES.filter((other) => apart(zone, other) >= least && apart(zone, other) <= most));

/** Somebody with such a place. */
function livingIn(world: World, fits: (zone: string) => boolean): Person {
  for (;;) {
    const who = world.person();
    if (fits(who.place.timezone)) return who;
  }
}
const hasFar = (zone: string) => ZONES.some((other) => apart(zone, other) >= 7);

export const planted: Kinds = {
  'another-zone': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 7);
    busy(world, account, { zone: () => zone });
    return [account];
  },
  'another-zone-and-says-otherwise': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who, 'I work from nine to six, my own time, and sleep at night.');
    const zone = far(world, who.place.timezone, 7);
    busy(world, account, { zone: () => zone });
    return [account];
  },
  'another-zone-messages-only': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 8);
    busy(world, account, { zone: () => zone, write: (one, time) => answer(world, one, time) });
    return [account];
  },
  'another-zone-long': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 8);
    busy(world, account, { zone: () => zone, days: 150, perDay: 1.2 });
    return [account];
  },
  'zone-changes-unsaid': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 8);
    const turn = TODAY - 60 * DAY;
    busy(world, account, { zone: (start) => (start < turn ? who.place.timezone : zone), days: 120, perDay: 1.6 });
    return [account];
  },
  'round-the-clock': (world) => {
    // Three people's shifts: written words at every hour, each day, for weeks.
    const account = claims(world, world.person());
    const always: Rhythm = [[0, 24, 1]];
    busy(world, account, { zone: () => 'UTC', rhythm: () => always, days: 35, perDay: 12 });
    return [account];
  },
  'two-day-shifts': (world) => {
    // Two people's days, ten hours apart: more than sixteen hours of each day.
    const account = claims(world, world.person());
    const both: Rhythm = [
      [6, 15, 1],
      [15, 24.5, 1],
    ];
    busy(world, account, { zone: () => account.person.place.timezone, rhythm: () => both, days: 45, perDay: 9 });
    return [account];
  },
};

/** Somebody at home in the claimed zone who lives by such a rhythm. */
const livesBy =
  (about: string, rhythm: Rhythm | ((dayStart: number) => Rhythm), over: Partial<Busy> = {}) =>
  (world: World) => {
    const who = world.person();
    const account = claims(world, who, about);
    busy(world, account, {
      zone: () => who.place.timezone,
      rhythm: typeof rhythm === 'function' ? rhythm : () => rhythm,
      ...over,
    });
    return [account];
  };

const week = (dayStart: number) => Math.floor(dayStart / (7 * DAY));

export const innocent: Kinds = {
  office: livesBy('', OFFICE),
  'early-bird': livesBy('', [[4.5, 12, 1]]),
  'evening-only': livesBy('By day I teach, freelance work is in the evening.', [[18, 24, 1]]),
  'night-owl': livesBy('I am a night owl: mails at three in the morning are normal with me.', [
    [20, 24, 2],
    [24, 28, 2],
    [15, 20, 1],
  ]),
  'night-owl-unsaid': livesBy('', [
    [17, 24, 3],
    [24, 26.5, 2],
    [12, 17, 2],
  ]),
  'parent-two-blocks': livesBy('', [
    [5, 7.5, 2],
    [20, 23.5, 3],
  ]),
  'shift-worker': livesBy('I drive a night train every third week, so my hours change.', (start) =>
    week(start) % 3 === 0 ? [[22, 30, 1]] : week(start) % 3 === 1 ? [[5, 13, 1]] : [[13, 21, 1]],
  ),
  insomniac: livesBy('', [
    [9, 18, 9],
    [24, 30, 1],
  ]),
  'long-days': livesBy('', [[8, 22, 1]], { perDay: 5 }),
  'power-cuts': (world) => {
    // Two weeks of work whenever there is current.
    const who = world.person(COUNTRIES.find(({ code }) => code === 'UA'));
    const account = claims(world, who);
    const cuts = TODAY - 20 * DAY;
    busy(world, account, {
      zone: () => who.place.timezone,
      rhythm: (start) =>
        start > cuts
          ? [
              [3, 7, 2],
              [12, 15, 1],
              [21, 25, 2],
            ]
          : OFFICE,
    });
    return [account];
  },
  'clients-hours-said': (world) => {
    const who = livingIn(world, (zone) => apart(zone, 'America/New_York') >= 8);
    const account = claims(world, who, 'I work US Eastern office hours, nights here, and have done so for years.');
    busy(world, account, { zone: () => 'America/New_York' });
    return [account];
  },
  'clients-hours-asked': (world) => {
    // The user has asked for it in the thread.
    const who = livingIn(world, (zone) => apart(zone, 'Europe/Berlin') >= 6);
    const account = claims(world, who);
    const start = TODAY - 52 * DAY;
    world.message(account, 'Could you work in our hours, nine to five in Berlin?', start - 2 * HOUR, true);
    world.message(account, 'Yes, then I shift my day and work at night here, no problem.', start - HOUR);
    busy(world, account, { zone: () => 'Europe/Berlin' });
    return [account];
  },
  'small-difference': (world) => {
    const who = livingIn(world, (zone) => ZONES.some((other) => apart(zone, other) >= 2 && apart(zone, other) <= 3));
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 2, 3);
    busy(world, account, { zone: () => zone });
    return [account];
  },
  'traveller-says-so': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who, 'I travel a lot and this year work for some weeks from far away.');
    const zone = far(world, who.place.timezone, 7);
    const [from, to] = [TODAY - 40 * DAY, TODAY - 18 * DAY];
    world.message(account, 'I am on the other side of the world for three weeks and answer at odd hours.', from);
    busy(world, account, {
      zone: (start) => (start > from && start < to ? zone : who.place.timezone),
      days: 80,
      perDay: 1.5,
    });
    return [account];
  },
  'moved-and-changed-profile': (world) => {
    const who = livingIn(world, hasFar);
    const zone = far(world, who.place.timezone, 7);
    const other = livingIn(world, (one) => one === zone);
    const account = claims(world, who);
    const turn = TODAY - 50 * DAY;
    // Seen with the new place since the move, and before it with the old one.
    const about = timeless(who) || who.title;
    world.observations.splice(world.observations.length - 1, 1);
    world.see(account, turn - 30 * DAY, {
      about,
      location: { city: who.place.latin, country: who.country.code, timezone: who.place.timezone },
    });
    world.see(account, turn + 3 * DAY, {
      about: `${about} I have moved to ${other.place.latin}.`,
      location: { city: other.place.latin, country: other.country.code, timezone: zone },
    });
    busy(world, account, { zone: (start) => (start < turn ? who.place.timezone : zone), days: 100, perDay: 1.6 });
    return [account];
  },
  'automatic-answers': (world) => {
    // Answers within seconds, always the same words, at any hour; what is written by hand comes by day.
    const who = world.person();
    const account = claims(world, who);
    const any: Rhythm = [[0, 24, 1]];
    const automatic = `${world.random.pick(['Thank you for your message', 'Hello and thanks', 'Your mail has arrived'])}. ${who.given.latin} reads mails ${world.random.pick(['from nine to five', 'twice a day', 'on weekdays'])} and answers within ${world.random.pick(['a day', 'two days'])}.`;
    busy(world, account, {
      zone: () => 'UTC',
      rhythm: () => any,
      perDay: 3,
      write: (one, time) => {
        world.message(one, world.words(true), time - world.random.int(2, 9) * 1000, true);
        world.message(one, automatic, time);
      },
    });
    busy(world, account, { zone: () => who.place.timezone, perDay: 1 });
    return [account];
  },
  'automatic-bids': (world) => {
    // Bids within a minute of the post, at any hour; messages by day.
    const who = world.person();
    const account = claims(world, who);
    const any: Rhythm = [[0, 24, 1]];
    const write = (one: Account, time: number) =>
      world.bid(one, time, undefined, time - world.random.int(5, 50) * 1000);
    busy(world, account, { zone: () => 'UTC', rhythm: () => any, perDay: 4, write });
    busy(world, account, {
      zone: () => who.place.timezone,
      perDay: 1.2,
      write: (one, time) => answer(world, one, time),
    });
    return [account];
  },
  'days-only': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 8);
    busy(world, account, { zone: () => zone, write: (one, time) => world.bid(one, day(time)) });
    return [account];
  },
  'wide-times': (world) => {
    // "Two days ago": an interval, never an hour.
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 8);
    busy(world, account, {
      zone: () => zone,
      write: (one, time) => world.bid(one, `${day(time - DAY)}/${day(time + DAY)}`),
    });
    return [account];
  },
  'few-events': (world) => {
    const who = livingIn(world, hasFar);
    const account = claims(world, who);
    const zone = far(world, who.place.timezone, 8);
    for (let n = 0; n < 6; n++) {
      const start = Math.floor(world.ago(40, 3) / DAY) * DAY;
      world.bid(account, at(zone, start, hourOf(world, OFFICE)));
    }
    return [account];
  },
  'one-busy-week': (world) => {
    // Thirty messages at night, all in the week of a deadline.
    const who = world.person();
    const account = claims(world, who);
    busy(world, account, { zone: () => who.place.timezone, days: 45, perDay: 1.2 });
    const night: Rhythm = [[22, 29, 1]];
    busy(world, account, {
      zone: () => who.place.timezone,
      rhythm: () => night,
      days: 6,
      perDay: 6,
      until: TODAY - 12 * DAY,
    });
    return [account];
  },
  'no-zone-claimed': (world) => {
    const who = world.person();
    const account = world.account(who, world.site('upwork', 'workana'));
    world.see(account, TODAY - 3 * DAY, { location: undefined });
    const zone = far(world, 'UTC', 4);
    busy(world, account, { zone: () => zone });
    return [account];
  },
  'wide-country': (world) => {
    // Only the country is shown, and it spans many zones.
    const wide = world.random.pick(['US', 'RU']);
    const who = world.person(COUNTRIES.find(({ code }) => code === wide));
    const account = world.account(who, world.site('upwork', 'workana'));
    world.see(account, TODAY - 3 * DAY, { location: { country: who.country.code } });
    const zone = who.country.code === 'US' ? 'Pacific/Honolulu' : 'Asia/Vladivostok';
    busy(world, account, { zone: () => zone });
    return [account];
  },
  'clock-change': livesBy('', [[9, 18, 1]], { days: 160, perDay: 1 }),
};
