// @vitest-environment happy-dom
// Accounts that are stored and not assessed yet, as after a large import: the dashboard never says of them that nobody was
// seen, and a background that the browser ended is started again.
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { db } from '../../entrypoints/dashboard/database.ts';
import { startJob } from '../../entrypoints/dashboard/worker.ts';
import { PendingAccounts } from '../../lib/store/pending.ts';
import { soon } from '../soon.ts';

const { runtime } = vi.hoisted(() => ({ runtime: { connect: vi.fn(), sendMessage: vi.fn() } }));
vi.mock('webextension-polyfill', () => ({ default: { runtime } }));

afterEach(async () => {
  document.body.replaceChildren();
  await db.delete();
  await db.open();
});

async function developers(): Promise<() => string> {
  const { DevelopersPage } = await import('../../entrypoints/dashboard/DevelopersPage.tsx');
  const root = document.createElement('div');
  document.body.append(root);
  const query = (await import('../../components/dashboard/list-query.ts')).everyone;
  render(<DevelopersPage place={{ query, onQuery: () => {}, scrolled: { top: 0 } }} />, root);
  return () => root.textContent ?? '';
}

it('are said to wait, with what can be done, where nobody else is listed', async () => {
  await new PendingAccounts(db).add(['guru:ada', 'guru:ben']);
  const text = await developers();
  await soon(() => expect(text()).toContain('Some accounts have not been assessed yet.'));
  expect(text()).not.toContain('Nobody has been seen yet');
  expect(document.querySelector('#assess-again')).not.toBeNull();
});

it('and that nobody was seen is said where it is so', async () => {
  const text = await developers();
  await soon(() => expect(text()).toContain('Nobody has been seen yet'));
  expect(text()).not.toContain('not been assessed');
});

it('are gone on with by another background, which a question starts, where the browser ended the one that had them', async () => {
  let leave = () => {};
  runtime.connect.mockReturnValue({
    onMessage: { addListener: () => {} },
    onDisconnect: { addListener: (listener: () => void) => (leave = listener) },
    postMessage: () => {},
  });
  runtime.sendMessage.mockResolvedValue({ type: 'totals', accounts: 0 });
  const { ended } = startJob({ type: 'assess-everyone' }, () => {});
  expect(runtime.sendMessage).not.toHaveBeenCalled();
  leave();
  expect(await ended).toEqual({ type: 'stopped' });
  expect(runtime.sendMessage).toHaveBeenCalledWith(expect.objectContaining({ type: 'totals' }));
});
