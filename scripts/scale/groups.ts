// Who belongs together by their texts, as one index sees it and as several parts do: the same matcher asks either, and the
// pairs and groups that come out are compared.
import { DisjointSets } from '../../lib/graph/components.ts';
import { type SearchedTexts, type SourceText, TemplateMatcher } from '../../lib/text/template-matcher.ts';
import { random } from '../evaluate/random.ts';
import { MAKES, makeWorld } from '../evaluate/template-sets.ts';

/** Invented bids, one account in ten of a family that shares a template; in the order in which they were seen. */
export function bidsOf(accounts: number, seed: number): SourceText[] {
  const plan = {
    projects: 200,
    accounts,
    base: 0.1,
    bidsPerAccount: [1, 3] as [number, number],
    familySize: [2, 12] as [number, number],
    language: 'english' as const,
    makes: MAKES,
  };
  return makeWorld(plan, random(seed)).bids.map((bid) => ({
    n: bid.n,
    account: `${bid.site}:${bid.account}`,
    text: bid.text ?? '',
    project: bid.project,
    post: undefined,
    isPostWhole: false,
  }));
}

/** So many texts are asked about by one matcher: what it remembers of each is let go with it. */
const AT_ONCE = 2_000;

/** The pairs of accounts with texts of one template, each once, as `one two`. */
export function pairsIn(index: SearchedTexts, texts: readonly SourceText[]): Set<string> {
  const pairs = new Set<string>();
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const matcher = new TemplateMatcher(index, (n) => texts[n]);
    for (const { n, account } of texts.slice(from, from + AT_ONCE)) {
      for (const match of matcher.matchesOf(n)) {
        pairs.add([account, (texts[match.n] as SourceText).account].sort().join(' '));
      }
    }
  }
  return pairs;
}

/** The groups that pairs make, each sorted, and sorted among each other. */
export function groupsOf(pairs: ReadonlySet<string>): string[][] {
  const accounts = [...new Set([...pairs].flatMap((pair) => pair.split(' ')))].sort();
  const place = new Map(accounts.map((account, i) => [account, i]));
  const sets = new DisjointSets(accounts.length);
  for (const pair of pairs) {
    const [one = '', two = ''] = pair.split(' ');
    sets.join(place.get(one) as number, place.get(two) as number);
  }
  return [...Map.groupBy(accounts, (account) => sets.of(place.get(account) as number)).values()];
}

/** What is in one and not in the other, both ways. */
export function differing(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.symmetricDifference(other).size;
}
