// One finding, explained: what was seen, the evidence, what else explains it, what to ask, and the
// words of the advisory it bears on.
import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n/language.ts';
import { sentence, titleOf, wordsOf } from '../lib/i18n/sentences.ts';
import type { Finding } from '../lib/model/finding.ts';
import { redFlags } from '../lib/red-flags/registry.ts';
import { Clause } from './Clause.tsx';
import { Evidence } from './evidence/Evidence.tsx';

export interface FindingProps {
  finding: Finding;
  /** Whether to offer what the user can do about it; whoever shows the view answers the buttons. */
  actions?: boolean;
  /** In place of the evidence, where a page draws that itself. */
  children?: ComponentChildren;
}

export function FindingView({ finding, actions = false, children }: FindingProps) {
  const flag = redFlags.find(({ id }) => id === finding.flag);
  const words = flag && wordsOf(flag);
  return (
    <section class="finding">
      <h3>
        {titleOf(finding.flag)} <span class="strength">({t(`strength.${finding.strength}`)})</span>
      </h3>
      <p class="says">{sentence(finding.flag, finding.message, finding.data)}</p>
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
        </>
      )}
    </section>
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
