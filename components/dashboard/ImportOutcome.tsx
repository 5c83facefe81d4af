// What came of an import: how much of it is new, what could not be used and why, the address of a saved page that does
// not name its own, and where to go on.
import { useState } from 'preact/hooks';
import { language, t } from '../../lib/i18n/language.ts';
import type { PageSummary } from '../../lib/protocol/shapes.ts';
import type { Checked } from '../../lib/store/import.ts';
import { PageReadLine } from '../PageReadLine.tsx';
import { problemWords } from './line-problem.ts';
import { routeTo } from './route.ts';

/** What was read of one saved page, or why nothing was; with the file where it is only its address that is missing. */
export type PageRow = { file: string } & (
  | { problem: string; unplaced?: File }
  | { site: string; seenAt: string; page: PageSummary }
);

/** What came of the last thing that was asked for. */
export type Outcome =
  | { type: 'said'; words: string }
  | { type: 'pages'; words: string; rows: readonly PageRow[] }
  | { type: 'problem'; words: string }
  | { type: 'refused'; checked: Checked };

export interface OutcomeProps {
  outcome: Outcome;
  onAddress: (file: File, url: string) => void;
}

/** Whether something was taken in, so that there is somebody to look at. */
export function isTaken(job: string, outcome: Outcome): boolean {
  if (outcome.type === 'pages') return outcome.rows.some((row) => 'page' in row);
  return job === 'import' && outcome.type === 'said';
}

/** The ways to who was seen. */
export function WhatNext() {
  return (
    <p class="next">
      {t('dashboard.data.next')} <a href={routeTo({ tab: 'projects' })}>{t('dashboard.tab.projects')}</a>
      {' · '}
      <a href={routeTo({ tab: 'developers' })}>{t('dashboard.tab.developers')}</a>
    </p>
  );
}

export function OutcomeWords({ outcome, onAddress }: OutcomeProps) {
  if (outcome.type === 'pages')
    return (
      <>
        <p class="said">{outcome.words}</p>
        <table class="small pages">
          <thead>
            <tr>
              <th scope="col">{t('dashboard.data.pageFile')}</th>
              <th scope="col">{t('dashboard.data.pageSite')}</th>
              <th scope="col">{t('dashboard.data.pageSaved')}</th>
              <th scope="col">{t('dashboard.data.pageWhat')}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.rows.map((row) => (
              <PageRowView key={row.file} row={row} onAddress={onAddress} />
            ))}
          </tbody>
        </table>
      </>
    );
  if (outcome.type !== 'refused') return <p class={outcome.type}>{outcome.words}</p>;
  const { problems, problemCount } = outcome.checked;
  return (
    <>
      <p class="problem">{t('dashboard.data.refused', { count: problemCount })}</p>
      <ul class="problems">
        {problems.map((problem) => (
          <li key={problem.line}>
            {t('dashboard.data.atLine', { line: problem.line, problem: problemWords(problem) })}
          </li>
        ))}
      </ul>
      {problemCount > problems.length && (
        <p>{t('dashboard.data.moreLines', { count: problemCount - problems.length })}</p>
      )}
    </>
  );
}

function PageRowView({ row, onAddress }: { row: PageRow } & Pick<OutcomeProps, 'onAddress'>) {
  if ('problem' in row)
    return (
      <tr data-read="not">
        <th scope="row">{row.file}</th>
        <td colSpan={3}>
          {row.problem}
          {row.unplaced && <AddressForm file={row.unplaced} onAddress={onAddress} />}
        </td>
      </tr>
    );
  return (
    <tr data-read={row.page.read}>
      <th scope="row">{row.file}</th>
      <td>{row.site}</td>
      <td>{new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(Date.parse(row.seenAt))}</td>
      <td>
        <PageReadLine page={row.page} />
      </td>
    </tr>
  );
}

/** Firefox does not write into a saved page where it is from, and no page has to. */
function AddressForm({ file, onAddress }: { file: File } & Pick<OutcomeProps, 'onAddress'>) {
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        const url = String(new FormData(event.currentTarget).get('url') ?? '').trim();
        const isPage = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
        setWrong(!isPage);
        if (isPage) onAddress(file, url);
      }}
    >
      <input
        type="text"
        name="url"
        inputMode="url"
        autocomplete="off"
        placeholder="https://"
        aria-label={t('dashboard.data.address', { file: file.name })}
        aria-invalid={isWrong}
      />{' '}
      <button type="submit" class="plain">
        {t('dashboard.data.addressRead')}
      </button>
      {isWrong && (
        <p class="problem" role="alert">
          {t('dashboard.data.addressWrong')}
        </p>
      )}
    </form>
  );
}
