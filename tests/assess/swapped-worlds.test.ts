// Where somebody is from, what they are called and paid in, and how they look say nothing: a world in which all of it is
// swapped has the same findings of the flags across accounts.
import { expect, it } from 'vitest';
import { accountKey } from '../../lib/model/account.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { conflictingProfiles } from '../../lib/red-flags/conflicting-profiles/flag.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { sharedContact } from '../../lib/red-flags/shared-contact/flag.ts';
import { sharedDocuments } from '../../lib/red-flags/shared-documents/flag.ts';
import { evidenceIn } from '../../scripts/evaluate/identities.ts';
import { identities } from '../../scripts/evaluate/sets/identities.ts';

type World = ReturnType<typeof identities>;
type Line = World['observations'][number];

/** The next of all values, so that each is swapped for another and equal ones stay equal. */
function rotated(values: Iterable<string>): Map<string, string> {
  const all = [...new Set(values)].sort();
  return new Map(all.map((value, i) => [value, all[(i + 1) % all.length] as string]));
}

/** Words that nobody has, beginning as those that they stand for: names may be shortened to their first letter. */
function renamed(words: Iterable<string>): Map<string, string> {
  const syllables = ['bo', 'du', 'fi', 'ga', 'ke', 'lo', 'mu', 'ne', 'pa', 'ri', 'so', 'ta', 'vu', 'ze'];
  const word = (n: number) =>
    [n, n * 5 + 3, n * 11 + 7, n * 3 + Math.floor(n / 14)].map((k) => syllables[k % 14]).join('');
  return new Map([...new Set(words)].sort().map((one, i) => [one, one.slice(0, 1) + word(i + 1)]));
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function replacer(map: ReadonlyMap<string, string>): (text: string) => string {
  const all = [...map.keys()].filter((key) => key.length > 1).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${all.map(escaped).join('|')})(?![\\p{L}\\p{M}])`, 'gu');
  return (text) => text.replace(pattern, (found) => map.get(found) ?? found);
}

function swapped(world: World, withNames: boolean): World {
  const profiles = world.observations.flatMap((one) => (one.kind === 'profile' ? [one] : []));
  const of = (field: 'city' | 'country' | 'timezone') =>
    rotated(profiles.flatMap(({ location }) => location?.[field] ?? []));
  const [cities, countries, zones] = [of('city'), of('country'), of('timezone')];
  const languages = rotated(profiles.flatMap(({ languages }) => languages ?? []));
  const names = renamed(withNames ? profiles.flatMap(({ name }) => wordsOf(name ?? '')) : []);
  const [inCity, inName] = [replacer(cities), replacer(names)];
  const text = (words: string) => (names.size > 0 ? inName(inCity(words)) : inCity(words));
  const observations = world.observations.map((one): Line => {
    if (one.kind !== 'profile') return 'text' in one && one.text !== undefined ? { ...one, text: text(one.text) } : one;
    const { location, hourlyRate, avatar } = one;
    return {
      ...one,
      ...(one.name !== undefined && { name: names.size > 0 ? inName(one.name) : one.name }),
      ...(one.about !== undefined && { about: text(one.about) }),
      ...(one.languages && { languages: one.languages.map((language) => languages.get(language) as string) }),
      ...(hourlyRate && { hourlyRate: { amount: hourlyRate.amount * 3 + 1, currency: 'KES' } }),
      ...(avatar !== undefined && { avatar: avatar.replace(/\/(?=[^/]+$)/, '/of-another-') }),
      ...(location && {
        location: {
          ...(location.city && { city: cities.get(location.city) as string }),
          ...(location.country && { country: countries.get(location.country) as string }),
          ...(location.timezone && { timezone: zones.get(location.timezone) as string }),
        },
      }),
    };
  });
  return { ...world, observations };
}

async function foundIn(flag: RedFlag, world: World): Promise<string[]> {
  const accounts = Object.keys(world.country) as `${string}:${string}`[];
  const { findings } = await flag.evaluate(accounts, evidenceIn(world));
  const brief = ({ site, account, strength, commonPractice, message, with: others }: Finding) =>
    [accountKey(site, account), commonPractice ? 'informs' : strength, message, ...others].join(' ');
  return findings.map(brief).sort();
}

it.each<[string, RedFlag, boolean]>([
  ['shared-contact', sharedContact, true],
  ['shared-documents', sharedDocuments, true],
  // Names are compared there, and their spellings are what a renaming would lose.
  ['conflicting-profiles', conflictingProfiles, false],
])(
  '%s finds the same in a world where everybody is somebody else',
  { timeout: 60_000 },
  async (id, flag, withNames) => {
    const world = identities({ seed: 31, ordinary: 60, each: 1, flags: [id] });
    const other = swapped(world, withNames);
    expect(other.observations).not.toEqual(world.observations);
    const found = await foundIn(flag, world);
    expect(found.length).toBeGreaterThan(10);
    expect(await foundIn(flag, other)).toEqual(found);
  },
);
