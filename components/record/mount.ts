// Shows all records, or one with its printed page beside it, in an element of one of Hireflag's own pages.
import { type ComponentChild, Fragment, h, render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n/language.ts';
import { splitAccountKey } from '../../lib/model/account.ts';
import { exportedRecord, exportRecord } from '../../lib/record/export.ts';
import { accountOf, type DueDiligence, recordSchema } from '../../lib/record/record.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { sites } from '../../lib/sites/registry.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import { NavBar } from '../NavBar.tsx';
import { accountWords } from '../words.ts';
import { PrintedRecord } from './PrintedRecord.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordList } from './RecordList.tsx';

/**
 * Shows the record of this id in `root`, or the list of all when there is no id.
 *
 * @param paper where the printed page of a record goes; it is seen on paper only
 */
export async function mountRecords(root: Element, paper: Element, id: string | null): Promise<void> {
  await settingsNow();
  const records = new Records<DueDiligence>(new HireflagDatabase());
  const title = (words: string) => {
    document.title = `Hireflag: ${words}`;
  };
  const draw = (view: ComponentChild) => render(h(Fragment, {}, h(NavBar, { current: 'records' }), view), root);
  if (id === null) {
    title(t('record.title'));
    draw(h(RecordList, { records: await records.all() }));
    return;
  }
  const { version } = browser.runtime.getManifest();
  let status = '';
  let isDeleting = false;

  const show = async () => {
    const record = await records.get(id);
    if (!record) {
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
    title(t('record.titleOf', { account: accountWords(record.account) }));
    draw(h(RecordForm, { record, status, isDeleting, change, print, saveJson, askToDelete, deleteRecord }));
    const { site, account } = splitAccountKey(accountOf(record));
    const profile = sites.find((one) => one.id === site)?.profileUrl(account);
    const { sha256 } = await exportedRecord(record);
    render(h(PrintedRecord, { record, profile, sha256, at: new Date().toISOString(), version }), paper);
  };
  const change = async (how: (record: DueDiligence) => DueDiligence) => {
    try {
      await records.change(id, (now) => recordSchema.parse({ ...how(now), changedAt: new Date().toISOString() }));
      status = t('record.saved');
    } catch (error) {
      status = t('record.problem', { problem: error instanceof Error ? error.message : String(error) });
    }
    await show();
  };
  const print = () => window.print();
  const saveJson = async () => {
    const record = await records.get(id);
    if (!record) return show();
    const address = URL.createObjectURL(new Blob([await exportRecord(record)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `hireflag-record-${record.account.replace(/[^\w-]+/g, '-').slice(0, 80)}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  const askToDelete = async (isAsking: boolean) => {
    isDeleting = isAsking;
    await show();
  };
  const deleteRecord = async () => {
    await records.delete(id);
    status = t('record.deleted');
    await show();
  };
  // Another tab may have changed it meanwhile.
  addEventListener('focus', () => void show());
  await show();
}
