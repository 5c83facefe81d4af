// @vitest-environment happy-dom
// The frame of the dashboard for those who use the keyboard or listen.
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Shell } from '../../components/dashboard/Shell.tsx';
import { doneWords } from '../../components/Outcome.tsx';

afterEach(() => document.body.replaceChildren());

describe('the frame of the dashboard', () => {
  it('begins with the way past the bar, which leaves the address as it is', () => {
    location.hash = '#/templates';
    render(<Shell tab="templates">Here</Shell>, document.body);
    const first = document.body.querySelector<HTMLElement>('a, button');
    expect(first?.textContent).toBe('Skip to the content');
    first?.click();
    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(location.hash).toBe('#/templates');
  });

  it('has its content named after the view, so that the name is heard when it gets the focus', () => {
    render(<Shell tab="templates">Here</Shell>, document.body);
    const current = document.querySelector('[aria-current]')?.textContent;
    expect(current).not.toBe('');
    expect(
      document.querySelector('main')?.ariaLabel ?? document.querySelector('main')?.getAttribute('aria-label'),
    ).toBe(current);
  });

  it('says what a button on a developer’s page has done, and nothing of one that leads elsewhere', () => {
    expect(doneWords('mute')).toBe('Muted for this account.');
    expect(doneWords('undo')).toBe('Taken back.');
    expect(doneWords('open')).toBe('');
    expect(doneWords('copy-report')).toBe('');
  });
});
