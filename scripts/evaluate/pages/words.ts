// What the made pages are written with: invented people, what they write, and the words of an interface in several
// languages. Times and figures are written by Intl, as a browser would write them for a reader of that language.
import type { Random } from '../random.ts';

/** The words of an interface that a page of a marketplace has whatever its design. */
export interface Words {
  proposals: string;
  proposal: string;
  bid: string;
  delivery: string;
  submitted: string;
  rating: string;
  from: string;
  since: string;
  about: string;
  skills: string;
  reviews: string;
  languages: string;
  rate: string;
  localTime: string;
  experience: string;
  education: string;
  more: string;
  nobody: string;
  outOf: string;
  inDays(days: number): string;
}

const english: Words = {
  proposals: 'proposals',
  proposal: 'Proposal',
  bid: 'Bid',
  delivery: 'Delivery',
  submitted: 'Submitted',
  rating: 'Rating',
  from: 'From',
  since: 'Member since',
  about: 'About',
  skills: 'Skills',
  reviews: 'Reviews',
  languages: 'Languages',
  rate: 'Hourly rate',
  localTime: 'local time',
  experience: 'Experience',
  education: 'Education',
  more: 'Load more',
  nobody: 'No proposals yet',
  outOf: 'out of',
  inDays: (days) => (days === 1 ? 'in 1 day' : `in ${days} days`),
};

export const wordsIn: Readonly<Record<string, Words>> = {
  en: english,
  es: {
    proposals: 'propuestas',
    proposal: 'Propuesta',
    bid: 'Oferta',
    delivery: 'Plazo de entrega',
    submitted: 'Enviada',
    rating: 'Calificación',
    from: 'De',
    since: 'Miembro desde',
    about: 'Acerca de mí',
    skills: 'Habilidades',
    reviews: 'Reseñas',
    languages: 'Idiomas',
    rate: 'Tarifa por hora',
    localTime: 'hora local',
    experience: 'Experiencia',
    education: 'Educación',
    more: 'Cargar más',
    nobody: 'Todavía no hay propuestas',
    outOf: 'de',
    inDays: (days) => (days === 1 ? 'en 1 día' : `en ${days} días`),
  },
  pt: {
    proposals: 'propostas',
    proposal: 'Proposta',
    bid: 'Oferta',
    delivery: 'Prazo de entrega',
    submitted: 'Enviada',
    rating: 'Avaliação',
    from: 'De',
    since: 'Membro desde',
    about: 'Sobre mim',
    skills: 'Habilidades',
    reviews: 'Avaliações',
    languages: 'Idiomas',
    rate: 'Valor por hora',
    localTime: 'hora local',
    experience: 'Experiência',
    education: 'Formação acadêmica',
    more: 'Carregar mais',
    nobody: 'Ainda não há propostas',
    outOf: 'de',
    inDays: (days) => (days === 1 ? 'em 1 dia' : `em ${days} dias`),
  },
  fr: {
    proposals: 'propositions',
    proposal: 'Proposition',
    bid: 'Offre',
    delivery: 'Délai de livraison',
    submitted: 'Envoyée',
    rating: 'Note',
    from: 'De',
    since: 'Membre depuis',
    about: 'À propos',
    skills: 'Compétences',
    reviews: 'Avis',
    languages: 'Langues',
    rate: 'Tarif horaire',
    localTime: 'heure locale',
    experience: 'Expérience',
    education: 'Formation',
    more: 'Afficher plus',
    nobody: 'Aucune proposition pour le moment',
    outOf: 'sur',
    inDays: (days) => (days === 1 ? 'en 1 jour' : `en ${days} jours`),
  },
  de: {
    proposals: 'Angebote',
    proposal: 'Angebot',
    bid: 'Gebot',
    delivery: 'Lieferzeit',
    submitted: 'Eingereicht',
    rating: 'Bewertung',
    from: 'Aus',
    since: 'Mitglied seit',
    about: 'Über mich',
    skills: 'Fähigkeiten',
    reviews: 'Bewertungen',
    languages: 'Sprachen',
    rate: 'Stundensatz',
    localTime: 'Ortszeit',
    experience: 'Berufserfahrung',
    education: 'Ausbildung',
    more: 'Mehr laden',
    nobody: 'Noch keine Angebote',
    outOf: 'von',
    inDays: (days) => (days === 1 ? 'in 1 Tag' : `in ${days} Tagen`),
  },
  uk: {
    ...english,
    proposals: 'ставок',
    proposal: 'Пропозиція',
    bid: 'Ставка',
    delivery: 'Термін',
    submitted: 'Додано',
    rating: 'Рейтинг',
    from: 'Звідки',
    since: 'Зареєстрований',
    about: 'Про себе',
    skills: 'Навички',
    reviews: 'Відгуки',
    languages: 'Мови',
    rate: 'Ставка за годину',
    localTime: 'місцевий час',
    experience: 'Досвід роботи',
    education: 'Освіта',
    more: 'Показати ще',
    nobody: 'Ще немає ставок',
    outOf: 'з',
    inDays: (days) => `${days} ${days === 1 ? 'день' : days < 5 ? 'дні' : 'днів'}`,
  },
};

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const firstNames = [
  'Orsolya',
  'Bartek',
  'Ngozi',
  'Ruairí',
  'Saga',
  'Ximena',
  'Dinara',
  'Kofi',
  'Leontine',
  'Mateja',
  'Anwar',
  'Thiago',
];
const lastNames = [
  'Halvard',
  'Quispe',
  'Brandl',
  'Okoro',
  'Lindqvist',
  'Teixeira',
  'Moravec',
  'Sørby',
  'Abeysinghe',
  'Feher',
  'O’Dwyer',
  'de la Vega',
];

