// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { plant } from '../../lib/overlay/plant.ts';

const planted = (tree: unknown) => {
  const root = document.createElement('div');
  root.append(plant(tree));
  return root;
};

describe('planting a view', () => {
  it('builds elements, attributes and texts', () => {
    const root = planted([
      'p',
      { class: 'says', 'data-do': 'close', 'aria-label': 'x' },
      'One ',
      ['strong', {}, 'text'],
      '.',
    ]);
    expect(root.innerHTML).toBe('<p class="says" data-do="close" aria-label="x">One <strong>text</strong>.</p>');
  });

  it('draws shapes as SVG', () => {
    const path = planted(['svg', { viewBox: '0 0 16 16' }, ['path', { d: 'M0 0' }]]).querySelector('path');
    expect(path?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  it('keeps markup in texts and attributes as text', () => {
    const root = planted(['p', { title: '"><img src=x>' }, '<img src=x onerror=alert(1)>']);
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it.each([
    ['a script', ['script', {}, 'alert(1)']],
    ['an image', ['img', { src: 'https://x.test/' }]],
    ['a frame', ['iframe', {}]],
    ['a style', ['style', {}, '*{}']],
    ['a handler', ['p', { onclick: 'alert(1)' }]],
    ['inline style', ['p', { style: 'position:fixed' }]],
    ['a link that runs code', ['a', { href: 'javascript:alert(1)' }]],
    ['a link without encryption', ['a', { href: 'http://x.test/' }]],
    ['a source', ['svg', { href: 'data:text/html,x' }]],
    ['a number', 7],
    ['nothing', null],
    ['an object', { tag: 'p' }],
    ['no tag', [{}, 'x']],
    ['a script deep inside', ['div', {}, ['p', {}, 'ok'], ['div', {}, ['script', {}]]]],
    ['no end of elements', ['ul', {}, ...Array(6000).fill(['li', {}])]],
  ])('refuses %s', (_, tree) => {
    expect(() => plant(tree)).toThrow(TypeError);
  });
});
