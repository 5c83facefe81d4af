// How well mass bidding is told from bad luck: on generated accounts whose win rates are known, and
// on the figures of real profiles, which say nothing about bids and so must flag nobody.
import { existsSync, readFileSync } from 'node:fs';
import type { StoredBid } from '../../lib/evidence/evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { massBidding } from '../../lib/red-flags/mass-bidding/flag.ts';
import { biddingViews } from './bidding-views.ts';
import { ByStrength } from './by-strength.ts';
import { only } from './only.ts';
import { random } from './random.ts';

const ACCOUNTS = 1_500;
/** Seeds that nobody had looked at when the thresholds were chosen: those begin below. */
const FIRST_UNSEEN = 950_000;
const SEEDS = [FIRST_UNSEEN + 1, FIRST_UNSEEN + 2, FIRST_UNSEEN + 3, FIRST_UNSEEN + 4];

const SEEN = {
  seenAt: '2026-01-01T00:00:00Z',
  firstSeenAt: '2026-01-01T00:00:00Z',
  lastSeenAt: '2026-01-01T00:00:00Z',
} as const;

/** How ordinary bidders' win rates are spread. */
const CROWDS = [
  { name: 'all win 3 in 100', a: 30_000, b: 970_000 },
  { name: 'all win 5 in 100', a: 50_000, b: 950_000 },
  { name: 'all win 8 in 100', a: 80_000, b: 920_000 },
  { name: '5 in 100, most between 2 and 9', a: 5, b: 95 },
  { name: '5 in 100, one in five below 2', a: 2, b: 38 },
] as const;

interface Result {
  found: number;
  mass: number;
  flagged: number;
  honest: number;
  /** Of the honest: those with as many bids as mass bidders have. */
  busy: number;
  busyFlagged: number;
}

async function run(
  crowd: (typeof CROWDS)[number],
  base: number,
  seed: number,
  byStrength: ByStrength,
): Promise<Result> {
  const next = random(seed * 7_919 + Math.round(base * 1_000));
  const bids: StoredBid[] = [];
  const accounts: { key: AccountKey; mass: boolean; bids: number }[] = [];
  for (let i = 0; i < ACCOUNTS; i++) {
    const mass = i < ACCOUNTS * base;
    // Honest bidders: 25 decided bids in the middle, one in thirty over 160, up to 1,000.
    const decided = mass ? next.int(160, 800) : Math.min(1_000, Math.ceil(next.logNormal(25, 1)));
    const rate = mass ? next() * 0.004 : next.beta(crowd.a, crowd.b);
    const key: AccountKey = `generated:a${i}`;
    accounts.push({ key, mass, bids: decided });
    // A third as many bids again are never known to be decided.
    const open = next.binomial(decided, 0.33);
    for (let j = 0; j < decided + open; j++) {
      const outcome = j >= decided ? 'open' : next() < rate ? 'awarded' : 'rejected';
      const n = bids.length;
      bids.push({ kind: 'bid', site: 'generated', project: `p${n}`, account: `a${i}`, outcome, n, ...SEEN });
    }
  }
  const { findings } = await massBidding.evaluate(
    accounts.map(({ key }) => key),
    only({ bids }),
  );
  const flagged = new Map(findings.map(({ site, account, strength }) => [`${site}:${account}`, strength]));
  for (const { key, mass } of accounts) byStrength.add(mass, flagged.get(key));
  const honest = accounts.filter(({ mass }) => !mass);
  const busy = honest.filter(({ bids }) => bids >= 160);
  return {
    found: accounts.filter(({ key, mass }) => mass && flagged.has(key)).length,
    mass: accounts.length - honest.length,
    flagged: honest.filter(({ key }) => flagged.has(key)).length,
    honest: honest.length,
    busy: busy.length,
    busyFlagged: busy.filter(({ key }) => flagged.has(key)).length,
  };
}

const PROFILES = new URL('../../../shared/data/freelancer_com_profiles.csv', import.meta.url);

