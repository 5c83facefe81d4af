// Imports pages that the user saved: each is read as the extension would have read it when it was open, and what was
// seen on all of them is taken in at once. Nothing of a page runs, and nothing is fetched.
import type { Outcome, PageRow } from '../../components/dashboard/ImportOutcome.tsx';
import { databaseProblem, databaseProblemWords } from '../../components/database-problem.ts';
import { t } from '../../lib/i18n/language.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { readAnyPage } from '../../lib/reading/any-page.ts';
import { inertDocument } from '../../lib/reading/inert-document.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { pagesIn, type SavedPage } from '../../lib/reading/saved-file.ts';
import { observationsIn, readPage, siteFor } from '../../lib/sites/registry.ts';
import { beginStaging, stageImport, unstageImport } from '../../lib/store/import-staging.ts';
import { summaryOf } from '../background/mark.ts';
import { db } from './database.ts';
import { store, type Tell } from './import-file.ts';

/** Larger files are left out: a saved page with its pictures has a tenth of it. Bytes. */
const MAX_PAGE_FILE = 50_000_000;
/** Most files at once. */
const MAX_FILES = 1_000;

/**
 * @param tell called at every step
 * @param address of the page, where the user said which it is
 * @returns what came of it, with a row for each page; never rejects
 */
export async function importPages(given: readonly File[], tell: Tell, address?: string): Promise<Outcome> {
  const files = given.slice(0, MAX_FILES);
  let of: string | undefined;
  const rows: PageRow[] = [];
  let stopped = false;
  let seen = 0;
  let isBegun = false;
  const stop = () => {
    stopped = true;
  };
  try {
    of = await beginStaging(db);
    for (const [n, file] of files.entries()) {
      tell('pages', n, files.length, stop);
      // So that the bar moves and the button is heard.
      await new Promise((resume) => setTimeout(resume));
      if (stopped) return { type: 'said', words: t('dashboard.data.stopped') };
      const { observations, row } = await readFile(file, address);
      rows.push(row);
      if (observations.length === 0) continue;
      stopped ||= !(await stageImport(db, of, observations));
      seen += observations.length;
    }
    if (stopped) return { type: 'said', words: t('dashboard.data.stopped') };
    const left = given.length - files.length;
    if (left > 0) rows.push({ file: '…', problem: t('dashboard.data.moreFiles', { count: left }) });
    if (seen === 0) return { type: 'pages', words: t('dashboard.data.nothingRead'), rows };
    isBegun = true;
    const stored = await store(of, seen, tell);
    return stored.type === 'said' ? { type: 'pages', words: stored.words, rows } : stored;
  } catch (error) {
    console.error(error);
    return {
      type: 'problem',
      words: databaseProblem(error) === 'full' ? t('dashboard.data.full') : databaseProblemWords(error),
    };
  } finally {
    if (of !== undefined && !isBegun) await unstageImport(db, of).catch(console.error);
  }
}

interface FileRead {
  observations: Observation[];
  row: PageRow;
}

async function readFile(file: File, address: string | undefined): Promise<FileRead> {
  const without = (problem: string): FileRead => ({ observations: [], row: { file: file.name, problem } });
  if (file.size > MAX_PAGE_FILE) return without(t('dashboard.data.pageTooLarge'));
  const [page] = pagesIn(new Uint8Array(await file.arrayBuffer()));
  if (!page) return without(t('dashboard.data.noPage'));
  const url = address ?? page.url;
  if (url === undefined) {
    const problem = t('dashboard.data.noAddress');
    return { observations: [], row: { file: file.name, problem, unplaced: file } };
  }
  return readSaved(page, url, file) ?? without(t('dashboard.data.noPage'));
}

function readSaved({ html, at }: SavedPage, url: string, file: File): FileRead | undefined {
  // A file from a machine whose clock is ahead was not saved tomorrow.
  const seenAt = new Date(Math.min(at ?? file.lastModified, Date.now())).toISOString();
  const document = inertDocument(html);
  const site = siteFor(url);
  const reading = site ? readPage(document, url, { seenAt })?.reading : readAnyPage(document, url, '', seenAt)?.reading;
  const parsed = reading && parseReading(JSON.parse(JSON.stringify(reading)));
  if (!parsed || 'problem' in parsed) return undefined;
  const observations = observationsIn(parsed.reading);
  const page = observations.find((one) => one.kind === 'page');
  return {
    observations,
    row: { file: file.name, site: site?.name ?? new URL(url).hostname, seenAt, page: summaryOf(page) },
  };
}
