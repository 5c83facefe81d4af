// The parts of a profile: facts beside their labels, and sections under their headings, in the words of several languages.
import { collapseSpaces } from '../model/beginning.ts';
import { ELEMENT_GAP, type Entry, type Item, type Value } from './reading.ts';

/** What profiles call their facts. A label is the whole of an element's words, or stands before its value. */
const factLabels: Readonly<Record<string, RegExp>> = {
  country:
    /^(?:from|location|country|lives in|based in|de|país|ubicación|localização|localidade|aus|standort|land|pays|lieu|localisation|звідки|країна|страна|откуда|skąd|kraj|lokalizacja|paese|ülke)$/iu,
  memberSince:
    /^(?:(?:member|user|freelancer) since|joined(?: on)?|registered(?: on)?|(?:miembro|usuario|freelancer) desde|membro desde|na plataforma desde|membre depuis|inscrit(?:e)? (?:le|depuis)|mitglied seit|dabei seit|зареєстрован\p{L}*|зарегистрирован\p{L}*|на сервисе(?: с)?|на сервісі(?: з)?|w serwisie od|membro dal|üyelik(?: tarihi)?)$/iu,
  languages:
    /^(?:languages?(?: spoken)?|speaks|idiomas?|habla|langues?|parle|sprachen?|spricht|мов[аи]|языки?|języki?|lingu[ae]|dil(?:ler)?|اللغات|言語|语言)$/iu,
  hourlyRate:
    /^(?:hourly rate|rate|tarifa(?: por hora)?|valor (?:por )?hora|precio por hora|preço por hora|tarif(?: horaire)?|stundensatz|ставка за (?:годину|час)|stawka godzinowa|tariffa oraria|saatlik ücret)$/iu,
};

/** Longest label, in characters. */
const MAX_LABEL = 40;

const bare = (text: string) => collapseSpaces(text).replace(/(?<![\s:：])[\s:：]+$/u, '');

const factOf = (label: string) => Object.keys(factLabels).find((name) => factLabels[name]?.test(label));

/** The facts of a profile that stand beside their labels; of one that stands several times the first. */
export function labelledFacts(items: readonly Item[]): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [n, item] of items.entries()) {
    if (item.text === '') continue;
    const [first = '', ...rest] = (item.gaps ?? item.text).split(ELEMENT_GAP).filter((piece) => piece.trim() !== '');
    // A label may follow in a line: "Österreich Sprachen: Deutsch".
    const next = rest.findIndex((piece) => /[:：]\s*$/u.test(piece) && factOf(bare(piece)) !== undefined);
    const list = next >= 0 ? collapseSpaces(rest.slice(next + 1).join(' ')) : '';
    const inner = factOf(bare(rest[next] ?? ''));
    if (inner && list !== '' && list.length < 100) said[inner] ??= list;
    const [, before = first, after] = rest.length > 0 ? [] : (/^([^:：]{2,40})[:：]\s*(.+)$/su.exec(first) ?? []);
    const label = bare(before);
    if (label.length > MAX_LABEL) continue;
    const field = factOf(label);
    if (!field || field in said) continue;
    const own = after ?? rest.join(' ');
    const value = own.trim() !== '' ? own : valueAfter(items, n);
    if (value !== undefined && value.length < 100) said[field] = collapseSpaces(value);
  }
  return said;
}

/** The words after a label that stands alone: in the next element, within the same row. */
function valueAfter(items: readonly Item[], at: number): string | undefined {
  const label = items[at];
  const next = items.slice(at + 1).find(({ text }) => text !== '');
  if (!label || !next) return undefined;
  const around = new Set(label.path.slice(1, 4));
  const isNear = next.path.slice(1, 4).some((number) => around.has(number));
  const isLabel = Object.values(factLabels).some((pattern) => pattern.test(bare(next.text)));
  return isNear && !isLabel && next.level === undefined
    ? (next.gaps ?? next.text).replaceAll(ELEMENT_GAP, ' ')
    : undefined;
}

