// What a profile page says of the one person it is about, where no selector is known: figures beside
// their labels, and the kinds of field around the person's name.
import { type AccountOf, factsIn } from './cards.ts';
import { blocksOf, find, isWithinHidden, squeeze } from './dom.ts';
import type { Value } from './reading.ts';

const ratePattern = /^\d{1,3}(?:[.,]\d{1,2})?\s?%$/;
const hourlyPattern = /\d\s?(?:[A-Z]{3}\s?)?(?:\/|per|por|pro|par)\s?(?:h(?:ou)?r?|hora|stunde|heure)\b/i;
const sincePattern = /\b(?:joined|member since|registered|desde|depuis|seit)\b/i;

/**
 * Figures that stand beside their labels, as "On Budget" beside "96%". A figure that is not a rate
 * ("N/A") is not taken.
 */
export function labelledFigures(root: Element, labels: Readonly<Record<string, RegExp>>): Record<string, Value> {
  const said: Record<string, Value> = {};
  const wanted = Object.entries(labels);
  if (wanted.length === 0) return said;
  const blocks = blocksOf(root);
  for (const [index, block] of blocks.entries()) {
    if (block.text.length > 40) continue;
    const field = wanted.find(([name, label]) => !(name in said) && label.test(squeeze(block.text)))?.[0];
    if (!field) continue;
    const beside = [blocks[index + 1], blocks[index - 1]].find(
      (other) => other && ratePattern.test(other.text) && isNear(other.element, block.element),
    );
    if (beside) said[field] = beside.text;
  }
  return said;
}

/** Two elements with a common ancestor at most three levels up. */
function isNear(a: Element, b: Element): boolean {
  let at: Element | null = a;
  for (let level = 0; level < 3; level++) at = at?.parentElement ?? at;
  return at?.contains(b) ?? false;
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
  const { text, rating, country, place } = factsIn({ account, root, links }, new Set());
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
