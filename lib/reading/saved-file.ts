// A page that somebody saved in their browser: which page it is of, when it was saved, and its HTML; from a `.html`
// file, or from an `.mhtml` file, which holds a page with its frames and pictures in one.
import { decodeText, partsOf } from './mhtml.ts';

/** A page taken out of a saved file. */
export interface SavedPage {
  html: string;
  /** The address it was saved from; undefined where the file does not say. */
  url: string | undefined;
  /** When it was saved, ms since 1970; undefined where the file does not say. */
  at: number | undefined;
}

/** Where browsers and pages write down a page's own address, the surest first. */
const addresses = [
  /^<!-- url: (\S+) seen-at: \S+ -->/,
  /<!-- saved from url=\(\d{1,6}\)(\S+) -->/i,
  /<link\b[^>]{0,2000}\brel=["']?canonical["']?[^>]{0,2000}\bhref=["']([^"']+)["']/i,
  /<link\b[^>]{0,2000}\bhref=["']([^"']+)["'][^>]{0,2000}\brel=["']?canonical\b/i,
  /<meta\b[^>]{0,2000}\bproperty=["']?og:url["']?[^>]{0,2000}\bcontent=["']([^"']+)["']/i,
];

/** The address that a saved page says it has; undefined where it says none. */
export function addressIn(html: string): string | undefined {
  const head = html.slice(0, 200_000);
  for (const place of addresses) {
    const said = place.exec(head)?.[1]?.replaceAll('&amp;', '&');
    if (said && URL.canParse(said)) return said;
  }
  return undefined;
}

/** When a test page was seen, as its first line says; undefined for any other page. */
export function seenAtIn(html: string): string | undefined {
  return /^<!-- url: \S+ seen-at: (\S+) -->/.exec(html.slice(0, 5_000))?.[1];
}

/**
 * The pages in a saved file, the one that was saved first and its frames after it.
 *
 * @param bytes the whole file
 * @returns none for a file that holds no HTML. Never throws.
 */
export function pagesIn(bytes: Uint8Array): SavedPage[] {
  const { root, parts } = partsOf(bytes);
  if (!root) {
    const html = decodeText(bytes, charsetIn(bytes));
    if (!/<(?:!doctype|html|head|body|[a-z][\w-]*[\s>])/i.test(html.slice(0, 5_000))) return [];
    const seen = Date.parse(seenAtIn(html) ?? '');
    return [{ html, url: addressIn(html), at: Number.isNaN(seen) ? undefined : seen }];
  }
  const at = Date.parse(root.date ?? '');
  return parts
    .filter(({ type }) => type === 'text/html')
    .map(({ location, text }, n) => ({
      html: text(),
      url: (n === 0 ? root.location : undefined) ?? location,
      at: Number.isNaN(at) ? undefined : at,
    }));
}

/** The encoding that an HTML file names in its head; UTF-8 where it names none. */
function charsetIn(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  return /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(head)?.[1] ?? 'utf-8';
}
