// The file and the command with which an administrator begins a team.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readInvitation } from '../../lib/team/invitation.ts';
import { newSeed, publicKeyOf } from '../../lib/team/keys.ts';
import { exampleFile, readTeamFile } from '../../scripts/team/team-file.ts';

const example = exampleFile('Quay Recruiting', 'wss://pool.example:8443');
const [ana, ben] = [publicKeyOf(newSeed()), publicKeyOf(newSeed())];

describe('a team’s file', () => {
  it('begins as an example that can be used, with nobody in it', () => {
    expect(readTeamFile(example)).toEqual({
      file: {
        team: 'Quay Recruiting',
        server: 'wss://pool.example:8443',
        listen: '0.0.0.0:8443',
        administratorListen: '127.0.0.1:4222',
        certificate: '/etc/hireflag/cert.pem',
        key: '/etc/hireflag/key.pem',
        store: '/var/lib/nats',
        keepDays: 400,
        maxBytes: 1_500_000_000,
        decisions: false,
        members: [],
      },
    });
  });

  it('has a member a line', () => {
    const read = readTeamFile(`${example}member ${ana} Ana de la Cruz\r\nleft\t${ben}  Ben, erases\r\n`);
    expect('file' in read && read.file.members).toEqual([
      { name: 'Ana de la Cruz', key: ana, role: 'member', erases: false },
      { name: 'Ben', key: ben, role: 'left', erases: true },
    ]);
  });

  it.each([
    ['a key that is none', `member ${ana.slice(0, -1)} Ana`],
    ['a secret key', `member ${newSeed()} Ana`],
    ['no name', `member ${ana}`],
    ['a name that would end its place in the configuration', `member ${ana} Ana" } ] }`],
    ['a key twice', `member ${ana} Ana\nleft ${ana} Ana`],
    ['a word that is no setting', 'constructor x'],
    ['names of who saw what, which findings never say', 'names yes'],
    ['a setting twice', 'store /a'],
    ['another way than TLS', 'server ws://pool.example'],
    ['a time that is none', 'keep a while'],
    ['room that is none', 'space 0 MB'],
  ])('says the line of %s', (_, line) => {
    const read = readTeamFile(
      example.replace(/^(server|keep|space).*$/gm, (own, word) => (line.startsWith(word) ? '' : own)) + line,
    );
    const last = example.split('\n').length - 1 + line.split('\n').length;
    expect('problems' in read && read.problems.map((one) => one.line)).toContain(last);
  });

  it('that lacks a setting says which', () => {
    expect(readTeamFile('team A\nserver wss://a.example')).toMatchObject({
      problems: [
        { line: 0, problem: 'listen is not said' },
        { problem: 'certificate is not said' },
        { problem: 'key is not said' },
        { problem: 'store is not said' },
      ],
    });
  });
});

describe('npm run team:config', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/team-config.ts', ...args]).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );

  it('makes a folder with keys for its owner only, then a configuration and an invitation; and keeps the keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hireflag-team-file-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const at = (name: string) => join(folder, name);
    expect((await run(folder)).stderr).toContain('--team and --server begin a new team');
    expect((await run(folder, '--team', 'Quay', '--server', 'wss://pool.example:8443')).code).toBe(0);
    const secrets = readFileSync(at('secrets.json'), 'utf8');
    if (process.platform !== 'win32') expect(statSync(at('secrets.json')).mode & 0o077).toBe(0);

    const text = readFileSync(at('team.txt'), 'utf8');
    writeFileSync(at('team.txt'), `${text}member nobody Ana\n`);
    const wrong = await run(folder);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(/team\.txt:\d+: nobody: no public key/)]);

    writeFileSync(at('team.txt'), `${text}member ${ana} Ana\n`);
    expect((await run(folder)).code).toBe(0);
    expect(readFileSync(at('nats.conf'), 'utf8')).toContain(ana);
    const invitation = readInvitation(readFileSync(at('invitation.txt'), 'utf8'));
    const { seed, teamKey } = JSON.parse(secrets);
    expect(invitation).toEqual({
      team: 'Quay',
      server: 'wss://pool.example:8443',
      teamKey,
      administrator: publicKeyOf(seed),
    });
    for (const secret of [seed, teamKey]) expect(readFileSync(at('nats.conf'), 'utf8')).not.toContain(secret);
    expect(readFileSync(at('secrets.json'), 'utf8')).toBe(secrets);
  });
});
