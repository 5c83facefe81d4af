// Understands what somebody claims of themselves in a text: how long they have done the work, since when they are on
// the marketplace, where they live, what and when they studied, whether they work alone. One table of words a language
// (claims/); what is quoted, denied, said of others or of another time is no claim.

import { namesACity } from './cities.ts';
import { de } from './claims/de.ts';
import { en } from './claims/en.ts';
import { es } from './claims/es.ts';
import { fr } from './claims/fr.ts';
import { pt } from './claims/pt.ts';
import { ru } from './claims/ru.ts';
import { uk } from './claims/uk.ts';
import type { ClaimWords } from './claims/words.ts';
import { foldLetters } from './spelling.ts';

/** The languages whose claims are understood. */
export const claimLanguages: Readonly<Record<string, ClaimWords>> = { en, es, pt, ru, uk, de, fr };

/** How many years: at least so many, and fewer than `below` where that is said. */
export interface Years {
  least: number;
  below?: number;
}

export type Claim = { sentence: string } & (
  | { kind: 'experience'; years: Years; subject: string }
  | { kind: 'experience-since'; year: number; subject: string }
  | { kind: 'on-site'; year: number }
  | { kind: 'on-site-years'; years: Years }
  | { kind: 'graduated'; school: string; year: number }
  | { kind: 'studied'; school: string; from: number; to: number }
  | { kind: 'lives'; place: string }
  | { kind: 'alone' }
  | { kind: 'team' }
  | { kind: 'employed'; employer: string }
);

/** Text and sentences that are looked at, in UTF-16 code units. */
const MAX_TEXT = 20_000;
const MAX_SENTENCE = 400;
/** Claims taken from one text. */
const MAX_CLAIMS = 40;

const kinds = ['experience', 'onSite', 'lives', 'alone', 'team'] as const;
type Sentences = (typeof kinds)[number];

interface Compiled {
  words: ClaimWords;
  /** A sentence without years claims nothing of the kinds that are about them. */
  hasYears: RegExp;
  /** All sentences that say that somebody works alone, or with others, as one. */
  company: RegExp;
  patterns: Readonly<Record<Sentences, readonly RegExp[]>>;
  numbers: ReadonlyMap<string, number>;
  general: RegExp;
  others: RegExp;
  notNow: RegExp;
  not: RegExp;
  degree: RegExp;
  begun: RegExp;
  study: RegExp;
  onlyEmployer: RegExp;
  /** The same, of which all are found. */
  everyOnlyEmployer: RegExp;
  past: RegExp;
  leadIn: RegExp;
}

const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';

/** Folds the words of a pattern and leaves classes of letters as they are. */
const folded = (pattern: string) =>
  pattern
    .split(/(\\p\{[LN]\})/)
    .map((piece, i) => (i % 2 === 0 ? foldLetters(piece) : piece))
    .join('');
const wordsOf = (list: string) => new RegExp(`${before}(?:${folded(list)})${after}`, 'u');

