// Turns a record into a file that can be kept and checked: JSON in one fixed form, and the SHA-256 of that
// form, which the printed page shows too. Whoever has both can see that they belong together.
import { type DueDiligence, recordSchema } from './record.ts';

/** A record as it is exported: itself, and the hash of its fixed form. */
export interface ExportedRecord {
  what: 'Hireflag due-diligence record';
  note: string;
  sha256: string;
  record: DueDiligence;
}

/** The one form of a value: JSON without spaces, the names of every object in order. */
export function fixedForm(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => fixedForm(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${fixedForm(one)}`);
  return `{${pairs.join(',')}}`;
}

/** SHA-256 of a record's fixed form in UTF-8, as 64 hexadecimal digits. */
export async function hashOf(record: DueDiligence): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(fixedForm(record)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A record with its hash, as it stands in files: with what this version knows of a record and nothing else. */
export async function exportedRecord(stored: DueDiligence): Promise<ExportedRecord> {
  const record = recordSchema.parse(stored);
  return {
    what: 'Hireflag due-diligence record',
    note: 'Indicators, not proof. sha256 is of "record" as JSON without spaces, the names of every object in order.',
    sha256: await hashOf(record),
    record,
  };
}

/** The text of a record's JSON file. */
export async function exportRecord(record: DueDiligence): Promise<string> {
  return `${JSON.stringify(await exportedRecord(record), null, 2)}\n`;
}
