// Tells who wrote what in a conversation of a design that no table knows, from the outlines of its parts: by the names over
// the messages, by links to people, by what is marked as one's own. Where the page shows none of these, nobody wrote it.
import { collapseSpaces } from '../model/beginning.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { DAY_MS, widthOf } from '../model/time.ts';
import { parseWhen } from '../statements/dates.ts';
import { ownSlotOf } from './item-line.ts';
import { ELEMENT_GAP, type Item, type Outline, type OutlineCard } from './reading.ts';

/** A message as its page shows it. */
export interface ThreadMessage {
  account: string;
  mine: boolean;
  text: string;
  sentAt?: string;
  day?: string;
}

/** What stands for the user in place of a name. */
const self =
  /^(?:you|me|yo|tú|tu|usted|você|voce|eu|vous|moi|du|ich|ви|я|вы|ty|ja|io|sen|ben|أنت|أنا|你|我|您|あなた|自分)[:：]?$|\((?:you|me|tú|você|vous|du|вы|ви|ty|tu|sen)\)$/iu;
/** How a hint to screen readers begins that names the user: "You said", "Sent by you at 10:32". */
const selfHint = /^(?:you|me)\b|\b(?:by|from) (?:you|me)\b/i;
/** What messengers say of a message besides its words. */
const state =
  /^(?:✓{1,2}|✔{1,2}|seen|read|delivered|sent|edited|unread|new|typing…?|online|offline|reply|react|copy|more|translate|translated|forward|(?:mark|report|quote|delete|pin)\b.{0,20}|leído|visto|enviado|entregado|editado|lido|lu|envoyé|modifié|gelesen|gesendet|zugestellt|bearbeitet|прочитано|доставлено|отправлено|изменено|надіслано|змінено|wysłano|przeczytane|letto|okundu|\(edited\))(?:[ :].{0,40}\d.{0,20})?$/iu;
