// Tells what a profile says by kind: figures beside their labels, and the kinds of field around the person's name.
import { collapseSpaces } from '../model/beginning.ts';
import { parseCountry } from '../statements/places.ts';
import { isHeadline, isSentence, ratingOf, readCardFields } from './card-fields.ts';
import { bracketCount, hourlyPattern } from './field-patterns.ts';
import { definedFields } from './json.ts';
import type { Item, OutlineCard, Value } from './reading.ts';
import { isSectionHeading, labelledFacts, sectionsOf, withoutReviews } from './sections.ts';
import type { Label } from './site.ts';

const ratePattern = /^\d{1,3}(?:[.,]\d{1,2})?\s?%$/;
const sincePattern = /\b(?:joined|member since|registered|desde|depuis|seit)\b/i;

/** The time where somebody is, which pages call so. */
const localTime =
  /^\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)? local time$|^local time[:\s-]{1,3}\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?$/i;

/** What a profile says, and fields of which the page shows a part only. */
export interface ProfileRead {
  said: Record<string, Value>;
  cut: readonly string[];
}

export interface ProfileContext {
  labels: Readonly<Record<string, Label>>;
  /** The page's title. */
  title: string;
}

/**
 * Reads the person that a profile page is about.
 *
 * @param reviews the lists of cards that are other people's reviews, which are left out
 * @returns undefined where nothing but a heading may be anybody's: a notice, a check for robots
 */
export function profileFields(
  card: OutlineCard,
  reviews: ReadonlySet<number>,
  { labels }: ProfileContext,
): ProfileRead | undefined {
  const items = card.items.filter(({ list }) => list === undefined || !reviews.has(list));
  const heading = items.find(({ isName }) => isName);
  if (!heading) {
    const figures = labelledFigures(items, labels);
    return Object.keys(figures).length > 0 ? { said: figures, cut: [] } : undefined;
  }
  const near = nearName(card.items, items, heading);
  const isUnder = headingsUnder(items, heading);
  const said: Record<string, Value> = labelledFigures(items, labels);
  const name = collapseSpaces(card.name ?? '');
  if (name && !name.startsWith('@') && !isSectionHeading(heading)) said.name = name;
  const { said: sections, cut } = sectionsOf(items);
  const [{ text, country, place } = {}] = readCardFields(
    [{ account: card.account, items: withoutReviews(near) }],
    'profile',
  );
  // Fewer words that are no sentence are a heading, or who it is.
  const isWriting = typeof text === 'string' && (text.length >= 60 || isSentence(text));
  const about = isWriting && !sincePattern.test(text.slice(0, 40)) ? text : undefined;
  const under = near.filter(isUnder);
  const rating = ratingOf(under);
  const reviewCount = countBeside(under, rating);
  const facts = labelledFacts(items);
  if (facts.country !== undefined && parseCountry(facts.country) === undefined) delete facts.country;
  Object.assign(said, definedFields({ about, rating, reviewCount, country, place }), facts, sections);
  for (const item of items) {
    const line = collapseSpaces(item.gaps ?? item.text);
    if (line === '' || line.length > 100) continue;
    if (hourlyPattern.test(line)) said.hourlyRate ??= line;
    if (sincePattern.test(line) && /\d{4}/.test(line)) said.memberSince ??= line;
    if (localTime.test(line)) said.localTime ??= line;
  }
  const isPerson = Object.keys(said).some((field) => field !== 'name' && field !== 'about');
  if (!isPerson) return undefined;
  const headline = headlineAfter(withoutReviews(items), heading, said);
  if (headline !== undefined && headline === said.about) delete said.about;
  return { said: { ...said, ...(headline && { headline }) }, cut };
}

