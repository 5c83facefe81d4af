// Finds accounts that were in use for a day and more without a pause, again and again: longer than one person is awake.
// A session that was merely left open, and programs that sign in by themselves at regular times, do not count.
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength, TimesEvidence } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { SignIn } from '../../model/log-event.ts';
import { intervalOf, writeTime } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { JOINED, NONE_FOUND } from '../joined-logs.ts';
import { signInTimes, timesOf } from '../log-times.ts';
import type { RedFlag } from '../red-flag.ts';
import { byPeople, HOUR, type Moment, momentsOf } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** Whoever rests longer has slept. */
const MAX_PAUSE = 4 * HOUR;
/** A stretch of use that is a day or more. */
const MIN_STRETCH = 24 * HOUR;
/** One alone is an emergency or a deadline, unless it is this long, or nearly so without time for a nap. */
const [ALONE, ALONE_AWAKE, NAP] = [36 * HOUR, 30 * HOUR, 1.5 * HOUR];
/** A session that a log says was longer was left open. */
const LEFT_OPEN = 96 * HOUR;
const MIN_SIGN_INS = 20;
const MAX_SHOWN = 10;

/** One of those joined with a log was found by mistake, at the weakest. */
const CHANCE: Readonly<Record<Strength, number>> = { ...NONE_FOUND, weak: 0.0011 * JOINED };

export const longSessions: RedFlag = {
  id: 'long-sessions',
  clauses: ['P3'],
  falseAlarms: { question: CHANCE.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const logs = await evidence.logsOf(accounts);
    return eachAccount<MessageId>(accounts, (account) => {
      const own = logs.get(account);
      const signIns = own?.signIns ?? [];
      const moments = byPeople(momentsOf(signIns));
      const data = { signIns: moments.length, needed: MIN_SIGN_INS };
      if (moments.length < MIN_SIGN_INS)
        return { check: { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} } };
      const stretches = [...stretchesIn(moments), ...saidSessions(signIns)];
      const longest = stretches.reduce((most, { from, to }) => Math.max(most, to - from), 0);
      const long = stretches.filter(({ from, to }) => to - from >= MIN_STRETCH);
      const hours = Math.round(longest / HOUR);
      const message = long.length > 0 ? 'checkFound' : 'clear';
      const check = { result: long.length > 0 ? 'found' : 'clear', message, data: { ...data, hours } } as const;
      return { check, findings: long.length > 0 ? [finding(account, long, moments)] : [] };
    });
  },
};

interface Stretch {
  from: number;
  to: number;
  signIns: number;
  /** The longest time without a sign-in, ms; not known where a log only says when a session ended. */
  pause?: number;
}

/** Stretches of use without a pause. */
function stretchesIn(moments: readonly Moment[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { at } of moments) {
    const open = stretches.at(-1);
    if (open && at - open.to <= MAX_PAUSE) {
      open.pause = Math.max(open.pause ?? 0, at - open.to);
      open.to = at;
      open.signIns++;
    } else stretches.push({ from: at, to: at, signIns: 1, pause: 0 });
  }
  return stretches;
}

/** Sessions of which one row says when they ended: a day and more, and not so long that nobody can have been there. */
function saidSessions(signIns: readonly SignIn[]): Stretch[] {
  return signIns.flatMap(({ at, endedAt }) => {
    if (endedAt === undefined) return [];
    const [from, to] = [intervalOf(at).from, intervalOf(endedAt).from];
    return to - from >= MIN_STRETCH && to - from <= LEFT_OPEN ? [{ from, to, signIns: 1 }] : [];
  });
}

function finding(account: AccountKey, long: readonly Stretch[], moments: readonly Moment[]): Finding {
  const longest = long.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best));
  const length = longest.to - longest.from;
  const isAwake = (longest.pause ?? NAP) < NAP;
  const isOnce = long.length === 1 && length < (isAwake ? ALONE_AWAKE : ALONE);
  const strength: Strength = long.length >= 2 ? 'moderate' : 'weak';
  const rows = long.slice(0, MAX_SHOWN).map(
    ({ from, to, signIns }): Row => ({
      label: 'rowStretch',
      data: { at: { time: writeTime({ from, to }) } },
      value: { message: 'stretch', data: { hours: Math.round((to - from) / HOUR), signIns } },
    }),
  );
  return {
    flag: 'long-sessions',
    key: findingKey('long-sessions'),
    topic: 'long-sessions',
    ...splitAccountKey(account),
    clauses: ['P3'],
    strength,
    chance: CHANCE[strength],
    ...(isOnce && { commonPractice: true as const }),
    with: [],
    message: 'found',
    data: {
      times: long.length,
      hours: Math.round(length / HOUR),
      at: { time: writeTime({ from: longest.from, to: longest.from }) },
    },
    evidence: [{ kind: 'counts', rows }, useIn(longest, moments)],
  };
}

/** The sign-ins of a stretch, or the session that a log says took so long. */
function useIn({ from, to }: Stretch, moments: readonly Moment[]): TimesEvidence {
  const own = moments.filter(({ at }) => at >= from && at <= to);
  if (own.length < 2) {
    return timesOf([{ at: writeTime({ from, to }), lane: { message: 'laneSession' }, value: '' }]);
  }
  return signInTimes(own, ({ signIn: { client, device, ip } }) => ({
    lane: { message: 'laneUse' },
    value: client ?? device ?? ip ?? '',
  }));
}
