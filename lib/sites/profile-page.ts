// What a profile page says of the one person it is about, where no selector is known: figures beside
// their labels, and the kinds of field around the person's name.
import { type AccountOf, factsOf } from './cards.ts';
import { type Block, blocksOf, find, isWithinHidden, squeeze } from './dom.ts';
import type { Value } from './reading.ts';

const ratePattern = /^\d{1,3}(?:[.,]\d{1,2})?\s?%$/;
const hourlyPattern = /\d\s?(?:[A-Z]{3}\s?)?(?:\/|per|por|pro|par)\s?(?:h(?:ou)?r?|hora|stunde|heure)\b/i;
const sincePattern = /\b(?:joined|member since|registered|desde|depuis|seit)\b/i;

/** A page has a label once or twice for each design; a text that repeats one must not cost more. */
const MAX_LABELS_TRIED = 40;

/**
 * Figures that stand with their labels, as "On Budget" above "96%". A figure that is no rate ("N/A") is
 * not taken, nor one that stands with several labels.
 */
export function labelledFigures(root: Element, labels: Readonly<Record<string, RegExp>>): Record<string, Value> {
  const said: Record<string, Value> = {};
  const wanted = Object.entries(labels);
  const fieldOf = (block: Block) => wanted.find(([, label]) => label.test(squeeze(block.text)))?.[0];
  let tried = 0;
  for (const block of wanted.length ? blocksOf(root) : []) {
    const field = block.text.length < 40 ? fieldOf(block) : undefined;
    if (!field || field in said || ++tried > MAX_LABELS_TRIED) continue;
    let around: Element | null = block.element;
    for (let level = 0; around && level < 4; level++, around = around.parentElement) {
      const near = blocksOf(around);
      const figures = near.filter((one) => ratePattern.test(one.text));
      if (figures.length > 1 || near.some((one) => (fieldOf(one) ?? field) !== field)) break;
      if (figures[0]) {
        said[field] = figures[0].text;
        break;
      }
    }
  }
  return said;
}

/**
 * Reads the person a profile page is about by kinds of field around the first heading.
 *
 * @param reviews the cards of other people's reviews, which are left out
 */
export function loneProfile(
  document: Document,
  account: string,
  reviews: readonly Element[],
  accountOf: AccountOf,
): { said: Record<string, Value>; heading: Element } | undefined {
  const heading = [...find(document.body, 'h1,h2,h3')].find(
    (one) =>
      squeeze(one.textContent ?? '') &&
      !one.closest('nav,footer,aside,[role="navigation"],[role="dialog"]') &&
      !isWithinHidden(one, null) &&
      !reviews.some((review) => review.contains(one)),
  );
  if (!heading) return undefined;
  let root: Element = heading;
  for (let parent = root.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    const area = parent;
    if (area.querySelector('nav,footer') || reviews.some((review) => area.contains(review))) break;
    root = area;
  }
  const links = [...find(root, 'a[href]')].filter((link) => accountOf(link) === account);
  const [{ text, rating, country, place } = {}] = factsOf([{ account, root, links }]);
  const said: Record<string, Value> = {};
  const name = squeeze(heading.textContent ?? '');
  if (!name.startsWith('@')) said.name = name;
  const about = typeof text === 'string' && !sincePattern.test(text.slice(0, 40)) ? text : undefined;
  const found = { about, rating, country, place };
  for (const [field, value] of Object.entries(found)) if (value !== undefined) said[field] = value;
  for (const block of blocksOf(root)) {
    const line = squeeze(block.text);
    if (line.length > 100) continue;
    if (hourlyPattern.test(line)) said.hourlyRate ??= line;
    if (sincePattern.test(line) && /\d{4}/.test(line)) said.memberSince ??= line;
  }
  // A page that says nothing but a heading was not understood: the heading may be anybody's.
  return Object.keys(said).length > 1 ? { said, heading } : undefined;
}
