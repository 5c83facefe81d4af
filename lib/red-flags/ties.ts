// What two profiles say of having to do with each other: one firm, one family, one person. Then what they share is no
// riddle.
import type { Profile } from '../model/observation.ts';
import { isOneName, namesIn } from '../statements/name-match.ts';
import { isOneOrganisation } from '../statements/organisations.ts';
import { foldLetters } from '../statements/spelling.ts';

export type Tie =
  /** Both work for one organisation, now or in the same years. */
  | { kind: 'organisation'; name: string }
  /** One of them speaks of the other as family or a colleague. */
  | { kind: 'said' }
  /** They have one name: as likely one person. */
  | { kind: 'name' };

/** Husbands, sisters, colleagues and partners, folded; a further language is a further line. */
const relations = new RegExp(
  [
    String.raw`\b(?:husband|wife|spouse|fiancee?|partner|brother|sister|cousin|father|mother|son|daughter|family|colleague|co-?worker|team-?mate|co-?founder|business partner)s?\b`,
    String.raw`\b(?:marido|mujer|espos[oa]|herman[oa]|pareja|soci[oa]|colega|companer[oa]|prim[oa]|padre|madre|hij[oa]|familia)s?\b`,
    String.raw`\b(?:irmao|irma|namorad[oa]|filh[oa]|pai|mae|companheir[oa])s?\b`,
    String.raw`\b(?:mann|ehefrau|ehemann|frau|bruder|schwester|kollegin|kollege|geschaftspartner|partnerin|vater|mutter|sohn|tochter)\b`,
    String.raw`\b(?:mari|femme|epou(?:x|se)|frere|sœur|soeur|collegue|associee?|conjointe?|compagne|pere|mere|fils|fille)s?\b`,
    'муж|жен[аыуо]|супруг|брат|сестр|партнер|коллег|семь|чолов|дружин|колег|родин|напарни',
  ].join('|'),
  'gu',
);
/** So near to it the other's name stands. */
const NEAR = 60;
/** So much of a text is looked at. */
const MAX_LOOKED_AT = 20_000;

/** What ties two accounts by what their profiles say; undefined where nothing does. */
export function tieBetween(a: Profile | undefined, b: Profile | undefined): Tie | undefined {
  if (!a || !b) return undefined;
  if (a.name !== undefined && b.name !== undefined && isOneName(a.name, b.name)) return { kind: 'name' };
  const name = commonOrganisation(a, b);
  if (name !== undefined) return { kind: 'organisation', name };
  return speaksOf(a, b) || speaksOf(b, a) ? { kind: 'said' } : undefined;
}

/** An employer that both have now, as far as their profiles say; or the one of them is where the other works. */
function commonOrganisation(a: Profile, b: Profile): string | undefined {
  const [ofA, ofB] = [a, b].map(({ employment = [] }) =>
    employment.flatMap(({ employer, to }) => (to === undefined ? [employer] : [])),
  ) as [string[], string[]];
  const isOneOf = (employers: readonly string[]) => (one: string) =>
    employers.some((other) => isOneOrganisation(one, other));
  return ofA.find(isOneOf([...ofB, ...(b.name === undefined ? [] : [b.name])])) ?? ofB.find(isOneOf([a.name ?? '']));
}

function speaksOf({ about = '', headline = '' }: Profile, { name = '' }: Profile): boolean {
  const names = namesIn(name);
  if (names.length === 0) return false;
  const text = foldLetters(`${headline}\n${about}`.slice(0, MAX_LOOKED_AT));
  for (const { index } of text.matchAll(relations)) {
    const around: readonly string[] = text.slice(Math.max(0, index - NEAR), index + NEAR).match(/\p{L}+/gu) ?? [];
    if (names.some((one) => around.includes(one))) return true;
  }
  return false;
}
