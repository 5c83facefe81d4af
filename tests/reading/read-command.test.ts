// The read command as a user runs it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const fixture = fileURLToPath(new URL('../sites/freelancer/project-public/', import.meta.url));
const url = 'https://www.freelancer.com/projects/ecommerce/online-shop-small-seed-catalogue';
const script = fileURLToPath(new URL('../../scripts/read.ts', import.meta.url));
const run = (args: readonly string[], input: string | Buffer = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
  const lines = stdout.split('\n').filter(Boolean);
  return { seen: lines.map((line) => JSON.parse(line)), stderr, status };
};

it('writes what was seen as JSON Lines', () => {
  const { seen, stderr, status } = run(['--url', url, '--seen-at', '2026-10-02T09:30:00Z', `${fixture}page.html`]);
  const expected = readFileSync(`${fixture}expected.jsonl`, 'utf8').trim().split('\n');
  expect(seen).toEqual(expected.map((line) => JSON.parse(line)));
  expect([stderr, status]).toEqual(['', 0]);
});

it('takes address and time from a test page itself, and asks for an address where a page does not say it', () => {
  const { seen, status } = run([`${fixture}page.html`]);
  const expected = readFileSync(`${fixture}expected.jsonl`, 'utf8').trim().split('\n');
  expect([seen, status]).toEqual([expected.map((line) => JSON.parse(line)), 0]);
  const none = run(['-'], '<h1>Somewhere</h1>');
  expect([none.stderr.includes('--url URL'), none.status]).toEqual([true, 2]);
});

it('reads standard input, and by one way only', () => {
  const { seen } = run(['--url', url, '--by', 'cards', '-'], readFileSync(`${fixture}page.html`, 'utf8'));
  expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(10);
  expect(seen[0]).not.toHaveProperty('status');
});

it('names a file that cannot be read, reads the others, and ends with 2', () => {
  const { seen, stderr, status } = run(['--url', url, `${fixture}none.html`, `${fixture}page.html`]);
  expect(stderr).toContain('none.html');
  expect(seen.filter((one) => one.kind === 'page')).toHaveLength(1);
  expect(status).toBe(2);
});

it('says of an address that is not read that it is not, reads the others, and ends with 2', () => {
  const { seen, stderr, status } = run(['--url', 'https://example.com/', `${fixture}page.html`]);
  expect([seen, status]).toEqual([[], 2]);
  expect(stderr).toContain('no page of a marketplace');
});

it('reads a page that was saved in UTF-16, and says of a packed one that it is', () => {
  const html = readFileSync(`${fixture}page.html`, 'utf8');
  const { seen } = run(['-'], Buffer.from(`\ufeff${html}`, 'utf16le'));
  expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(10);
  const packed = run(['-'], gzipSync(html));
  expect([packed.status, packed.stderr]).toEqual([2, '-: this file is packed (gzip): unpack it first\n']);
});

it('reads any other page when it is asked to', () => {
  const page = '<script type="application/ld+json">{"@type":"Person","name":"Ada Okafor","url":"/ada"}</script>';
  const { seen, stderr, status } = run(['--url', 'https://atelier.example/team', '--any-page', '-'], page);
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
])('refuses %j in words', (args, words) => {
  const { stderr, status } = run(args);
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});
