// Finds which texts of different accounts were made from one template: asks the index for those that share
// pieces, reads these whole, learns how usual each shared sentence is, and weighs what is left (kin.ts).
// Links are never chained: a text is only ever said to be like those it was compared with.
import { addTo, coverInto } from './coverage.ts';
import { type Draft, draft, type Look, look } from './draft.ts';
import { familyOf, isPair, type Kin } from './kin.ts';
import { type Likeness, likeness, type Usual } from './likeness.ts';
import type { Quoted } from './quoted.ts';
import { WORTH_A_LOOK } from './rarity.ts';
import type { Answer, TextIndex } from './text-index.ts';
import { usualOf } from './usual.ts';

/** A text with fewer words of its own than this is not compared. */
export const FEWEST_WORDS = 25;
/** Most texts of others that one text is compared with word by word … */
const COMPARED = 32;
/** … of those that the index is asked for: all that could be of the text's family and in its samples. */
const MATCHES = 128;

/** With fewer words in common than this two texts are not weighed. */
const LEAST_SHARED = 15;
/** Decimal logarithms of how many texts chance may bring about, with few accounts and with many. */
const EXPECTED = { least: -2, most: -4 };

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
  answer: Answer;
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
  readonly #overlaps = new Map<number, readonly Weighed[]>();
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
    const links = this.#overlapsOf(n)
      .filter(({ isKin, closest }) => isKin || this.#isKinBack(n, closest.n))
      .map(({ others, closest, like, covered }) => ({ n: closest.n, ns: others.map(({ n }) => n), like, covered }))
      .sort((a, b) => b.like.rareWords - a.like.rareWords);
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
      if (candidates.length > 0) node = { source, draft: own, answer, candidates };
    }
    this.#nodes.set(n, node);
    return node;
  }

  #ask({ fingerprints, groups }: Look, account: string): Answer | undefined {
    if (!this.#index.mayAnswer(fingerprints, groups, account)) return undefined;
    return this.#index.query(fingerprints, groups, account, MATCHES);
  }

  /** Whether the other text, asked itself, is of one template with this one: what counts as usual hangs on who is asked. */
  #isKinBack(n: number, other: number): boolean {
    return this.#overlapsOf(other).some(({ isKin, others }) => isKin && others.some((one) => one.n === n));
  }

  /** What a text shares with each other account that has something of it, and whether that tells of one template. */
  #overlapsOf(n: number): readonly Weighed[] {
    const known = this.#overlaps.get(n);
    if (known) return known;
    const node = this.#node(n);
    const weighed = node ? this.#weigh(node) : [];
    this.#overlaps.set(n, weighed);
    return weighed;
  }

  #weigh(node: Node): Weighed[] {
    const byAccount = new Map<string, Source[]>();
    for (const n of node.candidates) {
      const other = this.#sourceOf(n);
      if (!other || other.account === node.source.account || !this.draftOf(n)) continue;
      const same = byAccount.get(other.account);
      if (same) same.push(other);
      else byAccount.set(other.account, [other]);
    }
    const overlaps = [...byAccount.values()].map((others) => this.#compare(node, others));
    if (!overlaps.some(isWorthWeighing)) return [];
    const usual = this.#usual(node, overlaps);
    const kin = overlaps.map((overlap) => this.#kin(node, overlap, usual));
    const limit = this.#limit();
    const family = familyOf(kin, limit, (covered) => likeness(node.draft, usual, covered, this.#accounts).sentences);
    return overlaps
      .map((overlap, i) => {
        const one = kin[i] as Kin;
        return { ...overlap, like: one.like, isKin: isPair(one, limit) || family.has(one) };
      })
      .filter(isWorthWeighing);
  }

  /** What a text shares with the texts of one other account together. */
  #compare(node: Node, others: readonly Source[]): Overlap {
    const covered = new Uint8Array(node.draft.length);
    let closest = others[0] as Source;
    let most = 0;
    for (const other of others) {
      const own = others.length === 1 ? covered : new Uint8Array(node.draft.length);
      coverInto(node.draft, this.draftOf(other.n) as Draft, own);
      const words = wordsIn(own);
      if (own !== covered) addTo(covered, own);
      if (words > most) {
        most = words;
        closest = other;
      }
    }
    return { others, closest, covered, words: others.length === 1 ? most : wordsIn(covered) };
  }

  /** How usual each sentence is among those whose whole texts do not say that they are family. */
  #usual(node: Node, overlaps: readonly Overlap[]): Usual {
    const placeOf = new Map(node.answer.matches.map(({ n, account }) => [n, account]));
    const compared = overlaps.flatMap(({ others: [first], covered }) => {
      const place = first && placeOf.get(first.n);
      return place === undefined ? [] : [[place, covered] as const];
    });
    return usualOf(node.draft, node.answer, this.#accounts, new Map(compared));
  }

  #kin(node: Node, { others, covered }: Overlap, usual: Usual): Kin {
    const theirs = Math.max(...others.map(({ n }) => this.draftOf(n)?.ownWords ?? 0));
    return {
      like: likeness(node.draft, usual, covered, this.#accounts),
      covered,
      shorter: Math.min(node.draft.ownWords, theirs),
      longer: Math.max(node.draft.ownWords, theirs),
      mayQuote: others.some(({ project, post }) => project === node.source.project && !post && !node.source.post),
    };
  }

  /** Decimal logarithm of how many texts chance may bring about at most: the more are compared, the fewer. */
  #limit(): number {
    return Math.max(EXPECTED.most, Math.min(EXPECTED.least, -Math.log10(Math.max(1, this.#accounts))));
  }
}

/** What a text shares with the texts of one other account. */
interface Overlap {
  others: readonly Source[];
  /** The one that it shares the most with. */
  closest: Source;
  covered: Uint8Array;
  /** Tokens covered. */
  words: number;
}

interface Weighed extends Overlap {
  like: Likeness;
  /** Whether the two are of one template, alone or with others. */
  isKin: boolean;
}

function isWorthWeighing({ words }: Overlap): boolean {
  return words >= LEAST_SHARED;
}

function wordsIn(covered: Uint8Array): number {
  let words = 0;
  for (let i = 0; i < covered.length; i++) if (covered[i] !== 0) words++;
  return words;
}
