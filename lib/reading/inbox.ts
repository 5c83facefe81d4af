// Who stands in an inbox: the list of a user's conversations names in each row whom one is with, and shows of what was said only
// the beginning. Sites build their rows in their own ways; what is the same everywhere is that each opens one conversation.
import { collapseSpaces } from '../model/beginning.ts';
import { queryAll } from './dom.ts';
import { isWithinHidden } from './hidden.ts';
import { definedFields } from './json.ts';
import type { InboxPlaces, StateSighting } from './site.ts';
import { attributeOf, bodyOf, firstIn, parentOf, tagOf, textIn } from './walk.ts';

/** Elements that are laid around rows and are none. */
const around = /^(?:body|main|ul|ol|table|tbody|section|nav|header|html)$/;

/** The people that the rows of an inbox name, by the site's own ids. A row that names nobody by one is left out. */
export function peopleInInbox(document: Document, places: InboxPlaces): StateSighting[] {
  const { named, accountOf, name: shownIn, nameIn, isClient } = places;
  const sightings: StateSighting[] = [];
  const done = new Set<Element>();
  for (const opener of openersIn(document, places)) {
    const row = rowOf(opener, places);
    if (done.has(row) || isWithinHidden(row, null)) continue;
    done.add(row);
    const all = [row, ...queryAll(row, named)].flatMap((element) => {
      const account = accountOf(element);
      return account ? [{ element, account }] : [];
    });
    const [first] = all;
    // A conversation with several is nobody's in particular.
    if (!first || all.some(({ account }) => account !== first.account)) continue;
    const words = nameIn
      ? nameIn(row)
      : shownIn
        ? textIn(firstIn(row, shownIn))
        : (all.map(({ element }) => textIn(element)).find((text) => collapseSpaces(text) !== '') ?? '');
    const name = collapseSpaces(words);
    const isOfClient = isClient && all.some(({ element }) => isClient(element));
    const said = definedFields({
      name: name.length < 100 ? name : undefined,
      role: isOfClient ? 'client' : undefined,
    });
    sightings.push({ kind: 'profile', ids: { account: first.account }, said });
  }
  return sightings;
}

/** What opens conversations inside an element. */
function openersIn(root: Document | Element, { opens, isOpener }: InboxPlaces): Element[] {
  const all = [...queryAll(root, opens)];
  return isOpener ? all.filter((one) => isOpener(one)) : all;
}

/** The largest element around a link that opens a conversation and no other; what opens it and is no link is the row. */
function rowOf(opener: Element, places: InboxPlaces): Element {
  const own = attributeOf(opener, 'href');
  if (own === null) return opener;
  let row = opener;
  for (let at = parentOf(row); at && at !== bodyOf(at.ownerDocument); at = parentOf(at)) {
    if (around.test(tagOf(at))) break;
    if (openersIn(at, places).some((one) => one !== opener && attributeOf(one, 'href') !== own)) break;
    row = at;
  }
  return row;
}
