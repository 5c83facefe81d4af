// What of an account's own statements cannot be true together. Times are intervals, and only what is sure counts:
// who said ten years in March and nine in June began at two times, who said eight and then nine did not.
import type { Profile } from '../../model/observation.ts';
import { DAY_MS, readInterval } from '../../model/time.ts';
import { countriesOfCity } from '../../statements/cities.ts';
import type { Claim } from '../../statements/claims.ts';
import { mayBeOneOrganisation } from '../../statements/organisations.ts';
import { foldLetters } from '../../statements/spelling.ts';
import { shorten } from '../../text/shorten.ts';
import { lookalikeMail } from './lookalike-mail.ts';
import type { Account, Source, Statement, Where } from './sources.ts';

export type Topic =
  | 'years'
  | 'work'
  | 'school'
  | 'graduation'
  | 'schoolYears'
  | 'place'
  | 'member'
  | 'alone'
  | 'employer'
  | 'mail';

/** One side of a conflict: somebody's own words, or what a field of the profile holds. */
export interface Side {
  words: string;
  where: Where | 'field';
  /** When it was said or seen, ISO 8601. */
  at: string;
}

export interface Conflict {
  topic: Topic;
  one: Side;
  other: Side;
  /** How far apart the two are, in years, where that says something. */
  years?: number;
}

type Place = NonNullable<Profile['location']>;

const YEAR_MS = 365.25 * DAY_MS;
/** Professional years lie so long before the first job of all, or nothing is said. */
const MIN_BEFORE_JOB_MS = 3 * YEAR_MS;
/** Dates of school and of membership that lie nearer are slips. */
const MIN_DATES_MS = 1.5 * YEAR_MS;
/** A job begins so long before school ends. */
const MIN_BEFORE_END_MS = 2 * YEAR_MS;
/** Who works alone in one text and with others in another a year later has grown. */
const MAX_ALONE_MS = YEAR_MS;
/** Longest quotation, in UTF-16 code units. */
const MAX_WORDS = 240;

/** The conflicts among what an account says, at most one of each topic: the plainest. */
export function conflictsOf(account: Account): Conflict[] {
  const { history, statements } = account;
  const profile = history?.profile;
  const seenAt = history?.lastSeenAt ?? '';
  const found = [
    yearsApart(statements, profile),
    aloneAndMany(statements),
    ...(profile && history
      ? [
          workBeforeWork(statements, profile, seenAt),
          schoolNotListed(statements, profile, seenAt),
          otherGraduation(statements, profile, seenAt),
          workBeforeSchoolEnds(profile, seenAt),
          livesElsewhere(account, profile, seenAt),
          memberBefore(statements, profile, seenAt),
          otherEmployer(statements, profile, seenAt),
          mailConflict(account, profile, seenAt),
        ]
      : []),
  ];
  return found.flatMap((conflict) => conflict ?? []);
}

/** When somebody began, by what they say: not before `from`, not after `to`. */
interface Beginning {
  from: number;
  to: number;
  subject: string;
  statement: Statement;
}

function beginningOf(statement: Statement, profile: Profile | undefined): Beginning[] {
  const { claim, source } = statement;
  if (claim.kind !== 'experience-since' && claim.kind !== 'experience') return [];
  const subject = isProfession(claim.subject, profile) ? '' : claim.subject;
  if (claim.kind === 'experience-since') {
    const [from, to] = [Date.UTC(claim.year, 0, 1), Date.UTC(claim.year + 1, 0, 1)];
    return [{ from: from - YEAR_MS, to, subject, statement }];
  }
  const { least, below } = claim.years;
  const from = below === undefined ? Number.NEGATIVE_INFINITY : source.from - below * YEAR_MS;
  return [{ from, to: source.to - least * YEAR_MS, subject, statement }];
}

/** True when experience of this is experience of the work that the profile offers: an editor's of editing films. */
function isProfession(subject: string, profile: Profile | undefined): boolean {
  const title = foldLetters(profile?.headline ?? '');
  return subject !== '' && title !== '' && subject.split(' ').every((word) => title.includes(word));
}

/** Fewer years than were said before, or many more than have passed since. */
function yearsApart(statements: readonly Statement[], profile: Profile | undefined): Conflict | undefined {
  const beginnings = statements.flatMap((statement) => beginningOf(statement, profile));
  let plainest: Conflict | undefined;
  for (const early of beginnings) {
    for (const late of beginnings) {
      if (early.to > late.from || early.subject !== late.subject) continue;
      if (early.statement.source.text === late.statement.source.text) continue;
      const years = Math.max(1, Math.round((late.from - early.to) / YEAR_MS) + 1);
      if (plainest && (plainest.years ?? 0) >= years) continue;
      plainest = { topic: 'years', one: quoted(early.statement), other: quoted(late.statement), years };
    }
  }
  return plainest;
}

/** Titles of a first job, student's work, and of nobody's first. */
const beginners =
  /\b(?:junior|trainee|intern|apprentice|becario|practicante|estagi[aá]ri[oa]|aprendiz|azubi|praktikant(?:in)?|stagiaire|apprenti)\b|стаж[её]р|младший|молодший|стажист/iu;
