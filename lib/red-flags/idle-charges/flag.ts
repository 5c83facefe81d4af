// Finds people whose hours are charged for weeks after the last message that either side wrote, where nothing else shows
// that they worked: no sign-in to a system of yours. What was charged after the messages were last looked at says
// nothing, and the last hours of a job are often charged late.
import type { PersonLogs, StoredMessage } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Payment } from '../../model/log-event.ts';
import { DAY_MS, intervalOf, type Time, writeTime } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import { timesOf } from '../log-times.ts';
import type { RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** Hours of a week are charged after it, and the last of a job later still. */
const GRACE = 14 * DAY_MS;
/** So many charges are no bill that came late. */
const [MIN_CHARGES, MANY] = [3, 5];
/** Whoever wrote less perhaps talks elsewhere. */
const MIN_MESSAGES = 4;
const hours = /\bhour(?:s|ly)?\b|\bhrs?\b|\bhoras?\b|\bstunden?\b|\bheures?\b|\bчас/iu;

/** Charges for hours while nobody said a word. */
interface Silence {
  /** When the last message was written, and until when there were no others, ms since 1970. */
  from: number;
  said: Time;
  read: number;
  charges: Payment[];
}

export const idleCharges: RedFlag = {
  id: 'idle-charges',
  clauses: ['C9', 'C13', 'M8'],
  falseAlarms: { question: NONE_FOUND.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const [logs, people] = await Promise.all([evidence.logsOf(accounts), evidence.peopleOf(accounts)]);
    const own = (account: AccountKey) => [account, ...(people.get(account) ?? [])];
    const messages = await evidence.messagesOf([...new Set(accounts.flatMap(own))]);
    return eachAccount<MessageId>(accounts, (account) => {
      const charges = logs.get(account)?.payments.filter(isForHours) ?? [];
      const written = own(account).flatMap((one) => messages.get(one) ?? []);
      const data = { charges: charges.length, messages: written.length };
      if (charges.length === 0) {
        return { check: { result: 'too-little', message: logs.has(account) ? 'noHours' : 'noLogs', data: {} } };
      }
      const silence = silenceAfter(written, charges);
      if (!silence) {
        return { check: { result: 'too-little', message: 'tooFew', data: { ...data, needed: MIN_MESSAGES } } };
      }
      const isIdle = silence.charges.length >= MIN_CHARGES && !worksElsewhere(logs.get(account), silence);
      const message = isIdle ? 'checkFound' : 'clear';
      const check = { result: isIdle ? 'found' : 'clear', message, data } as const;
      return { check, findings: isIdle ? [finding(account, silence)] : [] };
    });
  },
};

/** Whether hours are paid: as the marketplace's export or the reference says. */
function isForHours({ direction, method = '', reference = '' }: Payment): boolean {
  return direction === 'out' && hours.test(`${method} ${reference}`);
}

/** What was charged after the last message; undefined where too few messages are known to say which was the last. */
function silenceAfter(written: readonly StoredMessage[], charges: readonly Payment[]): Silence | undefined {
  const times = written.flatMap(({ sentAt }) => (sentAt === undefined ? [] : [{ sentAt, to: intervalOf(sentAt).to }]));
  const [first] = times;
  if (!first || times.length < MIN_MESSAGES) return undefined;
  const { sentAt: said, to: from } = times.reduce((last, one) => (one.to > last.to ? one : last), first);
  const read = Math.max(...written.map(({ lastSeenAt }) => Date.parse(lastSeenAt)));
  const late = charges.filter(({ at }) => intervalOf(at).from > from + GRACE && intervalOf(at).to <= read);
  return { from, said, read, charges: late };
}

/** Whether a sign-in shows that somebody was at work meanwhile. */
function worksElsewhere(logs: PersonLogs | undefined, { from, read }: Silence): boolean {
  return (
    logs?.signIns.some(({ at }) => {
      const signedIn = intervalOf(at).from;
      return signedIn > from + DAY_MS && signedIn <= read;
    }) ?? false
  );
}

function finding(account: AccountKey, { said, read, charges }: Silence): Finding {
  const strength: Strength = charges.length >= MANY ? 'moderate' : 'weak';
  const [first, last] = [charges[0] as Payment, charges.at(-1) as Payment];
  const rows: Row[] = [{ label: 'rowRead', value: { time: writeTime({ from: read, to: read }) } }];
  const times = timesOf([
    { at: said, lane: { message: 'rowLastMessage' }, value: '' },
    ...charges.map((one) => ({
      at: one.at,
      lane: { message: 'laneCharges' },
      value: {
        message: 'paid',
        data: { amount: one.amount, currency: one.currency, reference: one.reference ?? one.method ?? '' },
      },
    })),
  ]);
  return {
    flag: 'idle-charges',
    key: findingKey('idle-charges', [first.at]),
    topic: 'idle-charges',
    ...splitAccountKey(account),
    clauses: ['C9', 'C13', 'M8'],
    strength,
    chance: NONE_FOUND[strength],
    with: [],
    message: 'found',
    data: {
      charges: charges.length,
      said: { time: said },
      first: { time: first.at },
      last: { time: last.at },
    },
    evidence: [{ kind: 'counts', rows }, times],
  };
}
