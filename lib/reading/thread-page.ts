// Conversations and inboxes in designs that no table knows: finds the messages and whom they are with, and outlines them for
// the worker, who tells who wrote what (thread-fields.ts).
import { MAX_LIST, MAX_URL } from '../model/limits.ts';
import { accountIn } from './address.ts';
import { isAmongWords, nameIn, queryAll, Regions } from './dom.ts';
import { isInLandmark } from './find-cards.ts';
import { type FoundThread, findThread, hintsIn, type ThreadPart } from './find-messages.ts';
import { outlineOf } from './outline.ts';
import type { PageScan } from './page-scan.ts';
import type { OutlineCard } from './reading.ts';
import type { InboxPlaces, PageAddress } from './site.ts';
import type { Steps } from './steps.ts';
import { attributeOf, childCountOf, closestTo, firstIn, holds, parentOf, textIn } from './walk.ts';

/** What stands in a message and is not what its writer says in it. */
const quoted =
  'blockquote,[class*="quote" i],[class*="replied" i],[class*="reply-to" i],[class*="reaction" i],[class*="typing" i],[class*="system" i]';

/** Hands the messages of a page to the heuristics. Pauses between them. */
export function* outlineThread(scan: PageScan, thread: string): Steps<void> {
  const { root, address, site } = scan;
  const found = findThread(root, (link) => {
    const other = conversationAt(scan, link)?.thread;
    return other !== undefined && other !== thread;
  });
  if (!found || found.parts.length === 0) return;
  yield;
  const { account, names } = partnerOf(scan, found);
  const elements = [site.boilerplate?.elements, quoted].filter(Boolean).join();
  const cards: OutlineCard[] = [];
  for (const part of found.parts) {
    cards.push(cardOf(scan, part, { ...site.boilerplate, elements }));
    if (cards.length % 16 === 0) yield;
  }
  scan.outlines.push({
    as: 'messages',
    by: 'cards',
    ids: { thread, ...(account !== undefined && { account }) },
    url: address.canonical,
    cards,
    ...(names.length > 0 && { names }),
  });
}

/** One part of a conversation; the very same while nothing in or around it has changed. */
function cardOf(
  scan: PageScan,
  { root, groups, marks }: ThreadPart,
  boilerplate: Parameters<typeof outlineOf>[1],
): OutlineCard {
  return scan.memo.keep(root, `thread ${groups} ${marks}`, () => {
    const people = scan.peopleIn(root).filter(({ element }) => !isAmongWords(element));
    const [first, ...others] = new Set(people.map(({ account }) => account));
    const said = { groups, marks, hints: hintsIn(root) };
    return { account: others.length > 0 ? '' : (first ?? ''), said, items: outlineOf(root, boilerplate) };
  });
}

/** Whom a conversation is with, as far as the page tells it outside of the messages, and what it calls them there. */
function partnerOf(scan: PageScan, { parts, panel }: FoundThread): { account?: string; names: string[] } {
  const inside = new Regions(parts.map(({ root }) => root));
  const outside = scan.peopleIn(scan.root).filter(({ element }) => !inside.hold(element));
  const near = outside.filter(({ element }) => holds(panel, element) && !closestTo(element, 'nav,footer'));
  const far = outside.filter(({ element }) => !isInLandmark(element) && !isInRow(scan, element));
  const account = scan.address.account ?? onlyOne(near) ?? (near.length > 0 ? undefined : onlyOne(far));
  const links = outside.filter((one) => one.account === account).map(({ element }) => element);
  // Nobody is linked: whom it is with stands over it.
  const heads = [...queryAll(panel, 'h1,h2,h3,h4,[role="heading"],[class*="title" i],[class*="name" i]')];
  const over = outside.length === 0 ? heads.filter((one) => !inside.hold(one) && !isInLandmark(one)) : [];
  const names = [...links, ...over].map((one) => nameIn(one, scan.site.boilerplate)).filter((name) => name !== '');
  return { ...(account !== undefined && { account }), names: [...new Set(names)].slice(0, MAX_LIST) };
}

const onlyOne = (people: readonly { account: string }[]) => {
  const [one, second] = new Set(people.map(({ account }) => account));
  return second === undefined ? one : undefined;
};

/** How far around somebody's link the link to a conversation with them may stand. */
const ROW_LEVELS = 5;

/** Whether a link stands in a row of the inbox. */
function isInRow(scan: PageScan, link: Element): boolean {
  let at: Element | null = link;
  for (let level = 0; at && level < ROW_LEVELS; level++, at = parentOf(at)) {
    const threads = [...queryAll(at, 'a[href]')].map((one) => conversationAt(scan, one)?.thread).filter(Boolean);
    if (threads.length > 0) return new Set(threads).size < 2;
  }
  return false;
}

/** The conversation that a link opens, as its address says. */
function conversationAt({ site, document }: PageScan, link: Element): PageAddress | undefined {
  const href = (attributeOf(link, 'href') ?? '').slice(0, MAX_URL);
  const url = href === '' ? null : URL.parse(href, document.baseURI);
  const isOwn = url && site.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  const where = url && isOwn ? site.classifyUrl(url) : undefined;
  return where?.page === 'messages' && where.thread !== undefined ? where : undefined;
}

/** "@login", on sites whose profiles have logins in their addresses. */
function loginIn({ site }: PageScan, element: Element): string | undefined {
  const login = accountIn(/^@([\w.-]{2,40})$/.exec(textIn(element).slice(0, 60).trim())?.[1]);
  const url = login === undefined ? null : URL.parse(site.profileUrl(login) ?? '');
  return url && site.accountAt(url) === login ? login : undefined;
}

/** The name that a row of an inbox shows: by a link to the person, in what is called a name, or in strong words before all others. */
function nameInRow(scan: PageScan, row: Element): string {
  const marked = [...queryAll(row, '[class*="name" i]')].filter((one) => childCountOf(one) === 0);
  const linked = [...queryAll(row, 'a[href]')].filter(
    (one) => scan.accountOf(one) !== undefined && conversationAt(scan, one) === undefined,
  );
  const strong = firstIn(row, 'h2,h3,h4,h5,h6,strong,b');
  const first = strong && textIn(row).trimStart().startsWith(textIn(strong).trim()) ? [strong] : [];
  const names = [...linked, ...marked, ...first].map((one) => nameIn(one, scan.site.boilerplate));
  return names.find((name) => name !== '' && !name.startsWith('@')) ?? '';
}

/** Where the people of an inbox stand whose design is not known: what opens a conversation says so by its address. */
export function inboxOf(scan: PageScan): InboxPlaces {
  const isClient = scan.site.inbox?.isClient;
  return {
    opens: 'a[href]',
    isOpener: (link) => conversationAt(scan, link) !== undefined && !isInLandmark(link),
    named: `${scan.accountSelector},:not(:has(*))`,
    accountOf: (element) => scan.accountOf(element) ?? conversationAt(scan, element)?.account ?? loginIn(scan, element),
    ...(isClient && { isClient }),
    nameIn: (row) => nameInRow(scan, row),
  };
}
