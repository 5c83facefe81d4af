// The three planted families: several accounts that send one template. They differ in how the
// template is disguised, from easy to hard: only the slots are filled in, every sentence is drawn
// from alternatives, or a copy is shortened, reworded and put in another order.
import type { Bid } from './types.ts';

type Terms = Pick<Bid, 'by' | 'amount' | 'days'>;

interface Slots {
  greeting: string;
  /** What the client wants, as the bidder names it. */
  product: string;
  years: number;
  count: number;
  field: string;
  pastWork: string;
  result: string;
  tools: string;
  weeks: number;
  question: string;
}

/** Family A: one template, of which only the slots change. */
function slotFilled(terms: Terms, s: Slots): Bid {
  return {
    ...terms,
    text: `${s.greeting}

Your ${s.product} caught my eye because it sits exactly where I have spent the last ${s.years} years: taking a manual routine away from people at a desk and giving it to software they actually trust. I have shipped ${s.count} products for ${s.field}, the latest being ${s.pastWork}, which ${s.result} in its first quarter.

I would build this with ${s.tools}, in weekly milestones, so you pay only for what you have already held in your hands. Every Friday you get a build, a two minute screen recording and a list of what is left. I keep the code in your own repository from day one and I write the tests before the feature.

Realistically the first usable release takes ${s.weeks} weeks. One thing I would like to settle before we agree on a number: ${s.question}

If that sounds like your way of working, send me a message and I will draft the first milestone tonight.`,
  };
}

type Pick3 = 0 | 1 | 2;

/** Family B: the sentences of the template, each in up to three wordings. `%` stands for the product. */
const spunSentences: readonly (readonly string[])[] = [
  [
    'Greetings, your brief for % is one of the clearest I have opened this month.',
    'Hello there, it is rare to open a brief for % that is written this clearly.',
    'Hi, thank you for a brief about % that leaves so little to guess.',
  ],
  [
    'Our workshop is small on purpose: one designer, two engineers and a tester who breaks things for a living.',
    'We are a deliberately small workshop, made of one designer, two engineers and a tester who loves breaking things.',
  ],
  [
    'Before a single screen is coded we sketch the data on one page and walk through it with you, since that is where costly surprises hide.',
    'The first thing you would get from us is a one page sketch of the data, discussed with you line by line, because costly surprises hide there.',
    'We begin with the data on a single page and go through it together, as the costly surprises are always hiding in it.',
  ],
  [
    'After that the work goes in slices of four days, and each slice ends on a test server with your own logins.',
    'Then we deliver in four day slices that always end on a test server where you log in yourselves.',
  ],
  [
    'Our last two launches had fewer than five support tickets in the opening month.',
    'In the opening month our two latest launches produced fewer than five support tickets each.',
    'Fewer than five support tickets came in during the opening month of each of our last two launches.',
  ],
  [
    'The price covers hosting set-up, a handover document and sixty days of corrections.',
    'Included in the figure are the hosting set-up, sixty days of corrections and a handover document.',
  ],
  [
    'If something turns out to be unnecessary we will tell you, even when it makes our invoice smaller.',
    'We also tell you when a feature is unnecessary, although that makes our own invoice smaller.',
    'Should a feature prove unnecessary you will hear it from us, smaller invoice or not.',
  ],
  [
    'May we suggest a quarter of an hour on a call this week, with your screen shared and no slides?',
    'How about a quarter of an hour on a call this week, no slides, just your screen shared?',
  ],
];

/** A spun bid: `draw` gives, in the order of the text, the sentence and which of its wordings. */
function spun(terms: Terms, product: string, draw: readonly (readonly [sentence: number, wording: Pick3])[]): Bid {
  const sentences = draw.map(([sentence, wording]) => spunSentences[sentence]?.[wording] ?? '');
  return { ...terms, text: sentences.join(' ').replace('%', product) };
}