/** How many gave a rating: the count in brackets behind it, in one part of the page with it. */
function countBeside(items: readonly Item[], rating: string | undefined): string | undefined {
  const at = rating === undefined ? -1 : items.findIndex((item) => item.rating === rating);
  const near = new Set(items[at]?.path.slice(0, 4));
  for (const item of at < 0 ? [] : items.slice(at + 1, at + 4)) {
    if (item.text.length > 60 || !item.path.some((one) => near.has(one))) return undefined;
    const line = collapseSpaces(item.gaps ?? item.text);
    // Behind words it counts something else: "Works (31)".
    const count = /^[^\p{L}]*\(/u.test(line) ? bracketCount.exec(line)?.[1] : undefined;
    // Nobody has given a rating that is shown: the count is of something else.
    if (count !== undefined) return Number(count) === 0 ? undefined : count;
  }
  return undefined;
}

/** Beside a name, and no words of anybody's: how far away somebody is, what they want to be called. */
const besideName =
  /^(?:[·•|,\s]*(?:(?:1st|2nd|3rd\+?|[123]\.?[ºª°]?)(?: degree connection)?|verified|(?:she|he|they)\s?\/.{1,12})?|\W*)$/iu;

/** What a person calls their work: the first line after the name, above every section. */
function headlineAfter(
  items: readonly Item[],
  heading: Item,
  said: Readonly<Record<string, Value>>,
): string | undefined {
  const after = items.slice(items.lastIndexOf(items.findLast(({ isName }) => isName) ?? heading) + 1);
  for (const item of after) {
    const line = collapseSpaces(item.text);
    // Figures alone, such as a rating and how many gave it, stand between a name and what somebody does.
    if (!/\p{L}/u.test(line) || besideName.test(line) || line.startsWith('@') || line === said.name) continue;
    if (/^[\d.,\s]*\(\d[\d.,k+]*(?: \p{L}+)?\)$/u.test(line)) continue;
    if (isSectionHeading(item) || (item.text === said.about && isSentence(line))) return undefined;
    return isHeadline(item) && Object.keys(labelledFacts([item])).length === 0 ? line : undefined;
  }
  return undefined;
}

/** The items of the largest part of the page that holds the name and no review. */
function nearName(all: readonly Item[], own: readonly Item[], heading: Item): Item[] {
  const kept = new Set(own);
  const left = new Set(all.filter((item) => !kept.has(item)).flatMap(({ path }) => path));
  const around = heading.path.findLast((number) => !left.has(number));
  return around === undefined ? [heading] : own.filter(({ path }) => path.includes(around));
}

/**
 * Whether an item stands under a person's name: a figure belongs to the nearest heading over it. The first heading
 * after the name may be the headline, unless it and the figure stand in one part of the page without the name.
 */
function headingsUnder(items: readonly Item[], name: Item): (item: Item) => boolean {
  const order = new Map(items.map((item, n) => [item, n]));
  const at = order.get(name) ?? 0;
  const [first, second] = items.filter(
    (one, n) => n > at && one.level !== undefined && !one.isName && one.path[1] !== name.path[1],
  );
  const isAfter = (heading: Item | undefined, item: Item) =>
    heading !== undefined && (order.get(item) ?? 0) > (order.get(heading) ?? 0);
  return (item) => {
    if (!isAfter(first, item)) return true;
    if (isAfter(second, item)) return false;
    const around = item.path.find((number) => first?.path.includes(number));
    return around !== undefined && name.path.includes(around);
  };
}

/** A page has a label once or twice for each design; a text that repeats one must not cost more. */
const MAX_LABELS_TRIED = 40;

/**
 * Figures that stand with their labels, as "On Budget" above "96%". A figure that is not of its kind
 * ("N/A") is not taken, nor one that stands with several labels.
 */
export function labelledFigures(
  items: readonly Item[],
  labels: Readonly<Record<string, Label>>,
): Record<string, Value> {
  const said: Record<string, Value> = {};
  const wanted = Object.entries(labels).map(([field, label]) =>
    label instanceof RegExp ? { field, label, figure: ratePattern } : { field, ...label },
  );
  const wantedBy = ({ text }: Item) =>
    text !== '' && text.length < 40 ? wanted.find(({ label }) => label.test(collapseSpaces(text))) : undefined;
  let tried = 0;
  for (const item of wanted.length ? items : []) {
    const want = wantedBy(item);
    if (!want || want.field in said || ++tried > MAX_LABELS_TRIED) continue;
    for (const around of item.path.slice(0, 4)) {
      const near = items.filter(({ path, text }) => text !== '' && path.includes(around));
      const figures = near.filter((one) => one.text.length < 40 && want.figure.test(one.text) && !wantedBy(one));
      if (figures.length > 1 || near.some((one) => (wantedBy(one)?.field ?? want.field) !== want.field)) break;
      if (figures[0]) {
        said[want.field] = figures[0].text;
        break;
      }
    }
  }
  return said;
}
