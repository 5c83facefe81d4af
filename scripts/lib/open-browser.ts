// Opens Chromium or Firefox with the built extension, a fresh profile and no way out of the machine:
// the marketplaces' addresses are answered by the practice marketplace, everything else by nothing.
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import type { Certificate } from './certificate.ts';
import type { BrowserKind, FoundBrowser } from './find-browser.ts';
import { type Answer, type LocalWeb, startLocalWeb } from './local-web.ts';
import { root } from './tool.ts';

export interface OpenBrowser {
  kind: BrowserKind;
  browser: Browser;
  /** By which Firefox knows the extension. */
  firefoxId: string;
  /** Address of a page of the extension: `extensionUrl('popup.html?tab=1')`. */
  extensionUrl(path: string): string;
  /** Every request the browser made so far. */
  asked: LocalWeb['asked'];
  /** False cuts it off from the team's server, until it is true again. */
  reach: LocalWeb['reach'];
  /** Closes the browser, and deletes its profile unless it was given. */
  close(): Promise<void>;
}

/** The built extension, by browser. */
export const builtExtension: Record<BrowserKind, string> = {
  chromium: join(root, '.output', 'chrome-mv3'),
  firefox: join(root, '.output', 'firefox-mv3'),
};

/** How long is waited for what a browser does by itself, in milliseconds. It is no measure: it only ends what hangs. */
export const patience = 120_000;

/** The package for teams, by browser. */
export const builtForTeams: Record<BrowserKind, string> = {
  chromium: join(root, '.output', 'chrome-team-mv3'),
  firefox: join(root, '.output', 'firefox-team-mv3'),
};

/** The address that Firefox would otherwise draw by lot. */
const firefoxUuid = 'a11ce0de-51de-4bad-9e00-0123456789ab';

/**
 * @param options.headless false shows a window
 * @param options.answer the pages there are
 * @param options.profile a folder to keep the profile in; a fresh one, deleted at the end, unless given
 * @param options.bare without the extension, to compare with
 * @param options.extension the folder of another built version
 * @param options.pool a team's server on this machine, which it may reach
 */
export async function openBrowser(
  found: FoundBrowser,
  options: {
    headless: boolean;
    answer: Answer;
    profile?: string;
    bare?: boolean;
    extension?: string;
    pool?: { url: string; certificate: Certificate };
  },
): Promise<OpenBrowser> {
  const pool = options.pool && new URL(options.pool.url);
  const web = await startLocalWeb(options.answer, pool ? [pool.host] : []);
  const folder = options.extension ?? builtExtension[found.kind];
  const firefoxId = options.bare ? '' : firefoxIdOf(folder);
  const trusted = [web.fingerprint, ...(options.pool ? [options.pool.certificate.fingerprint] : [])];
  const profiles = join(root, '.cache', 'profiles');
  await mkdir(profiles, { recursive: true });
  const profile = options.profile ?? (await mkdtemp(join(profiles, `${found.kind}-`)));
  const tidy = async () => {
    await web.close();
    // The last of the browser's processes may still be writing.
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const launch = {
      executablePath: found.path,
      headless: options.headless,
      userDataDir: profile,
      defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
      timeout: patience,
      // A window is closed in order by who opened it; a headless browser is just ended with the process.
      handleSIGINT: options.headless,
      handleSIGTERM: options.headless,
      handleSIGHUP: options.headless,
    };
    const browser = await (found.kind === 'chromium'
      ? launchChromium(launch, web, trusted)
      : puppeteer.launch({
          ...launch,
          browser: 'firefox',
          acceptInsecureCerts: true,
          args: ['--remote-allow-system-access'],
          extraPrefsFirefox: firefoxPreferences(web.port, firefoxId),
        }));
    bePatient(browser);
    const id = options.bare ? '' : await browser.installExtension(folder);
    const base = found.kind === 'chromium' ? `chrome-extension://${id}/` : `moz-extension://${firefoxUuid}/`;
    // The first run opens a tab of its own, which would later come before the page that is looked at.
    if (!options.bare && !options.profile) {
      const isThere = () => browser.targets().filter((target) => target.type() === 'page').length > 1;
      await browser.waitForTarget(isThere, { timeout: patience });
    }
    return {
      kind: found.kind,
      browser,
      firefoxId,
      extensionUrl: (path) => base + path,
      asked: web.asked,
      reach: web.reach,
      close: async () => {
        await browser.close();
        await tidy();
      },
    };
  } catch (error) {
    await tidy();
    throw error;
  }
}

/** Once one of these browsers was closed, or the process is told to end. */
export function untilClosed(all: readonly OpenBrowser[]): Promise<void> {
  return new Promise((end) => {
    for (const { browser } of all) {
      browser.on('disconnected', () => end());
      // On macOS the browser outlives its last window.
      browser.on('targetdestroyed', async () => {
        if ((await browser.pages().catch(() => [])).length === 0) end();
      });
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end());
  });
}

/** The id that a built extension says it has in Firefox; any where it is built for Chromium. */
function firefoxIdOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings?.gecko?.id ?? '';
}

async function launchChromium(launch: LaunchOptions, web: LocalWeb, trusted: readonly string[]): Promise<Browser> {
  const args = [
    `--proxy-server=127.0.0.1:${web.port}`,
    // Also what would otherwise go to this machine's own servers.
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--ignore-certificate-errors-spki-list=${trusted.join(',')}`,
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--no-default-browser-check',
    '--no-pings',
  ];
  const isRoot = process.getuid?.() === 0;
  const start = (more: string[]) =>
    puppeteer.launch({ ...launch, pipe: true, enableExtensions: true, args: [...args, ...more] });
  if (isRoot) return start(['--no-sandbox']);
  try {
    return await start([]);
  } catch (error) {
    // Containers and some distributions forbid what Chromium's sandbox is made of. The only pages
    // there are come from this machine.
    if (!/sandbox/i.test(String(error))) throw error;
    return start(['--no-sandbox']);
  }
}

/** Pages wait half a minute where nothing else is said, which is short on a machine that does other things too. */
function bePatient(browser: Browser): void {
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (...options) => {
    const page = await newPage(...options);
    page.setDefaultTimeout(patience);
    return page;
  };
}

function firefoxPreferences(port: number, firefoxId: string): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    // Firefox's own services may otherwise go round the proxy when it refuses them.
    'network.proxy.allow_bypass': false,
    'network.proxy.failover_direct': false,
    'network.dns.disablePrefetch': true,
    'network.trr.mode': 5,
    'network.http.http3.enable': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'dom.push.connection.enabled': false,
    'media.peerconnection.ice.proxy_only': true,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxUuid }),
    // So that a profile that is opened again finds what was stored.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
  };
}
