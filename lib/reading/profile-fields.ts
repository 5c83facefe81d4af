// Tells what a profile says by kind: figures beside their labels, and the kinds of field around the person's name.
import { collapseSpaces } from '../model/beginning.ts';
import { parseCountry } from '../statements/places.ts';
import { isHeadline, isPlace, isSentence, ratingOf, readCardFields } from './card-fields.ts';
import {
  badge,
  bracketCount,
  hourlyIn,
  hourlyPattern,
  isPlaceWithTime,
  isTerms,
  memberLine,
  ratingInLine,
} from './field-patterns.ts';
import { lineOf } from './item-line.ts';
import { definedFields } from './json.ts';
import { figuresInLines, labelledFigures, usualFigures } from './person-figures.ts';
import { ELEMENT_GAP, type Item, type OutlineCard, type Value } from './reading.ts';
import { isSectionHeading, labelledFacts, sectionsOf, withoutOthers } from './sections.ts';
import type { Label } from './site.ts';

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
  const own = withoutOthers(items.slice(items.indexOf(heading)));
  const said: Record<string, Value> = {
    ...figuresInLines(own),
    ...labelledFigures(own, usualFigures),
    ...labelledFigures(items, labels),
  };
  const name = collapseSpaces(card.name ?? '');
  if (name && !name.startsWith('@') && !isSectionHeading(heading)) said.name = name;
  const { said: sections, cut } = sectionsOf(items);
  const [{ text, country, place } = {}] = readCardFields(
    [{ account: card.account, items: withoutOthers(near) }],
    'profile',
  );
  // Fewer words that are no sentence are a heading, or who it is.
  const isWriting = typeof text === 'string' && (text.length >= 60 || isSentence(text));
  const about = isWriting && !memberLine.test(text.slice(0, 40)) ? text : undefined;
  const under = near.filter(isUnder);
  const marked = ratingOf(under);
  const written = under.map((item) => ratingInLine(item.gaps ?? item.text)).find(Boolean);
  const rating = marked ?? written?.rating;
  const reviewCount = countBeside(under, marked) ?? written?.count;
  const facts = labelledFacts(items);
  if (facts.country !== undefined && parseCountry(facts.country) === undefined) delete facts.country;
  Object.assign(said, definedFields({ about, rating, reviewCount, country, place }), facts, sections);
  const ofOnlyThem = withoutOthers(items);
  for (const item of ofOnlyThem) {
    const line = collapseSpaces(item.gaps ?? item.text);
    if (line === '' || line.length > 100) continue;
    if (hourlyPattern.test(line)) said.hourlyRate ??= hourlyIn(line) ?? line;
    const pieces = (item.gaps ?? item.text).split(ELEMENT_GAP).map((piece) => piece.trim());
    const since = pieces.slice(pieces.findIndex((piece) => memberLine.test(piece))).join(' ');
    if (memberLine.test(since) && /\d{4}/.test(since)) said.memberSince ??= collapseSpaces(since);
    if (localTime.test(line)) said.localTime ??= line;
  }
  const isPerson = Object.keys(said).some((field) => field !== 'name' && field !== 'about');
  if (!isPerson) return undefined;
  const headline = headlineAfter(ofOnlyThem, heading, said);
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
  for (const item of after.slice(0, MAX_BEFORE_HEADLINE)) {
    const line = lineOf(item);
    // Figures alone, such as a rating and how many gave it, stand between a name and what somebody does.
    if (!/\p{L}/u.test(line) || besideName.test(line) || line.startsWith('@') || line === said.name) continue;
    if (/^[\d.,\s]*\(\d[\d.,k+]*(?: \p{L}+)?\)$/u.test(line)) continue;
    if (badge.test(line) || memberLine.test(line) || isTerms(line) || isPlace(line) || isPlaceWithTime(line)) continue;
    if (parseCountry(line) !== undefined || ratingInLine(line) || hourlyPattern.test(line)) continue;
    if (isFigured(item, after)) continue;
    if (isSectionHeading(item) || (item.text === said.about && isSentence(line))) return undefined;
    // Several lines in one part are its controls.
    return !item.text.includes('\n') && isHeadline(item) && Object.keys(labelledFacts([item])).length === 0
      ? line
      : undefined;
  }
  return undefined;
}

/** Most stretches of words between a name and the headline: figures, places, badges. */
const MAX_BEFORE_HEADLINE = 20;

/** "41", "$10K+", "99%". */
const bareFigure = /^\W{0,3}\d[\d.,]*\s?[kKmM]?\W{0,3}$/;

/** Whether a line is the label of a figure, or has its own: "Jobs" under "41", "Aus Österreich". */
function isFigured(item: Item, items: readonly Item[]): boolean {
  const line = lineOf(item);
  if (Object.keys(labelledFacts([item])).length > 0 || Object.keys(figuresInLines([item])).length > 0) return true;
  const around = item.path
    .slice(0, 2)
    .map((number) => items.filter(({ text, path }) => text !== '' && path.includes(number)));
  const row = around.find(({ length }) => length > 1) ?? [];
  return line.length < 30 && row.length === 2 && row.some(({ text }) => bareFigure.test(text));
}

/** The items of the largest part of the page that holds the name and no review, or those from the name to the reviews. */
function nearName(all: readonly Item[], own: readonly Item[], heading: Item): Item[] {
  const kept = new Set(own);
  const left = new Set(all.filter((item) => !kept.has(item)).flatMap(({ path }) => path));
  const around = heading.path.findLast((number) => !left.has(number));
  const part = around === undefined ? [heading] : own.filter(({ path }) => path.includes(around));
  if (part.some((item) => !item.isName && item.text !== '')) return part;
  // Name, facts and reviews side by side: what stands between the name and the reviews.
  const after = all.slice(all.indexOf(heading));
  const end = after.findIndex((item) => !kept.has(item));
  return withoutOthers(end < 0 ? after : after.slice(0, end));
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
