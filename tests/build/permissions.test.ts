import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchPatterns } from '../../lib/sites/registry.ts';
import { builtExtension } from '../../scripts/lib/open-browser.ts';

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (kind) => {
  const manifest = JSON.parse(readFileSync(join(builtExtension[kind], 'manifest.json'), 'utf8'));

  test('asks for storage, and for the tab in front when the user asks; for no host but the marketplaces’', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus']);
    // Chromium wants the hosts of the content scripts named again to let a script run once in an open page.
    expect(manifest.host_permissions ?? []).toEqual(kind === 'chromium' ? matchPatterns() : []);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
  });

  test('opens the settings where the browser offers an extension’s options', () => {
    expect(manifest.options_ui).toEqual({ page: 'settings.html', open_in_tab: true });
  });

  test('runs in the registered marketplaces only', () => {
    const matches = manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches);
    expect(matches.toSorted()).toEqual(matchPatterns().toSorted());
    for (const pattern of matches) expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z]+)+\/\*$/);
  });

  test('keeps nothing of private windows', () => {
    expect(manifest.incognito).toBe(kind === 'firefox' ? 'not_allowed' : 'split');
  });

  test('lets a marketplace’s page hold our frame and nothing else, and lets nothing in from outside', () => {
    const [frame, ...more] = manifest.web_accessible_resources;
    expect(more).toEqual([]);
    expect(frame.resources).toEqual(['panel.html']);
    expect(frame.matches.toSorted()).toEqual(matchPatterns().toSorted());
    // An address that is another one in each session; Firefox's is another one in each browser.
    expect(frame.use_dynamic_url).toBe(kind === 'chromium' ? true : undefined);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_security_policy.extension_pages).toMatch(/^default-src 'none'; script-src 'self';/);
  });
});
