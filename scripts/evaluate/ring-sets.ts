// Sets of ratings with rings planted in them: in a real network of people who rate each other, and in
// generated marketplaces of clients and developers. Whoever is planted is known; all others are not rings
// as far as anybody knows.
import { existsSync, readFileSync } from 'node:fs';
import type { Random } from './random.ts';

export interface Rated {
  from: string;
  to: string;
  /** 0 to 1 of the scale. */
  value: number;
  /** Seconds since 1970. */
  time: number;
}

export interface Planted {
  shape: Shape;
  camouflaged: boolean;
  clients: string[];
  developers: string[];
}

export interface RingSet {
  ratings: Rated[];
  /** Everyone who was there before anything was planted. */
  others: Set<string>;
  planted: Planted[];
}

export const shapes = [
  'one client, 5 to 15 developers, within 30 days',
  'one client, 8 to 15 developers, over 6 to 10 weeks',
  '2 to 5 clients, 4 to 10 developers, everyone',
  '3 to 6 clients, 5 to 12 developers, 70 % of the pairs',
  '2 to 4 clients, 4 to 10 developers, over 6 to 12 weeks',
] as const;
export type Shape = (typeof shapes)[number];

const DAY = 86_400;

/** How many clients and developers, over how many days, and which part of the pairs. */
function sizes(shape: Shape, next: Random): { k: number; m: number; days: number; part: number } {
  switch (shape) {
    case shapes[0]:
      return { k: 1, m: next.int(5, 15), days: next.int(1, 30), part: 1 };
    case shapes[1]:
      return { k: 1, m: next.int(8, 15), days: next.int(42, 70), part: 1 };
    case shapes[2]:
      return { k: next.int(2, 5), m: next.int(4, 10), days: next.int(3, 30), part: 1 };
    case shapes[3]:
      return { k: next.int(3, 6), m: next.int(5, 12), days: next.int(3, 30), part: 0.7 };
    case shapes[4]:
      return { k: next.int(2, 4), m: next.int(4, 10), days: next.int(42, 84), part: 1 };
  }
}

/**
 * Adds rings of accounts of their own until `count` accounts are in one. Every second ring is camouflaged:
 * to 30 to 100 % as many ratings as it has inside, from honest accounts to its developers and from
 * its clients to honest accounts, in the half year around it, rated as honest people rate.
 */
export function plant(background: readonly Rated[], count: number, next: Random): RingSet {
  const ratings = [...background];
  const others = new Set(background.flatMap(({ from, to }) => [from, to]));
  const times = background.map(({ time }) => time).sort((x, y) => x - y);
  const givers = [...new Set(background.map(({ from }) => from))];
  const planted: Planted[] = [];
  let accounts = 0;
  for (let number = 0; accounts < count; number++) {
    const shape = shapes[number % shapes.length] as Shape;
    const camouflaged = Math.floor(number / shapes.length) % 2 === 1;
    const { k, m, days, part } = sizes(shape, next);
    const clients = Array.from({ length: k }, (_, i) => `ring${number}client${i}`);
    const developers = Array.from({ length: m }, (_, i) => `ring${number}dev${i}`);
    // Where the network is busy, rings are: a time as of one of its ratings.
    const start = next.pick(times);
    const time = () => start + next() * days * DAY;
    let inside = 0;
    for (const from of clients) {
      for (const to of developers) {
        if (next() >= part) continue;
        inside++;
        ratings.push({ from, to, value: next() < 0.8 ? 1 : 0.9, time: time() });
      }
    }
    if (camouflaged) {
      const extra = Math.round(inside * (0.3 + 0.7 * next()));
      const around = () => start + (next() - 0.25) * 180 * DAY;
      for (let i = 0; i < extra; i++) {
        const value = () => next.pick(background).value;
        ratings.push({ from: next.pick(givers), to: next.pick(developers), value: value(), time: around() });
        ratings.push({ from: next.pick(clients), to: next.pick(background).to, value: value(), time: around() });
      }
    }
    planted.push({ shape, camouflaged, clients, developers });
    accounts += k + m;
  }
  return { ratings, others, planted };
}

const ALPHA = new URL('../../../shared/data/rev2_alpha/', import.meta.url);

/** The real network: its ratings on a scale from −10 to 10 mapped to 0 to 1, and the labelled users. */
export function alpha(): { ratings: Rated[]; honest: Set<string>; fraud: Set<string> } | undefined {
  if (!existsSync(ALPHA)) return undefined;
  const lines = (name: string) =>
    readFileSync(new URL(name, ALPHA), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number));
  const ratings = lines('alpha_network.csv').map(([from = 0, to = 0, value = 0, time = 0]) => ({
    from: `user${from}`,
    to: `user${to}`,
    value: (value + 10) / 20,
    time,
  }));
  const labelled = (label: number) =>
    new Set(lines('alpha_gt.csv').flatMap(([user, l]) => (l === label ? [`user${user}`] : [])));
  return { ratings, honest: labelled(1), fraud: labelled(-1) };
}

/**
 * A marketplace over three years. Developers differ widely in how many jobs they get (5 in the middle,
 * some hundreds at the top) and join over time; clients hire 3 times in the middle, in bursts, one in
 * four times somebody they know; 88 of 100 ratings are five stars. Communities: half of the hires stay within
 * one of 20 fields.
 */
export function marketplace(clients: number, developers: number, next: Random): Rated[] {
  const FIELDS = 20;
  const START = Date.UTC(2023, 0, 1) / 1_000;
  const END = START + 3 * 365 * DAY;
  const pool = Array.from({ length: developers }, (_, i) => ({
    id: `dev${i}`,
    joined: START + (next() * 1.3 - 0.4) * (END - START),
    weight: next.logNormal(1, 1.2),
  }));
  const byField = Array.from({ length: FIELDS }, (_, f) => pool.filter((_, i) => i % FIELDS === f));
  const cumulative = new Map([pool, ...byField].map((list) => [list, running(list.map(({ weight }) => weight))]));
  const draw = (list: typeof pool) => {
    const sums = cumulative.get(list) as number[];
    return list[bisect(sums, next() * (sums.at(-1) as number))] as (typeof pool)[number];
  };
  const ratings: Rated[] = [];
  for (let c = 0; c < clients; c++) {
    const hires = Math.min(400, Math.ceil(next.logNormal(3, 1.1)));
    const field = byField[next.int(0, FIELDS - 1)] as typeof pool;
    const known: string[] = [];
    let time = START + next() * (END - START) * 0.9;
    for (let h = 0; h < hires; h++) {
      // Bursts: half of the hires come within days of the one before.
      time += next() < 0.5 ? next() * 6 * DAY : -Math.log(1 - next()) * 60 * DAY;
      if (time > END) break;
      let to = known.length > 0 && next() < 0.25 ? next.pick(known) : undefined;
      for (let tries = 0; to === undefined && tries < 20; tries++) {
        const one = draw(next() < 0.5 ? field : pool);
        if (one.joined <= time) to = one.id;
      }
      if (to === undefined) continue;
      known.push(to);
      const luck = next();
      ratings.push({ from: `client${c}`, to, value: luck < 0.88 ? 1 : luck < 0.95 ? 0.8 : next.int(1, 3) / 5, time });
    }
  }
  return ratings;
}

function running(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** The first place whose running sum is above x. */
function bisect(sums: readonly number[], x: number): number {
  let lo = 0;
  let hi = sums.length - 1;
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    if ((sums[middle] as number) > x) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}
