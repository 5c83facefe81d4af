// One text, portfolio or life on several accounts under several names; and people who only look so.
import type { Random } from '../../random.ts';
import type { Item } from './observations.ts';
import { life, portfolio } from './people.ts';
import { aboutSentences, coined, half } from './words.ts';
import { type Account, type Kinds, shortened, timeless, type World } from './world.ts';

/** Accounts of so many strangers, on one site or on several. */
function strangers(world: World, count: number): Account[] {
  const site = world.random() < 0.5 ? world.site() : undefined;
  return Array.from({ length: count }, () => world.account(world.person(), site ?? world.site()));
}

const SWAPS: readonly [RegExp, string[]][] = [
  [/\bclient\b/g, ['customer']],
  [/\bweeks\b/g, ['wks', 'working weeks']],
  [/\bI am\b/g, ["I'm"]],
  [/\bsmall\b/gi, ['little']],
  [/\bhome\b/g, ['my flat']],
  [/\bjobs?\b/g, ['project']],
  [/\bfirst\b/g, ['at first']],
  [/\b(two|three|four|five)\b/gi, ['a few', 'six', 'several']],
  [/\b\d+\b/g, ['7', '9', '12']],
  [/, /g, [' - ', '; ']],
];

/** A text as a copier edits it: a handful of words changed, sometimes a sentence dropped. */
export function edited(random: Random, sentences: readonly string[]): string {
  const kept = sentences.length > 4 && random() < 0.5 ? sentences.filter((_, index) => index !== 2) : [...sentences];
  let text = kept.join(' ');
  let changes = random.int(2, 4);
  const swaps = [...SWAPS];
  while (changes > 0 && swaps.length > 0) {
    const [swap] = swaps.splice(random.int(0, swaps.length - 1), 1);
    if (!swap) break;
    const [pattern, into] = swap;
    let hits = 0;
    text = text.replace(pattern, (found) => (hits++ === 0 ? random.pick(into) : found));
    if (hits > 0) changes--;
  }
  return text;
}

/** About text of enough words to be somebody's own. */
function longAbout(world: World, of: readonly Account[]): string[] {
  const { random, heldOut } = world;
  const who = of[0]?.person ?? world.person();
  const gaps = { name: '<name>', city: '<city>', years: 8, title: who.title };
  const sentences = [
    ...aboutSentences(random, heldOut, who.trade, gaps),
    ...aboutSentences(random, heldOut, who.trade, gaps),
  ];
  const own = [...new Set(sentences)].filter((sentence) => !/\d/.test(sentence));
  return own.length < 5 ? longAbout(world, of) : own.slice(0, random.int(6, 9));
}

const named = (text: string, { person }: Account) =>
  text.replaceAll('<name>', person.given.latin).replaceAll('<city>', person.place.latin);

