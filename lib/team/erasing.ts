// A person is taken off the server: every message that names them, by its number. Nothing else takes the words off the disk.

import type { Observation } from '../model/observation.ts';
import { isShared, namedIn, parseLetter } from './letters.ts';
import type { Link, PoolMessage } from './link.ts';
import { opened, type Team } from './reading.ts';
import { parseSubject } from './subjects.ts';

/**
 * Takes every observation that names a person off the server.
 *
 * @param person their token
 * @returns what is to be sent in its place: what others' projects say beside, without the name
 */
export async function eraseOnServer(link: Link, person: string, team: Team): Promise<Observation[]> {
  const gone: number[] = [];
  const anonymous: Observation[] = [];
  await link.read(0, async (messages) => {
    const letters = await opened(messages, team);
    for (const [i, letter] of letters.entries()) {
      const { subject, sequence } = messages[i] as PoolMessage;
      const read = 'letter' in letter ? parseLetter(letter.letter) : undefined;
      const said = read && 'letter' in read ? read.letter : undefined;
      if (said && said.says !== 'seen') continue;
      const observation = said?.says === 'seen' ? said.observation : undefined;
      const named = observation ? namedIn(observation).map((account) => team.tokens.person(account)) : [];
      if (parseSubject(subject)?.person !== person && !named.includes(person)) continue;
      gone.push(sequence);
      if (observation?.kind === 'project' && isShared(observation)) {
        const { client: _, ...rest } = observation;
        anonymous.push(rest);
      }
    }
    return true;
  });
  for (const sequence of gone) await link.erase(sequence);
  return anonymous;
}
