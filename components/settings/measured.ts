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
    weak: { found: 43, others: 208 },
    moderate: { found: 41, others: 208 },
    strong: { found: 4, others: 0 },
  },
  'virtual-currency': {
    weak: { found: 64, others: 1069 },
    moderate: { found: 61, others: 881 },
    strong: { found: 0, others: 0 },
  },
  'other-payment-service': {
    weak: { found: 44, others: 585 },
    moderate: { found: 44, others: 585 },
    strong: { found: 0, others: 0 },
  },
  'paid-before-work': {
    weak: { found: 29, others: 482 },
    moderate: { found: 27, others: 422 },
    strong: { found: 15, others: 301 },
  },
  'borrowed-account': {
    weak: { found: 29, others: 610 },
    moderate: { found: 25, others: 610 },
    strong: { found: 21, others: 549 },
  },
  'executive-cold-call': {
    weak: { found: 38, others: 1229 },
    moderate: { found: 38, others: 1229 },
    strong: { found: 0, others: 0 },
  },
  'other-address': {
    weak: { found: 41, others: 533 },
    moderate: { found: 39, others: 414 },
    strong: { found: 0, others: 0 },
  },
  'avoids-video': {
    weak: { found: 30, others: 636 },
    moderate: { found: 23, others: 578 },
    strong: { found: 2, others: 0 },
  },
  'introduces-others': {
    weak: { found: 29, others: 345 },
    moderate: { found: 19, others: 287 },
    strong: { found: 0, others: 0 },
  },
  extortion: {
    weak: { found: 29, others: 339 },
    moderate: { found: 29, others: 339 },
    strong: { found: 17, others: 226 },
  },
  'early-access': {
    weak: { found: 40, others: 760 },
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