/** Family C: the sentences of the original, before anybody edited it. `%` stands for the product. */
const originalSentences: readonly string[] = [
  'I looked twice at your post about % before writing, and I believe the hard part is not where most bidders will point.',
  'Screens are cheap these days, while two systems that disagree about the truth are what keeps owners awake at night.',
  'My habit is to write a tiny program first that only talks to the outside system and logs every answer for three days.',
  'Those logs become the test data, so nothing in the project depends on a happy example from a manual.',
  'Only afterwards do I draw the interface, usually on paper, and I send photographs of the drawings rather than polished mock-ups.',
  'I work alone, answer within four hours on working days and never pass a job on to anybody else.',
  'You can expect a short written note every second evening with what moved, what got stuck and what I decided.',
  'A past customer, a bicycle repair chain, still runs the version I left them in 2021 without a single paid change.',
  'For backups I insist on a restore rehearsal, because a backup that was never restored is only a hope.',
  'Payment in three equal parts suits me, the last one only when your own staff have used it for a full week.',
  'I would rather lose the job than promise a date that I cannot see the way to.',
  'Tell me which evening suits you and I will show you a program of this kind, running, not described.',
];

/** An edited bid: which sentences of the original are kept, in which order, and the words replaced in them. */
function edited(
  terms: Terms,
  product: string,
  order: readonly number[],
  replaced: readonly [from: string, to: string][],
): Bid {
  let text = order.map((sentence) => originalSentences[sentence]).join(' ');
  for (const [from, to] of replaced) text = text.replace(from, to);
  return { ...terms, text: text.replace('%', product) };
}

export const plantedOnDental: Bid[] = [
  slotFilled(
    { by: 'blue-lantern', amount: 4200, days: 35 },
    {
      greeting: 'Good morning,',
      product: 'dental booking app',
      years: 8,
      count: 14,
      field: 'clinics and physiotherapists',
      pastWork: 'an appointment planner called Terminka',
      result: 'cut phone calls by a third',
      tools: 'React Native and a small Node service',
      weeks: 9,
      question: 'does the practice software push changes to us, or do we have to ask it every minute?',
    },
  ),
  slotFilled(
    { by: 'codewithrafa', amount: 3850, days: 40 },
    {
      greeting: 'Hello!',
      product: 'booking app for eleven clinics',
      years: 6,
      count: 9,
      field: 'health and beauty businesses',
      pastWork: 'the waiting list of a skin care chain, Pele Clara',
      result: 'filled two of every three cancelled slots',
      tools: 'Flutter and Firebase in Frankfurt',
      weeks: 10,
      question: 'who answers when the sandbox and the live calendar disagree?',
    },
  ),
  spun({ by: 'lumen_apps', amount: 4600, days: 42 }, 'the clinic booking app', [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 0],
    [5, 0],
    [6, 0],
    [7, 0],
  ]),
  edited(
    { by: 'evergreencode', amount: 4100, days: 45 },
    'the clinics',
    [0, 1, 2, 3, 5, 6, 8, 11],
    [
      ['cheap these days', 'cheap now'],
      ['owners awake at night', 'clinic owners awake'],
      ['outside system', 'practice software'],
      ['four hours', 'three hours'],
    ],
  ),
  slotFilled(
    { by: 'swiftharbour', amount: 3400, days: 30 },
    {
      greeting: 'Hi Westclinics team,',
      product: 'patient booking app',
      years: 11,
      count: 23,
      field: 'hospitals and private surgeries',
      pastWork: 'a queue display for Lakeside Eye Surgery',
      result: 'was used by four thousand patients',
      tools: 'Kotlin, Swift and one Laravel backend',
      weeks: 8,
      question: 'may patients book for their children with the same phone number?',
    },
  ),
  spun({ by: 'devpixel88', amount: 3950, days: 38 }, 'a dental app', [
    [0, 1],
    [2, 1],
    [1, 1],
    [3, 1],
    [5, 1],
    [4, 1],
    [6, 1],
    [7, 1],
  ]),
  slotFilled(
    { by: 'pinegrovedev', amount: 4700, days: 45 },
    {
      greeting: 'Dear client,',
      product: 'appointment app',
      years: 9,
      count: 17,
      field: 'veterinary and dental practices',
      pastWork: 'a reminder service named Rappel-Doux',
      result: 'halved the missed visits',
      tools: 'Flutter with a Symfony API on French servers',
      weeks: 11,
      question: 'which of the eleven clinics has the messiest calendar today?',
    },
  ),
  edited(
    { by: 'tidepool-tech', amount: 3600, days: 40 },
    'a dental calendar',
    [7, 0, 2, 3, 1, 10, 6, 9],
    [
      ['A past customer, a bicycle repair chain,', 'One earlier customer, a bicycle repair chain,'],
      ['tiny program', 'small script'],
      ['three days', 'two days'],
      ['written note every second evening', 'written note every other evening'],
      ['your own staff', 'your receptionists'],
    ],
  ),
  spun({ by: 'northwind-studio', amount: 4950, days: 50 }, 'a patient app', [
    [0, 2],
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 0],
    [6, 2],
    [5, 0],
    [7, 1],
  ]),
  slotFilled(
    { by: 'stack-orchard', amount: 3100, days: 28 },
    {
      greeting: 'Hello Westclinics,',
      product: 'clinic app',
      years: 5,
      count: 12,
      field: 'pharmacies and laboratories',
      pastWork: 'a pick-up reminder for Greenleaf Chemists',
      result: 'reached nine thousand installs',
      tools: 'React Native and Supabase in the Dublin region',
      weeks: 7,
      question: 'should a moved appointment keep its old reminder or get a new one?',
    },
  ),
  edited(
    { by: 'arturo-mx', amount: 3750, days: 36 },
    'eleven clinics',
    [2, 3, 4, 0, 1, 8, 5, 11],
    [
      ['My habit is to write', 'I always write'],
      ['logs every answer', 'records every answer'],
      ['usually on paper', 'mostly on paper'],
      ['restore rehearsal', 'restore exercise'],
      ['which evening suits you', 'which afternoon suits you'],
    ],
  ),
  spun({ by: 'sana-builds', amount: 4300, days: 41 }, 'booking dentists', [
    [0, 0],
    [2, 0],
    [3, 0],
    [1, 1],
    [6, 0],
    [4, 0],
    [5, 1],
    [7, 0],
  ]),
];

