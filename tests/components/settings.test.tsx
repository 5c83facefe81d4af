// @vitest-environment happy-dom
// The settings as they are found on a long page: by the way to each part, and by a search among the red flags.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { SettingsView } from '../../components/settings/SettingsView.tsx';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { defaultSettings, type Settings } from '../../lib/settings/settings.ts';

function shown(settings: Settings = defaultSettings) {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const change = vi.fn();
  render(
    <SettingsView
      inForce={{ settings, byPolicy: [] }}
      flags={redFlags}
      sites={[{ id: 'guru', name: 'Guru' }]}
      saved={false}
      version="1.2.3"
      change={change}
      shortcut=""
      reset={() => undefined}
    />,
    root,
  );
  return { root, change };
}

it('names the way to every part, and every way leads to one', () => {
  const { root } = shown();
  const ways = [...root.querySelectorAll('.contents a')];
  expect(ways).toHaveLength(root.querySelectorAll('fieldset').length);
  for (const way of ways) {
    const part = root.querySelector(way.getAttribute('href') ?? '');
    expect(part?.querySelector('legend')?.textContent).toBe(way.textContent);
  }
});

it('shows of each red flag one line, and the rest where something is not as it came', () => {
  const { root } = shown({ ...defaultSettings, weakest: { 'mass-bidding': 'strong' } });
  const folds = [...root.querySelectorAll<HTMLDetailsElement>('.flag details')];
  expect(folds).toHaveLength(redFlags.length);
  const open = folds.filter((fold) => fold.open);
  expect(open.map((fold) => fold.querySelector('select')?.name)).toEqual(['weakest-mass-bidding']);
});

it('finds a red flag by words of its title or of what it looks for, in any order', async () => {
  const { root, change } = shown();
  const type = (words: string) =>
    act(() => {
      const field = root.querySelector<HTMLInputElement>('#find-flag');
      if (!field) return;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await type('currency VIRTUAL ');
  expect(root.querySelector('[name="flag-virtual-currency"]')).not.toBeNull();
  expect(root.querySelector('[name="flag-rating-ring"]')).toBeNull();
  expect(root.querySelector('[role="status"] + .flag, .note[role="status"]')?.textContent).toMatch(
    /^\d of \d+ red flags$/,
  );
  await type('no such words');
  expect(root.querySelectorAll('.flag')).toHaveLength(0);
  await type('');
  expect(root.querySelectorAll('.flag')).toHaveLength(redFlags.length);
  expect(change).not.toHaveBeenCalled();
});

it('lists the programs for remote control to edit, and an empty list brings back the one that came', async () => {
  const { root, change } = shown({ ...defaultSettings, remotePrograms: ['anydesk'] });
  const field = root.querySelector<HTMLTextAreaElement>('textarea[name="remotePrograms"]');
  if (!field) throw new Error('no list');
  expect(field.value).toBe('anydesk');
  const write = (words: string) =>
    act(() => {
      field.value = words;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await write('AnyDesk\n  Quay Helper \n\nanydesk');
  expect(change).toHaveBeenLastCalledWith({ remotePrograms: ['anydesk', 'quay-helper'] });
  await write(' \n');
  expect(change).toHaveBeenLastCalledWith({ remotePrograms: defaultSettings.remotePrograms });
});
