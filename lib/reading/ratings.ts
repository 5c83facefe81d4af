// Finds ratings by what pages mark them with: labels such as "4.9 out of 5", star bars, elements named after
// ratings. What a rating means is understood in the background worker.

import { queryAll } from './dom.ts';
import { attributeOf, childCountOf, textIn } from './walk.ts';

/** Where a rating may stand, as a selector. */
export const ratingPlaces =
  '[data-rating],[aria-label],[title],[itemprop="ratingValue"],[style*="width"],[class*="rating" i],[class*="feedback" i]';

const outOfPattern =
  /(\d{1,3}(?:[.,]\d{1,20})?)\s?(?:out of|of|de|von|sur|su|van|из|з|od|av|\/)\s?(\d{1,3}(?:[.,]\d{1,4})?)/iu;

/** The first rating inside an element, in words: "4.9 out of 5", or a star bar's share as "98%". */
export function ratingIn(root: Element): string | undefined {
  let bare: string | undefined;
  for (const element of queryAll(root, ratingPlaces)) {
    const { whole, figure } = ratingAt(element);
    if (whole) return whole;
    bare ??= figure;
  }
  return bare;
}

/** What an element says of a rating: with its scale, or a figure that may be one. */
export function ratingAt(element: Element): { whole?: string; figure?: string | undefined } {
  const figures: (string | undefined)[] = [];
  for (const name of ['aria-label', 'title']) {
    const match = outOfPattern.exec((attributeOf(element, name) ?? '').slice(0, 100));
    if (match) return { whole: `${match[1]} out of ${match[2]}` };
    figures.push(/^\s?(\d(?:[.,]\d{1,4})?)\sstars?\s?$/i.exec((attributeOf(element, name) ?? '').slice(0, 20))?.[1]);
  }
  const value = ['data-rating', 'data-star_rating', 'content'].map((name) => attributeOf(element, name)).find(Boolean);
  // A figure above five is another scale's: a rank, points.
  if (value && /^[0-5](\.\d{1,20})?$/.test(value)) figures.push(value);
  const named = attributeOf(element, 'class') ?? '';
  const isLeaf = childCountOf(element) === 0;
  // A figure may stand in one more element than its scale.
  const words = isLeaf || (childCountOf(element) < 3 && /rating/i.test(named)) ? textIn(element) : '';
  if (words.length < 60) {
    const match = outOfPattern.exec(words);
    if (isLeaf && match && /rating|star/i.test(`${words} ${named}`)) return { whole: `${match[1]} out of ${match[2]}` };
    if (/rating/i.test(named)) figures.push(/^\s*([0-5](?:[.,]\d{1,2})?)\s*$/.exec(words)?.[1]);
    if (/rating|feedback/i.test(named)) figures.push(/^\s*(\d{1,3}(?:[.,]\d{1,2})?\s?%)\s*$/.exec(words)?.[1]);
  }
  if (/star|rating/i.test(named)) {
    figures.push(/width:\s?(\d{1,3}(?:\.\d{1,6})?%)/.exec((attributeOf(element, 'style') ?? '').slice(0, 200))?.[1]);
  }
  return { figure: figures.find(Boolean) };
}