export const plantedOnCoffee: Bid[] = [
  slotFilled(
    { by: 'blue-lantern', amount: 2400, days: 21 },
    {
      greeting: 'Good morning,',
      product: 'roastery dashboard',
      years: 8,
      count: 14,
      field: 'bakeries and breweries',
      pastWork: 'a batch planner called Warka',
      result: 'saved a full hour every morning',
      tools: 'Next.js and PostgreSQL',
      weeks: 4,
      question: 'do you count stock in bags, in kilograms or in both?',
    },
  ),
  spun({ by: 'devpixel88', amount: 2150, days: 20 }, 'a roastery', [
    [0, 0],
    [1, 1],
    [2, 0],
    [4, 1],
    [3, 1],
    [6, 0],
    [5, 1],
    [7, 0],
  ]),
  slotFilled(
    { by: 'swiftharbour', amount: 1950, days: 18 },
    {
      greeting: 'Hi Ridge Roasters team,',
      product: 'stock dashboard',
      years: 10,
      count: 21,
      field: 'wholesalers and food producers',
      pastWork: 'an order desk for Saffron Gate Imports',
      result: 'removed every double entry',
      tools: 'Vue and one Laravel backend',
      weeks: 4,
      question: 'may a café change an order after the roast list was printed?',
    },
  ),
  edited(
    { by: 'evergreencode', amount: 2300, days: 24 },
    'green and roasted beans',
    [0, 1, 2, 3, 6, 5, 9, 11],
    [
      ['hard part', 'difficult part'],
      ['outside system', 'Shopify shop'],
      ['four hours', 'three hours'],
      ['your own staff', 'the people at the roaster'],
    ],
  ),
  slotFilled(
    { by: 'stack-orchard', amount: 1800, days: 16 },
    {
      greeting: 'Hello Ridge Roasters,',
      product: 'coffee dashboard',
      years: 5,
      count: 13,
      field: 'shops and warehouses',
      pastWork: 'a shelf counter for Mama Bisi Stores',
      result: 'counted thirty thousand parcels',
      tools: 'React and Supabase',
      weeks: 3,
      question: 'who may see the prices that each café pays?',
    },
  ),
  spun({ by: 'lumen_apps', amount: 2700, days: 24 }, 'the roasting dashboard', [
    [0, 1],
    [1, 0],
    [2, 1],
    [3, 0],
    [6, 1],
    [4, 0],
    [5, 0],
    [7, 1],
  ]),
  slotFilled(
    { by: 'codewithrafa', amount: 2050, days: 22 },
    {
      greeting: 'Hello!',
      product: 'orders dashboard for the roastery',
      years: 6,
      count: 10,
      field: 'restaurants and delivery kitchens',
      pastWork: 'the order board of a juice bar chain, Suco Bom',
      result: 'took forty spreadsheets out of use',
      tools: 'Remix and PostgreSQL',
      weeks: 5,
      question: 'which of the old spreadsheets do you still trust?',
    },
  ),
  edited(
    { by: 'arturo-mx', amount: 2100, days: 20 },
    'the roastery',
    [2, 3, 0, 1, 4, 7, 5, 10],
    [
      ['My habit is to write', 'I always write'],
      ['outside system', 'Shopify shop'],
      ['usually on paper', 'mostly on paper'],
      ['never pass a job on', 'do not pass a job on'],
    ],
  ),
  spun({ by: 'northwind-studio', amount: 2950, days: 28 }, 'stock and orders', [
    [0, 2],
    [2, 2],
    [1, 0],
    [3, 1],
    [5, 0],
    [4, 2],
    [7, 1],
    [6, 2],
  ]),
];

