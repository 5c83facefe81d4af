// A field in which the user chooses a file of theirs, or several.

export interface ChooseFileProps {
  label: string;
  /** Endings and kinds that the browser offers. */
  accept?: string;
  id?: string;
  multiple?: boolean;
  disabled?: boolean;
  /** Called with those that were chosen, at least one. */
  onFiles: (files: readonly [File, ...File[]]) => void;
}

export function ChooseFile({ label, onFiles, ...input }: ChooseFileProps) {
  return (
    <label>
      {label}{' '}
      <input
        type="file"
        {...input}
        onChange={({ currentTarget }) => {
          const [first, ...more] = currentTarget.files ?? [];
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = '';
          if (first) onFiles([first, ...more]);
        }}
      />
    </label>
  );
}
