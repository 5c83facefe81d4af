// Whether some rule may hold in a text of which only was looked over which meanings may stand in which sentence.
import { type CompiledRule, compiledRules, type Piece } from './compiled-rules.ts';
import type { RequestContext } from './request.ts';
import { SENTENCE, WITHIN } from './search.ts';

/**
 * Says yes where it cannot tell.
 *
 * @param meanings by number a bit for each sentence in which it may stand (glance.ts)
 */
export function mayHoldAny(meanings: Int32Array, { stage, before }: RequestContext): boolean {
  const { rules, byMeaning } = compiledRules();
  const sentencesOf = (piece: Piece) => piece.meanings.reduce((all, meaning) => all | (meanings[meaning] as number), 0);
  const mayHold = (rule: CompiledRule): boolean => {
    if ((rule.stage && !rule.stage.includes(stage)) || (rule.before.length > 0 && !before)) return false;
    // Sentences that are farther apart are not near each other, since the end of one counts as so many words.
    const apart = Math.floor((rule.within ?? WITHIN) / SENTENCE);
    const [first, ...rest] = rule.all as [Piece, ...Piece[]];
    const others = rule.with.key === '' ? rest : [...rest, rule.with];
    const together = others.reduce((all, piece) => all & around(sentencesOf(piece), apart), sentencesOf(first));
    return together !== 0 && rule.also.every((piece) => sentencesOf(piece) !== 0);
  };
  for (let meaning = 0; meaning < meanings.length; meaning++) {
    if (meanings[meaning] === 0) continue;
    if (byMeaning[meaning]?.some((n) => mayHold(rules[n] as CompiledRule))) return true;
  }
  return false;
}

/** The bits of some sentences and of those beside them. */
function around(sentences: number, apart: number): number {
  let all = sentences;
  for (let i = 0; i < apart; i++) all |= (all << 1) | (all >>> 1);
  return all;
}
