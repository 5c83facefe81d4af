// Shows what the user is to be told at the top of a page of Hireflag's own, and does what they choose.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { Notices } from '../../components/Notices.tsx';
import { dropNotice, NOTICES_KEY, type NoticeKind, noticesIn } from '../../lib/settings/notices.ts';
import { keepForNow, parseRetention, RETENTION_KEY } from '../../lib/store/retention.ts';
import { startJob } from './worker.ts';

/** @param canDelete whether old data may be deleted right here */
export async function showNotices(root: HTMLElement | null, canDelete: boolean): Promise<void> {
  if (!root) return;
  const { local } = browser.storage;
  const show = async () => {
    const notices = await noticesIn(local);
    render(h(Notices, { notices, onOpen, onPutAway, onDeleteOld: canDelete ? onDeleteOld : undefined }), root);
  };
  const onOpen = (path: string) => void browser.tabs.create({ url: browser.runtime.getURL(path) });
  const onPutAway = async (kind: NoticeKind) => {
    if (kind === 'old-data') {
      const retention = parseRetention((await local.get(RETENTION_KEY))[RETENTION_KEY]);
      await local.set({ [RETENTION_KEY]: keepForNow(retention, Date.now()) });
    }
    await dropNotice(local, kind);
  };
  const onDeleteOld = async (before: string) => {
    const { type } = await startJob({ type: 'expire', before }, () => {}).ended;
    if (type === 'done') await dropNotice(local, 'old-data');
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && NOTICES_KEY in changes) void show();
  });
  await show();
}
