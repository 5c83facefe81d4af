// @vitest-environment happy-dom
// The team's part of the settings: what it says of how things stand, and what it asks of the worker.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { TeamSection } from '../../components/team/TeamSection.tsx';
import { setLanguage } from '../../lib/i18n/language.ts';
import type { TeamReply, TeamView } from '../../lib/team/messages.ts';
import { problems, refusals } from '../../lib/team/state.ts';

afterEach(() => setLanguage('en'));

const alone: TeamView = { sent: 0, received: 0, waiting: 0, refused: {}, tooLarge: 0, more: false };
const inTeam: TeamView = {
  ...alone,
  key: 'UABC',
  team: {
    name: 'Quay',
    server: 'wss://pool.example',
    joinedAt: '2026-11-01T08:00:00.000Z',
    members: ['Ana', 'Ben'],
    listed: true,
    erases: true,
    decisions: false,
    sharesDecisions: false,
  },
};

function shown(view: TeamView, wrong?: TeamReply['wrong'] | 'failed') {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const ask = vi.fn();
  render(<TeamSection view={view} wrong={wrong} busy={false} ask={ask} />, root);
  return { root, ask };
}
const press = (root: Element, name: string) =>
  act(() => root.querySelector<HTMLButtonElement>(`[name="${name}"]`)?.click());

it('makes a key first, and joins with what was pasted', async () => {
  const { root, ask } = shown(alone);
  await press(root, 'team-key');
  expect(ask).toHaveBeenLastCalledWith({ type: 'team-key' });
  await act(() => {
    const field = root.querySelector<HTMLInputElement>('#team-invitation');
    if (!field) return;
    field.value = 'hireflag-team-1.x';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(ask).toHaveBeenLastCalledWith({ type: 'team-join', invitation: 'hireflag-team-1.x', withStored: false });
  expect(root.querySelector<HTMLInputElement>('#team-invitation')?.type).toBe('password');
});

it.each(['en', 'es'] as const)('says every problem and every refusal, in %s', (language) => {
  setLanguage(language);
  const texts = problems.map((problem) => {
    const { root } = shown({ ...inTeam, problem, problemSince: '2026-11-01T08:00:00.000Z' });
    return root.querySelector('[role="alert"]')?.textContent ?? '';
  });
  expect(new Set(texts).size).toBe(problems.length);
  const counted = Object.fromEntries(refusals.map((why, n) => [why, 1_000 + n]));
  const { root } = shown({ ...inTeam, refused: counted, tooLarge: 2, reading: { done: 3, of: 9 } });
  for (const n of Object.values(counted)) expect(root.textContent?.replace(/[.,\s]/g, '')).toContain(String(n));
  expect(root.querySelector('progress')?.getAttribute('max')).toBe('9');
  expect(root.textContent).not.toMatch(/undefined|\{|null/);
});

it('erases only after a second press, and only where that is allowed', async () => {
  const { team, ...rest } = inTeam;
  const { root: other } = shown({ ...rest, team: { ...(team as NonNullable<typeof team>), erases: false } });
  expect(other.querySelector('#team-erase')).toBeNull();
  const { root, ask } = shown(inTeam);
  await act(() => {
    const field = root.querySelector<HTMLInputElement>('#team-erase');
    if (!field) return;
    field.value = ' freelancer:quietharbor ';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => root.querySelector<HTMLButtonElement>('#team-erase-button')?.click());
  expect(ask).not.toHaveBeenCalled();
  expect(root.textContent).toContain('freelancer:quietharbor');
});

it('says what was wrong with what was asked', () => {
  const { root } = shown(alone, 'no-invitation');
  expect(root.querySelector('[role="status"]')?.textContent).toContain('no invitation');
});
