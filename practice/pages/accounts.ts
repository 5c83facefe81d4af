// Finding an invented account by its handle, and the address of its picture.
import { clients } from '../data/clients.ts';
import { people } from '../data/people.ts';
import type { Client, Person } from '../data/types.ts';

const peopleByHandle = new Map(people.map((person) => [person.handle, person]));
const clientsByHandle = new Map(clients.map((client) => [client.handle, client]));

export const findPerson = (handle: string): Person | undefined => peopleByHandle.get(handle);
export const findClient = (handle: string): Client | undefined => clientsByHandle.get(handle);

const FIRST_PICTURE = 2_000_000;

/** The path of a freelancer's picture; undefined for anybody else. */
export function pictureAddress(handle: string): string | undefined {
  const index = people.findIndex((person) => person.handle === handle && !person.unpictured);
  if (index < 0) return undefined;
  const id = FIRST_PICTURE + index;
  return `/ppic/${110_000_000 + index}/logo/${id}/profile_logo_${id}.jpg`;
}

/** Whose picture stands at this path. */
export function pictured(path: string): Person | undefined {
  const id = /^\/ppic\/\d+\/logo\/(\d{7})\//.exec(path)?.[1];
  return id === undefined ? undefined : people[Number(id) - FIRST_PICTURE];
}

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
