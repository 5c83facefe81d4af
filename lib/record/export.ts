// Turns a record into a file that can be kept and checked: JSON in one fixed form, and the SHA-256 of that
// form, which the printed page shows too. Whoever has both can see that they belong together.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fixedForm } from './fixed-form.ts';
import { type DueDiligence, recordSchema } from './record.ts';

/** A record as it is exported: itself, and the hash of its fixed form. */
export interface ExportedRecord {
  what: 'Hireflag due-diligence record';
  note: string;
  sha256: string;
  record: DueDiligence;
}

/** SHA-256 of a record's fixed form in UTF-8, as 64 hexadecimal digits. */
export function hashOf(record: DueDiligence): string {
  return bytesToHex(sha256(utf8ToBytes(fixedForm(record))));
}

/** A record with its hash, as it stands in files: with what this version knows of a record and nothing else. */
export function exportedRecord(stored: DueDiligence): ExportedRecord {
  const record = recordSchema.parse(stored);
  return {
    what: 'Hireflag due-diligence record',
    note: 'Indicators, not proof. sha256 is of "record" as JSON without spaces, the names of every object in order.',
    sha256: hashOf(record),
    record,
  };
}

/** The text of a record's JSON file. */
export function exportRecord(record: DueDiligence): string {
  return `${JSON.stringify(exportedRecord(record), null, 2)}\n`;
}
