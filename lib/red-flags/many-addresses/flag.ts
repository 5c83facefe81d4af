// Finds accounts that were signed in to from many networks within a day, or from places so far apart that nobody travels
// there and back in the time, again and again. Offices, gateways, relays and VPNs that a log names do not count; nor does
// where somebody was: only how many networks, and how far from each other. Travel and phones make a handful of networks a day.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength, TimesEvidence } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { LogKey } from '../../model/log-event.ts';
import { DAY_MS, writeTime } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { foundAtMost } from '../joined-logs.ts';
import { carriesOthers } from '../known-networks.ts';
import { signInTimes } from '../log-times.ts';
import type { RedFlag } from '../red-flag.ts';
import { HOUR, MAX_SHARING, type Moment, momentsOf, networkOf } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };
import { type LeapDay, leapDays, networksOf } from './places.ts';

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** So many networks within a day are more than journeys and phones make. */
const MIN_NETWORKS = 7;
/** Fewer sign-ins say nothing. */
const MIN_SIGN_INS = 10;
/** On so many days an account was in two places at once. */
const MIN_LEAP_DAYS = 2;

/** Measured on generated companies (docs/evaluation.md), 95 %. */
const CHANCE = foundAtMost(0.011);

export const manyAddresses: RedFlag = {
  id: 'many-addresses',
  clauses: ['P1'],
  falseAlarms: { question: CHANCE.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const logs = await evidence.logsOf(accounts);
    return eachAccount<MessageId>(accounts, async (account) => {
      const own = logs.get(account);
      const moments = own ? await ownMoments(own, evidence) : [];
      const data = { signIns: moments.length, needed: MIN_SIGN_INS };
      if (moments.length < MIN_SIGN_INS)
        return { check: { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} } };
      const networkOf = networksOf(moments);
      const days = fullDays(moments, networkOf);
      const leaps = leapDays(moments, networkOf);
      const networks = days.reduce((sum, one) => Math.max(sum, one.networks), 0);
      const found = stronger(
        leaps.length >= MIN_LEAP_DAYS ? apart(account, leaps) : undefined,
        networks >= MIN_NETWORKS ? full(account, moments, days, leaps) : undefined,
      );
      const message = found ? 'checkFound' : 'clear';
      const check = { result: found ? 'found' : 'clear', message, data: { ...data, networks } } as const;
      return { check, ...(found && { findings: [found] }) };
    });
  },
};

/** What is far apart is easier to understand, and told where both are as strong. */
function stronger(apart?: Finding, full?: Finding): Finding | undefined {
  return apart?.strength === 'moderate' || full?.strength !== 'moderate' ? (apart ?? full) : full;
}

/** Sign-ins from addresses that are hardly an office's, a gateway's or a relay's. */
async function ownMoments({ signIns }: PersonLogs, evidence: Evidence): Promise<Moment[]> {
  const moments = momentsOf(signIns).filter(
    ({ signIn: { ip, proxy, network = '' } }) => ip !== undefined && proxy !== true && !carriesOthers(network),
  );
  const keys = new Set(moments.map(({ signIn }): LogKey => `ip:${signIn.ip}`));
  const holders = await evidence.logHoldersOf([...keys]);
  return moments.filter(({ signIn }) => {
    const here = holders.get(`ip:${signIn.ip}`)?.filter(({ site }) => site === signIn.site).length ?? 0;
    return here <= MAX_SHARING;
  });
}

interface FullDay {
  from: number;
  to: number;
  networks: number;
  addresses: number;
}

/** Stretches of at most a day with more networks than one has, none within another; the fullest of all where none has. */
function fullDays(moments: readonly Moment[], networkOf: (moment: Moment) => string): FullDay[] {
  const days: FullDay[] = [];
  let fullest: FullDay | undefined;
  for (let i = 0; i < moments.length; ) {
    const first = moments[i] as Moment;
    let end = i;
    const networks = new Set<string | undefined>();
    const addresses = new Set<string | undefined>();
    while (end < moments.length && (moments[end] as Moment).at <= first.at + DAY_MS) {
      networks.add(networkOf(moments[end] as Moment));
      addresses.add((moments[end] as Moment).signIn.ip);
      end++;
    }
    const last = moments[end - 1] as Moment;
    const day = { from: first.at, to: last.at, networks: networks.size, addresses: addresses.size };
    if (!fullest || day.networks > fullest.networks) fullest = day;
    if (day.networks >= MIN_NETWORKS) days.push(day);
    i = day.networks >= MIN_NETWORKS ? end : i + 1;
  }
  return days.length === 0 && fullest ? [fullest] : days;
}

const isPlaced = ({ signIn }: Moment) => signIn.latitude !== undefined;

/** Of a journey there are one or two, where a log's clock or its map is wrong; whoever shares an account does it again. */
function apart(account: AccountKey, days: readonly LeapDay[]): Finding {
  const most = days.reduce((best, one) => (one.leaps.length > best.leaps.length ? one : best));
  const strength: Strength = days.length > MIN_LEAP_DAYS ? 'moderate' : 'weak';
  const shown = [...new Set(most.leaps.flat())];
  const data = { days: days.length, places: most.places, leaps: most.leaps.length };
  return {
    ...common(account, strength),
    message: 'foundApart',
    data: { ...data, at: { time: writeTime({ from: most.from, to: most.from }) } },
    evidence: [{ kind: 'counts', rows: [{ label: 'rowApart', value: days.length }] }, timesIn(shown)],
  };
}

function full(
  account: AccountKey,
  moments: readonly Moment[],
  days: readonly FullDay[],
  leaps: readonly LeapDay[],
): Finding {
  const fullest = days.reduce((best, one) => (one.networks > best.networks ? one : best));
  const shown = moments.filter(({ at }) => at >= fullest.from && at <= fullest.to);
  const strength: Strength = days.length >= 2 || fullest.networks >= MIN_NETWORKS + 2 ? 'moderate' : 'weak';
  const hours = Math.max(1, Math.ceil((fullest.to - fullest.from) / HOUR));
  const registered = new Set(shown.flatMap(({ signIn }) => signIn.registered ?? []));
  const rows: Row[] = [
    { label: 'rowDays', value: days.length },
    { label: 'rowNetworks', value: fullest.networks },
    { label: 'rowAddresses', value: fullest.addresses },
    { label: 'rowLeaps', value: leaps.flatMap((day) => day.leaps.filter((leap) => leap.every(isPlaced))).length },
    // Where a network is registered says nothing of a journey: it is shown beside the networks, and counts for nothing.
    ...(registered.size > 0 ? [{ label: 'rowRegistered', value: registered.size } as const] : []),
  ];
  return {
    ...common(account, strength),
    message: 'found',
    data: {
      addresses: fullest.addresses,
      networks: fullest.networks,
      hours,
      days: days.length,
      at: { time: writeTime({ from: fullest.from, to: fullest.from }) },
    },
    evidence: [{ kind: 'counts', rows }, timesIn(shown)],
  };
}

function timesIn(shown: readonly Moment[]): TimesEvidence {
  return signInTimes(shown, ({ signIn }) => ({ lane: networkOf(signIn) ?? '', value: signIn.ip ?? '' }));
}

function common(account: AccountKey, strength: Strength) {
  return {
    flag: 'many-addresses',
    key: findingKey('many-addresses'),
    topic: 'many-addresses',
    ...splitAccountKey(account),
    clauses: ['P1'],
    strength,
    chance: CHANCE[strength],
    with: [],
  } satisfies Partial<Finding>;
}
