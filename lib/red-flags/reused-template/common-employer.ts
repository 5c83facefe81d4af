// Colleagues share their texts: two profiles that name one employer explain what their bids have in common.
import type { Profile } from '../../model/observation.ts';
import { isNoEmployer, isOneOrganisation } from '../../statements/organisations.ts';
import { foldLetters } from '../../statements/spelling.ts';

/** As a firm's name ends in a register, and hardly in a sentence. */
const legalForm =
  /(?: (?:ltd|limited|llc|inc|incorporated|corp|corporation|co|company|gmbh|ag|ug|bv|srl|sarl|sa|sl|sas|pvt|private|pte|plc|oy|ab|ou|ооо|ип|чп|тов))+$/u;

const plain = (text: string) =>
  foldLetters(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** An employer of the first profile that the other names too, as an employer or in its text. */
function employerNamedBy(one: Profile | undefined, other: Profile | undefined): string | undefined {
  const said = ` ${plain(`${other?.headline ?? ''} ${other?.about ?? ''}`)} `;
  return one?.employment?.find(({ employer }) => {
    if (other?.employment?.some((theirs) => isOneOrganisation(employer, theirs.employer))) return true;
    const name = plain(employer).replace(legalForm, '');
    // One word alone is in many a text that means no firm.
    return name.includes(' ') && !isNoEmployer(employer) && said.includes(` ${name} `);
  })?.employer;
}

/** An employer that both profiles name, as one of them writes it; undefined where there is none. */
export function commonEmployer(one: Profile | undefined, other: Profile | undefined): string | undefined {
  return employerNamedBy(one, other) ?? employerNamedBy(other, one);
}