const sectionHeadings = {
  about:
    /^(?:about(?: me| us| the (?:freelancer|seller))?|description|descripción|descrição|beschreibung|descrizione|описание|опис|opis|overview|summary|bio|profile summary|acerca de(?: mí)?|sobre(?: mí| mim)?|perfil|resumen|resumo|à propos(?: de moi)?|infos?|über mich|über|info|profil|про себе|о себе|обо мне|o mnie|hakkında|informazioni)$/iu,
  skills:
    /^(?:(?:top |my )?skills(?: (?:and|&) expertise)?|expertise|habilidades|aptitudes|conocimientos|competências|compétences|fähigkeiten|kenntnisse|kompetenzen|special(?:ties|izations?)|especialidades|spécialités|спец[іи]ал[іи]зац\S*|навички|навыки|umiejętności|competenze|yetenekler)$/iu,
  languages:
    /^(?:(?:my )?languages(?: spoken)?|idiomas|langues|sprachen|sprachkenntnisse|мови|языки|języki|lingue|diller|اللغات|言語|语言)$/iu,
  employment:
    /^(?:(?:work |professional )?experience|employment(?: history)?|work history|experiencia(?: laboral)?|experiência(?: profissional)?|expérience(?: professionnelle)?|berufserfahrung|досвід(?: роботи)?|опыт(?: работы)?|doświadczenie|esperienza|deneyim)$/iu,
  education:
    /^(?:education|educación|formación(?: académica)?|formação(?: acadêmica)?|educação|formation|ausbildung|освіта|образование|wykształcenie|istruzione|formazione|eğitim)$/iu,
} as const;
type SectionName = keyof typeof sectionHeadings;

/** Of a heading, which section it begins: the words as they stand, or before a count. */
function sectionOf({ text, level }: Item): SectionName | undefined {
  if (level === undefined || text.length > MAX_LABEL) return undefined;
  const words = bare(text).replace(/ ?\(\d+\)$/, '');
  return (Object.keys(sectionHeadings) as SectionName[]).find((name) => sectionHeadings[name].test(words));
}

/** Whether a heading begins a part of a profile rather than naming the person or their work. */
export const isSectionHeading = (item: Item): boolean => sectionOf(item) !== undefined;

/** What stands over words that others wrote about the person. */
const reviewsHeading =
  /^(?:\d{1,5}\s)?(?:(?:client |customer |recent |latest |all |my )?(?:reviews?|feedback|ratings?|testimonials?|recommendations?|endorsements)(?: (?:from|by|of|and|&) .{1,30})?|what (?:clients|others|people) say|work history (?:and|&) feedback|(?:valoraci[oó]n|calificaci[oó]n|reseña|opini[oó]n|comentario|evaluaci[oó]n|recomendaci[oó]n)(?:es|s)?|(?:avaliaç|recomendaç)(?:ão|ões)|comentários|depoimentos|avis(?: clients?)?|évaluations?|commentaires|témoignages|bewertung(?:en)?|rezensionen|kundenstimmen|referenzen|отзыв\p{L}*|відгук\p{L}*|рекомендац\p{L}*|opinie|recenzje|recensioni|yorumlar|değerlendirmeler)$/iu;

/** Whether a heading begins what others wrote. */
const isReviewsHeading = ({ text, level }: Item): boolean =>
  level !== undefined &&
  text.length <= MAX_LABEL + 20 &&
  reviewsHeading.test(bare(text).replace(/ ?[(·|] ?\d[\d.,k+]* ?\)?$/iu, ''));

/** What stands over other people than the one whose page it is. */
const othersHeading =
  /^(?:(?:similar|related|more|other|recommended|suggested|top)\b.{0,30}\b(?:freelancers?|profiles?|sellers?|people|talents?|experts?|members|artists|services)\b.{0,40}|(?:people|others|clients|buyers|members) .{0,30}(?:viewed|hired|like|know)\b.{0,20}|you (?:may|might) (?:also )?like.{0,20}|(?:freelancers?|sellers?|people|profiles?|talents?) (?:you|who|that|for you)\b.{0,30}|recently viewed.{0,20}|(?:otros|más|outros|mais|autres|andere|weitere|ähnliche|altri|inni|podobni|diğer|другие|похожие|інші|схожі)\b.{0,20}(?:freelancer|perfil|profil|vendedor|prestataires|talent|фриланс|фріланс|исполнител|виконавц).{0,20})$/iu;

/** The lists of cards that stand under a heading of reviews. */
export function listsOfReviews(items: readonly Item[]): ReadonlySet<number> {
  const own = new Set(withoutOthers(items, isReviewsHeading));
  return new Set(items.flatMap((item) => (own.has(item) || item.list === undefined ? [] : [item.list])));
}

const isOthersHeading = (item: Item) =>
  isReviewsHeading(item) || (item.level !== undefined && othersHeading.test(bare(item.text)));

