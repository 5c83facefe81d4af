// Everything that happens to a record: it is opened, another copy of what is found is added, people write into it,
// it is closed and opened again, and of one that is deleted a stub stays. Each says so in the record's history.
import type { AccountKey } from '../model/account.ts';
import type { Assessment } from '../model/assessment.ts';
import { MAX_SHORT } from '../model/limits.ts';
import { hashOf } from './export.ts';
import { type Change, withChanges } from './history.ts';
import {
  type About,
  type CopySettings,
  copyOf,
  type DueDiligence,
  emptyAbout,
  FORMAT,
  newRecord,
  type Step,
  stepOf,
  withCopy,
} from './record.ts';
import { stepIds } from './steps.ts';

/** What is known of an account when a record takes it in. */
export interface Found {
  assessment: Assessment;
  /** When, ISO 8601. */
  at: string;
  /** Version of Hireflag. */
  version: string;
  settings?: CopySettings;
  /** The account's name as pages show it. */
  name?: string | undefined;
  /** The title of the project that the account bids on, where it is one only. */
  project?: string | undefined;
}

/** A new record of an account, with a copy of what is found now and the project where it is known, which its history tells. */
export function openRecord(id: string, { assessment, at, version, settings, name, project = '' }: Found): DueDiligence {
  const account: AccountKey = `${assessment.site}:${assessment.account}`;
  const record = newRecord(id, copyOf(assessment, at, version, settings), account, name);
  const about = { ...emptyAbout, project: project.slice(0, MAX_SHORT) };
  const changes: Change[] = [{ what: 'opened', from: '', to: assessment.level }];
  if (about.project) changes.push({ what: 'about.project', from: '', to: about.project });
  return { ...record, about, history: withChanges([], changes, at, '') };
}

/** Adds a copy of what is found now, unless nothing has changed since the last one. */
export function addCopy(record: DueDiligence, { assessment, at, version, settings }: Found): DueDiligence {
  const last = record.copies.at(-1);
  if (last && JSON.stringify(last.assessment) === JSON.stringify(assessment)) return record;
  const copies = withCopy(record.copies, copyOf(assessment, at, version, settings));
  const change = { what: 'copy', from: last?.assessment.level ?? '', to: assessment.level };
  return withHistory(record, { ...record, copies }, [change], at, '');
}

/**
 * What somebody wrote, with its history.
 *
 * @param at when, ISO 8601
 * @throws Error on a record that is closed or deleted
 */
export function changed(
  before: DueDiligence,
  how: (record: DueDiligence) => DueDiligence,
  at = new Date().toISOString(),
): DueDiligence {
  if (before.closedAt !== undefined || before.deletedAt !== undefined) throw new Error('This record is closed.');
  const after = how(before);
  const changes = differences(before, after);
  return changes.length === 0 ? before : withHistory(before, after, changes, at, after.about?.reviewer ?? '');
}

/** The record closed: nothing in it changes until it is opened again. */
export function closed(record: DueDiligence, at = new Date().toISOString()): DueDiligence {
  if (record.closedAt !== undefined) return record;
  const change = { what: 'closed', from: '', to: record.decision.verdict };
  return withHistory(record, { ...record, closedAt: at }, [change], at, record.about?.reviewer ?? '');
}

/** The record open again. */
export function reopened(record: DueDiligence, at = new Date().toISOString()): DueDiligence {
  const { closedAt, ...open } = record;
  if (closedAt === undefined) return record;
  const change = { what: 'reopened', from: closedAt, to: '' };
  return withHistory(record, open, [change], at, record.about?.reviewer ?? '');
}

/** What stays of a record that is deleted: that there was one, when, and the last hash of its history; nobody is named in it. */
export function stubOf(record: DueDiligence, at = new Date().toISOString()): DueDiligence {
  const last = { what: 'deleted', from: record.history?.at(-1)?.hash ?? hashOf(record), to: '' };
  return {
    format: FORMAT,
    id: record.id,
    account: '',
    openedAt: record.openedAt,
    changedAt: at,
    steps: [],
    explanation: '',
    decision: { verdict: 'open', on: '', by: '', why: '' },
    copies: [],
    history: withChanges([], [last], at, ''),
    deletedAt: at,
  };
}

/** A record of an earlier version had no history: it begins with the hash of what was there. */
function withHistory(
  before: DueDiligence,
  after: DueDiligence,
  changes: Change[],
  at: string,
  by: string,
): DueDiligence {
  const history = before.history ?? withChanges([], [{ what: 'before', from: '', to: hashOf(before) }], at, '');
  return { ...after, format: FORMAT, changedAt: at, history: withChanges(history, changes, at, by) };
}

const aboutFields = Object.keys(emptyAbout) as (keyof About)[];
const stepFields = ['outcome', 'on', 'by', 'note', 'kept'] as const satisfies readonly (keyof Step)[];
const decisionFields = ['verdict', 'on', 'by', 'why', 'override'] as const;

/** What two states of a record say differently, field by field. */
function differences(before: DueDiligence, after: DueDiligence): Change[] {
  const changes: Change[] = [];
  const compare = (what: string, from = '', to = '') => {
    if (from !== to) changes.push({ what, from, to });
  };
  for (const field of aboutFields) compare(`about.${field}`, before.about?.[field], after.about?.[field]);
  for (const id of stepIds) {
    const [was, is] = [stepOf(before, id), stepOf(after, id)];
    for (const field of stepFields) compare(`${id}.${field}`, was[field], is[field]);
    compare(`${id}.files`, filesText(was), filesText(is));
  }
  compare('explanation', before.explanation, after.explanation);
  for (const field of decisionFields) compare(`decision.${field}`, before.decision[field], after.decision[field]);
  return changes;
}

function filesText({ files = [] }: Step): string {
  return files.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n');
}
