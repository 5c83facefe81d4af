// The text of a file, whatever system wrote it: UTF-8 or UTF-16, with a mark or without, or Windows-1252, which is what
// spreadsheets write where nobody chose. What is packed, or is no text, is named and not opened.
import { MAX_LINE } from './limits.ts';

/** Why a file has no text. */
export type NoText = 'gzip' | 'zip' | 'not-text' | 'zip-empty' | 'zip-bomb' | 'zip-too-many' | 'zip-damaged';

/** So many bytes tell how a file is written. */
const HEAD = 4;

export class NotText extends Error {
  override readonly name = 'NotText';
  readonly why: NoText;
  constructor(why: NoText) {
    super(why);
    this.why = why;
  }
}

/**
 * The text of a file in pieces, with how many bytes were read so far.
 *
 * @param chunks its bytes, cut anywhere
 * @throws NotText where it is packed or no text
 */
export async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ text: string; at: number }> {
  let head = new Uint8Array();
  let decoder: Decoder | undefined;
  let at = 0;
  const checked = (text: string) => {
    if (text.includes('\u0000')) throw new NotText('not-text');
    return { text, at };
  };
  for await (const chunk of chunks) {
    at += chunk.length;
    if (decoder) {
      yield checked(decoder.decode(chunk, false));
      continue;
    }
    head = joined(head, chunk);
    if (head.length < HEAD) continue;
    decoder = decoderFor(head);
    yield checked(decoder.decode(head, false));
  }
  decoder ??= decoderFor(head);
  yield checked(decoder.decode(head.length < HEAD ? head : new Uint8Array(), true));
}

interface Decoder {
  decode(bytes: Uint8Array, isLast: boolean): string;
}

function decoderFor(head: Uint8Array): Decoder {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) throw new NotText('gzip');
  if (a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05) && (d === 0x04 || d === 0x06)) throw new NotText('zip');
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && d === 0);
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0);
  if (!isLittle && !isBig) return new Utf8OrWindows();
  const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be');
  return { decode: (bytes, isLast) => decoder.decode(bytes, { stream: !isLast }) };
}

/**
 * UTF-8 for as long as it can be. A byte that cannot be UTF-8 says that the file is Windows-1252, unless there were
 * letters of UTF-8 before it: then it is one damaged letter.
 */
class Utf8OrWindows implements Decoder {
  /** Each piece is whole letters, and is read by itself: some systems are several times slower where a decoder waits for more. */
  #decoder = new TextDecoder('utf-8', { fatal: true });
  #isSettled = false;
  #hasLetters = false;
  #rest = new Uint8Array();

  decode(chunk: Uint8Array, isLast: boolean): string {
    const bytes = this.#rest.length > 0 ? joined(this.#rest, chunk) : chunk;
    if (this.#isSettled) return this.#decoder.decode(bytes, { stream: !isLast });
    // Half a letter at the end of a file that was cut is left out.
    const end = wholeEnd(bytes);
    this.#rest = bytes.slice(end);
    const whole = bytes.subarray(0, end);
    try {
      const text = this.#decoder.decode(whole);
      // A mark stands at the beginning of a file only.
      if (whole.length > 0 && !this.#decoder.ignoreBOM) {
        this.#decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      }
      this.#hasLetters ||= text.length < whole.length;
      return text;
    } catch {
      this.#isSettled = true;
      this.#rest = new Uint8Array();
      this.#decoder = new TextDecoder(this.#hasLetters ? 'utf-8' : 'windows-1252');
      return this.#decoder.decode(bytes, { stream: !isLast });
    }
  }
}

/** Where the last whole letter ends: a piece may end inside one. */
function wholeEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Cuts text into lines; what is too long is left out and said. */
export class LineCutter {
  #open = '';
  #line = 0;
  #isSkipping = false;

  /** The lines that a piece of text ends; `undefined` stands for one that is too long. */
  *cut(text: string): Generator<{ line: number; text: string | undefined }> {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#line++;
      const isTooLong = this.#isSkipping || this.#open.length + end - from > MAX_LINE;
      const line = isTooLong ? undefined : this.#open + text.slice(from, end);
      this.#open = '';
      this.#isSkipping = false;
      from = end + 1;
      yield { line: this.#line, text: line?.endsWith('\r') ? line.slice(0, -1) : line };
    }
    if (this.#isSkipping) return;
    this.#open += text.slice(from);
    if (this.#open.length <= MAX_LINE) return;
    this.#open = '';
    this.#isSkipping = true;
  }

  /** What stands after the last line break. */
  *end(): Generator<{ line: number; text: string | undefined }> {
    if (this.#isSkipping) yield { line: this.#line + 1, text: undefined };
    else if (this.#open !== '') yield { line: this.#line + 1, text: this.#open };
  }
}
