// Observations in, one line an account out: what other programs read, and what a person reads along.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { parseObservation } from '../../lib/model/observation.ts';
import { observationsOfRow } from '../../lib/store/export.ts';
import { root } from '../../scripts/lib/tool.ts';
import { runScript } from '../run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'hireflag-assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What it says of a file that holds this. */
async function assess(input: string | Buffer) {
  writeFileSync(join(folder, 'seen.jsonl'), input);
  return inLines(await runScript('scripts/assess.ts', ['seen.jsonl'], folder));
}
/** In a process of its own, from standard input. */
function assessAlone(input: string) {
  return inLines(spawnSync(process.execPath, ['scripts/assess.ts', '-'], { cwd: root, encoding: 'utf8', input }));
}
function inLines({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }) {
  const lines = stdout.split('\n').filter(Boolean);
  return { status, lines: lines.map((line) => JSON.parse(line)), stderr };
}
const words = (seed: number) => Array.from({ length: 60 }, (_, i) => `word${seed}x${i}`).join(' ');
const bid = (account: string, seed: number) =>
  JSON.stringify({
    kind: 'bid',
    site: 'guru',
    seenAt: '2026-10-05T08:00:00Z',
    project: `p${seed}`,
    account,
    text: words(seed),
  });
const input = [...Array.from({ length: 12 }, (_, i) => bid(`other${i}`, i)), bid('ada', 100), bid('ben', 100)].join(
  '\n',
);

describe('the command line', () => {
  it('prints every check with its reason and every finding as data and as a sentence', () => {
    const { status, lines } = assessAlone(input);
    expect(status).toBe(0);
    expect(lines).toHaveLength(14);
    const ada = lines.find(({ account }) => account === 'ada');
    expect(Object.keys(ada)).toEqual(['site', 'account', 'level', 'coverage', 'checks', 'findings']);
    expect(ada).toMatchObject({
      level: 'look-closer',
      checks: expect.arrayContaining([
        {
          flag: 'reused-template',
          result: 'found',
          because: 'Compared with 13 texts of 13 other accounts: built from one text with those of 1 account.',
        },
        {
          flag: 'mass-bidding',
          result: 'too-little',
          because: '1 bid on 1 project, no outcome known: too few to say, it takes 10.',
        },
        expect.objectContaining({ flag: 'rating-ring', result: 'too-little' }),
      ]),
      findings: [
        {
          flag: 'reused-template',
          key: expect.stringMatching(/^reused-template:[0-9a-f]{16}$/),
          clauses: ['P6'],
          strength: 'strong',
          with: ['guru:ben'],
          message: 'acrossBids',
          data: { others: 1, projects: 1 },
          evidence: [{ kind: 'template' }, { kind: 'counts' }],
          says: 'A bid of theirs and bids from 1 other account are built from one text.',
        },
      ],
    });
    expect(lines.find(({ account }) => account === 'other3')).toMatchObject({ level: 'no-flags', findings: [] });
  });

  it('names a bad line with what is wrong, uses the good ones and exits with 2', async () => {
    const { status, lines, stderr } = await assess(`${input}\n{"kind":"bid"}\nnot json\n`);
    expect(status).toBe(2);
    expect(lines).toHaveLength(14);
    expect(stderr).toMatch(/^seen\.jsonl:15: site/m);
    expect(stderr).toMatch(/^seen\.jsonl:16: This is not JSON/m);
  });

  it.each<[string, Buffer]>([
    ['UTF-16', Buffer.from(`\ufeff${input}`, 'utf16le')],
    ['carriage returns', Buffer.from(input.replaceAll('\n', '\r'))],
    [
      'a byte order mark and a line separator inside a text',
      Buffer.from(`\ufeff${input.replace('word100x5', 'a\u2028b')}`),
    ],
  ])('reads %s as an import does', async (_, file) => {
    const { status, lines, stderr } = await assess(file);
    expect([stderr, status, lines.length]).toEqual(['', 0, 14]);
  });

  it('says of a packed file what it is', async () => {
    const { status, stderr } = await assess(gzipSync(input));
    expect([status, stderr]).toEqual([2, 'seen.jsonl:1: This file is packed (gzip). Unpack it first.\n']);
  });

  it('refuses a line of a gigabyte in a sentence, within bounded memory, and uses what follows', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=200', 'scripts/assess.ts', '-'], { cwd: root });
    const said = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const piece = Buffer.alloc(1_000_000, 97);
    for (let i = 0; i < 1_000; i++) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
    child.stdin.end(`\n${bid('ada', 1)}\n`);
    const [stdout, stderr, [status]] = await said;
    expect([status, stderr]).toEqual([2, '-:1: This line is longer than any that Hireflag writes.\n']);
    expect(stdout).toContain('"account":"ada"');
  });

  it('says the same of the same lines in another order, doubled, and of what a store of them exports', async () => {
    const lines = readFileSync(join(root, 'tests/store/released-0.1/export.jsonl'), 'utf8').trim().split('\n');
    const store = new MemoryStore();
    for (const line of lines) {
      const parsed = parseObservation(JSON.parse(line));
      if ('observation' in parsed) store.remember(parsed.observation);
    }
    const exported = store.rows().flatMap((row) => observationsOfRow(row).map((one) => JSON.stringify(one)));
    const once = (await assess(lines.join('\n'))).lines;
    expect(once.length).toBeGreaterThan(30);
    expect((await assess([...lines, ...lines].reverse().join('\n'))).lines).toEqual(once);
    expect((await assess(exported.reverse().join('\n'))).lines).toEqual(once);
  });
});
