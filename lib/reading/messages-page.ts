// Reads a conversation: with whom it is, and who wrote what and when. Only a site's own tables or state
// tell one message from the next, so a conversation that they do not find is not read at all.
import { squeeze } from './dom.ts';
import type { Look } from './page-scan.ts';
import type { Value } from './reading.ts';
import type { Steps } from './steps.ts';

/** Reads one conversation. Pauses between messages. */
export function* readMessages(look: Look): Steps<void> {
  const { messages, thread } = look.tables;
  const stated = look.readState()?.sightings.some((sighting) => sighting.kind === 'message');
  if (!look.tries('selectors')) return;
  const { account, name, ...said } = thread ? look.table(look.root, thread) : {};
  const partner = look.where.account ?? look.accountSaid(account) ?? look.accountSaid(name);
  if (partner !== undefined) {
    look.anchorAt(partner, look.first(thread?.name));
    // A login stands where a name would: it says nothing new.
    if (name !== undefined && name !== partner)
      look.add({ kind: 'profile', ids: { account: partner } }, 'selectors', { ...said, name });
  }
  const id = look.where.thread ?? partner;
  if (!messages || stated || id === undefined) return;
  let before: Record<string, Value> = {};
  const blocks = look.blocks(messages);
  const isMarked = messages.needsAuthor && blocks.some((root) => look.cardTable(root, messages.fields).mine);
  for (const [n, root] of blocks.entries()) {
    const item = look.cardTable(root, messages.fields);
    const { author, mine, ...rest } = messages.grouped ? { ...groupOf(before, item), ...item } : item;
    before = { ...rest, ...(author !== undefined && { author }), ...(mine !== undefined && { mine: true }) };
    if (rest.text === undefined) continue;
    if (messages.needsAuthor && !isMarked && author === undefined) continue;
    const writer = typeof author === 'string' ? squeeze(author) : '';
    const isPartner =
      look.accountSaid(author) === partner ||
      writer.replace(/^@/, '') === squeeze(typeof name === 'string' ? name : '');
    const isStranger = messages.stranger !== undefined && writer !== '' && !isPartner;
    const isMine =
      mine !== undefined || (messages.mine?.test(writer) ?? false) || (isStranger && messages.stranger === 'user');
    if (isStranger && !isMine) continue;
    // A name is nobody's id: with one partner, whoever is not the user is the partner.
    const other = look.where.account ?? look.accountSaid(account) ?? look.peopleIn(root)[0]?.account ?? partner;
    const with_ = isMine ? partner : (other ?? look.accountSaid(author));
    if (with_ !== undefined) {
      look.add(
        { kind: 'message', ids: { thread: id, account: with_ } },
        'selectors',
        { ...rest, mine: isMine },
        `${n}`,
      );
    }
    if (n % 16 === 15) yield;
  }
  look.count('messages', [], true);
}

/** What the message before says for this one as well, unless this one begins a group of its own. */
function groupOf(before: Record<string, Value>, item: Record<string, Value>): Record<string, Value> {
  const { day } = before;
  if (item.author !== undefined || item.mine !== undefined) return day === undefined ? {} : { day };
  return Object.fromEntries(Object.entries(before).filter(([field]) => /^(?:author|mine|day)$/.test(field)));
}
