// Pages in which a form answers for its fields' names before anything of its own, as browsers have it: a walk outwards
// must end, and what stands in such a form is read as anywhere else. jsdom has forms answer so for names and ids.
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/sites/registry.ts';
import { bidders, bidsOf, observe, open, page, plainCard, projectUrl, siteCard } from './pages.ts';

const people = bidders(5);
const asked = ['parentElement', 'firstChild', 'nextSibling', 'getAttribute'];

/** Has every form answer with the field of that name, as Chromium does and the stand-in for a browser does not. */
function clobber(document: Document, name: string): void {
  for (const form of document.querySelectorAll('form')) {
    const field = form.querySelector(`[name="${name}"]`);
    Object.defineProperty(form, name, { get: () => field });
  }
}

describe.each([
  ['plain', plainCard],
  ['site', siteCard],
])('in a form around %s cards, a field named', (_, card) => {
  it.each([...asked, 'hasAttribute', 'parentNode', 'children'])('%s stops nobody from being read', (name) => {
    const html = page(`<form><input name="${name}">${people.map(card).join('')}</form>`);
    const document = open(html);
    clobber(document, name);
    const reading = readPage(document, projectUrl)?.reading;
    const plain = readPage(open(html), projectUrl)?.reading;
    expect(reading?.sightings).toEqual(plain?.sightings);
    expect(bidsOf(observe(html))).toHaveLength(5);
  });
});

describe('a bidder whose card has no link', () => {
  it.each([
    ['no link', (card: string) => card.replace(/<a [^>]*>/g, '<span>').replace(/<\/a>/g, '</span>')],
    ['a link to nowhere', (card: string) => card.replace(/href="[^"]*"/g, 'href="#"')],
  ])('gives nobody else their words: %s', (_, without) => {
    for (const card of [plainCard, siteCard]) {
      for (const count of [2, 3, 5]) {
        for (let gone = 0; gone < count; gone++) {
          const all = bidders(count);
          const html = page(
            `<div>${all.map((one, i) => (i === gone ? without(card(one)) : card(one))).join('')}</div>`,
          );
          for (const { account, text = '' } of bidsOf(observe(html))) {
            const holds = all.filter((one) => text.includes(one.text)).map(({ user }) => user);
            expect([count, gone, holds]).toEqual([count, gone, [account]]);
          }
        }
      }
    }
  });
});
