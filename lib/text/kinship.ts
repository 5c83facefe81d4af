// Decides which texts of different accounts were made from one template. Two texts are linked when they
// share many words that hardly anyone else uses; a text that shares less with each of several is linked
// when those are linked among themselves and it is covered by them together. Links are never chained:
// a text is only ever said to be like those it was compared with.
import { cover, coverInto } from './coverage.ts';
import { type Draft, draft } from './draft.ts';
import { type Likeness, likeness } from './likeness.ts';
import type { Quoted } from './quoted.ts';
import { WORTH_A_LOOK } from './rarity.ts';
import type { TextIndex } from './text-index.ts';
import { type Usual, usualOf } from './usual.ts';

/** A text with fewer words of its own than this is not compared. */
export const FEWEST_WORDS = 25;
/** Most texts of others that one text is compared with word by word … */
const COMPARED = 32;
/** … of those that the index is asked for: all that could be of the text's family and in its samples. */
const MATCHES = 128;

/** What two texts must share to be linked: sentences, rare words, share of the shorter; leeway on EXPECTED. */
const LINK = { sentences: 3, rareWords: 20, share: 0.12, leeway: 0 };
/** Two sentences are enough when they are most of the text. */
const NEAR_WHOLE = { sentences: 2, rareWords: 22, share: 0.6, leeway: 0.5 };
/** The same for a text against a group that is linked among itself. */
const GROUP = { sentences: 3, rareWords: 20, share: 0.3 };
/** A link must be this unlikely by chance: the more are compared, the more so (decimal logarithms). */
const EXPECTED = { least: -2, most: -4 };
/** Two texts on one project whose post is unknown may both quote it: only near-whole copies are linked. */
const UNKNOWN_POST = { rareWords: 40, share: 0.8 };

/** A text as the caller holds it. */
export interface Source {
  n: number;
  account: string;
  text: string;
  /** What tells one project from another; equal for one project seen under two ids. */
  project: string;
  /** The client's post; undefined when it is not known. */
  post: Quoted | undefined;
}

export interface Link {
  n: number;
  like: Likeness;
  /** Which tokens of the text are shared with this one. */
  covered: Uint8Array;
}

interface Node {
  source: Source;
  draft: Draft;
  usual: Usual;
  /** Numbers of texts of others that share rare words, most first. */
  candidates: number[];
}

export class Kinship {
  readonly #index: TextIndex;
  readonly #accounts: number;
  readonly #sourceOf: (n: number) => Source | undefined;
  readonly #nodes = new Map<number, Node | undefined>();
  readonly #drafts = new Map<number, Draft | undefined>();
  readonly #links = new Map<number, Link[]>();

  /** @param sourceOf gives a text by number; undefined for one that is gone or was not fetched */
  constructor(index: TextIndex, sourceOf: (n: number) => Source | undefined) {
    this.#index = index;
    this.#accounts = index.accounts;
    this.#sourceOf = sourceOf;
  }

  /** Numbers of the texts of other accounts that must be at hand before linksOf(n) is asked. */
  candidatesOf(n: number): readonly number[] {
    return this.#node(n)?.candidates ?? [];
  }