const students =
  /\b(?:student|working student|part[- ]time|tutor|teaching assistant|werkstudent(?:in)?|estudiante|becario|estudante|[eé]tudiante?)\b|студент/iu;
const seniors =
  /\b(?:senior|lead|leader|head|chief|director|principal|cto|ceo|cfo|vp|jefe|jefa|gerente|leiter(?:in)?|chef|responsable|diretor|diretora)\b|старший|главный|головний|ведущий|провідний|директор|руководитель|керівник/iu;
const secondary =
  /\b(?:secondary|high school|grammar school|gymnasium|lyceum|lyc[eé]e|school leaving|abitur|bachillerato|instituto de (?:ense[nñ]anza )?secundaria|ensino m[eé]dio|liceo|liceum|matura|realschule|baccalaur[eé]at)\b|средняя|школа|лицей|гимназия|середня|ліцей|гімназія|аттестат|атестат/iu;
const fullTime =
  /\b(?:full[- ]?time|tiempo completo|jornada completa|tempo integral|vollzeit|temps plein|plein temps)\b|полный (?:рабочий )?день|повний (?:робочий )?день/iu;

interface Dated {
  name: string;
  what: string;
  from?: number;
  fromEnd?: number;
  to?: number;
  toEnd?: number;
  isOpen: boolean;
}

function dated(name: string, what = '', from = '', to = ''): Dated {
  const [begin, end] = [readInterval(from), readInterval(to)];
  return {
    name,
    what,
    isOpen: to === '' || !end,
    ...(begin && { from: begin.from, fromEnd: begin.to }),
    ...(end && { to: end.from, toEnd: end.to }),
  };
}

const jobsIn = ({ employment = [] }: Profile) =>
  employment.map((job) => dated(job.employer, job.title, job.from, job.to));
const schoolsIn = ({ education = [] }: Profile) =>
  education.map((one) => dated(one.school, one.degree, one.from, one.to));

/** More years of work than have passed since the first job, which is a beginner's, or since the first school began. */
function workBeforeWork(statements: readonly Statement[], profile: Profile, seenAt: string): Conflict | undefined {
  const jobs = jobsIn(profile);
  if (jobs.length === 0 || jobs.some(({ from }) => from === undefined)) return undefined;
  const first = jobs.reduce((a, b) => ((b.from as number) < (a.from as number) ? b : a));
  const schools = schoolsIn(profile).flatMap(({ from }) => from ?? []);
  const firstSchool = schools.length > 0 ? Math.min(...schools) : undefined;
  const isBeginner = beginners.test(first.what);
  for (const { to, statement } of statements.flatMap((said) => beginningOf(said, profile))) {
    const beforeJob = (first.from as number) - to;
    if (beforeJob < MIN_BEFORE_JOB_MS) continue;
    const isBeforeSchool = firstSchool !== undefined && firstSchool - to >= MIN_BEFORE_JOB_MS;
    if (!isBeginner && !isBeforeSchool) continue;
    return {
      topic: 'work',
      one: quoted(statement),
      other: field(entry(first), seenAt),
      years: Math.round(beforeJob / YEAR_MS),
    };
  }
  return undefined;
}

/** A school in a text that the list does not have, in years that the list gives to another. */
function schoolNotListed(statements: readonly Statement[], profile: Profile, seenAt: string): Conflict | undefined {
  const schools = schoolsIn(profile);
  for (const statement of statements) {
    const { claim } = statement;
    if (claim.kind !== 'studied' || schools.some(({ name }) => mayBeOneOrganisation(name, claim.school))) continue;
    const [from, to] = [Date.UTC(claim.from, 11, 31), Date.UTC(claim.to, 0, 1)];
    const other = schools.find(
      (school) => Math.min(to, school.to ?? Number.NaN) - Math.max(from, school.fromEnd ?? Number.NaN) >= YEAR_MS,
    );
    if (other) return { topic: 'school', one: quoted(statement), other: field(entry(other), seenAt) };
  }
  return undefined;
}

/** A year of graduation that is not the one that the list gives for the same school. */
function otherGraduation(statements: readonly Statement[], profile: Profile, seenAt: string): Conflict | undefined {
  for (const statement of statements) {
    const { claim } = statement;
    if (claim.kind !== 'graduated') continue;
    const [from, to] = [Date.UTC(claim.year, 0, 1), Date.UTC(claim.year + 1, 0, 1)];
    const listed = schoolsIn(profile).filter(
      ({ name, to }) => to !== undefined && mayBeOneOrganisation(name, claim.school),
    );
    const isFar = (school: Dated) =>
      (school.to as number) - to > MIN_DATES_MS || from - (school.toEnd as number) > MIN_DATES_MS;
    const [first] = listed;
    if (first && listed.every(isFar))
      return { topic: 'graduation', one: quoted(statement), other: field(entry(first), seenAt) };
  }
  return undefined;
}