function compile(words: ClaimWords): Compiled {
  const numbers = new Map(Object.entries(words.numbers).map(([word, value]) => [foldLetters(word), value]));
  const number = `\\d{1,2}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')}`;
  const { atLeast, almost, about } = words.hedges;
  const hedge = `(?:(?<atLeast>${folded(atLeast)})|(?<almost>${folded(almost)})|(?<about>${folded(about)}))`;
  const years =
    `(?:${hedge}\\s)?(?:(?<n>${number})(?<plus>\\s?\\+)?[ -]?(?:${folded(words.years)})|(?<decade>${folded(words.decade)}))` +
    `(?<!\\p{L}\\p{N})`;
  const word = '[\\p{L}\\p{N}][\\p{L}\\p{N}+#./-]*';
  const places: Record<string, string> = {
    years,
    year: '(?<year>(?:19|20)\\d\\d)',
    count: `(?:\\d{1,3}|${number})`,
    place: '(?<place>[^,.;:()]{2,60})',
  };
  const sentence = (pattern: string) => {
    // Where more words follow, what the experience is of ends as soon as these can begin.
    const subject = (isLast: boolean) => `(?<subject>${word}(?: ${word}){0,3}${isLast ? '' : '?'})`;
    const written = folded(pattern)
      .replace(/\{subject\}(?=\)?\??\$?$)/, subject(true))
      .replaceAll('{subject}', subject(false))
      .replace(/\{(\w+)\}/g, (all, name: string) => places[name] ?? all);
    return new RegExp(`${/^\^/.test(pattern) ? '' : before}(?:${written})${after}`, 'u');
  };
  return {
    words,
    hasYears: new RegExp(
      `(?:19|20)\\d\\d|(?:\\d|${number})[ +-]{0,3}(?:${folded(words.years)})|${folded(words.decade)}`,
      'u',
    ),
    company: new RegExp([...words.alone, ...words.team].map((pattern) => sentence(pattern).source).join('|'), 'u'),
    patterns: Object.fromEntries(kinds.map((kind) => [kind, words[kind].map(sentence)])) as Record<Sentences, RegExp[]>,
    numbers,
    general: wordsOf(words.general),
    others: wordsOf(words.others),
    notNow: wordsOf(words.notNow),
    degree: wordsOf(words.degree),
    begun: wordsOf(words.begun),
    study: wordsOf(words.study),
    onlyEmployer: wordsOf(words.onlyEmployer),
    everyOnlyEmployer: new RegExp(wordsOf(words.onlyEmployer), 'gu'),
    past: wordsOf(words.past),
    leadIn: new RegExp(`^(?:${folded(words.leadIn)})[^:,–—]{0,60}[:,–—]\\s*`, 'u'),
    not: new RegExp(`${before}(?:${folded(words.not)})${after}|n['’]t${after}`, 'u'),
  };
}

let compiled: readonly Compiled[] | undefined;
/** What must stand in a sentence for it to be looked at in any of the languages: most sentences have none of it. */
let any: { years: RegExp; company: RegExp; onlyEmployer: RegExp } | undefined;

/** The patterns of all languages as one, with what they begin and end with written once. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  const alternatives = patterns.flatMap(({ source }) =>
    source.split(`|${before}(?:`).map((one, i) => (i === 0 ? one : `${before}(?:${one}`)),
  );
  const [inside, others] = [[], []] as [string[], string[]];
  for (const one of alternatives) {
    if (one.startsWith(before) && one.endsWith(after)) inside.push(one.slice(before.length, -after.length));
    else others.push(one);
  }
  const all = [...(inside.length > 0 ? [`${before}(?:${inside.join('|')})${after}`] : []), ...others].join('|');
  return new RegExp(all.replace(/\(\?<(?![=!])\w+>/g, '(?:'), 'u');
}

/** What somebody claims of themselves in a text, each with the sentence that says it, as it stands. */
export function claimsIn(text: string): Claim[] {
  compiled ??= Object.values(claimLanguages).map(compile);
  any ??= {
    years: anyOf(compiled.map(({ hasYears }) => hasYears)),
    company: anyOf(compiled.map(({ company }) => company)),
    onlyEmployer: anyOf(compiled.map(({ onlyEmployer }) => onlyEmployer)),
  };
  const claims: Claim[] = [];
  for (const sentence of sentencesIn(text)) {
    const unquoted = withoutQuotes(sentence);
    const said = foldLetters(unquoted).replace(/\s+/g, ' ').trim();
    const likely = any.years.test(said) ? compiled.filter(({ hasYears }) => hasYears.test(said)) : [];
    const social = any.company.test(said) ? compiled.filter(({ company }) => company.test(said)) : [];
    const employers = any.onlyEmployer.test(said) ? compiled : [];
    const of = {
      experience: likely,
      onSite: likely,
      lives: namesACity(said) ? compiled : [],
      alone: social,
      team: social,
    };
    for (const kind of kinds) {
      // What two languages write alike is said once.
      const claim = firstOf(of[kind], (language) => claimOf(kind, said, sentence, language));
      if (claim) claims.push(claim);
    }
    const school = firstOf(likely, (language) => attendance(said, unquoted, language));
    const employer = firstOf(employers, (language) => employment(said, unquoted, language));
    for (const claim of [school, employer]) if (claim) claims.push({ sentence, ...claim } as Claim);
    if (claims.length >= MAX_CLAIMS) break;
  }
  return claims.slice(0, MAX_CLAIMS);
}

