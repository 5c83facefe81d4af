// An administrator's folder of a team: the file that they edit, the keys that only they have, and what is written from both.
// Whoever has the keys can read the pool and say who is in the team; they are readable by the folder's owner only.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writeInvitation } from '../../lib/team/invitation.ts';
import { newSeed, newTeamKey, publicKeyOf, teamKeyBytes } from '../../lib/team/keys.ts';
import { type Roster, rosterSchema } from '../../lib/team/roster.ts';
import { serverConfig } from './server-config.ts';
import { exampleFile, type FileProblem, readTeamFile, type TeamFile } from './team-file.ts';

const secretsSchema = z.object({
  /** The administrator's secret key, `SU…`. */
  seed: z.string().check(z.refine(isSeed, 'not a secret key')),
  teamKey: z.string().check(z.refine(isTeamKey, 'not a team’s key')),
});
export type Secrets = z.infer<typeof secretsSchema>;

const stateSchema = z.object({
  /** The roster that was put into the pool last. */
  roster: z.optional(rosterSchema),
  /** Up to which message of the stream what somebody wrote counts who has left, by their public key. */
  left: z.record(z.string(), z.int()),
});
export type State = z.infer<typeof stateSchema>;

/** The names of the files. */
export const files = {
  team: 'team.txt',
  secrets: 'secrets.json',
  state: 'published.json',
  config: 'nats.conf',
  invitation: 'invitation.txt',
} as const;

export class TeamFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get isNew(): boolean {
    return !existsSync(this.#at('team'));
  }

  /** Makes the folder with keys and a file to fill in. Keys that are there already stay. */
  begin(team: string, server: string): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    if (!existsSync(this.#at('secrets'))) this.#write('secrets', { seed: newSeed(), teamKey: newTeamKey() });
    writeFileSync(this.#at('team'), exampleFile(team, server));
  }

  /** @throws Error with one sentence where the keys are not there or are none */
  secrets(): Secrets {
    return this.#read('secrets', secretsSchema);
  }

  state(): State {
    return existsSync(this.#at('state')) ? this.#read('state', stateSchema) : { left: {} };
  }

  keepState(state: State): void {
    this.#write('state', state);
  }

  teamFile(): { file: TeamFile } | { problems: FileProblem[] } {
    return readTeamFile(readFileSync(this.#at('team'), 'utf8'));
  }

  /** Writes the server's configuration and the invitation. */
  writeOut(file: TeamFile): void {
    const { seed, teamKey } = this.secrets();
    const administrator = publicKeyOf(seed);
    const invitation = writeInvitation({ team: file.team, server: file.server, teamKey, administrator });
    this.#put('config', serverConfig(file, administrator));
    this.#put('invitation', `${invitation}\n`);
  }

  #at(name: keyof typeof files): string {
    return join(this.path, files[name]);
  }

  #write(name: 'secrets' | 'state', value: unknown): void {
    this.#put(name, `${JSON.stringify(value, undefined, 2)}\n`);
  }

  /** Whole or not at all: a key that is half written is lost. */
  #put(name: keyof typeof files, text: string): void {
    const beside = `${this.#at(name)}.new`;
    writeFileSync(beside, text, { mode: 0o600 });
    renameSync(beside, this.#at(name));
  }

  #read<T>(name: 'secrets' | 'state', schema: z.ZodMiniType<T>): T {
    const path = this.#at(name);
    try {
      return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      throw new Error(
        `${path} cannot be used: ${error instanceof z.core.$ZodError ? error.issues[0]?.message : error}`,
      );
    }
  }
}

/**
 * The roster as it is to stand in the pool.
 *
 * @param state what was put there last, and up to where those who left count
 * @returns the last one where nothing has changed
 */
export function rosterOf(file: TeamFile, { roster: last, left }: State): Roster {
  const members = file.members.map(({ name, key, role, erases }) => ({
    name,
    key,
    ...(role === 'left' && { until: left[key] ?? 0 }),
    ...(erases && { erases }),
    ...(role === 'analyst' && { analyst: true }),
  }));
  const said = {
    members,
    ...(file.perDay !== undefined && { perDay: file.perDay }),
    ...(file.decisions && { decisions: true }),
  };
  // By the clock, so that a folder brought back from a backup does not begin below what is in the pool.
  const next = Math.max((last?.version ?? 0) + 1, Math.floor(Date.now() / 1_000));
  const isSame = last && JSON.stringify({ ...last, version: 0 }) === JSON.stringify({ version: 0, ...said });
  return isSame ? last : { version: next, ...said };
}

function isSeed(seed: string): boolean {
  try {
    return publicKeyOf(seed) !== '';
  } catch {
    return false;
  }
}

function isTeamKey(key: string): boolean {
  try {
    return teamKeyBytes(key).length > 0;
  } catch {
    return false;
  }
}
