// A person is taken off the server: every message that names them, by its number. Nothing else takes the words off the disk.

import type { Observation } from '../model/observation.ts';
import { type Letter, namedIn, parseLetter, seenIn } from './letters.ts';
import type { Link, PoolMessage } from './link.ts';
import { opened, type Team } from './reading.ts';
import { parseSubject } from './subjects.ts';

/** What names a person. */
export interface Naming {
  /** The numbers of the messages. */
  messages: number[];
  /** What is to be said in their place: what the same letters say of others, and others' projects without the name. */
  instead: Observation[];
}

/**
 * Looks through the pool for what names a person.
 *
 * @param person their token
 */
export async function namingOnServer(link: Link, person: string, team: Team): Promise<Naming> {
  const naming: Naming = { messages: [], instead: [] };
  const names = (observation: Observation) =>
    namedIn(observation).some((account) => team.tokens.person(account) === person);
  await link.read(0, async (messages) => {
    const letters = await opened(messages, team);
    for (const [i, one] of letters.entries()) {
      const message = messages[i] as PoolMessage;
      const isTaken = 'letter' in one;
      const letter = letterOf(isTaken ? one.letter : await wordsOf(message, team));
      if (letter?.says === 'erased' || letter?.says === 'roster') continue;
      const seen = letter ? seenIn(letter) : [];
      if (parseSubject(message.subject)?.person !== person && !seen.some(names)) continue;
      naming.messages.push(message.sequence);
      // What nobody takes is not said again in anybody's name.
      if (isTaken) naming.instead.push(...seen.flatMap((observation) => without(observation, names(observation))));
    }
    return true;
  });
  return naming;
}

/** What stands in a message, whoever wrote it: one whose line is gone, or who signed it wrongly, has put words there as well. */
function wordsOf({ subject, body }: PoolMessage, { opener }: Team): Promise<unknown> | undefined {
  const author = parseSubject(subject)?.author;
  return author === undefined ? undefined : opener.words(subject, author, body);
}

function letterOf(untrusted: unknown): Letter | undefined {
  const read = parseLetter(untrusted);
  return 'letter' in read ? read.letter : undefined;
}

/** What stays of an observation: all of it, or of a project what it says beside its client. */
function without(observation: Observation, isNamed: boolean): Observation[] {
  if (!isNamed) return [observation];
  if (observation.kind !== 'project') return [];
  const { client: _, ...rest } = observation;
  return [rest];
}
