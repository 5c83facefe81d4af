// Finds accounts that bid and write by night and rest by day where they say to live, for weeks, and say no reason for
// it; and accounts that are active for more hours than one person is awake, day after day. Who works at night, for
// clients far away or on the road has such hours too, so that they are a question at most.
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { writeTime } from '../../model/time.ts';
import { hoursExplained } from '../../statements/working-hours.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import { type LocalEvent, onLocalClocks, seenOf } from './clock.ts';
import en from './en.json' with { type: 'json' };
import { isEnough, MIN_DAYS, MIN_EVENTS, type Mismatch, otherZone, sharedOperation } from './rhythm.ts';

type MessageId = keyof typeof en.messages;
type HoursCheck = FlagCheck & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };
type Seen = Awaited<ReturnType<typeof seenOf>> extends Map<AccountKey, infer One> ? One : never;

/** The shares of ordinary accounts that are found, at most (95 %): see docs/evaluation.md. */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.0008, moderate: 0.0004, strong: 0.0004 };

export const hoursMismatch: RedFlag = {
  id: 'hours-mismatch',
  clauses: ['C3', 'C10'],
  falseAlarms: { question: 0.0008, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, HoursCheck>();
    const findings: Finding[] = [];
    for (const [account, seen] of await seenOf(accounts, evidence)) {
      const clocks = seen.history ? onLocalClocks(seen.events, seen.history) : [];
      const data = { events: seen.events.length };
      const enough = clocks.filter(isEnough);
      if (clocks.length === 0) checks.set(account, { result: 'too-little', message: 'noZone', data });
      else if (enough.length < clocks.length) {
        const needed = { needed: MIN_EVENTS, days: MIN_DAYS };
        checks.set(account, { result: 'too-little', message: 'tooFew', data: { ...data, ...needed } });
      } else {
        const mismatch = mismatchOn(clocks);
        const reason = mismatch && reasonIn(seen);
        if (mismatch && reason === undefined) {
          findings.push(finding(account, seen, mismatch, clocks[0] as LocalEvent[]));
          checks.set(account, {
            result: 'found',
            message: mismatch.kind === 'zone' ? 'checkZone' : 'checkShared',
            data,
          });
        } else if (reason !== undefined)
          checks.set(account, { result: 'clear', message: 'said', data: { ...data, reason } });
        else checks.set(account, { result: 'clear', message: 'clear', data });
      }
    }
    return { checks, findings };
  },
};

/** What is so on every clock that the country has. */
function mismatchOn(clocks: readonly LocalEvent[][]): Mismatch | undefined {
  for (const test of [sharedOperation, otherZone]) {
    const found = clocks.map(test);
    if (found.every((one) => one !== undefined)) return found[0];
  }
  return undefined;
}

/** The account's own words, or the client's request, that explain the hours. */
function reasonIn({ history, bids, messages }: Seen): string | undefined {
  const about = (history?.values.get('about') ?? []).map(({ value }) => String(value));
  const headline = (history?.values.get('headline') ?? []).map(({ value }) => String(value));
  const texts = [...about, ...headline, ...bids.map(({ text = '' }) => text), ...messages.map(({ text }) => text)];
  for (const text of texts) {
    const reason = hoursExplained(text);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Sharing an account is not known by its hours: it is asked about and no more. */
function finding(
  account: AccountKey,
  { bids, history }: Seen,
  mismatch: Mismatch,
  events: readonly LocalEvent[],
): Finding & { message: MessageId } {
  const strength: Strength = mismatch.kind === 'zone' ? 'moderate' : 'weak';
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const period = {
    time: writeTime({ from: Date.parse(day(mismatch.from)), to: Date.parse(day(mismatch.to)) + 86_399_999 }),
  };
  const { country = '', timezone } = history?.profile.location ?? {};
  const night = events.filter(({ hour }) => hour < 6).length;
  const rows: Row[] = [
    { label: 'rowPlace', value: timezone ?? country },
    {
      label: 'rowEvents',
      value: { message: 'eventsOnDays', data: { events: mismatch.events, days: mismatch.days, period } },
    },
    { label: 'rowNight', value: { message: 'nightOf', data: { night, all: events.length } } },
    mismatch.kind === 'zone'
      ? { label: 'rowQuiet', value: { message: 'quietAround', data: { hour: Math.round(mismatch.middle) % 24 } } }
      : {
          label: 'rowLong',
          value: { message: 'longDays', data: { longDays: mismatch.longDays, hours: Math.round(mismatch.hours) } },
        },
  ];
  return {
    flag: hoursMismatch.id,
    key: `${hoursMismatch.id}:${mismatch.kind}`,
    topic: hoursMismatch.id,
    ...splitAccountKey(account),
    clauses: [...hoursMismatch.clauses],
    strength,
    chance: CHANCE[strength],
    with: [],
    message: mismatch.kind,
    data: {
      events: mismatch.events,
      days: mismatch.days,
      hour: mismatch.kind === 'zone' ? Math.round(mismatch.middle) % 24 : Math.round(mismatch.hours),
    },
    evidence: [{ kind: 'counts', rows, sources: sourcesOf(bids) }],
  };
}
