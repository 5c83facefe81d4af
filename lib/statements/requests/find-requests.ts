// Looks for requests in what a freelancer wrote: an invitation to another channel, to be paid elsewhere, to lend an
// account, and the others that rules/ lists. A request is two or more meanings near each other that nothing around
// them explains: no negation, no quotation, no warning, nothing that the post names or the client asked for before.
import { MAX_TEXT } from '../../model/limits.ts';
import { analyse, type Spoken } from './analyse.ts';
import { type CompiledRule, compiledRules } from './compiled-rules.ts';
import { mayHoldAny } from './may-hold.ts';
import type { FlagId, Reading, Request, RequestContext, Strength } from './request.ts';
import type { FlagRules } from './rule.ts';
import { Search } from './search.ts';
import { Surroundings } from './surroundings.ts';

/** Requests of one kind that are kept of a text. */
const MAX_REQUESTS = 3;

/**
 * The requests in a text.
 *
 * @param most so much of the text is looked at, UTF-16 code units: as much as is kept of one. The time is linear in it
 */
export function findRequests(text: string, context: RequestContext, most = MAX_TEXT): Reading {
  const { lexicon, glance, rules, byMeaning, flags } = compiledRules();
  const read = text.slice(0, most);
  if (looks.isWorthIt()) {
    const seen = glance.look(read);
    const isSettled = seen !== undefined && !mayHoldAny(seen.meanings, context);
    looks.note(isSettled);
    if (isSettled) return readingOf(seen.spoken, []);
  }
  const search = new Search(analyse(read, lexicon));
  const around = new Surroundings(context, lexicon);
  const found = new Map<FlagId, Map<string, Strength>>();
  const mayHold = search.mayHold(byMeaning, rules.length);
  for (let n = mayHold.indexOf(1); n >= 0; n = mayHold.indexOf(1, n + 1)) {
    const rule = rules[n] as CompiledRule;
    if (rule.stage && !rule.stage.includes(context.stage)) continue;
    if (!search.hasAll(rule.all) || !search.hasAll(rule.also) || search.has(rule.nowhere)) continue;
    const flag = flags.get(rule.flag) as FlagRules;
    if (!around.allow(rule, flag)) continue;
    const quotes = found.get(rule.flag) ?? new Map<string, Strength>();
    for (const quote of search.hits(rule, (from, to) => around.isOfPost(flag, search, from, to))) {
      const known = quotes.get(quote);
      quotes.set(quote, stronger(known, rule.strength ?? 'moderate'));
      if (quotes.size >= MAX_REQUESTS) break;
    }
    if (quotes.size > 0) found.set(rule.flag, quotes);
  }
  const requests = [...found].flatMap(([flag, quotes]) =>
    [...quotes].map(([quote, strength]): Request => ({ flag, strength, quote })),
  );
  return readingOf(search.analysis.spoken, requests);
}

/**
 * Whether looks settle enough: one costs less than half of taking a text apart, and where most texts have to be taken
 * apart all the same only a few more are looked at, to see whether that changes. What is found is the same.
 */
class Looks {
  #looks = 0;
  #settled = 0;
  #texts = 0;

  isWorthIt(): boolean {
    const isUnknown = this.#looks < FEW_LOOKS;
    return isUnknown || this.#settled >= this.#looks * WORTH_IT || ++this.#texts % SEEN_AGAIN === 0;
  }

  note(isSettled: boolean): void {
    this.#looks++;
    if (isSettled) this.#settled++;
    if (this.#looks < MANY_LOOKS) return;
    this.#looks /= 2;
    this.#settled /= 2;
  }
}
const FEW_LOOKS = 32;
const MANY_LOOKS = 256;
const WORTH_IT = 0.65;
const SEEN_AGAIN = 16;
const looks = new Looks();

function readingOf({ best, isKnown }: Spoken, requests: Request[]): Reading {
  const known = isKnown ? compiledRules().lexicon.languages[best]?.id : undefined;
  return { ...(known !== undefined && { language: known }), requests };
}

const order: readonly Strength[] = ['weak', 'moderate', 'strong'];
function stronger(a: Strength | undefined, b: Strength): Strength {
  return a !== undefined && order.indexOf(a) > order.indexOf(b) ? a : b;
}