/** What is found by the first language that understands it; null where that one knows it for no claim. */
function firstOf<T>(languages: Iterable<Compiled>, find: (language: Compiled) => T | null | undefined): T | undefined {
  for (const language of languages) {
    const found = find(language);
    if (found !== undefined) return found ?? undefined;
  }
  return undefined;
}

/** Words of which a name is a school's. */
const schoolWords = wordsOf(
  'universit\\p{L}*|universidad|universidade|uniwersytet|college|colegio|institut\\p{L}*|academ\\p{L}*|akadem\\p{L}*|school|' +
    'escuela|escola|école|hochschule|schule|polytech\\p{L}*|polit[eé]cnic\\p{L}*|lyc[eé]\\p{L}*|gymnasium|tech|faculty|' +
    'университет\\p{L}*|институт\\p{L}*|академи\\p{L}*|колледж\\p{L}*|університет\\p{L}*|інститут\\p{L}*|академі\\p{L}*|коледж\\p{L}*',
);

/** A school with the year in which somebody ended there, or with the two between which they were there. */
function attendance(said: string, sentence: string, { degree, begun, study, others, not }: Compiled): Bare | undefined {
  const years = said.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  if (years.length === 0 || years.length > 2 || others.test(said) || not.test(said)) return undefined;
  const [from, to] = years.map(Number) as [number, number?];
  const school = namesIn(sentence).filter((name) => schoolWords.test(foldLetters(name)));
  if (school.length !== 1) return undefined;
  if (to !== undefined)
    return study.test(said) && from < to ? { kind: 'studied', school: school[0] as string, from, to } : undefined;
  return degree.test(said) && !begun.test(said.replace(/\bfrom (?=\p{L})/u, ''))
    ? { kind: 'graduated', school: school[0] as string, year: from }
    : undefined;
}

/** The firm that somebody works for full time, and for nobody else. */
function employment(
  said: string,
  sentence: string,
  { onlyEmployer, everyOnlyEmployer, others, notNow }: Compiled,
): Bare | undefined {
  if (!onlyEmployer.test(said) || others.test(said) || notNow.test(said.replace(everyOnlyEmployer, ' ')))
    return undefined;
  const names = namesIn(sentence);
  return names.length === 1 ? { kind: 'employed', employer: names[0] as string } : undefined;
}

/** Words that begin with a capital only because they begin a sentence, in any of the languages. */
const openers = new Set(
  (
    'i my since from in at the for currently now presently today full as we a an by after with only all nobody no this it ' +
    'yo mi desde de en el la actualmente hoy trabajo estudie me eu meu minha na no atualmente hoje trabalho estudei ' +
    'я мой моя с в на сейчас работаю учился училась окончил окончила мій моя з у зараз працюю навчався навчалася ' +
    'ich mein meine seit von an bei der die das derzeit zurzeit je mon ma depuis a au actuellement j'
  ).split(' '),
);

