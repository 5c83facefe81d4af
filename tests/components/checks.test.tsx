// @vitest-environment happy-dom
// What was checked is shown of every flag, in the panel as on paper: found, nothing found with figures, or what is missing.
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Checks } from '../../components/Checks.tsx';
import { setLanguage } from '../../lib/i18n/language.ts';
import type { Check } from '../../lib/model/finding.ts';

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

const tooFew: Check = {
  flag: 'mass-bidding',
  result: 'too-little',
  message: 'tooFew',
  data: { bids: 14, projects: 14, decided: 0, needed: 100 },
};
const clear: Check = {
  flag: 'rating-ring',
  result: 'clear',
  message: 'clearOf',
  data: { seen: 4, of: 71, all: 2_310 },
};
const found: Check = {
  flag: 'reused-template',
  result: 'found',
  message: 'checkFound',
  data: { texts: 60, accounts: 59, others: 2 },
};

/** The view as it is shown. */
function shown(checks: readonly Check[]): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  render(<Checks checks={checks} />, root);
  return root;
}
const lines = (root: ParentNode) => [...root.querySelectorAll('li')].map((one) => one.textContent);

describe('what was checked', () => {
  it('says of each flag what came of it, with its figures, and how many could say something', () => {
    const root = shown([tooFew, clear, found]);
    expect(root.querySelector('h3')?.textContent).toBe('What was checked');
    expect(root.textContent).toContain('2 of 3 red flags could say something.');
    expect(lines(root)).toEqual([
      'Reused bid text foundCompared with 60 texts of 59 other accounts: built from one text with those of 2 accounts.',
      'A small group that rates each other nothing found4 of 71 ratings seen, compared with all 2,310: in no group.',
      'Many bids, hardly any accepted could not say14 bids on 14 projects, no outcome known: too few to say, it takes 100.',
    ]);
    expect(root.querySelector('details summary')?.textContent).toBe('1 could not say anything');
    expect(lines(root.querySelector('details') as Element)).toHaveLength(1);
  });

  it('shows what is missing at once where nothing could be said', () => {
    const root = shown([tooFew]);
    expect(root.textContent).toContain('0 of 1 red flag could say something.');
    expect(root.querySelector('details')).toBeNull();
    expect(lines(root)).toHaveLength(1);
  });

  it('puts those that read the same texts and found nothing into one line, each by its name', () => {
    const read = (flag: string, texts = 15): Check => ({ flag, result: 'clear', message: 'clear', data: { texts } });
    const root = shown([read('extortion'), clear, read('off-platform'), read('early-access', 3), read('avoids-video')]);
    expect(lines(root)).toEqual([
      expect.stringContaining('A small group that rates each other'),
      expect.stringContaining('Wants access before a contract'),
      'Asked for in texts nothing found15 texts read, and nothing of this found in them: Threatens and demands · Asks to go elsewhere than the marketplace · Avoids being seen on video',
    ]);
    expect(lines(shown([read('extortion'), read('off-platform')]))).toHaveLength(2);
  });

  it('is said in Spanish too', () => {
    setLanguage('es');
    const root = shown([tooFew, clear, found]);
    expect(root.textContent).toContain('De 3 comprobaciones, 2 pudieron decir algo.');
    expect(root.textContent).toContain('1 no pudo decir nada');
    expect(root.textContent).not.toMatch(/ ratings| bids/);
  });

  it('is left out of a record that was copied before checks were kept', () => {
    expect(shown([]).textContent).toBe('');
  });
});
