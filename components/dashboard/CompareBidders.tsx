// A few bidders side by side: what was found, what they offer, what their profiles say, and their words.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { shorten } from '../../lib/text/shorten.ts';
import { comparedFields, valueWords } from '../value-words.ts';
import { count, coverageLine, money } from '../words.ts';
import type { AccountNote } from './account-notes.ts';
import { LevelAndNotes } from './NoteMarks.tsx';
import type { Bidder } from './project-rows.ts';
import { routeTo } from './route.ts';

/** Longer texts are cut here: a developer's own page has them whole. */
const MAX_SHOWN = 1_500;

export interface CompareProps {
  bidders: readonly Bidder[];
  notes: ReadonlyMap<AccountKey, AccountNote>;
  profiles: ReadonlyMap<AccountKey, Profile>;
  onClose: () => void;
}

export function CompareBidders({ bidders, notes, profiles, onClose }: CompareProps) {
  const fields = comparedFields.flatMap((field) => {
    const values = bidders.map(({ key }) => valueWords(field, profiles.get(key)?.[field]));
    return values.some(Boolean) ? [{ field, values }] : [];
  });
  const row = (title: string, cell: (one: Bidder) => ComponentChildren) => (
    <tr>
      <th scope="row">{title}</th>
      {bidders.map((one) => (
        <td key={one.key} dir="auto">
          {cell(one)}
        </td>
      ))}
    </tr>
  );
  return (
    <section class="wide compare" tabindex={0} aria-label={t('dashboard.projects.sideBySide')}>
      <p class="row">
        <strong>{t('dashboard.projects.sideBySide')}</strong>
        <button type="button" class="plain" id="end-compare" onClick={onClose}>
          {t('common.close')}
        </button>
      </p>
      <table class="small same" aria-label={t('dashboard.projects.sideBySide')}>
        <thead>
          <tr>
            <td />
            {bidders.map(({ key }) => (
              <th key={key} scope="col">
                <a href={routeTo({ tab: 'developers', key })}>
                  <bdi>{calledBy(key)}</bdi>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(t('dashboard.level'), (one) => (
            <LevelAndNotes level={one.level} note={notes.get(one.key)} />
          ))}
          {row(t('dashboard.found'), ({ flags }) => flags.map((flag) => titleOf(flag)).join(', '))}
          {row(t('field.amount'), ({ bid }) => (bid.amount === undefined ? '' : money(bid.amount, bid.currency)))}
          {row(t('field.days'), ({ bid }) => (bid.days === undefined ? '' : count(bid.days, 'day')))}
          {row(t('dashboard.column.seen'), ({ coverage }) => coverageLine(coverage))}
          {fields.map(({ field, values }) => (
            <tr key={field}>
              <th scope="row">{t(`field.${field}`)}</th>
              {values.map((value, i) => (
                <td key={bidders[i]?.key} dir="auto">
                  {shorten(value, MAX_SHOWN)}
                </td>
              ))}
            </tr>
          ))}
          {row(t('field.text'), ({ bid }) => (
            <span class="words">{shorten(bid.text ?? '', MAX_SHOWN)}</span>
          ))}
        </tbody>
      </table>
    </section>
  );
}
