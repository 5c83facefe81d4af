// How fast the graph kernels are: the ring search on 100,000 accounts and 500,000 ratings, and components
// and cores beside graphology, each also as a multiple of the floor: one pass over the ratings.
import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import { kCore } from 'graphology-cores';
import { components } from '../../lib/graph/components.ts';
import { generalisedCore } from '../../lib/graph/generalised-core.ts';
import { RatingGraph } from '../../lib/graph/rating-graph.ts';
import { findRings } from '../../lib/graph/rings.ts';
import { random } from '../evaluate/random.ts';
import { marketplace, plant } from '../evaluate/ring-sets.ts';

const ACCOUNTS = 100_000;
const RATINGS = 500_000;
const ROUNDS = 7;

/** The middle of several runs, in milliseconds, after one that warms up. */
function median(run: () => unknown, rounds = ROUNDS): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((x, y) => x - y)[rounds >> 1] as number;
}

/** A generated marketplace of that size with a hundred rings in it. */
function large(): RatingGraph {
  const next = random(1);
  const clients = 70_000;
  const developers = ACCOUNTS - clients - 1_000;
  // More hires a client than the generator's: two of its marketplaces with the same people in them.
  const background = [1, 2].flatMap(() => marketplace(clients, developers, next));
  const { ratings } = plant(background.slice(0, RATINGS - 2_500), 1_000, next);
  const graph = new RatingGraph();
  for (const { from, to, value, time } of ratings) {
    const moment = { earliest: time * 1_000, latest: time * 1_000 };
    graph.addRating({
      from: `bench:${from}`,
      to: `bench:${to}`,
      value,
      outOf: 5,
      ...moment,
      byClient: true,
      text: 0,
      project: 0,
    });
  }
  return graph;
}

/** The graph kernels' part of the bench. */
export async function graph(): Promise<{ title: string; markdown: string }> {
  const rated = large();
  const { length, from, to, value, earliest } = rated.ratings();
  const n = rated.accounts.length;
  const floor = median(() => {
    let sum = 0;
    for (let e = 0; e < length; e++) {
      sum += (from[e] as number) + (to[e] as number) + (value[e] as number) + (earliest[e] as number);
    }
    return sum;
  });
  const need = new Int32Array(n).fill(5);
  const peer = new UndirectedGraph();
  for (let v = 0; v < n; v++) peer.addNode(v);
  for (let e = 0; e < length; e++) if (from[e] !== to[e]) peer.mergeEdge(from[e], to[e]);
  // The peer joins two accounts once: the kernels get the same links.
  const a = new Int32Array(peer.size);
  const b = new Int32Array(peer.size);
  let at = 0;
  peer.forEachEdge((_edge, _attributes, x, y) => {
    a[at] = Number(x);
    b[at++] = Number(y);
  });
  const rings = findRings(rated).length;
  const rows: [string, number, number?][] = [
    [`ring search, ${rings} groups found`, median(() => findRings(rated))],
    ['connected components', median(() => components(n, a, b)), median(() => connectedComponents(peer), 3)],
    ['5-core', median(() => generalisedCore({ n, a, b }, need)), median(() => kCore(peer, 5), 3)],
  ];
  const ms = (t: number) => `${t.toFixed(t < 10 ? 1 : 0)} ms`;
  const lines = [
    `${n.toLocaleString('en')} accounts, ${length.toLocaleString('en')} ratings (${peer.size.toLocaleString('en')} pairs). Floor, one pass over them: ${floor.toFixed(2)} ms.`,
    '',
    '| | time | × floor | graphology | × ours |',
    '|---|---|---|---|---|',
    ...rows.map(
      ([what, own, other]) =>
        `| ${what} | ${ms(own)} | ${(own / floor).toFixed(0)} | ${other ? ms(other) : '–'} | ${other ? (other / own).toFixed(0) : '–'} |`,
    ),
  ];
  return { title: 'Graph kernels', markdown: `${lines.join('\n')}\n` };
}