export const planted: Kinds = {
  'about-copied': (world) => {
    const { random } = world;
    const accounts = strangers(world, random.int(2, 4));
    const about = longAbout(world, accounts).join(' ');
    for (const account of accounts) world.see(account, undefined, { about: named(about, account) });
    return accounts;
  },
  'about-edited': (world) => {
    const { random } = world;
    const accounts = strangers(world, random.int(2, 3));
    const about = longAbout(world, accounts);
    for (const [index, account] of accounts.entries()) {
      const text = index === 0 ? about.join(' ') : edited(random, about);
      world.see(account, undefined, { about: named(text, account) });
    }
    return accounts;
  },
  'about-reordered': (world) => {
    const accounts = strangers(world, 2);
    const about = longAbout(world, accounts);
    for (const [index, account] of accounts.entries()) {
      const order = index === 0 ? about : [...about.slice(3), ...about.slice(0, 3)];
      world.see(account, undefined, { about: named(order.join(' '), account) });
    }
    return accounts;
  },
  'portfolio-copied': (world) => {
    const { random, heldOut } = world;
    const accounts = strangers(world, random.int(2, 4));
    const items = portfolio(random, heldOut, random.pick(accounts).person.trade, 4);
    for (const account of accounts) {
      const own: Item[] = random() < 0.4 ? portfolio(random, heldOut, account.person.trade).slice(0, 1) : [];
      const shown = items.filter((_, index) => index < 3 || random() < 0.7);
      world.see(account, undefined, { portfolio: [...own, ...shown] });
    }
    return accounts;
  },
  'life-copied': (world) => {
    const { random, heldOut } = world;
    const accounts = strangers(world, random.int(2, 3));
    let lived = life(random, heldOut, accounts[0]?.person.country as never, accounts[0]?.person.trade.titles ?? []);
    while (lived.education.length < 1 || lived.employment.length < 2)
      lived = life(random, heldOut, accounts[0]?.person.country as never, accounts[0]?.person.trade.titles ?? []);
    for (const account of accounts)
      world.see(account, undefined, { education: lived.education, employment: lived.employment });
    return accounts;
  },
  'about-and-portfolio': (world) => {
    const { random, heldOut } = world;
    const accounts = strangers(world, 2);
    const about = longAbout(world, accounts);
    const [first, second] = accounts as [Account, Account];
    const items = portfolio(random, heldOut, first.person.trade, 4);
    world.see(first, undefined, { about: named(about.join(' '), first), portfolio: items });
    world.see(second, undefined, { about: named(edited(random, about), second), portfolio: items.slice(0, 4) });
    return accounts;
  },
  'about-cut': (world) => {
    // The copy is seen first on another site, with a cut about text: what is shown is still the same.
    const accounts = strangers(world, 2);
    const [first, second] = accounts as [Account, Account];
    const about = longAbout(world, accounts).join(' ');
    world.see(first, world.ago(20), { about: named(about, first) });
    world.see(second, world.ago(200, 60), {
      about: `${named(about, second).slice(0, Math.floor(about.length * 0.7))}…`,
    });
    return [first, second];
  },
};

