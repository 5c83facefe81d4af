// What of the pool's messages is taken, and what is not: each is untrusted, whoever the server says wrote it. Nothing here
// writes; the same messages in the same order come to the same with every member.

import type { Observation } from '../model/observation.ts';
import { DAY_MS } from '../model/time.ts';
import { type Letter, namedIn, parseLetter, personOfLetter } from './letters.ts';
import type { PoolMessage } from './link.ts';
import { type Member, type Members, PER_DAY, type Roster } from './roster.ts';
import type { Opener } from './sealing.ts';
import type { Position, Refusal } from './state.ts';
import { parseSubject, type TeamTokens } from './subjects.ts';

/** What a message came to. */
export type Taken =
  | { observation: Observation }
  | { erased: string }
  | { roster: Roster }
  | { refused: Refusal; author?: string };

/** What is known of the team while messages are read. */
export interface Team {
  members: Members;
  roster: Roster | undefined;
  tokens: TeamTokens;
  opener: Opener;
  isErased(person: string): boolean;
}

/** Opens messages, many at a time: the letters as they were written, or why there is none. */
export function opened(
  messages: readonly PoolMessage[],
  { members, opener }: Team,
): Promise<({ letter: unknown; member: Member; author: string } | { refused: Refusal; author?: string })[]> {
  return Promise.all(
    messages.map(async ({ subject, body, sequence }) => {
      const author = parseSubject(subject)?.author;
      if (author === undefined) return { refused: 'not-ours' as const };
      const member = members.at(author, sequence);
      if (!member) return { refused: 'unknown' as const, author };
      const read = await opener.open(subject, member.key, body);
      return 'not' in read ? { refused: read.not, author } : { letter: read.letter, member, author };
    }),
  );
}

/**
 * What an opened message is to the team.
 *
 * @param position how much was taken of its author so far is counted there
 * @param now by this machine's clock, ms since 1970
 */
export function taken(
  message: PoolMessage,
  { letter: untrusted, member, author }: { letter: unknown; member: Member; author: string },
  team: Team,
  position: Position,
  now: number,
): Taken {
  const parsed = parseLetter(untrusted);
  if ('problem' in parsed) return { refused: 'no-observation', author };
  const { letter } = parsed;
  // It stands under whom it is about, or erasing them would not find it.
  if (parseSubject(message.subject)?.person !== personOfLetter(letter, team.tokens))
    return { refused: 'no-observation', author };
  return byLetter(letter, message, member, author, team, position, now);
}

function byLetter(
  letter: Letter,
  { at }: PoolMessage,
  member: Member,
  author: string,
  team: Team,
  position: Position,
  now: number,
): Taken {
  switch (letter.says) {
    case 'roster':
      if (author !== team.members.administrator) return { refused: 'not-allowed', author };
      return { roster: letter.roster };
    case 'erased':
      return member.erases ? { erased: letter.person } : { refused: 'not-allowed', author };
    case 'seen': {
      const { observation } = letter;
      if (Date.parse(observation.seenAt) > Math.min(at, now) + DAY_MS) return { refused: 'ahead', author };
      if (namedIn(observation).some((account) => team.isErased(team.tokens.person(account)))) {
        return { refused: 'erased', author };
      }
      const day = new Date(at).toISOString().slice(0, 10);
      const known = position.taken[author];
      const count = known?.day === day ? known.count : 0;
      if (count >= (team.roster?.perDay ?? PER_DAY)) return { refused: 'too-many', author };
      position.taken[author] = { day, count: count + 1 };
      return { observation };
    }
  }
}
