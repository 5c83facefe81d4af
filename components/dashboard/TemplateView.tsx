// One template: its constant text with numbered gaps, and under it every use with what fills each gap.

import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { HowUsual } from '../evidence/Template.tsx';
import { FindingView } from '../FindingView.tsx';
import { day } from '../words.ts';
import { routeTo } from './route.ts';
import { templateGroup } from './template-group.ts';

/** How wide a column a slot needs for what it is filled with. */
function roomOf(fillings: readonly string[]): 'little' | 'some' | 'much' {
  const longest = Math.max(0, ...fillings.map(({ length }) => length));
  return longest > 60 ? 'much' : longest > 16 ? 'some' : 'little';
}

interface Props {
  assessments: readonly Assessment[];
  /** Who is in the group, listed or only named. */
  members: readonly AccountKey[];
}

export function TemplateView({ assessments, members }: Props) {
  const group = templateGroup(assessments, members);
  const finding = assessments[0]?.findings.find((one) => one.flag === 'reused-template');
  return (
    <article class="group">
      <p class="back">
        <a href={routeTo({ tab: 'templates' })}>{t('dashboard.backTemplates')}</a>
      </p>
      {group === undefined ? (
        <p class="empty">{t('dashboard.gone')}</p>
      ) : (
        <>
          <h1>{t('dashboard.template')}</h1>
          <p>
            {t('dashboard.templateUsed', { uses: group.useCount, accounts: group.accountCount })}{' '}
            <span class="soft">{t('dashboard.templateText')}</span>
          </p>
          <p class="template" dir="auto">
            {group.pieces.map((piece, i) =>
              'slot' in piece ? (
                <span key={i} class="gap-number" role="img" aria-label={t('dashboard.slot', { number: piece.slot })}>
                  {piece.slot}
                </span>
              ) : (
                <mark key={i}>{piece.text}</mark>
              ),
            )}
          </p>
          <div>
            <h2>{t('dashboard.uses')}</h2>
            {group.useCount > group.uses.length && (
              <p class="soft">{t('dashboard.usesShown', { shown: group.uses.length, all: group.useCount })}</p>
            )}
            <section class="wide" tabindex={0} aria-label={t('dashboard.uses')}>
              <table class="uses-table">
                <thead>
                  <tr>
                    <th scope="col">{t('field.account')}</th>
                    {Array.from({ length: group.slots }, (_, i) => (
                      <th key={i} scope="col" data-room={roomOf(group.uses.map(({ slots }) => slots[i] ?? ''))}>
                        {t('dashboard.slot', { number: i + 1 })}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {group.uses.map(({ use, slots, kept }) => (
                    <tr key={`${use.account} ${use.project}`} data-account={use.account}>
                      <th scope="row">
                        <a href={routeTo({ tab: 'developers', key: accountKey(use.site, use.account) })}>
                          {calledBy(accountKey(use.site, use.account))}
                        </a>
                        <span class="sub">{use.projectTitle ?? use.project}</span>
                        {use.seenAt && <span class="sub">{day(use.seenAt)}</span>}
                        <span class="sub">{t('dashboard.kept', { share: kept })}</span>
                      </th>
                      {slots.map((filling, i) => (
                        <td key={i} dir="auto" data-slot={t('dashboard.slot', { number: i + 1 })}>
                          {filling || <span class="soft">({t('dashboard.nothingHere')})</span>}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </div>
          {finding && (
            <details class="more">
              <summary>{t('dashboard.moreAbout')}</summary>
              <FindingView finding={finding}>
                {finding.evidence.map((one, i) => one.kind === 'template' && <HowUsual key={i} evidence={one} />)}
              </FindingView>
            </details>
          )}
        </>
      )}
    </article>
  );
}
