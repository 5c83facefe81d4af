// Takes a file apart that a browser saved as one: MHTML, which is a MIME message of parts (RFC 2557). Chromium writes
// the page's address and the moment into its head; parts are quoted-printable, base64 or plain.

/** One part: its kind, where it came from, and its words. */
export interface Part {
  type: string;
  location: string | undefined;
  /** Decoded only when asked for: pictures are not. */
  text(): string;
}

export interface Message {
  /** What the head of the message says; undefined for a file that is none. */
  root: { location: string | undefined; date: string | undefined } | undefined;
  parts: Part[];
}

/** Most parts of one file that are looked at. */
const MAX_PARTS = 2_000;
/** Longest head of a message or a part, in bytes. */
const MAX_HEAD = 20_000;

/** The parts of a message; none for a file that is no message. Never throws. */
export function partsOf(bytes: Uint8Array): Message {
  const whole = binaryText(bytes);
  const head = headAt(whole, 0);
  const boundary = /boundary="?([^";\r\n]{1,200})"?/i.exec(head?.fields.get('content-type') ?? '')?.[1];
  if (!head || boundary === undefined) return { root: undefined, parts: [] };
  const parts: Part[] = [];
  const mark = `--${boundary}`;
  let from = whole.indexOf(mark, head.end);
  while (from >= 0 && parts.length < MAX_PARTS) {
    const start = from + mark.length;
    if (whole.startsWith('--', start)) break;
    const next = whole.indexOf(mark, start);
    const part = headAt(whole, start);
    if (part) parts.push(partAt(whole, part.fields, part.end, next < 0 ? whole.length : next));
    from = next;
  }
  const location = head.fields.get('snapshot-content-location') ?? head.fields.get('content-location');
  return { root: { location, date: head.fields.get('date') }, parts };
}

function partAt(whole: string, fields: ReadonlyMap<string, string>, from: number, to: number): Part {
  const kind = fields.get('content-type') ?? '';
  const charset = /charset="?([\w-]{1,40})/i.exec(kind)?.[1] ?? 'utf-8';
  const encoding = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  return {
    type: kind.split(';')[0]?.trim().toLowerCase() ?? '',
    location: fields.get('content-location'),
    text: () => decodeText(decoded(whole.slice(from, to), encoding), charset),
  };
}

/** The fields of a head and where it ends; undefined where none stands. */
function headAt(whole: string, from: number): { fields: Map<string, string>; end: number } | undefined {
  const start = whole.startsWith('\r\n', from) ? from + 2 : whole.startsWith('\n', from) ? from + 1 : from;
  const text = whole.slice(start, start + MAX_HEAD);
  const empty = /\r?\n\r?\n/.exec(text);
  if (!empty) return undefined;
  const fields = new Map<string, string>();
  // A line that begins with a space goes on with the one before it.
  for (const line of text
    .slice(0, empty.index)
    .replace(/\r?\n[ \t]/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0 || !/^[\w-]+$/.test(line.slice(0, colon))) return undefined;
    fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { fields, end: start + empty.index + empty[0].length };
}

/** The bytes of a part's words. */
function decoded(written: string, encoding: string): Uint8Array {
  if (encoding === 'base64') {
    try {
      return bytesOf(atob(written.replace(/[^A-Za-z0-9+/]/g, '')));
    } catch {
      return new Uint8Array();
    }
  }
  if (encoding !== 'quoted-printable') return bytesOf(written);
  const lines = written.replace(/=\r?\n/g, '');
  return bytesOf(
    lines.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/** Bytes as characters of the same numbers. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return pieces.join('');
}

function bytesOf(latin: string): Uint8Array {
  const bytes = new Uint8Array(latin.length);
  for (let n = 0; n < latin.length; n++) bytes[n] = latin.charCodeAt(n);
  return bytes;
}

/** Bytes as text; in UTF-8 where the encoding is none that is known. */
export function decodeText(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
