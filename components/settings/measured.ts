// What raising the bar for a red flag does, as measured on generated marketplaces: docs/evaluation.md has the
// same figures, and a test compares them.
import type { Strength } from '../../lib/model/finding.ts';

export interface Measured {
  /** Of 100 accounts that the flag looks for, those found. */
  found: number;
  /** Of 10,000 other accounts, those flagged. */
  others: number;
}

/** By the flag's id and the weakest finding that counts. */
export const measured: Readonly<Record<string, Readonly<Record<Strength, Measured>>>> = {
  'reused-template': {
    weak: { found: 97, others: 2 },
    moderate: { found: 97, others: 2 },
    strong: { found: 93, others: 1 },
  },
  'mass-bidding': {
    weak: { found: 92, others: 3 },
    moderate: { found: 73, others: 0 },
    strong: { found: 59, others: 0 },
  },
  'rating-ring': {
    weak: { found: 98, others: 4 },
    moderate: { found: 58, others: 1 },
    strong: { found: 51, others: 0 },
  },
  'changed-identity': {
    weak: { found: 98, others: 0 },
    moderate: { found: 90, others: 0 },
    strong: { found: 9, others: 0 },
  },
  'shared-contact': {
    weak: { found: 100, others: 0 },
    moderate: { found: 76, others: 0 },
    strong: { found: 5, others: 0 },
  },
  'off-platform': {
    weak: { found: 84, others: 1127 },
    moderate: { found: 83, others: 1127 },
    strong: { found: 10, others: 0 },
  },
  'virtual-currency': {
    weak: { found: 80, others: 714 },
    moderate: { found: 80, others: 714 },
    strong: { found: 13, others: 0 },
  },
  'other-payment-service': {
    weak: { found: 74, others: 857 },
    moderate: { found: 74, others: 857 },
    strong: { found: 3, others: 0 },
  },
  'paid-before-work': {
    weak: { found: 56, others: 286 },
    moderate: { found: 56, others: 286 },
    strong: { found: 30, others: 286 },
  },
  'conflicting-claims': {
    weak: { found: 91, others: 0 },
    moderate: { found: 30, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'shared-documents': {
    weak: { found: 99, others: 2 },
    moderate: { found: 99, others: 0 },
    strong: { found: 8, others: 0 },
  },
};