const file =
  /^\S.{0,120}\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|png|jpe?g|gif|webp|svg|mp[34]|mov|wav|psd|ai|fig|txt|csv|odt|ods|sql|json)(?:$|[\s\u2005(·])|^\(?\d[\d.,]* ?(?:[kmg]i?b|bytes?)\)?$/iu;
const bareClock = /^\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?$/i;
/** The letters of a name in place of a picture. */
const initials = /^\p{Lu}{1,2}$/u;

/** Words on the user's own messages, and on the other's, in pairs where a design may use them for something else as well. */
const sides: readonly (readonly [own: RegExp, other: RegExp, mayBeAlone: boolean])[] = [
  [
    /^(?:own|mine|self|outgoing|outbound|isown|ismine|isme|fromme|byme|currentuser)$/,
    /^(?:other|others|theirs?|them|incoming|inbound|received|isother|partner|peer|interlocutor|opponent)$/,
    true,
  ],
  [/^(?:sent|sender|me|my)$/, /^(?:received?|receiver|other|them|their|you)$/, false],
  [/^out$/, /^in$/, false],
  [/^(?:right|end)$/, /^(?:left|start)$/, true],
  [/^r$/, /^l$/, false],
];
/** What stands in the middle is the site's own. */
const middle = /^(?:center|centre|system|event|notice|note|separator|divider|activity|info)$/;

type Side = 'me' | 'other' | 'stranger';

/** A part of a conversation, taken apart. */
interface Part {
  card: OutlineCard;
  groups: readonly string[];
  marks: readonly string[];
  hints: readonly string[];
  /** The short stretches of words that are no time and nothing that messengers say of a message. */
  labels: { item: Item; label: string }[];
  /** What may be somebody's message. */
  words: Item[];
  times: string[];
  side?: Side | undefined;
}

/** Longest name, in characters. */
const MAX_NAME = 60;

/**
 * The messages of a conversation of two of whom one is the user; none where it is not plain who is who.
 *
 * @param isNameEnough true on sites that know people by what they are called
 */
export function threadMessages(thread: Outline, seenAt: string, isNameEnough: boolean): ThreadMessage[] {
  const isTime = onceForEach((piece: string) => isTimeAt(piece, seenAt));
  const parts = thread.cards.map((card) => partOf(card, isTime));
  // Of what stands over a conversation with nobody who is linked, one is the name.
  const labels = new Set(parts.flatMap((part) => part.labels.map(({ label }) => folded(label))));
  const names = thread.ids.account
    ? (thread.names ?? [])
    : (thread.names ?? []).filter((one) => labels.has(folded(one)));
  if (!thread.ids.account && new Set(names.map(folded)).size > 1) return [];
  const partners = new Set([...names, thread.ids.account ?? ''].map(folded).filter(Boolean));
  const named = sidesByName(parts, partners);
  const linked = sidesByLink(parts, thread.ids.account);
  for (const part of parts) part.side = named.get(part) ?? linked.get(part);
  const marked = sidesByMarks(parts);
  for (const part of parts) part.side ??= marked.get(part);
  if (marked.size === 0) sidesByHints(parts, partners);
  if (!parts.some(({ side }) => side === 'me' || side === 'other')) return [];
  headsOver(parts, named);
  const places = placesOfWords(parts);
  const isWritten = ({ words }: Part) => words.some((item) => places.has(placeOf(item)));
  if (marked.size === 0) carried(parts, isWritten);
  const account =
    thread.ids.account ??
    onlyOne(parts.filter(({ side }) => side === 'other').map(({ card }) => card.account)) ??
    (isNameEnough ? names[0] : undefined);
  if (!account) return [];
  let day: string | undefined;
  return parts.flatMap((part, n) => {
    const { side, words, times } = part;
    const above = times.find((time) => !hasClock(time));
    if (above !== undefined) day = above;
    if ((side !== 'me' && side !== 'other') || !isWritten(part)) return [];
    const text = textOf(words, places, isTime);
    if (text === '' || text.split('\n').every((line) => file.test(line))) return [];
    const near = times.length > 0 ? times : timesBeside(parts, n);
    const sentAt = near.find((time) => hasClock(time) && !bareClock.test(time)) ?? near.find(hasClock) ?? above;
    const isTimed = sentAt !== undefined && (day !== undefined || !bareClock.test(sentAt));
    return [{ account, mine: side === 'me', text, ...(isTimed && { sentAt }), ...(day && { day }) }];
  });
}

const folded = (name: string) => collapseSpaces(name).replace(/^@/, '').toLowerCase();
const hasClock = (time: string) => /\d{1,2}[:.]\d{2}(?!\d)|T\d\d/.test(time);

function isTimeAt(piece: string, seenAt: string): boolean {
  if (piece.length > 40 || !/\d|^\p{L}+$/u.test(piece)) return false;
  if (bareClock.test(piece)) return true;
  const when = parseWhen(piece, seenAt);
  return when !== undefined && widthOf(when) < 40 * DAY_MS;
}

function partOf(card: OutlineCard, isTime: (piece: string) => boolean): Part {
  const lists = card.said ?? {};
  const listOf = (name: string) => (Array.isArray(lists[name]) ? (lists[name] as readonly string[]) : []);
  const part: Part = {
    card,
    groups: listOf('groups'),
    marks: listOf('marks'),
    hints: listOf('hints'),
    labels: [],
    words: [],
    times: [],
  };
  for (const item of card.items) {
    if (item.time) part.times.push(item.time);
    if (item.text === '') continue;
    const pieces = piecesOf(item.gaps ?? item.text, isTime);
    part.times.push(...pieces.filter(isTime));
    const rest = pieces.filter((piece) => !isTime(piece) && !state.test(piece) && !initials.test(piece));
    if (rest.length === 0) continue;
    const [label = ''] = rest;
    if (rest.length === 1 && label.length < MAX_NAME && item.text.length < MAX_NAME + 40)
      part.labels.push({ item, label });
    part.words.push(item);
  }
  for (const hint of part.hints) part.times.push(...piecesOf(hint, isTime).filter(isTime));
  return part;
}

/** A line's parts: names, times and states stand in one line with signs or elements between them. */
function piecesOf(line: string, isTime: (piece: string) => boolean): string[] {
  return line
    .split(/[\u2005\n·|•]/u)
    .map(collapseSpaces)
    .filter(Boolean)
    .flatMap((piece) => {
      const [, before = '', time = ''] = piece.length > 100 ? [] : (/^([^,]{1,60}), (.{3,40})$/.exec(piece) ?? []);
      return time !== '' && !isTime(piece) && isTime(time) ? [before, time] : piece;
    });
}

/** Whose parts are by the names in them: of the user, of the other, or of whoever is named where those two are. */
function sidesByName(parts: readonly Part[], partners: ReadonlySet<string>): Map<Part, Side> {
  const known = (label: string): Side | undefined =>
    self.test(label) ? 'me' : partners.has(folded(label)) ? 'other' : undefined;
  const all = parts.flatMap((part) => part.labels.slice(0, 2).map(({ item, label }) => ({ part, item, label })));
  const places = new Set(all.flatMap(({ item, label }) => (known(label) ? item.slot : [])));
  const here = all.filter(({ item }) => places.has(item.slot));
  const seen = new Set(here.map(({ label }) => known(label)));
  const unknown = new Set(here.flatMap(({ label }) => (known(label) ? [] : folded(label))));
  // Where the one is named and one more name stands, that is the other.
  const isOther = unknown.size === 1 && seen.has('me') !== seen.has('other');
  const rest: Side = !isOther ? 'stranger' : seen.has('me') ? 'other' : 'me';
  const sides = new Map<Part, Side>();
  for (const { part, item, label } of here) {
    if (sides.has(part)) continue;
    sides.set(part, known(label) ?? rest);
    part.words = part.words.filter((one) => one !== item);
  }
  return sides;
}

function sidesByLink(parts: readonly Part[], partner: string | undefined): Map<Part, Side> {
  const others = new Set(parts.flatMap(({ card: { account } }) => (account && account !== partner ? account : [])));
  const rest: Side = others.size === 1 ? 'me' : 'stranger';
  return new Map(
    partner === undefined
      ? []
      : parts.flatMap((part) => (part.card.account ? [[part, part.card.account === partner ? 'other' : rest]] : [])),
  );
}

const tokensOf = (marks: readonly string[]) =>
  marks
    .filter((mark) => !/=(?:false|0|no)$/.test(mark))
    .flatMap((mark) =>
      mark
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z]+/),
    );

