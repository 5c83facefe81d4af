// The read command as a user runs it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { runScript } from '../run-script.ts';

const fixture = fileURLToPath(new URL('../sites/freelancer/project-public/', import.meta.url));
const url = 'https://www.freelancer.com/projects/ecommerce/online-shop-small-seed-catalogue';
const script = fileURLToPath(new URL('../../scripts/read.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hireflag-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (args: readonly string[]) => inLines(await runScript('scripts/read.ts', args, folder));
/** Of a page in a file of its own. */
const runOn = async (page: string | Buffer, ...args: string[]) => {
  writeFileSync(join(folder, 'page.html'), page);
  return run([...args, 'page.html']);
};
/** In a process of its own. */
const runAlone = (args: readonly string[], input = '') =>
  inLines(spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' }));

function inLines({ stdout, stderr, status }: { stdout: string; stderr: string; status: number | null }) {
  const lines = stdout.split('\n').filter(Boolean);
  return { seen: lines.map((line) => JSON.parse(line)), stderr, status };
}

it('writes what was seen as JSON Lines', async () => {
  const { seen, stderr, status } = await run([
    '--url',
    url,
    '--seen-at',
    '2026-10-02T09:30:00Z',
    `${fixture}page.html`,
  ]);
  const expected = readFileSync(`${fixture}expected.jsonl`, 'utf8').trim().split('\n');
  expect(seen).toEqual(expected.map((line) => JSON.parse(line)));
  expect([stderr, status]).toEqual(['', 0]);
});

it('takes address and time from a test page itself, and asks for an address where a page does not say it', async () => {
  const { seen, status } = await run([`${fixture}page.html`]);
  const expected = readFileSync(`${fixture}expected.jsonl`, 'utf8').trim().split('\n');
  expect([seen, status]).toEqual([expected.map((line) => JSON.parse(line)), 0]);
  const none = await runOn('<h1>Somewhere</h1>');
  expect([none.stderr.includes('--url URL'), none.status]).toEqual([true, 2]);
});

it('reads standard input, and by one way only', () => {
  const { seen } = runAlone(['--url', url, '--by', 'cards', '-'], readFileSync(`${fixture}page.html`, 'utf8'));
  expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(10);
  expect(seen[0]).not.toHaveProperty('status');
});

it('names a file that cannot be read, reads the others, and ends with 2', async () => {
  const { seen, stderr, status } = await run(['--url', url, `${fixture}none.html`, `${fixture}page.html`]);
  expect(stderr).toContain('none.html');
  expect(seen.filter((one) => one.kind === 'page')).toHaveLength(1);
  expect(status).toBe(2);
});

it('says of an address that is not read that it is not, reads the others, and ends with 2', async () => {
  const { seen, stderr, status } = await run(['--url', 'https://example.com/', `${fixture}page.html`]);
  expect([seen, status]).toEqual([[], 2]);
  expect(stderr).toContain('no page of a marketplace');
});

it('reads a page that was saved in UTF-16, and says of a packed one that it is', async () => {
  const html = readFileSync(`${fixture}page.html`, 'utf8');
  const { seen } = await runOn(Buffer.from(`\ufeff${html}`, 'utf16le'));
  expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(10);
  const packed = await runOn(gzipSync(html));
  expect([packed.status, packed.stderr]).toEqual([2, 'page.html: this file is packed (gzip): unpack it first\n']);
});

it('reads any other page when it is asked to', async () => {
  const page = '<script type="application/ld+json">{"@type":"Person","name":"Ada Okafor","url":"/ada"}</script>';
  const { seen, stderr, status } = await runOn(page, '--url', 'https://atelier.example/team', '--any-page');
  expect(seen).toMatchObject([
    { kind: 'profile', site: 'web', account: 'atelier.example/ada', name: 'Ada Okafor' },
    { kind: 'page', site: 'web', page: 'profile', read: 'part', missing: ['profile.headline', 'profile.about'] },
  ]);
  expect([stderr, status]).toEqual(['', 0]);
});

it.each([
  [[], 'usage'],
  [['--url', url, '--any-page', '--by', 'cards', '-'], '--any-page'],
  [['--url', 'nowhere', '-'], '--url nowhere'],
  [['--url', url, '--by', 'magic', '-'], '--by magic'],
  [['--url', url, '--seen-at', 'once', '-'], '--seen-at once'],
  [['--nonsense'], 'usage'],
])('refuses %j in words', async (args, words) => {
  const { stderr, status } = await run(args);
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});
