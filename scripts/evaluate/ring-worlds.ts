// What a client sees of ratings who opens some profiles: a generated marketplace with one kind of group in it that rates
// each other (the advisory's P5 and P7), and with people who only look like one. Written from the advisory's words; the
// search knows nothing of it.
import type { Random } from './random.ts';
import { marketplace, type Rated } from './ring-sets.ts';

export const shapes = [
  'several clients, everyone',
  'several clients, 70 % of the pairs',
  '6 clients, 6 developers, 18 of 36 pairs',
  'one client, 5 to 15 developers',
  'one client, 4 alike developers',
  'one client, 3 alike developers',
  'circle of 3 to 7',
  'swap of two',
  'several clients, over six months',
  'one client, over six months',
] as const;
export type Shape = (typeof shapes)[number];

export const innocents = [
  'staffed project',
  'staffed project, its name not seen',
  'agency',
  'regular client of one developer',
  'firms of one group',
  'friends who once hired each other',
  'newcomers of one school',
] as const;
export type Innocent = (typeof innocents)[number];

export interface WorldRating extends Rated {
  project?: string;
}

export interface RingWorld {
  ratings: WorldRating[];
  /** What profiles say of themselves, and how many reviews they show. */
  about: Map<string, string>;
  shown: Map<string, number>;
  planted: { shape: Shape; members: string[] }[];
  innocent: { kind: Innocent; members: string[] }[];
}

export interface RingView {
  shapes: readonly Shape[];
  /** The latest part of each profile's ratings that is seen; the number of all is shown beside them. */
  visible: number;
  /** Whether developers of a group have an honest past, half as long to twice as long as the group's ratings. */
  past: boolean;
}

const DAY = 86_400;

