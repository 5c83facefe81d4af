// How well the flags tell what is planted in generated workplaces from everything else in them, by person: one is found
// where a flag asks for attention on any of their accounts.
import { assess } from '../../../lib/assess/assess.ts';
import { MemoryStore } from '../../../lib/evidence/memory-evidence.ts';
import { accountKey } from '../../../lib/model/account.ts';
import { needsAttention } from '../../../lib/model/finding.ts';
import { redFlags } from '../../../lib/red-flags/registry.ts';
import { ByStrength } from '../by-strength.ts';
import { workplaceOf } from './workplace.ts';
import { flags, type WorkplaceFlag } from './world.ts';

export interface WorkplaceFigures {
  of: number;
  found: number;
  /** People for whom nothing at all is planted. */
  others: number;
  flagged: number;
  strengths: ByStrength;
  /** How many of each kind of people were missed, and flagged wrongly. */
  missed: Map<string, number>;
  wrong: Map<string, number>;
}

/** The figures of each flag over the workplaces of these seeds. */
export async function workplaceFigures(seeds: readonly number[]): Promise<Map<WorkplaceFlag, WorkplaceFigures>> {
  const figures = new Map<WorkplaceFlag, WorkplaceFigures>();
  for (const id of flags)
    figures.set(id, {
      of: 0,
      found: 0,
      others: 0,
      flagged: 0,
      strengths: new ByStrength(),
      missed: new Map(),
      wrong: new Map(),
    });
  const measured = redFlags.filter(({ id }) => figures.has(id as WorkplaceFlag));
  for (const seed of seeds) {
    const { people, events, observations } = workplaceOf(seed);
    const store = new MemoryStore();
    store.remember(...observations);
    store.rememberEvents(events);
    for (const { accounts } of people) if (accounts.size > 1) store.samePeople(...accounts);
    const assessments = await assess(
      people.flatMap(({ accounts }) => [...accounts]),
      store.evidence(),
      measured,
    );
    const byAccount = new Map(assessments.map((one) => [accountKey(one.site, one.account), one.findings]));
    for (const { kind, planted, accounts } of people) {
      // A client who is paid to a developer's account is the developer's case.
      if (accounts.size === 0 || kind === 'client, one account') continue;
      const findings = [...accounts].flatMap((account) => byAccount.get(account) ?? []).filter(needsAttention);
      for (const [id, to] of figures) {
        const asking = findings.find(({ flag }) => flag === id);
        if (planted !== undefined && planted !== id) continue;
        to.strengths.add(planted === id, asking?.strength);
        if (planted === id) {
          to.of++;
          if (asking) to.found++;
          else to.missed.set(kind, (to.missed.get(kind) ?? 0) + 1);
        } else {
          to.others++;
          if (!asking) continue;
          to.flagged++;
          to.wrong.set(kind, (to.wrong.get(kind) ?? 0) + 1);
        }
      }
    }
  }
  return figures;
}
