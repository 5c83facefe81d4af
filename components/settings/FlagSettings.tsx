// The red flags among the settings: each on or off in one line; what it looks for, from which strength it counts and how
// it did in tests are folded below. With a search, since there are many.
import { useState } from 'preact/hooks';
import { language, t } from '../../lib/i18n/language.ts';
import { wordsOf } from '../../lib/i18n/sentences.ts';
import { type Strength, strengths } from '../../lib/model/finding.ts';
import type { ToldFlag } from '../../lib/red-flags/told.ts';
import type { SettingName, Settings } from '../../lib/settings/settings.ts';
import { measured } from './measured.ts';
import { Check, Group, toggled } from './parts.tsx';
import { RemotePrograms } from './RemotePrograms.tsx';
import { testedWords } from './tested-words.ts';

export interface FlagSettingsProps {
  settings: Settings;
  held: (name: SettingName) => boolean;
  flags: readonly ToldFlag[];
  change: (change: Partial<Settings>) => void;
}

export function FlagSettings({ settings, held, flags, change }: FlagSettingsProps) {
  const [typed, setTyped] = useState('');
  const shown = flags.filter((flag) => isMeant(typed, wordsOf(flag)));
  return (
    <Group part="flags" held={held('flagsOff')} note={t('settings.flagsNote')}>
      <label class="field">
        {t('settings.findFlag')}
        <input
          type="search"
          id="find-flag"
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p class="note" role="status">
        {typed.trim() !== '' && t('settings.flagsFound', { shown: shown.length, all: flags.length })}
      </p>
      {shown.map((flag) => (
        <FlagSetting key={flag.id} flag={flag} settings={settings} held={held} change={change} />
      ))}
    </Group>
  );
}

function FlagSetting(props: Omit<FlagSettingsProps, 'flags'> & { flag: ToldFlag }) {
  const { settings, held, flag, change } = props;
  const words = wordsOf(flag);
  const on = !settings.flagsOff.includes(flag.id);
  const weakest = settings.weakest[flag.id] ?? 'weak';
  return (
    <div class="flag">
      <Check
        name={`flag-${flag.id}`}
        label={words.title}
        checked={on}
        disabled={held('flagsOff')}
        set={(wanted) => change({ flagsOff: toggled(settings.flagsOff, flag.id, !wanted) })}
      />
      {/* What is not as it came stands open. */}
      <details class="more" open={weakest !== 'weak'}>
        <summary aria-label={t('settings.aboutFlag', { flag: words.title })}>{t('settings.about')}</summary>
        <p class="note">{words.looksFor}</p>
        <label class="field">
          {t('settings.weakest')}
          <select
            name={`weakest-${flag.id}`}
            aria-label={t('settings.weakestOf', { flag: words.title })}
            disabled={!on || held('weakest')}
            value={weakest}
            onChange={(event) =>
              change({ weakest: { ...settings.weakest, [flag.id]: event.currentTarget.value as Strength } })
            }
          >
            {strengths.map((strength) => (
              <option key={strength} value={strength} selected={weakest === strength}>
                {t(`settings.from.${strength}`)}
              </option>
            ))}
          </select>
        </label>
        {flag.id === 'remote-desktop' && (
          <RemotePrograms
            programs={settings.remotePrograms}
            disabled={!on || held('remotePrograms')}
            set={(remotePrograms) => change({ remotePrograms })}
          />
        )}
        {measured[flag.id] && <p class="note">{testedWords(flag.id)}</p>}
      </details>
    </div>
  );
}

/** Whether every word that was typed stands in a flag's title or in what it looks for. */
function isMeant(typed: string, { title, looksFor }: { title: string; looksFor: string }): boolean {
  const folded = (words: string) => words.toLocaleLowerCase(language());
  const text = folded(`${title} ${looksFor}`);
  return folded(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
