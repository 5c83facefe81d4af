// The report of a page that was not understood says how the page is built and nothing of what it says.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageReport } from '../../lib/reading/report.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { bidders, open, page, projectUrl, siteCard } from './pages.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../sites/freelancer/${name}/page.html`, import.meta.url), 'utf8');
const reportOf = (html: string, url = projectUrl) => pageReport(freelancer, open(html, url), url);

describe('the report', () => {
  it('names tags, attributes, and how many elements stand at the places that are known', () => {
    const report = reportOf(page(bidders(5).map(siteCard).join('')));
    expect(report).toContain('freelancer · page: project');
    expect(report).toMatch(/^links to profiles: 11, of 6 accounts$/m);
    expect(report).toMatch(/^bids:\ncard:\n {2}app-project-view-logged-out-bid-card 5\n {2}app-bid-card 0$/m);
    expect(report).toMatch(/^text:\n {2}p\.User-bid-text 5$/m);
    expect(report).toMatch(/^5 fl-link \[fltrackinglabel\]$/m);
  });

  it.each(['project-public', 'project-changed-markup', 'proposals-signed-in', 'profile-reviews', 'project-hostile'])(
    'of %s holds no word of it, no value and no id',
    (name) => {
      const html = fixture(name);
      const [, url = ''] = /<!-- url: (\S+)/.exec(html) ?? [];
      const document = open(html, url);
      const report = pageReport(freelancer, document, url);
      const named = new Set(
        [...document.querySelectorAll('*')].flatMap((one) => [one.localName, ...one.getAttributeNames()]),
      );
      const known = new Set(words([...named, JSON.stringify(freelancer.tables), fixedWords].join(' ')));
      const said = [...document.querySelectorAll('*')].flatMap((one) => [
        ...[...one.attributes].map((attribute) => attribute.value),
        ...[...one.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : '')),
      ]);
      const secret = new Set(words(said.join(' ')).filter((word) => word.length >= 4 && !known.has(word)));
      expect(secret.size).toBeGreaterThan(30);
      expect(words(report).filter((word) => secret.has(word))).toEqual([]);
      expect(report).not.toMatch(/\d{5}/);
    },
  );

  it('drops an attribute that only one element has, and what is long or numbered in a name', () => {
    const odd = `<i data-ada-quist="1"></i>${'<b data-row-0042></b>'.repeat(4)}${`<u data-${'x'.repeat(60)}></u>`.repeat(4)}`;
    const report = reportOf(page(odd));
    expect(report).not.toContain('quist');
    expect(report).toMatch(/^4 b \[data-row-0\]$/m);
    expect(report).not.toContain('xxxxx');
  });

  it('is bounded, whatever the page', () => {
    const letters = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const kinds = Array.from({ length: 2_000 }, (_, n) => `<x-${letters(n)}></x-${letters(n)}>`);
    const report = reportOf(page(kinds.join('')));
    expect(report.length).toBeLessThanOrEqual(20_000);
    expect(report).toMatch(/of other kinds$/);
  });
});

const fixedWords =
  'hireflag freelancer page report project bids profile links profiles accounts places elements stand there names attributes other kinds many';
const words = (text: string) => text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
