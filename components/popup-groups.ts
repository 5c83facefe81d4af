// How the popup orders whoever is on the page: those that ask for attention in groups of accounts that one finding
// joins, each group once; then those that ask alone; then everybody else, folded.
import { levels } from '../lib/model/assessment.ts';
import type { Mark } from '../lib/protocol/shapes.ts';

/** Accounts that share a finding. */
export interface MarkGroup {
  key: string;
  /** The shared finding, as the first of them has it. */
  finding: Mark['findings'][number];
  marks: readonly Mark[];
}

export interface GroupedMarks {
  /** How many ask for attention. */
  asking: number;
  groups: readonly MarkGroup[];
  alone: readonly Mark[];
  others: readonly Mark[];
}

/** Groups marks; those that ask for more attention first, among equals in page order. */
export function groupMarks(marks: readonly Mark[]): GroupedMarks {
  const asking = marks.filter(asks).sort(worstFirst);
  const sharing = new Map<string, Mark[]>();
  for (const mark of asking) {
    for (const key of new Set(mark.findings.map((finding) => finding.key))) {
      sharing.set(key, [...(sharing.get(key) ?? []), mark]);
    }
  }
  const groups = new Map<string, MarkGroup & { marks: Mark[] }>();
  const alone: Mark[] = [];
  for (const mark of asking) {
    const finding = mark.findings.find(({ key }) => (sharing.get(key)?.length ?? 0) > 1);
    if (!finding) {
      alone.push(mark);
      continue;
    }
    const group = groups.get(finding.key) ?? { key: finding.key, finding, marks: [] };
    group.marks.push(mark);
    groups.set(finding.key, group);
  }
  // Whoever is the last of a group because the others were put into a stronger one stands alone.
  for (const [key, { marks }] of groups) {
    if (marks.length > 1) continue;
    alone.push(...marks);
    groups.delete(key);
  }
  return {
    asking: asking.length,
    groups: [...groups.values()],
    alone: alone.sort(worstFirst),
    others: marks.filter((mark) => !asks(mark)).sort(worstFirst),
  };
}

/** Whether a mark asks for attention: something was found that the user has not checked. */
export function asks({ level, checked }: Mark): boolean {
  return checked === undefined && (level === 'look-closer' || level === 'worth-a-question');
}

function worstFirst(a: Mark, b: Mark): number {
  return levels.indexOf(b.level) - levels.indexOf(a.level) || b.findings.length - a.findings.length;
}
