// Opens a packed file: the tables and documents in a zip, or the one in a gzip. Packed files come from anybody and a small
// one can hold what fills a disk, so that how much comes out, how much more than went in, and how many files there are
// is bounded, and what goes beyond is refused with the reason. What is packed within is not opened again.
import { Gunzip, Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { type NoText, NotText } from './decode.ts';
import { MAX_PACKED_FILES, MAX_RATIO, MAX_UNPACKED, RATIO_FROM } from './limits.ts';
import type { Open } from './read-log.ts';

/** One file to be read, under the name that it has in the packed one. */
export interface Unpacked {
  name: string;
  open: Open;
}

const readable = /\.(?:csv|tsv|txt|log|json|jsonl|ndjson)$/i;
/** Packed bytes that are opened at a time: what comes of them is held at once. */
const SLICE = 1 << 14;

/**
 * The files that a file holds: those in it where it is packed, and else itself.
 *
 * @returns why it is refused, where it is packed and nothing in it can be read
 */
export async function unpack(name: string, open: Open): Promise<Unpacked[] | { refused: NoText }> {
  const kind = await kindOf(open);
  if (kind === undefined) return [{ name, open }];
  if (kind === 'gzip') return [{ name: name.replace(/\.gz$/i, ''), open: () => bounded(open(), gunzip) }];
  try {
    const names = await namesIn(open);
    if (names.length === 0) return { refused: 'zip-empty' };
    return names.map((one) => ({ name: one, open: () => bounded(open(), (give) => unzip(one, give)) }));
  } catch (error) {
    if (error instanceof NotText) return { refused: error.why };
    throw error;
  }
}

async function kindOf(open: Open): Promise<'zip' | 'gzip' | undefined> {
  let head: number[] = [];
  for await (const chunk of open()) {
    head = [...head, ...chunk.subarray(0, 4)].slice(0, 4);
    if (head.length >= 4) break;
  }
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05) ? 'zip' : undefined;
}

type Give = (bytes: Uint8Array) => void;
interface Opener {
  push(bytes: Uint8Array, isLast: boolean): void;
}

function gunzip(give: Give): Opener {
  return new Gunzip((bytes) => give(bytes));
}

/** Gives the bytes of one file of a zip, and steps over all others. */
function unzip(wanted: string, give: Give): Opener {
  const opener = new Unzip((file) => {
    if (file.name !== wanted) return;
    file.ondata = (error, bytes) => {
      if (error) throw error;
      give(bytes);
    };
    file.start();
  });
  opener.register(UnzipInflate);
  return opener;
}

/** The names in a zip that can be read, each once, as far as its limits allow. */
async function namesIn(open: Open): Promise<string[]> {
  const names = new Set<string>();
  let count = 0;
  const opener = new Unzip(({ name }: UnzipFile) => {
    if (++count > MAX_PACKED_FILES) throw new NotText('zip-too-many');
    const isOwn = !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name);
    if (isOwn && readable.test(name)) names.add(name);
  });
  for await (const chunk of open()) push(opener, chunk);
  push(opener, new Uint8Array(), true);
  return [...names];
}

/** What an opener gives of these bytes, within the limits. */
async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  opening: (give: Give) => Opener,
): AsyncGenerator<Uint8Array> {
  let [packed, unpacked] = [0, 0];
  let waiting: Uint8Array[] = [];
  const opener = opening((bytes) => {
    unpacked += bytes.length;
    if (unpacked > MAX_UNPACKED || (unpacked > RATIO_FROM && unpacked > packed * MAX_RATIO)) {
      throw new NotText('zip-bomb');
    }
    if (bytes.length > 0) waiting.push(bytes);
  });
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += SLICE) {
      const slice = chunk.slice(from, from + SLICE);
      packed += slice.length;
      push(opener, slice);
      yield* waiting;
      waiting = [];
    }
  }
  push(opener, new Uint8Array(), true);
  yield* waiting;
}

function push(opener: Opener, bytes: Uint8Array, isLast = false): void {
  try {
    opener.push(bytes, isLast);
  } catch (error) {
    if (error instanceof NotText) throw error;
    throw new NotText('zip-damaged');
  }
}
