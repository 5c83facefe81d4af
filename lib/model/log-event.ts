// A log event is one row of a record that a company has of its own systems: a sign-in to an account, or a payment.
// It happened once and is never seen changed, so that it is known by all that it says. Like an observation it is
// written as one line of JSON, and passes through the schema here before anything else sees it.
import * as z from 'zod/mini';
import { type AccountKey, accountKey } from './account.ts';
import { MAX_ID, MAX_SHORT } from './limits.ts';
import { onceForEach } from './once-for-each.ts';
import { dayOrMoment, type Interval, parseTime, precisionOf, readInterval, type Time, writeTime } from './time.ts';

const clipped = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((s: string) => (s.length > max ? s.slice(0, max) : s).toWellFormed()),
  );
const short = () => z.optional(clipped(MAX_SHORT));
const id = () => z.string().check(z.minLength(1), z.maxLength(MAX_ID), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** Nothing that a log tells of was earlier, and nothing is so far ahead. Years. */
const [FIRST_YEAR, LAST_YEAR] = [1995, 2100];

const [FIRST, LAST] = [Date.UTC(FIRST_YEAR, 0), Date.UTC(LAST_YEAR, 0) - 1];

/** The time that was last read or written: a row's passes through here several times. */
let last: { written: string; time: Time | undefined } = { written: '', time: undefined };

/** A moment as nearly every log writes it, which is its canonical form, too. */
const usual = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.(?!000)\d{3})?Z$/;
const isLogDay = onceForEach((day) => {
  const interval = readInterval(day);
  return interval !== undefined && interval.from >= FIRST && interval.to <= LAST;
}, 5_000);

/** True for a moment of the years that logs are of which is written as {@link logTime} would write it. */
export function isUsualMoment(written: string): boolean {
  return usual.test(written) && isLogDay(written.slice(0, 10));
}

/** A time of the years that logs are of, in its canonical form; undefined for any other. */
export function logTime(written: string): Time | undefined {
  if (last.written !== written && isUsualMoment(written)) last = { written, time: written };
  if (last.written !== written) {
    const interval = readInterval(written);
    last = { written, time: interval && within(interval) };
  }
  return last.time;
}

function within(interval: Interval): Time | undefined {
  if (interval.from < FIRST || interval.to > LAST) return undefined;
  const time = writeTime(interval);
  last = { written: time, time };
  return time;
}

const time = () =>
  z.pipe(
    z.string().check(z.refine((written) => logTime(written) !== undefined, 'not a time of a log')),
    z.transform((written) => logTime(written) as Time),
  );
const moment = () =>
  z.pipe(
    z.string().check(z.refine((written) => exactMoment(written) !== undefined, 'not a moment')),
    z.transform((written) => exactMoment(written) as string),
  );

/** When the file was read is the same for all its rows. */
let lastMoment: { written: string; moment: string | undefined } = { written: '', moment: undefined };

function exactMoment(written: string): string | undefined {
  if (lastMoment.written !== written) {
    const time = parseTime(written);
    const isMoment = time !== undefined && precisionOf(time) === 'moment';
    lastMoment = { written, moment: isMoment ? new Date(time).toISOString() : undefined };
  }
  return lastMoment.moment;
}

const common = {
  /** Id of the log's format, in the place of a marketplace's. */
  site: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  /** When the file was read. */
  seenAt: moment(),
  /** Who it is about, as the log names them. */
  account: id(),
  /** What the log calls them. */
  name: short(),
  at: time(),
};

