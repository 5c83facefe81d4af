// What the user, or a company by policy, chose: language, which red flags and sites, how much it takes for
// a badge to say something. Every value has safe bounds; what is out of them is as if it had not been said.
import * as z from 'zod/mini';
import { firstSpoken, type Language, languages } from '../i18n/language.ts';
import { type Finding, rankOf, strengths } from '../model/finding.ts';
import { MAX_ID, MAX_LIST } from '../model/limits.ts';
import type { RedFlag } from '../red-flags/red-flag.ts';
import { remotePrograms } from '../red-flags/remote-desktop/programs.ts';
import { presentSettings, SETTINGS_VERSION } from './renames.ts';

const strength = z.enum(strengths);
const ids = z.array(z.string().check(z.maxLength(MAX_ID))).check(z.maxLength(MAX_LIST));

/** So many programs for remote control can be listed. */
export const MAX_PROGRAMS = 200;

/** Each setting by itself, so that one bad value leaves the others. */
const fields = {
  /** `auto` follows the browser. */
  language: z.enum(['auto', ...languages]),
  /** Whether pages carry badges at all; what they show is remembered all the same. */
  badges: z.boolean(),
  /** What stands beside those who ask for no attention: a quiet ring, or nothing. */
  calmMarks: z.enum(['ring', 'nothing']),
  /** Whether a line over a list says how many ask for attention, and leads to the next. */
  listLine: z.boolean(),
  /** Whether the toolbar says how many on the page ask for attention. */
  toolbarNumber: z.boolean(),
  /** Ids of the red flags that are not looked for. */
  flagsOff: ids,
  /** Per red flag, the weakest finding that counts. */
  weakest: z.record(z.string().check(z.maxLength(MAX_ID)), strength),
  /** Names of programs that are taken for remote control of a machine. */
  remotePrograms: z.array(z.string().check(z.minLength(2), z.maxLength(80))).check(z.maxLength(MAX_PROGRAMS)),
  /** Whether the words of messages are kept, or only whose they are, when, and a fingerprint. */
  keepMessages: z.boolean(),
  /** Ids of the marketplaces on which Hireflag is paused: nothing read there is looked at or remembered. */
  sitesOff: ids,
  /**
   * Days that what was not seen again is kept, 0 for no limit. Only a policy says so; with null it is as the user chose on
   * the page of data.
   */
  keepDays: z.nullable(z.int().check(z.gte(0), z.lte(36_500))),
  /** Whether pages of marketplaces are read only once the user has clicked on Hireflag over them. */
  readOnClick: z.boolean(),
  /** Ids of the marketplaces on which it is so, where it is not so on all. */
  readOnClickSites: ids,
} as const;

export type SettingName = keyof typeof fields;
export type Settings = { [K in SettingName]: z.infer<(typeof fields)[K]> };

export const settingNames = Object.keys(fields) as SettingName[];

export const defaultSettings: Settings = {
  language: 'auto',
  badges: true,
  calmMarks: 'ring',
  listLine: true,
  toolbarNumber: true,
  flagsOff: [],
  weakest: {},
  remotePrograms: [...remotePrograms],
  keepMessages: false,
  sitesOff: [],
  keepDays: null,
  readOnClick: false,
  readOnClickSites: [],
};

/** What holds now, and which of it a policy holds fast. */
export interface SettingsInForce {
  settings: Settings;
  byPolicy: readonly SettingName[];
}

/**
 * Puts together what the user chose and what a policy says, which goes before it.
 *
 * @param chosen what the browser's local storage holds, unparsed
 * @param policy what its managed storage holds, unparsed
 */
export function settingsFrom(chosen: unknown, policy: unknown): SettingsInForce {
  const settings: Record<string, unknown> = { ...defaultSettings };
  const byPolicy: SettingName[] = [];
  const [ofUser, ofPolicy] = [presentSettings(chosen), presentSettings(policy)];
  for (const name of settingNames) {
    const held = parseOne(name, ofPolicy);
    const parsed = held ?? parseOne(name, ofUser);
    if (parsed) settings[name] = parsed.value;
    if (held) byPolicy.push(name);
  }
  return { settings: settings as Settings, byPolicy };
}

function parseOne(name: SettingName, from: Readonly<Record<string, unknown>>): { value: unknown } | undefined {
  if (!Object.hasOwn(from, name)) return undefined;
  const parsed = z.safeParse(fields[name], from[name]);
  return parsed.success ? { value: parsed.data } : undefined;
}

/** The part of the browser's storage that settings need: `browser.storage.local`, `browser.storage.managed`. */
export interface StorageArea {
  get(keys: null | string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Where the user's own list is kept. */
export const OWN_LIST_KEY = 'ownList';
/** Where company and reviewer of the record written last are kept. */
export const RECORD_ABOUT_KEY = 'recordAbout';

/** Where the post kits of the user's projects are kept. */
export const POST_KITS_KEY = 'postKits';

/** A storage from which entries can be taken. */
export interface Removing {
  remove(keys: string[]): Promise<void>;
}

/** Deletes what the user wrote and is kept here and not in the database: where they have everything deleted, it goes too. */
export function forgetWritten(local: Removing): Promise<void> {
  return local.remove([OWN_LIST_KEY, RECORD_ABOUT_KEY, POST_KITS_KEY]);
}

/** The name that the user's own choices are stored under. */
const KEY = 'settings';

/** Reads what holds now. Where the browser has no policy for Hireflag, or no managed storage at all, there is none. */
export async function loadSettings(local: StorageArea, managed: Pick<StorageArea, 'get'>): Promise<SettingsInForce> {
  const [chosen, policy] = await Promise.all([
    local.get(KEY),
    managed.get(null).catch((): Record<string, unknown> => ({})),
  ]);
  return settingsFrom(chosen[KEY], policy);
}

/** Changes some of the user's own choices; what a policy holds fast stays as it is in force. */
export async function changeSettings(local: StorageArea, change: Partial<Settings>): Promise<void> {
  const wanted = { ...presentSettings((await local.get(KEY))[KEY]), ...change };
  const valid = Object.fromEntries(
    settingNames.flatMap((name) => {
      const parsed = parseOne(name, wanted);
      return parsed ? [[name, parsed.value]] : [];
    }),
  );
  await local.set({ [KEY]: { version: SETTINGS_VERSION, ...valid } });
}

/** Takes back all of the user's own choices; what a policy holds fast stays. */
export async function resetSettings(local: StorageArea): Promise<void> {
  await local.set({ [KEY]: { version: SETTINGS_VERSION } });
}

/** The language to speak; `wanted` as in `navigator.languages`. */
export function languageOf({ language }: Settings, wanted: readonly string[]): Language {
  return language === 'auto' ? firstSpoken(wanted) : language;
}

/** Whether nothing of a marketplace's pages is read before the user clicks on Hireflag over them. */
export function waitsForClick({ readOnClick, readOnClickSites }: Settings, site: string): boolean {
  return readOnClick || readOnClickSites.includes(site);
}

/** The red flags that are looked for. */
export function flagsOn<T extends Pick<RedFlag, 'id'>>({ flagsOff }: Settings, flags: readonly T[]): T[] {
  return flags.filter(({ id }) => !flagsOff.includes(id));
}

/** Whether a finding is strong enough to count. */
export function counts({ weakest }: Settings, finding: Pick<Finding, 'flag' | 'strength'>): boolean {
  const least = Object.hasOwn(weakest, finding.flag) ? weakest[finding.flag] : undefined;
  return rankOf(finding.strength) >= rankOf(least ?? 'weak');
}