/** A name as one marketplace or another shows it: whole, shortened, of a firm, or a bare account. */
export function personName(dice: Random, taken: Set<string> = new Set()): string {
  for (;;) {
    const name = someName(dice);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function someName(dice: Random): string {
  const [first, last] = [dice.pick(firstNames), dice.pick(lastNames)];
  return dice.pick([`${first} ${last}`, `${first} ${last}`, `${first} ${last[0]}.`, `${first} & ${last} Studio`]);
}

export const places = [
  { city: 'Porto', country: 'Portugal', code: 'PT' },
  { city: 'Kraków', country: 'Poland', code: 'PL' },
  { city: 'Nairobi', country: 'Kenya', code: 'KE' },
  { city: 'Mendoza', country: 'Argentina', code: 'AR' },
  { city: 'Pune', country: 'India', code: 'IN' },
  { city: 'Cebu City', country: 'Philippines', code: 'PH' },
  { city: 'Tampere', country: 'Finland', code: 'FI' },
  { city: 'Lviv', country: 'Ukraine', code: 'UA' },
] as const;

export const skillNames = [
  'Letterpress',
  'Kiln building',
  'Seed catalogues',
  'WordPress',
  'Map drawing',
  'Data Entry',
  'C++',
  'Choir scores',
];

const openings = [
  'Hello,',
  'Good evening.',
  'I have read your post twice.',
  'Dear printers,',
  'Your list of orchards interests me.',
];
const middles = [
  'I kept the books of a mill for nine years and would begin with what the mill calls its own barrels.',
  'The part that takes longest is the drawing of the wards, so I would do it first and show it to you on paper.',
  'You ask for something that opens without a connection; I would leave out everything that needs one.',
  'Eu faria primeiro a parte das encomendas, porque é dela que tudo depende.',
  'Primero haría el inventario de los huertos y después el mapa con sus caminos.',
  'Each label is printed twice in your sample, and I think I know why.',
];
const traps = [
  'A job like it took me 12 days and cost $340 there.',
  'My last client gave me 5 stars and 100% of the work was on time.',
  'I began with this 3 years ago in Lisbon, Portugal.',
  'For 1.200,00 € a year I would also look after it.',
];
/** What somebody in a hurry writes: figures that are no terms of the offer. */
const shortTexts = [
  'I can do it in 4 days for $150.',
  'Did the same 2 years ago, ask me.',
  'Hi',
  'Free at 14:30 today, write me!',
  '$90 is my last word on it!',
];

/** An offer's words: most are long, with figures in them that are no terms; one in eight is short. */
export function letter(dice: Random): string {
  if (dice() < 0.125) return dice.pick(shortTexts).replace(/\d+/, (figure) => `${Number(figure) + dice.int(0, 9)}`);
  const parts = [
    dice.pick(openings),
    dice.pick(middles),
    ...(dice() < 0.3 ? [dice.pick(traps)] : []),
    dice.pick(middles),
  ];
  return `${parts.join(' ')} (${dice.int(1000, 9999)})`;
}

const praises = [
  'Drew the wards just as the old book has them, and explained what could not be read.',
  'The catalogue came a day early and every seed had its right name.',
  'Good work; the second half needed one more round but then it was right.',
  'Se nota que conoce el oficio, volveré a trabajar con ella.',
  'Was asked for a map and made one that the whole village now uses.',
  'Nice',
];

/** What somebody says of work that was done. */
export const praise = (dice: Random): string =>
  `${dice.pick(praises)}${dice() < 0.5 ? ` Order ${dice.int(100, 999)}.` : ''}`;

/** What somebody calls their work: nearly everybody in words of their own. */
export const headline = (dice: Random): string =>
  `${dice.pick(['Map drawer', 'Bookkeeper', 'WordPress & print', 'Translator', 'Kiln builder', 'Choir scores', 'Diseño de mapas'])}${dice.pick([' for ', ', ', ' | '])}${dice.pick(['small towns', 'mills and presses', 'Portuguese to Polish', 'orchards', 'old archives', 'museos y archivos', 'libraries'])}${dice.pick(['', ' and more', ' since 2012', ', by hand', ' 24/7'])}`;

export const about = (dice: Random): string =>
  `${dice.pick(middles)} ${dice.pick(['I work alone and answer in the evening.', 'We are two and share one desk.', 'Since 2009 I have done little else.'])} ${dice.pick(middles)}`;

const DAY = 86_400_000;
const units: [unit: Intl.RelativeTimeFormatUnit, ms: number, most: number][] = [
  ['minute', 60_000, 59],
  ['hour', 3_600_000, 23],
  ['day', DAY, 6],
  ['week', 7 * DAY, 4],
  ['month', 30 * DAY, 11],
];

/** A time as a page shows it, and how wide what it says is at most. */
export interface WrittenTime {
  words: string;
  at: number;
  width: number;
}

/** "2 dni temu": some time ago, in the language's own words. */
export function timeAgo(dice: Random, now: number, language: string, farthest = 5): WrittenTime {
  const [unit, ms, most] = dice.pick(units.slice(0, farthest));
  const n = dice.int(1, most);
  const words = new Intl.RelativeTimeFormat(language).format(-n, unit);
  return { words, at: now - n * ms, width: 2 * ms + 2 * DAY };
}

/** A day, with or without its year; without it is the last such day. */
export function dayOf(dice: Random, now: number, language: string): WrittenTime {
  const at = Math.floor((now - dice.int(2, 300) * DAY) / DAY) * DAY + DAY / 2;
  const year = dice() < 0.75 ? ({ year: 'numeric' } as const) : {};
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
    day: 'numeric',
    month: dice.pick(['short', 'long']),
    ...year,
    timeZone: 'UTC',
  }).format(at);
  return { words, at, width: 3 * DAY };
}

/** A month of membership, as profiles have it. */
export function monthOf(dice: Random, now: number, language: string): WrittenTime {
  const at = now - dice.int(100, 3_500) * DAY;
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
  return { words, at, width: 32 * DAY };
}
