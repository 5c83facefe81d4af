// What one account says about itself, at two places or two times, that cannot both be so; and sentences with the same
// words and numbers that can.
import { COUNTRIES } from './countries.ts';
import type { Job, Profile, School } from './observations.ts';
import { coined, half } from './words.ts';
import { type Account, type Kinds, timeless, type World } from './world.ts';

type Over = { [Field in keyof Profile]?: Profile[Field] | undefined };

interface Told {
  /** Sentence of the about text. */
  about?: string;
  over?: Over;
  /** Sentence of the about text at a second, later sighting, in place of the first. */
  later?: string;
  bids?: string[];
  messages?: string[];
}

const YEARS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** An account that tells these things, between other words of its own. */
function tells(world: World, told: (account: Account) => Told): Account[] {
  const account = world.account(world.person(), world.site('upwork', 'workana'));
  const own = timeless(account.person);
  const { about, over = {}, later, bids = [], messages = [] } = told(account);
  const text = (sentence?: string) => [sentence, own].filter(Boolean).join(' ') || account.person.title;
  let time = world.ago(200, 140);
  const blank = { education: undefined, employment: undefined };
  world.see(account, time, { ...blank, about: text(about), ...over });
  if (later) world.see(account, time + 60 * 86_400_000, { ...blank, ...over, about: text(later) });
  for (const sentence of bids) {
    time += (5 + world.random() * 20) * 86_400_000;
    const [first = '', ...rest] = account.person.about.filter((own) => !/\d/.test(own));
    world.bid(account, time, [first, sentence, rest.at(-1) ?? ''].join(' ').trim());
  }
  for (const sentence of messages) {
    time += (1 + world.random() * 8) * 86_400_000;
    world.message(account, sentence, time);
  }
  return [account];
}

/** One of the wordings of this half. */
const say = (world: World, ...wordings: string[]) => world.random.pick(half(wordings, world.heldOut));

const a = (title: string) =>
  `${/^[aeio]/i.test(title) ? 'an' : 'a'} ${/^(BI|UI|iOS)/.test(title) ? title : title.toLowerCase()}`;

const school = (world: World) => `${coined(world.random, world.heldOut)} Technical University`;
const firm = (world: World) => coined(world.random, world.heldOut);
const degree = (name: string, from: number, to: number): School => ({
  school: name,
  degree: 'Bachelor of Science',
  from: String(from),
  to: String(to),
});
const job = (employer: string, title: string, from: string, to?: string): Job => ({
  employer,
  title,
  from,
  ...(to ? { to } : {}),
});

