// Decides which texts of different accounts were made from one template. Two texts are linked when they
// share several sentences that hardly anyone else uses; so are they when one shares them with several texts
// of the other account together. Links are never chained: a text is only ever said to be like those it was compared with.
import { coverInto } from './coverage.ts';
import { type Draft, draft, type Look, look } from './draft.ts';
import { type Likeness, likeness } from './likeness.ts';
import type { Quoted } from './quoted.ts';
import { WORTH_A_LOOK } from './rarity.ts';
import type { Answer, TextIndex } from './text-index.ts';
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
  /** What look() says of the text and the post, when it was asked before. */
  look?: Look | undefined;
}

export interface Link {
  /** The closest text of the account, and all of its texts that share something. */
  n: number;
  ns: number[];
  like: Likeness;
  /** Which tokens of the text are shared with these. */
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
  readonly #long = new Map<number, boolean>();
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

  /** Whether a text has enough words of its own to be compared. */
  isLongEnough(n: number): boolean {
    if (!this.#long.has(n)) this.#node(n);
    return this.#long.get(n) ?? false;
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
    const first = source && (source.look ?? look(source.text, source.post));
    const isLong = first !== undefined && first.ownWords >= FEWEST_WORDS;
    this.#long.set(n, isLong);
    let node: Node | undefined;
    const answer = source && isLong && this.#ask(first, source.account);
    // Most texts resemble nobody's: nothing more is made of them.
    const own = answer && answer.matches.length > 0 ? this.draftOf(n) : undefined;
    if (source && answer && own) {
      const usual = usualOf(own, answer, this.#accounts);
      const candidates = answer.matches
        .map((match, m) => ({ n: match.n, words: usual.words[m] as number }))
        .filter(({ words }) => words >= WORTH_A_LOOK)
        .sort((a, b) => b.words - a.words)
        .slice(0, COMPARED)
        .map((candidate) => candidate.n);
      if (candidates.length > 0) node = { source, draft: own, usual, candidates };
    }
    this.#nodes.set(n, node);
    return node;
  }

  #ask({ fingerprints, groups }: Look, account: string): Answer | undefined {
    if (!this.#index.mayAnswer(fingerprints, account)) return undefined;
    return this.#index.query(fingerprints, groups, account, MATCHES);
  }

  #find(node: Node): Link[] {
    const byAccount = new Map<string, Source[]>();
    for (const n of node.candidates) {
      const other = this.#sourceOf(n);
      if (!other || other.account === node.source.account || !this.draftOf(n)) continue;
      const same = byAccount.get(other.account);
      if (same) same.push(other);
      else byAccount.set(other.account, [other]);
    }
    const links: Link[] = [];
    for (const others of byAccount.values()) {
      const link = this.#compare(node, others);
      const isOne = this.#isLink(node, others, link) || others.some((other) => this.#isLinkBack(node, other, link));
      if (isOne) links.push(link);
    }
    return links.sort((a, b) => b.like.rareWords - a.like.rareWords);
  }

  /** What a text shares with the texts of one other account together; how usual a sentence is, is counted by account too. */
  #compare(node: Node, others: readonly Source[]): Link {
    const covered = new Uint8Array(node.draft.length);
    let closest = others[0] as Source;
    let most = 0;
    for (const other of others) {
      const own = new Uint8Array(node.draft.length);
      coverInto(node.draft, this.draftOf(other.n) as Draft, own);
      let words = 0;
      for (let i = 0; i < own.length; i++) {
        if (own[i] === 0) continue;
        words++;
        covered[i] = 1;
      }
      if (words > most) {
        most = words;
        closest = other;
      }
    }
    return {
      n: closest.n,
      ns: others.map(({ n }) => n),
      like: likeness(node.draft, node.usual, covered, 1, this.#accounts),
      covered,
    };
  }

  #isLink(node: Node, others: readonly Source[], { like }: Link): boolean {
    const theirs = Math.max(...others.map(({ n }) => this.draftOf(n)?.ownWords ?? 0));
    const shorter = Math.min(node.draft.ownWords, theirs);
    const longer = Math.max(node.draft.ownWords, theirs);
    if (others.some(({ project, post }) => project === node.source.project && !post && !node.source.post)) {
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
    return this.#isLink(back, [node.source], this.#compare(back, [node.source]));
  }
}
