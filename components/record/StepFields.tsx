// One step of a record's form: what it asks for, why it is urgent, what came of it, and what was kept to show for it.
import { useState } from 'preact/hooks';
import { listed, t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { type KeptFile, MAX_FILES, type Outcome, outcomes, type Step } from '../../lib/record/record.ts';
import { isMeasure } from '../../lib/record/steps.ts';
import { Clause } from '../Clause.tsx';
import { Choice, DateField, MeToday, Note, TextField } from './fields.tsx';
import { outcomeWords } from './words.ts';

export interface StepProps {
  step: Step;
  /** Flags that make the step urgent. */
  because: readonly string[];
  disabled: boolean;
  change: (part: Partial<Step>) => void;
  /** Fills in who and when. */
  meToday: () => void;
  /** Adds a file's name and what is in it, without keeping it. */
  addFile: (file: File) => void;
}

export function StepFields({ step, because, disabled, change, meToday, addFile }: StepProps) {
  const { measure, files = [] } = step;
  // What is urgent or begun stands open; of sixteen steps the others are a line each until they are wanted.
  const [isOpen] = useState(
    because.length > 0 ||
      step.outcome !== 'open' ||
      files.length > 0 ||
      [step.on, step.by, step.note, step.kept].some(Boolean),
  );
  const needsReason = step.outcome === 'not-possible' || step.outcome === 'not-needed';
  return (
    <fieldset class="step" data-measure={measure}>
      <legend>
        {measure} {t(`record.measures.${measure}.title`)}
      </legend>
      {because.length > 0 && (
        <p class="urgent">{t('record.because', { flags: listed(because.map((id) => titleOf(id))) })}</p>
      )}
      <p>{t(`record.measures.${measure}.how`)}</p>
      {isMeasure(measure) && (
        <details class="aside">
          <summary>{t('record.advisoryWords')}</summary>
          <blockquote>
            <Clause id={measure} />
          </blockquote>
        </details>
      )}
      <details class="fill-in" open={isOpen}>
        <summary>{t('record.fillIn')}</summary>
        <div class="columns">
          <Choice<Outcome>
            label={t('record.outcome')}
            name={`${measure}-outcome`}
            value={step.outcome}
            choices={outcomes}
            disabled={disabled}
            words={outcomeWords}
            set={(outcome) => change({ outcome })}
          />
          <DateField
            label={t('record.on')}
            name={`${measure}-on`}
            value={step.on}
            disabled={disabled}
            set={(on) => change({ on })}
          />
          <TextField
            label={t('record.by')}
            name={`${measure}-by`}
            value={step.by}
            disabled={disabled}
            set={(by) => change({ by })}
          />
        </div>
        {!disabled && <MeToday fill={meToday} />}
        <Note
          label={t(needsReason ? 'record.noteBecause' : 'record.note')}
          name={`${measure}-note`}
          value={step.note}
          disabled={disabled}
          set={(note) => change({ note })}
        />
        {needsReason && step.note === '' && <p class="urgent">{t('record.reasonMissing')}</p>}
        <TextField
          label={t('record.kept')}
          name={`${measure}-kept`}
          value={step.kept}
          disabled={disabled}
          set={(kept) => change({ kept })}
        />
        {files.length > 0 && <FileList files={files} />}
        {!disabled && files.length < MAX_FILES && (
          <label class="field">
            {t('record.addFile')}
            <input
              type="file"
              name={`${measure}-file`}
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) addFile(file);
                currentTarget.value = '';
              }}
            />
          </label>
        )}
      </details>
    </fieldset>
  );
}

/** Files by their name and what is in them. */
export function FileList({ files }: { files: readonly KeptFile[] }) {
  return (
    <ul class="files">
      {files.map(({ name, sha256 }) => (
        <li key={`${name} ${sha256}`}>
          {name} <span class="small">SHA-256</span> <code>{sha256}</code>
        </li>
      ))}
    </ul>
  );
}
