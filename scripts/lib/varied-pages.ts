// Lists of people as the marketplaces build them, made up anew from a seed: how many there are, what they are
// called, what they leave out, the order of a card's parts, wrappers and hashed class names all vary. The maker
// knows the truth, so readers can be held to it on pages that nobody looked at while writing them.

export interface VariedPerson {
  account: string;
  name: string;
  text?: string;
  amount?: number;
  days?: number;
  rating?: number;
}

export interface VariedPage {
  name: string;
  url: string;
  html: string;
  currency: string;
  people: VariedPerson[];
}

interface Dice {
  below(n: number): number;
  pick<T>(all: readonly T[]): T;
  happens(share: number): boolean;
  hex(length: number): string;
}

/** Mulberry32: small, and the same on every machine. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    pick: (all) => all[below(all.length)] as (typeof all)[number],
    happens: (share) => next() < share,
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  };
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const names = [
  'Orlan V.',
  'Mirabeth Pallavera',
  'ليلى الورداني',
  '🚀 Tavi Studio 🌟',
  '<b>Bold</b> & Sons',
  'Maximiliana-Theodora Wolfeschlegel de la Santísima Trinidad y Castelnuovo',
  '佐倉 風太',
  "O'Dralligan-Smýth",
  'Available Now Agency',
  'Евдокия Лапшенко',
];
const sentences = [
  'I have read your post twice, and the part about working without a network is where most of the work will be.',
  'My usual rate is $45/hr, but a fixed price is fine here.',
  'The last job of this kind took me 12 days and the client gave it 5 stars.',
  'Eu começaria pela integração dos pagamentos, que é a parte mais arriscada.',
  'Haría tres etapas: maqueta, integración y pruebas en dispositivos reales.',
  'مرحبا، أستطيع البدء يوم الأحد القادم.',
  'The <script> that you pasted is the cause: it runs before jQuery & friends are there.',
  'For 1.500,00 € I would look after it for a year, with 99% Job Success so far.',
];

function peopleOf(dice: Dice, count: number, idOf: (n: number) => string): VariedPerson[] {
  return Array.from({ length: count }, (_, n) => {
    const wholes = [10 + dice.below(90), 100 + dice.below(900), 1_000 + dice.below(99_000)];
    const written = [dice.pick(sentences), dice.pick(sentences), `This is letter ${dice.hex(6)}.`].join(' ');
    return {
      account: idOf(n),
      name: dice.pick(names),
      ...(dice.happens(0.95) && { text: written }),
      ...(dice.happens(0.95) && { amount: dice.pick(wholes) + dice.pick([0, 0, 0.5, 0.75]) }),
      ...(dice.happens(0.9) && { days: 1 + dice.below(90) }),
      ...(dice.happens(0.8) && { rating: Math.round(30 + dice.below(21)) / 10 }),
    };
  });
}

/** An amount as sites write it for readers of several countries. */
function written(dice: Dice, amount: number, currency: string): string {
  const digits = { minimumFractionDigits: amount % 1 ? 2 : 0 };
  const english = amount.toLocaleString('en-US', digits);
  if (currency === 'EUR')
    return dice.pick([`€${english}`, `${amount.toLocaleString('de-DE', digits)} €`, `€${english} EUR`]);
  if (currency === 'INR') return `₹${amount.toLocaleString('en-IN', digits)} INR`;
  if (currency === 'BRL') return dice.pick([`R$ ${amount.toLocaleString('pt-BR', digits)}`, `BRL ${english}`]);
  return `US$${english}`;
}

/** One site's list: its address, its ids, and a card around the parts that every card has. */
interface Shape {
  url: string;
  id(dice: Dice, n: number): string;
  profile(account: string): string;
  card(person: VariedPerson, parts: string, attribute: string): string;
  rating(rating: number): string;
  own: string;
}

