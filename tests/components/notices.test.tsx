// @vitest-environment happy-dom
// Quiet lines for the user: each says what it is about, leads on, and can be put away. Nothing is deleted by reading it.
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { News } from '../../components/first-run/News.tsx';
import { Notices } from '../../components/Notices.tsx';
import { parseNotices } from '../../lib/settings/notices.ts';

afterEach(() => document.body.replaceChildren());

const stored = {
  'old-data': { count: 1_200, all: 5_000, before: '2026-05-24T12:00:00.000Z' },
  'lost-data': { observations: 1 },
  updated: { version: '0.2.0' },
};

function view(from: unknown, canDelete: boolean) {
  const asked: string[] = [];
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <Notices
      notices={parseNotices(from)}
      onOpen={(path) => asked.push(`open ${path}`)}
      onPutAway={(kind) => asked.push(`put away ${kind}`)}
      onDeleteOld={canDelete ? (before) => asked.push(`delete ${before}`) : undefined}
    />,
    root,
  );
  const press = (kind: string, n: number) =>
    root.querySelectorAll<HTMLElement>(`[data-notice="${kind}"] button`)[n]?.click();
  return { asked, text: root.textContent ?? '', press };
}

it('say what they are about', () => {
  const { text } = view(stored, false);
  expect(text).toContain('1,200 of 5,000 observations were last seen before 24 May 2026');
  expect(text).toContain('1 observation was in it. If you have an export, import it');
  expect(text).toContain('updated to version 0.2.0');
});

it('speak of one as of one', () => {
  const one = Object.fromEntries(
    Object.entries(stored).map(([key, value]) => [key, { ...(value as object), count: 1, all: 1, observations: 1 }]),
  );
  expect(view(one, false).text).toContain('1 of 1 observation was last seen before 24 May 2026');
});

it('lead on, and are put away, each by itself', () => {
  const { asked, press } = view(stored, false);
  for (const kind of Object.keys(stored)) for (const n of [0, 1]) press(kind, n);
  expect(asked).toEqual([
    'open dashboard.html#/data',
    'put away old-data',
    'open dashboard.html#/data',
    'put away lost-data',
    'open news.html',
    'put away updated',
  ]);
});

it('old data is deleted only where it says how much, on that button', () => {
  const { asked, text, press } = view(stored, true);
  expect(text).toContain('Delete 1,200 observations for good');
  expect(asked).toEqual([]);
  press('old-data', 0);
  expect(asked).toEqual(['delete 2026-05-24T12:00:00.000Z']);
});

it('are nothing where nothing fitting is stored', () => {
  for (const from of [
    undefined,
    null,
    7,
    [],
    { updated: 7, 'old-data': { count: -1 }, other: {} },
    { __proto__: stored },
  ]) {
    expect(view(from, true).text).toBe('');
  }
});

it('what is new is said version by version', () => {
  const root = document.createElement('div');
  render(<News />, root);
  expect(root.querySelectorAll('section[data-version] li').length).toBeGreaterThan(3);
});
