// @vitest-environment happy-dom
// The accounts of logs that are joined with nobody: how to join one is said beside them, and what they are called is text.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { PersonForm } from '../../components/Decisions.tsx';
import { UnjoinedAccounts } from '../../components/dashboard/UnjoinedAccounts.tsx';

const first = [
  { key: 'okta:ines@quay.example', site: 'okta', account: 'ines@quay.example', name: '<b>Ines</b> Quay' },
  { key: 'wise:7788', site: 'wise', account: '7788' },
] as const;
const shown = (count: number) => {
  const place = document.createElement('div');
  render(<UnjoinedAccounts count={count} first={count === 0 ? [] : [...first]} />, place);
  return place;
};

it('each stands as its log calls it, with its name, beside a field for whose it is', () => {
  const place = shown(2);
  expect([...place.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual(
    first.map(({ key }) => key),
  );
  expect(place.querySelector('li p')?.textContent).toBe('okta:ines@quay.example <b>Ines</b> Quay');
  expect([...place.querySelectorAll('input')].map((one) => one.getAttribute('aria-label'))).toEqual(
    first.map(({ key }) => `Developer whose account ${key} is`),
  );
  expect(place.querySelector('p')?.textContent).toContain('Same person');
  expect(place.textContent).not.toContain('more');
});

it('a developer is offered while the user writes, and joined with the account whose row it is', () => {
  const place = document.createElement('div');
  const typed: string[] = [];
  const joined: string[][] = [];
  render(
    <UnjoinedAccounts
      count={2}
      first={[...first]}
      offered={[{ value: 'upwork:1512', name: '<b>Ines</b> Q.' }]}
      problem="Choose one."
      onType={(words) => typed.push(words)}
      onJoin={(log, words) => joined.push([log, words])}
    />,
    place,
  );
  const [, second] = place.querySelectorAll('form');
  const field = second?.querySelector('input') as HTMLInputElement;
  expect(field.getAttribute('list')).toBe(place.querySelector('datalist')?.id);
  expect(place.querySelector('option')?.getAttribute('label')).toBe('<b>Ines</b> Q.');
  expect(place.querySelector('[role="alert"]')?.textContent).toBe('Choose one.');
  field.value = 'upwork:1512';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  second?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  expect(typed).toEqual(['upwork:1512']);
  expect(joined).toEqual([['wise:7788', 'upwork:1512']]);
});

it('how many more there are is said, and nothing where there are none', () => {
  expect(shown(52).textContent).toContain('50 more');
  expect(shown(0).textContent).toBe('');
});

it('who is likely to be meant is offered while the user writes whose it is, as text', () => {
  const place = document.createElement('div');
  render(<PersonForm offered={[{ value: 'okta:ines@quay.example', name: '<b>Ines</b> Quay' }]} />, place);
  const options = [...place.querySelectorAll('option')];
  expect(options.map((one) => [one.getAttribute('value'), one.getAttribute('label')])).toEqual([
    ['okta:ines@quay.example', '<b>Ines</b> Quay'],
  ]);
  expect(place.querySelector('input')?.getAttribute('list')).toBe(place.querySelector('datalist')?.id);
  render(<PersonForm />, place);
  expect(place.querySelector('datalist')).toBeNull();
});
