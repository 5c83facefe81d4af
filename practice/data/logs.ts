// Sign-ins and payments of some who worked for the client before, as logs of the client's own would have them. Each red
// flag on logs finds two of them. All of it is invented: addresses are of the ranges kept for examples.
import type { AccountKey } from '../../lib/model/account.ts';
import type { LogEvent, Payment, SignIn } from '../../lib/model/log-event.ts';
import type { Message } from '../../lib/model/observation.ts';
import { people } from './people.ts';
import { logPlanted as planted } from './truth.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.parse('2026-03-02T00:00:00Z');
const SEEN_AT = '2026-09-20T10:00:00.000Z';
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const moment = (time: number) => new Date(Math.round(time / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');

const mailOf = (handle: string) => `${handle}@westclinics.example`;
const nameOf = (handle: string) => people.find((one) => one.handle === handle)?.name ?? handle;
/** Who charges hours and is not seen at work. */
const isIdle = (handle: string) => planted['idle-charges'].some((one) => one === handle);
const everybody = [...new Set(Object.values(planted).flat())];

/** Whose accounts in the logs are whose, as the user said. */
export const loggedPeople: readonly (readonly [AccountKey, AccountKey])[] = everybody.flatMap((handle) =>
  (['okta', 'paypal'] as const).map((log) => [`freelancer:${handle}`, `${log}:${mailOf(handle)}`] as const),
);

/** Everything that stands in the logs. */
export function logEvents(): LogEvent[] {
  return [
    ...everybody.flatMap((handle, n) => (isIdle(handle) ? [] : workdays(handle, n))),
    ...planted['many-addresses'].flatMap(manyPlaces),
    ...planted['long-sessions'].flatMap(withoutPause),
    ...planted['shared-address'].flatMap((handle, i) => onMachine(handle, { device: 'desk-7' }, i)),
    ...planted['remote-desktop'].flatMap((handle, i) => onMachine(handle, { client: 'AnyDesk 7.1' }, 4 + i)),
    ...planted['shared-payee'].flatMap((handle) =>
      range(6).map((n) => paid(handle, n * 30, 1_800 + n, { payee: 'till-44@payments.example', name: 'Corin Vale' })),
    ),
    ...planted['small-charges'].flatMap((handle, i) =>
      range(22).map((n) => paid(handle, n * 4 + ((n * 7 + i) % 3), 1_600 + 7 * n)),
    ),
    ...planted['onward-payments'].flatMap((handle) =>
      range(6).map((n) => paid(handle, n * 20, 3_000, { payee: `${handle}-${n}000` })),
    ),
    ...planted['idle-charges'].flatMap((handle) =>
      range(12).map((n) => paid(handle, n * 7, 500, { reference: `${30 + n} hours` })),
    ),
  ];
}

/** The last words with those who went on charging hours. */
export function lastWords(): Message[] {
  return planted['idle-charges'].flatMap((account) =>
    range(6).map(
      (n): Message => ({
        kind: 'message',
        site: 'freelancer',
        seenAt: SEEN_AT,
        thread: account,
        account,
        mine: n % 2 === 1,
        text: n % 2 === 1 ? `Thank you, step ${n} looks right.` : `Step ${n} of the export is ready.`,
        sentAt: moment(START + n * DAY + 10 * HOUR),
      }),
    ),
  );
}

function signIn(handle: string, hours: number, more: Partial<SignIn> = {}): SignIn {
  return {
    kind: 'sign-in',
    site: 'okta',
    seenAt: SEEN_AT,
    account: mailOf(handle),
    name: nameOf(handle),
    at: moment(START + hours * HOUR),
    outcome: 'ok',
    ...more,
  };
}

function paid(handle: string, day: number, amount: number, more: Partial<Payment> = {}): Payment {
  return {
    kind: 'payment',
    site: 'paypal',
    seenAt: SEEN_AT,
    account: mailOf(handle),
    name: nameOf(handle),
    at: moment(START + day * DAY).slice(0, 10),
    direction: 'out',
    amount,
    currency: 'USD',
    payee: mailOf(handle),
    ...more,
  };
}

/** Two weeks of ordinary days from home. */
function workdays(handle: string, n: number): SignIn[] {
  return range(14).flatMap((day) =>
    [9, 11.3, 13.1, 16.4].map((hour) =>
      signIn(handle, day * 24 + hour, { ip: `192.0.2.${10 + n}`, network: `Home line ${n + 1}` }),
    ),
  );
}

/** Two days on which one network follows another every half hour. */
function manyPlaces(handle: string, i: number): SignIn[] {
  return [400, 520].flatMap((from) =>
    range(9).map((n) =>
      signIn(handle, from + i + n / 2, { ip: `198.51.100.${20 * i + n + 1}`, network: `Network ${i * 9 + n + 1}` }),
    ),
  );
}

/** Twice in use for two days and nights, at odd moments. */
function withoutPause(handle: string, i: number): SignIn[] {
  return [400, 600].flatMap((from) => {
    const signIns: SignIn[] = [];
    for (let n = 0, at = 0; at <= 46; at += 0.3 + ((++n * 7) % 11) / 4) {
      signIns.push(signIn(handle, from + i + at, { client: 'Browser 140', ip: `203.0.113.${5 + i}` }));
    }
    return signIns;
  });
}

/** A week on one machine, or by one program. */
function onMachine(handle: string, more: Partial<SignIn>, i: number): SignIn[] {
  return range(6).map((n) => signIn(handle, 400 + n * 24 + 10 + i, { ip: `203.0.113.${60 + i}`, ...more }));
}
