// What stores look at, and who reviews the package: it lets nothing in, evaluates nothing, parses no markup, and has the
// licence texts of all that is in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../scripts/lib/open-browser.ts';
import { LICENCES } from '../../scripts/lib/shipped-packages.ts';
import { root } from '../../scripts/lib/tool.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

describe.each(['chromium', 'firefox'] as const)('the package for %s', (kind) => {
  const folder = builtExtension[kind];
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const code = filesIn(folder).filter((path) => /\.(?:js|html|css)$/.test(path));

  test('lets nothing in from outside, nor anything be sent, and takes no text for code or markup', () => {
    const policy = new Map<string, string>(
      manifest.content_security_policy.extension_pages.split('; ').map((one: string) => one.split(/ (.*)/s)),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'inert-document log-worker',
    });
  });

  test('neither evaluates text nor parses markup, in our code or a package’s', () => {
    const forbidden =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\b|\beval\(|\bFunction\(['"`]|new Function\(|document\.write/;
    for (const path of code) expect(forbidden.exec(readFileSync(path, 'utf8'))?.[0], path).toBeUndefined();
  });

  test('loads nothing from elsewhere', () => {
    for (const path of code) {
      const text = readFileSync(path, 'utf8');
      expect(/\b(?:src|href)=["'](?:https?:)?\/\//.exec(text)?.[0], path).toBeUndefined();
    }
  });

  test('has the licence texts of Hireflag and of every package that is in it', () => {
    const parts = readFileSync(join(folder, LICENCES), 'utf8').split(`\n${'='.repeat(80)}\n`);
    const names = parts.map((part) => part.trim().split('\n')[0] ?? '');
    expect(names[0]).toBe('Hireflag');
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const packages = names.slice(1).flatMap((name) => /^(\S+) \S+ \(.+\)$/.exec(name)?.[1] ?? []);
    // What else is listed is data, by its file.
    for (const name of names.slice(1))
      expect(
        packages.some((one) => name.startsWith(one)) || name === 'Table of networks (assets/networks.json)',
        name,
      ).toBe(true);
    // What is listed to be shipped and is not in any file yet needs no text.
    expect(Object.keys(dependencies).filter((name) => packages.includes(name)).length).toBeGreaterThan(5);
    for (const part of parts) expect(part.length, part.slice(0, 60)).toBeGreaterThan(500);
    const documented = readFileSync(join(root, 'docs/packages.md'), 'utf8');
    for (const name of packages) expect(documented, `${name} stands in docs/packages.md`).toContain(`\`${name}\``);
  });
});

test('Chromium is new enough for what the scripts call', () => {
  const manifest = JSON.parse(readFileSync(join(builtExtension.chromium, 'manifest.json'), 'utf8'));
  // URL.parse.
  expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(126);
});

test('Firefox is told that no data is collected', () => {
  const manifest = JSON.parse(readFileSync(join(builtExtension.firefox, 'manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
});
