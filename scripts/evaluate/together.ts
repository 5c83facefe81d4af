// What all red flags together say of ordinary people: a thousand freelancers of twenty countries a world, with bids,
// profiles, reviews and messages, of whom nothing was planted. However many flags there are, at most one in a hundred
// may be asked to be looked at closely, and one in twenty to be asked about; and no country more than another.
import { assess } from '../../lib/assess/assess.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { type Level, levels } from '../../lib/model/assessment.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { evidenceIn } from './identities.ts';
import type { EvaluatedPart } from './part.ts';
import { identities } from './sets/identities.ts';

const SEEDS = [900_201, 900_202, 900_203, 900_204];
const ORDINARY = 1_000;
/** Accounts assessed at once, as the background worker does. */
const BATCH = 500;

/** All red flags on ordinary people. */
export async function together(): Promise<EvaluatedPart> {
  const byLevel = new Map<Level, number>(levels.map((level) => [level, 0]));
  const byFlag = new Map<string, number>();
  const byStrength = new Map<string, number>();
  const byCountry = new Map<string, { of: number; asked: number }>();
  let all = 0;
  for (const seed of SEEDS) {
    const world = identities({ seed, ordinary: ORDINARY, each: 0 });
    const accounts = Object.keys(world.country) as AccountKey[];
    const evidence = evidenceIn(world);
    for (let i = 0; i < accounts.length; i += BATCH) {
      for (const { site, account, level, findings } of await assess(accounts.slice(i, i + BATCH), evidence, redFlags)) {
        all++;
        byLevel.set(level, (byLevel.get(level) ?? 0) + 1);
        for (const flag of new Set(findings.filter(needsAttention).map((finding) => finding.flag))) {
          byFlag.set(flag, (byFlag.get(flag) ?? 0) + 1);
        }
        for (const one of new Set(findings.filter(needsAttention).map(({ flag, strength }) => `${flag} ${strength}`))) {
          byStrength.set(one, (byStrength.get(one) ?? 0) + 1);
        }
        const country = world.country[`${site}:${account}`] ?? '';
        const there = byCountry.get(country) ?? { of: 0, asked: 0 };
        there.of++;
        if (level === 'look-closer' || level === 'worth-a-question') there.asked++;
        byCountry.set(country, there);
      }
    }
  }
  const share = (n: number) => (n / all).toFixed(4);
  const asked = [...byCountry.values()].reduce((sum, one) => sum + one.asked, 0);
  return {
    title: 'All red flags together',
    markdown: `${all} ordinary freelancers of ${byCountry.size} countries in ${SEEDS.length} generated worlds, with nobody planted. Their sentences were never read here, but the totals by rule were, while the flags that read words were narrowed: for those flags they are no longer unseen.

| level | share of ordinary people | at most |
|---|---|---|
| look closer | ${share(byLevel.get('look-closer') ?? 0)} | 0.01 |
| worth a question, or more | ${share((byLevel.get('look-closer') ?? 0) + (byLevel.get('worth-a-question') ?? 0))} | 0.05 |
| nothing found so far | ${share(byLevel.get('no-flags') ?? 0)} | |
| not enough seen | ${share(byLevel.get('not-enough-seen') ?? 0)} | |

${
  byFlag.size === 0
    ? 'No flag asks for attention to any of them.'
    : `Found by: ${[...byFlag]
        .sort(([, a], [, b]) => b - a)
        .map(([flag, n]) => `${flag} ${n}`)
        .join(', ')}.`
}

Of ordinary people at most, by what was found here (95 %, Clopper and Pearson 1934), beside what the flag declares; 0 found bounds a share at ${mostOf(0, all).toFixed(4)}:

| flag | found at all | at most | declared |
|---|---|---|---|
${redFlags
  .filter(({ onlyInforms }) => !onlyInforms)
  .map(({ id, falseAlarms }) => {
    const n = byFlag.get(id) ?? 0;
    const strengths = [...byStrength]
      .filter(([one]) => one.startsWith(`${id} `))
      .map(([one, count]) => `${one.slice(id.length + 1)} ${count}`);
    return `| ${id} | ${n}${strengths.length > 0 ? ` (${strengths.join(', ')})` : ''} | ${mostOf(n, all).toFixed(4)} | ${Number(falseAlarms.question.toPrecision(2))} |`;
  })
  .join('\n')}

By country: chi-squared ${chiSquared([...byCountry.values()], asked / all).toFixed(1)} with ${byCountry.size - 1} degrees of freedom; the most asked about ${[
      ...byCountry,
    ]
      .sort(([, a], [, b]) => b.asked / b.of - a.asked / a.of)
      .slice(0, 3)
      .map(([country, { of, asked: n }]) => `${country} ${n} of ${of}`)
      .join(', ')}.
`,
  };
}

/** The greatest share with which so few or fewer of so many would still be seen once in twenty times (one-sided). */
function mostOf(found: number, of: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const share = (low + high) / 2;
    // P(K ≤ found), K Poisson: the binomial's limit for shares this small.
    let [term, atMost] = [Math.exp(-of * share), 0];
    for (let k = 0; k <= found; k++) {
      atMost += term;
      term *= (of * share) / (k + 1);
    }
    if (atMost > 0.05) low = share;
    else high = share;
  }
  return high;
}

/** How far the countries' counts are from one share for all: about as large as the degrees of freedom by chance (Pearson). */
function chiSquared(counts: readonly { of: number; asked: number }[], share: number): number {
  if (share === 0) return 0;
  return counts.reduce((sum, { of, asked }) => sum + (asked - of * share) ** 2 / (of * share * (1 - share)), 0);
}
