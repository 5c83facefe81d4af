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

/** The text of a record's JSON file. */
export async function exportRecord(record: DueDiligence): Promise<string> {
  const exported: ExportedRecord = {
    what: 'Hireflag due-diligence record',
    note: 'Indicators, not proof. sha256 is of "record" as JSON without spaces, the names of every object in order.',
    sha256: await hashOf(record),
    record,
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

/**
 * Reads an exported file again.
 *
 * @returns the record and whether its hash is right, or in a plain sentence what is wrong with the file
 */
export async function readExported(
  text: string,
): Promise<{ record: DueDiligence; intact: boolean } | { problem: string }> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: 'This file is not JSON, or only a part of it.' };
  }
  const { record, sha256 } = (parsed ?? {}) as Partial<ExportedRecord>;
  const read = recordSchema.safeParse(record);
  if (!read.success) return { problem: 'This file holds no due-diligence record of this version.' };
  return { record: read.data, intact: sha256 === (await hashOf(read.data)) };
}