/** A senior's job that began long before the only school ended, and after it had begun. */
function workBeforeSchoolEnds(profile: Profile, seenAt: string): Conflict | undefined {
  const schools = schoolsIn(profile).filter(({ to }) => to !== undefined);
  if (schools.length === 0) return undefined;
  const first = schools.reduce((a, b) => ((b.to as number) < (a.to as number) ? b : a));
  const isSecondary = secondary.test(`${first.name}\n${first.what}`);
  for (const job of jobsIn(profile)) {
    if (job.fromEnd === undefined || students.test(job.what) || !(seniors.test(job.what) || fullTime.test(job.what)))
      continue;
    if ((first.to as number) - job.fromEnd < MIN_BEFORE_END_MS) continue;
    // Grown people study beside their work; who began to study while at work is one.
    const isWithin = first.from !== undefined && (job.from as number) > first.from;
    if (!isSecondary && !isWithin) continue;
    return { topic: 'schoolYears', one: field(entry(job), seenAt), other: field(entry(first), seenAt) };
  }
  return undefined;
}

/** A town of another country than every one that the profile named as theirs. */
function livesElsewhere({ history, statements }: Account, profile: Profile, seenAt: string): Conflict | undefined {
  const places = (history?.values.get('location') ?? []).map(({ value }) => value as Place);
  const stated = new Set(places.flatMap(({ country }) => country ?? []));
  const { city = '', country } = profile.location ?? {};
  if (stated.size === 0 || country === undefined) return undefined;
  for (const statement of statements) {
    const { claim } = statement;
    if (claim.kind !== 'lives') continue;
    const countries = countriesOfCity(claim.place);
    if (countries.size === 0 || [...countries].some((one) => stated.has(one))) continue;
    const words = [city, country].filter((part) => part !== '').join(', ');
    return { topic: 'place', one: quoted(statement), other: field(words, seenAt) };
  }
  return undefined;
}

/** Years on the marketplace before the account was there. */
function memberBefore(
  statements: readonly Statement[],
  { memberSince = '' }: Profile,
  seenAt: string,
): Conflict | undefined {
  const since = readInterval(memberSince);
  if (!since) return undefined;
  for (const statement of statements) {
    const claimed = onSiteSince(statement);
    if (claimed === undefined || since.from - claimed < MIN_DATES_MS) continue;
    return { topic: 'member', one: quoted(statement), other: field(memberSince, seenAt) };
  }
  return undefined;
}

/** When at the latest somebody was on the marketplace, by what they say. */
function onSiteSince({ claim, source }: Statement): number | undefined {
  if (claim.kind === 'on-site') return Date.UTC(claim.year + 1, 0, 1);
  return claim.kind === 'on-site-years' ? source.to - claim.years.least * YEAR_MS : undefined;
}

function aloneAndMany(statements: readonly Statement[]): Conflict | undefined {
  const of = (kind: Claim['kind']) => statements.filter(({ claim }) => claim.kind === kind);
  for (const alone of of('alone')) {
    for (const team of of('team')) {
      if (alone.source.text === team.source.text) continue;
      if (Math.abs(alone.source.to - team.source.to) > MAX_ALONE_MS) continue;
      return { topic: 'alone', one: quoted(alone), other: quoted(team) };
    }
  }
  return undefined;
}

/** Full time for one employer and nobody else, and full time for another on the list, still. */
function otherEmployer(statements: readonly Statement[], profile: Profile, seenAt: string): Conflict | undefined {
  const present = jobsIn(profile).filter(({ isOpen }) => isOpen);
  for (const statement of statements) {
    const { claim } = statement;
    if (claim.kind !== 'employed' || present.some(({ name }) => mayBeOneOrganisation(name, claim.employer))) continue;
    const other = present.find(({ what }) => fullTime.test(what));
    if (other) return { topic: 'employer', one: quoted(statement), other: field(entry(other), seenAt) };
  }
  return undefined;
}

function mailConflict({ texts }: Account, profile: Profile, seenAt: string): Conflict | undefined {
  const pair = lookalikeMail(profile, texts);
  return pair && { topic: 'mail', one: field(pair.mail, seenAt), other: field(pair.employer, seenAt) };
}

function quoted({ claim, source }: Statement): Side {
  return { words: shorten(claim.sentence, MAX_WORDS), where: source.where, at: writtenAt(source) };
}

function writtenAt({ where, to, firstSeenAt }: Source): string {
  return where === 'profile' ? firstSeenAt : new Date(to).toISOString();
}

const field = (words: string, at: string): Side => ({ words: shorten(words, MAX_WORDS), where: 'field', at });

function entry({ name, what, from, to, isOpen }: Dated): string {
  const year = (moment: number | undefined) => (moment === undefined ? '' : String(new Date(moment).getUTCFullYear()));
  const years = from === undefined && to === undefined ? '' : `${year(from)}–${isOpen ? '' : year(to)}`;
  return [name, what, years].filter((part) => part !== '').join(', ');
}