export const plantedOnMarket: Bid[] = [
  slotFilled(
    { by: 'pinegrovedev', amount: 2350, days: 30 },
    {
      greeting: 'Dear client,',
      product: 'stall booking site',
      years: 9,
      count: 18,
      field: 'associations and town halls',
      pastWork: 'a fair register named Place-Libre',
      result: 'let out every pitch of the season',
      tools: 'Symfony and Stripe Connect',
      weeks: 6,
      question: 'does a charity see only its own payouts, or those of all markets?',
    },
  ),
  spun({ by: 'sana-builds', amount: 2100, days: 26 }, 'market stalls', [
    [0, 0],
    [1, 1],
    [2, 0],
    [3, 0],
    [4, 0],
    [6, 0],
    [7, 0],
    [5, 1],
  ]),
  edited(
    { by: 'tidepool-tech', amount: 1900, days: 25 },
    'the markets',
    [7, 2, 3, 0, 1, 9, 6, 10],
    [
      ['A past customer, a bicycle repair chain,', 'One earlier customer, a bicycle repair chain,'],
      ['outside system', 'payment service'],
      ['three days', 'two days'],
      ['written note every second evening', 'written note every other evening'],
    ],
  ),
  slotFilled(
    { by: 'blue-lantern', amount: 2200, days: 28 },
    {
      greeting: 'Good morning,',
      product: 'market website',
      years: 8,
      count: 15,
      field: 'festivals and sports halls',
      pastWork: 'a hall calendar called Boisko',
      result: 'took nine hundred bookings',
      tools: 'Next.js and Stripe',
      weeks: 5,
      question: 'what happens to a pitch when the card payment fails on a Saturday morning?',
    },
  ),
  spun({ by: 'devpixel88', amount: 1750, days: 21 }, 'the pitch plan', [
    [0, 1],
    [1, 0],
    [2, 1],
    [4, 1],
    [3, 1],
    [5, 1],
    [6, 1],
    [7, 1],
  ]),
];

export const plantedOnGallery: Bid[] = [
  slotFilled(
    { by: 'stack-orchard', amount: 2800, days: 24 },
    {
      greeting: 'Good day,',
      product: 'reception page',
      years: 7,
      count: 12,
      field: 'garages and a ferry office',
      pastWork: 'a counter tool named Schalter',
      result: 'halved the queue',
      tools: 'Vue and Laravel',
      weeks: 4,
      question: 'may a receptionist move a booking that a dentist has made?',
    },
  ),
  slotFilled(
    { by: 'swiftharbour', amount: 2600, days: 22 },
    {
      greeting: 'Hello,',
      product: 'desk for eleven receptions',
      years: 10,
      count: 26,
      field: 'wholesalers and private hospitals',
      pastWork: 'an admissions screen called Dakhla',
      result: 'replaced three ledgers',
      tools: 'Laravel and Alpine',
      weeks: 3,
      question: 'who may see the day of another clinic?',
    },
  ),
];
