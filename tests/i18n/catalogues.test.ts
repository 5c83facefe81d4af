// Catalogues are found by their files, in a build as on the command line, which has none.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { languages, viewCatalogue } from '../../lib/i18n/catalogues.ts';
import { flagCatalogue, sharedCatalogue } from '../../lib/i18n/flag-catalogues.ts';

/** What the same modules give where Node runs them by itself. */
function inNode(expression: string): unknown {
  const script =
    "const all = { ...(await import('./lib/i18n/catalogues.ts')), ...(await import('./lib/i18n/flag-catalogues.ts')) };" +
    `console.log(JSON.stringify(((c) => ${expression})(all)))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

describe('the catalogues', () => {
  it('are the same on the command line', () => {
    const all = inNode(
      "c.languages.map((l) => [l, c.viewCatalogue(l), c.sharedCatalogue(l), c.flagCatalogue('mass-bidding', l)])",
    );
    expect(all).toEqual(
      languages.map((l) => [l, viewCatalogue(l), sharedCatalogue(l), flagCatalogue('mass-bidding', l)]),
    );
  });

  it('are none where there is no file', () => {
    expect(viewCatalogue('xx')).toBeUndefined();
    expect(sharedCatalogue('xx')).toBeUndefined();
    expect(flagCatalogue('no-such-flag', 'en')).toBeUndefined();
  });
});
