// One account whose name, contact, schools, jobs or country contradict each other between sightings; and people who
// marry, move, learn, correct a slip or are shown otherwise.
import { COUNTRIES } from './countries.ts';
import type { Profile } from './observations.ts';
import { fullName, life, type Person, portfolio } from './people.ts';
import { coined, DEGREES } from './words.ts';
import { type Account, type Kinds, shortened, timeless, type World } from './world.ts';

type Over = { [Field in keyof Profile]?: Profile[Field] | undefined };

/** An account seen twice or more: each time with something else over the rest. */
function sightings(world: World, ...overs: ((account: Account) => Over)[]): Account {
  const account = world.account(world.person(), world.site('upwork', 'workana'));
  return shownIn(world, account, overs);
}

function shownIn(world: World, account: Account, overs: ((account: Account) => Over)[]): Account {
  let time = world.ago(240, 160);
  // What is not changed stays the same, life or not.
  const steady = { about: timeless(account.person) || account.person.title };
  for (const over of overs) {
    world.see(account, time, { ...steady, ...over(account) });
    time += (10 + world.random() * 40) * 86_400_000;
  }
  return account;
}

/** A life that has schools and jobs. */
function richLife(world: World, account: Account) {
  const { random, heldOut } = world;
  for (;;) {
    const lived = life(random, heldOut, account.person.country, account.person.trade.titles);
    if (lived.education.length > 0 && lived.employment.length > 1) return lived;
  }
}

/** A person who has schools and jobs. */
function lived(world: World): Account {
  const account = world.account(world.person(), world.site('upwork', 'workana'));
  Object.assign(account.person, richLife(world, account));
  return account;
}

const same = () => ({});

export const planted: Kinds = {
  'name-replaced': (world) => {
    const other = world.person();
    return [sightings(world, same, () => ({ name: fullName(other) }))];
  },
  'name-and-country': (world) => {
    const account = world.account(world.person(), world.site('upwork', 'workana'));
    const other = world.person(world.random.pick(COUNTRIES.filter((country) => country !== account.person.country)));
    const location = { city: other.place.latin, country: other.country.code };
    return [shownIn(world, account, [same, () => ({ name: fullName(other), location })])];
  },
  'mail-and-phone-twice': (world) => {
    const people = [world.person(), world.person(), world.person()];
    const contacts = people.map((who) => ({
      contacts: [
        { type: 'email', value: `${who.tag}@gmail.com` },
        { type: 'phone', value: who.phone },
      ],
    }));
    return [sightings(world, ...contacts.map((over) => () => over))];
  },
  'schools-replaced': (world) => {
    const account = lived(world);
    const other = richLife(world, account);
    return [shownIn(world, account, [same, () => ({ education: other.education })])];
  },
  'jobs-replaced': (world) => {
    // The same years, other employers.
    const account = lived(world);
    const { random, heldOut } = world;
    const employment = account.person.employment.map((job) => ({
      ...job,
      employer: `${coined(random, heldOut)} Software`,
    }));
    return [shownIn(world, account, [same, () => ({ employment })])];
  },
  'school-years-moved': (world) => {
    const account = lived(world);
    const moved = (year?: string) => String(Number(year) + 5);
    const education = account.person.education.map((one) => ({ ...one, from: moved(one.from), to: moved(one.to) }));
    return [shownIn(world, account, [same, () => ({ education })])];
  },
  'github-and-mail': (world) => {
    const [one, two] = [world.person(), world.person()];
    const over = [one, two].map((who) => ({
      links: [`https://github.com/${who.tag}`],
      contacts: [{ type: 'email', value: `${who.tag}@gmail.com` }],
    }));
    return [sightings(world, ...over.map((each) => () => each))];
  },
  'name-picture-trade': (world) => {
    const other = world.person();
    const over = () => ({
      name: fullName(other),
      headline: other.title,
      skills: other.trade.skills.slice(0, 6),
      avatar: `https://images.marketplace.example/u/${other.tag}.jpg`,
      about: timeless(other) || other.title,
    });
    return [sightings(world, same, over)];
  },
  'closed-then-new': (world) => {
    const old = world.account(world.person());
    const again = world.account(world.person(), old.site);
    const documents = {
      about: old.person.about.join(' '),
      portfolio: portfolio(world.random, world.heldOut, old.person.trade, 3),
    };
    const seen = world.ago(230, 180);
    world.see(old, seen, documents);
    world.see(old, seen + 30 * 86_400_000, { ...documents, closed: true });
    world.see(again, seen + 70 * 86_400_000, {
      ...documents,
      memberSince: new Date(seen + 40 * 86_400_000).toISOString().slice(0, 10),
    });
    return [old, again];
  },
  'birth-of-experience': (world) => {
    // The whole life ten years earlier, and the name kept.
    const account = lived(world);
    const shift = (date?: string) => (date ? String(Number(date.slice(0, 4)) - 10) + date.slice(4) : undefined);
    const over = () => ({
      education: account.person.education.map((one) => ({
        ...one,
        from: shift(one.from) ?? '',
        to: shift(one.to) ?? '',
      })),
      employment: account.person.employment.map((one) => ({
        ...one,
        from: shift(one.from) ?? '',
        ...(one.to ? { to: shift(one.to) ?? '' } : {}),
      })),
    });
    return [shownIn(world, account, [same, over])];
  },
};

