// The extension's background in a browser that a script drives: whether it runs, and its end, as the browser
// itself ends it when it has been idle.
import type { Target } from 'puppeteer-core';
import { type OpenBrowser, patience } from './open-browser.ts';

/** Whether the background (service worker, event page) is running. */
export async function backgroundRuns(opened: OpenBrowser): Promise<boolean> {
  if (opened.kind === 'chromium') return serviceWorker(opened) !== undefined;
  return (await eventPageState(opened)) === 'running';
}

/** Ends the background that runs now, and returns when it is gone; a page may have started it anew by then. */
export async function endBackground(opened: OpenBrowser): Promise<void> {
  if (opened.kind === 'chromium') {
    const running = serviceWorker(opened);
    await untilGone(
      async () => running === undefined || serviceWorker(opened) !== running,
      async () => {
        await (await running?.worker())?.close().catch(() => undefined);
      },
    );
  } else {
    // Firefox ends an idle event page itself; this asks it to do so at once.
    await untilGone(
      async () => (await eventPageState(opened)) === 'stopped',
      () => inFirefox(opened, '(extension) => extension.terminateBackground({ ignoreDevToolsAttached: true })'),
    );
  }
}

/** Calls a function in Firefox's own window with the extension as Firefox knows it. */
export async function inFirefox({ browser, firefoxId }: OpenBrowser, fn: string): Promise<unknown> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: FirefoxResult }> };
  };
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `() => (${fn})(WebExtensionPolicy.getByID('${firefoxId}').extension)`,
    awaitPromise: true,
    target: { context: tree.contexts?.[0]?.context },
  });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}

function serviceWorker({ browser, extensionUrl }: OpenBrowser): Target | undefined {
  return browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(extensionUrl('')));
}

async function eventPageState(opened: OpenBrowser): Promise<unknown> {
  return inFirefox(opened, '(extension) => extension.backgroundState');
}

/** Asks for an end until there is one: a background that is just starting, or at work, may let a request pass by. */
async function untilGone(isGone: () => Promise<boolean>, ask: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + patience;
  for (let tries = 0; Date.now() < end; tries += 1) {
    if (tries % 20 === 0) await ask();
    if (await isGone()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The background is still running after ${patience / 1_000} seconds.`);
}

interface FirefoxResult {
  contexts?: { context: string }[];
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}