async function realProfiles(): Promise<string> {
  if (!existsSync(PROFILES)) return '\nReal profiles: **skipped**, the data is not there.\n';
  const profiles = new Map<AccountKey, Profile>();
  for (const line of readFileSync(PROFILES, 'utf8').split('\n').slice(1)) {
    const [account, , , reviews, , , , , accept] = line.split(',');
    if (!account) continue;
    profiles.set(`freelancer:${account}`, {
      kind: 'profile',
      site: 'freelancer',
      seenAt: '2026-01-01T00:00:00Z',
      account,
      role: 'freelancer',
      stats: {
        reviewCount: Number(reviews) || 0,
        acceptRate: (Number.parseInt(accept ?? '', 10) || 0) / 100,
        bidsPlaced: 0,
      },
    });
  }
  const zero = [...profiles.values()].filter((p) => p.stats?.acceptRate === 0).length;
  const { findings } = await massBidding.evaluate([...profiles.keys()], only({ profiles }));
  return `\nReal profiles: ${profiles.size} accounts, ${zero} with an accept rate of 0, no bids seen: ${findings.length} flagged.\n`;
}

/** The quality of mass-bidding, as a section of the evaluation. */
export async function bidding(): Promise<{ title: string; markdown: string }> {
  const lines = [
    'What one client sees: the projects they posted, each with about twenty bids, 7 of some 1,600 bidders mass bidders (their bids',
    'within minutes or a quarter of an hour, on two of three projects and more, one in five of their profiles with a job or two a',
    'year). Half of the clients post in one or two fields only, where nobody can be seen to bid in all. Six of ten profiles',
    'are opened unless said otherwise. “Found” asks a question or more; “informed” leaves the level as it is. On seeds no threshold was chosen on.',
    '',
    ...(await biddingViews(FIRST_UNSEEN)),
    '',
    `Large stores without times and skills: ${ACCOUNTS.toLocaleString('en')} accounts a set, ${SEEDS.length} sets a row, on seeds no threshold was chosen on. Mass bidders have 160 to 800`,
    'decided bids and win at most 4 in 1,000. Honest bidders have 25 decided bids in the middle, one in thirty of them',
    '160 or more; their win rates differ from row to row. A third as many bids again are never known to be decided.',
    'Left out: bidders who improve with time, projects that draw very different numbers of bids.',
    '',
    '| ordinary bidders | mass bidders among all | found | honest flagged | honest with 160 or more bids flagged |',
    '|---|---|---|---|---|',
  ];
  const byStrength = new ByStrength();
  for (const crowd of CROWDS) {
    for (const base of [0.01, 0.05, 0.15]) {
      const sum = { found: 0, mass: 0, flagged: 0, honest: 0, busy: 0, busyFlagged: 0 };
      for (const seed of SEEDS) {
        const result = await run(crowd, base, seed, byStrength);
        for (const key of Object.keys(sum) as (keyof Result)[]) sum[key] += result[key];
      }
      lines.push(
        `| ${crowd.name} | ${base * 100} % | ${(sum.found / sum.mass).toFixed(3)} | ${(sum.flagged / sum.honest).toFixed(4)} | ${(sum.busyFlagged / sum.busy).toFixed(3)} (of ${sum.busy}) |`,
      );
    }
  }
  lines.push('', ...byStrength.table());
  lines.push(
    '',
    'Where it fails: below ten known outcomes of an account nothing is asked, so that on 1, 3 and 10 projects next to nobody is',
    'found; with outcomes of two in five of 40 projects one in three is. Where a page tells days instead of minutes, and the client posts',
    'in one field, a mass bidder looks like a busy specialist; one who won once in twenty bids looks like anybody. An agency whose profile',
    'nobody opened and that lost all of twenty bids in every field is asked about. Where ordinary bidders differ much from each other, a mass bidder with few more than 160 bids looks like',
    'the unlucky or the unskilled, and an unskilled honest bidder with hundreds of lost bids is flagged: the flag sees the',
    'count, not the reason.',
  );
  return { title: 'mass-bidding', markdown: `${lines.join('\n')}\n${await realProfiles()}` };
}
