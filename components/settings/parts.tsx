// What the settings are put together from: groups, the way to each of them, and boxes to tick.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/language.ts';

/** The groups, in their order on the page. */
const parts = ['language', 'pages', 'sites', 'flags', 'privacy', 'shortcut'] as const;
type SettingsPart = (typeof parts)[number];

const idOf = (part: SettingsPart) => `settings-${part}`;

/** The way to each group: the page is long, and longest in a narrow window. */
export function Contents() {
  return (
    <nav class="contents" aria-label={t('settings.contents')}>
      {parts.map((part) => (
        <a key={part} href={`#${idOf(part)}`}>
          {t(`settings.${part}`)}
        </a>
      ))}
    </nav>
  );
}

export interface GroupProps {
  part: SettingsPart;
  held: boolean;
  note?: string;
  children: ComponentChildren;
}

export function Group({ part, held, note, children }: GroupProps) {
  return (
    <fieldset id={idOf(part)}>
      <legend>{t(`settings.${part}`)}</legend>
      {held && <p class="policy">{t('settings.byPolicy')}</p>}
      {children}
      {note && <p class="note">{note}</p>}
    </fieldset>
  );
}

export interface CheckProps {
  name: string;
  label: string;
  /** What it is called where what stands around it is not seen. */
  spoken?: string;
  checked: boolean;
  disabled: boolean;
  set: (checked: boolean) => void;
}

export function Check({ name, label, spoken, checked, disabled, set }: CheckProps) {
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
export function toggled(ids: readonly string[], id: string, inside: boolean): string[] {
  const others = ids.filter((one) => one !== id);
  return inside ? [...others, id] : others;
}
