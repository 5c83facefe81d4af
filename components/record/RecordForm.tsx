// One record as a form: who is hired for what, what was found, the steps with those that the findings make urgent
// first, the candidate's explanation, the decision and the history. Every field is stored when it is left; a closed
// record is shown and not changed.
import { listed, t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import {
  type About,
  accountOf,
  type DueDiligence,
  emptyAbout,
  foundIn,
  type KeptFile,
  MAX_FILES,
  numberOf,
  type Step,
  stepOf,
} from '../../lib/record/record.ts';
import type { StepId } from '../../lib/record/steps.ts';
import { byUrgency } from '../../lib/record/urgent.ts';
import { routeTo } from '../dashboard/route.ts';
import { LevelMark } from '../LevelMark.tsx';
import { hasDashboard } from '../ToDashboard.tsx';
import { accountWords, day } from '../words.ts';
import { DecisionFields } from './DecisionFields.tsx';
import { FoundCopy } from './FoundCopy.tsx';
import { Note, TextField } from './fields.tsx';
import { History } from './History.tsx';
import { ReportText } from './ReportText.tsx';
import { StepFields } from './StepFields.tsx';

export interface RecordFormProps {
  record: DueDiligence;
  /** The marketplace's name. */
  site: string;
  /** What came of the last change: stored, or why not. */
  status: string;
  /** Company and reviewer of the record that was written last, to fill in with one press. */
  usual: Partial<About>;
  /** The day as the user's calendar has it, `2026-03-01`. */
  today: string;
  /** True after the user asked to delete the record and has not yet said that they are sure. */
  isDeleting: boolean;
  change: (how: (record: DueDiligence) => DueDiligence) => void;
  close: (isClosed: boolean) => void;
  fileOf: (file: File) => Promise<KeptFile>;
  print: () => void;
  saveJson: () => void;
  /** Asks whether the record is to be deleted, or takes the question back. */
  askToDelete: (isAsking: boolean) => void;
  deleteRecord: () => void;
}

export function RecordForm(props: RecordFormProps) {
  const { record, status, isDeleting, change, askToDelete, deleteRecord } = props;
  const disabled = record.closedAt !== undefined;
  const order = byUrgency(record.copies.slice(-1).flatMap((copy) => foundIn(copy).findings));
  // Whom the record names by then: a name that was written just now may not be drawn yet.
  const meToday = (now: DueDiligence) => ({ by: (now.about ?? emptyAbout).reviewer, on: props.today });
  return (
    <main>
      {hasDashboard() && (
        <p class="back">
          <a href="?">{t('record.all')}</a>
        </p>
      )}
      <h1>{t('record.titleOf', { account: record.name ?? accountWords(record.account) })}</h1>
      <p class="note">
        {t('record.number', { number: numberOf(record) })} · {accountWords(record.account)} ·{' '}
        {t('record.opened', { day: day(record.openedAt) })} · {t('record.changed', { day: day(record.changedAt) })}
      </p>
      <Ways {...props} disabled={disabled} />
      <p class="status" role="status">
        {status}
      </p>
      {record.closedAt !== undefined && (
        <p class="warning" id="closed">
          {t('record.closedOn', { day: day(record.closedAt) })}
        </p>
      )}

      <h2>{t('record.about.title')}</h2>
      <AboutFields {...props} disabled={disabled} />

      <h2>{t('record.found')}</h2>
      {record.copies.toReversed().map((copy) => (
        <details class="aside" key={copy.takenAt}>
          <summary>
            {t('record.copiedShort', { day: day(copy.takenAt) })} <LevelMark level={copy.assessment.level} />{' '}
            {listed([...new Set(copy.assessment.findings.map(({ flag }) => titleOf(flag)))])}
          </summary>
          <FoundCopy copy={copy} />
        </details>
      ))}
      <ReportText record={record} site={props.site} />

      <h2>{t('record.steps')}</h2>
      <p class="note">{t('record.intro')}</p>
      <p class="note">
        {t('record.stepsDone', {
          done: order.filter(({ measure }) => stepOf(record, measure).outcome !== 'open').length,
          all: order.length,
        })}
      </p>
      {order.map(({ measure, because }) => (
        <StepFields
          key={measure}
          step={stepOf(record, measure)}
          because={because}
          disabled={disabled}
          meToday={() => change((now) => withStep(now, measure, meToday(now)))}
          addFile={async (file) => {
            const kept = await props.fileOf(file);
            change((now) => withStep(now, measure, { files: withFile(stepOf(now, measure), kept) }));
          }}
          change={(part) => change((now) => withStep(now, measure, part))}
        />
      ))}

      <h2>{t('record.explanation')}</h2>
      <Note
        bare
        label={t('record.explanation')}
        name="explanation"
        value={record.explanation}
        disabled={disabled}
        set={(explanation) => change((now) => ({ ...now, explanation }))}
      />

      <h2>{t('record.decision')}</h2>
      <DecisionFields
        decision={record.decision}
        openSteps={order.flatMap(({ measure, because }) =>
          because.length > 0 && stepOf(record, measure).outcome === 'open' ? [measure] : [],
        )}
        disabled={disabled}
        meToday={() => change((now) => ({ ...now, decision: { ...now.decision, ...meToday(now) } }))}
        decide={(part) => change((now) => ({ ...now, decision: { ...now.decision, ...part } }))}
      />

      <h2>{t('record.history.title')}</h2>
      <p class="note">{t('record.history.note')}</p>
      <details class="aside" id="history">
        <summary>{t('record.history.count', { count: record.history?.length ?? 0 })}</summary>
        <History history={record.history ?? []} />
      </details>

      <p class="row end">
        {isDeleting ? (
          <>
            <button type="button" class="plain" onClick={deleteRecord}>
              {t('record.deleteSure')}
            </button>
            <button type="button" class="plain" onClick={() => askToDelete(false)}>
              {t('common.cancel')}
            </button>
            <span class="note">{t('record.deleteNote')}</span>
          </>
        ) : (
          <button type="button" class="plain" id="delete" onClick={() => askToDelete(true)}>
            {t('record.deleteAsk')}
          </button>
        )}
      </p>
    </main>
  );
}

/** What can be done with the record as a whole. */
function Ways({ record, disabled, print, saveJson, close }: RecordFormProps & { disabled: boolean }) {
  return (
    <p class="row">
      <button type="button" class="plain" id="print" onClick={print}>
        {t('record.print')}
      </button>
      <button type="button" class="plain" id="json" onClick={saveJson}>
        {t('record.json')}
      </button>
      <button type="button" class="plain" id="close" onClick={() => close(!disabled)}>
        {t(disabled ? 'record.reopen' : 'record.close')}
      </button>
      {hasDashboard() && (
        <a href={`/dashboard.html${routeTo({ tab: 'developers', key: accountOf(record) })}`}>
          {t('record.toDeveloper')}
        </a>
      )}
    </p>
  );
}

const aboutFields = Object.keys(emptyAbout) as (keyof About)[];

/** What stands at the head of the record, written once. */
function AboutFields({ record, usual, disabled, change }: RecordFormProps & { disabled: boolean }) {
  const about = record.about ?? emptyAbout;
  const set = (part: Partial<About>) => change((now) => ({ ...now, about: { ...(now.about ?? emptyAbout), ...part } }));
  const canFill = !disabled && about.company === '' && about.reviewer === '' && (usual.company || usual.reviewer);
  return (
    <>
      <div class="columns">
        {aboutFields.map((field) => (
          <TextField
            key={field}
            label={field === 'reviewer' ? t('record.you') : t(`record.about.${field}`)}
            name={`about-${field}`}
            value={about[field]}
            disabled={disabled}
            set={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      {canFill && (
        <p class="row">
          <button type="button" class="plain" id="usual" onClick={() => set(usual)}>
            {t('record.about.usual', { who: [usual.reviewer, usual.company].filter(Boolean).join(', ') })}
          </button>
        </p>
      )}
    </>
  );
}

function withFile({ files = [] }: Step, kept: KeptFile): KeptFile[] {
  return files.length < MAX_FILES ? [...files, kept] : files;
}

function withStep(record: DueDiligence, measure: StepId, part: Partial<Step>): DueDiligence {
  const step = { ...stepOf(record, measure), ...part };
  const others = record.steps.filter((one) => one.measure !== measure);
  return { ...record, steps: [...others, step].sort((a, b) => a.measure.localeCompare(b.measure)) };
}
