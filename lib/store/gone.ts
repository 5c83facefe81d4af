// Who is deleted while a file is being read into the database must not come back with the rest of it. A row of `incoming`
// stands for each file as long as it is read, and deleting notes in it who went: as hashes that no other file has, since
// who was deleted is named nowhere. Deleting everything takes the row away, and with it all of the file.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import { hashOf } from './fingerprint.ts';
import type { IncomingPart } from './rows.ts';

/** A row that stands for a file which is being read. @param of names the file */
export function standFor(of: string): Omit<IncomingPart, 'id'> {
  return { of, at: new Date().toISOString(), observations: [], gone: [] };
}

/** Notes in such a row that these accounts were deleted, and of which sites; other rows stay as they are. */
export function noteGone(part: IncomingPart, accounts: Iterable<AccountKey>): void {
  if (!part.gone) return;
  const hashes = [...accounts].flatMap((who) => [goneHash(part, who), goneHash(part, splitAccountKey(who).site)]);
  part.gone = [...new Set([...part.gone, ...hashes])];
}

/** Who of accounts, and what of sites, such a row notes as deleted. */
export function goneIn(part: IncomingPart): (key: string) => boolean {
  const gone = new Set(part.gone);
  return gone.size === 0 ? () => false : (key) => gone.has(goneHash(part, key));
}

function goneHash({ of }: IncomingPart, key: string): string {
  return hashOf(`${of}\n${key}`);
}
