// Finds people to whom money goes by ever other accounts: four and more of one currency in half a year, two changes one after the other
// while a contract runs, or sums that came from them and went on to another account of theirs. Who moves to a new bank,
// uses two accounts side by side, is paid by an agency's account, or gets again what a bank sent back is left alone.
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import { payeeKey } from '../../model/log-event.ts';
import { DAY_MS, intervalOf } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { foundAtMost } from '../joined-logs.ts';
import { timesOf } from '../log-times.ts';
import { agenciesAmong, lackOfPayments, NO_PAYMENTS, namesAccount, type ToAccount } from '../payees.ts';
import type { RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;

/** So many accounts of one log and one currency within so long. A bank, a wallet and a new bank are three, mostly of three logs. */
const [MANY, VERY_MANY, MANY_WITHIN] = [4, 6, 180 * DAY_MS];
/** Two changes within so long; before the first, so many payments show that the contract ran. */
const [CHANGES_WITHIN, MIN_BEFORE] = [120 * DAY_MS, 2];
/** What comes in goes on within so long, whole but for a fee; once is chance. */
const [ON_WITHIN, MIN_PART, MIN_PASSED] = [14 * DAY_MS, 0.8, 2];
/** What was paid out so shortly before came back: a refund, or a transfer that a bank did not take. */
const BACK_WITHIN = 90 * DAY_MS;
const MIN_PAYMENTS = 3;
/** Of whom more is recorded, the latest so many are compared with one another. */
const MAX_COMPARED = 3_000;

interface Timed {
  payment: ToAccount;
  /** In the form that payees are compared in. */
  payee: string;
  /** ms since 1970. */
  at: number;
}

interface Onward {
  message: 'foundPassed' | 'foundMany' | 'foundChanged';
  strength: Strength;
  /** How often, or how many accounts. */
  count: number;
  shown: readonly Timed[];
}

/** Measured on generated companies (docs/evaluation.md), 95 %. */
const CHANCE = foundAtMost(0.008);

export const onwardPayments: RedFlag = {
  id: 'onward-payments',
  clauses: ['P9'],
  falseAlarms: { question: CHANCE.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const [logs, profiles] = await Promise.all([evidence.logsOf(accounts), evidence.profilesOf(accounts)]);
    return eachAccount(accounts, async (account) => {
      const own = logs.get(account);
      const payments = own?.payments.filter(namesAccount) ?? [];
      const lack = lackOfPayments(own, profiles.has(account), payments.length, MIN_PAYMENTS);
      if (!own || lack) return { check: lack ?? NO_PAYMENTS };
      const agencies = await agenciesAmong(payments, own.accounts, evidence);
      const timed = timedOf(payments).filter(({ payee }) => !agencies.has(payee));
      const found = passedOn(timed.slice(-MAX_COMPARED)) ?? manyAccounts(timed) ?? changedTwice(timed);
      const payees = new Set(payments.map(({ payee }) => payeeKey(payee))).size;
      const message: MessageId = found ? 'checkFound' : 'clear';
      const data = { payments: payments.length, payees };
      const check = { result: found ? 'found' : 'clear', message, data } as const;
      return { check, findings: found ? [finding(account, found)] : [] };
    });
  },
};

function timedOf(payments: readonly ToAccount[]): Timed[] {
  return payments.map((payment) => ({ payment, payee: payeeKey(payment.payee), at: intervalOf(payment.at).from }));
}

/** What was paid out, of one log after the other: accounts of two kinds of payment are no change. */
function outByLog(timed: readonly Timed[]): Timed[][] {
  const out = timed.filter(({ payment }) => payment.direction === 'out');
  return [...Map.groupBy(out, ({ payment }) => payment.site).values()];
}

/** Accounts for currencies are side by side: only those of one currency are counted together. */
function manyAccounts(timed: readonly Timed[]): Onward | undefined {
  let best: Onward | undefined;
  const kept = timed.filter((one) => !cameBack(one, timed));
  const runs = outByLog(kept).flatMap((out) => [...Map.groupBy(out, ({ payment }) => payment.currency).values()]);
  for (const out of runs) {
    for (let from = 0, to = 0; to < out.length; to++) {
      while ((out[to]?.at ?? 0) - (out[from]?.at ?? 0) > MANY_WITHIN) from++;
      const shown = out.slice(from, to + 1);
      const count = new Set(shown.map(({ payee }) => payee)).size;
      if (count < MANY || count <= (best?.count ?? 0)) continue;
      best = { message: 'foundMany', strength: count >= VERY_MANY ? 'moderate' : 'weak', count, shown };
    }
  }
  return best;
}

/** Whether a bank sent back what was paid: it reached nobody. */
function cameBack({ payment, payee, at }: Timed, timed: readonly Timed[]): boolean {
  return (
    payment.direction === 'out' &&
    timed.some(
      (back) =>
        back.payment.direction === 'in' &&
        back.payee === payee &&
        back.at >= at &&
        back.at - at <= BACK_WITHIN &&
        back.payment.amount <= payment.amount &&
        back.payment.amount >= payment.amount * MIN_PART,
    )
  );
}

/** Three accounts of which each is paid to only after the one before is not any more. */
function changedTwice(timed: readonly Timed[]): Onward | undefined {
  for (const out of outByLog(timed)) {
    const uses = [...Map.groupBy(out, ({ payee }) => payee).values()];
    for (const first of uses.filter(({ length }) => length >= MIN_BEFORE)) {
      const after = (before: readonly Timed[]) =>
        uses.filter((use) => startOf(use) > endOf(before) && startOf(use) - endOf(first) <= CHANGES_WITHIN);
      for (const second of after(first)) {
        const [third] = after(second);
        if (third) {
          return { message: 'foundChanged', strength: 'weak', count: 3, shown: [...first, ...second, ...third] };
        }
      }
    }
  }
  return undefined;
}

const startOf = (use: readonly Timed[]) => use[0]?.at ?? 0;
const endOf = (use: readonly Timed[]) => use.at(-1)?.at ?? 0;

/** Sums that came from one account of the person and went on, soon and nearly whole, to another. */
function passedOn(timed: readonly Timed[]): Onward | undefined {
  const shown: Timed[] = [];
  const used = new Set<Timed>();
  for (const came of timed) {
    if (came.payment.direction !== 'in' || isBack(came, timed)) continue;
    const went = timed.find((one) => !used.has(one) && isOnward(came, one));
    if (!went) continue;
    used.add(went);
    shown.push(came, went);
  }
  const count = used.size;
  return count < MIN_PASSED ? undefined : { message: 'foundPassed', strength: 'moderate', count, shown };
}

function isBack(came: Timed, timed: readonly Timed[]): boolean {
  return timed.some(
    ({ payment, payee, at }) =>
      payment.direction === 'out' &&
      payee === came.payee &&
      payment.amount >= came.payment.amount * MIN_PART &&
      at <= came.at &&
      came.at - at <= BACK_WITHIN,
  );
}

function isOnward(came: Timed, { payment, payee, at }: Timed): boolean {
  const part = payment.amount / came.payment.amount;
  return (
    payment.direction === 'out' &&
    payment.currency === came.payment.currency &&
    payee !== came.payee &&
    at >= came.at &&
    at - came.at <= ON_WITHIN &&
    part >= MIN_PART &&
    part <= 1
  );
}

function finding(account: AccountKey, { message, strength, count, shown }: Onward): Finding {
  const [first, last] = [shown[0] as Timed, shown.at(-1) as Timed];
  const times = timesOf(
    shown.map(({ payment }) => ({
      at: payment.at,
      lane: payment.payee,
      value: {
        message: payment.direction === 'out' ? 'paidOut' : 'paidIn',
        data: { amount: payment.amount, currency: payment.currency },
      },
    })),
  );
  return {
    flag: 'onward-payments',
    key: findingKey('onward-payments'),
    topic: 'onward-payments',
    ...splitAccountKey(account),
    clauses: ['P9'],
    strength,
    chance: CHANCE[strength],
    with: [],
    message,
    data: { count, first: { time: first.payment.at }, last: { time: last.payment.at } },
    evidence: [times],
  };
}
