// Guards the places that belong together: every red flag, site and projection has its file, its line in the
// registry, and all else that makes it whole; nothing is left over that no registry lists. What is missing is named.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverage, indicators } from '../components/coverage.ts';
import { measured } from '../components/settings/measured.ts';
import { testedWords } from '../components/settings/tested-words.ts';
import { projections } from '../lib/evidence/projections/registry.ts';
import { clauses } from '../lib/model/advisory.ts';
import type { Observation } from '../lib/model/observation.ts';
import { redFlags } from '../lib/red-flags/registry.ts';
import { toldFlags } from '../lib/red-flags/told.ts';
import { sites } from '../lib/sites/registry.ts';
import { planted } from '../practice/data/truth.ts';
import { parts } from '../scripts/evaluate/registry.ts';
import { coverageDocument } from '../scripts/lib/coverage-document.ts';

const readme = readFileSync('README.md', 'utf8');
const filesIn = (folder: string) => readdirSync(folder).map((name) => name.replace(/\.tsx?$/, ''));
const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('red flags', () => {
  it('are told of by views as they are, in their order', () => {
    const told = redFlags.map(({ id, clauses, isAboutOnePerson, onlyInforms }) => ({
      id,
      clauses,
      ...(isAboutOnePerson && { isAboutOnePerson }),
      ...(onlyInforms && { onlyInforms }),
    }));
    expect(toldFlags).toEqual(told);
  });
  it('are exactly the folders of theirs', () => {
    expect(foldersIn('lib/red-flags').sort()).toEqual(redFlags.map(({ id }) => id).sort());
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
      expect(text).not.toContain('test.todo');
    });
    it('is measured: a part of scripts/evaluate/registry.ts, and its figures in components/settings/measured.ts', () => {
      expect(Object.keys(parts)).toContain(id);
      expect(measured[id]?.weak.found ?? 0).toBeGreaterThan(0);
    });
    it('has accounts on the practice marketplace, or says why not, in practice/data/truth.ts', () => {
      const practice = planted[id] ?? expect.fail(`${id} is not in practice/data/truth.ts`);
      if ('accounts' in practice) expect(practice.accounts.size).toBeGreaterThan(1);
      else expect(practice.notPlanted.length).toBeGreaterThan(20);
    });
    it('has a row in the README', () => {
      expect(readme).toContain(`\n| ${flag.words.title} (\`${id}\`) | `);
      expect(readme).not.toMatch(new RegExp(`\\(\`${id}\`\\) \\| … \\|`));
    });
  });

  it('are all that the evaluation, its figures and the practice marketplace know', () => {
    const ids = new Set(redFlags.map((flag) => flag.id));
    const known = [
      ...Object.keys(parts).filter((part) => part !== 'reading' && part !== 'together' && part !== 'workplace'),
      ...Object.keys(measured),
      ...Object.keys(planted),
    ];
    expect(known.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the advisory’s indicators', () => {
  it('are the 28 of its three lists, each covered by a flag or a step, and every flag covers one or a measure', () => {
    expect(indicators).toEqual(Object.keys(clauses).filter((id) => /^[PCO]/.test(id)));
    expect(indicators).toHaveLength(28);
    const covered = coverage(redFlags);
    for (const { id, flags, steps, reach } of covered) {
      expect(steps.length, id).toBeGreaterThan(0);
      expect(reach.length, id).toBeGreaterThan(0);
      // What pages can show has a flag.
      if (reach.includes('page')) expect(flags.length, id).toBeGreaterThan(0);
      for (const flag of flags) expect(testedWords(flag.id).length, flag.id).toBeGreaterThan(20);
    }
    const listed = new Set(covered.flatMap(({ flags }) => flags.map(({ id }) => id)));
    for (const { id, clauses: cited } of redFlags) {
      if (cited.some((clause) => /^[PCO]/.test(clause))) expect(listed).toContain(id);
    }
  });

  it('are in docs/coverage.md as they are now: npm run coverage writes it', () => {
    expect(readFileSync('docs/coverage.md', 'utf8')).toBe(coverageDocument());
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
  it('are exactly the files of their folder, and the folders of their pages', () => {
    const ids = sites.map(({ id }) => id).sort();
    expect(
      filesIn('lib/sites')
        .filter((name) => name !== 'registry')
        .sort(),
    ).toEqual(ids);
    expect(foldersIn('tests/sites').sort()).toEqual(ids);
  });

  describe.each(sites.map((site) => [site.id, site] as const))('%s', (id, site) => {
    const cases = existsSync(`tests/sites/${id}`) ? foldersIn(`tests/sites/${id}`) : [];

    it('has hosts, saved pages, and what must be read on them', () => {
      expect(site.hosts.length).toBeGreaterThan(0);
      expect(cases.length).toBeGreaterThan(0);
      for (const name of cases) {
        expect(readdirSync(`tests/sites/${id}/${name}`), name).toEqual(
          expect.arrayContaining(['expected.jsonl', 'page.html']),
        );
      }
    });
    it('knows every account by the address of its profile, as a link and as the page', () => {
      const accounts = cases.flatMap((name) =>
        readFileSync(`tests/sites/${id}/${name}/expected.jsonl`, 'utf8')
          .trim()
          .split('\n')
          .map((line): Observation => JSON.parse(line))
          .flatMap((one) => (one.kind === 'profile' ? [one.account] : [])),
      );
      for (const account of new Set(accounts)) {
        const address = site.profileUrl(account);
        if (address === undefined) continue;
        const url = new URL(address);
        // What may list clients says on which page.
        const linked = site.accountAt(url) ?? site.accountAt(url, 'profile');
        if (linked !== undefined) expect([linked, site.classifyUrl(url)?.account]).toEqual([account, account]);
      }
    });
    it('has a row in the README', () => {
      expect(readme).toMatch(new RegExp(`^\\|[^|]*${site.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^|]*\\|`, 'm'));
    });
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
