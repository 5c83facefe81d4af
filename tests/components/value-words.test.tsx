// @vitest-environment happy-dom
// What profiles say is laid side by side in the user's language, and only what cannot both be is marked as different.
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SameProfiles } from '../../components/dashboard/SameProfiles.tsx';
import { valueWords } from '../../components/value-words.ts';
import { setLanguage } from '../../lib/i18n/language.ts';
import type { Profile } from '../../lib/model/observation.ts';

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

describe('a field of a profile', () => {
  it('is said as the language says it', () => {
    const employment = [
      { employer: 'Quay', title: 'Clerk', from: '2012', to: '2019-03' },
      { employer: 'Mill', to: 'now' },
    ];
    expect(valueWords('memberSince', '2025-12')).toBe('December 2025');
    expect(valueWords('hourlyRate', { amount: 25.5, currency: 'EUR' })).toBe('€25.50');
    expect(valueWords('hourlyRate', { amount: 25, currency: 'EUR' })).toBe('€25');
    expect(valueWords('location', { city: 'Porto', country: 'PT', timezone: 'Europe/Lisbon' })).toBe(
      'Porto, Portugal, Europe/Lisbon',
    );
    expect(valueWords('employment', employment)).toBe('Quay, Clerk, 2012 – March 2019\nMill, now');
    expect(valueWords('closed', true)).toBe('yes');
    expect(valueWords('name', undefined)).toBe('');
    setLanguage('es');
    expect(valueWords('memberSince', '2025-12')).toBe('diciembre de 2025');
    expect(valueWords('location', { country: 'DE' })).toBe('Alemania');
    expect(valueWords('closed', false)).toBe('no');
  });
});

describe('profiles of one person', () => {
  const profile = (more: Partial<Profile>): Profile => ({
    kind: 'profile',
    site: 'guru',
    account: 'ada',
    role: 'freelancer',
    seenAt: '2026-03-01T00:00:00Z',
    ...more,
  });

  it('differ in what cannot both be, not in what one says shorter', () => {
    const root = document.createElement('div');
    render(
      <SameProfiles
        profiles={[
          { key: 'guru:ada', profile: profile({ name: 'Ada L.', skills: ['Go', 'PHP'], memberSince: '2019' }) },
          {
            key: 'upwork:ada',
            profile: profile({ name: 'Ada Lovelace', skills: ['PHP', 'Go', 'Vue'], memberSince: '2025-12-23' }),
          },
          { key: 'fiverr:ada' },
        ]}
      />,
      root,
    );
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => [
      row.querySelector('th')?.firstChild?.textContent,
      row.getAttribute('data-differs'),
    ]);
    expect(rows).toEqual([
      ['Name', 'false'],
      ['Member since', 'true'],
      ['Skills', 'false'],
    ]);
    expect(root.querySelector('tr[data-differs="true"] td')?.textContent).toBe('2019');
    expect(root.textContent).toContain('(not shown)');
  });
});
