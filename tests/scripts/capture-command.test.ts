// The capture command as a contributor runs it, in a folder of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/tool.ts';
import { bidders, observe, page, projectUrl, seenAt, siteCard, stateScript } from '../reading/pages.ts';
import { runScript } from '../run-script.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hireflag-capture-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(html: string, ...args: string[]) {
  writeFileSync(join(folder, 'saved.html'), html);
  return runScript('scripts/capture.ts', args, folder);
}
/** In a process of its own. */
function runAlone(html: string, ...args: string[]) {
  writeFileSync(join(folder, 'saved.html'), html);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'capture.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const made = (path: string) => readFileSync(join(folder, 'tests', 'sites', path), 'utf8');
const cards = (count: number) => bidders(count).map(siteCard).join('\n');
const html = page(`<h2>5 freelancers are bidding</h2>${cards(5)}`);
const usual = ['--url', projectUrl, '--seen-at', seenAt, 'saved.html'];

describe('writes', () => {
  it('a folder that the test of all pages takes as it is, and says what to look at', () => {
    const { status, stdout, stderr } = runAlone(html, ...usual, 'garden');
    expect([status, stderr]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'tests', 'sites', 'freelancer', 'garden')).sort()).toEqual([
      'expected.jsonl',
      'page.html',
    ]);
    const text = made('freelancer/garden/page.html');
    const [, url = '', at = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(text) ?? [];
    expect(at).toBe(seenAt);
    const lines = made('freelancer/garden/expected.jsonl').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(observe(text, url, { seenAt: at }));
    expect(lines).toHaveLength(7);
    expect(stdout).toContain('tests/sites/freelancer/garden: page.html and expected.jsonl are written.');
    expect(stdout).toContain('5 bids');
    expect(stdout).toMatch(/stayed.*\n.*\bbidding\b|\bfreelancers\b/);
    expect(text + stdout).not.toMatch(/bidder-\d|gardeners|Good morning/);
  });

  it('under the name of the kind of page, unless there is a name', async () => {
    expect((await run(html, ...usual)).status).toBe(0);
    expect(existsSync(join(folder, 'tests/sites/freelancer/project/page.html'))).toBe(true);
    const again = await run(html, ...usual);
    expect([again.status, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('is there already: give another name after the file');
  });

  it.each([
    ['the browser', (page: string) => `<!-- saved from url=(0061)${projectUrl} -->\n${page}`],
    ['the page', (page: string) => page.replace('<head>', `<head><link rel="canonical" href="${projectUrl}">`)],
  ])('a page whose address %s wrote into it', async (_, into) => {
    const { status, stderr } = await run(
      into(html.includes('<head>') ? html : `<head>${html}`),
      'saved.html',
      'addressed',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(made('freelancer/addressed/expected.jsonl').trim().split('\n')).toHaveLength(7);
  });

  it('a page that was cut off, as far as it goes', async () => {
    const { status, stdout } = await run(html.slice(0, html.length / 2), ...usual, 'cut');
    expect(status).toBe(0);
    expect(stdout).toContain('read part');
  });

  it('a page on which nothing is understood, and says so', async () => {
    const { status, stdout } = await run(
      '<html><body><main><p>Something else stands here now.</p></main></body></html>',
      ...usual,
      'changed',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing was understood on this page.');
    expect(made('freelancer/changed/expected.jsonl')).toContain('"read":"not"');
    expect(made('freelancer/changed/page.html')).not.toMatch(/Something|stands here/);
  });

  it('a page whose state is no JSON without it, and says so', async () => {
    const { status, stdout } = await run(
      `${html}${stateScript('window.state = {"name":"Ada Quist"}')}`,
      ...usual,
      'broken',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('No JSON, and therefore emptied: script#webapp-state.');
    expect(made('freelancer/broken/page.html')).toContain(
      '<script id="webapp-state" type="application/json">{</script>',
    );
  });
});

describe('writes nothing and ends with 2', () => {
  it.each([
    ['no file', ['--url', projectUrl], 'usage'],
    ['no address', ['saved.html'], 'saved.html: does not say where it was saved from'],
    [
      'another site',
      ['--url', 'https://garden.example/u/ada', 'saved.html'],
      'no page of a marketplace that Hireflag reads',
    ],
    ['no moment', ['--url', projectUrl, '--seen-at', 'once', 'saved.html'], '--seen-at once'],
    [
      'a name that leads elsewhere',
      [...usual, '../../elsewhere'],
      "a folder's name is small letters, digits and dashes",
    ],
    ['a name with a separator', [...usual, 'a/b'], "a folder's name is small letters, digits and dashes"],
    ['a file that is not there', ['--url', projectUrl, 'none.html'], 'none.html'],
  ])('%s', async (_, args, words) => {
    const { status, stdout, stderr } = await run(html, ...args);
    expect(stderr).toContain(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(readdirSync(folder)).toEqual(['saved.html']);
  });

  it('no page', async () => {
    const { status, stderr } = await run('Only words stand here.', ...usual);
    expect([status, stderr]).toEqual([2, 'saved.html: no page: there is no tag in it\n']);
    expect(readdirSync(folder)).toEqual(['saved.html']);
  });
});

it('writes a page that does not read like the original, and says what differs', async () => {
  // Somebody whose name is a month: of their name nothing may stay, and with it the dates in that month go.
  const reviews = ['May 5, 2025', 'May 9, 2025'].map(
    (at) =>
      `<fl-review-card><a href="/u/may">May</a><fl-rating aria-label="Rating: 5 out of 5"></fl-rating><fl-relative-time><i>May</i> ${at.slice(4)}</fl-relative-time></fl-review-card>`,
  );
  const profile = `<html><body><main><h3 class="Username-displayName">Somebody</h3>${reviews.join('')}</main></body></html>`;
  const { status, stdout, stderr } = await run(
    profile,
    '--url',
    'https://www.freelancer.com/u/somebody-else',
    'saved.html',
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('It does not read like the original');
  expect(stdout).toMatch(/by selectors alone: .* where the original has/);
  expect(made('freelancer/profile/page.html')).not.toMatch(/\bmay\b/i);
});

it('writes a page of a kind that is not read yet, without anything real in it', async () => {
  const { status, stdout } = await run(
    '<html><body data-analytics="{&quot;viewer&quot;:&quot;Orsolya Halvard&quot;}"><h1>Contest by Orsolya Halvard</h1><script>track("Orsolya Halvard")</script></body></html>',
    '--url',
    'https://www.freelancer.com/contest/logo-for-orsolya-halvard',
    'saved.html',
    'contest',
  );
  expect(status).toBe(0);
  expect(stdout).toContain('of no kind of page that is read yet');
  expect(made('freelancer/contest/page.html')).not.toMatch(/orsolya|halvard/i);
  expect(existsSync(join(folder, 'tests/sites/freelancer/contest/expected.jsonl'))).toBe(false);
});

it('captures all pages of a directory, each under the name of its file, and goes on after one that it cannot', async () => {
  mkdirSync(join(folder, 'saved'));
  const own = `<!-- saved from url=(0061)${projectUrl} -->\n`;
  writeFileSync(join(folder, 'saved', 'Garden 1.html'), own + html);
  writeFileSync(join(folder, 'saved', 'nowhere.html'), '<html><p>Nobody knows from where.</p></html>');
  writeFileSync(join(folder, 'saved', 'zoo.htm'), own + html);
  const { status, stderr } = await run(html, 'saved');
  expect([status, stderr]).toEqual([2, expect.stringContaining('nowhere.html: does not say where it was saved from')]);
  expect(readdirSync(join(folder, 'tests', 'sites', 'freelancer')).sort()).toEqual(['garden-1', 'zoo']);
});
