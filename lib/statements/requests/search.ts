// A text taken apart and searched by rules: where pieces of meaning stand near each other, and whether something around
// them explains it: a negation, a quotation, a warning, what others wanted or what was refused.
import { MAX_QUOTE } from '../../model/observation.ts';
import type { Analysis } from './analyse.ts';
import { type CompiledRule, compiledRules, type Piece } from './compiled-rules.ts';
import type { Occurrence } from './lexicon.ts';

/** Words between two pieces of a rule, at most, where it says nothing else. */
export const WITHIN = 9;
/** The end of a sentence counts as so many words. */
export const SENTENCE = 5;
const NEAR = 3;
/** Words before a piece, and behind, that a negation reaches over. */
const NEGATION_BEFORE = 6;
const NEGATION_AFTER = 3;
/** Occurrences of a piece that are looked at around one other. */
const MAX_LOOKED = 24;

/** A text taken apart, with its occurrences by piece. */
export class Search {
  readonly analysis: Analysis;
  readonly #lists = new Map<string, readonly Occurrence[]>();
  #sentences: { from: Int32Array; to: Int32Array } | undefined;
  #words: Set<string> | undefined;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  /** Where a piece stands, in order. */
  list({ key, meanings }: Piece): readonly Occurrence[] {
    const { occurrences } = this.analysis;
    if (meanings.length === 1) return occurrences[meanings[0] as number] as Occurrence[];
    const known = this.#lists.get(key);
    if (known) return known;
    const all = meanings.flatMap((n) => occurrences[n] as Occurrence[]).sort((a, b) => a.from - b.from);
    this.#lists.set(key, all);
    return all;
  }

  /** Whether a piece stands anywhere: most do not, and only of those that do a list is made. */
  has({ meanings }: Piece): boolean {
    const { occurrences } = this.analysis;
    return meanings.some((n) => (occurrences[n] as Occurrence[]).length > 0);
  }

  /** By number of rule 1 where a piece of it stands somewhere. */
  mayHold(byMeaning: readonly (readonly number[])[], rules: number): Uint8Array {
    const mayHold = new Uint8Array(rules);
    const { occurrences } = this.analysis;
    for (let meaning = 0; meaning < occurrences.length; meaning++) {
      if ((occurrences[meaning] as Occurrence[]).length === 0) continue;
      for (const rule of byMeaning[meaning] ?? []) mayHold[rule] = 1;
    }
    return mayHold;
  }

  hasAll(pieces: readonly Piece[]): boolean {
    return pieces.every((piece) => this.has(piece));
  }

  words(): Set<string> {
    this.#words ??= new Set(this.analysis.tokens.map(({ text }) => text));
    return this.#words;
  }

  /**
   * The sentences in which a rule holds.
   *
   * @param isOfPost whether the words from one token to another are the post's own
   */
  *hits(rule: CompiledRule, isOfPost: (from: number, to: number) => boolean): Generator<string> {
    const [first, ...rest] = rule.all as [Piece, ...Piece[]];
    const cursors = rest.map(() => 0);
    let last = -1;
    for (const anchor of this.list(first)) {
      if (anchor.from <= last) continue;
      const chosen = this.#match(anchor, rest, cursors, rule);
      if (!chosen) continue;
      const from = Math.min(...chosen.map((one) => one.from));
      const to = Math.max(...chosen.map((one) => one.to));
      if (this.#isExplained(rule, chosen, from, to) || isOfPost(from, to)) continue;
      last = this.#bounds(to).to;
      yield this.#quote(from, to);
    }
  }

  #match(
    anchor: Occurrence,
    rest: readonly Piece[],
    cursors: number[],
    { within = WITHIN, ordered = false }: CompiledRule,
  ): Occurrence[] | undefined {
    const chosen = [anchor];
    let { language } = anchor;
    for (const [i, piece] of rest.entries()) {
      const list = this.list(piece);
      // Anchors come in order, so what lies too far before this one does so before the next.
      let at = cursors[i] as number;
      while (
        at < list.length &&
        this.#distance(list[at] as Occurrence, anchor) > within &&
        (list[at] as Occurrence).from < anchor.from
      )
        at++;
      cursors[i] = at;
      let best: Occurrence | undefined;
      let nearest = Number.POSITIVE_INFINITY;
      for (let j = at, looked = 0; j < list.length && looked < MAX_LOOKED; j++, looked++) {
        const one = list[j] as Occurrence;
        const distance = this.#distance(one, anchor);
        if (one.from > anchor.to && distance > within) break;
        if (distance > within || distance >= nearest) continue;
        if (one.language >= 0 && language >= 0 && one.language !== language) continue;
        if (ordered && one.from < (chosen.at(-1) as Occurrence).from) continue;
        if (!one.isMark && chosen.some((other) => one.from <= other.to && other.from <= one.to)) continue;
        best = one;
        nearest = distance;
      }
      if (!best) return undefined;
      if (language < 0) language = best.language;
      chosen.push(best);
    }
    return chosen;
  }

