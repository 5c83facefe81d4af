// How mass bidding is told from other bidding on what one client sees (bidding-worlds.ts).
import { fitted, limitsOf } from '../../lib/assess/budget.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import { massBidding } from '../../lib/red-flags/mass-bidding/flag.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { biddingMarket, biddingWorld, isMass, type Kind, kinds, type View } from './bidding-worlds.ts';

const whole: View = { own: 40, outcomes: 1, times: 'moments', profiles: 0.6, sealed: 0 };
const views: readonly { name: string; view: View | { market: number }; worlds: number }[] = [
  { name: '1 project', view: { ...whole, own: 1 }, worlds: 40 },
  { name: '3 projects', view: { ...whole, own: 3 }, worlds: 40 },
  { name: '10 projects', view: { ...whole, own: 10 }, worlds: 40 },
  { name: '40 projects', view: whole, worlds: 40 },
  { name: '40, outcomes of two in five', view: { ...whole, outcomes: 0.4 }, worlds: 40 },
  { name: '40, times as pages word them', view: { ...whole, times: 'words' }, worlds: 40 },
  { name: '40, times to the day', view: { ...whole, times: 'days' }, worlds: 20 },
  { name: '40, no profile opened', view: { ...whole, profiles: 0 }, worlds: 20 },
  { name: '40, half of them sealed', view: { ...whole, sealed: 0.5 }, worlds: 20 },
  { name: '40, no outcome known', view: { ...whole, outcomes: 0 }, worlds: 20 },
  { name: '1,570 bidders, outcomes of 3 in 5 projects', view: { market: 0.6 }, worlds: 3 },
  { name: 'the same, of 1 in 5', view: { market: 0.2 }, worlds: 3 },
];

interface Count {
  of: number;
  asks: number;
  informs: number;
}

/**
 * Each view with what is asked about and what is only said, of mass bidders and of others.
 *
 * @param firstSeed worlds are made from it and the seeds after it
 */
export async function biddingViews(firstSeed: number): Promise<string[]> {
  const limits = limitsOf(redFlags)[redFlags.indexOf(massBidding)];
  const byKind = new Map<Kind, Count>(kinds.map((kind) => [kind, { of: 0, asks: 0, informs: 0 }]));
  const lines = [
    '| in view | mass bidders found | the slower ones | informed of only | others flagged | others informed of |',
    '|---|---|---|---|---|---|',
  ];
  for (const { name, view, worlds } of views) {
    const here = new Map<Kind, Count>(kinds.map((kind) => [kind, { of: 0, asks: 0, informs: 0 }]));
    for (let seed = firstSeed; seed < firstSeed + worlds; seed++) {
      const { observations, bidders } = 'market' in view ? biddingMarket(seed, view.market) : biddingWorld(seed, view);
      const store = new MemoryStore();
      store.remember(...observations);
      const { findings } = await massBidding.evaluate([...bidders.keys()], store.evidence());
      const asks = new Map(
        findings.map((finding) => [
          `${finding.site}:${finding.account}`,
          limits ? needsAttention(fitted(finding, limits, redFlags.length)) : false,
        ]),
      );
      for (const [key, kind] of bidders) {
        for (const count of [here.get(kind), byKind.get(kind)] as Count[]) {
          count.of++;
          if (asks.get(key) === true) count.asks++;
          else if (asks.has(key)) count.informs++;
        }
      }
    }
    const sum = (those: (kind: Kind) => boolean) =>
      [...here].reduce(
        (all, [kind, { of, asks, informs }]) =>
          those(kind) ? { of: all.of + of, asks: all.asks + asks, informs: all.informs + informs } : all,
        { of: 0, asks: 0, informs: 0 },
      );
    const [mass, others, slower] = [
      sum(isMass),
      sum((kind) => !isMass(kind)),
      here.get('mass bidder, slower') as Count,
    ];
    const share = ({ asks, of }: Count, digits: number) => (of ? `${(asks / of).toFixed(digits)} (of ${of})` : '–');
    lines.push(
      `| ${name} | ${share(mass, 3)} | ${share(slower, 3)} | ${(mass.informs / mass.of).toFixed(3)} | ${share(others, 5)} | ${(others.informs / others.of).toFixed(5)} |`,
    );
  }
  lines.push('', '| who, all views | flagged | informed of |', '|---|---|---|');
  for (const [kind, { of, asks, informs }] of byKind) lines.push(`| ${kind} | ${asks} of ${of} | ${informs} |`);
  return lines;
}