export const innocent: Kinds = {
  colleagues: (world) => {
    const { random, heldOut } = world;
    // Colleagues: one school and one employer in common, the years their own.
    const accounts = strangers(world, 2);
    const school = `University of ${coined(random, heldOut)}`;
    const employer = `${coined(random, heldOut)} Software`;
    for (const [index, account] of accounts.entries()) {
      const { since } = account.person;
      world.see(account, undefined, {
        education: [
          { school, degree: 'Bachelor of Science', from: String(since - 4 - index), to: String(since - index) },
        ],
        employment: [
          ...account.person.employment.slice(0, 2),
          { employer, title: account.person.title, from: `${2020 + index}-0${3 + index}` },
        ],
      });
    }
    return accounts;
  },
  classmates: (world) => {
    const { random, heldOut } = world;
    // Two of one class: the very same school years, and each an own life.
    const accounts = strangers(world, random.int(2, 3));
    const school = `${coined(random, heldOut)} Technical University`;
    for (const account of accounts)
      world.see(account, undefined, {
        education: [{ school, degree: 'Bachelor of Science', from: '2014', to: '2018' }],
      });
    return accounts;
  },
  'stock-opening': (world) => {
    const { random } = world;
    // A stock opening that thousands write, and nothing else.
    const accounts = strangers(world, 3);
    for (const account of accounts) {
      const years = 2026 - account.person.since;
      const stock = random.pick([
        `I am a full stack developer with ${years} years of experience. Your satisfaction is my priority. I deliver on time and communicate clearly.`,
        `Hi, I'm a professional ${account.person.title.toLowerCase()} with over ${years} years of experience. I am hard working and detail oriented. Feel free to contact me any time.`,
      ]);
      world.see(account, undefined, { about: stock, portfolio: undefined });
    }
    return accounts;
  },
  'stock-opening-own-rest': (world) => {
    // The stock opening before words of one's own.
    const accounts = strangers(world, 2);
    for (const account of accounts)
      world.see(account, undefined, {
        about: `I am a dedicated freelancer with a passion for quality and on-time delivery. ${account.person.about.join(' ')}`,
      });
    return accounts;
  },
  agency: (world) => {
    const { random, heldOut } = world;
    // An agency: one paragraph about the house, named as such, then each of its people.
    const accounts = strangers(world, random.int(2, 4));
    const house = coined(random, heldOut);
    const words = longAbout(world, accounts).filter((sentence) => !sentence.includes('<'));
    const people = random.pick(['five', 'seven', 'nine']);
    const shared = `Part of ${house}, a studio of ${people} since ${random.int(2012, 2020)}. ${words.slice(0, 3).join(' ')}`;
    for (const account of accounts)
      world.see(account, undefined, {
        about: `${shared} Myself: ${timeless(account.person)}`,
        employment: [
          ...account.person.employment.slice(0, 2),
          { employer: `${house} Studio`, title: account.person.title, from: '2021-02' },
        ],
        links: [`https://${house.toLowerCase()}.example/team/${account.person.tag}`],
      });
    return accounts;
  },
  'one-person-two-sites': (world) => {
    // One person, openly on two sites under one name.
    const who = world.person();
    const site = world.site('upwork', 'workana');
    const accounts = [world.account(who, site), world.account(who, world.site('upwork', 'workana', site))];
    for (const account of accounts) world.see(account, undefined, { links: [`https://${who.tag}.example/`] });
    return accounts;
  },
  'one-person-short-name': (world) => {
    // The same with the shortened names that some sites show.
    const who = world.person();
    const accounts = [world.account(who, 'upwork'), world.account(who, 'freelancer')];
    world.see(accounts[0] as Account, undefined, { name: shortened(who) });
    world.see(accounts[1] as Account);
    return accounts;
  },
  'joint-project': (world) => {
    const { random, heldOut } = world;
    // A project made by two: one item in both portfolios, each says the own part of it.
    const accounts = strangers(world, 2);
    const [item] = portfolio(random, heldOut, (accounts[0] as Account).person.trade, 1) as [Item];
    const part = ['I drew it.', 'I wrote the code of it.'];
    for (const [index, account] of accounts.entries())
      world.see(account, undefined, {
        portfolio: [
          ...portfolio(random, heldOut, account.person.trade, 2),
          { title: item.title, text: `${part[index]} Made together with a colleague.` },
        ],
      });
    return accounts;
  },
  'course-work': (world) => {
    const { random, heldOut } = world;
    // Everybody's course work: titles of one bootcamp.
    const accounts = strangers(world, 3);
    const school = `${coined(random, heldOut)} Code Bootcamp`;
    const course = half(
      [
        'Weather app',
        'To-do list',
        'Memory game',
        'Tic-tac-toe',
        'Quiz app',
        'Expense tracker',
        'Movie search',
        'Portfolio site',
      ],
      heldOut,
    );
    for (const account of accounts)
      world.see(account, undefined, {
        portfolio: course.slice(0, 3).map((title) => ({ title })),
        education: [{ school, degree: 'Certificate', from: '2024-01', to: '2024-06' }],
        employment: undefined,
      });
    return accounts;
  },
  couple: (world) => {
    const { random, heldOut } = world;
    // A couple with one studio: address and studio shared, texts apart.
    const [one, two] = strangers(world, 2) as [Account, Account];
    const studio = `${coined(random, heldOut)} Studio`;
    for (const [account, other] of [
      [one, two],
      [two, one],
    ] as const)
      world.see(account, undefined, {
        about: `I share ${studio} with ${other.person.given.latin}, my ${other.person.woman ? 'wife' : 'husband'}; each of us takes own work. ${timeless(account.person)}`,
        employment: [{ employer: studio, title: account.person.title, from: '2019-05' }],
      });
    return [one, two];
  },
  'site-words': (world) => {
    // The site's own sentences in the text: what it puts there when somebody writes nothing.
    const accounts = strangers(world, 3).map((account) => world.account(account.person, 'guru'));
    for (const account of accounts)
      world.see(account, undefined, {
        about:
          'This freelancer has not added a description yet. Invite them to your job to learn more about their skills, services and terms of work.',
        portfolio: undefined,
      });
    return accounts;
  },
};
