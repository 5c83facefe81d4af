// One row of a log by the names of its fields, however they are written: `client.ipAddress`, `client.ipaddress` and
// `client.ip_address` are one. Times, amounts and addresses are read here, so that every format refuses the same.
import { onceForEach } from '../model/once-for-each.ts';
import type { Time } from '../model/time.ts';
import { addressOf } from './addresses.ts';
import { type Amounts, readAmount } from './amounts.ts';
import { MAX_FIELD } from './limits.ts';
import { readTime, type Times } from './times.ts';

/** Why a row cannot be used. */
export type RowFault =
  | 'too-long'
  | 'too-many-columns'
  | 'not-json'
  | 'cut-off'
  | 'no-account'
  | 'no-time'
  | 'bad-time'
  | 'no-amount'
  | 'bad-amount'
  | 'bad-address'
  | 'formula'
  | 'wrong-field';

export class RowProblem extends Error {
  override readonly name = 'RowProblem';
  readonly what: RowFault;
  /** The field as the file names it, or what is wrong with it. */
  readonly field: string | undefined;
  constructor(what: RowFault, field?: string) {
    super(what);
    this.what = what;
    this.field = field;
  }
}

/** Few addresses stand in many rows. */
const knownAddress = onceForEach(addressOf, 20_000);

/** A name as it is compared: small letters, without what systems put between words. */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}.@]+/gu, '');
  if (plainNames.size < 5_000) plainNames.set(name, plain);
  return plain;
}
const plainNames = new Map<string, string>();

/** How a file writes what can be written in several ways. */
export interface Reading {
  readonly times: Times;
  readonly amounts: Amounts;
}

export abstract class Fields {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** What stands under a name, as it stands. */
  protected abstract raw(name: string): unknown;

  /** The first of these fields that says something, as text; undefined where none does. */
  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const said = this.raw(name);
      if (typeof said === 'number' || typeof said === 'boolean') return String(said);
      if (typeof said !== 'string') continue;
      const text = said.trim().slice(0, MAX_FIELD);
      if (text === '' || text === 'null' || text === '-' || text === 'N/A') continue;
      return text;
    }
    return undefined;
  }

  /** A name or an id: what a spreadsheet would take for a formula is none. */
  id(...names: readonly string[]): string | undefined {
    const text = this.text(...names);
    if (text !== undefined && /^[=@]|^[+-][^\d\s.]/.test(text)) throw new RowProblem('formula', names[0]);
    return text?.slice(0, 200);
  }

  /** @throws RowProblem where it is no number */
  number(...names: readonly string[]): number | undefined {
    const text = this.text(...names);
    if (text === undefined) return undefined;
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  }

  flag(...names: readonly string[]): boolean | undefined {
    const text = this.text(...names)?.toLowerCase();
    return text === 'true' || text === 'yes' || text === '1' ? true : text === undefined ? undefined : false;
  }

  /** @throws RowProblem where it is no address */
  address(...names: readonly string[]): { readonly ip?: string; readonly port?: number } {
    const text = this.text(...names);
    if (text === undefined) return {};
    const address = knownAddress(text);
    if (!address) throw new RowProblem('bad-address', names[0]);
    return address;
  }

  /** @throws RowProblem where there is no time */
  time(...names: readonly string[]): Time {
    const text = this.text(...names);
    if (text === undefined) throw new RowProblem('no-time', names[0]);
    const time = readTime(text, this.#reading.times);
    if (time === undefined) throw new RowProblem('bad-time', names[0]);
    return time;
  }

  /** A day in one field, the time of day and its zone in two others. */
  dayAndTime(day: string, time: string, zone: string): Time {
    const text = this.text(day);
    if (text === undefined) throw new RowProblem('no-time', day);
    const clock = this.text(time);
    const read = readTime(clock === undefined ? text : `${text} ${clock}`, this.#reading.times, this.text(zone));
    if (read === undefined) throw new RowProblem('bad-time', day);
    return read;
  }

  /** An amount with its sign. @throws RowProblem where there is none */
  amount(...names: readonly string[]): number {
    const text = this.text(...names);
    if (text === undefined) throw new RowProblem('no-amount', names[0]);
    const amount = readAmount(text, this.#reading.amounts);
    if (amount === undefined) throw new RowProblem('bad-amount', names[0]);
    return amount;
  }
}

/** A line of a table. Of two columns of one name the first counts. */
export class CellFields extends Fields {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];

  constructor(columns: ReadonlyMap<string, number>, cells: readonly string[], reading: Reading) {
    super(reading);
    this.#columns = columns;
    this.#cells = cells;
  }

  protected raw(name: string): unknown {
    const column = this.#columns.get(name);
    return column === undefined ? undefined : this.#cells[column];
  }
}

/** The columns of a table by their plain names. */
export function columnsOf(headings: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [i, heading] of headings.entries()) {
    const name = plainName(heading.slice(0, 200));
    if (name !== '' && !columns.has(name)) columns.set(name, i);
  }
  return columns;
}

/** An object of JSON: a name with dots leads into the objects within. */
export class ObjectFields extends Fields {
  readonly #object: Readonly<Record<string, unknown>>;

  constructor(object: Readonly<Record<string, unknown>>, reading: Reading) {
    super(reading);
    this.#object = object;
  }

  protected raw(path: string): unknown {
    return fieldAt(this.#object, path);
  }
}

const steps = new Map<string, readonly string[]>();
/** How files last wrote a name: tried first. */
const spelled = new Map<string, string>();

/** What stands at a path of plain names; a list gives its first entry. */
export function fieldAt(object: unknown, path: string): unknown {
  let way = steps.get(path);
  if (!way) {
    way = path.split('.');
    steps.set(path, way);
  }
  let here: unknown = object;
  for (const step of way) {
    if (Array.isArray(here)) here = here[0];
    if (typeof here !== 'object' || here === null) return undefined;
    const inside = here as Record<string, unknown>;
    const known = spelled.get(step);
    if (known !== undefined && Object.hasOwn(inside, known)) here = inside[known];
    else {
      const key = Object.keys(inside).find((one) => plainName(one) === step);
      if (key === undefined) return undefined;
      spelled.set(step, key);
      here = inside[key];
    }
  }
  return here;
}
