// Which account a frame over a marketplace's page shows. The script in the page asks for a frame and gets a
// token; the frame shows it, and from then on the token counts for that frame alone. So nobody who puts our frame
// into a page, or alters its address, can choose whom it is about. Tokens outlive the worker and no more than a
// session of the browser.
import * as z from 'zod/mini';
import type { Sender } from '../../lib/protocol/senders.ts';

/** A token that no frame has shown after so long is worth nothing, ms. */
const UNUSED_MS = 60_000;
/** More are not remembered: the oldest go. A tab has one open frame. */
const MOST = 100;
/** Where they are kept. */
const KEY = 'frames';

const frameSchema = z.object({
  token: z.string(),
  site: z.string(),
  /** Absent where the frame says that the page was not understood. */
  account: z.optional(z.string()),
  tab: z.number(),
  /** When it was issued, ms since 1970. */
  at: z.number(),
  /** The document that showed it first. */
  document: z.optional(z.string()),
});

/** What a token was issued for. */
export type FrameAbout = Pick<z.infer<typeof frameSchema>, 'site' | 'account' | 'tab'>;

/** What is used of the browser's storage for a session. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export class Frames {
  private readonly area: SessionArea;
  /** One change at a time: two tabs may ask at once. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(area: SessionArea) {
    this.area = area;
  }

  /** Issues a token for a frame in this tab. */
  async issue(about: FrameAbout, now = Date.now()): Promise<string> {
    const token = crypto.randomUUID();
    await this.change((frames) => {
      const kept = frames.filter(({ document, at }) => document !== undefined || now - at < UNUSED_MS);
      return [[...kept, { ...about, token, at: now }].slice(-MOST), undefined];
    });
    return token;
  }

  /** What a token was issued for, if it is this sender's to show; undefined otherwise. */
  async about(token: string, sender: Sender | undefined, now = Date.now()): Promise<FrameAbout | undefined> {
    if (sender?.kind !== 'frame') return undefined;
    return this.change((frames) => {
      const found = frames.find((one) => one.token === token && one.tab === sender.tab);
      const isNew = found?.document === undefined && now - (found?.at ?? 0) < UNUSED_MS;
      if (!found || !(isNew || found.document === sender.document)) return [frames, undefined];
      const { site, account, tab } = found;
      const about: FrameAbout = { site, tab, ...(account !== undefined && { account }) };
      return [frames.map((one) => (one === found ? { ...one, document: sender.document } : one)), about];
    });
  }

  private change<T>(how: (frames: z.infer<typeof frameSchema>[]) => [z.infer<typeof frameSchema>[], T]): Promise<T> {
    const changed = this.last.then(async () => {
      const parsed = z.array(frameSchema).safeParse((await this.area.get(KEY))[KEY]);
      const [frames, result] = how(parsed.success ? parsed.data : []);
      await this.area.set({ [KEY]: frames });
      return result;
    });
    this.last = changed.catch(() => undefined);
    return changed;
  }
}
