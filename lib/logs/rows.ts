// The rows of a log file one by one, each with its line: lines of a table, or objects of JSON, one a line or in a list.
// No more is held than a piece of the file and a row at its largest.
import Papa from 'papaparse';
import { LineCutter, textOf } from './decode.ts';
import { MAX_COLUMNS, MAX_DOCUMENT, MAX_LINE } from './limits.ts';

/** So much of a file tells what it is, UTF-16 code units. */
const HEAD = 10_000;

/**
 * A row as it stands in the file.
 *
 * @property isOpen where no line end follows: only a file's last row, which may have been cut
 */
export type RawRow = { line: number } & (
  | { cells: readonly string[]; isOpen?: true }
  | { object: Readonly<Record<string, unknown>> }
  | { fault: 'too-long' | 'too-many-columns' | 'not-json' | 'cut-off' }
);

/**
 * The rows of a file, those of a piece together: to wait for each row by itself takes longer than to read it.
 *
 * @param chunks its bytes, cut anywhere
 * @returns with each piece how many bytes were read so far
 * @throws NotText (decode.ts) where it is packed or no text
 */
export async function* rowsOf(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ rows: Iterable<RawRow>; at: number }> {
  let cutter: Cutter | undefined;
  let head = '';
  let at = 0;
  for await (const piece of textOf(chunks)) {
    at = piece.at;
    head += piece.text;
    if (!cutter && (head.length < HEAD || (head.trim() === '' && head.length < MAX_LINE))) continue;
    cutter ??= cutterFor(head);
    const text = head;
    head = '';
    yield { rows: cutter.cut(text), at };
  }
  cutter ??= cutterFor(head);
  yield { rows: cutter.cut(head), at };
  yield { rows: cutter.end(), at };
}

interface Cutter {
  cut(text: string): Iterable<RawRow>;
  end(): Iterable<RawRow>;
}

function cutterFor(head: string): Cutter {
  const start = head.trimStart();
  if (start.startsWith('[')) return new ListCutter(1);
  if (!start.startsWith('{')) return new TableCutter(head);
  // An object that goes on over several lines is no line of JSON.
  const line = start.slice(0, start.search(/\n|$/)).trim();
  return line.endsWith('}') || !start.includes('\n') ? new JsonLines() : new ListCutter(0);
}

/** Lists within one object that hold the rows, by the names that systems give them. */
const lists = ['items', 'value', 'records', 'Records', 'entries', 'logins', 'activity_logs', 'data', 'transactions'];

function* objectsIn(value: unknown, line: number): Generator<RawRow> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return yield { line, fault: 'not-json' };
  const object = value as Record<string, unknown>;
  const list = lists.map((name) => object[name]).find((one) => Array.isArray(one) && typeof one[0] === 'object');
  if (!list) return yield { line, object };
  for (const one of list as unknown[]) yield* objectsIn(one, line);
}

class JsonLines implements Cutter {
  readonly #lines = new LineCutter();

  *cut(text: string): Generator<RawRow> {
    for (const line of this.#lines.cut(text)) yield* this.#read(line, false);
  }

  *end(): Generator<RawRow> {
    for (const line of this.#lines.end()) yield* this.#read(line, true);
  }

  *#read({ line, text }: { line: number; text: string | undefined }, isLast: boolean): Generator<RawRow> {
    if (text === undefined) return yield { line, fault: 'too-long' };
    if (text.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return yield { line, fault: isLast && line > 1 ? 'cut-off' : 'not-json' };
    }
    yield* objectsIn(value, line);
  }
}

/** Objects of a list, or one after the other, over any number of lines. */
class ListCutter implements Cutter {
  readonly #base: number;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #line = 1;
  #startLine = 1;
  /** The open object; undefined between two, `null` for one that is too long. */
  #open: string | null | undefined;

  /** @param base how deep the objects lie: 1 in a list, 0 without */
  constructor(base: number) {
    this.#base = base;
  }

