// Finds accounts that were signed in to from many networks within a day, again and again. Offices, gateways and relays
// that the log names do not count; where somebody was does not either: only how many networks, and where the log has
// coordinates, whether anybody could travel so fast. Travel and phones make a handful of networks a day.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { LogKey } from '../../model/log-event.ts';
import { DAY_MS, writeTime } from '../../model/time.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { HOUR, MAX_SHARING, type Moment, momentsOf, networkOf } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** So many networks within a day are more than journeys and phones make. */
const MIN_NETWORKS = 7;
/** Fewer sign-ins say nothing. */
const MIN_SIGN_INS = 10;
/** Nobody travels faster, km/h, over more than so many km. */
const [MAX_SPEED, MIN_DISTANCE] = [1_000, 500];
/** Sign-ins shown of the fullest day. */
const MAX_SHOWN = 20;

export const manyAddresses: RedFlag = {
  id: 'many-addresses',
  clauses: ['P1'],
  falseAlarms: { question: NONE_FOUND.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, FlagCheck & { message: MessageId }>();
    const findings: Finding[] = [];
    const logs = await evidence.logsOf(accounts);
    for (const account of accounts) {
      const own = logs.get(account);
      const moments = own ? await ownMoments(own, evidence) : [];
      const data = { signIns: moments.length, needed: MIN_SIGN_INS };
      if (moments.length < MIN_SIGN_INS) {
        checks.set(account, { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} });
        continue;
      }
      const days = fullDays(moments);
      const most = days.reduce((sum, one) => Math.max(sum, one.networks), 0);
      const isFound = most >= MIN_NETWORKS;
      if (isFound) findings.push(finding(account, moments, days));
      const message = isFound ? 'checkFound' : 'clear';
      checks.set(account, { result: isFound ? 'found' : 'clear', message, data: { ...data, networks: most } });
    }
    return { checks, findings };
  },
};

/** Sign-ins from addresses that are hardly an office's, a gateway's or a relay's. */
async function ownMoments({ signIns }: PersonLogs, evidence: Evidence): Promise<Moment[]> {
  const moments = momentsOf(signIns).filter(({ signIn }) => signIn.ip !== undefined && signIn.proxy !== true);
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
function fullDays(moments: readonly Moment[]): FullDay[] {
  const days: FullDay[] = [];
  let fullest: FullDay | undefined;
  for (let i = 0; i < moments.length; ) {
    const first = moments[i] as Moment;
    let end = i;
    const networks = new Set<string | undefined>();
    const addresses = new Set<string | undefined>();
    while (end < moments.length && (moments[end] as Moment).at <= first.at + DAY_MS) {
      networks.add(networkOf((moments[end] as Moment).signIn));
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

/** How often the way from one sign-in to the next was faster than anybody travels. */
function leapsIn(moments: readonly Moment[]): number {
  const placed = moments.filter(({ signIn }) => signIn.latitude !== undefined && signIn.longitude !== undefined);
  return placed.slice(1).filter((now, i) => {
    const before = placed[i] as Moment;
    const km = distance(before, now);
    return km > MIN_DISTANCE && km / Math.max((now.at - before.at) / HOUR, 1 / 60) > MAX_SPEED;
  }).length;
}

/** Along the surface of the earth, km (haversine). */
function distance(a: Moment, b: Moment): number {
  const rad = (degrees: number | undefined) => ((degrees ?? 0) * Math.PI) / 180;
  const [lat1, lat2] = [rad(a.signIn.latitude), rad(b.signIn.latitude)];
  const dLon = rad(b.signIn.longitude) - rad(a.signIn.longitude);
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function finding(account: AccountKey, moments: readonly Moment[], days: readonly FullDay[]): Finding {
  const fullest = days.reduce((best, one) => (one.networks > best.networks ? one : best));
  const shown = moments.filter(({ at }) => at >= fullest.from && at <= fullest.to);
  const strength: Strength = days.length >= 2 || fullest.networks >= MIN_NETWORKS + 2 ? 'moderate' : 'weak';
  const hours = Math.max(1, Math.ceil((fullest.to - fullest.from) / HOUR));
  const rows: Row[] = [
    { label: 'rowDays', value: days.length },
    { label: 'rowNetworks', value: fullest.networks },
    { label: 'rowAddresses', value: fullest.addresses },
    { label: 'rowLeaps', value: leapsIn(moments) },
    ...shown.slice(0, MAX_SHOWN).map(
      ({ at, signIn }): Row => ({
        label: 'rowAt',
        data: { at: { time: writeTime({ from: at, to: at }) } },
        value: [signIn.ip, networkOf(signIn)].join(' · '),
      }),
    ),
  ];
  return {
    flag: 'many-addresses',
    key: findingKey('many-addresses'),
    topic: 'many-addresses',
    ...splitAccountKey(account),
    clauses: ['P1'],
    strength,
    chance: NONE_FOUND[strength],
    with: [],
    message: 'found',
    data: {
      addresses: fullest.addresses,
      networks: fullest.networks,
      hours,
      days: days.length,
      at: { time: writeTime({ from: fullest.from, to: fullest.from }) },
    },
    evidence: [{ kind: 'counts', rows }],
  };
}
