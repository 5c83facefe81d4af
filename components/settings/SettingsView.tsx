// Every setting with what it does, changed on the spot. What a policy holds fast is shown and cannot be changed.
import type { ComponentChildren } from 'preact';
import { languages, nameOf, t } from '../../lib/i18n/language.ts';
import { wordsOf } from '../../lib/i18n/sentences.ts';
import { type Strength, strengths } from '../../lib/model/finding.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { type SettingName, type Settings, type SettingsInForce, waitsForClick } from '../../lib/settings/settings.ts';
import { AboutLinks } from '../AboutLinks.tsx';
import { ConfirmButton } from '../dashboard/ConfirmButton.tsx';
import { measured } from './measured.ts';
import { testedWords } from './tested-words.ts';

export interface SettingsProps {
  inForce: SettingsInForce;
  flags: readonly RedFlag[];
  /** The marketplaces, by id and name. */
  sites: readonly { id: string; name: string }[];
  /** True for a moment after a change was stored. */
  saved: boolean;
  version: string;
  change: (change: Partial<Settings>) => void;
  /** The keys that open Hireflag over a page, as the browser writes them; empty where there are none. */
  shortcut: string;
  reset: () => void;
}

export function SettingsView({
  inForce: { settings, byPolicy },
  flags,
  sites,
  saved,
  version,
  change,
  shortcut,
  reset,
}: SettingsProps) {
  const held = (name: SettingName) => byPolicy.includes(name);
  return (
    <main>
      <h1>{t('settings.title')}</h1>
      <p class="status" role="status">
        {saved && t('settings.saved')}
      </p>

      <Group title={t('settings.language')} held={held('language')}>
        <label class="field">
          {t('settings.language')}
          <select
            name="language"
            disabled={held('language')}
            value={settings.language}
            onChange={(event) => change({ language: event.currentTarget.value as Settings['language'] })}
          >
            {(['auto', ...languages] as const).map((language) => (
              <option key={language} value={language} selected={settings.language === language}>
                {language === 'auto' ? t('settings.languageAuto') : nameOf(language)}
              </option>
            ))}
          </select>
        </label>
      </Group>

      <Group title={t('settings.pages')} held={held('badges')} note={t('settings.badgesNote')}>
        <Check
          name="badges"
          label={t('settings.badges')}
          checked={settings.badges}
          disabled={held('badges')}
          set={(badges) => change({ badges })}
        />
        <label class="field">
          {t('settings.calmMarks')}
          <select
            name="calmMarks"
            disabled={!settings.badges || held('calmMarks')}
            value={settings.calmMarks}
            onChange={(event) => change({ calmMarks: event.currentTarget.value as Settings['calmMarks'] })}
          >
            {(['ring', 'nothing'] as const).map((one) => (
              <option key={one} value={one} selected={settings.calmMarks === one}>
                {t(`settings.calm.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Check
          name="listLine"
          label={t('settings.listLine')}
          checked={settings.listLine}
          disabled={!settings.badges || held('listLine')}
          set={(listLine) => change({ listLine })}
        />
        <Check
          name="toolbarNumber"
          label={t('settings.toolbarNumber')}
          checked={settings.toolbarNumber}
          disabled={held('toolbarNumber')}
          set={(toolbarNumber) => change({ toolbarNumber })}
        />
      </Group>

      <Group title={t('settings.sites')} held={held('sitesOff')} note={t('settings.sitesNote')}>
        <Check
          name="readOnClick"
          label={t('settings.readOnClick')}
          checked={settings.readOnClick}
          disabled={held('readOnClick')}
          set={(readOnClick) => change({ readOnClick })}
        />
        <p class="note">{t('settings.readOnClickNote')}</p>
        {sites.map(({ id, name }) => (
          <div class="site" key={id}>
            <Check
              name={`site-${id}`}
              label={name}
              checked={!settings.sitesOff.includes(id)}
              disabled={held('sitesOff')}
              set={(on) => change({ sitesOff: toggled(settings.sitesOff, id, !on) })}
            />
            <Check
              name={`click-${id}`}
              label={t('settings.readOnClickSite')}
              spoken={t('settings.readOnClickSiteOf', { site: name })}
              checked={waitsForClick(settings, id)}
              disabled={settings.readOnClick || settings.sitesOff.includes(id) || held('readOnClickSites')}
              set={(on) => change({ readOnClickSites: toggled(settings.readOnClickSites, id, on) })}
            />
          </div>
        ))}
      </Group>

      <Group title={t('settings.flags')} held={held('flagsOff')} note={t('settings.flagsNote')}>
        {flags.map((flag) => {
          const words = wordsOf(flag);
          const on = !settings.flagsOff.includes(flag.id);
          const weakest = settings.weakest[flag.id] ?? 'weak';
          return (
            <div class="flag" key={flag.id}>
              <Check
                name={`flag-${flag.id}`}
                label={words.title}
                checked={on}
                disabled={held('flagsOff')}
                set={(wanted) => change({ flagsOff: toggled(settings.flagsOff, flag.id, !wanted) })}
              />
              <p class="note">{words.looksFor}</p>
              <label class="field">
                {t('settings.weakest')}
                <select
                  name={`weakest-${flag.id}`}
                  aria-label={t('settings.weakestOf', { flag: words.title })}
                  disabled={!on || held('weakest')}
                  value={weakest}
                  onChange={(event) =>
                    change({
                      weakest: {
                        ...settings.weakest,
                        [flag.id]: event.currentTarget.value as Strength,
                      },
                    })
                  }
                >
                  {strengths.map((strength) => (
                    <option key={strength} value={strength} selected={weakest === strength}>
                      {t(`settings.from.${strength}`)}
                    </option>
                  ))}
                </select>
              </label>
              {measured[flag.id] && <p class="note">{testedWords(flag.id)}</p>}
            </div>
          );
        })}
      </Group>

      <Group title={t('settings.privacy')} held={held('keepMessages')} note={t('settings.keepMessagesNote')}>
        <Check
          name="keepMessages"
          label={t('settings.keepMessages')}
          checked={settings.keepMessages}
          disabled={held('keepMessages')}
          set={(keepMessages) => change({ keepMessages })}
        />
      </Group>

      <Group title={t('settings.shortcut')} held={false} note={t('settings.shortcutNote')}>
        <p>{shortcut ? t('welcome.shortcut', { keys: shortcut }) : t('settings.noShortcut')}</p>
      </Group>

      <ConfirmButton id="reset" label={t('settings.reset')} question={t('settings.resetSure')} onConfirm={reset} />
      <AboutLinks version={version} />
    </main>
  );
}

interface GroupProps {
  title: string;
  held: boolean;
  note?: string;
  children: ComponentChildren;
}

function Group({ title, held, note, children }: GroupProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {held && <p class="policy">{t('settings.byPolicy')}</p>}
      {children}
      {note && <p class="note">{note}</p>}
    </fieldset>
  );
}

interface CheckProps {
  name: string;
  label: string;
  /** What it is called where what stands around it is not seen. */
  spoken?: string;
  checked: boolean;
  disabled: boolean;
  set: (checked: boolean) => void;
}

function Check({ name, label, spoken, checked, disabled, set }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        aria-label={spoken}
        checked={checked}
        disabled={disabled}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** The list with this id in it, or without. */
function toggled(ids: readonly string[], id: string, inside: boolean): string[] {
  const others = ids.filter((one) => one !== id);
  return inside ? [...others, id] : others;
}
