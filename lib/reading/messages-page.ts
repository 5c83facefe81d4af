// Reads a conversation: its partner, and who wrote what and when; of an inbox, whom the user writes with. What a site's own
// tables or state do not find is looked for by what conversations look like everywhere (thread-page.ts).
import { collapseSpaces } from '../model/beginning.ts';
import { peopleInInbox } from './inbox.ts';
import type { PageScan } from './page-scan.ts';
import type { Value, Way } from './reading.ts';
import type { InboxPlaces } from './site.ts';
import type { Steps } from './steps.ts';
import { inboxOf, outlineThread } from './thread-page.ts';
import { childCountOf, childrenOf, parentOf, textIn } from './walk.ts';

/** Reads one conversation, or the list of them. Pauses between messages. */
export function* readMessages(scan: PageScan): Steps<void> {
  const stated = scan.readState()?.sightings.some((sighting) => sighting.kind === 'message');
  if (scan.uses('selectors')) yield* readByTables(scan, stated === true);
  const hasMessages = scan.sightings.some(({ kind }) => kind === 'message');
  if (!scan.uses('cards') || hasMessages) return;
  if (scan.address.thread !== undefined) yield* outlineThread(scan, scan.address.thread);
  else if (scan.sightings.length === 0) readInbox(scan, inboxOf(scan), 'cards');
}

/** Adds the people of an inbox. */
function readInbox(scan: PageScan, places: InboxPlaces, by: Way): void {
  for (const { said, ...sighting } of peopleInInbox(scan.document, places)) scan.add(sighting, by, said, '', true);
}

/** Reads by the places that the site's tables name. */
function* readByTables(scan: PageScan, isStated: boolean): Steps<void> {
  const { messages, thread } = scan.tables;
  const { inbox } = scan.site;
  if (inbox && scan.address.thread === undefined) readInbox(scan, inbox, 'selectors');
  const { account, name, ...said } = thread ? scan.readFields(scan.root, thread) : {};
  const named = scan.address.account ?? scan.accountNamed(account) ?? scan.accountNamed(name);
  if (named !== undefined) {
    scan.anchorAt(named, scan.firstWithText(thread?.name));
    // A login stands where a name would: it says nothing new.
    if (name !== undefined && name !== named)
      scan.add({ kind: 'profile', ids: { account: named } }, 'selectors', { ...said, name });
  }
  const id = scan.address.thread ?? named;
  if (!messages || isStated || id === undefined) return;
  const items: { root: Element; item: Record<string, Value> }[] = [];
  let before: Record<string, Value> = {};
  const roots = scan.cardElements(messages);
  const days = daysBetween(roots);
  for (const [n, root] of roots.entries()) {
    const above = days.get(root);
    const own = { ...(above && { day: above }), ...scan.readCard({ root, account: '' }, messages.fields) };
    const item = messages.grouped ? { ...groupOf(before, own), ...own } : own;
    before = item;
    items.push({ root, item });
    if (n % 16 === 15) yield;
  }
  const others = items.filter(({ item }) => item.mine === undefined);
  const authors = others.flatMap(({ item: { author } }) => (messages.mine?.test(wordsOf(author)) ? [] : [author]));
  const partner = named ?? onlyOther(authors.map((author) => scan.accountNamed(author)));
  const isMarked = messages.needsAuthor && others.length < items.length;
  for (const [n, { root, item }] of items.entries()) {
    const { author, mine, ...rest } = item;
    if (rest.text === undefined) continue;
    if (messages.needsAuthor && !isMarked && author === undefined) continue;
    const writer = wordsOf(author);
    const isPartner = scan.accountNamed(author) === partner || writer.replace(/^@/, '') === wordsOf(name);
    const isStranger = messages.stranger !== undefined && writer !== '' && !isPartner;
    const isMine =
      mine !== undefined || (messages.mine?.test(writer) ?? false) || (isStranger && messages.stranger === 'user');
    if (isStranger && !isMine) continue;
    // A name is not an id: with one partner, whoever is not the user is the partner.
    const other = scan.address.account ?? scan.accountNamed(account) ?? scan.peopleIn(root)[0]?.account ?? partner;
    const writtenWith = isMine ? partner : (other ?? scan.accountNamed(author));
    if (writtenWith !== undefined) {
      scan.add(
        { kind: 'message', ids: { thread: id, account: writtenWith } },
        'selectors',
        { ...rest, mine: isMine },
        `${n}`,
      );
    }
    if (n % 16 === 15) yield;
  }
  scan.takeCount('messages', [], true);
}

/** The day that stands between messages, over those that follow it. */
function daysBetween(roots: readonly Element[]): Map<Element, string> {
  const messages = new Set(roots);
  const days = new Map<Element, string>();
  for (const list of new Set(roots.map(parentOf))) {
    let day = '';
    for (const one of list ? childrenOf(list) : []) {
      const words = messages.has(one) || childCountOf(one) > 2 ? '' : collapseSpaces(textIn(one).slice(0, 60));
      if (/^(?:(?:[^\d:]{0,20}\d{1,2}[^\d:]{0,20}){1,2}(?:\d{4})?|\d{4}-\d\d-\d\d|[^\d\s]{3,12})$/.test(words))
        day = words;
      else if (messages.has(one) && day) days.set(one, day);
    }
  }
  return days;
}

const wordsOf = (value: Value | undefined) => (typeof value === 'string' ? collapseSpaces(value) : '');

/** The one account of these, if they are all of one: with several in a conversation it is not known whom the user answers. */
function onlyOther(accounts: readonly (string | undefined)[]): string | undefined {
  const [only, second] = new Set(accounts.filter((one) => one !== undefined));
  return second === undefined ? only : undefined;
}

/** What the message before says for this one as well, unless this one begins a group of its own. */
function groupOf(before: Record<string, Value>, item: Record<string, Value>): Record<string, Value> {
  const { day } = before;
  if (item.author !== undefined || item.mine !== undefined) return day === undefined ? {} : { day };
  return Object.fromEntries(Object.entries(before).filter(([field]) => /^(?:author|mine|day)$/.test(field)));
}
