// Tells what a project's page says by kind: the words of the client, and the facts that stand beside their labels or
// that a line says on its own. What belongs to the client, to other projects or to the site stands under headings of
// its own and is left out: a doubt is a missing field.
import { collapseSpaces } from '../model/beginning.ts';
import { parseWhen } from '../statements/dates.ts';
import { parseCountRange } from '../statements/figures.ts';
import { readCardFields } from './card-fields.ts';
import { bidsCounted } from './counts.ts';
import { agoIn, amountIn, durationIn, hasMoney, isTerms, lastDayIn } from './field-patterns.ts';
import { lineOf } from './item-line.ts';
import { definedFields } from './json.ts';
import { ELEMENT_GAP, type Item, type PageKind, type Value } from './reading.ts';
import { tagsOf } from './tags.ts';

/** The parts of a project's page by their headings; any other heading begins what is not the project's own. */
const partHeadings = {
  text: /^(?:(?:project |job |task )?(?:description|summary|overview|brief)|about (?:the|this) (?:project|job)|(?:project |job )?details|details of the (?:project|job)|what (?:is|do you) need(?:ed)?|descripción(?: del (?:proyecto|trabajo))?|(?:acerca|sobre) (?:del?|o|el) (?:proyecto|projeto|trabajo)|detalles(?: del proyecto)?|descrição(?: do (?:projeto|trabalho))?|detalhes(?: do projeto)?|description (?:du projet|de la mission)|projektbeschreibung|beschreibung|über das projekt|опис(?: про[єе]кту)?|описание(?: проекта)?|opis(?: projektu)?|descrizione(?: del progetto)?)$/iu,
  skills:
    /^(?:(?:required |desired |mandatory |preferred |nice-to-have |optional |other )?skills(?: (?:and|&) expertise)?(?: required| needed)?|tags|habilidades(?: requeridas| necesarias| necessárias)?|aptitudes|competências|compétences(?: requises)?|benötigte fähigkeiten|fähigkeiten|навички|навыки|umiejętności|competenze)$/iu,
  facts:
    /^(?:(?:project |job )?(?:budget|type|status|info(?:rmation)?|terms)|activity on this job|presupuesto|orçamento|prix|preis|бюджет|budżet|información|informações)$/iu,
} as const;
type Part = keyof typeof partHeadings;

