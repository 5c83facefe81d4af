// The programs that are taken for remote control, one a line, to edit.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { programName, remotePrograms } from '../../lib/red-flags/remote-desktop/programs.ts';
import { MAX_PROGRAMS } from '../../lib/settings/settings.ts';

export interface RemoteProgramsProps {
  programs: readonly string[];
  disabled: boolean;
  set: (programs: string[]) => void;
}

export function RemotePrograms({ programs, disabled, set }: RemoteProgramsProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <label class="field">
      {t('settings.remotePrograms')}
      <textarea
        name="remotePrograms"
        rows={8}
        spellcheck={false}
        disabled={disabled}
        value={draft ?? programs.join('\n')}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onChange={({ currentTarget }) => {
          setDraft(undefined);
          const names = [...new Set(currentTarget.value.split('\n').map(programName))].filter(
            ({ length }) => length > 1,
          );
          // An empty list would look for nothing: that is what the box of the red flag is for.
          set(names.length > 0 ? names.slice(0, MAX_PROGRAMS) : [...remotePrograms]);
        }}
      />
      {t('settings.remoteProgramsNote')}
    </label>
  );
}
