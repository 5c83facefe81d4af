// Accounts that hire each other in a circle, or two that swap: each is a client of the next, and this client's ratings
// are a third or more of what was seen of the next. Hardly anyone is both a client and a developer where the two are
// apart; where many are, mutual ratings are usual and nothing is said. Found as strongly connected components
// (Tarjan 1972, without recursion) of the links from each account to those that depend on it.
import type { ClientRatings } from './client-ratings.ts';
import { byKey } from './csr.ts';
import type { Member, Ring } from './ring.ts';
import { CIRCLE, DEPENDENT } from './ring-thresholds.ts';

interface Link {
  to: number;
  places: readonly number[];
}

/** The circles among these ratings, with how many such chance would make. */
export function circles(all: ClientRatings, key: (account: number) => string): Ring[] {
  const links = linksOf(all);
  const rings: Ring[] = [];
  // How often a rating leads on to an account that gives ratings itself: what circles by chance are made of.
  let crossings = 0;
  for (let v = 0; v < all.n; v++) crossings += (all.total[v] as number) * (all.givenTotal[v] as number);
  for (const members of components(links, all.n)) {
    if (members.length < 2 || members.length > CIRCLE.most) continue;
    const inside = members.flatMap((v) =>
      (links.get(v) ?? []).filter(({ to }) => members.includes(to)).flatMap(({ places }) => places),
    );
    if (inside.length < CIRCLE.ratings) continue;
    const own = members.reduce((sum, v) => sum + (all.total[v] as number) * (all.givenTotal[v] as number), 0);
    const usual = Math.max(1, crossings - own) / Math.max(1, all.all);
    const logExpected = members.length * Math.log(usual) - Math.log(members.length) + Math.log(CIRCLE.most);
    const count = (which: Int32Array, total: Int32Array): Member[] =>
      [...byKey(inside, which)]
        .map(([account, places]) => ({ account, inside: places.length, total: total[account] as number }))
        .sort((x, y) => y.inside - x.inside || (key(x.account) < key(y.account) ? -1 : 1));
    rings.push({
      clients: count(all.from, all.givenTotal),
      developers: count(all.to, all.total),
      ratings: inside.sort((p, q) => all.order(p, q)).map((p) => all.number[p] as number),
      isCircle: true,
      needsAlike: false,
      logExpected,
    });
  }
  return rings;
}

/** From each account to those developers who depend on it and hire others themselves. */
function linksOf(all: ClientRatings): Map<number, Link[]> {
  const { n, start, to, high, total, givenTotal } = all;
  const links = new Map<number, Link[]>();
  let mutual = 0;
  let pairs = 0;
  const gave = (from: number, whom: number) => {
    for (let p = start[from] as number; p < (start[from + 1] as number); p++) if (to[p] === whom) return true;
    return false;
  };
  for (let c = 0; c < n; c++) {
    // Who was never hired closes no circle.
    const [begin, end] = [start[c] as number, start[c + 1] as number];
    if (begin === end) continue;
    if ((total[c] as number) === 0) {
      pairs += all.rated[c] as number;
      continue;
    }
    const places: number[] = [];
    for (let p = begin; p < end; p++) places.push(p);
    for (const [v, those] of byKey(places, to)) {
      pairs++;
      if ((givenTotal[v] as number) === 0) continue;
      const isMutual = gave(v, c);
      if (isMutual) mutual++;
      const good = those.filter((p) => high[p] === 1);
      if (good.length < DEPENDENT * (total[v] as number) - 1e-9 || good.length === 0) continue;
      // Two who rated each other once are acquainted.
      if (isMutual && good.length < CIRCLE.ofSwap) continue;
      const known = links.get(c);
      if (known) known.push({ to: v, places: good });
      else links.set(c, [{ to: v, places: good }]);
    }
  }
  return mutual > CIRCLE.usual * pairs ? new Map() : links;
}

/** The strongly connected components of these links, each by its members. */
function components(links: ReadonlyMap<number, readonly Link[]>, n: number): number[][] {
  const index = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const isOpen = new Uint8Array(n);
  const open: number[] = [];
  const found: number[][] = [];
  let next = 0;
  const enter = (v: number) => {
    index[v] = next;
    low[v] = next++;
    open.push(v);
    isOpen[v] = 1;
    return { v, at: 0 };
  };
  for (const root of links.keys()) {
    if (index[root] !== -1) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { v } = top;
      const link = links.get(v)?.[top.at++];
      if (link) {
        if (index[link.to] === -1) path.push(enter(link.to));
        else if (isOpen[link.to]) low[v] = Math.min(low[v] as number, index[link.to] as number);
        continue;
      }
      path.pop();
      const above = path.at(-1)?.v;
      if (above !== undefined) low[above] = Math.min(low[above] as number, low[v] as number);
      if (low[v] !== index[v]) continue;
      const component = open.splice(open.lastIndexOf(v));
      for (const w of component) isOpen[w] = 0;
      if (component.length > 1) found.push(component);
    }
  }
  return found;
}