export const planted: Kinds = {
  'years-shrink': (world) =>
    tells(world, ({ person }) => {
      const years = world.random.int(7, 12);
      const less = years - world.random.int(1, 4);
      const now = say(
        world,
        `I have ${years} years of experience as ${a(person.title)}.`,
        `${years} years in this trade.`,
        `Working as ${a(person.title)} since ${years} years.`,
        `For ${YEARS[years]} years this has been my job.`,
      );
      const then = say(
        world,
        `I have ${less} years of experience as ${a(person.title)}.`,
        `${less} years in this trade.`,
        `Working as ${a(person.title)} since ${less} years.`,
        `For ${YEARS[less]} years this has been my job.`,
      );
      return { about: now, later: then };
    }),
  'years-text-and-message': (world) =>
    tells(world, ({ person }) => {
      const years = world.random.int(8, 14);
      return {
        about: `I am ${a(person.title)} with ${years} years of experience.`,
        messages: [
          say(
            world,
            `As you asked: I do this since ${years - 5} years.`,
            `I've been ${a(person.title)} for ${years - 5} years now.`,
          ),
        ],
      };
    }),
  'years-between-bids': (world) =>
    tells(world, ({ person }) => {
      const [skill = 'this'] = person.trade.skills;
      const years = world.random.int(8, 12);
      return {
        bids: [
          `I have ${years} years of experience with ${skill}.`,
          `I've worked with ${skill} for ${years - world.random.int(4, 6)} years.`,
        ],
      };
    }),
  'years-before-first-job': (world) =>
    tells(world, ({ person }) => {
      const years = world.random.int(12, 16);
      return {
        about: say(
          world,
          `I have ${years} years of professional experience.`,
          `${years}+ years of experience in the industry.`,
        ),
        over: {
          education: [degree(school(world), 2018, 2022)],
          employment: [job(`${firm(world)} Software`, `Junior ${person.title.toLowerCase()}`, '2022-09')],
        },
      };
    }),
  'job-before-school-end': (world) =>
    tells(world, ({ person }) => ({
      over: {
        education: [
          {
            school: `${coined(world.random, world.heldOut)} Secondary School`,
            degree: 'School leaving certificate',
            from: '2010',
            to: '2016',
          },
        ],
        employment: [job(`${firm(world)} Software`, `Senior ${person.title.toLowerCase()}`, '2011-03', '2017-10')],
      },
    })),
  'city-in-text': (world) =>
    tells(world, ({ person }) => {
      const other = world.person(world.random.pick(COUNTRIES.filter((country) => country !== person.country)));
      return {
        about: say(
          world,
          `I live in ${other.place.latin} and am available in person there.`,
          `Based in ${other.place.latin}, where I was born and still work every day.`,
          `My home office is in ${other.place.latin}.`,
          `I am a native of ${other.place.latin} and work from my flat there.`,
        ),
      };
    }),
  'mail-lookalike': (world) =>
    tells(world, ({ person }) => {
      const employer = firm(world);
      const name = employer.toLowerCase();
      const swapped = name.slice(0, 3) + name[4] + name[3] + name.slice(5);
      const alike = world.random.pick(
        [swapped, `${name}-careers`, `${name}hr`, name.replace(/r(?=.)/, 'rr'), `${name}-inc`].filter(
          (one) => one !== name,
        ),
      );
      return {
        about: `At present I work for ${employer} (https://${name}.example).`,
        over: {
          employment: [job(employer, person.title, '2022-04')],
          contacts: [{ type: 'email', value: `${person.tag}@${alike}.example` }],
        },
      };
    }),
  'graduation-year': (world) =>
    tells(world, () => {
      const name = school(world);
      return {
        about: say(world, `I graduated from ${name} in 2011.`, `Graduate of ${name}, class of 2010.`),
        over: { education: [degree(name, 2015, 2019)] },
      };
    }),
  'school-named': (world) =>
    tells(world, () => {
      const name = school(world);
      return {
        about: say(
          world,
          `From 2012 to 2016 I studied at ${name}.`,
          `My bachelor's degree is from ${name} (2012-2016).`,
        ),
        over: { education: [degree(school(world), 2012, 2016)] },
      };
    }),
  'member-since': (world) =>
    tells(world, () => ({
      about: say(world, 'I have been on this site since 2012.', 'Member here for more than ten years, since 2013.'),
      over: { memberSince: '2023-05' },
    })),
  'alone-and-team': (world) =>
    tells(world, () => ({
      about: say(
        world,
        'I work alone, you will always deal with me and nobody else writes a line.',
        'No team behind me, I do everything myself.',
      ),
      messages: [
        say(
          world,
          'My team of twelve developers has begun on your project today.',
          'The other developers of my team will take the second part.',
        ),
      ],
    })),
  'two-last-employers': (world) =>
    tells(world, ({ person }) => {
      const [one, two] = [firm(world), firm(world)];
      return {
        about: `I work full time at ${one} since 2021 and have no other employer.`,
        over: { employment: [job(two, `${person.title} (full time)`, '2020-02')] },
      };
    }),
};