const stars = (rating: number) => `<span class="rate" aria-label="Rating: ${rating} out of 5"></span>`;
const shapes: Readonly<Record<string, Shape>> = {
  freelancer: {
    url: 'https://br.freelancer.com/projects/php/boat-pages-39000001/proposals',
    id: (_, n) => `bidder_${n}`,
    profile: (account) => `/u/${account}`,
    card: (_, parts, attribute) =>
      `<app-bid-card${attribute}><fl-card>${parts}<fl-button><button>Award</button></fl-button></fl-card></app-bid-card>`,
    rating: (rating) =>
      `<fl-rating><div class="LayerGroup" data-rating="${rating}" aria-label="Rating: ${rating} out of 5"></div></fl-rating>`,
    own: '<app-navigation><a href="/u/the-reader">Me</a></app-navigation>',
  },
  upwork: {
    url: 'https://www.upwork.com/nx/applicants/1839204417705512960/applicants',
    id: (_, n) => `183920441770551${2000 + n}`,
    profile: (account) => `/freelancers/~01${account}`,
    card: ({ account }, parts, attribute) =>
      `<tr${attribute} data-ev-position_on_page="1" data-ev-contractor_uid="&quot;${account}&quot;"><td>${parts}<span>$10K+ earned</span><span>97% Job Success</span></td></tr>`,
    rating: () => '',
    own: '<nav><a href="/freelancers/~01ffffffffffffffff">Me</a></nav>',
  },
  fiverr: {
    url: 'https://www.fiverr.com/briefs/manage/66f0c1d2e3a4b5c6d7e8f901/offers',
    id: (_, n) => `seller_${n}`,
    profile: (account) => `/${account}`,
    card: (_, parts, attribute) => `<div${attribute}>${parts}<span>Level 2</span></div>`,
    rating: (rating) => `<div class="orca-rating"><strong class="rating-score">${rating}</strong></div>`,
    own: '<header><a href="/the_reader">Me</a></header>',
  },
  workana: {
    url: 'https://www.workana.com/job/boat-pages',
    id: (dice) => dice.hex(32),
    profile: (account) => `https://www.workana.com/freelancer/${account}`,
    card: (_, parts, attribute) =>
      `<div${attribute}>${parts}<span class="badge" style="display: none">Favorito</span><span class="badge">Novo</span></div>`,
    rating: (rating) =>
      `<span class="stars-bg" title="${rating} de 5.00"><span class="stars-fill" style="width: ${rating * 20}%"></span></span>`,
    own: `<nav><a href="/freelancer/${'c0ffee00'.repeat(4)}">Meu perfil</a></nav>`,
  },
  guru: {
    url: 'https://www.guru.com/employer/jobs/2104417/quotes',
    id: (_, n) => `quoter-${n}`,
    profile: (account) => `/freelancers/${account}`,
    card: (_, parts, attribute) => `<li${attribute}>${parts}<button>Hire</button></li>`,
    rating: stars,
    own: '<header><a href="/freelancers/the-reader">Me</a></header>',
  },
  peopleperhour: {
    url: 'https://www.peopleperhour.com/stream/view?id=881',
    id: (_, n) => `nazm${[...String(1000 + n)].map((digit) => 'ajmnqvwxyz'[Number(digit)]).join('')}`,
    profile: (account) => `/freelancer/design/somebody-who-draws-${account}`,
    card: (_, parts, attribute) => `<li${attribute}>${parts}</li>`,
    rating: stars,
    own: '<header><a href="/freelancer/design/me-nazmqja">Me</a></header>',
  },
  freelancehunt: {
    url: 'https://freelancehunt.com/project/boat-pages/500431.html',
    id: (_, n) => `mister_${n}`,
    profile: (account) => `/freelancer/${account}.html`,
    card: (_, parts, attribute) => `<li${attribute}>${parts}</li>`,
    rating: () => '',
    own: '<header><a href="/freelancer/the_reader.html">Me</a></header>',
  },
  truelancer: {
    url: 'https://www.truelancer.com/freelance-project/boat-pages-610042',
    id: (_, n) => `lancer-${n}`,
    profile: (account) => `/freelancer/${account}`,
    card: (_, parts, attribute) => `<div${attribute}>${parts}</div>`,
    rating: stars,
    own: '<header><a href="/freelancer/the-reader">Me</a></header>',
  },
};

export const variedSites = Object.keys(shapes);

/** A page of one site with so many people on it. */
export function variedPage(site: string, count: number, seed: number): VariedPage {
  const shape = shapes[site];
  if (!shape) throw new Error(`no shape of ${site}`);
  const dice = diceOf(seed);
  const currency = dice.pick(['USD', 'EUR', 'INR', 'BRL']);
  const people = peopleOf(dice, count, (n) => shape.id(dice, n));
  const [order, depth, isHashed] = [dice.below(3), dice.below(4), dice.happens(0.5)];
  const attribute = () => (isHashed ? ` class="_${dice.hex(6)}"` : ' class="c"');
  const cards = people.map((person) => {
    const { account, name, text, amount, days, rating } = person;
    const href = shape.profile(account);
    const who = `<div><a href="${href}"><img alt="" src="/p.png"></a><a href="${href}">${escaped(name)}</a>${rating ? shape.rating(rating) : ''}</div>`;
    const said = text ? `<p class="t">${escaped(text)}</p>` : '';
    const cost = amount === undefined ? '' : `<b>${written(dice, amount, currency)}</b>`;
    const terms = `<div>${cost}${days ? `<span>${days} days</span>` : ''}</div>`;
    const parts = [
      [who, terms, said],
      [who, said, terms],
      [terms, who, said],
    ][order]?.join('');
    // One card in eight has a wrapper more than the others.
    const wrappers = depth + Number(dice.happens(0.125));
    const inside = '<div>'.repeat(wrappers) + parts + '</div>'.repeat(wrappers);
    return shape.card(person, inside, attribute());
  });
  const list = { tr: 'tbody', li: 'ul' }[/^<(tr|li)/.exec(cards[0] ?? '')?.[1] ?? ''] ?? 'section';
  const listed =
    list === 'tbody' ? `<table><tbody>${cards.join('')}</tbody></table>` : `<${list}>${cards.join('')}</${list}>`;
  const html = `<!DOCTYPE html><html><body>${shape.own}<main><h1>Pages for boats</h1>${listed}</main></body></html>`;
  const withRating = shape.rating(5) !== '';
  return {
    name: `${site}, ${count}`,
    url: shape.url,
    html,
    currency,
    people: withRating ? people : people.map(({ rating: _, ...person }) => person),
  };
}
