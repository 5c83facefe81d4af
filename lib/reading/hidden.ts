// Whether an element is hidden, as far as its own markup says so.

import { attributeOf, closestTo, holds, parentOf } from './walk.ts';
/** True for an element that its own markup hides. What a style sheet hides is not known without laying the page out. */
export function isHidden(element: Element): boolean {
  return attributeOf(element, 'hidden') !== null || isHidingStyle(attributeOf(element, 'style'));
}

/** True for the value of a style attribute that hides its element. */
export function isHidingStyle(style: string | null): boolean {
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 1_000));
}

/** What an element that hides itself has. */
export const mayHide = '[hidden],[style]';

/** True where the element or anything around it, up to `top`, is hidden by its own markup. */
export function isWithinHidden(element: Element, top: Element | null): boolean {
  let at: Element | null = element;
  // Nearly nothing is hidden, which one question tells.
  while (at) {
    at = closestTo(at, mayHide);
    if (!at || (top && holds(at, top))) return false;
    if (isHidden(at)) return true;
    at = parentOf(at);
  }
  return false;
}
