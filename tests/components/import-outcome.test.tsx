// @vitest-environment happy-dom
// What an import says when it is done: where to go on, and what to do about a page that names no address.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { isTaken, type Outcome, OutcomeWords, WhatNext } from '../../components/dashboard/ImportOutcome.tsx';
import { readWords } from '../../components/dashboard/ProjectList.tsx';

const page = { page: 'bids', read: 'whole' as const, missing: [], found: { bids: 3 }, of: {} };
const file = new File(['<html>'], 'bids.html');

function shown(outcome: Outcome) {
  const root = document.createElement('div');
  const onAddress = vi.fn();
  render(<OutcomeWords outcome={outcome} onAddress={onAddress} />, root);
  return { root, onAddress };
}

it('leads to who was seen once something was taken in, and nowhere before', () => {
  const read = { file: 'a.html', site: 'Guru', seenAt: '2026-11-01T08:00:00Z', page };
  expect(isTaken('pages', { type: 'pages', words: '', rows: [{ file: 'b', problem: 'x' }, read] })).toBe(true);
  expect(isTaken('pages', { type: 'pages', words: '', rows: [{ file: 'b', problem: 'x' }] })).toBe(false);
  expect(isTaken('import', { type: 'said', words: '' })).toBe(true);
  expect(isTaken('export', { type: 'said', words: '' })).toBe(false);
  expect(isTaken('import', { type: 'problem', words: '' })).toBe(false);
  const root = document.createElement('div');
  render(<WhatNext />, root);
  expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '#/projects',
    '#/developers',
  ]);
});

it('asks for the address of a page that does not name it, and takes none that is no page’s', async () => {
  const rows = [{ file: 'bids.html', problem: 'Which address?', unplaced: file }];
  const { root, onAddress } = shown({ type: 'pages', words: '', rows });
  const field = root.querySelector<HTMLInputElement>('input[name="url"]');
  expect(field?.getAttribute('aria-label')).toBe('Address of bids.html');
  const say = (url: string) =>
    act(() => {
      if (field) field.value = url;
      root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
  for (const wrong of ['', 'guru', 'javascript:alert(1)', 'file:///tmp/bids.html']) {
    await say(wrong);
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('no address');
  }
  expect(onAddress).not.toHaveBeenCalled();
  await say(' https://www.guru.com/jobs/1 ');
  expect(onAddress).toHaveBeenCalledWith(file, 'https://www.guru.com/jobs/1');
  expect(root.querySelector('[role="alert"]')).toBeNull();
});

it('asks nothing where it is not the address that is missing', () => {
  const { root } = shown({ type: 'pages', words: '', rows: [{ file: 'x.txt', problem: 'No page.' }] });
  expect(root.querySelector('form')).toBeNull();
});

it('says of a project whose page named no bids that none were read, not nought of nought', () => {
  const bare = { project: { kind: 'project' }, bidders: [], bidCount: 0 } as unknown as Parameters<typeof readWords>[0];
  expect(readWords(bare)).toBe('No bids read so far');
  expect(readWords({ ...bare, bidCount: 23 })).toBe('0 of 23 bids read');
});
