// The red flags as views tell of them, in the registry's order: apart from what evaluates them, whose words in many
// languages weigh two megabytes that every panel would load before it shows a line.
import type { RedFlag } from './red-flag.ts';

/** What a view needs of a red flag beside its words, which stand in its catalogue. */
export type ToldFlag = Pick<RedFlag, 'id' | 'clauses' | 'isAboutOnePerson' | 'onlyInforms'>;

/** The same as in the registry: a test holds them equal. */
export const toldFlags: readonly ToldFlag[] = [
  { id: 'reused-template', clauses: ['P6'] },
  { id: 'mass-bidding', clauses: ['P8'] },
  { id: 'rating-ring', clauses: ['P5', 'P7'] },
  { id: 'changed-identity', clauses: ['C1', 'C11', 'C12'] },
  { id: 'shared-contact', clauses: ['C3', 'C11', 'C15'] },
  { id: 'off-platform', clauses: ['C6', 'M6'] },
  { id: 'virtual-currency', clauses: ['C8', 'M2'] },
  { id: 'other-payment-service', clauses: ['C2'] },
  { id: 'paid-before-work', clauses: ['C9'] },
  { id: 'conflicting-claims', clauses: ['C3', 'C12', 'O4'] },
  { id: 'shared-documents', clauses: ['P7', 'C12'] },
  { id: 'borrowed-account', clauses: ['C1', 'C15', 'O3'] },
  { id: 'executive-cold-call', clauses: ['C5'] },
  { id: 'other-address', clauses: ['C7', 'M7'] },
  { id: 'avoids-video', clauses: ['O1', 'M1'] },
  { id: 'introduces-others', clauses: ['O2'] },
  { id: 'extortion', clauses: ['M8'] },
  { id: 'early-access', clauses: ['M3'] },
  { id: 'conflicting-profiles', clauses: ['C3', 'C12', 'M5'], isAboutOnePerson: true },
  { id: 'hours-mismatch', clauses: ['C3', 'C10'] },
  { id: 'thin-profile', clauses: ['C4'] },
  { id: 'slow-or-late', clauses: ['C13', 'C14'] },
  { id: 'new-account', clauses: ['A1'], onlyInforms: true },
  { id: 'many-addresses', clauses: ['P1'] },
  { id: 'shared-address', clauses: ['P2'] },
  { id: 'long-sessions', clauses: ['P3'] },
  { id: 'shared-payee', clauses: ['P5', 'C3'] },
  { id: 'small-charges', clauses: ['M8'] },
  { id: 'idle-charges', clauses: ['C9', 'C13', 'M8'] },
  { id: 'onward-payments', clauses: ['P9'] },
  { id: 'remote-desktop', clauses: ['P4', 'M3'] },
];
