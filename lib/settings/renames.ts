// Settings as earlier versions stored them, brought to their present names when they are read: what a user chose
// stays chosen when a setting or a red flag gets another name.
import { presentFlag, renamedFlags } from '../red-flags/renames.ts';

/** What one version of the stored settings changed. */
export interface SettingsChange {
  version: number;
  /** The new name of a setting by its old one; null for a setting that is gone. */
  settings: Readonly<Record<string, string | null>>;
}

/** Every change, oldest first. Version 1, which carries no number, is that of Hireflag 0.1. */
export const settingsChanges: readonly SettingsChange[] = [
  // Each red flag says itself how much it takes for it to say anything.
  { version: 2, settings: { enoughBids: null } },
];

/** The version that settings are stored in now. */
export const SETTINGS_VERSION = settingsChanges.at(-1)?.version ?? 1;

/**
 * Stored settings under their present names. Values stay unparsed.
 *
 * @param stored what any version, or a policy, stored; a policy has no version and may be of any age
 */
export function presentSettings(
  stored: unknown,
  changes: readonly SettingsChange[] = settingsChanges,
  flags: Readonly<Record<string, string | null>> = renamedFlags,
): Readonly<Record<string, unknown>> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { version, ...settings }: Record<string, unknown> = { ...stored };
  for (const change of changes) {
    if (typeof version === 'number' && version >= change.version) continue;
    for (const [before, now] of Object.entries(change.settings)) {
      if (!Object.hasOwn(settings, before)) continue;
      // Who has the new one too has chosen since.
      if (now !== null && !Object.hasOwn(settings, now)) settings[now] = settings[before];
      delete settings[before];
    }
  }
  const { flagsOff, weakest } = settings;
  if (Array.isArray(flagsOff)) {
    settings.flagsOff = flagsOff.flatMap((id) => (typeof id === 'string' ? (presentFlag(id, flags) ?? []) : [id]));
  }
  if (typeof weakest === 'object' && weakest !== null) {
    settings.weakest = Object.fromEntries(
      Object.entries(weakest).flatMap(([id, strength]) => {
        const now = presentFlag(id, flags);
        return now === null || (now !== id && Object.hasOwn(weakest, now)) ? [] : [[now, strength]];
      }),
    );
  }
  return settings;
}
