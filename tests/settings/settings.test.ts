import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measured } from '../../components/settings/measured.ts';
import {
  changeSettings,
  counts,
  defaultSettings,
  flagsOn,
  languageOf,
  loadSettings,
  resetSettings,
  type StorageArea,
  settingNames,
  settingsFrom,
  waitsForClick,
} from '../../lib/settings/settings.ts';

function area(items: Record<string, unknown> = {}): StorageArea & { items: Record<string, unknown> } {
  return {
    items,
    get: async () => items,
    set: async (more) => void Object.assign(items, more),
  };
}

describe('what the settings page says of false alarms', () => {
  it.each(Object.entries(measured))('is what was measured for %s', (flag, figures) => {
    const [, section = ''] = readFileSync('docs/evaluation.md', 'utf8').split(`## ${flag}\n`);
    for (const [from, { found, others }] of Object.entries(figures)) {
      const [row] = section.match(new RegExp(`^\\| ${from} \\|.*$`, 'm')) ?? [];
      expect(row).toBe(`| ${from} | ${found} | ${others} |`);
    }
  });
});

describe('reset', () => {
  it('takes back everything that was chosen, and nothing that a policy holds', async () => {
    const local = area({ ownList: ['kept'] });
    await changeSettings(local, { badges: false, flagsOff: ['rating-ring'], language: 'es' });
    await resetSettings(local);
    const inForce = await loadSettings(local, area({ keepDays: 30 }));
    expect(inForce).toEqual({ settings: { ...defaultSettings, keepDays: 30 }, byPolicy: ['keepDays'] });
    expect(local.items.ownList).toEqual(['kept']);
  });
});

describe('settings', () => {
  it('are the usual ones when nothing was chosen, whatever the storage holds', () => {
    for (const chosen of [undefined, null, 7, 'x', [], {}]) {
      expect(settingsFrom(chosen, undefined)).toEqual({ settings: defaultSettings, byPolicy: [] });
    }
  });

  it('are taken one by one: a bad value leaves the others', () => {
    const { settings } = settingsFrom(
      { language: 'es', keepMessages: 1, badges: 'no', flagsOff: ['mass-bidding'], weakest: { a: 'never' }, new: 1 },
      undefined,
    );
    expect(settings).toEqual({ ...defaultSettings, language: 'es', flagsOff: ['mass-bidding'] });
  });

  it('of a policy go before what the user chose, and only those it sets', () => {
    const inForce = settingsFrom({ badges: true, keepMessages: true }, { badges: false, keepMessages: 'yes' });
    expect(inForce.settings).toMatchObject({ badges: false, keepMessages: true });
    expect(inForce.byPolicy).toEqual(['badges']);
  });

  it('are there without a managed storage', async () => {
    const none = { get: () => Promise.reject(new Error('no managed storage manifest')) };
    expect(await loadSettings(area({ settings: { badges: false } }), none)).toEqual({
      settings: { ...defaultSettings, badges: false },
      byPolicy: [],
    });
  });

  it('that are changed keep the others, and nothing out of bounds', async () => {
    const local = area();
    await changeSettings(local, { badges: false });
    await changeSettings(local, { flagsOff: Array(500).fill('a'), language: 'es' });
    expect(local.items.settings).toEqual({ version: 2, badges: false, language: 'es' });
  });

  it('have the same names in the schema for policies', () => {
    const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).sort()).toEqual([...settingNames].sort());
    const docs = readFileSync('docs/policy.md', 'utf8');
    for (const name of settingNames) expect(docs).toContain(`| \`${name}\` |`);
  });

  it('take how long things are kept from a policy within bounds', () => {
    const days = (keepDays: unknown) => settingsFrom({}, { keepDays }).settings.keepDays;
    expect([days(90), days(0), days(-1), days(0.5), days('90'), days(99_999)]).toEqual([90, 0, null, null, null, null]);
  });

  it('say on which marketplaces a page waits for a click', () => {
    expect(waitsForClick(defaultSettings, 'guru')).toBe(false);
    expect(waitsForClick({ ...defaultSettings, readOnClick: true }, 'guru')).toBe(true);
    const some = settingsFrom({ readOnClickSites: ['guru'] }, {}).settings;
    expect(['guru', 'upwork'].map((site) => waitsForClick(some, site))).toEqual([true, false]);
    expect(settingsFrom({ readOnClick: false }, { readOnClick: true })).toMatchObject({
      settings: { readOnClick: true },
      byPolicy: ['readOnClick'],
    });
  });

  it('say which flags are looked for, which findings count, and in which language', () => {
    const settings = { ...defaultSettings, flagsOff: ['a'], weakest: { b: 'moderate' as const } };
    expect(flagsOn(settings, [{ id: 'a' }, { id: 'b' }])).toEqual([{ id: 'b' }]);
    expect(counts(settings, { flag: 'b', strength: 'weak' })).toBe(false);
    expect(counts(settings, { flag: 'b', strength: 'strong' })).toBe(true);
    expect(counts(settings, { flag: 'constructor', strength: 'weak' })).toBe(true);
    expect(languageOf(settings, ['es-AR'])).toBe('es');
    expect(languageOf({ ...settings, language: 'en' }, ['es-AR'])).toBe('en');
  });
});
