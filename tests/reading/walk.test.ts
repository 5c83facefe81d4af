// @vitest-environment jsdom
// What elements are asked, where a kind of element answers for itself alone: as scripts do in Chromium.
import { expect, it } from 'vitest';
import { textIn } from '../../lib/reading/walk.ts';

it('the text of an element is read though the first that was asked was a script, with an answer of its own', () => {
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.get;
  Object.defineProperty(HTMLScriptElement.prototype, 'textContent', {
    configurable: true,
    get(this: HTMLScriptElement) {
      if (!(this instanceof HTMLScriptElement)) throw new TypeError('Illegal invocation');
      return text?.call(this);
    },
  });
  document.body.innerHTML = '<script type="application/json">{"a":1}</script><p>Words</p>';
  expect(textIn(document.querySelector('script'))).toBe('{"a":1}');
  expect(textIn(document.querySelector('p'))).toBe('Words');
});
