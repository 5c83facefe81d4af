// An administrator's command for a team's pool (docs/team.md).
//   npm run -s team:config -- FOLDER --team NAME --server wss://HOST:PORT    a new team: makes the folder with its keys
//   npm run -s team:config -- FOLDER                                         writes the server's configuration from FOLDER/team.txt
//   npm run -s team:config -- FOLDER --apply [--server wss://HOST:PORT]      and puts streams and roster on the running server
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apply } from './team/apply.ts';
import { files, TeamFolder } from './team/folder.ts';

const usage = `usage: npm run -s team:config -- FOLDER [--team NAME --server wss://HOST:PORT] [--apply]`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { team: { type: 'string' }, server: { type: 'string' }, apply: { type: 'boolean' } },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new Error('Which folder?');
  await run(new TeamFolder(path), values);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}

async function run(
  folder: TeamFolder,
  { team, server, apply: isApplied }: { team?: string; server?: string; apply?: boolean },
): Promise<void> {
  const at = (name: keyof typeof files) => join(folder.path, files[name]);
  if (folder.isNew) {
    if (!team || !server) throw new Error(`${at('team')} is not there: --team and --server begin a new team.`);
    folder.begin(team, server);
    console.log(`${at('team')}: fill this in, then run the command again.`);
    console.log(`${at('secrets')}: the administrator's and the team's key. Keep a copy where nobody else gets at it.`);
    return;
  }
  const read = folder.teamFile();
  if ('problems' in read) {
    for (const { line, problem } of read.problems) {
      console.error(`${at('team')}${line > 0 ? `:${line}` : ''}: ${problem}`);
    }
    process.exitCode = 2;
    return;
  }
  folder.writeOut(read.file);
  const inside = read.file.members.filter(({ role }) => role !== 'left').length;
  console.log(`${at('config')}: the server's configuration, with ${inside} members beside the administrator.`);
  console.log(
    `${at('invitation')}: the line that a new member pastes. It holds the team's key: hand it over in private.`,
  );
  if (!isApplied) {
    console.log('Bring the configuration to the server, send it HUP, then run this again with --apply.');
    return;
  }
  const { version, roster, notDone } = await apply(folder, read.file, server);
  console.log(
    `On the server (${version}): three streams, and roster ${roster.version} of ${roster.members.length} members.`,
  );
  for (const what of notDone) console.error(`This server does not do what it was asked to: ${what}`);
  if (notDone.length > 0) process.exitCode = 1;
}
