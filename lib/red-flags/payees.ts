// What the flags on payment logs share: which payees are accounts, and which of them many are paid to.
import type { Evidence, PersonLogs } from '../evidence/evidence.ts';
import { type LogKey, type Payment, payeeKey } from '../model/log-event.ts';
import { MAX_SHARING } from './sign-ins.ts';

/** A payment of which the log names the account at the other end. */
export type ToAccount = Payment & { payee: string };

/** Whether the payee is a mail address or the number of an account, and no mere name. */
export function namesAccount(payment: Payment): payment is ToAccount {
  const { payee = '' } = payment;
  return payee.includes('@') || payee.replace(/\D/g, '').length >= 4;
}

/** Those of these payees that an agency may collect by: so many others are paid to them. In the form they are compared in. */
export async function agenciesAmong(
  payments: readonly ToAccount[],
  own: readonly string[],
  evidence: Evidence,
): Promise<Set<string>> {
  const keys = [...new Set(payments.map(({ payee }): LogKey => `payee:${payeeKey(payee)}`))];
  const holders = [...(await evidence.logHoldersOf(keys))];
  const shared = holders.filter(([, all]) => all.filter(({ key }) => !own.includes(key)).length >= MAX_SHARING);
  return new Set(shared.map(([key]) => key.slice('payee:'.length)));
}

/** The check of an account that no payment is known of. */
export const NO_PAYMENTS = { result: 'too-little', message: 'noLogs', data: {} } as const;

/**
 * The check of an account whose payments say too little; undefined where they say enough. Firms, shops and services are
 * paid often and by many accounts: only whom a profile or a sign-in shows is somebody.
 *
 * @param own what the logs say of the account, where they name it
 * @param hasProfile whether a profile of it was seen
 * @param payments how many of its payments count
 */
export function lackOfPayments(own: PersonLogs | undefined, hasProfile: boolean, payments: number, needed: number) {
  if (!own || own.payments.length === 0) return NO_PAYMENTS;
  if (!hasProfile && own.signIns.length === 0) return { result: 'too-little', message: 'nobody', data: {} } as const;
  if (payments >= needed) return undefined;
  return { result: 'too-little', message: 'tooFew', data: { payments, needed } } as const;
}
