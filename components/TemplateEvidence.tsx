// One text from several accounts, side by side: what is the same is marked, what each account put
// in between (the slots) is underlined.
import { t } from '../lib/i18n/language.ts';
import { accountKey } from '../lib/model/account.ts';
import type { TemplateEvidence as Evidence, Part, TemplateUse } from '../lib/model/finding.ts';
import { count, day, handle } from './words.ts';

export function TemplateEvidence({ evidence }: { evidence: Evidence }) {
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
            {t('template.more', more.length)}
            {evidence.useCount > evidence.uses.length && ` ${t('template.seenInAll', evidence.useCount)}`}
          </summary>
          <div class="uses">
            {more.map((use) => (
              <Use key={`${use.account} ${use.project}`} use={use} />
            ))}
          </div>
        </details>
      )}
      <h4>{t('template.howUsual')}</h4>
      <p>{evidence.uses.every(({ project }) => project) ? usualOfBids(evidence) : usualOfTexts(evidence)}</p>
    </div>
  );
}

function usualOfBids(evidence: Evidence): string {
  return t(
    'template.usual',
    count(evidence.sharedWords, 'word'),
    Math.round(evidence.share * 100),
    count(evidence.useCount, 'bid'),
    count(evidence.accountCount, 'account'),
    count(evidence.projectCount, 'project'),
    period(evidence),
    count(evidence.comparedBids, 'bid'),
    count(evidence.comparedAccounts, 'account'),
  );
}

/** The same where messages are among them, which are of no project. */
function usualOfTexts(evidence: Evidence): string {
  return t(
    'template.usualTexts',
    count(evidence.sharedWords, 'word'),
    Math.round(evidence.share * 100),
    count(evidence.useCount, 'text'),
    count(evidence.accountCount, 'account'),
    period(evidence),
    count(evidence.comparedBids, 'text'),
    count(evidence.comparedAccounts, 'account'),
  );
}

function Use({ use }: { use: TemplateUse }) {
  return (
    <figure class="use">
      <figcaption>
        <strong>{handle(accountKey(use.site, use.account))}</strong>
        {use.projectTitle ?? (use.project && t('template.project', use.project))}
        {use.seenAt && ` · ${t('template.seen', day(use.seenAt))}`}
      </figcaption>
      <section class="words" dir="auto" tabindex={0} aria-label={t('template.textOf', use.account)}>
        <Words parts={use.parts} />
      </section>
    </figure>
  );
}

export function Words({ parts }: { parts: readonly Part[] }) {
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

function period(evidence: Evidence): string {
  const first = day(evidence.firstSeen);
  const last = day(evidence.lastSeen);
  return first === last ? t('template.on', first) : t('template.fromTo', first, last);
}
