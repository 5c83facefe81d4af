// Finds heads of software companies who praise their company unasked. A bid of an agency’s head that answers the post is
// none: what they write is about the post.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const executiveColdCall = textFlag({
  id: 'executive-cold-call',
  clauses: ['C5'],
  chances: { weak: 0.001, moderate: 0.0004, strong: 0.0002 },
  most: 'moderate',
  words: en,
});
