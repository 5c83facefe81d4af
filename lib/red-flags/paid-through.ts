// What flags on how somebody asks to be paid see of how they were paid, where payment records were imported.
import type { Evidence, PersonLogs } from '../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../model/finding.ts';
import { findingKey } from '../model/finding-key.ts';
import { methodKey, type Payment } from '../model/log-event.ts';
import type { PaymentWords, Through } from '../statements/payment-words.ts';
import { foundAtMost } from './joined-logs.ts';
import type { FlagCheck } from './red-flag.ts';
import { MAX_SHARING } from './sign-ins.ts';

/** Measured on generated companies (docs/evaluation.md), 95 %. */
export const PAID_CHANCE = foundAtMost(0.008);
/** A reference that says it twice is no slip. */
const MANY = 2;
const MAX_SHOWN = 20;

/** Payments that went such a way. */
export interface Paid {
  check: FlagCheck;
  finding?: Finding;
}

/**
 * What the payment records of these accounts say; of whom there are none is absent.
 *
 * @param wayOf the service or the coin of a payment
 */
export async function paidThrough(
  flag: { id: string; clauses: Finding['clauses'] },
  wayOf: (payment: PaymentWords) => Through | undefined,
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<Map<AccountKey, Paid>> {
  const all = new Map<AccountKey, Paid>();
  for (const [account, logs] of await evidence.logsOf(accounts)) {
    const out = logs.payments.filter(({ direction }) => direction === 'out');
    if (out.length === 0) continue;
    const practice = await practiceOf(logs, evidence);
    const ways = out.flatMap((payment) => {
      const way = practice(payment) ? undefined : wayOf(payment);
      return way ? [{ payment, way }] : [];
    });
    const [first] = ways;
    if (!first) {
      all.set(account, { check: { result: 'clear', message: 'paidClear', data: { payments: out.length } } });
      continue;
    }
    const data = { payments: ways.length, what: first.way.what };
    const isPlain = ways.some(({ way }) => !way.isReference) || ways.length >= MANY;
    const strength: Strength = isPlain ? 'moderate' : 'weak';
    all.set(account, {
      check: { result: 'found', message: 'paidFound', data },
      finding: {
        flag: flag.id,
        key: findingKey(flag.id, ['paid', first.way.what.toLowerCase()]),
        topic: `${flag.id}-paid`,
        ...splitAccountKey(account),
        clauses: [...flag.clauses],
        strength,
        chance: PAID_CHANCE[strength],
        with: [],
        message: 'foundPaid',
        data,
        evidence: [{ kind: 'counts', rows: ways.slice(0, MAX_SHOWN).map(rowOf) }],
      },
    });
  }
  return all;
}

/** Whether several others are paid by the same method: then it is the user's own way to pay. */
async function practiceOf({ payments }: PersonLogs, evidence: Evidence): Promise<(payment: Payment) => boolean> {
  const keys = new Set(payments.flatMap((payment) => methodKey(payment) ?? []));
  const holders = await evidence.logHoldersOf([...keys]);
  return (payment) => {
    const key = methodKey(payment);
    return key !== undefined && (holders.get(key)?.length ?? 0) > MAX_SHARING;
  };
}

function rowOf({ payment, way }: { payment: Payment; way: Through }): EvidenceRow {
  const { at, amount, currency, reference = '' } = payment;
  return {
    label: 'paidAt',
    data: { at: { time: at } },
    value: { message: 'paidRow', data: { amount, currency, what: way.what, reference } },
  };
}
