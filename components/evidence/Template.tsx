// One text from several accounts, side by side: what is the same is marked, what each account put
// in between (the slots) is underlined.

import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { accountKey } from '../../lib/model/account.ts';
import type { Part, TemplateEvidence, TemplateUse } from '../../lib/model/finding.ts';
import { ToAccount, ToDashboard } from '../ToDashboard.tsx';
import { day } from '../words.ts';

export function Template({ evidence }: { evidence: TemplateEvidence }) {
  const [own, other, ...more] = evidence.uses;
  if (!own) return null;
  return (
    <div>
      <div class="uses">
        <Use use={own} />
        {other && <Use use={other} />}
      </div>
      {more.length > 0 && (
        <details class="more">
          <summary>
            {t('template.more', { count: more.length })}
            {evidence.useCount > evidence.uses.length && ` ${t('template.seenInAll', { count: evidence.useCount })}`}
          </summary>
          <div class="uses">
            {more.map((use) => (
              <Use key={`${use.account} ${use.project}`} use={use} />
            ))}
          </div>
        </details>
      )}
      <HowUsual evidence={evidence} />
    </div>
  );
}

export function HowUsual({ evidence }: { evidence: TemplateEvidence }) {
  return (
    <div>
      <h4>{t('template.howUsual')}</h4>
      <p>{usualWords(evidence)}</p>
    </div>
  );
}

/** How usual the text is among what it was compared with; messages are of no project. */
function usualWords(evidence: TemplateEvidence): string {
  const { sharedWords: words, share, useCount: uses, accountCount: accounts, projectCount: projects } = evidence;
  const { comparedBids: compared, comparedAccounts } = evidence;
  const values = { words, share, uses, accounts, period: period(evidence), compared, comparedAccounts };
  return evidence.uses.every(({ project }) => project)
    ? t('template.usual', { ...values, projects })
    : t('template.usualTexts', values);
}

function Use({ use }: { use: TemplateUse }) {
  return (
    <figure class="use">
      <figcaption>
        <strong>
          <ToAccount account={accountKey(use.site, use.account)} />
        </strong>
        {use.project && (
          <ToDashboard route={{ tab: 'projects', key: accountKey(use.site, use.project) }}>
            <bdi>{use.projectTitle ?? t('template.project', { id: use.project })}</bdi>
          </ToDashboard>
        )}
        {use.seenAt && ` · ${t('template.seen', { day: day(use.seenAt) })}`}
      </figcaption>
      <section
        class="words"
        dir="auto"
        tabindex={0}
        aria-label={t('template.textOf', { account: calledBy(accountKey(use.site, use.account)) })}
      >
        <Words parts={use.parts} />
      </section>
    </figure>
  );
}

function Words({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part, i) =>
        part.same ? (
          <mark key={i}>{part.text}</mark>
        ) : (
          <span key={i} class="slot">
            {part.text}
          </span>
        ),
      )}
    </>
  );
}

function period(evidence: TemplateEvidence): string {
  const first = day(evidence.firstSeen);
  const last = day(evidence.lastSeen);
  return first === last ? t('template.on', { day: first }) : t('template.fromTo', { first, last });
}
