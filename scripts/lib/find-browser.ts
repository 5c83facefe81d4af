// Finds a browser that is already on this machine: by CHROME_PATH or FIREFOX_PATH, on the PATH, or
// where Linux, macOS and Windows usually keep it. Any browser of Chromium's family will do.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, getInstalledBrowsers } from '@puppeteer/browsers';
import { root } from './tool.ts';

export type BrowserKind = 'chromium' | 'firefox';

export interface FoundBrowser {
  kind: BrowserKind;
  path: string;
  /** What it calls itself, such as `Mozilla Firefox 153.7.0esr`. */
  version: string;
}

/** Where the project keeps a browser that it downloaded itself. */
export const downloads = join(root, '.cache', 'browsers');

const places = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: [
      'chromium',
      'google-chrome',
      'google-chrome-stable',
      'chromium-browser',
      'brave-browser',
      'microsoft-edge',
    ],
    linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
    mac: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
    /** The first that loads an extension on request through its automation pipe. */
    oldest: 130,
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    linux: ['/usr/lib/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr', '/snap/bin/firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
    /** The manifest's `strict_min_version`. */
    oldest: 142,
  },
} as const;

/**
 * Finds an installed browser that runs and is new enough.
 *
 * @param env where the PATH and the variables are read from
 * @returns the first that fits, in the order above; undefined when there is none
 */
export async function findBrowser(
  kind: BrowserKind,
  env: NodeJS.ProcessEnv = process.env,
): Promise<FoundBrowser | undefined> {
  for (const path of [...candidates(kind, env), ...(await downloaded(kind))]) {
    if (!isExecutable(path)) continue;
    const version = await versionOf(path);
    const major = Number(version?.match(/(\d+)\./)?.[1]);
    if (version !== undefined && !(major < places[kind].oldest)) return { kind, path, version };
  }
  return undefined;
}

function candidates(kind: BrowserKind, env: NodeJS.ProcessEnv): string[] {
  const { variable, commands, linux, mac, windows } = places[kind];
  const named = env[variable] ? [env[variable]] : [];
  if (process.platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined);
    return [...named, ...bases.flatMap((base) => windows.map((place) => join(base, place)))];
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const byCommand = commands.flatMap((command) => onPath.map((folder) => join(folder, command)));
  if (process.platform === 'darwin') {
    const applications = ['/Applications', join(homedir(), 'Applications')];
    return [...named, ...applications.flatMap((base) => mac.map((place) => join(base, place))), ...byCommand];
  }
  return [...named, ...byCommand, ...linux];
}

async function downloaded(kind: BrowserKind): Promise<string[]> {
  const name: `${Browser}` = kind === 'chromium' ? 'chrome' : 'firefox';
  const installed = await getInstalledBrowsers({ cacheDir: downloads }).catch(() => []);
  return installed.filter((one) => one.browser === name).map((one) => one.executablePath);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What it says for `--version`; undefined when it does not run, as a launcher without its browser. */
async function versionOf(path: string): Promise<string | undefined> {
  // On Windows the question opens a window instead of being answered.
  if (process.platform === 'win32') return '';
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 30_000 });
    return /\d/.test(stdout) ? stdout.trim() : undefined;
  } catch {
    return undefined;
  }
}
