// @vitest-environment happy-dom
// Version, help and settings are found from the popup and from the settings.
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupSearch } from '../../components/PopupSearch.tsx';
import { SettingsView } from '../../components/settings/SettingsView.tsx';
import { defaultSettings } from '../../lib/settings/settings.ts';

function shown(view: VNode): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  render(view, root);
  return root;
}
afterEach(() => document.body.replaceChildren());

const linksIn = (root: HTMLElement) => [...root.querySelectorAll('.about a')].map((link) => link.getAttribute('href'));

describe('about Hireflag', () => {
  const resets: string[] = [];
  const popup = (
    <PopupSearch
      version="1.2.3"
      typed=""
      found={undefined}
      totals={undefined}
      onType={() => undefined}
      onOpen={() => undefined}
    />
  );
  const settings = (
    <SettingsView
      version="1.2.3"
      inForce={{ settings: defaultSettings, byPolicy: [] }}
      flags={[]}
      sites={[]}
      saved={false}
      change={() => undefined}
      shortcut="Alt+Shift+H"
      reset={() => resets.push('reset')}
    />
  );

  it('stands at the foot of the popup, with the way to the settings', () => {
    const root = shown(popup);
    expect(root.querySelector('.about')?.textContent).toContain('Version 1.2.3');
    expect(linksIn(root)).toEqual(['/settings.html', '/welcome.html', '/practice.html', '/news.html']);
  });

  it('stands at the foot of the settings', () => {
    const root = shown(settings);
    expect(root.querySelector('.about')?.textContent).toContain('Version 1.2.3');
    expect(linksIn(root)).toEqual(['/welcome.html', '/practice.html', '/news.html']);
    expect(root.textContent).toContain('Alt+Shift+H opens it over any page.');
  });

  it('settings are reset once that was confirmed', async () => {
    const root = shown(settings);
    const press = (id: string) => act(() => root.querySelector<HTMLElement>(id)?.click());
    await press('#reset');
    expect(resets).toEqual([]);
    await press('#reset-yes');
    expect(resets).toEqual(['reset']);
  });
});
