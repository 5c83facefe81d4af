// Every setting with what it does, changed on the spot. What a policy holds fast is shown and cannot be changed.
import { languages, nameOf, t } from '../../lib/i18n/language.ts';
import type { ToldFlag } from '../../lib/red-flags/told.ts';
import { type SettingName, type Settings, type SettingsInForce, waitsForClick } from '../../lib/settings/settings.ts';
import { AboutLinks } from '../AboutLinks.tsx';
import { ConfirmButton } from '../dashboard/ConfirmButton.tsx';
import { FlagSettings } from './FlagSettings.tsx';
import { Check, Contents, Group, toggled } from './parts.tsx';

export interface SettingsProps {
  inForce: SettingsInForce;
  flags: readonly ToldFlag[];
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
      <Contents />

      <Group part="language" held={held('language')}>
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

      <Group part="pages" held={held('badges')} note={t('settings.badgesNote')}>
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

      <Group part="sites" held={held('sitesOff')} note={t('settings.sitesNote')}>
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

      <FlagSettings settings={settings} held={held} flags={flags} change={change} />

      <Group part="privacy" held={held('keepMessages')} note={t('settings.keepMessagesNote')}>
        <Check
          name="keepMessages"
          label={t('settings.keepMessages')}
          checked={settings.keepMessages}
          disabled={held('keepMessages')}
          set={(keepMessages) => change({ keepMessages })}
        />
      </Group>

      <Group part="shortcut" held={false} note={t('settings.shortcutNote')}>
        <p>{shortcut ? t('welcome.shortcut', { keys: shortcut }) : t('settings.noShortcut')}</p>
      </Group>

      <ConfirmButton id="reset" label={t('settings.reset')} question={t('settings.resetSure')} onConfirm={reset} />
      <AboutLinks version={version} />
    </main>
  );
}
