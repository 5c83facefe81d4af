// What the dashboard shows in tests and pictures, as a file to import: an ordinary marketplace of invented
// people over two years, one ring of two clients and six developers in it, and one developer whose profile
// changed and whose bids have times.
import type { Bid, Observation, Profile, Review } from '../../lib/model/observation.ts';

const site = 'guru';
const DAY = 86_400_000;
const START = Date.UTC(2025, 8, 1);
const seenAt = '2026-10-01T10:20:30Z';
const time = (day: number) => new Date(START + day * DAY).toISOString();

/** The same numbers on every run (mulberry32). */
function chance(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let job = 0;
function review(from: string, to: string, day: number, value = 5): Review {
  const rating = { value, outOf: 5 };
  return { kind: 'review', site, seenAt, from, fromRole: 'client', to, rating, at: time(day), project: `job${job++}` };
}

function market(): Review[] {
  const next = chance(3);
  return Array.from({ length: 400 }, (_, c) => {
    const hires = 1 + Math.floor(next() ** 2 * 9);
    const start = next() * 150;
    return Array.from({ length: hires }, () => {
      const to = `maker-${Math.floor(next() ** 2 * 200)}`;
      return review(`client-${c}`, to, start + next() * 200, next() < 0.9 ? 5 : Math.ceil(next() * 4));
    });
  }).flat();
}

export const ring = {
  clients: ['harbour-office', 'mill-street'],
  developers: ['lake-coder', 'dune-works', 'fern-apps', 'cedar-dev', 'flint-soft', 'heron-web'],
};

function ringReviews(): Review[] {
  return ring.clients.flatMap((client, i) =>
    ring.developers.map((developer, j) => review(client, developer, 300 + (i * ring.developers.length + j) * 1.5)),
  );
}

const profile = (account: string, day: number, more: Partial<Profile>): Profile => ({
  kind: 'profile',
  site,
  seenAt: new Date(START + day * DAY + 37_123).toISOString(),
  url: `https://www.guru.com/freelancers/${account}`,
  account,
  role: 'freelancer',
  ...more,
});

/** The developer with a history. */
export const changed = 'robin-vale';

/** Another account of theirs. */
export const second = 'rvale-web';

function history(): Observation[] {
  const about =
    'I build booking systems and small shops. Before that I kept the web pages of a theatre for six years, and I still like a page that loads at once.';
  const profiles = [
    profile(changed, 320, { name: 'Robin Vale', headline: 'Web developer', about, skills: ['PHP', 'MySQL'] }),
    profile(changed, 340, {
      name: 'Robin Vale',
      headline: 'Full-stack developer',
      about,
      skills: ['PHP', 'MySQL', 'Vue'],
    }),
    profile(changed, 360, {
      name: 'Robin J. Vale',
      headline: 'Full-stack developer',
      about: about.replace('six years', 'eleven years').replace('a theatre', 'an opera house'),
      location: { city: 'Lisbon', country: 'PT', timezone: 'Europe/Lisbon' },
      skills: ['PHP', 'MySQL', 'Vue'],
    }),
  ];
  const hours = [8, 9, 9, 10, 10, 10, 11, 14, 14, 15, 16, 22, 23, 9];
  const bids = hours.map((hour, i): Bid => {
    const submitted = START + (300 + 4 * i) * DAY + hour * 3_600_000 + i * 173_000 + 11_000;
    return {
      kind: 'bid',
      site,
      seenAt: new Date(submitted + 40 * 60_000 + 12_345).toISOString(),
      url: `https://www.guru.com/jobs/posting/${8_000 + i}`,
      project: `${8_000 + i}`,
      account: changed,
      text: `Hello, for your project number ${i + 1} I would begin with the part that hurts most, and show you something on the second day.`,
      amount: 300 + 40 * i,
      currency: 'EUR',
      days: 5 + i,
      submittedAt: new Date(submitted).toISOString(),
      ...(i === 3 && { outcome: 'awarded' as const }),
    };
  });
  const projects = bids.map(
    ({ project, url = '', seenAt: at }, i): Observation => ({
      kind: 'project',
      site,
      seenAt: at,
      project,
      url,
      title: ['Booking page for a boat yard', 'Shop for hand-made lamps', 'Club calendar'][i % 3] as string,
    }),
  );
  return [...profiles, ...projects, ...bids];
}

/** Names that a page may show: nothing, markup, other directions, very long. */
export const hostileName = `<img src=x onerror="window.hurt=1"> \u202e${'Wolkenkratzerbauunternehmen'.repeat(8)}`;

/** The lines of a file to import. */
export function fileToImport(): string {
  const people: Observation[] = [
    profile(second, 355, {
      name: 'Robin Vale',
      headline: 'Full-stack developer',
      about: 'Booking systems and small shops. I kept the web pages of a theatre for six years.',
      location: { city: 'Porto', country: 'PT', timezone: 'Europe/Lisbon' },
      skills: ['PHP', 'MySQL', 'Vue'],
    }),
    profile('long-name', 350, { name: hostileName, headline: 'x'.repeat(300) }),
    profile('w'.repeat(180), 350, { name: 'Account with a long id' }),
  ];
  job = 0;
  return [...market(), ...ringReviews(), ...history(), ...people].map((one) => `${JSON.stringify(one)}\n`).join('');
}
