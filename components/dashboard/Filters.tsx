// Search and filters of a list of accounts: of everyone, or of a project's bidders.
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { type Level, levels } from '../../lib/model/assessment.ts';
import type { AccountRow } from '../../lib/store/rows.ts';
import { levelWords, siteName } from '../words.ts';
import { type NoteKind, noteKinds } from './account-notes.ts';
import type { ListQuery } from './list-query.ts';

export interface FiltersProps {
  rows: readonly AccountRow[];
  query: ListQuery;
  onChange: (part: Partial<ListQuery>) => void;
}

export function Filters({ rows, query, onChange }: FiltersProps) {
  const sites = useMemo(() => [...new Set(rows.map(({ site }) => site))].sort(), [rows]);
  const flags = useMemo(() => [...new Set(rows.flatMap((row) => row.flags))].sort(), [rows]);
  return (
    <search class="filters">
      <label>
        {t('dashboard.search')}
        <input
          type="search"
          id="search"
          autocomplete="off"
          spellcheck={false}
          value={query.typed}
          onInput={(event) => onChange({ typed: event.currentTarget.value })}
        />
      </label>
      <Choice
        label={t('dashboard.level')}
        value={query.level}
        options={[...levels].reverse().map((level) => [level, levelWords(level)])}
        onChange={(level) => onChange({ level: level as Level | '' })}
      />
      <Choice
        label={t('dashboard.flag')}
        value={query.flag}
        options={flags.map((flag) => [flag, titleOf(flag)])}
        onChange={(flag) => onChange({ flag })}
      />
      {sites.length > 1 && (
        <Choice
          label={t('dashboard.site')}
          value={query.site}
          options={sites.map((site) => [site, siteName(site)])}
          onChange={(site) => onChange({ site })}
        />
      )}
      <Choice
        label={t('dashboard.note.title')}
        value={query.note}
        options={noteKinds.map((kind) => [kind, t(`dashboard.note.kinds.${kind}`)])}
        onChange={(note) => onChange({ note: note as NoteKind | '' })}
      />
    </search>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="">{t('dashboard.all')}</option>
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
