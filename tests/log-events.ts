// Events of sign-in and payment logs for the cases of the flags on them: invented people, one log.
import type { Payment, SignIn } from '../lib/model/log-event.ts';

const seenAt = '2026-11-01T00:00:00.000Z';
const START = Date.UTC(2026, 8, 7);

/** A sign-in some hours after a Monday. */
export function signIn(hours: number, more: Partial<SignIn> = {}): SignIn {
  const at = new Date(START + Math.round(hours * 3_600_000)).toISOString().replace('.000Z', 'Z');
  const account = more.account ?? 'ines@quay.example';
  return { kind: 'sign-in', site: 'okta', seenAt, account, at, outcome: 'ok', ...more };
}

/** A payment to somebody some days after a Monday. */
export function paid(day: number, amount: number, more: Partial<Payment> = {}): Payment {
  const at = new Date(START + day * 86_400_000).toISOString().slice(0, 10);
  const account = more.account ?? 'ines@quay.example';
  const said = {
    kind: 'payment',
    site: 'paypal',
    seenAt,
    account,
    at,
    direction: 'out',
    amount,
    currency: 'USD',
  } as const;
  return { ...said, payee: account, ...more };
}

/** Ordinary days of work from one place. */
export function workdays(days: number, more: Partial<SignIn> = {}): SignIn[] {
  return Array.from({ length: days }, (_, day) =>
    [9, 11.3, 13.1, 16.4].map((hour) => signIn(day * 24 + hour, { ip: '10.0.0.1', network: 'as-home', ...more })),
  ).flat();
}

/** So many networks, one after the other; by default half an hour apart. */
export function manyNetworks(count: number, from = 0, apart = 0.5, more: Partial<SignIn> = {}): SignIn[] {
  return Array.from({ length: count }, (_, n) =>
    signIn(from + n * apart, { ip: `10.${n + 1}.${from % 200}.1`, network: `as-${from}-${n}`, ...more }),
  );
}

/** Use without a pause, at odd moments, up to so many hours. */
export function longUse(from: number, hours: number, more: Partial<SignIn> = {}): SignIn[] {
  const signIns: SignIn[] = [];
  for (let n = 0, at = 0; at <= hours; at += 0.3 + ((++n * 7) % 11) / 4) {
    signIns.push(signIn(from + at, { client: 'Quay/1', ...more }));
  }
  return signIns;
}

/** Small sums on days without a rhythm. */
export function oddCharges(count: number, more: Partial<Payment> = {}): Payment[] {
  return Array.from({ length: count }, (_, n) => paid(n * 4 + ((n * 7) % 3), 1_600 + n, { id: `T${n}`, ...more }));
}
