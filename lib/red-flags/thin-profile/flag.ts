// Finds accounts that claim many years of experience and whose profile tells next to nothing of them, where others on
// the same marketplace tell much. Busy, private and new people tell little too, so that it is a question at most.
import { isWhole, partsOf, profileParts } from '../../evidence/projections/profile-parts.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Profile } from '../../model/observation.ts';
import { claimsIn } from '../../statements/claims.ts';
import { hasPart, MIN_PROFILES, type Part, shareWithAsFew, type UsualParts } from '../../stats/profile-parts.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type ThinCheck = FlagCheck & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

/** The share of a marketplace's profiles that tell as little, at most, for a question. */
const MAX_CHANCE = 0.003;
/** So many years of experience leave something to tell. */
const MIN_YEARS = 5;
/** Texts in which a claim is looked for: the profile's, and so many bids and messages, the last. */
const MAX_TEXTS = 40;

export const thinProfile: RedFlag = {
  id: 'thin-profile',
  clauses: ['C4'],
  falseAlarms: { question: MAX_CHANCE, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, ThinCheck>();
    const findings: Finding[] = [];
    const [profiles, texts] = await Promise.all([evidence.profilesOf(accounts), evidence.textsOf(accounts)]);
    const everyone = profiles.size > 0 ? await evidence.projection(profileParts) : undefined;
    for (const account of accounts) {
      const profile = profiles.get(account);
      if (!profile || !everyone || !isWhole(profile)) {
        checks.set(account, { result: 'too-little', message: 'noProfile', data: {} });
        continue;
      }
      const usual = everyone.usual(splitAccountKey(account).site);
      const data = { profiles: usual.profiles, needed: MIN_PROFILES };
      if (usual.profiles < MIN_PROFILES || usual.parts.length < 2) {
        checks.set(account, { result: 'too-little', message: 'tooFew', data });
        continue;
      }
      const mask = partsOf(profile);
      const shown = usual.parts.filter((part) => hasPart(mask, part)).length;
      const chance = shareWithAsFew(shown, usual);
      const told = { ...data, shown, usual: usual.parts.length };
      const claim = chance > MAX_CHANCE ? undefined : longestClaim(profile, texts.get(account) ?? []);
      if (claim) findings.push(finding(account, profile, usual, mask, chance, claim));
      checks.set(account, { result: claim ? 'found' : 'clear', message: claim ? 'checkFound' : 'clear', data: told });
    }
    return { checks, findings };
  },
};

interface Claimed {
  years: number;
  sentence: string;
}

/** The most years of experience that an account claims, where they are many. */
function longestClaim(profile: Profile, texts: readonly { text: string }[]): Claimed | undefined {
  const said = [profile.headline, profile.about, ...texts.slice(-MAX_TEXTS).map(({ text }) => text)];
  const claims = said.flatMap((text) => (text === undefined ? [] : claimsIn(text)));
  const year = Number(profile.seenAt.slice(0, 4));
  return claims
    .flatMap((claim): Claimed[] => {
      if (claim.kind === 'experience') return [{ years: claim.years.least, sentence: claim.sentence }];
      return claim.kind === 'experience-since' ? [{ years: year - claim.year - 1, sentence: claim.sentence }] : [];
    })
    .filter(({ years }) => years >= MIN_YEARS)
    .sort((a, b) => b.years - a.years)[0];
}

const names = {
  headline: 'partHeadline',
  about: 'partAbout',
  employment: 'partEmployment',
  education: 'partEducation',
  portfolio: 'partPortfolio',
  links: 'partLinks',
  skills: 'partSkills',
  languages: 'partLanguages',
} as const satisfies Record<Part, MessageId>;

function finding(
  account: AccountKey,
  { url, seenAt }: Profile,
  usual: UsualParts,
  mask: number,
  chance: number,
  { years, sentence }: Claimed,
): Finding & { message: MessageId } {
  const missing = usual.parts.filter((part) => !hasPart(mask, part));
  const rows: Row[] = [
    { label: 'rowClaim', value: sentence },
    ...missing.map((part): Row => ({ label: names[part], value: { message: 'nothing' } })),
    {
      label: 'rowUsual',
      value: { message: 'ofProfiles', data: { percent: { percent: chance }, profiles: usual.profiles } },
    },
  ];
  return {
    flag: thinProfile.id,
    key: findingKey(thinProfile.id),
    topic: thinProfile.id,
    ...splitAccountKey(account),
    clauses: [...thinProfile.clauses],
    strength: 'weak',
    chance,
    with: [],
    message: 'found',
    data: { years, missing: missing.length, usual: usual.parts.length },
    evidence: [{ kind: 'counts', rows, sources: sourcesOf([{ url, firstSeenAt: seenAt }]) }],
  };
}
