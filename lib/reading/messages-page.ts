// Reads a conversation: its partner, and who wrote what and when. Only a site's own tables or state can
// separate one message from the next, so a conversation that they do not find is not read at all.
import { collapseSpaces } from '../model/beginning.ts';
import type { PageScan } from './page-scan.ts';
import type { Value } from './reading.ts';
import type { Steps } from './steps.ts';

/** Reads one conversation. Pauses between messages. */
export function* readMessages(scan: PageScan): Steps<void> {
  const { messages, thread } = scan.tables;
  const stated = scan.readState()?.sightings.some((sighting) => sighting.kind === 'message');
  if (!scan.uses('selectors')) return;
  const { account, name, ...said } = thread ? scan.readFields(scan.root, thread) : {};
  const partner = scan.address.account ?? scan.accountNamed(account) ?? scan.accountNamed(name);
  if (partner !== undefined) {
    scan.anchorAt(partner, scan.firstWithText(thread?.name));
    // A login stands where a name would: it says nothing new.
    if (name !== undefined && name !== partner)
      scan.add({ kind: 'profile', ids: { account: partner } }, 'selectors', { ...said, name });
  }
  const id = scan.address.thread ?? partner;
  if (!messages || stated || id === undefined) return;
  let before: Record<string, Value> = {};
  const blocks = scan.cardElements(messages);
  const isMarked = messages.needsAuthor && blocks.some((root) => scan.readCard(root, messages.fields).mine);
  for (const [n, root] of blocks.entries()) {
    const item = scan.readCard(root, messages.fields);
    const { author, mine, ...rest } = messages.grouped ? { ...groupOf(before, item), ...item } : item;
    before = { ...rest, ...(author !== undefined && { author }), ...(mine !== undefined && { mine: true }) };
    if (rest.text === undefined) continue;
    if (messages.needsAuthor && !isMarked && author === undefined) continue;
    const writer = typeof author === 'string' ? collapseSpaces(author) : '';
    const isPartner =
      scan.accountNamed(author) === partner ||
      writer.replace(/^@/, '') === collapseSpaces(typeof name === 'string' ? name : '');
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

/** What the message before says for this one as well, unless this one begins a group of its own. */
function groupOf(before: Record<string, Value>, item: Record<string, Value>): Record<string, Value> {
  const { day } = before;
  if (item.author !== undefined || item.mine !== undefined) return day === undefined ? {} : { day };
  return Object.fromEntries(Object.entries(before).filter(([field]) => /^(?:author|mine|day)$/.test(field)));
}
