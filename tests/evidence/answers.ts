// Everything that can be asked of evidence about generated observations, in a form that two can be compared in.
import type { Evidence } from '../../lib/evidence/evidence.ts';
import { bidLedger } from '../../lib/evidence/projections/bid-ledger.ts';
import { ratings } from '../../lib/evidence/projections/ratings.ts';
import { statedBids } from '../../lib/evidence/projections/stated-bids.ts';
import { texts } from '../../lib/evidence/projections/texts.ts';
import type { StatedBidsTable } from '../../lib/stats/stated-bids.ts';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { accounts, projectKeys, sentences } from './generated.ts';

/** What the projections hold. */
export async function projected(evidence: Pick<Evidence, 'projection'>) {
  const [ledger, stated, graph, index] = await Promise.all([
    evidence.projection(bidLedger),
    evidence.projection(statedBids),
    evidence.projection(ratings),
    evidence.projection(texts),
  ]);
  const { length, from, to, value, outOf, earliest, latest, byClient, text } = graph.ratings();
  const { fingerprints, sentenceSpans } = prepareText(sentences.join(' '), undefined);
  return {
    stated: statedLines(stated),
    tallies: accounts.map((account) => ledger.of(account)),
    bids: accounts.map((account) =>
      ledger
        .bidsOf(account)
        .map(({ outcome, sent, posted, topics }) => JSON.stringify([outcome, sent, posted, topics.length]))
        .sort(),
    ),
    ratings: Array.from({ length }, (_, r) => [
      graph.accounts[from[r] as number],
      graph.accounts[to[r] as number],
      ...[value, outOf, earliest, latest, byClient, text].map((column) => column[r]),
    ]),
    shown: accounts.map((account) => graph.shown(graph.number(account) ?? -1)),
    texts: index.size,
    similar: index
      .query(fingerprints, sentenceSpans, 'guru:nobody', 100)
      .matches.map(({ n, shared }) => [n, shared])
      .sort(([a = 0], [b = 0]) => a - b),
  };
}

/** One line an account, in an order of their own: rows may have been taken in in another. */
function statedLines(table: StatedBidsTable): string[] {
  return [...table.everyone()].map(([account, stated]) => `${account} ${JSON.stringify(stated)}`).sort();
}

/** Every answer. */
export async function answers(evidence: Evidence) {
  const [bids, sent, reviews, profiles, histories, messages, coverage, projects] = await Promise.all([
    evidence.bidsOf(accounts),
    evidence.textsOf(accounts),
    evidence.reviewsOf(accounts),
    evidence.profilesOf(accounts),
    evidence.profileHistoriesOf(accounts),
    evidence.messagesOf(accounts),
    evidence.coverageOf(accounts),
    evidence.projects(projectKeys),
  ]);
  const numbers = [...sent.values()].flat().map(({ n }) => n);
  const at = await evidence.textsAt([...numbers, 9_999]);
  const said = { bids, sent, reviews, profiles, histories, messages, coverage, projects, at };
  return { ...said, projected: await projected(evidence) };
}