  /** The text made ready; undefined when it is gone or too short. */
  draftOf(n: number): Draft | undefined {
    if (this.#drafts.has(n)) return this.#drafts.get(n);
    const source = this.#sourceOf(n);
    const made = source && draft(source.text, source.post);
    const kept = made && made.ownWords >= FEWEST_WORDS ? made : undefined;
    this.#drafts.set(n, kept);
    return kept;
  }

  /** Texts of other accounts that this text was made from one template with, closest first. */
  linksOf(n: number): readonly Link[] {
    const known = this.#links.get(n);
    if (known) return known;
    const node = this.#node(n);
    const links = node ? this.#find(node) : [];
    this.#links.set(n, links);
    return links;
  }

  #node(n: number): Node | undefined {
    if (this.#nodes.has(n)) return this.#nodes.get(n);
    const source = this.#sourceOf(n);
    const own = source && this.draftOf(n);
    let node: Node | undefined;
    const answer = source && own && this.#index.query(own.fingerprints, own.groups, source.account, MATCHES);
    if (answer && answer.matches.length > 0) {
      const usual = usualOf(own, answer, this.#accounts);
      const candidates = answer.matches
        .map((match, m) => ({ n: match.n, words: usual.words[m] as number }))
        .filter(({ words }) => words >= WORTH_A_LOOK)
        .sort((a, b) => b.words - a.words)
        .slice(0, COMPARED)
        .map((candidate) => candidate.n);
      if (candidates.length > 0) node = { source, draft: own, usual, candidates };
    }
    // Most texts resemble nobody's: what was made of them is let go.
    if (!node && own) this.#drafts.delete(n);
    this.#nodes.set(n, node);
    return node;
  }

  #find(node: Node): Link[] {
    const links: Link[] = [];
    const hints: Link[] = [];
    for (const n of node.candidates) {
      const other = this.#sourceOf(n);
      if (!other || other.account === node.source.account || !this.draftOf(n)) continue;
      const link = this.#compare(node, other);
      if (!link) continue;
      if (this.#isLink(node, other, link) || this.#isLinkBack(node, other, link)) links.push(link);
      else if (link.like.rareWords >= WORTH_A_LOOK) hints.push(link);
    }
    const joined = this.#join(node, links, hints);
    return [...links, ...joined].sort((a, b) => b.like.rareWords - a.like.rareWords);
  }

  #compare(node: Node, other: Source): Link | undefined {
    const theirs = this.draftOf(other.n);
    if (!theirs) return undefined;
    const covered = cover(node.draft, theirs);
    return { n: other.n, like: likeness(node.draft, node.usual, covered, 1, this.#accounts), covered };
  }

  #isLink(node: Node, other: Source, { like }: Link): boolean {
    const shorter = Math.min(node.draft.ownWords, this.draftOf(other.n)?.ownWords ?? 0);
    const longer = Math.max(node.draft.ownWords, this.draftOf(other.n)?.ownWords ?? 0);
    if (node.source.project === other.project && !node.source.post && !other.post) {
      if (like.rareWords < UNKNOWN_POST.rareWords || like.words < UNKNOWN_POST.share * longer) return false;
    }
    const is = (bar: typeof LINK): boolean =>
      like.sentences >= bar.sentences &&
      like.rareWords >= bar.rareWords &&
      like.words >= bar.share * shorter &&
      like.logExpected <= this.#unlikely() + bar.leeway;
    return is(LINK) || is(NEAR_WHOLE);
  }

  /** Decimal logarithm of how many texts chance may bring about at most. */
  #unlikely(): number {
    return Math.max(EXPECTED.most, Math.min(EXPECTED.least, -Math.log10(Math.max(1, this.#accounts))));
  }

  /** Whether the other text, asked itself, is linked to this one: what counts as usual hangs on who is asked. */
  #isLinkBack(node: Node, other: Source, { like }: Link): boolean {
    if (like.rareWords < WORTH_A_LOOK && like.words < 2 * LINK.rareWords) return false;
    const back = this.#node(other.n);
    if (!back) return false;
    const link = this.#compare(back, node.source);
    return link !== undefined && this.#isLink(back, node.source, link);
  }

  /** Those of the hints that make a group linked among itself, if the text is covered by the group. */
  #join(node: Node, links: readonly Link[], hints: readonly Link[]): Link[] {
    if (hints.length + links.length < 2 || hints.length === 0) return [];
    const near = [...links, ...hints];
    const group = near.filter((a) =>
      near.some((b) => a !== b && this.#accountOf(a.n) !== this.#accountOf(b.n) && this.#areLinked(a.n, b.n)),
    );
    const accounts = new Set(group.map(({ n }) => this.#accountOf(n)));
    if (accounts.size < 2) return [];
    const covered = new Uint8Array(node.draft.length);
    for (const { n } of group) coverInto(node.draft, this.draftOf(n) as Draft, covered);
    const like = likeness(node.draft, node.usual, covered, accounts.size, this.#accounts);
    const isOne =
      like.sentences >= GROUP.sentences &&
      like.rareWords >= GROUP.rareWords &&
      like.words >= GROUP.share * node.draft.ownWords &&
      like.logExpected <= this.#unlikely();
    return isOne ? group.filter((link) => hints.includes(link)) : [];
  }

  #accountOf(n: number): string | undefined {
    return this.#sourceOf(n)?.account;
  }

  #areLinked(a: number, b: number): boolean {
    const node = this.#node(a);
    const other = this.#sourceOf(b);
    if (!node || !other) return false;
    const link = this.#compare(node, other);
    return link !== undefined && this.#isLink(node, other, link);
  }
}