const signIn = z.object({
  kind: z.literal('sign-in'),
  ...common,
  /** When the session ended, where one row says both. */
  endedAt: z.optional(time()),
  session: short(),
  outcome: z.optional(z.enum(['ok', 'failed'])),
  /** An address in its normal form, or its keyed hash (`#` and 24 hexadecimal digits). */
  ip: z.optional(z.string().check(z.maxLength(60), z.regex(/^(?:[0-9a-f.:]+|#[0-9a-f]{24})$/))),
  port: z.optional(z.int().check(z.gte(0), z.lte(65_535))),
  /** As the log writes it: never what anything is judged by. */
  country: short(),
  /** Where the network of the address is registered, where the log names no country (ISO 3166-1): not where anybody was. */
  registered: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  city: short(),
  latitude: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.optional(z.number().check(z.gte(-180), z.lte(180))),
  /** The network's number or its operator. */
  network: short(),
  /** Set where the log itself, or a list of the user's, says that the address is a relay's. */
  proxy: z.optional(z.boolean()),
  /** What names one device among all. */
  device: short(),
  /** The program, as it names itself. */
  client: short(),
  event: short(),
});

const payment = z.object({
  kind: z.literal('payment'),
  ...common,
  /** Money that left the user (`out`) or came to them. */
  direction: z.enum(['out', 'in']),
  amount: z.number().check(z.nonnegative()),
  currency: z.string().check(z.regex(/^[A-Z0-9]{3,5}$/)),
  id: short(),
  /** The mail address or the bank account that the money went to or came from. */
  payee: short(),
  method: short(),
  reference: short(),
  bankCountry: short(),
  status: short(),
  /** The second, third … of payments that say just the same. */
  nth: z.optional(z.int().check(z.gte(2))),
});

const event = z.discriminatedUnion('kind', [signIn, payment]);

export type LogEvent = z.infer<typeof event>;
export type SignIn = z.infer<typeof signIn>;
export type Payment = z.infer<typeof payment>;

export const logKinds: ReadonlySet<string> = new Set(['sign-in', 'payment']);

/** Parses one untrusted value. Fields that are `null` or empty are read as not said. Never throws. */
export function parseLogEvent(value: unknown): { event: LogEvent } | { problem: string } {
  const given = ((typeof value === 'object' && value) || {}) as Record<string, unknown>;
  return readQuickly(given) ?? parseWhole(given);
}

function parseWhole(given: Readonly<Record<string, unknown>>): { event: LogEvent } | { problem: string } {
  const said: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(given)) if (isSaid(field)) said[key] = field;
  const result = z.safeParse(event, said);
  if (result.success) return { event: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.');
  return { problem: where ? `${where}: ${issue?.message}` : (issue?.message ?? 'not a log event') };
}

const isSaid = (field: unknown) => field !== null && field !== '' && field !== undefined;

/** What a field says; undefined for what its schema refuses. */
type FieldReader = (said: unknown) => unknown;

/**
 * The same by the schemas of the fields, each of which is asked once for a value: the rows of a log say the same few things
 * again and again.
 *
 * @returns undefined where one of them refuses: why is said by the schema of the whole
 */
function readQuickly(given: Readonly<Record<string, unknown>>): { event: LogEvent } | undefined {
  const fields =
    given.kind === 'sign-in' ? readers('sign-in') : given.kind === 'payment' ? readers('payment') : undefined;
  if (!fields) return undefined;
  const read: Record<string, unknown> = {};
  for (const { name, of, isNeeded } of fields) {
    const said = given[name];
    if (!isSaid(said)) {
      if (isNeeded) return undefined;
      continue;
    }
    const value = of(said);
    if (value === undefined) return undefined;
    read[name] = value;
  }
  return { event: read as LogEvent };
}

/** Values that a field remembers. */
const MOST_VALUES = 20_000;

/** The fields of each kind, made when the first event of it comes. */
const readers = onceForEach((kind: LogEvent['kind']) =>
  Object.entries<z.ZodMiniType>(kind === 'sign-in' ? signIn.shape : payment.shape).map(([name, schema]) => ({
    name,
    of: readerOf(name, schema),
    isNeeded: !schema.safeParse(undefined).success,
  })),
);

function readerOf(name: string, schema: z.ZodMiniType): FieldReader {
  // Times differ in nearly every row.
  if (name === 'at' || name === 'endedAt') return (said) => (typeof said === 'string' ? logTime(said) : undefined);
  const checked: FieldReader = (said) => schema.safeParse(said).data;
  const remembered = onceForEach(checked, MOST_VALUES);
  return (said) => (typeof said === 'string' && said.length <= MAX_SHORT ? remembered(said) : checked(said));
}

/** `site:account` of whom an event is about. */
export function whoOf({ site, account }: Pick<LogEvent, 'site' | 'account'>): AccountKey {
  return accountKey(site, account);
}

/** What lists and tables say of an address, and the file does not: they change, and the event is the same. */
type LookedUp = Pick<SignIn, 'proxy' | 'registered'>;

const lookedUp: readonly (keyof LookedUp)[] = ['proxy', 'registered'];

/** The fields that make events the same, in an order of theirs. */
const ownFields = [...new Set([...Object.keys(signIn.shape), ...Object.keys(payment.shape)])].filter(
  (name) => name !== 'seenAt' && !lookedUp.some((one) => one === name),
) as (keyof LogEvent)[];

/** All that makes two rows the same event: everything that it says but when the file was read, and what was looked up. */
export function contentOf(event: LogEvent): string {
  return JSON.stringify(ownFields.map((name) => event[name]));
}

/** One event that was read twice, with what was looked up either time, in whichever order they came. */
export function sameEvent(one: LogEvent, other: LogEvent | undefined): LogEvent {
  if (one.kind !== 'sign-in' || other?.kind !== 'sign-in') return one;
  const isProxy = one.proxy === true || other.proxy === true;
  const [least] = [one.registered, other.registered].filter((code) => code !== undefined).sort();
  return {
    ...one,
    ...((one.proxy ?? other.proxy) !== undefined && { proxy: isProxy }),
    ...(least !== undefined && { registered: least }),
  };
}

/** A moment as a time: midnight to the millisecond stays a moment, since a log's clock does show it. */
export function logMoment(ms: number): Time | undefined {
  return Number.isFinite(ms) ? within({ from: ms, to: ms }) : undefined;
}

/** The day that a moment lies at the beginning of, as a time. */
export function logDay(ms: number): Time | undefined {
  return Number.isFinite(ms) ? within(dayOrMoment(ms)) : undefined;
}

/** What others may have, too: an address, a device, a session, a program, an account that money goes to, a way to pay, a mail address, a name. */
export type LogKey = `${'ip' | 'device' | 'session' | 'client' | 'payee' | 'method' | 'mail' | 'name'}:${string}`;

/** By what an event is found. Those of a session and a device hold within their log only. */
export function logKeysOf(event: LogEvent): LogKey[] {
  return [...keysOfAccount(event), ...keysOfEvent(event)];
}

/** By what an event's account is found, whatever it did: its mail address and its name. */
export function keysOfAccount({ account, name }: Pick<LogEvent, 'account' | 'name'>): LogKey[] {
  const words = nameKey(name ?? '');
  return [
    ...(account.includes('@') ? [`mail:${account}` as const] : []),
    ...(words === undefined ? [] : [`name:${words}` as const]),
  ];
}

/** By what an event is found beside its account. */
export function keysOfEvent(event: LogEvent): LogKey[] {
  const keys: LogKey[] = [];
  if (event.kind === 'payment') {
    if (event.payee !== undefined) keys.push(`payee:${payeeKey(event.payee)}`);
    const method = methodKey(event);
    if (method !== undefined) keys.push(method);
    return keys;
  }
  // Who failed to be let in was perhaps somebody else.
  if (event.outcome === 'failed') return keys;
  if (event.ip !== undefined) keys.push(`ip:${event.ip}`);
  if (event.device !== undefined) keys.push(`device:${event.site}:${event.device}`);
  if (event.session !== undefined) keys.push(`session:${event.site}:${event.session}`);
  if (event.client !== undefined) keys.push(`client:${event.site}:${event.client}`);
  return keys;
}

/** The way in which a log says that money went; it holds within that log only. */
export function methodKey({ site, method }: Payment): LogKey | undefined {
  const written = method?.trim().toLowerCase();
  return written ? `method:${site}:${written}` : undefined;
}

/** A mail address or a bank account as it is compared. */
export function payeeKey(payee: string): string {
  return payee.replace(/\s/g, '').toLowerCase();
}

/** The words of a name in small letters without accents, in the order of the alphabet; undefined for a single word. */
export function nameKey(name: string): string | undefined {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/\p{L}+/gu);
  return words && words.length > 1 ? words.slice(0, 6).sort().join(' ') : undefined;
}

/**
 * The network that an address most likely belongs to, where a log does not name it: the first half of an address of
 * version 4, the first two groups of one of version 6. Two of them may still be one operator's.
 */
export function neighbourhoodOf(ip: string): string {
  const parts = ip.includes('.') ? ip.split('.') : ip.split(':');
  return parts.slice(0, 2).join(ip.includes('.') ? '.' : ':');
}
