// What may be said in a team's pool: something was seen, somebody is erased, this is who is in the team. Whatever comes out of
// the pool is untrusted, like a page: it passes here first, and an observation also passes the schema of every import.

import * as z from 'zod/mini';
import type { AccountKey } from '../model/account.ts';
import { type Observation, parseObservation } from '../model/observation.ts';
import { canonicalJson } from '../model/values.ts';
import { WEB } from '../model/web-account.ts';
import { rosterSchema } from './roster.ts';
import { subjectOf, type TeamTokens } from './subjects.ts';

const tokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** Most observations of one letter. */
export const MANY = 50;

const letterSchema = z.discriminatedUnion('says', [
  z.object({ says: z.literal('seen'), observation: z.unknown() }),
  z.object({ says: z.literal('many'), observations: z.array(z.unknown()).check(z.maxLength(MANY)) }),
  /** Nothing of this person, by their token, is to be kept, sent or taken by anybody. */
  z.object({ says: z.literal('erased'), person: tokenSchema }),
  z.object({ says: z.literal('roster'), roster: rosterSchema }),
]);

/** A letter as it is written. */
export type Letter =
  | Exclude<z.infer<typeof letterSchema>, { says: 'seen' | 'many' }>
  | { says: 'seen'; observation: Observation }
  | { says: 'many'; observations: Observation[] };

/**
 * Parses what a body said. Never throws.
 *
 * @returns the letter, and how many of several observations in it could not be read: the others count
 */
export function parseLetter(untrusted: unknown): { letter: Letter; unread?: number } | { problem: string } {
  const parsed = z.safeParse(letterSchema, untrusted);
  if (!parsed.success) return { problem: parsed.error.issues[0]?.message ?? 'not a letter' };
  const letter = parsed.data;
  switch (letter.says) {
    case 'seen': {
      const read = parseShared(letter.observation);
      return 'problem' in read ? read : { letter: { says: 'seen', observation: read.observation } };
    }
    case 'many': {
      const observations = letter.observations.map(parseShared).flatMap((read) => {
        return 'problem' in read ? [] : [read.observation];
      });
      const unread = letter.observations.length - observations.length;
      return { letter: { says: 'many', observations }, ...(unread > 0 && { unread }) };
    }
    default:
      return { letter };
  }
}

function parseShared(untrusted: unknown): { observation: Observation } | { problem: string } {
  const read = parseObservation(untrusted);
  if ('problem' in read || isShared(read.observation)) return read;
  return { problem: `${read.observation.kind}: not shared` };
}

/** What a letter says was seen. */
export function seenIn(letter: Letter): readonly Observation[] {
  return letter.says === 'seen' ? [letter.observation] : letter.says === 'many' ? letter.observations : [];
}

/**
 * Whether an observation is the team's to know: what a marketplace's page shows of projects, bids, profiles and reviews.
 * Never what was written to the user, which pages they read, nor what they had read off pages of no marketplace.
 */
export function isShared({ kind, site }: Observation): boolean {
  return site !== WEB && kind !== 'message' && kind !== 'page';
}

/** Under whom an observation stands: the account it is about; a project, which is about nobody, under itself. */
function standsUnder(observation: Observation, tokens: TeamTokens): string {
  const { site } = observation;
  switch (observation.kind) {
    case 'bid':
    case 'profile':
      return tokens.person(`${site}:${observation.account}`);
    case 'review':
      return tokens.person(`${site}:${observation.to}`);
    case 'project':
      return tokens.project(`${site}:${observation.project}`);
    default:
      throw new Error(`not shared: ${observation.kind}`);
  }
}

/** Everybody whom an observation names, as far as it is shared. */
export function namedIn(observation: Observation): AccountKey[] {
  const { site } = observation;
  switch (observation.kind) {
    case 'review':
      return [`${site}:${observation.to}`, `${site}:${observation.from}`];
    case 'bid':
    case 'profile':
      return [`${site}:${observation.account}`];
    case 'project':
      return observation.client === undefined ? [] : [`${site}:${observation.client}`];
    default:
      return [];
  }
}

/** The token of whom or what a letter is about. */
export function personOfLetter(letter: Letter, tokens: TeamTokens): string {
  switch (letter.says) {
    case 'seen':
      return standsUnder(letter.observation, tokens);
    // Of several people: who is erased is looked for within.
    case 'many':
      return tokens.matter('many');
    case 'erased':
      return letter.person;
    case 'roster':
      return tokens.matter('roster');
  }
}

/** The subject of a letter of this author. The same letter has the same, whenever it is written. */
export function subjectOfLetter(letter: Letter, author: string, tokens: TeamTokens): string {
  const event = tokens.event(canonicalJson(letter));
  return subjectOf({ author, person: personOfLetter(letter, tokens), event });
}
