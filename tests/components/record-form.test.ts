// @vitest-environment happy-dom
// A record's form while it is written in: what is typed, pressed or added is neither lost nor taken from before, however
// slowly it is stored and however often the form is drawn meanwhile.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Assessment } from '../../lib/model/assessment.ts';
import { openRecord } from '../../lib/record/changes.ts';
import { type DueDiligence, stepOf } from '../../lib/record/record.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import { soon } from '../soon.ts';

const area = { get: async () => ({}), set: async () => {} };
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { id: 'hireflag', getURL: (path: string) => path, getManifest: () => ({ version: '1.2.3' }) },
    storage: { local: area, managed: area, onChanged: { addListener: () => {} } },
  },
}));
const { mountRecords } = await import('../../components/record/mount.ts');

const assessment: Assessment = {
  site: 'guru',
  account: 'ada',
  level: 'no-flags',
  checks: [],
  findings: [],
  coverage: { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 },
};
const db = new HireflagDatabase();
const records = new Records<DueDiligence>(db);
let root = document.createElement('div');
const field = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`) as HTMLInputElement;
const isOpen = (measure: string) =>
  root.querySelector<HTMLDetailsElement>(`[data-measure="${measure}"] .fill-in`)?.open;
const status = () => root.querySelector('.status')?.textContent;
const stored = async () => (await records.get('1')) as DueDiligence;

/** Types into a field without leaving it. */
function type(name: string, value: string): void {
  field(name).value = value;
  field(name).dispatchEvent(new Event('input', { bubbles: true }));
}
/** Types into a field and leaves it. */
function fill(name: string, value: string): void {
  type(name, value);
  field(name).dispatchEvent(new Event('change', { bubbles: true }));
}

beforeEach(async () => {
  root = document.createElement('div');
  await records.put(openRecord('1', { assessment, at: '2026-10-05T08:00:00.000Z', version: '1.2.3' }));
  await mountRecords(root, document.createElement('div'), '1');
});
afterEach(() => vi.restoreAllMocks());

it('a name that was written just now is the one that “Me, today” fills in', async () => {
  fill('about-reviewer', 'M. Lindqvist');
  root.querySelector<HTMLButtonElement>('[data-measure="M5"] .me-today')?.click();
  await soon(async () => expect(stepOf(await stored(), 'M5').by).toBe('M. Lindqvist'));
  await soon(() => expect(field('M5-by').value).toBe('M. Lindqvist'));
});

it('what is being typed stays while another field is stored and the form is drawn anew', async () => {
  fill('M1-by', 'R. Okafor');
  type('M1-note', 'Forty minutes, cam');
  await soon(async () => expect(stepOf(await stored(), 'M1').by).toBe('R. Okafor'));
  await soon(() => expect(status()).toBe('Saved.'));
  await records.change('1', (record) => ({ ...record, explanation: 'Written in another tab.' }));
  window.dispatchEvent(new Event('focus'));
  await soon(() => expect(field('explanation').value).toBe('Written in another tab.'));
  expect(field('M1-note').value).toBe('Forty minutes, cam');
  expect(stepOf(await stored(), 'M1').note).toBe('');
});

it('what could not be stored stays in its field, and goes with the next change', async () => {
  vi.spyOn(Records.prototype, 'change').mockRejectedValueOnce(new Error('The disk is full.'));
  fill('M1-note', 'Forty minutes, camera on.');
  await soon(() => expect(status()).toContain('The disk is full.'));
  expect(field('M1-note').value).toBe('Forty minutes, camera on.');
  expect(stepOf(await stored(), 'M1').note).toBe('');
  fill('M1-by', 'R. Okafor');
  await soon(() => expect(status()).toBe('Saved.'));
  expect(stepOf(await stored(), 'M1')).toMatchObject({ note: 'Forty minutes, camera on.', by: 'R. Okafor' });
});

it('changes one after the other are stored in their order, each with its line in the history', async () => {
  for (const [name, value] of [
    ['about-company', 'Acme Dental'],
    ['about-role', 'Developer'],
    ['about-company', 'Acme Dentists'],
  ] as const) {
    fill(name, value);
  }
  await soon(async () => expect((await stored()).about?.company).toBe('Acme Dentists'));
  const changes = ((await stored()).history ?? []).map(({ what, to }) => [what, to]);
  expect(changes.slice(1)).toEqual([
    ['about.company', 'Acme Dental'],
    ['about.role', 'Developer'],
    ['about.company', 'Acme Dentists'],
  ]);
});

it('has a line for each step that is neither urgent nor begun, and the fields of the others', async () => {
  const { steps, ...rest } = await stored();
  const [first, second] = steps;
  if (!first || !second) throw new Error('There are no steps.');
  await records.put({ ...rest, steps: [{ ...first, note: 'Called.' }, ...steps.slice(1)] });
  const again = document.createElement('div');
  await mountRecords(again, document.createElement('div'), '1');
  root = again;
  expect([isOpen(first.measure), isOpen(second.measure)]).toEqual([true, false]);
});
