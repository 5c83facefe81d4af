// The lines of a file, whatever program wrote it: UTF-8 or UTF-16, with or without a byte order mark, ended by line
// feeds, carriage returns or both. A file comes in pieces and may be of any size: no more is held than a piece and a
// line at its largest.

/** A line longer than this is none of ours: a whole profile at its largest is half as long. Bytes of UTF-8. */
export const MAX_LINE = 16_000_000;

/** Why a line cannot be read. A file that is packed has one line, which says so. */
export type Unreadable = 'too-long' | 'not-text' | Packed;
/** What a file may be packed with. */
export type Packed = 'gzip' | 'zip';

export interface Line {
  line: number;
  /** What stands in it, or why that cannot be read. */
  read: { text: string } | { unreadable: Unreadable };
  /** True for a line that the end of the file ended, and no line break. */
  last: boolean;
  /** Bytes up to and with it. */
  at: number;
}

const LF = 0x0a;
const CR = 0x0d;
/** So many bytes tell how a file is written. */
const HEAD = 4;

/**
 * The lines of a file.
 *
 * @param chunks its bytes, cut anywhere
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const lines = new LineCutter();
  for await (const piece of inUtf8(chunks)) {
    if (typeof piece === 'string') return yield { line: 1, read: { unreadable: piece }, last: true, at: 0 };
    yield* lines.cut(piece);
  }
  yield* lines.end();
}

/** The whole of a small file as text; what is no text in it is lost. Or what it is packed with. */
export function wholeText(bytes: Uint8Array): { text: string } | { packed: Packed } {
  const packed = packedWith(bytes);
  if (packed) return { packed };
  return { text: new TextDecoder().decode(writerFor(bytes)(withoutMark(bytes), true)) };
}

/** Cuts bytes of UTF-8 into lines. In UTF-8 the byte of a line break is part of no other character. */
class LineCutter {
  #line = 0;
  #at = 0;
  #open: Uint8Array[] = [];
  #length = 0;
  /** A line feed right after a carriage return ends no line of its own. */
  #isAfterCr = false;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  *cut(bytes: Uint8Array): Generator<Line> {
    let from = 0;
    let lf = bytes.indexOf(LF);
    let cr = bytes.indexOf(CR);
    while (lf >= 0 || cr >= 0) {
      const end = lf < 0 ? cr : cr < 0 ? lf : Math.min(lf, cr);
      const isSecondHalf = end === from && end === lf && this.#isAfterCr && this.#length === 0;
      if (isSecondHalf) this.#at++;
      else {
        this.#hold(bytes.subarray(from, end));
        yield this.#close(false);
      }
      this.#isAfterCr = end === cr;
      from = end + 1;
      if (lf === end) lf = bytes.indexOf(LF, from);
      if (cr === end) cr = bytes.indexOf(CR, from);
    }
    this.#hold(bytes.subarray(from));
  }

  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#close(true);
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#isAfterCr = false;
    this.#length += bytes.length;
    if (this.#length <= MAX_LINE) this.#open.push(bytes);
    else this.#open = [];
  }

  #close(last: boolean): Line {
    this.#line++;
    this.#at += this.#length + (last ? 0 : 1);
    const read = this.#length > MAX_LINE ? ({ unreadable: 'too-long' } as const) : this.#decoded();
    this.#open = [];
    this.#length = 0;
    return { line: this.#line, read, last, at: this.#at };
  }

  #decoded(): Line['read'] {
    const [only] = this.#open;
    const bytes = this.#open.length === 1 && only ? only : joined(this.#open, this.#length);
    try {
      return { text: this.#decoder.decode(bytes) };
    } catch {
      return { unreadable: 'not-text' };
    }
  }
}

/** The bytes of a file as UTF-8 without a byte order mark; or the name of what it is packed with. */
async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | Packed> {
  let head = new Uint8Array();
  let write: ((bytes: Uint8Array, isLast: boolean) => Uint8Array) | undefined;
  for await (const chunk of chunks) {
    if (write) {
      yield write(chunk, false);
      continue;
    }
    head = joined([head, chunk], head.length + chunk.length);
    if (head.length < HEAD) continue;
    const packed = packedWith(head);
    if (packed) return yield packed;
    write = writerFor(head);
    yield write(withoutMark(head), false);
  }
  write ??= writerFor(head);
  yield write(withoutMark(head.length < HEAD ? head : new Uint8Array()), true);
}

function packedWith([a, b, c, d]: Uint8Array): Packed | undefined {
  if (a === 0x1f && b === 0x8b) return 'gzip';
  return a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04 ? 'zip' : undefined;
}

/** JSON begins with a character of one byte, so that in UTF-16 the byte beside it is 0, with a mark or without. */
function writerFor([a, b]: Uint8Array): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0);
  if (!isLittle && !isBig) return (bytes) => bytes;
  const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });
  const encoder = new TextEncoder();
  return (bytes, isLast) => encoder.encode(decoder.decode(bytes, { stream: !isLast }));
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? bytes.subarray(2) : bytes;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
