// Settings that an earlier version stored are read under their present names.
import { describe, expect, it } from 'vitest';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { presentFlag, renamedFlags } from '../../lib/red-flags/renames.ts';
import { presentSettings, type SettingsChange, settingsChanges } from '../../lib/settings/renames.ts';
import { settingNames } from '../../lib/settings/settings.ts';

const changes: SettingsChange[] = [
  { version: 2, settings: { marks: 'badges', minimum: null } },
  { version: 3, settings: { badges: 'marksShown' } },
];
const flags = { 'same-text': 'reused-template', 'odd-hours': null };

describe('stored settings', () => {
  it('of the first version come to their present names, one change after the other', () => {
    expect(presentSettings({ marks: false, minimum: 3, language: 'es' }, changes, flags)).toEqual({
      marksShown: false,
      language: 'es',
    });
  });

  it('that carry a version are changed from there on', () => {
    expect(presentSettings({ version: 2, marks: 'a new meaning', badges: true }, changes, flags)).toEqual({
      marks: 'a new meaning',
      marksShown: true,
    });
    expect(presentSettings({ version: 3, badges: 1 }, changes, flags)).toEqual({ badges: 1 });
  });

  it('under both names hold as they were chosen last, under the new one', () => {
    expect(presentSettings({ marks: false, badges: true }, changes.slice(0, 1), flags)).toEqual({ badges: true });
  });

  it('name red flags by their present ids, and none that is gone', () => {
    const stored = {
      flagsOff: ['same-text', 'odd-hours', 'mass-bidding', 7],
      weakest: { 'same-text': 'strong', 'odd-hours': 'weak', 'mass-bidding': 'moderate' },
    };
    expect(presentSettings(stored, [], flags)).toEqual({
      flagsOff: ['reused-template', 'mass-bidding', 7],
      weakest: { 'reused-template': 'strong', 'mass-bidding': 'moderate' },
    });
  });

  it.each([undefined, null, 7, 'x', []])('that are %j are none', (stored) => {
    expect(presentSettings(stored, changes, flags)).toEqual({});
  });
});

describe('the renames', () => {
  it('forget how many bids to see: version 0.1 and companies may have it set', () => {
    expect(presentSettings({ enoughBids: 10, badges: false })).toEqual({ badges: false });
  });

  it('lead to settings that there are, in ascending versions', () => {
    const versions = settingsChanges.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    for (const { settings } of settingsChanges) {
      for (const now of Object.keys(presentSettings(settings))) expect(settingNames).toContain(now);
      for (const before of Object.keys(settings)) expect(settingNames).not.toContain(before);
    }
  });

  it('lead to red flags that there are, and from none of them', () => {
    const ids = redFlags.map(({ id }) => id);
    for (const [before, now] of Object.entries(renamedFlags)) {
      expect(ids).not.toContain(before);
      if (now !== null) expect(ids).toContain(now);
      expect(presentFlag(before)).toBe(now);
    }
    for (const id of ids) expect(presentFlag(id)).toBe(id);
    expect(presentFlag('constructor')).toBe('constructor');
  });
});
