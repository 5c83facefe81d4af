// Who may send what. A message reaches the worker from Hireflag's own pages, from the script in a page of a
// marketplace, or from our frame over such a page. The second kind runs in a process that the page shares, so it
// may ask only for what it needs: its own marketplace's pages and accounts. The frame is a page of our own that
// anybody on a marketplace could put into theirs, so it may ask only about what a token was issued for.

/** One of Hireflag's own pages, the script in a page of a marketplace, or the frame over such a page. */
export type Sender =
  | { kind: 'own-page' }
  | { kind: 'site-page'; site: string; host: string; tab: number; document?: string }
  | { kind: 'frame'; tab: number; document: string };
export type SenderKind = Sender['kind'];

/** What a browser says of a sender, as far as it is used. */
export interface BrowserSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean } | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
}

/** Path of our frame, the only page of ours that a marketplace's page can hold. */
export const FRAME_PATH = 'panel.html';
/** No tab: the popup, or a page that stands in for one. */
const NO_TAB = -1;

/** What a request is about: an account or a page of this marketplace, at this address. */
export interface Concern {
  site: string;
  url?: string;
}

/**
 * Tells who sent a message.
 *
 * @param own the extension's id, the address that its own pages begin with, and whether this is the background of
 * private windows, whose database is gone with the last of them
 * @param siteAt the marketplace that an address belongs to, by its registry id
 * @returns undefined for anybody else, whose messages are not answered
 */
export function senderOf(
  { id, url, origin, tab, frameId = 0, documentId }: BrowserSender,
  own: { id: string; base: string; isPrivate: boolean },
  siteAt: (url: URL) => string | undefined,
): Sender | undefined {
  const at = URL.parse(url ?? '');
  if (id !== own.id || !at) return undefined;
  // What is seen in a private window must not come into the ordinary database.
  if (tab?.incognito && !own.isPrivate) return undefined;
  const inTab = tab?.id ?? NO_TAB;
  if (at.href.startsWith(own.base)) {
    if (at.pathname === `/${FRAME_PATH}`) return { kind: 'frame', tab: inTab, document: documentId ?? String(frameId) };
    return frameId === 0 ? { kind: 'own-page' } : undefined;
  }
  // The browser itself vouches for the origin; that of a page in a sandbox is the word "null".
  if (origin !== undefined && origin !== 'null' && origin !== at.origin) return undefined;
  const site = siteAt(at);
  if (site === undefined) return undefined;
  return {
    kind: 'site-page',
    site,
    host: at.hostname,
    tab: inTab,
    ...(documentId !== undefined && { document: documentId }),
  };
}

/** Whether a sender of this kind may send this, and, for a marketplace's page, whether it concerns that page's own marketplace. */
export function maySend(sender: Sender, from: readonly SenderKind[], concern: Concern | undefined): boolean {
  if (!from.includes(sender.kind)) return false;
  if (sender.kind !== 'site-page' || !concern) return true;
  const isOwnPage = concern.url === undefined || URL.parse(concern.url)?.hostname === sender.host;
  return concern.site === sender.site && isOwnPage;
}