export const innocent: Kinds = {
  'years-grow': (world) =>
    tells(world, ({ person }) => {
      const years = world.random.int(4, 12);
      return {
        about: `I have ${years} years of experience as ${a(person.title)}.`,
        later: `I have ${years + 1} years of experience as ${a(person.title)}.`,
      };
    }),
  'at-least': (world) =>
    tells(world, () => ({
      about: 'I have 5+ years of experience.',
      bids: ['I have 6 years of experience in this.'],
      messages: ['More than five years now.'],
    })),
  'all-and-one-skill': (world) =>
    tells(world, ({ person }) => {
      const [one, two] = person.trade.skills;
      return {
        about: `${world.random.int(8, 12)} years of experience, 4 of them with ${one} and 2 with ${two}.`,
        bids: [`I use ${two} for 2 years.`],
      };
    }),
  'student-job': (world) =>
    tells(world, ({ person }) => ({
      over: {
        education: [degree(school(world), 2015, 2019)],
        employment: [
          job(`${firm(world)} Media`, `Working student, ${person.title.toLowerCase()}`, '2017-04', '2019-08'),
          job(`${firm(world)} Data`, person.title, '2019-10'),
        ],
      },
    })),
  'evening-study': (world) =>
    tells(world, ({ person }) => ({
      about: 'I studied in the evenings beside my job.',
      over: {
        education: [degree(school(world), 2014, 2020)],
        employment: [job(`${firm(world)} Insurance`, person.title, '2011-01', '2022-06')],
      },
    })),
  'second-degree': (world) =>
    tells(world, ({ person }) => ({
      about: 'I have 10 years of experience; after six of them I went back to university.',
      over: {
        education: [
          degree(school(world), 2012, 2015),
          { school: school(world), degree: 'Master of Science', from: '2022', to: '2024' },
        ],
        employment: [
          job(`${firm(world)} Software`, person.title, '2016-01', '2022-08'),
          job(`${firm(world)} Studio`, person.title, '2023-01'),
        ],
      },
    })),
  'employer-elsewhere': (world) =>
    tells(world, ({ person }) => {
      const other = world.person();
      return {
        about: say(
          world,
          `For four years I worked remotely for a company in ${other.place.latin}.`,
          `My clients sit in ${other.place.latin} and ${world.person().place.latin}, I sit at home in ${person.place.latin}.`,
        ),
      };
    }),
  birthplace: (world) =>
    tells(world, ({ person }) => ({
      about: `Born in ${world.person().place.latin}, at home in ${person.place.latin}.`,
    })),
  'moved-said': (world) =>
    tells(world, ({ person }) => ({
      about: `I lived in ${world.person().place.latin} until last year and then moved to ${person.place.latin}.`,
    })),
  'city-spelling': (world) =>
    tells(world, ({ person }) => ({ about: `I live in ${person.place.others[0] ?? person.place.latin}.` })),
  'will-move': (world) => tells(world, () => ({ about: `Next spring I will move to ${world.person().place.latin}.` })),
  'mail-subdomain': (world) =>
    tells(world, ({ person }) => {
      const employer = firm(world);
      const name = employer.toLowerCase();
      return {
        about: `At present I work for ${employer} (https://www.${name}.example).`,
        over: {
          employment: [job(employer, person.title, '2022-04')],
          contacts: [{ type: 'email', value: `${person.tag}@mail.${name}.example` }],
        },
      };
    }),
  'own-mail-beside-employer': (world) =>
    tells(world, ({ person }) => {
      const employer = firm(world);
      return {
        over: {
          employment: [job(employer, person.title, '2022-04')],
          contacts: [{ type: 'email', value: `${person.tag}@gmail.com` }],
        },
      };
    }),
  'own-domain-beside-employer': (world) =>
    tells(world, ({ person }) => ({
      over: {
        employment: [job(firm(world), person.title, '2022-04')],
        contacts: [{ type: 'email', value: `hi@${person.tag}.example` }],
      },
    })),
  'posts-number': (world) =>
    tells(world, () => ({
      about: 'I have 9 years of experience.',
      bids: [
        'You ask for 5 years of experience with databases, that I have.',
        'You write that your shop is 12 years old.',
      ],
    })),
  'length-of-a-project': (world) =>
    tells(world, () => ({
      about: 'I have 8 years of experience.',
      bids: ['My longest project took 3 years.'],
      messages: ['We had a two-year contract with the city.'],
    })),
  rounding: (world) =>
    tells(world, () => ({
      about: 'Almost a decade in this trade.',
      bids: ['I have 9 years of experience.'],
      messages: ['About ten years by now.'],
    })),
  'with-a-pause': (world) =>
    tells(world, ({ person }) => ({
      about: 'Six years of experience, with a pause of two years for my children.',
      over: {
        employment: [
          job(`${firm(world)} Print`, person.title, '2017-01', '2020-01'),
          job(`${firm(world)} Books`, person.title, '2022-03'),
        ],
      },
    })),
  'team-together': (world) =>
    tells(world, () => ({
      about: 'Together the four of us have 40 years of experience.',
      bids: ['I myself have 11 years of experience.'],
    })),
  'age-and-others': (world) =>
    tells(world, () => ({
      about: 'I am 34 years old and have 10 years of experience.',
      messages: ['My daughter is 5 years old today, so I am off at noon.'],
    })),
  'quoted-number': (world) =>
    tells(world, () => ({
      about: 'I have 10 years of experience.',
      messages: ['You wrote "2 years of experience are enough", so I hope ten are too.'],
    })),
  'alone-now': (world) =>
    tells(world, () => ({
      about: 'I work alone.',
      messages: ['In my last post I led a team of eight.', 'Your team of developers answered at once, thank you.'],
    })),
  'site-and-trade': (world) =>
    tells(world, () => ({
      about: 'In this trade since 2011, on this site since 2022.',
      over: { memberSince: '2022-03' },
    })),
  'school-short-name': (world) =>
    tells(world, () => {
      const name = coined(world.random, world.heldOut);
      return {
        about: `I studied at ${name} Tech.`,
        over: { education: [degree(`${name} Technical University`, 2010, 2014)] },
      };
    }),
  'graduated-same-year': (world) =>
    tells(world, () => {
      const name = school(world);
      return { about: `I graduated from ${name} in 2014.`, over: { education: [degree(name, 2010, 2014)] } };
    }),
};
