// Reads the real pages that stand beside the repository on some machines: counts and shapes only,
// never a name or a text of theirs.
import { existsSync, readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPageOf } from '../../lib/reading/read-page.ts';
import type { PageAddress, Site } from '../../lib/reading/site.ts';
import { observationsIn, readPage } from '../../lib/sites/registry.ts';
import { nodesVisited } from '../reading/dom-work.ts';
import { pageOf, stateScript } from '../reading/pages.ts';

const folder = new URL('../../../shared/sites/', import.meta.url);
const has = existsSync(folder);
if (!has) console.warn('real-pages: skipped, there are no real pages beside this repository');

const text = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const open = (html: string, url: string) =>
  new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;

/** As little as a site can say, so that the card heuristics have to do all of the reading. */
const workana: Site = {
  id: 'workana',
  name: 'Workana',
  hosts: ['workana.com'],
  classifyUrl: (url): PageAddress => ({
    page: 'bids',
    project: url.pathname.split('/').at(-1) ?? '',
    canonical: url.href,
  }),
  accountAt: (url) => /^\/freelancer\/([0-9a-f]{32})$/.exec(url.pathname)?.[1],
  profileUrl: (account) => `https://www.workana.com/freelancer/${account}`,
  tables: {},
  counts: { bids: { places: ['h1'], pattern: /^(\d+) bids/, none: /no bids/ } },
  expects: {},
};

describe.skipIf(!has)('real pages', () => {
  // The address as the page's own state gives it; skipped tests must not open the file.
  const { seoUrl } = has
    ? (JSON.parse(text('freelancer/webapp-state.two-bids.example.json')).rawDocument as { seoUrl: string })
    : { seoUrl: '' };
  const project = `https://www.freelancer.com/projects/${seoUrl}`;

  it.each([['selectors'], ['cards']] as const)('a bid card of a public project page, by %s', (by) => {
    const read = readPage(open(text('freelancer/bid_card_logged_out.transcribed-abridged.html'), project), project, {
      by,
    });
    const seen = observationsIn(read?.reading ?? expect.fail());
    const bids = seen.filter((one) => one.kind === 'bid');
    expect(bids).toHaveLength(1);
    expect(bids[0]).toMatchObject({ amount: 25000, currency: 'INR', days: 15 });
    expect(bids[0]?.kind === 'bid' && (bids[0].text?.length ?? 0)).toBeGreaterThan(400);
    expect(seen.find((one) => one.kind === 'profile')).toMatchObject({
      stats: { reviewCount: 8 },
      location: { country: 'IN' },
    });
  });

  it('the state script of that page', () => {
    const state = JSON.parse(text('freelancer/webapp-state.two-bids.example.json'));
    const html = `<body>${stateScript({ NGRX_STATE: { projectsSeo: { 0: { documents: { 40724221: state } } } } })}</body>`;
    const seen = observationsIn(readPage(open(html, project), project)?.reading ?? expect.fail());
    expect(
      seen.filter((one) => one.kind === 'bid').map((one) => one.kind === 'bid' && [one.project, one.days]),
    ).toEqual([
      ['40724221', 10],
      ['40724221', 7],
    ]);
    expect(pageOf(seen)).toMatchObject({ read: 'part', found: { bids: 2 }, of: { bids: 99 } });
  });

  it('a profile header, of a new account', () => {
    const url = 'https://www.freelancer.com/u/user22';
    const read = readPage(open(text('freelancer/freelancer_profile_page_2026-01.pseudonymised.html'), url), url);
    const seen = observationsIn(read?.reading ?? expect.fail());
    expect(seen[0]).toMatchObject({
      kind: 'profile',
      location: { country: 'US' },
      localTime: '2:34 PM',
      memberSince: '2025-12-23',
      stats: { reviewCount: 0 },
    });
    expect(seen[0]).not.toHaveProperty('stats.rating');
    expect(read?.anchors.size).toBe(1);
  });

  it.each([
    ['fotos', 4],
    ['react_native', 20],
    ['whatsapp', 2],
  ])("the bidders of Workana's %s page: %i, the reader's own account not among them", (name, count) => {
    const url = `https://www.workana.com/job/insight/${name}`;
    const document = open(text(`workana/insight_bidders_${name}_2026-06.html`), url);
    const linked = document.querySelectorAll('a[href*="/freelancer/"]');
    expect(new Set([...linked].map((link) => link.getAttribute('href'))).size).toBe(count + 1);
    const read = readPageOf(workana, document, url) ?? expect.fail();
    const seen = observationsIn(read.reading);
    expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(count);
    const people = seen.flatMap((one) => (one.kind === 'profile' ? [one] : []));
    expect(people).toHaveLength(count);
    for (const person of people) {
      expect(person.name).toMatch(/^\p{L}[\p{L} .'-]{1,40}$/u);
      expect(person.name).not.toMatch(/novo|hero|recomendado|favorito/i);
    }
    // Newcomers show 0 of 5, which is no rating.
    const rated = people.filter((person) => (person.stats?.rating ?? 0) > 4).length;
    expect(rated).toBe(document.querySelectorAll('.stars-bg:not([title^="0 "])').length);
    expect([...read.anchors.values()].every((list) => list.length === 1)).toBe(true);
  });

  it('goes through the largest of them a bounded number of times', () => {
    const document = open(
      text('workana/insight_bidders_react_native_2026-06.html'),
      'https://www.workana.com/job/insight/x',
    );
    const nodes = document.querySelectorAll('*').length;
    const visited = nodesVisited(document, () => readPageOf(workana, document, document.URL));
    expect(visited / nodes).toBeGreaterThan(1);
    expect(visited / nodes).toBeLessThan(500);
  });

  it.each([
    'freelancer/messages_list_2026-01.pseudonymised.html',
    'freelancer/client_detail_right_side_2026-01.pseudonymised.html',
    'fiverr/seller_profile_tonigdesign_2025-08.html',
    'upwork/profile_own_view_2021.html',
    'freelancehunt/project_bids_2019.pseudonymised.html',
  ])('%s under an address it does not belong to: nothing invented', (path) => {
    const seen = observationsIn(readPage(open(text(path), project), project, {})?.reading ?? expect.fail());
    expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(0);
    expect(pageOf(seen).read).toBe('not');
  });
});
