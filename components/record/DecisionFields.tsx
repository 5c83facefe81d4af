// The decision of a record. Going ahead while urgent steps are open is asked about first, and takes a reason.
import { useState } from 'preact/hooks';
import { listed, t } from '../../lib/i18n/language.ts';
import { type DueDiligence, type Verdict, verdicts } from '../../lib/record/record.ts';
import type { StepId } from '../../lib/record/steps.ts';
import { Choice, DateField, MeToday, Note, TextField } from './fields.tsx';
import { verdictWords } from './words.ts';

export interface DecisionProps {
  decision: DueDiligence['decision'];
  /** Urgent steps that nobody has taken. */
  openSteps: readonly StepId[];
  disabled: boolean;
  decide: (part: Partial<DueDiligence['decision']>) => void;
  /** Fills in who and when. */
  meToday: () => void;
}

export function DecisionFields({ decision, openSteps, disabled, decide, meToday }: DecisionProps) {
  const [asked, setAsked] = useState<string>();
  const isAsking = asked !== undefined && openSteps.length > 0;
  const setVerdict = (verdict: Verdict) => {
    if (verdict === 'go-ahead' && openSteps.length > 0) return setAsked(decision.override ?? '');
    setAsked(undefined);
    decide({ verdict });
  };
  return (
    <>
      <div class="columns">
        <Choice<Verdict>
          label={t('record.decision')}
          name="verdict"
          value={isAsking ? 'go-ahead' : decision.verdict}
          choices={verdicts}
          disabled={disabled}
          words={verdictWords}
          set={setVerdict}
        />
        <DateField
          label={t('record.on')}
          name="decided-on"
          value={decision.on}
          disabled={disabled}
          set={(on) => decide({ on })}
        />
        <TextField
          label={t('record.by')}
          name="decided-by"
          value={decision.by}
          disabled={disabled}
          set={(by) => decide({ by })}
        />
      </div>
      {!disabled && <MeToday fill={meToday} />}
      {isAsking && (
        <div class="warning" role="alert" id="open-steps">
          <p>
            {t('record.openSteps', {
              count: openSteps.length,
              steps: listed(openSteps.map((id) => `${id} ${t(`record.measures.${id}.title`)}`)),
            })}
          </p>
          <label class="field">
            {t('record.override')}
            <input
              type="text"
              name="override"
              maxlength={300}
              value={asked}
              onInput={(event) => setAsked(event.currentTarget.value)}
            />
          </label>
          <p class="row">
            <button
              type="button"
              class="plain"
              id="go-ahead"
              disabled={asked.trim() === ''}
              onClick={() => {
                setAsked(undefined);
                decide({ verdict: 'go-ahead', override: asked.trim() });
              }}
            >
              {t('record.goAheadAnyway')}
            </button>
            <button type="button" class="plain" onClick={() => setAsked(undefined)}>
              {t('common.cancel')}
            </button>
          </p>
        </div>
      )}
      {decision.verdict !== 'open' && (decision.by === '' || decision.on === '') && (
        <p class="urgent">{t('record.whoMissing')}</p>
      )}
      <Note
        label={t('record.why')}
        name="decided-why"
        value={decision.why}
        disabled={disabled}
        set={(why) => decide({ why })}
      />
    </>
  );
}
