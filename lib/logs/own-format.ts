// A mapping of the user's own for a log that no format here knows: which column says what. It is kept as JSON, can be
// given to others as a file, and holds names of columns only.
import * as z from 'zod/mini';
import { plainName, RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

const column = z.string().check(z.minLength(1), z.maxLength(200));

const mappingSchema = z.object({
  hireflag: z.literal('log-format'),
  id: z.string().check(z.regex(/^own-[a-z0-9-]{1,35}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  gives: z.enum(['sign-ins', 'payments']),
  days: z.optional(z.enum(['month-first', 'day-first'])),
  isUtc: z.optional(z.literal(true)),
  /** What every event needs. */
  account: column,
  at: column,
  /** Of payments what they need besides: an amount below nothing went out. */
  amount: z.optional(column),
  currency: z.optional(column),
  others: z.optional(
    z.partialRecord(
      z.enum([
        'name',
        'session',
        'ip',
        'network',
        'device',
        'client',
        'country',
        'city',
        'latitude',
        'longitude',
        'event',
        'endedAt',
        'payee',
        'id',
        'method',
        'reference',
        'status',
      ]),
      column,
    ),
  ),
});

/** Which column says what. */
export type Mapping = z.infer<typeof mappingSchema>;

/** Reads a mapping from a file's text. */
export function parseMapping(text: string): { mapping: Mapping } | { problem: string } {
  try {
    const read = z.safeParse(mappingSchema, JSON.parse(text.slice(0, 20_000)));
    if (!read.success) return { problem: `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}` };
    const { data } = read;
    if (data.gives === 'payments' && (data.amount === undefined || data.currency === undefined))
      return { problem: 'amount, currency' };
    return { mapping: data };
  } catch {
    return { problem: 'JSON' };
  }
}

/** The format that a mapping describes. */
export function formatOf(mapping: Mapping): LogFormat {
  const { id, name, gives, days, isUtc, others = {} } = mapping;
  const plain = Object.fromEntries(Object.entries(others).map(([key, value]) => [key, plainName(value)]));
  const [account, at] = [plainName(mapping.account), plainName(mapping.at)];
  const [amount, currency] = [plainName(mapping.amount ?? ''), plainName(mapping.currency ?? '')];
  return {
    id,
    name,
    gives,
    unproven: true,
    ...(days && { days }),
    ...(isUtc && { isUtc }),
    // All that it names, so that it takes no file that is of another kind.
    marks: [[account, at, amount, currency, ...Object.values(plain)].filter((one) => one !== '')],
    read(row) {
      const text = (field: string) => (plain[field] === undefined ? undefined : row.text(plain[field]));
      const who = row.id(account);
      if (who === undefined) throw new RowProblem('no-account', mapping.account);
      const said = { account: who, name: text('name'), at: row.time(at) };
      if (gives === 'sign-ins') {
        const number = (field: string) => (plain[field] === undefined ? undefined : row.number(plain[field]));
        return {
          signIns: [
            {
              ...said,
              ...(plain.ip !== undefined && row.address(plain.ip)),
              ...(text('endedAt') !== undefined && { endedAt: row.time(plain.endedAt as string) }),
              session: text('session'),
              network: text('network'),
              device: text('device'),
              client: text('client'),
              country: text('country'),
              city: text('city'),
              latitude: number('latitude'),
              longitude: number('longitude'),
              event: text('event'),
            },
          ],
        };
      }
      const sum = row.amount(amount);
      if (sum === 0) return { skipped: 'noPayment' };
      const code = row.text(currency)?.toUpperCase() ?? '';
      if (!/^[A-Z]{3}$/.test(code)) throw new RowProblem('wrong-field', mapping.currency);
      return {
        payment: {
          ...said,
          direction: sum < 0 ? 'out' : 'in',
          amount: Math.abs(sum),
          currency: code,
          payee: text('payee'),
          id: text('id'),
          method: text('method'),
          reference: text('reference'),
          status: text('status'),
        },
      };
    },
  };
}
