// Looks for requests in what a freelancer wrote: an invitation to another channel, to be paid elsewhere, to lend an
// account, and the others that rules/ lists. A request is two or more meanings near each other that nothing around
// them explains: no negation, no quotation, no warning, nothing that the post names or the client asked for before.
import { MAX_TEXT } from '../../model/limits.ts';
import { MAX_QUOTE } from '../../model/observation.ts';
import { type Analysis, analyse, KINDS } from './analyse.ts';
import { Lexicon, type Occurrence } from './lexicon.ts';
import type { FlagId, Reading, Request, RequestContext, Strength } from './request.ts';
import type { FlagRules, Rule } from './rule.ts';
import { flagRules } from './rules/registry.ts';
import { sortedWords } from './words.ts';

/** Requests of one kind that are kept of a text. */
const MAX_REQUESTS = 3;
const WITHIN = 9;
/** The end of a sentence counts as so many words. */
const SENTENCE = 5;
const NEAR = 3;
/** Words before a piece, and behind, that a negation reaches over. */
const NEGATION_BEFORE = 6;
const NEGATION_AFTER = 3;

interface Piece {
  key: string;
  meanings: readonly number[];
}

interface CompiledRule extends Omit<Rule, 'all' | 'with' | 'unless' | 'notNear' | 'also' | 'nowhere' | 'before'> {
  flag: FlagId;
  all: readonly Piece[];
  with: Piece;
  unless: Piece;
  notNear: Piece;
  also: readonly Piece[];
  nowhere: Piece;
  before: readonly Piece[];
}

let compiled:
  | {
      lexicon: Lexicon;
      rules: CompiledRule[];
      /** By the number of a meaning the rules with a piece that asks for it. */
      byMeaning: readonly (readonly number[])[];
      flags: Map<FlagId, FlagRules>;
      always: Piece;
      told: Piece;
      declined: Piece;
      neg: Piece;
    }
  | undefined;

/** The words and rules, made ready when they are first needed. */
function ready() {
  if (compiled) return compiled;
  const lexicon = new Lexicon(sortedWords);
  const piece = (key: string): Piece => ({
    key,
    meanings: key
      .split('|')
      .filter(Boolean)
      .flatMap((name) => numberOf(lexicon, name)),
  });
  const any = (names: readonly string[] = []) => piece(names.join('|'));
  const rules = flagRules.flatMap(({ id, rules }) =>
    rules.map(
      (rule): CompiledRule => ({
        ...rule,
        flag: id,
        all: rule.all.map(piece),
        with: any(rule.with),
        unless: any(rule.unless),
        notNear: any(rule.notNear),
        also: (rule.also ?? []).map(piece),
        nowhere: any(rule.nowhere),
        before: (rule.before ?? []).map(piece),
      }),
    ),
  );
  compiled = {
    lexicon,
    rules,
    byMeaning: rulesByMeaning(rules),
    flags: new Map(flagRules.map((one) => [one.id, one])),
    always: any(['warn', 'others']),
    told: any(['toldof']),
    declined: any(['declined']),
    neg: any(['neg']),
  };
  return compiled;
}

/** The rules by the meanings of that piece of theirs which has fewest. */
function rulesByMeaning(rules: readonly CompiledRule[]): number[][] {
  const byMeaning: number[][] = [];
  for (const [n, { all }] of rules.entries()) {
    const fewest = all.reduce((a, b) => (b.meanings.length < a.meanings.length ? b : a));
    for (const meaning of fewest.meanings) {
      byMeaning[meaning] ??= [];
      byMeaning[meaning].push(n);
    }
  }
  return byMeaning;
}

function numberOf(lexicon: Lexicon, name: string): number[] {
  const kind = KINDS.indexOf(name as (typeof KINDS)[number]);
  const n = kind >= 0 ? lexicon.meanings + kind : lexicon.meaning(name);
  return n < 0 ? [] : [n];
}

/**
 * The requests in a text.
 *
 * @param most so much of the text is looked at, UTF-16 code units: as much as is kept of one. The time is linear in it
 */
