// @vitest-environment happy-dom
// The bar above the practice page says why nobody is marked yet, and leads to a mark once there is one.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { PracticeBar } from '../../components/first-run/PracticeBar.tsx';

const places = { first: 'https://a.example/first', gallery: 'https://a.example/gallery' };

it('leads to no mark while there is none, and says so', () => {
  const root = document.createElement('div');
  let pressed = 0;
  const draw = (isMaking: boolean) =>
    render(
      <PracticeBar
        sites={[]}
        places={places}
        at={places.gallery}
        isMaking={isMaking}
        onGo={() => {}}
        onBids={() => pressed++}
      />,
      root,
    );
  draw(true);
  const button = root.querySelector<HTMLButtonElement>('#to-bids');
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

it('leads from the ordinary post to the one that shows every red flag, says that no real list is like it, and leads back', () => {
  const root = document.createElement('div');
  const gone: string[] = [];
  const draw = (at: string) =>
    render(
      <PracticeBar
        sites={[]}
        places={places}
        at={at}
        isMaking={false}
        onGo={(url) => gone.push(url)}
        onBids={() => {}}
      />,
      root,
    );
  const press = (place: string) => root.querySelector<HTMLElement>(`[data-place="${place}"]`)?.click();
  const here = () => root.querySelector('[aria-current="page"]')?.getAttribute('data-place');
  draw(places.first);
  expect([here(), root.textContent?.includes('No real list')]).toEqual(['first', false]);
  press('first');
  press('gallery');
  draw(places.gallery);
  expect([here(), root.textContent?.includes('No real list')]).toEqual(['gallery', true]);
  press('first');
  expect(gone).toEqual([places.gallery, places.first]);
});
