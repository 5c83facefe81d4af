// Which parts everyone's profile has, so that it is known what is usual on each marketplace. A profile of which no more
// than a card in a list was seen says nothing of what it lacks.
import type { Profile } from '../../model/observation.ts';
import { type Part, ProfileParts, parts } from '../../stats/profile-parts.ts';
import type { Projection } from '../../store/projection.ts';

type Fact = readonly [site: string, mask: number];

/** Words of a text about oneself that says something. */
const MIN_WORDS = 12;
const MIN_SKILLS = 3;
/** As much in scripts that leave no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}].{25}/u;

/** Cards in lists carry neither of these. */
export function isWhole({ role, memberSince, about, employment, education, portfolio }: Profile): boolean {
  return (
    role === 'freelancer' && [memberSince, about, employment, education, portfolio].some((one) => one !== undefined)
  );
}

const has: Readonly<Record<Part, (profile: Profile) => boolean>> = {
  headline: ({ headline = '' }) => headline !== '',
  about: ({ about = '' }) =>
    about.split(/\s+/, MIN_WORDS + 1).filter(Boolean).length >= MIN_WORDS || unspaced.test(about),
  employment: ({ employment = [] }) => employment.length > 0,
  education: ({ education = [] }) => education.length > 0,
  portfolio: ({ portfolio = [] }) => portfolio.length > 0,
  links: ({ links = [] }) => links.length > 0,
  skills: ({ skills = [] }) => skills.length >= MIN_SKILLS,
  languages: ({ languages = [] }) => languages.length > 0,
};

/** The parts that a profile has, one bit each. */
export function partsOf(profile: Profile): number {
  return parts.reduce((mask, part, i) => (has[part](profile) ? mask | (1 << i) : mask), 0);
}

export const profileParts: Projection<ProfileParts, Fact> = {
  id: 'profile-parts',
  version: 1,
  kinds: ['profile'],
  factOf: ({ body }) => (body.kind === 'profile' && isWhole(body) ? [body.site, partsOf(body)] : undefined),
  empty: () => new ProfileParts(),
  take: (state, row, [site, mask]) => state.put(row, site, mask),
  drop: (state, row) => state.remove(row),
};
