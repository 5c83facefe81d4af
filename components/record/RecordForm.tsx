// One record as a form: the advisory's measures as steps, those that the findings make urgent first, the
// candidate's explanation and the decision. Every field is stored when it is left.
import { listed, t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { clauses } from '../../lib/model/advisory.ts';
import {
  accountOf,
  type DueDiligence,
  foundIn,
  MAX_NOTE,
  type Measure,
  type Outcome,
  outcomes,
  type Step,
  type Verdict,
  verdicts,
} from '../../lib/record/record.ts';
import { byUrgency } from '../../lib/record/urgent.ts';
import { routeTo } from '../dashboard/route.ts';
import { LevelMark } from '../LevelMark.tsx';
import { accountWords, day } from '../words.ts';
import { FoundCopy } from './FoundCopy.tsx';
import { outcomeWords, verdictWords } from './words.ts';

export interface RecordFormProps {
  record: DueDiligence;
  /** What came of the last change: stored, or why not. */
  status: string;
  /** True after the user asked to delete the record and has not yet said that they are sure. */
  isDeleting: boolean;
  change: (how: (record: DueDiligence) => DueDiligence) => void;
  print: () => void;
  saveJson: () => void;
  /** Asks whether the record is to be deleted, or takes the question back. */
  askToDelete: (isAsking: boolean) => void;
  deleteRecord: () => void;
}

export function RecordForm(props: RecordFormProps) {
  const { record, status, isDeleting, change, print, saveJson, askToDelete, deleteRecord } = props;
  const latest = record.copies.slice(-1).flatMap((copy) => foundIn(copy).findings);
  const { decision } = record;
  const decide = (part: Partial<DueDiligence['decision']>) =>
    change((now) => ({ ...now, decision: { ...now.decision, ...part } }));
  return (
    <main>
      <p class="back">
        <a href="?">{t('record.all')}</a>
      </p>
      <h1>{t('record.titleOf', { account: accountWords(record.account) })}</h1>
      <p class="note">
        {t('record.opened', { day: day(record.openedAt) })} · {t('record.changed', { day: day(record.changedAt) })}
      </p>
      <p class="row">
        <button type="button" class="plain" id="print" onClick={print}>
          {t('record.print')}
        </button>
        <button type="button" class="plain" id="json" onClick={saveJson}>
          {t('record.json')}
        </button>
        <a href={`/dashboard.html${routeTo({ tab: 'developers', key: accountOf(record) })}`}>
          {t('record.toDeveloper')}
        </a>
      </p>
      <p class="status" role="status">
        {status}
      </p>

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

      <h2>{t('record.steps')}</h2>
      <p class="note">{t('record.intro')}</p>
      {byUrgency(latest).map(({ measure, because }) => (
        <StepFields
          key={measure}
          step={stepOf(record, measure)}
          because={because}
          change={(part) => change((now) => withStep(now, measure, part))}
        />
      ))}

      <h2>{t('record.explanation')}</h2>
      <textarea
        name="explanation"
        aria-label={t('record.explanation')}
        maxlength={MAX_NOTE}
        value={record.explanation}
        onChange={(event) => {
          const explanation = event.currentTarget.value;
          change((now) => ({ ...now, explanation }));
        }}
      />

      <h2>{t('record.decision')}</h2>
      <div class="columns">
        <Choice<Verdict>
          label={t('record.decision')}
          name="verdict"
          value={decision.verdict}
          choices={verdicts}
          words={verdictWords}
          set={(verdict) => decide({ verdict })}
        />
        <DateField label={t('record.on')} name="decided-on" value={decision.on} set={(on) => decide({ on })} />
        <TextField label={t('record.by')} name="decided-by" value={decision.by} set={(by) => decide({ by })} />
      </div>
      <Note label={t('record.why')} name="decided-why" value={decision.why} set={(why) => decide({ why })} />

      <p class="row end">
        {isDeleting ? (
          <>
            <button type="button" class="plain" onClick={deleteRecord}>
              {t('record.deleteSure')}
            </button>
            <button type="button" class="plain" onClick={() => askToDelete(false)}>
              {t('common.cancel')}
            </button>
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

interface StepProps {
  step: Step;
  /** Flags that make the step urgent. */
  because: readonly string[];
  change: (part: Partial<Step>) => void;
}

function StepFields({ step, because, change }: StepProps) {
  const { measure } = step;
  return (
    <fieldset class="step" data-measure={measure}>
      <legend>
        {measure} {t(`record.measures.${measure}.title`)}
      </legend>
      {because.length > 0 && (
        <p class="urgent">{t('record.because', { flags: listed(because.map((id) => titleOf(id))) })}</p>
      )}
      <p>{t(`record.measures.${measure}.how`)}</p>
      <details class="aside">
        <summary>{t('record.advisoryWords')}</summary>
        <blockquote lang="en">{clauses[measure]}</blockquote>
      </details>
      <div class="columns">
        <Choice<Outcome>
          label={t('record.outcome')}
          name={`${measure}-outcome`}
          value={step.outcome}
          choices={outcomes}
          words={outcomeWords}
          set={(outcome) => change({ outcome })}
        />
        <DateField label={t('record.on')} name={`${measure}-on`} value={step.on} set={(on) => change({ on })} />
        <TextField label={t('record.by')} name={`${measure}-by`} value={step.by} set={(by) => change({ by })} />
      </div>
      <Note label={t('record.note')} name={`${measure}-note`} value={step.note} set={(note) => change({ note })} />
      <TextField label={t('record.kept')} name={`${measure}-kept`} value={step.kept} set={(kept) => change({ kept })} />
    </fieldset>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value: string;
  set: (value: string) => void;
}

function TextField({ label, name, value, set }: FieldProps) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        name={name}
        maxlength={300}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

function DateField({ label, name, value, set }: FieldProps) {
  return (
    <label class="field">
      {label}
      <input type="date" name={name} value={value} onChange={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

function Note({ label, name, value, set }: FieldProps) {
  return (
    <label class="field">
      {label}
      <textarea name={name} maxlength={MAX_NOTE} value={value} onChange={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  name: string;
  value: T;
  choices: readonly T[];
  words: (choice: T) => string;
  set: (choice: T) => void;
}

function Choice<T extends string>({ label, name, value, choices, words, set }: ChoiceProps<T>) {
  return (
    <label class="field">
      {label}
      <select name={name} value={value} onChange={(event) => set(event.currentTarget.value as T)}>
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

function stepOf(record: DueDiligence, measure: Measure): Step {
  const empty: Step = { measure, outcome: 'open', on: '', by: '', note: '', kept: '' };
  return record.steps.find((step) => step.measure === measure) ?? empty;
}

function withStep(record: DueDiligence, measure: Measure, part: Partial<Step>): DueDiligence {
  const step = { ...stepOf(record, measure), ...part };
  const others = record.steps.filter((one) => one.measure !== measure);
  return { ...record, steps: [...others, step].sort((a, b) => a.measure.localeCompare(b.measure)) };
}
