// @vitest-environment happy-dom
// The bar above the practice page says why nobody is marked yet, and leads to a mark once there is one.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { PracticeBar } from '../../components/first-run/PracticeBar.tsx';

it('leads to no mark while there is none, and says so', () => {
  const root = document.createElement('div');
  let pressed = 0;
  const draw = (isMaking: boolean) =>
    render(<PracticeBar sites={[]} isMaking={isMaking} onBids={() => pressed++} />, root);
  draw(true);
  const button = root.querySelector('button');
  button?.click();
  expect([button?.disabled, pressed, root.querySelector('[role="status"]')?.textContent]).toEqual([
    true,
    0,
    'A year of bids is being compared; the marks come in a moment.',
  ]);
  draw(false);
  button?.click();
  expect([button?.disabled, pressed, root.querySelector('[role="status"]')?.textContent]).toEqual([false, 1, '']);
});
