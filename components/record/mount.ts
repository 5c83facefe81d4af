// Shows all records, or one with its printed page beside it, in an element of one of Hireflag's own pages.
import { type ComponentChild, Fragment, h, render } from 'preact';
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { t } from '../../lib/i18n/language.ts';
import { splitAccountKey } from '../../lib/model/account.ts';
import { MAX_SHORT } from '../../lib/model/limits.ts';
import { changed, closed, reopened, stubOf } from '../../lib/record/changes.ts';
import { exportedRecord, exportRecord } from '../../lib/record/export.ts';
import {
  type About,
  accountOf,
  type DueDiligence,
  type KeptFile,
  numberOf,
  recordSchema,
} from '../../lib/record/record.ts';
import { RECORD_ABOUT_KEY } from '../../lib/settings/settings.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { sites } from '../../lib/sites/registry.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import { NavBar } from '../NavBar.tsx';
import { saveFile } from '../save-file.ts';
import { accountWords, siteName } from '../words.ts';
import { PrintedRecord } from './PrintedRecord.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordList } from './RecordList.tsx';

/**
 * Shows the record of this id in `root`, or the list of all when there is no id.
 *
 * @param paper where the printed page of a record goes; it is seen on paper only
 * @param practice the practice page's own database, what stands above the record there in place of the bar, and until when
 * the record is what is shown there
 */
export async function mountRecords(
  root: Element,
  paper: Element,
  id: string | null,
  practice?: { db: HireflagDatabase; above: ComponentChild; signal: AbortSignal },
): Promise<void> {
  await settingsNow();
  const records = new Records<DueDiligence>(practice?.db ?? new HireflagDatabase());
  const title = (words: string) => {
    document.title = `Hireflag: ${words}`;
  };
  const draw = (view: ComponentChild) =>
    !practice?.signal.aborted &&
    render(h(Fragment, {}, practice?.above ?? h(NavBar, { current: 'records' }), view), root);
  if (id === null) {
    title(t('record.title'));
    draw(h(RecordList, { records: await records.all() }));
    return;
  }
  const { version } = browser.runtime.getManifest();
  const usual = await usualAbout();
  let status = '';
  let isDeleting = false;
  let stored = await records.get(id);
  /** What was written and is not stored yet, in its order: the form shows it at once. */
  let unsaved: ((record: DueDiligence) => DueDiligence)[] = [];

  let onPaper: DueDiligence | undefined;

  const redraw = () => {
    if (practice?.signal.aborted) return;
    if (!stored || stored.deletedAt !== undefined) {
      draw(
        h(
          'main',
          {},
          h('p', { role: 'status' }, status || t('record.gone')),
          h('p', {}, h('a', { href: '?' }, t('record.all'))),
        ),
      );
      render(null, paper);
      return;
    }
    const record = unsaved.reduce((now, how) => how(now), stored);
    title(t('record.titleOf', { account: record.name ?? accountWords(record.account) }));
    const { site, account } = splitAccountKey(accountOf(record));
    const acts = { change, close, fileOf, print, saveJson, askToDelete, deleteRecord };
    draw(h(RecordForm, { record, site: siteName(site), status, usual, today: today(), isDeleting, ...acts }));
    // On paper stands only what is stored, under its hash.
    if (stored === onPaper) return;
    onPaper = stored;
    const profile = sites.find((one) => one.id === site)?.profileUrl(account);
    const { sha256 } = exportedRecord(stored);
    runningHead(`Hireflag · ${numberOf(stored)} · ${stored.name ?? accountWords(stored.account)}`);
    render(h(PrintedRecord, { record: stored, profile, sha256, at: new Date().toISOString(), version }), paper);
  };
  const show = async () => {
    stored = await records.get(id);
    redraw();
  };

  /** One after the other, so that what is drawn is never older than what was drawn before. */
  let writing: Promise<void> = Promise.resolve();
  const write = (how: (record: DueDiligence) => DueDiligence, done: string) => {
    writing = writing.then(async () => {
      const batch = unsaved;
      const after = (now: DueDiligence) => how(batch.reduce((record, one) => changed(record, one), now));
      try {
        stored = await records.change(id, (now) => recordSchema.parse(after(now)));
        unsaved = unsaved.filter((one) => !batch.includes(one));
        status = done;
      } catch (error) {
        status = t('record.problem', { problem: error instanceof Error ? error.message : String(error) });
        // What could not be stored stays where it was typed, and goes with the next change; what never can be does not.
        stored = await records.get(id).catch(() => stored);
        if (error instanceof z.core.$ZodError || stored?.closedAt !== undefined) unsaved = [];
      }
      redraw();
    });
    return writing;
  };
  const change = async (how: (record: DueDiligence) => DueDiligence) => {
    unsaved = [...unsaved, how];
    redraw();
    await write((now) => now, t('record.saved'));
    if (stored?.about) await keepUsual({ company: stored.about.company, reviewer: stored.about.reviewer });
  };
  const close = (isClosed: boolean) =>
    write((now) => (isClosed ? closed(now) : reopened(now)), t(isClosed ? 'record.closedNow' : 'record.reopenedNow'));
  const print = async () => {
    await writing;
    window.print();
  };
  const saveJson = async () => {
    await writing;
    const record = await records.get(id);
    if (!record) return show();
    const file = new Blob([exportRecord(record)], { type: 'application/json' });
    saveFile(file, `hireflag-record-${record.account.replace(/[^\w-]+/g, '-').slice(0, 80)}.json`);
  };
  const askToDelete = async (isAsking: boolean) => {
    isDeleting = isAsking;
    await show();
  };
  const deleteRecord = async () => {
    await writing;
    await records.change(id, (now) => stubOf(now));
    status = t('record.deleted');
    await show();
  };
  // Another tab may have changed it meanwhile.
  addEventListener('focus', () => void show(), practice);
  redraw();
}

/** The day as the user's own calendar has it, `2026-03-01`. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** A file by its name and the hash of what is in it; the file itself is not kept. */
async function fileOf(file: File): Promise<KeptFile> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name.slice(0, MAX_SHORT), sha256 };
}

const usualSchema = z.object({ company: z.string(), reviewer: z.string() });

async function usualAbout(): Promise<Partial<About>> {
  const read = z.safeParse(usualSchema, (await browser.storage.local.get(RECORD_ABOUT_KEY))[RECORD_ABOUT_KEY]);
  return read.success ? read.data : {};
}

async function keepUsual(about: z.infer<typeof usualSchema>): Promise<void> {
  if (about.company !== '' || about.reviewer !== '') await browser.storage.local.set({ [RECORD_ABOUT_KEY]: about });
}

const pageStyle = new CSSStyleSheet();

/** Sets what stands at the head of every printed page, where the browser prints such. */
function runningHead(words: string): void {
  const quoted = `"${words.replace(/[\\"\n\r\f]/g, ' ')}"`;
  pageStyle.replaceSync(`@page { @top-left { content: ${quoted}; } }`);
  if (!document.adoptedStyleSheets.includes(pageStyle)) document.adoptedStyleSheets.push(pageStyle);
}
