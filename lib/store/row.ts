// One row of the store: a fact, when it was first and last seen, and what was said before it changed.

import { accountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';
import { merge, projectKey, whoIs } from './identity.ts';
import type { StoredObservation } from './rows.ts';

/** A row that has no number yet, or has one. */
export type Row = Omit<StoredObservation, 'n'> & { n?: number };

/** What was said before is kept this many times over. */
const MAX_EARLIER = 20;

/** The row of a fact that was not known. */
export function newRow(identity: string, body: Observation): Row {
  const who = whoIs(body);
  const giver = body.kind === 'review' && accountKey(body.site, body.from);
  const project = 'project' in body ? projectKey(body) : undefined;
  return {
    identity,
    kind: body.kind,
    ...(who && { who }),
    ...(giver && { giver }),
    ...(project && { project }),
    firstSeenAt: body.seenAt,
    lastSeenAt: body.seenAt,
    body,
  };
}

/**
 * The row after its fact was seen again. Observations may come in any order (an import is older than
 * what is known): the younger one says what is known now.
 */
export function seeAgain(row: Row, observation: Observation): Row {
  const younger = observation.seenAt >= row.lastSeenAt;
  const { merged, changed } = younger ? merge(row.body, observation) : merge(observation, row.body);
  const said = younger ? row.body : observation;
  return {
    ...row,
    firstSeenAt: observation.seenAt < row.firstSeenAt ? observation.seenAt : row.firstSeenAt,
    lastSeenAt: younger ? observation.seenAt : row.lastSeenAt,
    body: merged,
    ...(changed && { earlier: [...(row.earlier ?? []), said].slice(-MAX_EARLIER) }),
  };
}
