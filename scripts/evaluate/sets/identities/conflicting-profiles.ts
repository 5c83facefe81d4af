// Two accounts that the user says are one person's, on two sites: names, years, schools, employers or places that cannot
// both be so; and one life told twice, longer or shorter, in another language or later.
import { COUNTRIES, type Country } from './countries.ts';
import type { Job, Profile } from './observations.ts';
import { fullName, life, type Person } from './people.ts';
import { coined, DEGREES, EMPLOYER_KINDS, half, SCHOOL_KINDS } from './words.ts';
import { type Account, type Kinds, timeless, type World } from './world.ts';

type Over = { [Field in keyof Profile]?: Profile[Field] | undefined };

/** A person with schools and two jobs or more. */
function rich(world: World, country?: Country): Person {
  const who = world.person(country);
  for (;;) {
    const lived = life(world.random, world.heldOut, who.country, who.trade.titles);
    if (lived.education.length > 0 && lived.employment.length > 1) return Object.assign(who, lived);
  }
}

/** The person on two sites, the second told otherwise; the user says that they are one. Half of them link each other. */
function twice(world: World, who: Person, first: Over, second: Over): Account[] {
  const site = world.site('upwork', 'workana');
  const accounts = [world.account(who, site), world.account(who, world.site('upwork', 'workana', site))] as [
    Account,
    Account,
  ];
  const linked = world.random() < 0.5 ? { links: [`https://${who.tag}.example/`] } : {};
  const about = timeless(who) || who.title;
  const time = world.ago(60, 30);
  world.see(accounts[0], time, { about, ...linked, ...first });
  world.see(accounts[1], time + 3 * 86_400_000, {
    about: about.split('. ').slice(0, 2).join('. '),
    ...linked,
    ...second,
  });
  world.say(...accounts);
  return accounts;
}

const later = (date: string | undefined, years: number) =>
  date ? String(Number(date.slice(0, 4)) + years) + date.slice(4) : undefined;
const moved = (job: Job, years: number): Job => ({
  ...job,
  from: later(job.from, years) ?? '',
  ...(job.to ? { to: later(job.to, years) ?? '' } : {}),
});
const employer = (world: World) =>
  `${coined(world.random, world.heldOut)} ${world.random.pick(half(EMPLOYER_KINDS, world.heldOut))}`;

export const planted: Kinds = {
  'names-differ': (world) => {
    const other = world.person();
    return twice(world, rich(world), {}, { name: fullName(other) });
  },
  'employer-years': (world) => {
    const who = rich(world);
    const employment = who.employment.map((job, index) => (index === 0 ? moved(job, -4) : job));
    return twice(world, who, {}, { employment });
  },
  'school-years': (world) => {
    const who = rich(world);
    const education = who.education.map((one) => ({
      ...one,
      from: later(one.from, 4) ?? '',
      to: later(one.to, 4) ?? '',
    }));
    return twice(world, who, {}, { education });
  },
  'schools-differ': (world) => {
    const who = rich(world);
    const education = who.education.map((one) => ({
      ...one,
      school: world.random.pick(SCHOOL_KINDS).en.replace('#', coined(world.random, world.heldOut)),
    }));
    return twice(world, who, {}, { education });
  },
  'employers-differ': (world) => {
    const who = rich(world);
    const employment = who.employment.map((job) => ({ ...job, employer: employer(world) }));
    return twice(world, who, {}, { employment });
  },
  'country-differs': (world) => {
    const who = rich(world);
    const other = world.person(world.random.pick(COUNTRIES.filter((country) => country !== who.country)));
    return twice(world, who, {}, { location: { city: other.place.latin, country: other.country.code } });
  },
  'name-and-school': (world) => {
    const other = rich(world);
    return twice(world, rich(world), {}, { name: fullName(other), education: other.education });
  },
  'whole-life': (world) => {
    const who = rich(world);
    const other = life(world.random, world.heldOut, who.country, who.trade.titles);
    const education =
      other.education.length > 0 ? other.education : who.education.map((one) => ({ ...one, school: employer(world) }));
    const employment = who.employment.map((job) => ({ ...job, employer: employer(world) }));
    return twice(world, who, {}, { education, employment });
  },
};

const homeSchool = (school: string, country: string) => {
  for (const kind of SCHOOL_KINDS) {
    const word = school.match(new RegExp(`^${kind.en.replace('#', '(\\w+)')}$`))?.[1];
    const local = kind.local[country];
    if (word && local) return local.replace('#', word);
  }
  return school;
};

