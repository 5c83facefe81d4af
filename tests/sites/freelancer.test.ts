import { describe, expect, it } from 'vitest';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { matchPatterns, readPage, siteFor } from '../../lib/sites/registry.ts';
import {
  bidders,
  bidsOf,
  observe,
  open,
  page,
  pageOf,
  plainCard,
  projectState,
  projectUrl,
  siteCard,
  stateScript,
} from '../reading/pages.ts';

const people = bidders(4);
const bids = people.map((one) => ({ username: one.user, description: one.text, amount: 1, period: 1 }));
const cards = people.map(siteCard).join('');
const raw = {
  projectId: 39000001,
  seoUrl: 'php/garden-club-site',
  title: 'Garden club site',
  bids,
  bidStats: { bidCount: 4 },
};

describe('hosts', () => {
  it.each([
    'www.freelancer.com',
    'freelancer.com',
    'br.freelancer.com',
    'www.freelancer.in',
    'www.freelancer.com.au',
    'www.freelancer.co.uk',
  ])('%s is Freelancer.com', (host) => {
    expect(siteFor(`https://${host}/u/ada`)?.id).toBe('freelancer');
  });

  it('are asked for by the manifest, each with its subdomains, and nothing else is', () => {
    expect(matchPatterns([freelancer])).toContain('https://*.freelancer.com/*');
    expect(matchPatterns([freelancer])).toContain('https://*.freelancer.com.au/*');
    expect(
      matchPatterns([freelancer]).every((pattern) => /^https:\/\/\*\.freelancer\.[a-z.]+\/\*$/.test(pattern)),
    ).toBe(true);
  });
});

describe('addresses', () => {
  const where = (path: string, host = 'www.freelancer.com') =>
    freelancer.classifyUrl(new URL(`https://${host}${path}`));
  const project = 'https://www.freelancer.com/projects';

  it.each([
    ['/projects/php/garden-club-site', 'project', 'php/garden-club-site', `${project}/php/garden-club-site`],
    ['/projects/php/Garden-Club-Site-39000001', 'project', '39000001', `${project}/php/garden-club-site-39000001`],
    ['/projects/php/garden-club-site-39000001.html', 'project', '39000001', `${project}/php/garden-club-site-39000001`],
    [
      '/projects/php/garden-club-site/details?x=1#top',
      'project',
      'php/garden-club-site',
      `${project}/php/garden-club-site`,
    ],
    ['/projects/php/garden-club-site/proposals', 'bids', 'php/garden-club-site', `${project}/php/garden-club-site`],
    ['/projects/39000001', 'project', '39000001', `${project}/39000001`],
    ['/projects/php/site-for-2024', 'project', 'php/site-for-2024', `${project}/php/site-for-2024`],
    ['/projects/x/y-1', 'project', 'x/y-1', `${project}/x/y-1`],
  ])('%s is a page of kind %s of project %s', (path, kind, id, canonical) => {
    expect(where(path)).toEqual({ page: kind, project: id, canonical });
    expect(where(path, 'br.freelancer.com')).toEqual({ page: kind, project: id, canonical });
  });

  it.each(['/u/AdaL', '/u/adal/', '/u/adal?w=t', '/u/ADAL/portfolio', '/U/adal'])(
    '%s is the profile of adal',
    (path) => {
      expect(where(path)).toEqual({ page: 'profile', account: 'adal', canonical: 'https://www.freelancer.com/u/adal' });
    },
  );

  it.each(['/', '/projects', '/projects/php', '/u', '/u/', '/jobs/php', '/messages/thread/x'])(
    '%s is not read',
    (path) => {
      expect(where(path)).toBeUndefined();
    },
  );

  it.each([
    ['/messages/thread/90417?x=1', { page: 'messages', thread: '90417' }],
    ['/freelancers/italy/php/2', { page: 'search' }],
    ['/search/users?q=php', { page: 'search' }],
  ])('%s is a page of its kind', (path, expected) => {
    expect(where(path)).toMatchObject(expected);
  });

  it.each([
    ['/u/AdaL', 'adal'],
    ['/u/adal/', 'adal'],
    ['/u/Pe%C3%B1a?a=b#c', 'peña'],
    ['/u/100%', '100%'],
    ['/u/adal/reviews', 'adal'],
  ])('%s leads to the account %s', (path, id) => {
    expect(freelancer.accountAt(new URL(path, 'https://www.freelancer.com'))).toBe(id);
  });

  it.each(['/u/', '/user/adal', '/projects/u/adal', '/u/a/b/c', `/u/${'a'.repeat(101)}`])(
    '%s leads to nobody',
    (path) => {
      expect(freelancer.accountAt(new URL(path, 'https://www.freelancer.com'))).toBeUndefined();
    },
  );
});