/** Names in a sentence: words with a capital in a row, with small words between them ("University of Porto"). */
function namesIn(sentence: string): string[] {
  const names =
    sentence.match(
      /\p{Lu}[\p{L}\p{N}’'&.-]*(?:\s(?:(?:of|de|da|do|del|di|der|für|and|&|y|e|і|и|the|la)\s){0,2}\p{Lu}[\p{L}\p{N}’'&.-]*){0,7}/gu,
    ) ?? [];
  return names.flatMap((name) => {
    const words = name.split(' ');
    const from = words.findIndex((word) => !openers.has(foldLetters(word).replace(/[’'].*$/, '')));
    return from < 0 ? [] : [words.slice(from).join(' ')];
  });
}

function sentencesIn(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .replace(/[^\S\n\r]+/g, ' ')
    .split(/(?<=[.!?…。]) |[\n\r•;]+/u)
    .map((sentence) => sentence.slice(0, MAX_SENTENCE).trim())
    .filter((sentence) => sentence !== '');
}

/** Without what is quoted, and without the sign at the end. */
function withoutQuotes(sentence: string): string {
  const unquoted = sentence.replace(/["“”„«][^"“”„«»]{0,300}["“”»]/gu, ' ');
  let end = unquoted.length;
  while (end > 0 && /[.!?…。\s]/.test(unquoted[end - 1] as string)) end--;
  return unquoted.slice(0, end);
}

function claimOf(kind: Sentences, all: string, sentence: string, language: Compiled): Claim | null | undefined {
  let isRefused = false;
  const said = all.replace(language.leadIn, '');
  for (const pattern of language.patterns[kind]) {
    const match = pattern.exec(said);
    if (!match) continue;
    // Who says "I" speaks of themselves, whatever stands in the clause before: "As you asked: I do …".
    const from = firstPerson.test(match[0])
      ? Math.max(...[':', ',', '–', '—'].map((sign) => clauseStart(said, match, sign)))
      : 0;
    const head = said.slice(from, match.index);
    const upTo = said.slice(from, match.index + match[0].length);
    const claim = understood(kind, match.groups ?? {}, language, head, upTo, said);
    if (claim) return { sentence, ...claim } as Claim;
    isRefused = true;
  }
  return isRefused ? null : undefined;
}

/** Beginnings of sentences about oneself, in any of the languages. */
const firstPerson =
  /^(?:i(?=[ '’])|my |yo |tengo |trabajo |llevo |hago |me |eu |tenho |trabalho |faco |я |мои |моя |у меня |ich |mein|je |j['’]|mon )/u;

/** Where the clause that a match stands in begins, by one sign. */
function clauseStart(said: string, { index }: RegExpExecArray, sign: string): number {
  return index === 0 ? 0 : said.lastIndexOf(sign, index - 1) + 1;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Bare = { [K in Claim['kind']]: Omit<Extract<Claim, { kind: K }>, 'sentence'> }[Claim['kind']];

function understood(
  kind: Sentences,
  groups: Groups,
  language: Compiled,
  head: string,
  upTo: string,
  said: string,
): Bare | undefined {
  const { others, notNow, not, past } = language;
  const year = Number(groups.year);
  switch (kind) {
    case 'experience': {
      if (others.test(upTo) || not.test(head)) return undefined;
      const subject = subjectOf(groups.subject ?? '', language);
      if (groups.year !== undefined) return { kind: 'experience-since', year, subject };
      const years = yearsOf(groups, language);
      return years && { kind: 'experience', years, subject };
    }
    case 'onSite': {
      if (others.test(head) || not.test(head)) return undefined;
      if (groups.year !== undefined) return { kind: 'on-site', year };
      const years = yearsOf(groups, language);
      return years && { kind: 'on-site-years', years };
    }
    case 'lives':
      return notNow.test(said) || not.test(upTo) ? undefined : { kind, place: groups.place ?? '' };
    case 'alone':
      return notNow.test(head) ? undefined : { kind };
    case 'team':
      return past.test(said) || not.test(said) ? undefined : { kind };
  }
}

/** A number of years: "10" is 10 and a part of the next, "almost 10" the two before, "about 10" two to each side. */
function yearsOf(groups: Groups, { numbers }: Compiled): Years | undefined {
  const word = groups.n ?? '';
  const n = groups.decade === undefined ? (numbers.get(word) ?? Number(word)) : 10;
  if (!(n >= 1 && n <= 60)) return undefined;
  if (groups.atLeast !== undefined || groups.plus !== undefined) return { least: n };
  if (groups.almost !== undefined) return { least: Math.max(0, n - 2), below: n + 0.5 };
  if (groups.about !== undefined || groups.decade !== undefined) return { least: Math.max(0, n - 2), below: n + 3 };
  return { least: n, below: n + 1 };
}

/** Words at which what the experience is of ends, in any of the languages. */
const ends = new Set(
  'and or for at who which that from since by so but now already y e o u para por und oder fur et ou pour и или в для с та і або'.split(
    ' ',
  ),
);

/** What the experience is of, in folded words; empty where it is of the work as a whole. */
function subjectOf(said: string, { general }: Compiled): string {
  const words = said.split(' ');
  const end = words.findIndex((word) => ends.has(word));
  return words
    .slice(0, end < 0 ? words.length : end)
    .map((word) => word.replace(/(?<![./-])[./-]+$/, ''))
    .filter((word) => word !== '' && !general.test(word))
    .join(' ');
}