export function findRequests(text: string, context: RequestContext, most = MAX_TEXT): Reading {
  const { lexicon, rules, byMeaning, flags } = ready();
  const search = new Search(analyse(text.slice(0, most), lexicon));
  const { language } = search.analysis;
  const around = new Surroundings(context, lexicon);
  const found = new Map<FlagId, Map<string, Strength>>();
  const mayHold = search.mayHold(byMeaning, rules.length);
  for (let n = mayHold.indexOf(1); n >= 0; n = mayHold.indexOf(1, n + 1)) {
    const rule = rules[n] as CompiledRule;
    if (rule.stage && !rule.stage.includes(context.stage)) continue;
    if (!search.hasAll(rule.all) || !search.hasAll(rule.also) || search.has(rule.nowhere)) continue;
    if (!around.allow(rule, flags.get(rule.flag) as FlagRules)) continue;
    const quotes = found.get(rule.flag) ?? new Map<string, Strength>();
    for (const quote of search.hits(rule, around)) {
      const known = quotes.get(quote);
      quotes.set(quote, stronger(known, rule.strength ?? 'moderate'));
      if (quotes.size >= MAX_REQUESTS) break;
    }
    if (quotes.size > 0) found.set(rule.flag, quotes);
  }
  const requests = [...found].flatMap(([flag, quotes]) =>
    [...quotes].map(([quote, strength]): Request => ({ flag, strength, quote })),
  );
  const known = lexicon.languages[language ?? -1]?.id;
  return { ...(known !== undefined && { language: known }), requests };
}

const order: readonly Strength[] = ['weak', 'moderate', 'strong'];
function stronger(a: Strength | undefined, b: Strength): Strength {
  return a !== undefined && order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** What the client wrote: before it in the thread, and in the post. */
class Surroundings {
  readonly #before: Search | undefined;
  readonly #post: Search | undefined;
  readonly #context: RequestContext;
  readonly #lexicon: Lexicon;

  constructor(context: RequestContext, lexicon: Lexicon) {
    this.#context = context;
    this.#lexicon = lexicon;
    if (context.before) this.#before = new Search(analyseCached(context.before, lexicon));
    if (context.post) this.#post = new Search(analyseCached(context.post, lexicon));
  }

  /** False where what the client wrote makes an answer of it. */
  allow(rule: CompiledRule, { topics, topicsOfPost = [], usualOn, usualOnceHired }: FlagRules): boolean {
    const { site, isHired } = this.#context;
    if (usualOn?.includes(site) || (isHired && usualOnceHired?.includes(site))) return false;
    if (rule.before.length > 0) {
      const before = this.#before;
      if (!before?.hasAll(rule.before)) return false;
    }
    const isNamed = (search: Search | undefined, names: readonly string[]) =>
      search !== undefined && names.some((name) => this.#names(search, name));
    return !isNamed(this.#before, topics) && !isNamed(this.#post, topicsOfPost);
  }

  /** True where the post names the same thing by the same word. */
  isOfPost(flag: FlagRules, search: Search, from: number, to: number): boolean {
    if (!this.#post) return false;
    const words = this.#post.words();
    for (const name of flag.ofPost ?? []) {
      for (const meaning of numberOf(this.#lexicon, name)) {
        for (const one of search.analysis.occurrences[meaning] ?? []) {
          if (one.from < from || one.to > to) continue;
          if (words.has((search.analysis.tokens[one.from] as { text: string }).text)) return true;
        }
      }
    }
    return false;
  }

  #names(search: Search, name: string): boolean {
    return numberOf(this.#lexicon, name).some((meaning) => (search.analysis.occurrences[meaning] ?? []).length > 0);
  }
}

/** Posts and questions are read with every text that answers them. */
const analysed = new Map<string, Analysis>();
const MAX_ANALYSED = 50;
function analyseCached(text: string, lexicon: Lexicon): Analysis {
  const known = analysed.get(text);
  if (known) return known;
  const made = analyse(text.slice(0, MAX_TEXT), lexicon);
  if (analysed.size >= MAX_ANALYSED) analysed.clear();
  analysed.set(text, made);
  return made;
}

/** A text taken apart, with its occurrences by piece. */
class Search {
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

  /** The sentences in which a rule holds. */
  *hits(rule: CompiledRule, around: Surroundings): Generator<string> {
    const { flags } = ready();
    const flag = flags.get(rule.flag) as FlagRules;
    const [first, ...rest] = rule.all as [Piece, ...Piece[]];
    const cursors = rest.map(() => 0);
    let last = -1;
    for (const anchor of this.list(first)) {
      if (anchor.from <= last) continue;
      const chosen = this.#match(anchor, rest, cursors, rule);
      if (!chosen) continue;
      const from = Math.min(...chosen.map((one) => one.from));
      const to = Math.max(...chosen.map((one) => one.to));
      if (this.#isExplained(rule, chosen, from, to) || around.isOfPost(flag, this, from, to)) continue;
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
        if (chosen.some((other) => one.from <= other.to && other.from <= one.to)) continue;
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
    const { always, told, declined, neg } = ready();
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
/** Occurrences of a piece that are looked at around one other. */
const MAX_LOOKED = 24;