/** Whose parts are by what marks them, where that tells some from others and contradicts no name. */
function sidesByMarks(parts: readonly Part[]): Map<Part, Side> {
  const written = parts.filter(({ words }) => words.length > 0);
  const often = new Map<string, number>();
  for (const { marks } of written) for (const mark of new Set(marks)) often.set(mark, (often.get(mark) ?? 0) + 1);
  // What nearly all have tells nothing.
  const tokens = new Map(
    written.map((part) => [
      part,
      tokensOf(part.marks.filter((mark) => (often.get(mark) ?? 0) * 10 < written.length * 9)),
    ]),
  );
  for (const [own, other, mayBeAlone] of sides) {
    const sided = new Map<Part, Side>();
    for (const [part, all] of tokens) {
      const [isOwn, isOther] = [all.some((one) => own.test(one)), all.some((one) => other.test(one))];
      if (isOwn !== isOther) sided.set(part, isOwn ? 'me' : 'other');
    }
    const both = new Set(sided.values());
    if (!both.has('me')) continue;
    if (!both.has('other')) {
      if (!mayBeAlone) continue;
      for (const [part, all] of tokens)
        if (!sided.has(part) && !all.some((one) => middle.test(one))) sided.set(part, 'other');
      if (![...sided.values()].includes('other')) continue;
    }
    if ([...sided].every(([part, side]) => part.side === undefined || part.side === side)) return sided;
  }
  return new Map();
}