describe('the state script', () => {
  const byState = (script: string, url = projectUrl) => observe(page('', script), url, { by: 'state' });

  it('counts when its project is named by the address, by path or by number', () => {
    for (const url of [projectUrl, `${projectUrl}-39000001`, 'https://www.freelancer.in/projects/39000001']) {
      const seen = byState(projectState(raw), url);
      expect(bidsOf(seen).map((bid) => bid.project)).toEqual(Array(4).fill('39000001'));
      expect(pageOf(seen)).toMatchObject({ read: 'whole', of: { bids: 4 } });
    }
  });

  it('is found wherever it stands, with its number as the key of its document only', () => {
    const { projectId: _, ...unnumbered } = raw;
    const seen = byState(
      stateScript({ store: [{ x: { y: { documents: { 39000001: { rawDocument: unnumbered } } } } }] }),
    );
    expect(bidsOf(seen)[0]?.project).toBe('39000001');
  });

  it('is passed over when it is of the page before', () => {
    const other = { ...raw, projectId: 38000009, seoUrl: 'php/other', title: 'Another site' };
    expect(pageOf(byState(projectState(other))).read).toBe('not');
    const seen = observe(page(bidders(6).slice(4).map(siteCard).join(''), projectState(other)));
    expect(bidsOf(seen).map((bid) => bid.account)).toEqual(['bidder-4', 'bidder-5']);
  });

  it('is passed over when another project has the same title but other bidders', () => {
    const other = { ...raw, projectId: 38000009, seoUrl: 'php/other' };
    const seen = observe(page(bidders(12).slice(6).map(siteCard).join(''), projectState(other)));
    expect(bidsOf(seen).map((bid) => bid.account)).not.toContain('bidder-0');
  });

  it('counts for a page under another address that shows its title and its bidders', () => {
    const seen = observe(page(cards, projectState(raw)), 'https://www.freelancer.com/projects/x/y-1');
    expect(bidsOf(seen)).toHaveLength(4);
    expect(new Set(bidsOf(seen).map((bid) => bid.project))).toEqual(new Set(['39000001']));
  });

  it('is taken from among others: the one of this page', () => {
    const other = { ...raw, projectId: 38000009, seoUrl: 'php/other', bids: [{ username: 'somebody' }] };
    const both = stateScript({ a: { 1: { rawDocument: other }, 2: { rawDocument: raw } } });
    expect(bidsOf(byState(both)).map((bid) => bid.account)).toEqual(people.map((one) => one.user));
  });

  it('is read with the escapes of older versions', () => {
    const old = JSON.stringify({ a: { rawDocument: { ...raw, title: 'Tom & Ann’s' } } })
      .replace(/&/g, '&a;')
      .replace(/"/g, '&q;');
    const seen = byState(stateScript(old));
    expect(bidsOf(seen)).toHaveLength(4);
    expect(seen[0]).toMatchObject({ kind: 'project', title: 'Tom & Ann’s' });
  });

  it('says who was chosen', () => {
    const seen = byState(projectState({ ...raw, selectedBids: [bids[2]] }));
    expect(
      bidsOf(seen)
        .filter((bid) => bid.outcome === 'awarded')
        .map((bid) => bid.account),
    ).toEqual(['bidder-2']);
    expect(bidsOf(seen)).toHaveLength(4);
  });
});

describe('one project, one id', () => {
  it('takes the number that the page writes, but not one that a bidder writes', () => {
    const own = '<p>Project ID: 39000001</p>';
    const spoof = siteCard({ user: 'the-writer', text: 'Project ID: 11111111' });
    expect(bidsOf(observe(page(spoof + cards + own)))[0]?.project).toBe('39000001');
    expect(bidsOf(observe(page(spoof + cards)))[0]?.project).toBe('php/garden-club-site');
  });

  it('gives one account one id, whatever its links and its state write', () => {
    const mixed = projectState({
      ...raw,
      bids: [{ username: 'BIDDER-0', description: 'From the state, with more words than the card.' }],
    });
    const card = siteCard({ user: 'Bidder-0?from=card', text: 'Another text' });
    const seen = observe(page(card, mixed));
    expect(bidsOf(seen).map((bid) => bid.account)).toEqual(['bidder-0']);
  });
});

describe('how much was read', () => {
  const heading = (text: string) => `<h2>${text}</h2>`;

  it('is a part when the page says there are more', () => {
    expect(
      pageOf(observe(page(heading('99 freelancers are bidding on average $200 for this job') + cards))),
    ).toMatchObject({
      read: 'part',
      found: { bids: 4 },
      of: { bids: 99 },
    });
  });

  it('is the whole of nothing only when the page plainly says so', () => {
    expect(pageOf(observe(page(heading('No bids yet'))))).toMatchObject({ read: 'whole', of: { bids: 0 } });
    expect(pageOf(observe(page(heading('Bids'))))).toMatchObject({ read: 'not', missing: ['bids'] });
    expect(pageOf(observe(page(heading('7 bids'))))).toMatchObject({ read: 'not', of: { bids: 7 } });
  });

  it('names a field that no card has', () => {
    const bare = bidders(5).map((one) => plainCard(one).replace(/<div class="q5">.*?<\/div>/, ''));
    const seen = pageOf(observe(page(bare.join(''))));
    expect(seen).toMatchObject({ read: 'part', missing: ['bid.amount', 'bid.days'] });
  });

  it('does not take a profile for that of the address while the page still shows another', () => {
    const html = page(
      '<app-user-profile-summary-body><h3 class="Username-displayName">Bea</h3><h3 class="Username-userId">@bea</h3></app-user-profile-summary-body>',
    );
    expect(pageOf(observe(html, 'https://www.freelancer.com/u/ada')).read).toBe('not');
    expect(pageOf(observe(html, 'https://www.freelancer.com/u/bea')).read).toBe('part');
  });
});

describe('a conversation', () => {
  const header =
    '<app-messaging-header><fl-link fltrackinglabel="MessagingHeaderDisplayNameLink"><a href="/u/adal">@adal</a></fl-link></app-messaging-header>';
  const item = (text: string, author = '') =>
    `<app-messaging-message-item>${author}<div class="Message-bubble-text">${text}</div><app-messaging-message-details>2:15 PM</app-messaging-message-details></app-messaging-message-item>`;
  const read = (items: string) =>
    observe(
      `<body><app-messaging-chat-contents>${header}${items}</app-messaging-chat-contents></body>`,
      'https://www.freelancer.com/messages/thread/90417',
    );
  const by = (login: string) => `<a href="/u/${login}"><img alt=""></a>`;

  it('is of those who are named in it', () => {
    const seen = read(item('When can you start?', by('the-client')) + item('On Monday.', by('adal')));
    expect(seen.filter((one) => one.kind === 'message')).toMatchObject([
      { account: 'adal', mine: true, text: 'When can you start?' },
      { account: 'adal', mine: false, text: 'On Monday.' },
    ]);
  });

  it('gives nobody words that may be somebody else’s', () => {
    const seen = read(item('When can you start?') + item('On Monday.', by('adal')));
    expect(seen.filter((one) => one.kind === 'message').map((one) => one.text)).toEqual(['On Monday.']);
    expect(pageOf(read(item('When can you start?') + item('On Monday.'))).read).toBe('not');
  });
});

describe('a review', () => {
  it('is what was written, not what was paid', () => {
    const seen = observe(
      '<body><h3 class="Username-displayName">Ada</h3><fl-review-card><fl-text>$96.00 USD</fl-text><fl-text>She came on time and the site stands.</fl-text><fl-rating aria-label="Rating: 4.0 out of 5"></fl-rating></fl-review-card></body>',
      'https://www.freelancer.com/u/adal',
    );
    expect(seen.find((one) => one.kind === 'review')?.text).toBe('She came on time and the site stands.');
  });
});

describe('anchors', () => {
  it('are the names, one a card, not the pictures', () => {
    const { anchors } = readPage(open(page(cards)), projectUrl) ?? {};
    expect([...(anchors ?? [])].map(([account, list]) => [account, list.map((one) => one.textContent)])).toEqual(
      people.map((one) => [one.user, [`@${one.user}`]]),
    );
  });

  it('stand also on cards that only the card heuristics know', () => {
    const { anchors } = readPage(open(page(people.map(plainCard).join(''))), projectUrl) ?? {};
    expect([...(anchors?.values() ?? [])].flat().map((one) => one.textContent)).toEqual(
      people.map((one) => `@${one.user}`),
    );
  });
});
