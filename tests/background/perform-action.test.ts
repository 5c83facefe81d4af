// @vitest-environment happy-dom
// What the user does in a panel, from the message to what the panel says next.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { Fragment, h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { lookOf, lookWords } from '../../components/look.ts';
import { Outcome, type OutcomeView } from '../../components/Outcome.tsx';
import { Panel, type PanelView } from '../../components/Panel.tsx';
import { assessAgain } from '../../entrypoints/background/account-list.ts';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import type { UserContext } from '../../entrypoints/background/user-context.ts';
import type { Worker } from '../../entrypoints/background/worker.ts';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { forgetNames } from '../../lib/i18n/people.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { parseReply } from '../../lib/protocol/messages.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Store } from '../../lib/store/store.ts';
import { guruFrame, guruPage, ownPage, userOf, workerOf } from './worker-of.ts';

const opened: string[] = [];
/** What the badges in the page were told to say, by account. */
const badges = new Map<string, string>();
let db: HireflagDatabase;
let store: Store;
let user: UserContext;
let worker: Worker;

/** Ada and Ben send one text; twenty others write their own. */
const shared =
  'I rebuilt the ordering desk of the flower wholesaler Halvik with 87 vans, moved four years of invoices across without losing a single line, and taught the night shift to trust the new screens; your greenhouse scheduling sounds like the same knot, so I would begin with the delivery calendar, then walk through the cold rooms with your foreman, note down which doors stick and which labels peel, and only afterwards draw the first plan.';
const bids: Observation[] = [
  ...['ada', 'ben'].map((account) => ({ account, text: shared })),
  ...Array.from({ length: 20 }, (_, i) => ({
    account: `other${i}`,
    text: Array.from({ length: 40 }, (_, w) => `word${i}x${w}`).join(' '),
  })),
].map(({ account, text }, i) => ({
  kind: 'bid',
  site: 'guru',
  seenAt: '2026-10-05T08:00:00Z',
  project: `p${i % 3}`,
  account,
  text,
}));

beforeEach(async () => {
  opened.length = 0;
  store = await Store.open({ name: 'act-test', projections });
  db = new HireflagDatabase('act-test');
  user = userOf(store, db, async (path) => opened.push(path));
  worker = workerOf(store, user);
  badges.clear();
  worker.tellBadge = async (_, account, { words, title }) => badges.set(account, `${words}: ${title}`);
  await store.remember(bids);
});
afterEach(async () => {
  await worker.afterwards.idle();
  store.close();
  db.close();
  await Dexie.delete('act-test');
});

/** The panel of an account in a frame of its own, after pressing a button in it, and what its badge says then. */
async function ask({
  account = 'ada',
  button,
}: {
  account?: string;
  button?: { action: string; values: object };
} = {}) {
  const issued = await answerMessage({ type: 'open-frame', site: 'guru', account }, guruPage, worker);
  const { token } = parseReply('open-frame', issued) as { token: string };
  const type = button ? 'press-in-frame' : 'frame';
  const reply = parseReply(type, await answerMessage({ type, token, ...button }, guruFrame, worker));
  if (reply.type === 'problem') throw new Error(reply.problem);
  if (reply.shown.view !== 'panel') throw new Error('no panel');
  await worker.afterwards.idle();
  return { panel: drawn(reply.shown), badge: badges.get(account) ?? '' };
}
const act = (action: string, values: Record<string, string> = {}) => ask({ button: { action, values } });
/** The HTML of a view, its texts as they were. */
function drawn(view: PanelView & OutcomeView): string {
  const root = document.createElement('div');
  render(h(Fragment, {}, h(Panel, view), h(Outcome, view)), root);
  return `${root.innerHTML}\n${root.textContent}`;
}