function sidesByHints(parts: readonly Part[], partners: ReadonlySet<string>): void {
  for (const part of parts) {
    if (part.side !== undefined) continue;
    const said = new Set(
      part.hints.flatMap((hint): Side[] => {
        if (state.test(hint)) return [];
        if (selfHint.test(hint)) return ['me'];
        return [...partners].some((name) => folded(hint).includes(name)) ? ['other'] : [];
      }),
    );
    if (said.size === 1) [part.side] = said;
  }
}

/** A part with a name and no words is the head of its group, or of what follows it up to the next head. */
function headsOver(parts: readonly Part[], named: ReadonlyMap<Part, Side>): void {
  let head: Part | undefined;
  for (const part of parts) {
    if (named.has(part) && part.words.length === 0) head = part;
    else if (head && part.side === undefined && isWithin(part, head)) {
      part.side = head.side;
      if (part.times.length === 0) part.times = head.times;
    } else if (part.words.length > 0 && part.side !== undefined) head = undefined;
  }
}

const isWithin = ({ groups }: Part, { groups: around }: Part) => around.every((one, n) => groups[n] === one);

/** Where people write: the places of the longest words of those whose side is known. */
function placesOfWords(parts: readonly Part[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const sided = parts.filter(({ side, words }) => (side === 'me' || side === 'other') && words.length > 0);
  for (const { words } of sided) {
    const place = placeOf(longestOf(words));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const usual = new Set([...counts].filter(([, count]) => count > 1).map(([place]) => place));
  // Of a few messages each may stand in its own way, unless there are words in it where others have theirs.
  const few = sided.length < 4 ? sided : [];
  const own = few.flatMap(({ words }) =>
    words.some((item) => usual.has(placeOf(item))) ? [] : placeOf(longestOf(words)),
  );
  return new Set([...usual, ...own]);
}

const longestOf = (words: readonly Item[]) => words.reduce((a, b) => (b.text.length > a.text.length ? b : a));

/** The element's own tag and class, and those around it where it has none. */
const placeOf = (item: Item) => ownSlotOf(item) || item.slot;

/** Where both are named now and then, who is not named goes on after who was. */
function carried(parts: readonly Part[], isWritten: (part: Part) => boolean): void {
  const seen = new Set(parts.map(({ side }) => side));
  if (!seen.has('me') || !seen.has('other')) return;
  let last: Part | undefined;
  for (const part of parts) {
    if (part.side !== undefined) last = part;
    else if (last && isWritten(part) && isWithin(part, last)) part.side = last.side;
  }
}

/** The times that stand without words in the groups around a part, of the innermost that has any. */
function timesBeside(parts: readonly Part[], at: number): string[] {
  for (const group of (parts[at]?.groups ?? []).toReversed()) {
    const own = parts.filter(({ groups, words }) => groups.at(-1) === group && words.length === 0);
    const times = own.flatMap((one) => one.times).filter(hasClock);
    if (times.length > 0) return times;
  }
  return [];
}

const onlyOne = (all: readonly string[]) => {
  const [one, second] = new Set(all.filter(Boolean));
  return second === undefined ? one : undefined;
};

/** What was written: the words at the places of writing, without times and the like at their ends. */
function textOf(words: readonly Item[], places: ReadonlySet<string>, isTime: (piece: string) => boolean): string {
  const written = words.filter((item) => places.has(placeOf(item)));
  return written
    .map(({ gaps, text }) => {
      const pieces = (gaps ?? text).split(ELEMENT_GAP);
      const isBeside = (piece: string | undefined) =>
        piece !== undefined && piecesOf(piece, isTime).every((one) => isTime(one) || state.test(one));
      while (pieces.length > 1 && isBeside(pieces.at(-1))) pieces.pop();
      while (pieces.length > 1 && isBeside(pieces[0])) pieces.shift();
      return pieces.join('').trim();
    })
    .filter((line) => !file.test(line))
    .join('\n');
}
