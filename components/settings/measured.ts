// What raising the bar for a red flag does, as measured on generated marketplaces: docs/evaluation.md has the
// same figures, and a test compares them.
import type { Strength } from '../../lib/model/finding.ts';

export interface Measured {
  /** Of 100 accounts that the flag looks for, those found. */
  found: number;
  /** Of 10,000 other accounts, those flagged. */
  others: number;
}

/** Flags that were measured on sentences, the innocent ones as like to the others as their author could make them. */
export const onSentences: ReadonlySet<string> = new Set([
  'off-platform',
  'virtual-currency',
  'other-payment-service',
  'paid-before-work',
  'borrowed-account',
  'executive-cold-call',
  'other-address',
  'avoids-video',
  'introduces-others',
  'extortion',
  'early-access',
]);

/** By the flag's id and the weakest finding that counts. */
export const measured: Readonly<Record<string, Readonly<Record<Strength, Measured>>>> = {
  'reused-template': {
    weak: { found: 96, others: 1 },
    moderate: { found: 96, others: 1 },
    strong: { found: 42, others: 0 },
  },
  'mass-bidding': {
    weak: { found: 92, others: 4 },
    moderate: { found: 72, others: 0 },
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
    weak: { found: 40, others: 266 },
    moderate: { found: 39, others: 233 },
    strong: { found: 3, others: 33 },
  },
  'virtual-currency': {
    weak: { found: 57, others: 897 },
    moderate: { found: 57, others: 897 },
    strong: { found: 0, others: 0 },
  },
  'other-payment-service': {
    weak: { found: 41, others: 698 },
    moderate: { found: 41, others: 698 },
    strong: { found: 0, others: 0 },
  },
  'paid-before-work': {
    weak: { found: 27, others: 565 },
    moderate: { found: 26, others: 532 },
    strong: { found: 17, others: 332 },
  },
  'borrowed-account': {
    weak: { found: 29, others: 465 },
    moderate: { found: 22, others: 432 },
    strong: { found: 21, others: 399 },
  },
  'executive-cold-call': {
    weak: { found: 21, others: 764 },
    moderate: { found: 21, others: 764 },
    strong: { found: 0, others: 0 },
  },
  'other-address': {
    weak: { found: 36, others: 432 },
    moderate: { found: 34, others: 365 },
    strong: { found: 0, others: 0 },
  },
  'avoids-video': {
    weak: { found: 31, others: 532 },
    moderate: { found: 25, others: 465 },
    strong: { found: 1, others: 0 },
  },
  'introduces-others': {
    weak: { found: 25, others: 299 },
    moderate: { found: 16, others: 233 },
    strong: { found: 0, others: 0 },
  },
  extortion: {
    weak: { found: 17, others: 399 },
    moderate: { found: 17, others: 399 },
    strong: { found: 15, others: 299 },
  },
  'early-access': {
    weak: { found: 37, others: 731 },
    moderate: { found: 0, others: 0 },
    strong: { found: 0, others: 0 },
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
  'conflicting-profiles': {
    weak: { found: 100, others: 0 },
    moderate: { found: 63, others: 0 },
    strong: { found: 3, others: 0 },
  },
  'hours-mismatch': {
    weak: { found: 99, others: 2 },
    moderate: { found: 70, others: 2 },
    strong: { found: 0, others: 0 },
  },
  'thin-profile': {
    weak: { found: 71, others: 0 },
    moderate: { found: 0, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'slow-or-late': {
    weak: { found: 85, others: 8 },
    moderate: { found: 0, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'new-account': {
    weak: { found: 100, others: 0 },
    moderate: { found: 0, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'many-addresses': {
    weak: { found: 100, others: 0 },
    moderate: { found: 100, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'shared-address': {
    weak: { found: 100, others: 0 },
    moderate: { found: 100, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'long-sessions': {
    weak: { found: 100, others: 5 },
    moderate: { found: 100, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'shared-payee': {
    weak: { found: 100, others: 0 },
    moderate: { found: 70, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'small-charges': {
    weak: { found: 99, others: 0 },
    moderate: { found: 99, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'idle-charges': {
    weak: { found: 100, others: 0 },
    moderate: { found: 73, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'onward-payments': {
    weak: { found: 100, others: 0 },
    moderate: { found: 60, others: 0 },
    strong: { found: 0, others: 0 },
  },
  'remote-desktop': {
    weak: { found: 100, others: 0 },
    moderate: { found: 100, others: 0 },
    strong: { found: 0, others: 0 },
  },
};
