// The fields of a record's form. Each is stored when it is left.
import { MAX_NOTE } from '../../lib/record/history.ts';

interface FieldProps {
  label: string;
  name: string;
  value: string;
  disabled?: boolean;
  set: (value: string) => void;
}

export function TextField({ label, name, value, disabled, set }: FieldProps) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        name={name}
        maxlength={300}
        value={value}
        disabled={disabled}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

export function DateField({ label, name, value, disabled, set }: FieldProps) {
  return (
    <label class="field">
      {label}
      <input
        type="date"
        name={name}
        value={value}
        disabled={disabled}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

export function Note({ label, name, value, disabled, set }: FieldProps) {
  return (
    <label class="field">
      {label}
      <textarea
        name={name}
        maxlength={MAX_NOTE}
        value={value}
        disabled={disabled}
        onChange={(event) => set(event.currentTarget.value)}
      />
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
