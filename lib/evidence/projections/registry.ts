// Every projection that a red flag may ask for: the store keeps these beside the rows.
import type { Projection } from '../../store/projection.ts';
import { answers } from './answers.ts';
import { bidLedger } from './bid-ledger.ts';
import { closedAccounts } from './closed-accounts.ts';
import { contacts } from './contacts.ts';
import { documents } from './documents.ts';
import { profileParts } from './profile-parts.ts';
import { profileSketches } from './profile-sketches.ts';
import { ratings } from './ratings.ts';
import { statedBids } from './stated-bids.ts';
import { texts } from './texts.ts';
import { workRates } from './work-rates.ts';

export const projections: readonly Projection<unknown>[] = [
  texts,
  bidLedger,
  statedBids,
  ratings,
  profileSketches,
  closedAccounts,
  contacts,
  documents,
  workRates,
  profileParts,
  answers,
];

/** Those that are asked for with every page of bids: a worker that knows of such a page loads them before it was read. */
export const askedWithBids: readonly Projection<unknown>[] = [texts, contacts, documents];
