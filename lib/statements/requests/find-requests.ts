// Looks for requests in what somebody wrote: an invitation to another channel, to be paid elsewhere, to lend an account,
// and the others that rules/ lists. Rules that people wrote and weights that were learned from sentences read each text:
// where both speak, it is as strong as the rule says; what the weights alone find is weak, and so is what a rule found
// though the weights speak against it.
import { MAX_TEXT } from '../../model/limits.ts';
import { KINDS } from './analyse.ts';
import { findByRules } from './find-by-rules.ts';
import { Model } from './learned/model.ts';
import { packedModel } from './learned/weights.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading, Request, RequestContext } from './request.ts';

let model: Model | undefined;

/** The weights, unpacked when they are first needed. */
function ready(lexicon: Lexicon): Model {
  model ??= new Model(packedModel, { names: [...lexicon.names, ...KINDS], neg: lexicon.meaning('neg') });
  return model;
}

/** Of a text of fewer words a sum says too little to speak against a rule. */
const FEW_WORDS = 7;

/**
 * The requests in a text.
 *
 * @param most so much of the text is looked at, UTF-16 code units: as much as is kept of one. The time is linear in it
 */
export function findRequests(text: string, context: RequestContext, most = MAX_TEXT): Reading {
  const read = findByRules(text, context, most);
  const { analysis, found, lexicon } = read;
  const { flags, best } = judged(read, context);
  const requests: Request[] = [];
  for (const [n, { id, alone, withRule }] of flags.entries()) {
    const place = best[n];
    const quotes = found.get(id);
    if (quotes) {
      const isDoubted = analysis.tokens.length >= FEW_WORDS && place !== undefined && place.sum < withRule;
      for (const [quote, strength] of quotes)
        requests.push({ flag: id, strength: isDoubted ? 'weak' : strength, quote });
    } else if (
      place &&
      place.sum >= alone &&
      analysis.language !== undefined &&
      read.mayAsk(id, place.from, place.to)
    ) {
      requests.push({ flag: id, strength: 'weak', quote: read.quote(place.from, place.to) });
    }
  }
  const known = lexicon.languages[analysis.language ?? -1]?.id;
  return { ...(known !== undefined && { language: known }), requests };
}

function judged({ analysis, before, lexicon }: ReturnType<typeof findByRules>, { stage }: RequestContext) {
  const known = ready(lexicon);
  return { flags: known.flags, best: known.judge(analysis, stage, before) };
}
