// What is wrong with the database, in a sentence that says what to do: the same in the worker's answers and on
// Hireflag's own pages.
import { t } from '../lib/i18n/language.ts';

export type DatabaseProblem = 'full' | 'held' | 'closed' | 'other';

/** What keeps the database from working. */
export function databaseProblem(error: unknown): DatabaseProblem {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  const names = [name, inner?.name];
  if (names.includes('QuotaExceededError')) return 'full';
  if (name === 'HeldOpenError') return 'held';
  return name === 'OpenFailedError' || names.includes('UnknownError') || name === 'DatabaseClosedError'
    ? 'closed'
    : 'other';
}

export function databaseProblemWords(error: unknown): string {
  switch (databaseProblem(error)) {
    case 'full':
      return t('problem.full');
    case 'held':
      return t('problem.held');
    case 'closed':
      return t('problem.closed');
    default:
      return t('problem.database');
  }
}
