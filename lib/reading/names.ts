// Who a card of a list shows, by what names people: links to their own page, what is marked as the name, a heading.

import { collapseSpaces } from '../model/beginning.ts';
import { elementsOf, nameIn } from './dom.ts';
import { type Card, isLink } from './find-cards.ts';
import { isWithinHidden } from './hidden.ts';
import { MAX_NAME_LINKS } from './outline.ts';
import type { Boilerplate } from './site.ts';
import { attributeOf, firstIn } from './walk.ts';

/** False for a link that leads to something a person offers or wrote, whose title names nobody. */
type IsOwnPage = (link: Element) => boolean;

/**
 * The name that a card shows; undefined where it names nobody.
 *
 * @param named its links that show a name, as nameLinks gives them
 */
export function nameOfCard(
  card: Card,
  [named]: readonly Element[],
  isOwnPage: IsOwnPage,
  boilerplate?: Boilerplate,
): string | undefined {
  if (named) return nameIn(named, boilerplate);
  const [marked, second] = elementsOf(card.root, '[itemprop="name"]', boilerplate);
  if (marked && !second) return nameIn(marked, boilerplate);
  const links = card.links.filter(isLink);
  if (links.length === 0) return headingIn(card.root, boilerplate);
  return nameInPicture(links.filter(isOwnPage));
}

/** The links to a person's own page that show their name in words; those around a picture only where there is no other. */
export function nameLinks(card: Card, isOwnPage: IsOwnPage, boilerplate?: Boilerplate): Element[] {
  const named = card.links
    .slice(0, MAX_NAME_LINKS)
    .filter((link) => isLink(link) && isOwnPage(link))
    .filter((link) => {
      const words = nameIn(link, boilerplate);
      return words && !profileControl.test(words) && !isWithinHidden(link, card.root);
    });
  const plain = named.filter((link) => !firstIn(link, 'img,picture,[class*="avatar" i]'));
  return plain.length ? plain : named;
}

/** What a link to a profile says that names nobody: "Open profile in a new window". */
const profileControl =
  /^(?:open|view|see|visit|show|go to|ver|voir|abrir|zum)\b.{0,20}\b(?:profile?|perfil|profil)\b|^(?:full |public )?(?:profile?|perfil|профиль|профіль)$/i;

/** The heading of a card without a profile link. */
function headingIn(root: Element, boilerplate: Boilerplate | undefined): string | undefined {
  for (const heading of elementsOf(root, '[itemprop="name"],h2,h3,h4,h5,h6', boilerplate)) {
    const words = isWithinHidden(heading, root) ? '' : nameIn(heading, boilerplate);
    if (words) return words;
  }
  const [picture] = elementsOf(root, 'img[alt]:not([alt=""])', boilerplate);
  const pictured = attributeOf(picture, 'alt') ?? '';
  return pictured.length < 100 ? collapseSpaces(pictured) || undefined : undefined;
}

/** The name of the picture that links are around, unless it only says that it is one. */
function nameInPicture(links: Iterable<Element>): string | undefined {
  for (const link of links) {
    const name = collapseSpaces(attributeOf(firstIn(link, 'img'), 'alt') ?? '');
    if (name && name.length < 100 && !/avatar|photo|picture|image|profil|foto|perfil/i.test(name)) return name;
  }
  return undefined;
}
