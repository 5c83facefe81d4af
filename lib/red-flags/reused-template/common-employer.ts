// Colleagues share their texts: two profiles that name one employer explain what their bids have in common.
import type { Profile } from '../../model/observation.ts';

/** What people write who have no employer, and the marketplaces. */
const nobody =
  /^(?:self|self employed|selfemployed|self employment|freelance|freelancer|freelancing|freelance (?:developer|designer|writer)|independent|independiente|autonomo|autónomo|por cuenta propia|own|me|myself|none|n a|na|remote|various|various clients|confidential|private|upwork|elance|odesk|elance odesk|freelancer com|fiverr|guru|guru com|workana|peopleperhour|truelancer|freelancehunt|toptal|startup|company)$/u;
const legalForm =
  /\b(?:ltd|limited|llc|inc|incorporated|corp|corporation|co|company|gmbh|ag|ug|bv|srl|sarl|sa|sl|sas|pvt|private|pte|plc|oy|ab|ou|oü|ооо|ип|чп|тов)\b/gu;

/** An employer as it may be written elsewhere; undefined for what names none. */
function plain(employer: string): string | undefined {
  const words = employer
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const name = words.replace(legalForm, ' ').replace(/ +/g, ' ').trim() || words;
  return name.length < 3 || nobody.test(words) || nobody.test(name) ? undefined : name;
}

/** An employer of the first profile that the other names too. */
function employerNamedBy(one: Profile | undefined, other: Profile | undefined): string | undefined {
  const theirs = new Set(other?.employment?.flatMap(({ employer }) => plain(employer) ?? []));
  const said = ` ${[other?.headline, other?.about]
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const known = one?.employment?.find(({ employer }) => {
    const name = plain(employer);
    // One word alone is in many a text that means no firm.
    return name !== undefined && (theirs.has(name) || (name.includes(' ') && said.includes(` ${name} `)));
  });
  return known?.employer;
}

/** An employer that both profiles name, as one of them writes it; undefined where there is none. */
export function commonEmployer(one: Profile | undefined, other: Profile | undefined): string | undefined {
  return employerNamedBy(one, other) ?? employerNamedBy(other, one);
}
