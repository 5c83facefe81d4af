// The fields of a record's form. Each is stored when it is left, and keeps what is being typed into it until then,
// however often the form is drawn meanwhile.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { MAX_NOTE } from '../../lib/record/history.ts';

interface FieldProps {
  label: string;
  name: string;
  value: string;
  disabled?: boolean;
  set: (value: string) => void;
}

/** What a field shows and does: what is typed stays its own until it is left, and goes to `set` then. */
function useDraft(value: string, set: (value: string) => void) {
  const [draft, setDraft] = useState<string>();
  return {
    value: draft ?? value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => setDraft(currentTarget.value),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setDraft(undefined);
      set(currentTarget.value);
    },
  };
}

export function TextField({ label, name, value, disabled, set }: FieldProps) {
  const draft = useDraft(value, set);
  return (
    <label class="field">
      {label}
      <input type="text" name={name} maxlength={300} disabled={disabled} {...draft} />
    </label>
  );
}

export function DateField({ label, name, value, disabled, set }: FieldProps) {
  const draft = useDraft(value, set);
  return (
    <label class="field">
      {label}
      <input type="date" name={name} disabled={disabled} {...draft} />
    </label>
  );
}

/** @param props.bare without its label in sight, for where a heading says the same */
export function Note({ label, name, value, disabled, bare, set }: FieldProps & { bare?: boolean }) {
  const draft = useDraft(value, set);
  return (
    <label class="field">
      {!bare && label}
      <textarea name={name} aria-label={bare ? label : undefined} maxlength={MAX_NOTE} disabled={disabled} {...draft} />
    </label>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  name: string;
  value: T;
  choices: readonly T[];
  disabled?: boolean;
  words: (choice: T) => string;
  set: (choice: T) => void;
}

export function Choice<T extends string>({ label, name, value, choices, disabled, words, set }: ChoiceProps<T>) {
  return (
    <label class="field">
      {label}
      <select name={name} value={value} disabled={disabled} onChange={(event) => set(event.currentTarget.value as T)}>
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Fills in who did it and when in one press: the user, today. */
export function MeToday({ fill }: { fill: () => void }) {
  return (
    <p class="row">
      <button type="button" class="plain me-today" onClick={fill}>
        {t('record.meToday')}
      </button>
    </p>
  );
}
