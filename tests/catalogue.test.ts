// Guards the places that belong together: every red flag and every site has its file, its line in the
// registry, its words, and its cases; nothing is left over that nobody lists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projections } from '../lib/evidence/projections/registry.ts';
import { clauses } from '../lib/model/advisory.ts';
import { redFlags } from '../lib/red-flags/registry.ts';
import { sites } from '../lib/sites/registry.ts';

const filesIn = (folder: string) => readdirSync(folder).map((name) => name.replace(/\.tsx?$/, ''));
/** Words that no view may use about a person. */
const verdicts = /\b(fraud\w*|fake\w*|scam\w*|crimin\w*|north korea\w*|dprk|liar|cheat\w*|guilty|imposter|impostor)\b/i;

describe('red flags', () => {
  it('are exactly the folders of theirs', () => {
    expect(
      readdirSync('lib/red-flags', { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
        .sort(),
    ).toEqual(redFlags.map(({ id }) => id).sort());
  });

  describe.each(redFlags.map((flag) => [flag.id, flag] as const))('%s', (id, flag) => {
    it('says what it looks for, what else explains it, what it cannot tell and what to ask', () => {
      const { title, looksFor, ask, innocent, limits, clearedBy, messages } = flag.words;
      for (const words of [title, looksFor, ask, ...Object.values(messages)]) expect(words.length).toBeGreaterThan(3);
      for (const list of [innocent, limits, clearedBy]) expect(list.length).toBeGreaterThan(0);
      expect(innocent.length).toBeGreaterThan(1);
      expect(ask.trim()).toMatch(/\?$/);
    });
    it('cites clauses of the advisory', () => {
      expect(flag.clauses.length).toBeGreaterThan(0);
      for (const clause of flag.clauses) expect(clauses).toHaveProperty(clause);
    });
    it('has cases that are found and innocent ones', () => {
      const test = `lib/red-flags/${id}/cases.test.ts`;
      expect(existsSync(test), test).toBe(true);
      const text = readFileSync(test, 'utf8');
      expect(text).toContain("describe('innocent'");
      expect(text).toContain("describe('found'");
    });
  });
});

describe('projections of the evidence', () => {
  it('are exactly the files of their folder', () => {
    expect(
      filesIn('lib/evidence/projections')
        .filter((name) => name !== 'registry')
        .sort(),
    ).toEqual(projections.map(({ id }) => id).sort());
  });
});

describe('sites', () => {
  it('are exactly the files of their folder', () => {
    expect(
      filesIn('lib/sites')
        .filter((name) => name !== 'registry')
        .sort(),
    ).toEqual(sites.map(({ id }) => id).sort());
  });
  it.each(sites.map(({ id, hosts }) => [id, hosts] as const))('%s has hosts and fixtures', (id, hosts) => {
    expect(hosts.length).toBeGreaterThan(0);
    const cases = readdirSync(`tests/sites/${id}`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(cases.length).toBeGreaterThan(0);
    for (const { name } of cases) {
      expect(existsSync(`tests/sites/${id}/${name}/page.html`), name).toBe(true);
      expect(existsSync(`tests/sites/${id}/${name}/expected.jsonl`), name).toBe(true);
    }
  });
});

describe('findings', () => {
  it('become sentences in one place, and no sentence is read back', () => {
    const folders = ['components', 'entrypoints', 'lib', 'scripts'];
    for (const folder of folders) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.tsx?$/.test(name) || name.endsWith('.test.ts')) continue;
        const source = readFileSync(`${folder}/${name}`, 'utf8');
        // What a finding says is only ever shown: nothing looks for words in it.
        expect(source, name).not.toMatch(
          /\bsays\b\s*(?:\?\.|\.)\s*(?:match|replace|includes|startsWith|endsWith|search|split|slice)\b/,
        );
        expect(source, name).not.toMatch(
          /\b(?:sentence|valueText)\([^;]*\)\s*(?:\?\.|\.)\s*(?:match|replace|includes|search|split)\b/,
        );
      }
    }
    const flags = readdirSync('lib/red-flags', { recursive: true, encoding: 'utf8' });
    for (const name of flags.filter((file) => /\/(?!cases\.test)[^/]+\.ts$/.test(file))) {
      // A sentence has a space between small words; a red flag's own file holds ids, and names itself in its comments.
      const code = readFileSync(`lib/red-flags/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code.match(/'[^'\n]*[a-z] [a-z][^'\n]*'|`[^`\n]*[a-z] [a-z][^`\n]*`/g) ?? [], name).toEqual([]);
    }
  });
});

describe('views', () => {
  it('judge nobody in their words', () => {
    const files = readdirSync('components', { recursive: true, encoding: 'utf8' });
    for (const name of files.filter((name) => /\.tsx?$/.test(name))) {
      expect(readFileSync(`components/${name}`, 'utf8'), name).not.toMatch(verdicts);
    }
  });
});
