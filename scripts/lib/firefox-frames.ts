// Frames in pages of the extension, in Firefox: its driver is told of no event there, neither that a frame came nor
// that it went, though it answers when it is asked for the tree. So the tree is asked for, and what is new or gone in
// it is handed to the driver as the events that would have said so. In pages of the web Firefox reports frames itself.
import type { Frame, Page } from 'puppeteer-core';

interface Context {
  context: string;
  children: Context[] | null;
}

interface Connection {
  send(method: 'browsingContext.getTree', params: { root: string }): Promise<{ result: { contexts: Context[] } }>;
  emit(event: 'browsingContext.contextCreated' | 'browsingContext.contextDestroyed', context: Context): void;
}

/** The frames of a page, also where Firefox does not report them. */
export async function framesOf(page: Page): Promise<Frame[]> {
  const { protocol, connection } = page.browser() as unknown as { protocol: string; connection: Connection };
  if (protocol === 'webDriverBiDi') await reportChildren(page, connection);
  return page.frames();
}

/** Makes the frames that stand in the page itself those that the driver knows of. */
async function reportChildren(page: Page, connection: Connection): Promise<void> {
  const root = idOf(page.mainFrame());
  const { result } = await connection.send('browsingContext.getTree', { root });
  const there = result.contexts[0]?.children ?? [];
  const known = page.mainFrame().childFrames().map(idOf);
  for (const child of there) {
    if (known.includes(child.context)) continue;
    connection.emit('browsingContext.contextCreated', { ...child, parent: root } as Context);
  }
  for (const context of known) {
    if (there.some((child) => child.context === context)) continue;
    connection.emit('browsingContext.contextDestroyed', { context, children: null });
  }
}

function idOf(frame: Frame): string {
  return (frame as unknown as { _id: string })._id;
}
