// The ordinary package is not one permission more for there being one for teams, and has nothing of a team in any file; the
// package for teams has what it needs, and says so.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension, builtForTeams } from '../../scripts/lib/open-browser.ts';
import { root } from '../../scripts/lib/tool.ts';

/** What only a team's code has, whether it is minified or not. */
const traces: [name: string, trace: RegExp][] = [
  ['the library of NATS', /nats-core|CONSUMER\.MSG\.NEXT|\$JS\.API|_INBOX/],
  ['its signatures', /tweetnacl|crypto_sign_keypair/],
  ['a pool', /hireflag team 1|hireflag author|hireflag-team-1/],
  ['its tables', /\boutbox:\s*["'`]\+\+id/],
  ['its settings', /team-invitation|team-burst/],
  ['a socket', /\bnew WebSocket\(/],
];
const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const textsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|html|json|css)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

describe.each(['chromium', 'firefox'] as const)('for %s', (kind) => {
  const ordinary = builtExtension[kind];
  const forTeams = builtForTeams[kind];

  test('the ordinary package has nothing of a team, in any file', () => {
    const texts = textsIn(ordinary);
    expect(texts.length).toBeGreaterThan(30);
    for (const [name, trace] of traces) expect(texts.filter((text) => trace.test(text)).length, name).toBe(0);
    expect(readdirSync(ordinary, { recursive: true }).filter((path) => /team/i.test(String(path)))).toEqual([]);
    const packages = readFileSync(join(ordinary, 'licences.txt'), 'utf8');
    for (const name of ['@nats-io', 'fflate', 'tweetnacl']) expect(packages).not.toContain(name);
  });

  test('and may reach nothing, nor be woken', () => {
    const manifest = manifestIn(ordinary);
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/connect-src|wss?:/);
    expect(manifest.permissions).not.toContain('alarms');
    expect(JSON.stringify(manifest)).not.toMatch(/team/i);
  });

  test('the one for teams has all of that, and differs in nothing else', () => {
    const texts = textsIn(forTeams);
    for (const [name, trace] of traces)
      expect(texts.filter((text) => trace.test(text)).length, name).toBeGreaterThan(0);
    const [own, team] = [manifestIn(ordinary), manifestIn(forTeams)];
    expect(team.permissions).toEqual([...own.permissions, 'alarms']);
    expect(team.content_security_policy.extension_pages).toBe(
      `${own.content_security_policy.extension_pages}; connect-src wss:`,
    );
    const { permissions: _, content_security_policy: __, minimum_chrome_version: ___, ...ofTeam } = team;
    const { permissions: ____, content_security_policy: _____, minimum_chrome_version: ______, ...ofOwn } = own;
    if (kind === 'firefox') {
      expect(ofTeam.browser_specific_settings.gecko).toEqual({
        ...ofOwn.browser_specific_settings.gecko,
        id: 'hireflag-team@hireflag.invalid',
        data_collection_permissions: {
          required: ['websiteContent', 'personallyIdentifyingInfo', 'browsingActivity'],
        },
      });
      delete ofTeam.browser_specific_settings;
      delete ofOwn.browser_specific_settings;
    }
    expect(ofTeam).toEqual(ofOwn);
    expect(JSON.parse(readFileSync(join(forTeams, '_locales/en/messages.json'), 'utf8')).extension_name.message).toBe(
      'Hireflag for teams',
    );
  });

  test('it promises nowhere that nothing leaves the machine', () => {
    const promises = ['Nothing left your machine', 'Everything stays on this machine', 'Nothing leaves your machine'];
    const said = (texts: readonly string[]) => promises.filter((one) => texts.some((text) => text.includes(one)));
    expect(said(textsIn(ordinary))).toEqual(promises);
    expect(said(textsIn(forTeams))).toEqual([]);
  });

  test('its privacy text names what goes where', () => {
    const text = readFileSync(join(root, 'docs/team-privacy.md'), 'utf8');
    for (const word of ['`alarms`', '`connect-src wss:`', '`outbox`', '`team`', 'websiteContent'])
      expect(text).toContain(word);
  });
});