  /** Words between two, with the ends of sentences. */
  #distance(a: Occurrence, b: Occurrence): number {
    const [one, other] = a.from <= b.from ? [a, b] : [b, a];
    const { tokens } = this.analysis;
    const ends =
      (tokens[other.from] as { sentence: number }).sentence - (tokens[one.to] as { sentence: number }).sentence;
    return Math.max(0, other.from - one.to - 1) + ends * SENTENCE;
  }

  #isExplained(rule: CompiledRule, chosen: readonly Occurrence[], from: number, to: number): boolean {
    const { tokens } = this.analysis;
    const { always, told, declined, neg } = compiledRules();
    if (chosen.some((one) => (tokens[one.from] as { isQuoted: boolean }).isQuoted)) return true;
    const start = this.#bounds(from).from;
    const end = this.#bounds(to).to;
    // Words of another language that happen to be written alike say nothing.
    const { language: main, counts } = this.analysis;
    const spoken = chosen.find((one) => one.language >= 0)?.language ?? main;
    const isOwn = (language: number) =>
      language < 0 ||
      language === spoken ||
      spoken === undefined ||
      (language === main && (counts[main] as number) > (counts[spoken] as number));
    // A few words may be Russian and Ukrainian at once: what others wanted or was refused is told in either.
    const mayBeOwn = (language: number) =>
      isOwn(language) || ((counts[language] as number) > 0 && counts[language] === counts[spoken as number]);
    const isThere = (piece: Piece, a: number, b: number) =>
      this.#isThere(piece, Math.max(start, a), Math.min(end, b), ({ language }) => isOwn(language));
    if (isThere(always, start, end) || isThere(rule.unless, start, end)) return true;
    // What somebody else once wanted, and what was refused, also in the sentence after.
    if (this.#isThere(told, start, to, ({ language }) => mayBeOwn(language))) return true;
    const after = this.#bounds(Math.min(tokens.length - 1, end + 1)).to;
    if (this.#isThere(declined, from, after, ({ language }) => mayBeOwn(language))) return true;
    if (rule.with.key !== '' && !isThere(rule.with, start, end)) return true;
    if (chosen.some((one) => isThere(rule.notNear, one.from - NEAR, one.to + NEAR))) return true;
    if (rule.negated) return false;
    const clauses = new Set(chosen.map((one) => (tokens[one.from] as { clause: number }).clause));
    return this.#isThere(
      neg,
      Math.max(start, from - NEGATION_BEFORE),
      Math.min(end, to + NEGATION_AFTER),
      ({ from: at, language }) => isOwn(language) && clauses.has((tokens[at] as { clause: number }).clause),
    );
  }

  #isThere(piece: Piece, from: number, to: number, isMeant: (one: Occurrence) => boolean = () => true): boolean {
    const list = this.list(piece);
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] as Occurrence).from < from) low = middle + 1;
      else high = middle;
    }
    for (; low < list.length && (list[low] as Occurrence).from <= to; low++)
      if (isMeant(list[low] as Occurrence)) return true;
    return false;
  }

  /** The first and last token of the sentence of a token. */
  #bounds(token: number): { from: number; to: number } {
    const { tokens } = this.analysis;
    if (!this.#sentences) {
      const from = new Int32Array(tokens.length);
      const to = new Int32Array(tokens.length);
      for (let i = 0; i < tokens.length; i++) {
        const same = i > 0 && tokens[i - 1]?.sentence === tokens[i]?.sentence;
        from[i] = same ? (from[i - 1] as number) : i;
      }
      for (let i = tokens.length - 1; i >= 0; i--) {
        const same = i + 1 < tokens.length && tokens[i + 1]?.sentence === tokens[i]?.sentence;
        to[i] = same ? (to[i + 1] as number) : i;
      }
      this.#sentences = { from, to };
    }
    return { from: this.#sentences.from[token] as number, to: this.#sentences.to[token] as number };
  }

  /** The sentences from one token to another as they are written; of long ones the part around. */
  #quote(from: number, to: number): string {
    const { text, tokens } = this.analysis;
    const [first, last] = [tokens[from], tokens[to]] as [{ from: number }, { to: number }];
    let start = (tokens[this.#bounds(from).from] as { from: number }).from;
    let end = (tokens[this.#bounds(to).to] as { to: number }).to;
    if (/^[.!?…。！？؟]/.test(text.slice(end, end + 1))) end++;
    if (end - start > MAX_QUOTE) {
      const spare = Math.max(0, MAX_QUOTE - (last.to - first.from)) >> 1;
      start = Math.max(start, first.from - spare);
      end = Math.min(end, start + MAX_QUOTE);
    }
    return text.slice(start, end).trim().toWellFormed();
  }
}
