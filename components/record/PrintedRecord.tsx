// A record on paper: who it is about, what was decided and why, every step, what was found with its
// sources, times and versions, and the hash by which the JSON file can be known to be the same record.
import { listed, t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { type About, type DueDiligence, emptyAbout, foundIn, numberOf, stepOf } from '../../lib/record/record.ts';
import { isMeasure } from '../../lib/record/steps.ts';
import { byUrgency } from '../../lib/record/urgent.ts';
import { Clause } from '../Clause.tsx';
import { accountWords } from '../words.ts';
import { FoundCopy } from './FoundCopy.tsx';
import { History } from './History.tsx';
import { FileList } from './StepFields.tsx';
import { outcomeWords, timeWords, verdictWords } from './words.ts';

export interface PrintedProps {
  record: DueDiligence;
  /** Address of the profile, where the marketplace is known. */
  profile: string | undefined;
  sha256: string;
  /** When it is printed, ISO 8601, and with which version. */
  at: string;
  version: string;
}

export function PrintedRecord({ record, profile, sha256, at, version }: PrintedProps) {
  const { decision } = record;
  const about = record.about ?? emptyAbout;
  const order = byUrgency(record.copies.slice(-1).flatMap((copy) => foundIn(copy).findings));
  return (
    <article class="printed">
      <style>{runningHead(t('record.number', { number: numberOf(record) }))}</style>
      <h1>{t('record.titleOf', { account: record.name ?? accountWords(record.account) })}</h1>
      <p class="lead">{t('record.indicators')}</p>
      <table class="facts">
        <tbody>
          <Row label={t('record.numberLabel')} value={numberOf(record)} />
          {aboutFields.map(
            (field) => about[field] && <Row key={field} label={t(`record.about.${field}`)} value={about[field]} />,
          )}
          <Row label={t('record.account')} value={accountWords(record.account)} />
          <Row label={t('record.accountId')} value={record.account} />
          {profile && <Row label={t('record.profile')} value={profile} />}
          <Row
            label={t('record.openedLabel')}
            value={`${timeWords(record.openedAt)} · ${t('record.changed', { day: timeWords(record.changedAt) })}`}
          />
          {record.closedAt && <Row label={t('record.history.closed')} value={timeWords(record.closedAt)} />}
          <Row label={t('record.decision')} value={dated(verdictWords(decision.verdict), decision.on, decision.by)} />
          {decision.why && <Row label={t('record.why')} value={decision.why} />}
          {decision.override && <Row label={t('record.override')} value={decision.override} />}
          {record.explanation && <Row label={t('record.explanation')} value={record.explanation} />}
        </tbody>
      </table>

      <h2>{t('record.steps')}</h2>
      {order.map(({ measure, because }) => {
        const step = stepOf(record, measure);
        return (
          <section class="step" key={measure}>
            <h3>
              {measure} {t(`record.measures.${measure}.title`)} – {dated(outcomeWords(step.outcome), step.on, step.by)}
            </h3>
            {because.length > 0 && (
              <p class="small">{t('record.because', { flags: listed(because.map((id) => titleOf(id))) })}</p>
            )}
            {step.note && <p class="written">{step.note}</p>}
            {step.kept && (
              <p class="written">
                {t('record.kept')}: {step.kept}
              </p>
            )}
            {step.files && step.files.length > 0 && <FileList files={step.files} />}
            {isMeasure(measure) && (
              <p class="small">
                <Clause id={measure} />
              </p>
            )}
          </section>
        );
      })}

      <h2>{t('record.found')}</h2>
      {record.copies.map((copy) => (
        <FoundCopy key={copy.takenAt} copy={copy} explained />
      ))}

      {record.history && (
        <>
          <h2>{t('record.history.title')}</h2>
          <History history={record.history} />
          <p class="small">
            {t('record.history.last')}: <code>{record.history.at(-1)?.hash}</code>
          </p>
        </>
      )}

      <section class="signatures">
        {(['reviewer', 'approver'] as const).map((who) => (
          <p key={who}>
            <span class="line" />
            {t(`record.signature.${who}`)}
          </p>
        ))}
      </section>

      <footer>
        <p>
          {t('record.sha')}: <code>{sha256}</code>
        </p>
        <p class="small">{t('record.shaNote')}</p>
        <p class="small">{t('record.guidance')}</p>
        <p class="small">{t('record.guidanceLater')}</p>
        <p class="small">{t('record.printedOn', { time: timeWords(at), version })}</p>
      </footer>
    </article>
  );
}

/** A sheet that came loose says of which record it is. Only a style sheet can write into a page's margin. */
function runningHead(words: string): string {
  return `@page { @top-left { content: "${words.replace(/[^\p{L}\p{N} :.-]/gu, '')}"; } @top-right { content: "Hireflag"; } }`;
}

const aboutFields = Object.keys(emptyAbout) as (keyof About)[];

function Row({ label, value }: { label: string; value: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="written">{value}</td>
    </tr>
  );
}

/** `done, nothing of note (2026-10-05, R. Okafor)`. */
function dated(words: string, on: string | undefined, by: string | undefined): string {
  const more = [on, by].filter(Boolean).join(', ');
  return more ? `${words} (${more})` : words;
}
