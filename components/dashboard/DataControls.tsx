// The data itself: how much there is, taking it out and in, how long it is kept, deleting it, and what
// each permission is for.
import type { ComponentChildren } from 'preact';
import { language, t } from '../../lib/i18n/language.ts';
import { ChooseFile } from '../ChooseFile.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { DropSection } from './DropSection.tsx';
import { isTaken, type Outcome, OutcomeWords, WhatNext } from './ImportOutcome.tsx';
import { Progress } from './Progress.tsx';
import { Retention, type RetentionProps } from './Retention.tsx';

export type Job = 'checking' | 'reading' | 'pages' | 'storing' | 'assessing' | 'exporting' | 'deleting';

export interface DataControlsProps {
  totals: { accounts: number; observations: number } | undefined;
  /** Bytes on disk, as the browser estimates them. */
  used: number | undefined;
  retention: Omit<RetentionProps, 'disabled'>;
  running: { job: Job; done: number; of: number | undefined; stop: () => void } | undefined;
  outcome: { job: 'export' | 'import' | 'pages' | 'keep' | 'delete'; of: Outcome } | undefined;
  onExport: () => void;
  onExportNotes: () => void;
  onImport: (file: File) => void;
  onPages: (files: readonly File[]) => void;
  /** The user says which page a saved file is of. */
  onAddress: (file: File, url: string) => void;
  onDeleteAll: () => void;
  /** What else can be taken in, each a section. */
  children?: ComponentChildren;
}

export function DataControls(props: DataControlsProps) {
  const { totals, used, running, outcome } = props;
  const busy = running !== undefined;
  const progress = (...jobs: Job[]) =>
    running && jobs.includes(running.job) ? (
      <Progress
        words={t(`dashboard.data.${running.job}`)}
        done={running.done}
        of={running.of}
        // A file is checked before it is known how many observations it has.
        {...(running.job === 'checking' && { amount: bytes })}
        onStop={running.stop}
      />
    ) : null;
  const said = (job: 'export' | 'import' | 'pages' | 'keep' | 'delete') => (
    <div role="status" class="outcome" data-outcome={outcome?.job === job ? outcome.of.type : undefined}>
      {outcome?.job === job && !busy && <OutcomeWords outcome={outcome.of} onAddress={props.onAddress} />}
      {outcome?.job === job && !busy && isTaken(job, outcome.of) && <WhatNext />}
    </div>
  );
  return (
    <article class="data">
      <h1>{t('dashboard.tab.data')}</h1>
      <section aria-labelledby="stored">
        <h2 id="stored">{t('dashboard.data.stored')}</h2>
        {totals && (
          <p>
            {t('dashboard.data.storedText', totals)}{' '}
            {used !== undefined && t('dashboard.data.used', { size: bytes(used) })}
          </p>
        )}
      </section>
      <section aria-labelledby="export">
        <h2 id="export">{t('dashboard.data.export')}</h2>
        <p>{t('dashboard.data.exportText')}</p>
        <p class="row">
          <button type="button" class="plain" id="export-all" disabled={busy} onClick={props.onExport}>
            {t('dashboard.data.exportButton')}
          </button>
          <button type="button" class="plain" id="export-notes" disabled={busy} onClick={props.onExportNotes}>
            {t('dashboard.data.exportNotes')}
          </button>
        </p>
        {progress('exporting')}
        {said('export')}
      </section>
      <section aria-labelledby="import">
        <h2 id="import">{t('dashboard.data.import')}</h2>
        <p>{t('dashboard.data.importText')}</p>
        <ChooseFile
          label={t('dashboard.data.file')}
          id="import-file"
          accept=".jsonl,.ndjson,.json,.txt"
          disabled={busy}
          onFiles={([file]) => props.onImport(file)}
        />
        {progress('checking', 'reading', 'storing', 'assessing')}
        {said('import')}
      </section>
      <DropSection labelledBy="pages" disabled={busy} onFiles={props.onPages}>
        <h2 id="pages">{t('dashboard.data.savedPages')}</h2>
        <p>{t('dashboard.data.savedPagesText')}</p>
        <ChooseFile
          label={t('dashboard.data.savedPagesFiles')}
          id="import-pages"
          accept=".html,.htm,.mhtml,.mht"
          multiple
          disabled={busy}
          onFiles={props.onPages}
        />
        {progress('pages')}
        {said('pages')}
      </DropSection>
      {props.children}
      <section aria-labelledby="keep">
        <h2 id="keep">{t('dashboard.data.keep')}</h2>
        <p>{t('dashboard.data.keepText')}</p>
        <Retention {...props.retention} disabled={busy} />
        {said('keep')}
      </section>
      <section aria-labelledby="delete">
        <h2 id="delete">{t('dashboard.data.delete')}</h2>
        <p>{t('dashboard.data.deleteText')}</p>
        <ConfirmButton
          id="delete-all"
          label={t('dashboard.data.deleteButton')}
          question={t('dashboard.data.deleteSure')}
          again={t('dashboard.data.deleteAgain')}
          disabled={busy}
          onConfirm={props.onDeleteAll}
        />
        {progress('deleting')}
        {said('delete')}
      </section>
      <section aria-labelledby="permissions">
        <h2 id="permissions">{t('dashboard.data.permissions')}</h2>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{t('dashboard.data.permission')}</th>
              <th scope="col">{t('dashboard.data.purpose')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <code>storage</code>
              </th>
              <td>{t('dashboard.data.storage')}</td>
            </tr>
            <tr>
              <th scope="row">
                <code>unlimitedStorage</code>
              </th>
              <td>{t('dashboard.data.unlimitedStorage')}</td>
            </tr>
            <tr>
              <th scope="row">
                <code>activeTab</code>
              </th>
              <td>{t('dashboard.data.activeTab')}</td>
            </tr>
            <tr>
              <th scope="row">
                <code>scripting</code>
              </th>
              <td>{t('dashboard.data.scripting')}</td>
            </tr>
            <tr>
              <th scope="row">
                <code>contextMenus</code>
              </th>
              <td>{t('dashboard.data.contextMenus')}</td>
            </tr>
            <tr>
              <th scope="row">
                <code>content_scripts</code>
              </th>
              <td>{t('dashboard.data.hosts')}</td>
            </tr>
          </tbody>
        </table>
      </section>
    </article>
  );
}

/** A size as people say it: `12 MB`. */
export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3));
  const format = { style: 'unit', unit: units[step] as string, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language(), format).format(size / 1_000 ** step);
}
