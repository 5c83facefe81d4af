// Reads many mutated pages, and makes what fails as small as it gets.
import type { Fixture } from './fixtures.ts';
import { type Case, type Change, caseOf } from './mutate.ts';
import { problemsOf } from './problems.ts';

export interface Failure {
  seed: number;
  fixture: string;
  /** The fewest of the changes that still fail so. */
  changes: readonly Change[];
  /** The page that comes in, where one does. */
  other?: string;
  problems: string[];
}

export interface Fuzzed {
  pages: number;
  failures: Failure[];
  /** The most questions to one page, for each of its nodes. */
  steps: number;
}

/** Hears of each failure, and now and then of how far it has come. */
export type Hear = (at: number, failure?: Failure) => void;

/**
 * @param fixtures the pages that are mutated
 * @param first seed of the first page; each page has the next
 * @param pages how many
 */
export function fuzz(fixtures: readonly Fixture[], first: number, pages: number, hear?: Hear): Fuzzed {
  const failures: Failure[] = [];
  let most = 0;
  for (let seed = first; seed < first + pages; seed += 1) {
    const one = caseOf(seed, fixtures);
    const { problems, steps } = problemsOf(one);
    most = Math.max(most, steps);
    if (problems.length > 0) {
      const failure = { seed, ...smallest(one, problems) };
      failures.push(failure);
      hear?.(seed - first, failure);
    } else if ((seed - first) % 1_000 === 999) hear?.(seed - first);
  }
  return { pages, failures, steps: most };
}

/** What a problem is about, without whom and how many. */
const kindOf = (problem: string) => problem.split(/[:\d]/)[0] ?? '';

/** Leaves out changes for as long as the page fails in the same way. */
function smallest(one: Case, problems: string[]): Omit<Failure, 'seed'> {
  let best = { case: one, problems };
  const kind = kindOf(problems[0] ?? '');
  for (let at = one.changes.length - 1; at >= 0 && best.case.changes.length > 1; at -= 1) {
    const fewer = { ...best.case, changes: best.case.changes.filter((_, n) => n !== at) };
    const left = problemsOf(fewer).problems;
    if (left.some((problem) => kindOf(problem) === kind)) best = { case: fewer, problems: left };
  }
  const { changes, fixture, other } = best.case;
  const isMixed = changes.some(({ kind: name }) => name === 'mix');
  return { fixture: fixture.name, changes, ...(isMixed && { other: other.name }), problems: best.problems };
}
