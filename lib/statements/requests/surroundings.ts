// What the client wrote around a text: before it in the thread, and in the post. What answers it is no request.
import { MAX_TEXT } from '../../model/limits.ts';
import { type Analysis, analyse } from './analyse.ts';
import { type CompiledRule, numberOf } from './compiled-rules.ts';
import type { Lexicon } from './lexicon.ts';
import type { RequestContext } from './request.ts';
import type { FlagRules } from './rule.ts';
import { Search } from './search.ts';

/** What the client wrote: before it in the thread, and in the post. */
export class Surroundings {
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
