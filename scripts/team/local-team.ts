// A whole team on this machine, for tests and for the practice team: a folder as an administrator has one, and a real server
// that runs with the configuration that the folder's command writes.
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSeed, publicKeyOf } from '../../lib/team/keys.ts';
import { type NatsPlaces, type RunningNatsServer, startNatsServer, trust } from '../lib/nats-server.ts';
import { type Applied, apply } from './apply.ts';
import { files, type Secrets, TeamFolder } from './folder.ts';
import type { TeamFile } from './team-file.ts';

export interface LocalTeam {
  server: RunningNatsServer;
  folder: TeamFolder;
  secrets: Secrets;
  /** Writes the file with these lines of members, has the server read it, and puts the roster into the pool. */
  update(members: readonly string[]): Promise<Applied>;
  /** The line that members paste. */
  invitation(): string;
  stop(): Promise<void>;
}

/** A member's line of the file. */
export const memberLine = (seed: string, name: string, role = 'member') => `${role} ${publicKeyOf(seed)} ${name}`;

/** Secret keys by name. */
export const newSeeds = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, newSeed()])) as Record<Name, string>;

/**
 * Starts it, trusted by this process.
 *
 * @param members lines of the file
 * @param settings further lines, or others than usual
 */
export async function startLocalTeam(
  members: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<LocalTeam> {
  const folder = new TeamFolder(await mkdtemp(join(tmpdir(), 'hireflag-team-')));
  folder.begin('Practice team', 'wss://localhost:443');
  const secrets = folder.secrets();

  /** Writes everything in the folder and gives back what stands in the server's configuration. */
  const written = (lines: readonly string[], places: NatsPlaces): string => {
    const said = {
      team: 'Practice team',
      server: `wss://localhost:${places.webSocket.split(':')[1]}`,
      listen: places.webSocket,
      local: places.administrator,
      certificate: places.certFile,
      key: places.keyFile,
      store: places.storeFolder,
      ...settings,
    };
    const text = [...Object.entries(said).map(([word, value]) => `${word} ${value}`), ...lines, ''].join('\n');
    writeFileSync(join(folder.path, files.team), text);
    folder.writeOut(fileOf(folder));
    return readFileSync(join(folder.path, files.config), 'utf8');
  };

  const server = await startNatsServer((places) => written(members, places));
  trust(server.certificate);
  await apply(folder, fileOf(folder));
  return {
    server,
    folder,
    secrets,
    async update(lines) {
      await server.reconfigure((places) => written(lines, places));
      return apply(folder, fileOf(folder));
    },
    invitation: () => readFileSync(join(folder.path, files.invitation), 'utf8').trim(),
    async stop() {
      await server.stop();
      await rm(folder.path, { recursive: true, force: true });
    },
  };
}

function fileOf(folder: TeamFolder): TeamFile {
  const read = folder.teamFile();
  if ('problems' in read) throw new Error(read.problems.map(({ line, problem }) => `${line}: ${problem}`).join('; '));
  return read.file;
}