export const innocent: Kinds = {
  'same-life': (world) => twice(world, rich(world), {}, {}),
  'home-and-latin': (world) => {
    const who = rich(world, world.random.pick(COUNTRIES.filter(({ women }) => women[0]?.includes('='))));
    return twice(world, who, { name: fullName(who) }, { name: fullName(who, 'home') });
  },
  'other-spelling': (world) => {
    let who = rich(world);
    while (who.given.others.length + who.family.others.length === 0) who = rich(world);
    const name = `${who.given.others[0] ?? who.given.latin} ${who.family.others[0] ?? who.family.latin}`;
    return twice(world, who, {}, { name });
  },
  'married-name': (world) => {
    const who = rich(world);
    const other = world.person();
    return twice(world, who, {}, { name: `${who.given.latin} ${who.family.latin}-${other.family.latin}` });
  },
  'short-name': (world) => {
    const who = rich(world);
    return twice(world, who, {}, { name: `${who.given.nickname ?? who.given.latin} ${who.family.latin.slice(0, 1)}.` });
  },
  'less-told': (world) => {
    const who = rich(world);
    return twice(world, who, {}, { education: undefined, employment: who.employment.slice(-1) });
  },
  'months-and-years': (world) => {
    const who = rich(world);
    const employment = who.employment.map((job) => ({
      ...job,
      from: job.from?.slice(0, 4) ?? '',
      ...(job.to ? { to: job.to.slice(0, 4) } : {}),
    }));
    return twice(world, who, {}, { employment });
  },
  'school-in-home-language': (world) => {
    const who = rich(world, world.random.pick(COUNTRIES.filter(({ code }) => SCHOOL_KINDS[0]?.local[code])));
    const education = who.education.map((one) => ({ ...one, school: homeSchool(one.school, who.country.code) }));
    return twice(world, who, {}, { education });
  },
  'degree-short': (world) => {
    const who = rich(world);
    const education = who.education.map((one) => ({
      ...one,
      degree: DEGREES.find(([long]) => long === one.degree)?.[2] ?? 'Dipl.',
    }));
    return twice(world, who, {}, { education });
  },
  'employer-form': (world) => {
    const who = rich(world);
    const employment = who.employment.map((job) => ({
      ...job,
      employer: job.employer.split(' ').slice(0, 2).join(' '),
    }));
    return twice(world, who, {}, { employment });
  },
  'employer-renamed': (world) => {
    const who = rich(world);
    const employment = who.employment.map((job, index) =>
      index === 0 ? { ...job, employer: `${employer(world)} (formerly ${job.employer})` } : job,
    );
    return twice(world, who, {}, { employment });
  },
  'side-job': (world) => {
    // One site tells the posts, the other the work beside them.
    const who = rich(world);
    const side = { employer: 'Self-employed', title: who.title, from: String(who.since + 1) };
    return twice(world, who, {}, { employment: [side] });
  },
  'parallel-part-time': (world) => {
    const who = rich(world);
    const [first] = who.employment;
    const extra: Job = {
      employer: employer(world),
      title: `${who.title} (part-time)`,
      from: first?.from ?? '',
      ...(first?.to ? { to: first.to } : {}),
    };
    return twice(world, who, {}, { employment: [...who.employment, extra] });
  },
  'a-month-off': (world) => {
    const who = rich(world);
    const shift = (date?: string) =>
      date?.replace(/-(\d\d)$/, (_, month: string) => `-${String(Math.min(12, Number(month) + 1)).padStart(2, '0')}`);
    const employment = who.employment.map((job) => ({
      ...job,
      from: shift(job.from) ?? '',
      ...(job.to ? { to: shift(job.to) ?? '' } : {}),
    }));
    return twice(world, who, {}, { employment });
  },
  'seen-later': (world) => {
    // The older page says that the last job goes on, the newer one that it has ended.
    const who = rich(world);
    const going = who.employment.map((job, index, all) => {
      if (index < all.length - 1) return job;
      const { to: _, ...open } = job;
      return open;
    });
    const ended = going.map((job, index, all) => (index < all.length - 1 ? job : { ...job, to: '2026-09' }));
    const [one, two] = twice(world, who, { employment: going }, { employment: ended }) as [Account, Account];
    return [one, two];
  },
  'moved-and-says-so': (world) => {
    const who = rich(world);
    const other = world.person();
    const about = `${timeless(who)} Since the summer I live in ${other.place.latin}; the other site still shows ${who.place.latin}.`;
    return twice(world, who, {}, { location: { city: other.place.latin, country: other.country.code }, about });
  },
  'city-and-country-only': (world) => {
    const who = rich(world);
    return twice(world, who, {}, { location: { country: who.country.code } });
  },
  suburb: (world) => {
    const who = rich(world);
    return twice(
      world,
      who,
      {},
      {
        location: { city: `${coined(world.random, world.heldOut)} near ${who.place.latin}`, country: who.country.code },
      },
    );
  },
};
