// Understands what somebody claims of themselves in a text: how long they have done the work, since when they are on
// the marketplace, where they live, what and when they studied, whether they work alone. One table of words a language
// (claims/); what is quoted, denied, said of others or of another time is no claim.

import { namesACity } from './cities.ts';
import { ClaimLanguages, type ClaimPatterns, type SentenceKind, sentenceKinds, wordsOf } from './claim-patterns.ts';
import { de } from './claims/de.ts';
import { en } from './claims/en.ts';
import { es } from './claims/es.ts';
import { fr } from './claims/fr.ts';
import { pt } from './claims/pt.ts';
import { ru } from './claims/ru.ts';
import { uk } from './claims/uk.ts';
import type { ClaimWords } from './claims/words.ts';
import type { Present } from './literal-scan.ts';
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

const patterns = new ClaimLanguages(Object.values(claimLanguages));

/** What somebody claims of themselves in a text, each with the sentence that says it, as it stands. */
export function claimsIn(text: string): Claim[] {
  const claims: Claim[] = [];
  if (!mayClaim(text.slice(0, MAX_TEXT))) return claims;
  for (const sentence of sentencesIn(text)) {
    const unquoted = withoutQuotes(sentence);
    const said = foldLetters(unquoted).replace(/\s+/g, ' ').trim();
    const present = patterns.presentIn(said);
    const languages = patterns.patternsFor(said);
    const having = (what: Parameters<ClaimPatterns['mayHave']>[0]) =>
      languages.filter((language) => language.mayHave(what, present));
    const likely = having('years').filter(({ hasYears }) => hasYears.test(said));
    const social = having('company').filter((language) => language.hasCompany(said, present));
    const employers = having('onlyEmployer');
    const of = { experience: likely, onSite: likely, lives: having('lives'), alone: social, team: social };
    for (const kind of sentenceKinds) {
      // What two languages write alike is said once.
      const claim = firstOf(of[kind], (language) => claimOf(kind, said, sentence, language, present));
      // Towns are looked up last, since few sentences say where anybody lives.
      if (claim && (kind !== 'lives' || namesACity(said))) claims.push(claim);
    }
    const school = firstOf(likely, (language) => attendance(said, unquoted, language));
    const employer = firstOf(employers, (language) => employment(said, unquoted, language));
    for (const claim of [school, employer]) if (claim) claims.push({ sentence, ...claim } as Claim);
    if (claims.length >= MAX_CLAIMS) break;
  }
  return claims.slice(0, MAX_CLAIMS);
}

/** What takes out what stands between two of these may join what stands around them. */
const QUOTES = /["“”„«]/;

/** False where no sentence of a text can claim anything: one pass over it tells that of most. */
function mayClaim(text: string): boolean {
  if (QUOTES.test(text)) return true;
  return patterns.mayClaim(patterns.presentIn(foldLetters(text)));
}

/** What is found by the first language that understands it; null where that one knows it for no claim. */
function firstOf<T>(
  languages: Iterable<ClaimPatterns>,
  find: (language: ClaimPatterns) => T | null | undefined,
): T | undefined {
  for (const language of languages) {
    const found = find(language);
    if (found !== undefined) return found ?? undefined;
  }
  return undefined;
}

/** Words of which a name is a school's. */
const SCHOOL_WORDS =
  'universit\\p{L}*|universidad|universidade|uniwersytet|college|colegio|institut\\p{L}*|academ\\p{L}*|akadem\\p{L}*|school|' +
  'escuela|escola|école|hochschule|schule|polytech\\p{L}*|polit[eé]cnic\\p{L}*|lyc[eé]\\p{L}*|gymnasium|tech|faculty|' +
  'университет\\p{L}*|институт\\p{L}*|академи\\p{L}*|колледж\\p{L}*|університет\\p{L}*|інститут\\p{L}*|академі\\p{L}*|коледж\\p{L}*';
let schoolWords: RegExp | undefined;

/** A school with the year in which somebody ended there, or with the two between which they were there. */
function attendance(said: string, sentence: string, language: ClaimPatterns): Bare | undefined {
  const years = said.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  if (years.length === 0 || years.length > 2 || language.any('others').test(said) || language.any('not').test(said))
    return undefined;
  const [from, to] = years.map(Number) as [number, number?];
  schoolWords ??= wordsOf(SCHOOL_WORDS);
  const isSchool = schoolWords;
  const school = namesIn(sentence).filter((name) => isSchool.test(foldLetters(name)));
  if (school.length !== 1) return undefined;
  if (to !== undefined)
    return language.any('study').test(said) && from < to
      ? { kind: 'studied', school: school[0] as string, from, to }
      : undefined;
  return language.any('degree').test(said) && !language.any('begun').test(said.replace(/\bfrom (?=\p{L})/u, ''))
    ? { kind: 'graduated', school: school[0] as string, year: from }
    : undefined;
}

/** The firm that somebody works for full time, and for nobody else. */
function employment(said: string, sentence: string, language: ClaimPatterns): Bare | undefined {
  if (!language.any('onlyEmployer').test(said) || language.any('others').test(said)) return undefined;
  if (language.any('notNow').test(said.replace(language.everyOnlyEmployer, ' '))) return undefined;
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

function claimOf(
  kind: SentenceKind,
  all: string,
  sentence: string,
  language: ClaimPatterns,
  present: Present,
): Claim | null | undefined {
  let isRefused = false;
  const said = all.replace(language.leadIn, '');
  for (const pattern of language.sentencesIn(kind, present)) {
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
  kind: SentenceKind,
  groups: Groups,
  language: ClaimPatterns,
  head: string,
  upTo: string,
  said: string,
): Bare | undefined {
  const not = language.any('not');
  const year = Number(groups.year);
  switch (kind) {
    case 'experience': {
      if (language.any('others').test(upTo) || not.test(head)) return undefined;
      const subject = subjectOf(groups.subject ?? '', language);
      if (groups.year !== undefined) return { kind: 'experience-since', year, subject };
      const years = yearsOf(groups, language);
      return years && { kind: 'experience', years, subject };
    }
    case 'onSite': {
      if (language.any('others').test(head) || not.test(head)) return undefined;
      if (groups.year !== undefined) return { kind: 'on-site', year };
      const years = yearsOf(groups, language);
      return years && { kind: 'on-site-years', years };
    }
    case 'lives':
      return language.any('notNow').test(said) || not.test(upTo) ? undefined : { kind, place: groups.place ?? '' };
    case 'alone':
      return language.any('notNow').test(head) ? undefined : { kind };
    case 'team':
      return language.any('past').test(said) || not.test(said) ? undefined : { kind };
  }
}

/** A number of years: "10" is 10 and a part of the next, "almost 10" the two before, "about 10" two to each side. */
function yearsOf(groups: Groups, language: ClaimPatterns): Years | undefined {
  const word = groups.n ?? '';
  const n = groups.decade === undefined ? (language.numberOf(word) ?? Number(word)) : 10;
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
function subjectOf(said: string, language: ClaimPatterns): string {
  const general = language.any('general');
  const words = said.split(' ');
  const end = words.findIndex((word) => ends.has(word));
  return words
    .slice(0, end < 0 ? words.length : end)
    .map((word) => word.replace(/(?<![./-])[./-]+$/, ''))
    .filter((word) => word !== '' && !general.test(word))
    .join(' ');
}
