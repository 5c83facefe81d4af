// Finding an invented account by its handle.
import { clients } from '../data/clients.ts';
import { people } from '../data/people.ts';
import type { Client, Person } from '../data/types.ts';

const peopleByHandle = new Map(people.map((person) => [person.handle, person]));
const clientsByHandle = new Map(clients.map((client) => [client.handle, client]));

export const findPerson = (handle: string): Person | undefined => peopleByHandle.get(handle);
export const findClient = (handle: string): Client | undefined => clientsByHandle.get(handle);

/** The freelancer with this handle. Throws for a handle that no data file knows: a slip in the data. */
export function person(handle: string): Person {
  const found = findPerson(handle);
  if (!found) throw new Error(`practice data: no person "${handle}"`);
  return found;
}

/** The client with this handle. Throws for a handle that no data file knows: a slip in the data. */
export function client(handle: string): Client {
  const found = findClient(handle);
  if (!found) throw new Error(`practice data: no client "${handle}"`);
  return found;
}
