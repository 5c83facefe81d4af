// What of the pool's messages is taken, and what is not: each is untrusted, whoever the server says wrote it. Nothing here
// writes; the same messages in the same order come to the same with every member.

import type { Observation } from '../model/observation.ts';
import { DAY_MS } from '../model/time.ts';
import { type Letter, parseLetter, personOfLetter, seenIn } from './letters.ts';
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
  /** Whether it names somebody of whom nothing is kept. */
  namesErased(observation: Observation): boolean;
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

/** A message whose letter can be read and stands under whom it is about, or why it does not. */
export type Read =
  | { letter: Letter; unread?: number; member: Member; author: string }
  | { refused: Refusal; author?: string };

/** Opens messages and parses what they say, which needs no more of what came before than who is in the team. */
export async function read(messages: readonly PoolMessage[], team: Team): Promise<Read[]> {
  const letters = await opened(messages, team);
  return letters.map((one, i) => ('refused' in one ? one : parsed(messages[i] as PoolMessage, one, team)));
}

function parsed(
  { subject }: PoolMessage,
  { letter: untrusted, member, author }: { letter: unknown; member: Member; author: string },
  { tokens }: Team,
): Read {
  const said = parseLetter(untrusted);
  // It stands under whom it is about, or erasing them would not find it.
  if ('problem' in said || parseSubject(subject)?.person !== personOfLetter(said.letter, tokens)) {
    return { refused: 'no-observation', author };
  }
  return { ...said, member, author };
}

/**
 * What a message is to the team that was read: one thing, or as many as it holds observations.
 *
 * @param position how much was taken of its author so far is counted there
 * @param now by this machine's clock, ms since 1970
 */
export function taken({ at }: PoolMessage, one: Read, team: Team, position: Position, now: number): Taken[] {
  if ('refused' in one) return [one];
  const { letter, unread = 0, member, author } = one;
  switch (letter.says) {
    case 'roster':
      return [author === team.members.administrator ? { roster: letter.roster } : { refused: 'not-allowed', author }];
    case 'erased':
      return [member.erases ? { erased: letter.person } : { refused: 'not-allowed', author }];
    default:
      return [
        ...seenIn(letter).map((observation) => seen(observation, at, author, team, position, now)),
        ...Array.from({ length: unread }, () => ({ refused: 'no-observation' as const, author })),
      ];
  }
}

function seen(
  observation: Observation,
  at: number,
  author: string,
  team: Team,
  position: Position,
  now: number,
): Taken {
  if (Date.parse(observation.seenAt) > Math.min(at, now) + DAY_MS) return { refused: 'ahead', author };
  if (team.namesErased(observation)) return { refused: 'erased', author };
  const day = new Date(at).toISOString().slice(0, 10);
  const known = position.taken[author];
  const count = known?.day === day ? known.count : 0;
  if (count >= (team.roster?.perDay ?? PER_DAY)) return { refused: 'too-many', author };
  position.taken[author] = { day, count: count + 1 };
  return { observation };
}
