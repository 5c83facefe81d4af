// One finding, explained: what was seen, the evidence, what else explains it, what to ask, and the
// words of the advisory it bears on.
import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n/language.ts';
import { sentence, titleOf, wordsOf } from '../lib/i18n/sentences.ts';
import { type AccountKey, accountKey } from '../lib/model/account.ts';
import type { Finding } from '../lib/model/finding.ts';
import { toldFlags } from '../lib/red-flags/told.ts';
import { Clause } from './Clause.tsx';
import { Evidence } from './evidence/Evidence.tsx';
import { ToAccount, ToDashboard } from './ToDashboard.tsx';

export interface FindingProps {
  finding: Finding;
  /** Whether to offer what the user can do about it; whoever shows the view answers the buttons. */
  actions?: boolean;
  /** In place of the evidence, where a page draws that itself. */
  children?: ComponentChildren;
}

export function FindingView({ finding, actions = false, children }: FindingProps) {
  const flag = toldFlags.find(({ id }) => id === finding.flag);
  const words = flag && wordsOf(flag);
  return (
    <section class="finding">
      <h3>
        {titleOf(finding.flag)} <span class="strength">({t(`strength.${finding.strength}`)})</span>
      </h3>
      <p class="says">{sentence(finding.flag, finding.message, finding.data)}</p>
      {actions && <Others finding={finding} />}
      {children ?? <Evidence finding={finding} />}
      {flag && words && (
        <>
          <h4>{t('finding.innocent')}</h4>
          <List items={words.innocent} />
          <h4>{t('finding.ask')}</h4>
          <p>{t('finding.quote', { words: words.ask })}</p>
          {actions && (
            <p class="row">
              <button type="button" class="plain" data-do="copy" data-text={words.ask} data-done={t('decision.copied')}>
                {t('decision.copy')}
              </button>
              <button type="button" class="plain" data-do="mute" data-flag={finding.flag}>
                {t('decision.mute')}
              </button>
              <button type="button" class="plain" data-do="false-alarm" data-flag={finding.flag} data-key={finding.key}>
                {t('decision.falseAlarmDo')}
              </button>
            </p>
          )}
          {actions && <p class="soft">{t('finding.actsNote')}</p>}
          <details class="more">
            <summary>{t('finding.folded')}</summary>
            <h4>{t('finding.clearedBy')}</h4>
            <List items={words.clearedBy} />
            <h4>{t('finding.limits')}</h4>
            <List items={words.limits} />
            <h4>{t('finding.clauses')}</h4>
            {flag.clauses.map((clause) => (
              <blockquote key={clause}>
                <Clause id={clause} />
                <cite>{t('finding.source', { clause })}</cite>
              </blockquote>
            ))}
          </details>
        </>
      )}
    </section>
  );
}

/** Other members named at once; all of a group are in its own view. */
const MAX_NAMED = 8;

/** Where a group has a view of its own, by the flag that finds it. */
const views: Readonly<Record<string, 'templates' | 'rings'>> = {
  'reused-template': 'templates',
  'rating-ring': 'rings',
};

/** Who else is in it, each with the way to all that is known of them, and the way to the group's own view. */
function Others({ finding: { flag, site, account, with: others } }: { finding: Finding }) {
  const tab = views[flag];
  if (others.length === 0) return null;
  return (
    <p class="others">
      {t('finding.others')}{' '}
      {others.slice(0, MAX_NAMED).map((other, i) => (
        <span key={other}>
          {i > 0 && ', '}
          <ToAccount account={other} />
        </span>
      ))}
      {others.length > MAX_NAMED && ` ${t('dashboard.andMore', { count: others.length - MAX_NAMED })}`}
      {tab && (
        <>
          {' · '}
          <ToDashboard route={{ tab, key: accountKey(site, account), other: others[0] as AccountKey }}>
            {t(`finding.group.${tab}`)}
          </ToDashboard>
        </>
      )}
    </p>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
