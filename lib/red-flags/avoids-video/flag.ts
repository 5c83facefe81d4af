// Finds refusals to be seen on video, and excuses after it was agreed. Once is weak at most: a poor line, a broken camera,
// a speech impairment or the night there explain the same words.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const avoidsVideo = textFlag({
  id: 'avoids-video',
  clauses: ['O1', 'M1'],
  chances: { weak: 0.0011, moderate: 0.0004, strong: 0.0002 },
  words: en,
});
