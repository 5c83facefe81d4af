// The profiles that the user said are one person's, side by side, with what they say differently marked.

import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { splitAccountKey } from '../../lib/model/account.ts';
import { catalogue, type Field } from '../../lib/model/fields.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { difference } from '../../lib/text/align.ts';
import { shorten } from '../../lib/text/shorten.ts';
import { type ComparedField, comparedFields, valueWords } from '../value-words.ts';
import { siteName } from '../words.ts';
import { routeTo } from './route.ts';
import { Stretches } from './Stretches.tsx';

/** Longer texts are cut here: the profile's own page has them whole. */
const MAX_SHOWN = 300;

export interface SameProfile {
  key: AccountKey;
  /** Absent when no profile of the account was seen. */
  profile?: Profile;
}

export function SameProfiles({ profiles }: { profiles: readonly SameProfile[] }) {
  const fields = comparedFields.flatMap((field) => {
    const values = profiles.map(({ profile }) => valueWords(field, profile?.[field]));
    return values.some(Boolean) ? [{ field, values, differs: isContradicted(field, profiles) }] : [];
  });
  return (
    <section class="wide" tabindex={0} aria-label={t('dashboard.same')}>
      <table class="small same">
        <thead>
          <tr>
            <td />
            {profiles.map(({ key }) => (
              <th key={key} scope="col">
                <a href={routeTo({ tab: 'developers', key })}>{calledBy(key)}</a>
                <span class="sub">{siteName(splitAccountKey(key).site)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, values, differs }) => (
            <tr key={field} data-differs={differs}>
              <th scope="row">
                {t(`field.${field}`)}
                {differs && <span class="sub">{t('dashboard.differs')}</span>}
              </th>
              {values.map((value, i) => (
                <td key={i} dir="auto">
                  {value === '' ? (
                    <span class="soft">({t('dashboard.notShown')})</span>
                  ) : (
                    <Compared value={value} with={values.find((one, j) => j !== i && one !== '')} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** True where two of the profiles say of a field what cannot both be, by the catalogue of fields. */
function isContradicted(field: ComparedField, profiles: readonly SameProfile[]): boolean {
  const known = profiles.map(({ profile }) => profile?.[field]).filter((value) => value !== undefined);
  const { same } = catalogue.profile[field] as Field;
  return known.some((one, i) => known.slice(i + 1).some((other) => !same(one, other)));
}

const tags = { same: 'span', gone: 'del', new: 'mark' } as const;

/** A value with the words marked that the other one has not. */
function Compared({ value, with: other }: { value: string; with: string | undefined }) {
  if (other === undefined) return <>{shown(value)}</>;
  const stretches = difference(shown(other), shown(value)).filter(({ kind }) => kind !== 'gone');
  return <Stretches of={stretches} as={tags} />;
}

function shown(value: string): string {
  return shorten(value, MAX_SHOWN);
}
