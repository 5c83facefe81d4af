// Makes sure that nats-server, the team's pool, is there. One that is installed is used; else, on Debian as root, its
// package is installed; and if nothing helps, one sentence says what to install.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installDebianPackages, isDebianRoot } from './debian-packages.ts';

export interface FoundNatsServer {
  path: string;
  /** Such as `2.9.10`. */
  version: string;
}

/** The first whose rights, limits and streams are what a pool needs (docs/team.md). */
const oldest = [2, 9] as const;
/** Debian keeps it where a PATH that is not root's does not lead. */
const usualPlaces = ['/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * Finds an installed nats-server that runs and is new enough.
 *
 * @param env where NATS_SERVER_PATH and the PATH are read from
 * @returns undefined when there is none
 */
export async function findNatsServer(env: NodeJS.ProcessEnv = process.env): Promise<FoundNatsServer | undefined> {
  const command = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...usualPlaces];
  const named = env.NATS_SERVER_PATH ? [env.NATS_SERVER_PATH] : [];
  for (const path of [...named, ...folders.map((folder) => join(folder, command))]) {
    const version = isExecutable(path) ? await versionOf(path) : undefined;
    if (version !== undefined && isNewEnough(version)) return { path, version };
  }
  return undefined;
}

/**
 * Finds or installs it, saying what it does.
 *
 * @throws an Error whose message is one plain sentence, when it cannot be had
 */
export async function getNatsServer(): Promise<FoundNatsServer> {
  let server = await findNatsServer();
  if (!server && isDebianRoot()) {
    await installDebianPackages(['nats-server']);
    server = await findNatsServer();
  }
  if (server) return server;
  throw new Error(
    `Please install nats-server ${oldest.join('.')} or newer, or set NATS_SERVER_PATH to it: none was found.`,
  );
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What it says for `--version`, without its name; undefined when it does not run or is something else. */
async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 30_000 });
    return /nats-server: v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}