/** Makes what is seen: 2,000 clients and 1,000 developers, and some twenty groups. */
export function ringWorld(next: Random, view: RingView): RingWorld {
  const ratings: WorldRating[] = marketplace(2_000, 1_000, next).map((one, i) => ({ ...one, project: `p${i}` }));
  const background = [...ratings];
  const times = background.map(({ time }) => time).sort((a, b) => a - b);
  const end = times.at(-1) as number;
  const givers = [...new Set(background.map(({ from }) => from))];
  const takers = [...new Set(background.map(({ to }) => to))];
  const about = new Map<string, string>();
  const planted: RingWorld['planted'] = [];
  const innocent: RingWorld['innocent'] = [];
  let job = 0;
  const rate = (from: string, to: string, time: number, project = `j${job++}`) =>
    ratings.push({ from, to, value: next() < 0.85 ? 1 : 0.9, time, project });
  const honest = (to: string, time: number) =>
    ratings.push({ from: next.pick(givers), to, value: next.pick(background).value, time, project: `j${job++}` });
  const names = (what: string, count: number) => Array.from({ length: count }, (_, i) => `${what}${i}`);

  for (let number = 0; number < 20; number++) {
    const shape = view.shapes[number % view.shapes.length] as Shape;
    const own = `g${number}`;
    const isSlow = shape.includes('six months');
    const days = isSlow ? 150 + next() * 40 : 5 + next() * 30;
    // Where profiles show the latest ratings only, a group is of the last year.
    const start = view.visible < 1 ? end - (days + next() * 200) * DAY : (next.pick(times) as number);
    const time = () => start + next() * days * DAY;
    const plant = (clients: string[], developers: string[], pairs: (c: number, d: number) => number) => {
      let inside = 0;
      for (const [c, from] of clients.entries()) {
        for (const [d, to] of developers.entries()) {
          for (let times = pairs(c, d); times > 0; times--) {
            rate(from, to, time());
            inside++;
          }
        }
      }
      const isHidden = number % 2 === 1;
      for (let i = 0; i < (isHidden ? inside * (0.3 + 0.5 * next()) : 0); i++) {
        honest(next.pick(developers), start + (next() - 0.3) * 200 * DAY);
      }
      if (view.past) {
        for (const to of developers) {
          const count = Math.round((inside / developers.length) * (0.5 + 1.5 * next()));
          for (let i = 0; i < count; i++) honest(to, start - (30 + next() * 700) * DAY);
        }
      }
      planted.push({ shape, members: [...new Set([...clients, ...developers])] });
    };
    const several = names(`${own}c`, next.int(2, 5));
    const developers = names(`${own}d`, next.int(4, 10));
    switch (shape) {
      case 'several clients, everyone':
      case 'several clients, over six months':
        plant(several, developers, () => 1);
        break;
      case 'several clients, 70 % of the pairs':
        plant(names(`${own}c`, next.int(3, 6)), names(`${own}d`, next.int(5, 12)), () => (next() < 0.7 ? 1 : 0));
        break;
      case '6 clients, 6 developers, 18 of 36 pairs': {
        const chosen = new Set<number>();
        while (chosen.size < 18) chosen.add(next.int(0, 35));
        plant(names(`${own}c`, 6), names(`${own}d`, 6), (c, d) => (chosen.has(6 * c + d) ? 1 : 0));
        break;
      }
      case 'one client, 5 to 15 developers':
        plant([`${own}c`], names(`${own}d`, next.int(5, 15)), () => next.int(1, 3));
        break;
      case 'one client, over six months':
        plant([`${own}c`], names(`${own}d`, next.int(8, 15)), () => next.int(1, 2));
        break;
      case 'one client, 4 alike developers':
      case 'one client, 3 alike developers': {
        const alike = names(`${own}d`, shape.includes('4') ? 4 : 3);
        const mould = words(next, 70);
        for (const one of alike) about.set(one, alikeTo(mould, next));
        plant([`${own}c`], alike, () => next.int(1, 3));
        break;
      }
      case 'circle of 3 to 7': {
        const members = names(`${own}m`, next.int(3, 7));
        plant(members, members, (c, d) => (d === (c + 1) % members.length ? next.int(1, 3) : 0));
        break;
      }
      case 'swap of two':
        plant(names(`${own}m`, 2), names(`${own}m`, 2), (c, d) => (c === d ? 0 : next.int(2, 4)));
        break;
    }
  }
  for (let number = 0; number < 70; number++) {
    const kind = innocents[number % innocents.length] as Innocent;
    const own = `h${number}`;
    const start = next.pick(times) as number;
    const soon = (days: number) => start + next() * days * DAY;
    const newcomers = names(`${own}d`, next.int(4, 7));
    const members: string[] = [...newcomers];
    switch (kind) {
      case 'staffed project':
      case 'staffed project, its name not seen': {
        const firm = kind === 'staffed project' ? `${own}c` : next() < 0.5 ? `${own}c` : next.pick(givers);
        for (const to of newcomers) {
          rate(firm, to, soon(10), `${own}job`);
          if (next() < 0.3) honest(to, start + (20 + next() * 200) * DAY);
        }
        if (kind !== 'staffed project') for (const one of ratings.slice(-2 * newcomers.length)) delete one.project;
        break;
      }
      case 'agency': {
        // Colleagues whose profiles share the agency's words, hired by clients of their own.
        const mould = words(next, 60);
        for (const one of newcomers) {
          about.set(one, alikeTo(mould, next));
          for (let i = next.int(2, 8); i > 0; i--) honest(one, start + next() * 400 * DAY);
        }
        const regular = next.pick(givers);
        for (const one of newcomers.slice(0, 2)) rate(regular, one, soon(60));
        break;
      }
      case 'regular client of one developer':
        members.length = 1;
        for (let i = 0; i < 12; i++) rate(`${own}c`, members[0] as string, soon(300));
        break;
      case 'firms of one group':
        for (const firm of names(`${own}f`, 2)) {
          for (const to of newcomers.slice(0, 3)) rate(firm, to, soon(300));
          for (let i = 0; i < 8; i++) rate(firm, next.pick(takers), soon(300));
        }
        for (const to of newcomers) for (let i = next.int(3, 8); i > 0; i--) honest(to, soon(500));
        break;
      case 'friends who once hired each other':
        members.length = 2;
        rate(members[0] as string, members[1] as string, soon(300));
        rate(members[1] as string, members[0] as string, soon(300));
        for (const to of members) for (let i = next.int(0, 3); i > 0; i--) honest(to, soon(500));
        break;
      case 'newcomers of one school':
        // Alike profiles, and a first job each, by different clients and one of the school's partners.
        {
          const mould = words(next, 40);
          const partner = next.pick(givers);
          for (const [i, to] of newcomers.entries()) {
            about.set(to, `${alikeTo(mould, next)} ${words(next, 40).join(' ')}`);
            if (i < 2) rate(partner, to, soon(90));
            for (let n = next.int(1, 3); n > 0; n--) honest(to, soon(200));
          }
        }
        break;
    }
    innocent.push({ kind, members });
  }
  const shown = new Map<string, number>();
  const got = Map.groupBy(ratings, ({ to }) => to);
  const seen = [...got].flatMap(([to, list]) => {
    shown.set(to, list.length);
    if (!about.has(to) && next() < 0.7) about.set(to, words(next, 30 + next.int(0, 60)).join(' '));
    return list.sort((a, b) => b.time - a.time).slice(0, Math.ceil(list.length * view.visible));
  });
  return { ratings: seen, about, shown: view.visible < 1 ? shown : new Map(), planted, innocent };
}

/** Words as frequent as words are, so that a few are everybody's. */
function words(next: Random, count: number): string[] {
  return Array.from({ length: count }, () => `w${Math.floor(3_000 * next() ** 2.5)}`);
}

/** A text made from a mould: a fifth of its words replaced. */
function alikeTo(mould: readonly string[], next: Random): string {
  const replaced = mould.map((word) => word);
  for (let i = 0; i < mould.length / 20; i++) {
    const at = next.int(0, mould.length - 4);
    replaced.splice(at, 3, ...words(next, 3));
  }
  return replaced.join(' ');
}
