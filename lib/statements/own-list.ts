// The user's own list of mail addresses, numbers, messenger names, wallets, pages and hosts, each with where they have it
// from and since when. It is read from a file of theirs, CSV or JSON; none comes with Hireflag. Only what is the same to
// the normal form is ever matched.
import * as z from 'zod/mini';
import { type Listed, listedSchema } from '../model/assessment.ts';
import { MAX_SHORT, MAX_URL } from '../model/limits.ts';
import { parseTime } from '../model/time.ts';
import { contactOf, linkOf, whoseIs } from './contacts.ts';

/** Entries of a list; what a file has beyond is refused. */
export const MAX_ENTRIES = 5_000;
/** Longest file that is read, UTF-16 code units. */
const MAX_FILE = 4_000_000;

/** Entries by the key by which contacts are compared: `mail:…`, `host:…`. */
export type OwnList = ReadonlyMap<string, Listed>;

const storedSchema = z.array(z.tuple([z.string(), listedSchema]));

/** Reads what is stored, whatever it is: what is no list is an empty one. */
export function storedList(stored: unknown): Map<string, Listed> {
  const parsed = z.safeParse(storedSchema, stored);
  return new Map(parsed.success ? parsed.data.slice(0, MAX_ENTRIES) : []);
}

/**
 * Reads a file.
 *
 * @param text a JSON list of `{value, type?, source, date?}`, or CSV with a line of these names first
 * @returns the entries, and the numbers of those that could not be understood, from 1
 */
export function parseOwnList(text: string): { entries: Map<string, Listed>; refused: number[] } {
  const rows = text.length > MAX_FILE ? [] : rowsOf(text.replace(/^\ufeff/, '').trim());
  const entries = new Map<string, Listed>();
  const refused: number[] = [];
  for (const [i, row] of rows.entries()) {
    const said = (name: string) => (typeof row[name] === 'string' ? row[name].trim() : '');
    const [value, source, date] = [
      said('value').slice(0, MAX_URL),
      said('source').slice(0, MAX_SHORT),
      parseTime(said('date')),
    ];
    const key = keyOf(said('type'), value);
    if (key === undefined || source === '' || entries.size >= MAX_ENTRIES) refused.push(i + 1);
    else entries.set(key, { value, source, ...(date !== undefined && { date }) });
  }
  return { entries, refused };
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(text: string): Row[] {
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      return Array.isArray(list) ? list.map((one) => (typeof one === 'object' && one !== null ? one : {})) : [];
    } catch {
      return [];
    }
  }
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const separator = /[;\t,]/.exec(lines[0] ?? '')?.[0] ?? ',';
  const [names = [], ...rows] = lines.map((line) => cells(line, separator));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name.trim().toLowerCase(), row[i] ?? ''])));
}

/** The cells of a line; one in quotes may hold the separator, and a quote twice. */
function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    if (char === '"' && isQuoted && line[i + 1] === '"') cell += line[++i];
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === separator && !isQuoted) {
      found.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...found, cell];
}

/** The key by which projections know a contact; undefined for what is nobody's in particular. */
function keyOf(type: string, value: string): string | undefined {
  const contact = contactOf(type, value) ?? (/^[\w.-]+\.\w+$/.test(value) ? linkOf(value) : undefined);
  if (!contact || contact.isGroup) return undefined;
  if (contact.kind !== 'link') return `${contact.kind}:${contact.value}`;
  const whose = whoseIs(contact);
  return whose === 'page' ? `page:${contact.value}` : whose === 'own' ? `host:${contact.domain}` : undefined;
}
