// What it does to set that only stronger findings of a red flag count: how many of those it looks for are
// still found, and how many others are still flagged. The settings page shows these figures.
import { type Strength, strengths } from '../../lib/model/finding.ts';

interface Side {
  of: number;
  found: Record<Strength, number>;
}

const side = (): Side => ({ of: 0, found: { weak: 0, moderate: 0, strong: 0 } });

export class ByStrength {
  private readonly lookedFor = side();
  private readonly others = side();

  /** Counts one account: whether the flag looks for such as it, and the strength of its finding, if it has one. */
  add(isLookedFor: boolean, strength: Strength | undefined): void {
    const to = isLookedFor ? this.lookedFor : this.others;
    to.of++;
    if (strength) to.found[strength]++;
  }

  /** The lines of a table in Markdown. */
  table(): string[] {
    return [
      '| findings count from | found, of 100 | others flagged, of 10,000 |',
      '|---|---|---|',
      ...strengths.map((from, i) => {
        const counted = ({ of, found }: Side, per: number) =>
          Math.round((strengths.slice(i).reduce((sum, one) => sum + found[one], 0) / of) * per);
        return `| ${from} | ${counted(this.lookedFor, 100)} | ${counted(this.others, 10_000)} |`;
      }),
    ];
  }
}