describe('in the panel of a bidder with a finding', () => {
  it('checked and fine calms the badge, says when and why, and can be taken back', async () => {
    expect((await ask()).badge).toContain('Look closer');
    const { panel, badge } = await act('fine', { reason: 'We met in <b>person</b>.' });
    expect(badge).toContain('Checked by you');
    expect(badge).not.toContain('One bid text');
    expect(panel).toMatch(/Checked by you on .+ and found fine: We met in <b>person<\/b>\./);
    const id = /data-decision="(\d+)"/.exec(panel)?.[1] ?? '';
    expect((await act('undo', { decision: id })).badge).toContain('Look closer');
  });

  it('the page is read once more after a decision, so that its line and the toolbar count anew, and after nothing else', async () => {
    const looked: number[] = [];
    worker.lookAgain = async (tab) => looked.push(tab);
    await ask();
    await act('open', { path: '/dashboard.html#/developer/guru%3Aben' });
    await act('record');
    await act('same-person', { other: '' });
    expect(looked).toEqual([]);
    await act('mute', { flag: 'reused-template' });
    expect(looked).toEqual([1]);
  });

  it('a decision reaches the pages of other tabs, whether it was made over a page or on the dashboard', async () => {
    const except: (number | undefined)[] = [];
    worker.lookAgainElsewhere = async (tab) => except.push(tab);
    await ask();
    await act('record');
    expect(except).toEqual([]);
    await act('mute', { flag: 'reused-template' });
    expect(except).toEqual([1]);
    const onDashboard = { type: 'act', site: 'guru', account: 'ben', action: 'fine', values: { reason: 'Met.' } };
    await answerMessage(onDashboard, ownPage, worker);
    await worker.afterwards.idle();
    expect(except).toEqual([1, undefined]);
    await answerMessage({ ...onDashboard, action: 'record', values: {} }, ownPage, worker);
    expect(except).toEqual([1, undefined]);
  });

  it('a link opens its view on the dashboard, and nothing else is opened', async () => {
    const view = 'dashboard.html#/developer/guru%3Aben';
    await act('open', { path: `/${view}` });
    expect(opened).toEqual([view]);
    for (const path of ['/settings.html', 'https://evil.example/', '//evil.example/dashboard.html#/developer/a', '']) {
      await act('open', { path });
    }
    await act('open');
    expect(opened).toEqual([view]);
  });

  it('people are called by the names that pages show, their ids stand beside', async () => {
    await store.remember([
      {
        kind: 'profile',
        site: 'guru',
        account: 'ada',
        role: 'freelancer',
        name: 'Ada O.',
        seenAt: '2026-10-05T08:00:00Z',
      },
      {
        kind: 'profile',
        site: 'guru',
        account: 'ben',
        role: 'freelancer',
        name: 'Ben <i>T.</i>',
        seenAt: '2026-10-05T08:00:00Z',
      },
    ]);
    await assessAgain(['guru:ada', 'guru:ben'], store, user.settings);
    onTestFinished(forgetNames);
    const { panel } = await ask();
    expect(panel).toMatch(/<h2[^>]*><bdi>Ada O\.<\/bdi><\/h2>/);
    expect(panel).toContain('@ada');
    expect(panel).toContain('Ben &lt;i&gt;T.&lt;/i&gt;');
  });

  it('what was decided about somebody else is not taken back', async () => {
    await store.decisions.add({
      kind: 'muted',
      account: 'upwork:~01',
      at: '2026-10-05T08:00:00Z',
      flag: 'rating-ring',
    });
    const id = (await store.decisions.of(['upwork:~01'])).get('upwork:~01')?.[0]?.id;
    await act('undo', { decision: `${id}` });
    expect((await store.decisions.of(['upwork:~01'])).size).toBe(1);
  });

  it('a muted flag no longer counts and stays to be seen', async () => {
    const { panel, badge } = await act('mute', { flag: 'reused-template' });
    expect(badge).not.toContain('Look closer');
    expect(badge).toMatch(/^Set aside by you:/);
    expect(panel).toMatch(/class="level"[^>]*>.*?Set aside by you</);
    expect(panel).not.toContain('Nothing found so far');
    expect(panel).toContain('Set aside: “Reused bid text”');
    expect(panel).toContain('muted by you for this account');
  });

  it.each(['mute', 'fine'])('a record that is opened after “%s” has the level of what was found', async (action) => {
    await act(action, { flag: 'reused-template' });
    await act('record');
    const { level, findings } = (await user.records.of('guru:ada'))?.copies[0]?.assessment ?? {};
    expect(findings?.[0]?.flag).toBe('reused-template');
    expect(level).toBe('look-closer');
  });

  it('what was decided stands in place of the level in the popup too, for the page and for a search', async () => {
    await ask();
    await act('mute', { flag: 'reused-template' });
    const own = { kind: 'own-page' } as const;
    for (const request of [
      { type: 'mark', site: 'guru', accounts: ['ada'] },
      { type: 'search', typed: 'ada' },
    ]) {
      const reply = await answerMessage(request, own, worker);
      const [found] = 'marks' in reply ? reply.marks : [];
      expect(found).toMatchObject({ account: 'ada', setAside: 1 });
      expect(found && lookWords(lookOf(found))).toBe('Set aside by you');
    }
  });

  it('a false alarm no longer counts', async () => {
    const { panel, badge } = await act('false-alarm', { flag: 'reused-template' });
    expect(badge).toMatch(/^Set aside by you:/);
    expect(badge).not.toContain('Look closer');
    expect(panel).toContain('marked as a false alarm by you');
  });

  it('one person with two accounts explains what only they share, from either side', async () => {
    expect((await act('same-person', { other: ' @ben ' })).badge).not.toContain('Look closer');
    expect((await ask({ account: 'ben' })).panel).toContain('Same person as @ada');
    expect((await act('not-same-person', { other: 'ben' })).badge).toContain('Look closer');
  });

  it.each([
    ['ben', 'guru:ben', '@ben'],
    ['https://www.freelancer.com/u/Ben-Ito?w=f', 'freelancer:ben-ito', '@ben-ito'],
    ['https://github.com/Ada-Okafor', 'github:ada-okafor', '@ada-okafor'],
    ['https://www.atelier.example/team/ada', 'web:atelier.example/team/ada', 'atelier.example/team/ada'],
    ['atelier.example/team#ada okafor', 'web:atelier.example/team#ada okafor', 'atelier.example/team#ada okafor'],
    ['#Ada Okafor', 'web:#ada okafor', 'ada okafor'],
    ['#ada@corp.example', 'web:#ada@corp.example', 'ada@corp.example'],
  ])('“%s” is an account, wherever it was seen', async (typed, key, shown) => {
    const { panel } = await act('same-person', { other: typed });
    expect(panel).toContain(`Same person as ${shown}`);
    expect((await user.decisions.of(['guru:ada'])).get('guru:ada')).toMatchObject([{ other: key }]);
  });

  it.each(['', '@', ' ada ', '#', 'https://www.upwork.com/nx/find-work/'])('“%s” is nobody else', async (other) => {
    const { panel } = await act('same-person', { other });
    expect(panel).toContain('not this one’s');
    expect(await user.decisions.of(['guru:ada'])).toEqual(new Map());
  });

  it('a name that nobody seen on the marketplace has is a slip, and no person', async () => {
    const { panel } = await act('same-person', { other: 'nobody-of-this-name' });
    expect(panel).toContain('Nobody of this name was seen on Guru');
    expect(await user.decisions.of(['guru:ada'])).toEqual(new Map());
  });

  it.each(['ada.okafor@corp.example', '@ada.okafor@corp.example'])('“%s” is nobody of a marketplace', async (other) => {
    const { panel } = await act('same-person', { other });
    expect(panel).toContain('log');
    expect(await user.decisions.of(['guru:ada'])).toEqual(new Map());
  });

  it('a record keeps a copy of what was found, and is opened on Hireflag’s own page', async () => {
    const { panel } = await act('record');
    expect(panel).toContain('In a due-diligence record');
    const record = await user.records.of('guru:ada');
    expect(record?.copies[0]?.assessment.findings[0]?.flag).toBe('reused-template');
    expect(record?.copies[0]?.version).toBe('1.2.3');
    await act('record');
    expect((await user.records.all()).map(({ copies }) => copies.length)).toEqual([1]);
    await act('open-record');
    expect(opened).toEqual([`record.html?id=${record?.id}`]);
    await act('mute', { flag: 'reused-template' });
    await store.forget(['guru:ada']);
    expect(await user.records.of('guru:ada')).toEqual(record);
    // What the user decided about a person goes with the person.
    expect((await user.decisions.of(['guru:ada'])).size).toBe(0);
  });

  it('a record names the project where the account bids on one only, and its history says so', async () => {
    await store.remember([
      { kind: 'project', site: 'guru', seenAt: '2026-10-05T08:00:00Z', project: 'p0', title: 'A booking desk' },
    ]);
    await act('record');
    const record = await user.records.of('guru:ada');
    expect(record?.about?.project).toBe('A booking desk');
    expect(record?.history?.map(({ what, to }) => [what, to])).toContainEqual(['about.project', 'A booking desk']);
    // Which of two is meant nobody has said.
    await store.remember([
      { kind: 'project', site: 'guru', seenAt: '2026-10-05T08:00:00Z', project: 'p1', title: 'A second desk' },
      { kind: 'bid', site: 'guru', seenAt: '2026-10-05T08:00:00Z', project: 'p2', account: 'ben', text: shared },
    ]);
    await ask({ account: 'ben', button: { action: 'record', values: {} } });
    expect((await user.records.of('guru:ben'))?.about?.project).toBe('');
  });

  it('the list of everyone follows what was decided', async () => {
    const listed = async () => (await db.accounts.get('guru:ada'))?.level;
    await ask();
    await worker.afterwards.idle();
    expect(await listed()).toBe('look-closer');
    await act('false-alarm', { flag: 'reused-template' });
    // The bid was compared with those of others, and nothing else was found.
    await worker.afterwards.idle();
    expect(await listed()).toBe('no-flags');
    await assessAgain(['guru:ada'], store, defaultSettings);
    expect(await listed()).toBe('no-flags');
  });

  it('settings may leave the flag out', async () => {
    user.settings = { ...defaultSettings, flagsOff: ['reused-template'] };
    expect((await ask()).badge).not.toContain('Look closer');
  });

  it('what cannot be done is refused', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(act('delete')).rejects.toThrow('Reload this page');
    await expect(act('fine', { reason: 'x'.repeat(2_001) })).rejects.toThrow('Reload this page');
    expect((await user.decisions.of(['guru:ada'])).size).toBe(0);
    quiet.mockRestore();
  });
});
