// How the popup orders whoever is on the page: those that ask for attention in groups of accounts that one finding
// joins, each group once; then those that ask alone; then everybody else, folded.
import { type AccountKey, accountKey } from '../lib/model/account.ts';
import { levels } from '../lib/model/assessment.ts';
import type { Mark } from '../lib/protocol/shapes.ts';
import { type Groupable, joined } from './dashboard/account-groups.ts';

/** Accounts that a finding joins. */
export interface MarkGroup {
  /** Tells it from the others. */
  key: string;
  /** The finding, as the first of them has it. */
  finding: Mark['findings'][number];
  marks: readonly Mark[];
  /** How many the finding joins in all: some may stand in another group, or not on the page. */
  all: number;
}

export interface GroupedMarks {
  /** How many ask for attention. */
  asking: number;
  groups: readonly MarkGroup[];
  alone: readonly Mark[];
  others: readonly Mark[];
}

/** Groups marks; those that ask for more attention first, among equals in page order. Each is in one group at most. */
export function groupMarks(marks: readonly Mark[]): GroupedMarks {
  const asking = marks.filter(asks).sort(worstFirst);
  const placed = new Set<Mark>();
  const groups = joined(asking.map(groupable)).flatMap(({ flag, rows }): MarkGroup[] => {
    const own = rows.map(({ mark }) => mark).sort(worstFirst);
    // Of several the one that names most: what is said over the group is then said of no fewer than stand under it.
    const [finding] = own
      .flatMap(({ findings }) => findings.filter((one) => one.flag === flag))
      .sort((a, b) => b.with.length - a.with.length);
    if (!finding) return [];
    for (const mark of own) placed.add(mark);
    return [
      { key: `${flag} ${own[0]?.account}`, finding, marks: own, all: Math.max(own.length, finding.with.length + 1) },
    ];
  });
  return {
    asking: asking.length,
    groups: groups.sort((a, b) => worstFirst(a.marks[0] as Mark, b.marks[0] as Mark)),
    alone: asking.filter((mark) => !placed.has(mark)),
    others: marks.filter((mark) => !asks(mark)).sort(worstFirst),
  };
}

function groupable(mark: Mark): Groupable & { mark: Mark } {
  return {
    mark,
    key: accountKey(mark.site, mark.account),
    rank: -levels.indexOf(mark.level),
    flags: mark.findings.map(({ flag }) => flag),
    findings: mark.findings as { flag: string; with: AccountKey[] }[],
  };
}

/** Whether a mark asks for attention: something was found that the user has not checked. */
export function asks({ level, checked }: Mark): boolean {
  return checked === undefined && (level === 'look-closer' || level === 'worth-a-question');
}

function worstFirst(a: Mark, b: Mark): number {
  return levels.indexOf(b.level) - levels.indexOf(a.level) || b.findings.length - a.findings.length;
}