const labels = {
  budget:
    /^(?:(?:project |est(?:imated|\.)? |client'?s? )?budget(?: range)?|fixed[- ]price|hourly(?: range| rate)?|pay rate|presupuesto|orçamento|budget du projet|бюджет|budżet)$/iu,
  postedAt:
    /^(?:(?:project |job )?(?:posted|published|created|listed)(?: on| at)?|date posted|publicad[oa](?: el| em)?|publié(?:e)?(?: le)?|veröffentlicht(?: am)?|опубл[іи]кован\p{L}*|створено|создан|dodano|opublikowano|pubblicato(?: il)?)$/iu,
  bidCount:
    /^(?:(?:total |number of )?(?:bids|proposals|quotes|offers|applicants)(?: received| so far)?|propuestas|propostas|ofertas|offres|propositions|angebote|gebote|ставки|ставок|заявки|oferty)$/iu,
  status: /^(?:(?:project |job )?status|estado|statut|статус|stan|stato)$/iu,
} as const;

/** What has become of a project, as the whole of a line. */
const statusWords =
  /^(?:open(?: for (?:bidding|proposals))?|closed|in progress|awarded|completed|cancell?ed|expired|abiert[oa]|abert[oa]|cerrad[oa]|fechad[oa]|en (?:curso|progreso)|em andamento|finalizad[oa]|concluíd[oa]|offen|geschlossen|ouvert|fermé|открыт\p{L}*|закрыт\p{L}*|відкрит\p{L}*|закрит\p{L}*|otwart[ey]|zamknięt[ey]|evaluating (?:bids|proposals)|evaluando propuestas|avaliando propostas|при(?:ем|ём|йом) ставок)$/iu;

/** Money beside a project that is not what it may cost. */
const otherMoney =
  /\b(?:spent|paid|earn\w*|avg|average|fee|bids?|connects?|gastad\w*|m[ée]di[oa]|promedio|moyen\w*|durchschnitt\w*|сума|сумма|всего|середн\w*)\b/iu;
/** How a line begins that says when something was put up. */
export const postedLine =
  /^(?:(?:project |job )?(?:posted|published|listed)|publicad[oa]|publié(?:e)?|veröffentlicht|опубл[іи]кован\p{L}*|dodano|opublikowano|pubblicato)\b/iu;
const projectId = /^(?:project|job) id\b/i;
/** A figure and nothing else: "50+" and "5 to 10" say between which numbers it lies. */
const wholeNumber = /^\d{1,3}(?:[,.\s]?\d{3})*$/;

/** By which words a project's page is understood. */
export const projectWords: readonly RegExp[] = [
  ...Object.values(partHeadings),
  ...Object.values(labels),
  statusWords,
  postedLine,
];

const MAX_LABEL = 40;
const MAX_LINE = 120;

/**
 * What a project's page says of the project.
 *
 * @param items those around the heading that names it
 * @param page what kind of page it is: a list of bids says of its project little but what it is called, and what was not
 *   recognised there is a bidder's
 */
export function projectFields(items: readonly Item[], page: PageKind): Record<string, Value> {
  const name = items.findIndex(({ isName }) => isName);
  const last = items.findLastIndex(({ isName }) => isName);
  const heading = items[name];
  if (!heading) return {};
  const isSomebodys = partsOfPeople(items, heading);
  const title = collapseSpaces(heading.text);
  const own = partsOf(items.slice(last + 1), heading).filter(
    ({ part, item }) => part === 'text' || part === 'skills' || !isSomebodys(item),
  );
  // Above the title only what stands beside it in one part of the page.
  const above = items.slice(0, name).filter(({ path }) => path.slice(1, 3).some((at) => heading.path.includes(at)));
  const described = own.filter(({ part }) => part === 'text').map(({ item }) => item);
  const skillful = own.filter(({ part }) => part === 'skills').map(({ item }) => item);
  const whole = [...above, ...own.map(({ item }) => item)];
  const undescribed = own
    .filter(({ part, item }) => part === undefined && !postedLine.test(lineOf(item)))
    .map(({ item }) => item);
  const short = isOffer(undescribed) ? undefined : textIn(undescribed, 20);
  const text = textIn(described, 20) ?? (short && (short.length >= 60 || isTold(short)) ? short : undefined);
  const facts = whole.filter(
    (item) =>
      item.text !== '' &&
      item.text.length < MAX_LINE &&
      !(item.text.length > 3 && text?.includes(item.text)) &&
      item.level === undefined,
  );
  const postedAt = postedIn(facts);
  // A line may say several things: "Budget €250 – 750 · Bidding ends in 4 days", or each in an element of its own.
  const pieces = facts.flatMap((item) => {
    const all = (item.gaps ?? item.text).split(/\u2005| [·|•] /).filter((piece) => piece.trim() !== '');
    return all.length > 1 ? all.map((text): Item => ({ text: text.trim(), path: item.path, slot: item.slot })) : [];
  });
  const budgetLine = [...facts, ...pieces].map(lineOf).find((line) => labelledBudget.test(line) && hasMoney(line));
  const labelled = budgetLine?.replace(labelledBudget, '');
  if (page !== 'project')
    return definedFields({ title, postedAt, budget: labelled, bidCount: countIn([...facts, ...pieces]) });
  const found = {
    ...(labelled === undefined
      ? firstOf(budgetIn(facts), pieces.length > 0 ? budgetIn(pieces) : {})
      : { budget: labelled }),
    postedAt,
    bidCount:
      besideLabel(facts, 'bidCount', (value) => (wholeNumber.test(value) ? value : undefined)) ?? countIn(facts),
    bidCountRange: besideLabel(facts, 'bidCount', (value) => (parseCountRange(value) ? value : undefined)),
    skills: skillsIn(skillful) ?? tagsOf(whole) ?? skillsBeside(whole),
  };
  const status =
    besideLabel(facts, 'status', (value) => (statusWords.test(value) ? value : undefined)) ??
    facts.map(lineOf).find((line) => statusWords.test(line));
  // A notice has a heading and words as well; a project says what it is about, what it may cost or when it was posted.
  const isProject =
    described.length > 0 ||
    Object.values(found).some((value) => value !== undefined) ||
    facts.some((item) => projectId.test(lineOf(item)));
  return definedFields({ title, ...(isProject && { ...found, status, text }) });
}

/** Whether what stands under no heading is somebody's offer whom no link names: a price with how long it takes, or rated. */
function isOffer(items: readonly Item[]): boolean {
  const lines = items.filter(({ text }) => text !== '' && text.length < MAX_LINE).map(lineOf);
  const price = lines.some((line) => hasMoney(line) && isTerms(line));
  return price && (items.some(({ rating }) => rating) || lines.some((line) => isTerms(line) && durationIn(line)));
}

/** Whether an item stands in a part of the page with somebody's link in it, the largest that does not hold the title. */
function partsOfPeople(items: readonly Item[], heading: Item): (item: Item) => boolean {
  const parts = new Set<number | undefined>();
  for (const { naming, path } of items) {
    if (naming) parts.add(path.filter((one) => !heading.path.includes(one)).at(-1));
  }
  return ({ path }) => path.some((one) => parts.has(one));
}

/** How many have bid, in a piece of a line of its own: "9 quotes received". */
function countIn(items: readonly Item[]): string | undefined {
  for (const piece of items.flatMap((item) => lineOf(item).split(/\s[·|•]\s/))) {
    const count = bidsCounted.exec(piece)?.slice(1).find(Boolean);
    if (count !== undefined) return count;
  }
  return undefined;
}

const bare = (text: string) => collapseSpaces(text).replace(/(?<![\s:：])[\s:：]+$/u, '');

/** The items after the title that are the project's own, each with the part it stands in: undefined before any heading. */
function partsOf(items: readonly Item[], heading: Item): { item: Item; part: Part | undefined }[] {
  const own: { item: Item; part: Part | undefined }[] = [];
  let part: Part | undefined | 'other';
  let level = 0;
  for (const item of items) {
    const words = bare(item.text);
    if (item.level !== undefined && words !== collapseSpaces(heading.text)) {
      const at = (Object.keys(partHeadings) as Part[]).find((one) => partHeadings[one].test(words));
      // Skills stand under headings of their kinds: "Back-end development", "Other".
      if (!at && part === 'skills' && item.level > level) continue;
      part = at ?? 'other';
      level = item.level;
    } else if (part !== 'other') own.push({ item, part });
  }
  return own;
}

/** What the client wrote: the longest writing with the paragraphs beside it, of at least so many characters. */
function textIn(items: readonly Item[], least: number): string | undefined {
  const [{ text } = {}] = readCardFields([{ account: '', items }], 'reviews');
  return typeof text === 'string' && text.length >= least ? text : undefined;
}

/** The items under a heading that names skills: tags and links before other words, and of these the most alike. */
function skillsIn(items: readonly Item[]): string[] | undefined {
  const tagged = tagsOf(items);
  if (tagged) return tagged;
  const linked = items.filter(({ href, text }) => href !== undefined && text.length < 60);
  const tags = (linked.length > 0 ? linked : items.filter(({ slot }) => slot === items[0]?.slot))
    .flatMap(({ text, gaps }) => (gaps ?? text).split(ELEMENT_GAP))
    .map(collapseSpaces)
    .filter((tag) => tag !== '' && tag.length < 60 && /[\p{L}\d]/u.test(tag) && !/^\+\d|[.!?]$| skills$/i.test(tag));
  return tags.length > 0 ? [...new Set(tags)] : undefined;
}

/** "Skills: Python, Software Architecture" in one line. */
function skillsBeside(items: readonly Item[]): string[] | undefined {
  for (const item of items) {
    const line = item.text.length < 300 ? lineOf(item) : '';
    const [, label = '', list = ''] = /^([^:：]{4,40})[:：] ?(.+)$/su.exec(line) ?? [];
    // Elements part them, where signs do not.
    const pieces = (item.gaps ?? '').split(ELEMENT_GAP).map(collapseSpaces).filter(Boolean).slice(1);
    const tags = (/[,;·|•]/u.test(list) || pieces.length < 2 ? list.split(/ ?[,;·|•] ?/u) : pieces).filter(
      (tag) => tag !== '' && tag.length < 60,
    );
    if (partHeadings.skills.test(bare(label)) && tags.length > 0) return [...new Set(tags)];
  }
  return undefined;
}

/** A whole sentence of a client's; what a site says of its own page is none. */
const isTold = (text: string) =>
  /\p{Ll}[.!?…]$/u.test(text) &&
  !/\b(?:log|sign) ?in\b|\bcookies?\b|not found|\b(?:removed|deleted|no longer)\b|JavaScript/i.test(text);

/** What stands beside a label and is of its kind: in the same line, in the next element of its row, or above it there. */
function besideLabel(
  items: readonly Item[],
  field: keyof typeof labels,
  understood: (value: string) => string | undefined,
): string | undefined {
  for (const [n, item] of items.entries()) {
    const [first = '', ...rest] = (item.gaps ?? item.text).split(ELEMENT_GAP).filter((piece) => piece.trim() !== '');
    const [, before = first, after] = rest.length > 0 ? [] : (/^([^:：]{2,40})[:：]\s*(.+)$/su.exec(first) ?? []);
    if (before.length > MAX_LABEL || !labels[field].test(bare(before))) continue;
    const own = collapseSpaces(after ?? rest.join(' '));
    const value = own === '' ? rowOf(items, n).map(lineOf).map(understood).find(Boolean) : understood(own);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What stands with a label in the smallest part of the page that holds more than it, and no more than a row does. */
function rowOf(items: readonly Item[], at: number): Item[] {
  const label = items[at];
  for (const around of label?.path.slice(1, 4) ?? []) {
    const row = items.filter((one) => one !== label && one.path.includes(around));
    if (row.length > 0) return row.length < 6 ? row : items.slice(at + 1, at + 2).filter((one) => row.includes(one));
  }
  return [];
}

function postedIn(items: readonly Item[]): string | undefined {
  const time = (value: string) => {
    const said = agoIn(value) ?? lastDayIn(value) ?? value;
    return parseWhen(said, '2100-01-01T00:00:00Z') === undefined ? undefined : said;
  };
  const line = items.map(lineOf).find((one) => postedLine.test(one) && /\d|\p{L}$/u.test(one));
  return (
    besideLabel(items, 'postedAt', time) ?? (line === undefined ? undefined : time(line.replace(postedLine, '').trim()))
  );
}

/** What a project may cost: one amount or both ends of a range, which a page may write in elements of their own. */
function budgetIn(items: readonly Item[]): Record<string, string> {
  const isMoney = (line: string) => hasMoney(line) && !otherMoney.test(line) && line.length < 80;
  const labelled = besideLabel(items, 'budget', (value) => (isMoney(value) ? value : undefined));
  const first =
    items.find((item) => labelled !== undefined && lineOf(item).includes(labelled)) ??
    items.find(
      (item, n) =>
        isMoney(lineOf(item)) && isAmount(lineOf(item)) && !rowOf(items, n).some((one) => otherMoney.test(one.text)),
    );
  if (!first) return labelled === undefined ? {} : { budget: labelled };
  const line = labelled ?? lineOf(first);
  for (const around of first.path.slice(1, 4)) {
    const row = items.filter(({ path }) => path.includes(around));
    const amounts = row.map(lineOf).filter((one) => isMoney(one) && isAmount(one));
    const isRange = row.some(({ text }) => /^\s?[-–—]\s?$/.test(text));
    if (amounts.length === 2 && isRange) return { budgetMin: amounts[0] ?? '', budgetMax: amounts[1] ?? '' };
    if (amounts.length > 2) break;
  }
  return { budget: line };
}

const labelledBudget =
  /^(?:(?:project |est\.? |estimated )?budget|presupuesto|orçamento|budżet|бюджет)[ :]+(?=[^\p{L}]|[A-Z]{2,3}[^\p{L}])/iu;

const firstOf = (one: Record<string, string>, other: Record<string, string>) =>
  Object.keys(one).length > 0 ? one : other;

/** True for a line that is an amount or a range of money, with at most a label of a few words. */
function isAmount(line: string): boolean {
  const words = line.replace(amountIn(line) ?? '', '').match(/\p{L}{2,}/gu) ?? [];
  return words.length <= 4 && !/[.!?]$/.test(line);
}