/** The items without those under a heading of reviews or of others, up to the next part of the page of the same level or above. */
export function withoutOthers(items: readonly Item[], isOthers = isOthersHeading): Item[] {
  let under: number | undefined;
  return items.filter((item) => {
    if (isOthers(item)) under = item.level;
    else if (under !== undefined && item.level !== undefined && (item.level <= under || sectionOf(item)))
      under = undefined;
    return under === undefined;
  });
}

/** A text without the heading that a page sets over it: "Summary", "About me". */
export function withoutHeading(text: string): string {
  const line = text.indexOf('\n');
  const first = line > 0 && line < MAX_LABEL ? bare(text.slice(0, line)) : '';
  return first !== '' && sectionHeadings.about.test(first) ? text.slice(line + 1).trimStart() : text;
}

/** A control's words: nobody's own. */
const control =
  /^(?:(?:…|\.\.\.)?\s?(?:see|show|read|view) (?:more|less|all)\b.{0,40}|ver m[aá]s|ver tudo|mostrar (?:más|mais)|voir plus|mehr anzeigen|edit|endorse)$/iu;

/** "May 2016 - Aug 2019 · 3 yrs 4 mos", "2013 – 2016". */
const period =
  /^(?:\p{L}{3,12}\.?\s|(?:\d{1,2}[./]))?(?:de\s)?(?:19|20)\d{2}(?:\s?[-–—]\s?(?:(?:\p{L}{3,12}\.?\s|\d{1,2}[./])?(?:de\s)?(?:19|20)\d{2}|\p{L}[\p{L}\s]{2,20}))?(?:\s?[·•(].{0,40})?$/u;
/** "3 yrs 4 mos", "Full-time · 7 yrs": how long, or how, and not what or where. */
const span =
  /^(?:[\p{L}-]{3,12}\s?·\s?)?\d{1,2}\s?(?:yrs?|mos?|years?|months?|años?|meses|mes|anos?|mês|ans?|mois|jahre?|monate?)\b/iu;

/** How somebody is employed: neither what nor where. */
const jobType =
  /^(?:full-time|part-time|contract|freelance|self-employed|internship|apprenticeship|seasonal|temporary|permanent|vollzeit|teilzeit|freiberuflich|jornada completa|tiempo completo|media jornada|autónomo|tempo integral|meio período|cdi|cdd|temps plein|temps partiel|stage)$/iu;

/** A control that leads to more of a section than the page shows: "Show all 14 skills". */
const allControl =
  /^(?:show|see|view) all\b|^(?:mostrar|ver) (?:todo|tudo|las?|los?|todas?|todos?)\b|^(?:alle|tout|toutes)\b.{0,30}(?:anzeigen|afficher)|^afficher (?:tout|les)\b/iu;

/** By which words a profile's parts and facts are found. */
export const profileWords: readonly RegExp[] = [
  ...Object.values(factLabels),
  ...Object.values(sectionHeadings),
  allControl,
];

/** What the sections of a profile say, and which of them go on elsewhere. */
export function sectionsOf(items: readonly Item[]): { said: Record<string, Value>; cut: string[] } {
  const said: Record<string, Value> = {};
  const cut: string[] = [];
  for (const [n, heading] of items.entries()) {
    const name = sectionOf(heading);
    if (!name || name in said) continue;
    const level = heading.level ?? 6;
    const after = items.slice(n + 1);
    const end = after.findIndex((item) => item.level !== undefined && (item.level <= level || sectionOf(item)));
    const all = (end < 0 ? after : after.slice(0, end)).filter(({ text }) => text !== '');
    const inside = all.filter(({ text }) => !control.test(collapseSpaces(text)));
    const value = readSection(name, inside);
    if (value.length === 0) continue;
    said[name] = value;
    if (all.some(({ text, level: above }) => above === undefined && allControl.test(collapseSpaces(text))))
      cut.push(name);
  }
  return { said, cut };
}

function readSection(name: SectionName, items: readonly Item[]): Value & { length: number } {
  if (name === 'about') {
    // Paragraphs side by side; what follows elsewhere is another part of the page.
    const beside = items.filter(({ path, isTags }) => path[1] === items[0]?.path[1] && !isTags);
    return [...new Set(beside.map(({ text }) => text))].join('\n');
  }
  if (name === 'skills' || name === 'languages') {
    // What stands in other places says how good somebody is, or who says so.
    const alike = items.filter(({ slot }) => slot === items[0]?.slot);
    const tags = alike.flatMap(({ text, gaps }) => (gaps ?? text).split(ELEMENT_GAP)).map(collapseSpaces);
    return [
      ...new Set(
        tags.filter(
          (tag) => tag !== '' && tag.length < 60 && /[\p{L}\d]/u.test(tag) && !/^(?:\+\d|\d+ \p{Ll}{3,}$)/u.test(tag),
        ),
      ),
    ];
  }
  const graduations = name === 'education' ? items.flatMap((_, n) => graduationAt(items, n)) : [];
  if (graduations.length > 0) return graduations;
  const entries = entriesOf(items);
  if (name === 'education') return entries.flatMap(schoolIn);
  const isTitled = entries.some((lines) => namesIn(lines).length > 1);
  return entries.flatMap((lines) => employmentsIn(lines, isTitled));
}

const shown = (line: string) => !/\*{2,}/.test(line);

/** The lines of each entry: those of one link, or those up to the last line before the next one's title. */
function entriesOf(items: readonly Item[]): string[][] {
  const links = Map.groupBy(items, ({ href }) => href);
  const linked = items.filter(({ href }) => href !== undefined && (links.get(href)?.length ?? 0) > 1);
  if (linked.length > 0) {
    let last: string | undefined;
    const groups: string[][] = [];
    for (const { href, text } of linked) {
      if (href !== last) groups.push([]);
      last = href;
      groups.at(-1)?.push(collapseSpaces(text));
    }
    return groups;
  }
  const parts = partsWithOnePeriod(items);
  if (parts.length > 0) return parts;
  const groups: string[][] = [];
  let lines: string[] = [];
  for (const { text } of items) {
    lines.push(collapseSpaces(text));
    if (period.test(lines.at(-1) ?? '')) {
      groups.push(lines);
      lines = [];
    }
  }
  return groups.filter((group) => group.length < 6);
}

/** The lines of the largest parts of a section that have one period each, where everything in it stands in one of these. */
function partsWithOnePeriod(items: readonly Item[]): string[][] {
  const periods = items.filter(({ text }) => period.test(collapseSpaces(text)));
  if (periods.length < 2) return [];
  const shared = new Set(
    periods.flatMap(({ path }, n) =>
      path.filter((one) => periods.some((other, m) => m !== n && other.path.includes(one))),
    ),
  );
  const parts = periods.map(({ path }) => path.findLast((one) => !shared.has(one)));
  const groups = parts.map((part) =>
    items.filter(({ path }) => part !== undefined && path.includes(part)).map(({ text }) => collapseSpaces(text)),
  );
  return groups.flat().length === items.length && groups.every(({ length }) => length > 1) ? groups : [];
}

/** "Harbour Cooperative · Full-time": without how somebody works there. */
const firstPart = (line: string) => line.split(/\s[·|]\s/)[0] ?? line;

/** The lines that say where and as what, and not when, how long or how. */
const namesIn = (lines: readonly string[]) =>
  lines.filter((line) => shown(line) && !period.test(line) && !span.test(line) && !jobType.test(line));

/**
 * The places of work that one entry names: a title over its employer, or an employer with how long over its titles.
 *
 * @param isTitled whether others say what somebody was there: one line alone may then be either
 */
function employmentsIn(lines: readonly string[], isTitled: boolean): Entry[] {
  const all = lines.filter(shown);
  const at = all.flatMap((line, n) => (period.test(line) ? [n] : []));
  const [first = '', second = ''] = all;
  // One role under how long it was at the employer: a part of the entry is missing, and which is not known.
  if (at.length === 1 && span.test(second)) return [];
  if (at.length > 1) {
    const employer = (at[0] ?? 0) > 1 && namesIn([first]).length > 0 ? firstPart(first) : '';
    return at.flatMap((n) => {
      const title = all.slice(1, n).findLast((line) => !span.test(line) && !period.test(line) && !jobType.test(line));
      return employer ? [{ employer, ...(title && { title }), period: withoutLength(all[n] ?? '') }] : [];
    });
  }
  const [n] = at;
  const [one, other] = all.slice(0, n ?? 2).filter((line) => !span.test(line));
  if (!one || (!other && isTitled && firstPart(one) === one && !inOneLine.test(one))) return [];
  const when = n === undefined ? {} : { period: withoutLength(all[n] ?? '') };
  const [, before, after] = other ? [] : (inOneLine.exec(one) ?? []);
  const [title, employer] = other ? [one, firstPart(other)] : [before, after];
  if (!title || !employer) return [{ employer: firstPart(one), ...when }];
  const isExchanged = isRole(employer) === isRole(title) ? isFirm(title) && !isFirm(employer) : isRole(employer);
  return [isExchanged ? { title: employer, employer: title, ...when } : { title, employer, ...when }];
}

/** "Treasurer's assistant | Harbour Choir", "Clerk at Harbour Choir". */
const inOneLine = /^(.{2,100}?) (?:\||at|@|bei|chez|presso) (.{2,100})$/u;

/** Words by which it shows what somebody was, where, and what was studied: pages write either first. */
const isRole = (line: string) =>
  /\b(?:developer|programmer|engineer|designer|manager|assistant|writer|translator|editor|consultant|analyst|teacher|tutor|lecturer|accountant|bookkeeper|architect|director|administrator|specialist|technician|illustrator|photographer|marketer|secretary|clerk|researcher|intern|trainee|lead|head|officer|coordinator|freelancer?|founder|owner|(?:desarroll|program|diseñ|traduct|redact|profes|contad|consult|edit|ilustrad|direct|desenvolved|tradut|redat)(?:ador|or|ora|adora)|ingenier[oa]|gerente|asistente|assistente|engenheir[oa]|contador[ae]?|développeu(?:r|se)|traduct(?:eur|rice)|rédact(?:eur|rice)|ingénieure?|graphiste|comptable|entwickler(?:in)?|übersetzer(?:in)?|ingenieur(?:in)?|gestalter(?:in)?|zeichner(?:in)?|buchhalter(?:in)?|leiter(?:in)?|lehrer(?:in)?|sviluppatore|traduttore|traduttrice|programista|tłumacz(?:ka)?|grafik|inżynier|geliştirici|mühendis|çevirmen)\b|разработчик|программист|дизайнер|переводчик|редактор|бухгалтер|инженер|менеджер|розробник|програміст|перекладач|інженер/iu.test(
    line,
  );
const isFirm = (line: string) =>
  /\b(?:ltd|llc|inc|gmbh|ag|s\.?a\.?|corp|limited|company|co\.|studios?|agency|group|university|college|school|institute|association|cooperative|foundation|bank|press|publishing|verlag|universidad|universidade|université|universität|uniwersytet|ooo)\b|(?:ООО|ТОВ|ИП|ФОП)\s/iu.test(
    line,
  );
const isSchool = (line: string) =>
  /\b(?:university|college|school|institute?|academy|polytechnic|universi\p{L}{2,6}|instituto|escuela|escola|colegio|école|lycée|institut|hochschule|uniwersytet|akademia|üniversite\p{L}*)(?!\p{L})|университет|институт|академия|університет|інститут|академія/iu.test(
    line,
  );
const isDegree = (line: string) =>
  /\b(?:bachelor|master|b\.?\s?(?:a|sc|eng|tech|com)|m\.?\s?(?:a|sc|eng|tech|ba)|ph\.?\s?d|doctor|diploma?|degree|licenciatur[ae]?|tecn[oó]log[oa]|técnic[oa]|diplomad[oa]|máster|maestr[ií]a|doctorad[oa]|ingenier[ií]a|bachillerato|maîtrise|diplôme|abschluss|licencjat|licenciad[oa]|grado|bacharel(?:ado)?|mestrado|licence|laurea|magister|inżynier|lisans)(?!\p{L})|бакалавр|магистр|магістр/iu.test(
    line,
  );

function schoolIn(lines: readonly string[]): Entry[] {
  const [one, other] = lines.filter((line) => shown(line) && !period.test(line));
  const isExchanged = one && other && ((isDegree(one) && !isDegree(other)) || (isSchool(other) && !isSchool(one)));
  const [school, degree] = isExchanged ? [other, one] : [one, other];
  const when = lines.find((line) => period.test(line));
  return school ? [{ school, ...(degree && { degree }), ...(when && { period: withoutLength(when) }) }] : [];
}

/** "Old Bridge University, Portugal, Graduated 2017" under what was studied. */
function graduationAt(items: readonly Item[], at: number): Entry[] {
  const [, school, to] = /^([^,].{2,120}?), [^,]{2,60}, graduated (\d{4})$/iu.exec(lineAt(items, at)) ?? [];
  const degree = lineAt(items, at - 1);
  return school && to ? [{ school, ...(degree && !/\d{4}$/.test(degree) && { degree }), to }] : [];
}

const lineAt = (items: readonly Item[], at: number) => collapseSpaces(items[at]?.text.slice(0, 300) ?? '');

/** A period without how long it lasted. */
const withoutLength = (line: string) => line.split(/\s?[·•(]/)[0]?.trim() ?? line;
