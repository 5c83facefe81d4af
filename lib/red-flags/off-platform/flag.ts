// Finds invitations to talk or to make a deal elsewhere than on the marketplace, where its rules forbid that and nobody
// asked for it: away from it a client has neither its records nor its protection.
// The words and rules stand in lib/statements/requests.
import { textFlag } from '../text-flag.ts';
import en from './en.json' with { type: 'json' };

export const offPlatform = textFlag({
  id: 'off-platform',
  clauses: ['C6', 'M6'],
  chances: { weak: 0.001, moderate: 0.0004, strong: 0.0002 },
  words: en,
});
