// How well the flags on logs tell what is planted in a generated company from travel, VPNs, shared offices, shifts,
// couples and programs in it. Thresholds were chosen on seeds 1 to 3; the figures are of seeds 11 to 19.
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { accountKey } from '../../lib/model/account.ts';
import { type Finding, needsAttention } from '../../lib/model/finding.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { ByStrength } from './by-strength.ts';
import { companyOf, type Planted, planted } from './company.ts';
import type { EvaluatedPart } from './part.ts';

const FIGURES = [11, 12, 13, 14, 15, 16, 17, 18, 19];

export interface LogFigures {
  of: number;
  found: number;
  /** People for whom nothing at all is planted. */
  others: number;
  flagged: number;
  /** People for whom something else is planted, which may show here as well. */
  otherCases: number;
  otherCasesFlagged: number;
  /** Ordinary accounts on which the flag only informs. */
  informed: number;
  strengths: ByStrength;
  /** Ordinary accounts that were flagged, by their names in the company. */
  wrong: string[];
  missed: string[];
}

let known: Promise<Map<Planted, LogFigures>> | undefined;

/** The figures of all flags on logs over these companies. */
export async function logFigures(seeds: readonly number[]): Promise<Map<Planted, LogFigures>> {
  const figures = new Map<Planted, LogFigures>();
  for (const id of planted) {
    const none = {
      of: 0,
      found: 0,
      others: 0,
      flagged: 0,
      otherCases: 0,
      otherCasesFlagged: 0,
      informed: 0,
      wrong: [],
      missed: [],
    };
    figures.set(id, { ...none, strengths: new ByStrength() });
  }
  const flags = redFlags.filter(({ id }) => (planted as readonly string[]).includes(id));
  for (const seed of seeds) {
    const { events, people, truth } = companyOf(seed);
    const store = new MemoryStore();
    store.rememberEvents(events);
    for (const person of people) store.samePeople(...person);
    const accounts = people.flatMap(([first]) => first ?? []);
    for (const { site, account, findings } of await assess(accounts, store.evidence(), flags)) {
      const key = accountKey(site, account);
      for (const id of planted) count(figures.get(id) as LogFigures, id, key, findings, truth.get(key));
    }
  }
  return figures;
}

function count(to: LogFigures, id: Planted, key: string, findings: readonly Finding[], truth?: Planted): void {
  const own = findings.filter(({ flag }) => flag === id);
  const asking = own.find(needsAttention);
  if (truth !== undefined && truth !== id) {
    to.otherCases++;
    if (asking) to.otherCasesFlagged++;
    return;
  }
  to.strengths.add(truth === id, asking?.strength);
  if (truth === id) {
    to.of++;
    if (asking) to.found++;
    else to.missed.push(key);
    return;
  }
  to.others++;
  if (asking) {
    to.flagged++;
    to.wrong.push(key);
  } else if (own.length > 0) to.informed++;
}

/** The part of docs/evaluation.md about one of these flags. */
export async function logFlagPart(id: Planted): Promise<EvaluatedPart> {
  known ??= logFigures(FIGURES);
  const { of, found, others, flagged, otherCases, otherCasesFlagged, informed, strengths } = (await known).get(
    id,
  ) as LogFigures;

  const share = (part: number, all: number) => (part / all).toFixed(3);
  const markdown = [
    `Of ${of} people in ${FIGURES.length} generated companies of 500 for whom it is planted ${found} are found (${share(found, of)}); of ${others} for whom nothing is`,
    `${flagged} are flagged (${share(flagged, others)}), and on ${informed} it only informs; of ${otherCases} for whom something else is, ${otherCasesFlagged}. The companies have travellers, users of VPNs and gateways, offices`,
    'that many share and small ones, shifts at common desks, couples and flatmates, mail programs that sign in every hour, laptops left open, nights of an',
    'incident, weekly and monthly pay with and without references, expenses, small tasks, agencies and their new accounts, one account of a couple, new banks and names, accounts side',
    'by side, and sums paid or sent back. They are made by whoever made the flags: a real log has more.',
    '',
    ...strengths.table(),
  ].join('\n');
  return { title: id, markdown };
}
