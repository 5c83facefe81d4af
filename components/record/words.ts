// Words of a due-diligence record that its form and its printed page share.
import { type MessageKey, t } from '../../lib/i18n/language.ts';
import { type Level, levels } from '../../lib/model/assessment.ts';
import { type Outcome, outcomes, type Verdict, verdicts } from '../../lib/record/record.ts';
import { stepIds } from '../../lib/record/steps.ts';
import { levelWords } from '../words.ts';

export const outcomeWords = (outcome: Outcome): string => t(`record.outcomes.${outcome}`);
export const verdictWords = (verdict: Verdict): string => t(`record.verdicts.${verdict}`);

/** An ISO time as it is written in a record: `2026-10-05 08:00 UTC`. */
export function timeWords(iso: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso;
}

type Plain = { [K in MessageKey]: ViewMessages[K] extends Record<string, never> ? K : never }[MessageKey];

/** What a change is of, by the field's name in history (lib/record/changes.ts). */
const fieldWords: Readonly<Record<string, Plain>> = {
  opened: 'record.history.opened',
  before: 'record.history.before',
  copy: 'record.history.copy',
  closed: 'record.history.closed',
  reopened: 'record.history.reopened',
  deleted: 'record.history.deleted',
  explanation: 'record.explanation',
  outcome: 'record.outcome',
  on: 'record.on',
  by: 'record.by',
  note: 'record.note',
  kept: 'record.kept',
  files: 'record.files',
  verdict: 'record.decision',
  why: 'record.why',
  override: 'record.override',
  company: 'record.about.company',
  role: 'record.about.role',
  project: 'record.about.project',
  reviewer: 'record.about.reviewer',
  candidate: 'record.about.candidate',
};

/** What a change is of: `M1: Outcome`. A name that this version does not know stands as it is. */
export function changeWords(what: string): string {
  const [step = '', field] = what.split('.');
  const known = fieldWords[Object.hasOwn(fieldWords, field ?? step) ? (field ?? step) : ''];
  const words = known ? t(known) : what;
  return field !== undefined && (stepIds as readonly string[]).includes(step) ? `${step}: ${words}` : words;
}

/** A value as the form shows it: choices in words, everything else as it was written. */
export function valueWords(what: string, value: string): string {
  if (what.endsWith('.outcome') && isOneOf<Outcome>(outcomes, value)) return outcomeWords(value);
  if (what === 'decision.verdict' && isOneOf<Verdict>(verdicts, value)) return verdictWords(value);
  if ((what === 'opened' || what === 'copy') && isOneOf<Level>(levels, value)) return levelWords(value);
  return value;
}

function isOneOf<T extends string>(all: readonly T[], value: string): value is T {
  return (all as readonly string[]).includes(value);
}