/** An innocent change of the name alone, of somebody in whose name there is something to change. */
const renamed =
  (change: (account: Account) => string, fits: (who: Person) => boolean = () => true) =>
  (world: World) => {
    let who = world.person();
    while (!fits(who)) who = world.person();
    const account = world.account(who, world.site('upwork', 'workana'));
    return [shownIn(world, account, [same, () => ({ name: change(account) })])];
  };

export const innocent: Kinds = {
  'married-name': (world) => {
    const other = world.person();
    return [sightings(world, same, ({ person }) => ({ name: `${person.given.latin} ${other.family.latin}` }))];
  },
  'double-name': (world) => {
    const other = world.person();
    return [sightings(world, same, ({ person }) => ({ name: `${fullName(person)}-${other.family.latin}` }))];
  },
  'chosen-name': (world) => {
    const other = world.person();
    return [sightings(world, same, ({ person }) => ({ name: `${other.given.latin} ${person.family.latin}` }))];
  },
  transliteration: (world) => {
    const country = world.random.pick(COUNTRIES.filter(({ women }) => women[0]?.includes('=')));
    const account = world.account(world.person(country), world.site('upwork', 'workana'));
    return [shownIn(world, account, [() => ({ name: fullName(account.person, 'home') }), same])];
  },
  'other-spelling': renamed(
    ({ person }) =>
      `${person.given.others.at(-1) ?? person.given.latin} ${person.family.others.at(-1) ?? person.family.latin}`,
    (who) => who.given.others.length + who.family.others.length > 0,
  ),
  nickname: renamed(
    ({ person }) => `${person.given.nickname} ${person.family.latin}`,
    (who) => who.given.nickname !== undefined,
  ),
  initials: renamed(({ person }) => shortened(person)),
  'first-initial': renamed(({ person }) => `${person.given.latin[0]}. ${person.family.latin}`),
  'family-first': renamed(({ person }) => `${person.family.latin} ${person.given.latin}`),
  'capitals-and-signs': renamed(({ person }) => `✅ ${fullName(person).toUpperCase()} ⭐ ${person.title}`),
  'second-family-name': renamed(
    ({ person }) => `${person.given.latin} ${person.family.latin}`,
    (who) => who.second !== undefined,
  ),
  'typing-slip': renamed(({ person }) => {
    const { latin } = person.family;
    const at = Math.max(1, Math.floor(latin.length / 2));
    const slip =
      latin.length > 3 ? latin.slice(0, at - 1) + latin[at] + latin[at - 1] + latin.slice(at + 1) : `${latin}h`;
    return `${person.given.latin} ${slip}`;
  }),
  'moved-city': (world) => {
    const account = world.account(world.person(), world.site('upwork', 'workana'));
    const { country, place } = account.person;
    const other = country.cities
      .map((city) => city.split(/[|/=]/))
      .find(([first]) => first !== place.home && first !== place.latin);
    return [
      shownIn(world, account, [same, () => ({ location: { city: other?.[0] ?? 'Elsewhere', country: country.code } })]),
    ];
  },
  'moved-country': (world) => {
    const other = world.person();
    const over = (account: Account) => ({
      location: { city: other.place.latin, country: other.country.code },
      about: `${timeless(account.person)} In spring my family and I moved to ${other.place.latin}.`,
    });
    return [sightings(world, same, over)];
  },
  'city-respelled': (world) => {
    const account = world.account(
      world.person(COUNTRIES.find(({ code }) => code === 'UA')),
      world.site('upwork', 'workana'),
    );
    return [
      shownIn(world, account, [
        () => ({ location: { city: 'Kiev', country: 'UA' } }),
        () => ({ location: { city: 'Kyiv', country: 'UA' } }),
        () => ({ location: { city: 'Київ', country: 'UA' } }),
      ]),
    ];
  },
  'new-job': (world) => {
    const account = lived(world);
    const { employment } = account.person;
    const next = {
      employer: `${coined(world.random, world.heldOut)} Studio`,
      title: account.person.title,
      from: '2026-08',
    };
    const ended = employment.map((job) => (job.to ? job : { ...job, to: '2026-07' }));
    return [shownIn(world, account, [same, () => ({ employment: [...ended, next] })])];
  },
  'new-degree': (world) => {
    const account = lived(world);
    const next = {
      school: `University of ${coined(world.random, world.heldOut)}`,
      degree: 'Master of Arts',
      from: '2024',
      to: '2026',
    };
    return [shownIn(world, account, [same, () => ({ education: [...account.person.education, next] })])];
  },
  'year-corrected': (world) => {
    const account = lived(world);
    const later = (year?: string) => String(Number(year) - 1);
    const over = () => ({
      education: account.person.education.map((one, index) => (index === 0 ? { ...one, from: later(one.from) } : one)),
    });
    return [shownIn(world, account, [same, over])];
  },
  'degree-respelled': (world) => {
    const account = lived(world);
    const short = (degree?: string) => DEGREES.find(([long]) => long === degree)?.[1] ?? 'Dipl.';
    const over = () => ({ education: account.person.education.map((one) => ({ ...one, degree: short(one.degree) })) });
    return [shownIn(world, account, [same, over])];
  },
  'employer-form': (world) => {
    const account = lived(world);
    const over = () => ({
      employment: account.person.employment.map((job) => ({
        ...job,
        employer: job.employer.split(' ').slice(0, 2).join(' '),
      })),
    });
    return [shownIn(world, account, [same, over])];
  },
  'months-then-years': (world) => {
    const account = lived(world);
    const over = () => ({
      employment: account.person.employment.map((job) => ({
        ...job,
        ...(job.from ? { from: job.from.slice(0, 4) } : {}),
        ...(job.to ? { to: job.to.slice(0, 4) } : {}),
      })),
    });
    return [shownIn(world, account, [same, over])];
  },
  'shown-less': (world) => {
    const account = lived(world);
    const over = () => ({
      education: undefined,
      employment: account.person.employment.slice(-1),
      portfolio: undefined,
    });
    return [shownIn(world, account, [same, over, same])];
  },
  'text-cut': (world) => [
    sightings(world, same, ({ person }) => ({
      about: `${(timeless(person) || person.title).slice(0, 60)}…`,
      name: shortened(person),
    })),
  ],
  'new-phone-only': (world) => {
    const [one, two] = [world.person(), world.person()];
    return [
      sightings(
        world,
        () => ({ contacts: [{ type: 'phone', value: one.phone }] }),
        () => ({ contacts: [{ type: 'phone', value: two.phone }] }),
      ),
    ];
  },
  'added-contact': (world) => {
    const who = world.person();
    const mail = { type: 'email', value: `${who.tag}@gmail.com` };
    return [
      sightings(
        world,
        () => ({ contacts: [mail] }),
        () => ({ contacts: [mail, { type: 'phone', value: who.phone }] }),
      ),
    ];
  },
  'new-picture-and-text': (world) => {
    const other = world.person();
    const over = () => ({
      avatar: `https://images.marketplace.example/u/${other.tag}.png`,
      about: timeless(other) || other.title,
    });
    return [sightings(world, same, over)];
  },
  'new-rate-and-skills': (world) => [
    sightings(world, same, ({ person }) => ({
      hourlyRate: { amount: world.random.int(70, 140), currency: 'USD' },
      skills: person.trade.skills.slice(0, 7),
      headline: `Senior ${person.title.toLowerCase()}`,
    })),
  ],
  reopened: (world) => [sightings(world, same, () => ({ closed: true }), same)],
  'name-with-studio': renamed(({ person }) => `${fullName(person)} | ${person.tag.replace(/\d+/, '')} studio`),
  'github-renamed': (world) => [
    sightings(
      world,
      ({ person }) => ({ links: [`https://github.com/${person.tag}`] }),
      ({ person }) => ({ links: [`https://github.com/${person.tag.replace(/\d+/, '')}-dev`] }),
    ),
  ],
};