  *cut(text: string): Generator<RawRow> {
    let from = this.#open === undefined ? -1 : 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) this.#line++;
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === 92) this.#isEscaped = true;
        else if (code === 34) this.#isInString = false;
        continue;
      }
      if (code === 34) this.#isInString = true;
      else if (code === 123 || code === 91) {
        if (code === 123 && this.#depth === this.#base) {
          from = i;
          this.#open = '';
          this.#startLine = this.#line;
        }
        this.#depth++;
      } else if (code === 125 || code === 93) {
        this.#depth--;
        if (code === 125 && this.#depth === this.#base && this.#open !== undefined) {
          yield* this.#close(text.slice(from, i + 1));
          from = -1;
        }
      }
    }
    if (from < 0 || this.#open === undefined || this.#open === null) return;
    this.#open += text.slice(from);
    if (this.#open.length > (this.#base === 0 ? MAX_DOCUMENT : MAX_LINE)) this.#open = null;
  }

  *end(): Generator<RawRow> {
    if (this.#open !== undefined) yield { line: this.#startLine, fault: this.#open === null ? 'too-long' : 'cut-off' };
  }

  *#close(rest: string): Generator<RawRow> {
    const [open, line] = [this.#open, this.#startLine];
    this.#open = undefined;
    if (open === null || open === undefined) return yield { line, fault: 'too-long' };
    let value: unknown;
    try {
      value = JSON.parse(open + rest);
    } catch {
      return yield { line, fault: 'not-json' };
    }
    yield* objectsIn(value, line);
  }
}

/** Lines whose quotes never close are given up one by one, so often at most. */
const MAX_OPEN_QUOTES = 100;

class TableCutter implements Cutter {
  readonly #parser: { parse(text: string, base: number, ignoreLast: boolean): Parsed };
  #open = '';
  #line = 1;
  #isAfterReturn = false;
  #isSkipping = false;
  #openQuotes = 0;
  /**
   * So much must be open before rows are looked for again: a cell in quotes may go on over many pieces, and to begin anew
   * with each of them would take time by the square of it.
   */
  #due = 0;

  constructor(head: string) {
    this.#parser = new Papa.Parser({ delimiter: delimiterOf(head), newline: '\n' });
  }

  *cut(piece: string): Generator<RawRow> {
    this.#take(piece);
    if (this.#isSkipping && !this.#skip()) return;
    if (this.#open.length < this.#due && this.#open.length <= MAX_LINE) return;
    if (this.#open.includes('\n')) yield* this.#rows(true);
    if (this.#open.length > MAX_LINE) yield* this.#giveUp('too-long');
    this.#due = 2 * this.#open.length;
  }

  *end(): Generator<RawRow> {
    if (this.#isSkipping && !this.#skip()) return;
    while (this.#open !== '') {
      const text = this.#open;
      const { errors } = this.#parser.parse(text, 0, false);
      const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
      if (!isOpen) return yield* this.#rows(false);
      // What stands before the quote that never closes is whole.
      yield* this.#rows(true);
      if (this.#open === '') return;
      if (++this.#openQuotes > MAX_OPEN_QUOTES) return yield { line: this.#line, fault: 'cut-off' };
      yield* this.#giveUp('cut-off');
    }
  }

  /** Line breaks are made one kind: a quote before any other is taken for one in the middle. */
  #take(piece: string): void {
    const text = this.#isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    this.#isAfterReturn = piece.endsWith('\r');
    this.#open += text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  *#rows(ignoreLast: boolean): Generator<RawRow> {
    const { data, meta } = this.#parser.parse(this.#open, 0, ignoreLast);
    const isOpen = !ignoreLast && !this.#open.endsWith('\n');
    this.#open = ignoreLast ? this.#open.slice(meta.cursor) : '';
    for (const [i, cells] of data.entries()) {
      const line = this.#line;
      this.#line++;
      for (const cell of cells) {
        for (let i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) this.#line++;
      }
      if (cells.length > MAX_COLUMNS) yield { line, fault: 'too-many-columns' };
      else if (cells.some((cell) => cell.length > MAX_LINE)) yield { line, fault: 'too-long' };
      else if (cells.length > 1 || cells[0]?.trim())
        yield { line, cells, ...(isOpen && i === data.length - 1 && { isOpen }) };
    }
  }

  /** Leaves out the first open line. */
  *#giveUp(fault: 'too-long' | 'cut-off'): Generator<RawRow> {
    yield { line: this.#line, fault };
    this.#isSkipping = true;
    this.#skip();
  }

  /** @returns true once the end of the line that is left out was seen */
  #skip(): boolean {
    const end = this.#open.indexOf('\n');
    this.#open = end < 0 ? '' : this.#open.slice(end + 1);
    if (end < 0) return false;
    this.#line++;
    this.#isSkipping = false;
    return true;
  }
}

interface Parsed {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}

/** What stands most often between cells in the first lines, outside of quotes. */
function delimiterOf(head: string): string {
  const line = head.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t', '|'].map((one) => [one, line.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
