import { describe, expect, it } from 'vitest';
import { readPageOf } from '../../lib/reading/read-page.ts';
import { upwork } from '../../lib/sites/upwork.ts';
import { bidsOf, observe, open, pageOf } from '../reading/pages.ts';

const home = 'https://www.upwork.com';
const job = '1839204417705512960';
const list = `${home}/nx/applicants/${job}/applicants`;

describe('addresses', () => {
  const where = (path: string) => upwork.classifyUrl(new URL(path, home));

  it.each([
    [`/ab/applicants/${job}/applicants?nav_dir=pop`, { page: 'bids', project: job }],
    [`/nx/applicants/${job}/applicants`, { page: 'bids', project: job }],
    [`/ab/applicants/${job}/hired`, { page: 'bids', project: job, outcome: 'awarded' }],
    [`/ab/applicants/${job}/suggested`, { page: 'search' }],
    ['/freelancers/~01a4b8c2d6e0f19273?s=1', { page: 'profile', account: '~01a4b8c2d6e0f19273' }],
    ['/fl/~01A4B8C2D6E0F19273', { page: 'profile', account: '~01a4b8c2d6e0f19273' }],
    ['/nx/search/talent/details/~01a4b8c2d6e0f19273/profile', { page: 'profile', account: '~01a4b8c2d6e0f19273' }],
    ['/nx/search/talent/?q=x', { page: 'search' }],
    ['/search/profiles/?q=x&page=2', { page: 'search' }],
    ['/ab/messages/rooms/room_0f1e2d', { page: 'messages', thread: 'room_0f1e2d' }],
    [`/jobs/Some-title_~02${job}/?referrer_url_path=x`, { page: 'project', project: job }],
    [`/jobs/~02${job}`, { page: 'project', project: job }],
    ['/jobs/Older_~019ec9ebe139ec8482/', { page: 'project', project: '~019ec9ebe139ec8482' }],
  ])('%s', (path, expected) => {
    expect(where(path)).toMatchObject(expected);
  });

  it('names one project alike on its own page and on the list of its proposals', () => {
    expect(where(`/jobs/~02${job}`)?.project).toBe(where(`/ab/applicants/${job}/applicants`)?.project);
  });

  it.each([
    '/',
    '/freelancers/',
    '/freelancers/settings/profile',
    '/freelancers/~02nonsense',
    `/ab/applicants/${job}/pending`,
    '/ab/applicants/none/applicants',
    '/ab/messages/rooms/',
    '/nx/wm/client/dashboard',
    '/jobs/',
    `/~01${'a'.repeat(80)}`,
    '/freelancers/%E0%A4%A',
  ])('%s is not read', (path) => {
    expect(where(path)).toBeUndefined();
  });

  it('take the freelancers whom a client hired before for no bidders on this job', () => {
    const link = new URL('/freelancers/~01a4b8c2d6e0f19273', home);
    expect(upwork.accountAt(link, 'bids')).toBe('~01a4b8c2d6e0f19273');
    expect(upwork.accountAt(link, 'project')).toBeUndefined();
  });
});

describe('the two ids of one person', () => {
  const people = ['Petra N.', 'Owen D.', 'Aylin K.', 'Petra N.'];
  const uid = (n: number) => `15120466188410224${60 + n}`;
  const text = (n: number) => `This is what number ${n} writes about your boats, at some length and with a question.`;
  const row = (n: number, link = '') =>
    `<tr data-ev-position_on_page="${n}" data-ev-contractor_uid="&quot;${uid(n)}&quot;"><td><img class="air3-avatar" alt="${people[n]}" height="60"></td><td><span class="h6">${people[n]}</span>${link}<div class="air3-line-clamp"><span>Title ${n}</span></div><strong>$3${n}.00/hr</strong><div class="air3-line-clamp is-clamped"><span>${text(n)} …</span></div></td></tr>`;
  const rows = (links: boolean) =>
    people.map((_, n) => row(n, links ? `<a href="/freelancers/~01aaaaaaaaaaaaa${n}">Profile</a>` : '')).join('');
  const slider = ({ name = '', viewer = '', id = '~01bbbbbbbbbbbbbb' }) =>
    `<div class="air3-slider-body"><div ${viewer && `data-qa-profile-viewer-uid="${viewer}"`}><h2 itemprop="name">${name}</h2><a href="${home}/fl/${id}">${id}</a></div><section><h4>Cover letter</h4><p class="text-pre-line">Opened words that stand in no row.</p></section></div>`;
  const page = (table: string, opened = '') =>
    `<body><main><h1>Boats</h1><table><tbody>${table}</tbody></table></main>${opened}</body>`;
  const accountsOf = (html: string, by?: 'selectors' | 'cards') =>
    bidsOf(observe(html, list, by ? { by } : {})).map((bid) => bid.account);
  const all = people.map((_, n) => uid(n));

  it('are one account by every way of reading', () => {
    for (const links of [true, false]) {
      expect(accountsOf(page(rows(links)))).toEqual(all);
      expect(accountsOf(page(rows(links)), 'selectors')).toEqual(all);
      expect(accountsOf(page(rows(links)), 'cards')).toEqual(all);
    }
  });

  it('are told by the number that an opened proposal shows', () => {
    const seen = bidsOf(observe(page(rows(false), slider({ name: 'Petra N.', viewer: uid(3) })), list));
    expect(seen.map((bid) => bid.account)).toEqual(all);
    expect(seen.every((bid, n) => bid.text?.startsWith(text(n)))).toBe(true);
  });

  it('are told by a name that only one row has', () => {
    for (const viewer of ['', '9990001112223334445']) {
      expect(accountsOf(page(rows(false), slider({ name: 'Owen D.', viewer })))).toEqual(all);
    }
  });

  it.each([
    ['a name of two rows', { name: 'Petra N.' }],
    ['a name of no row', { name: 'Somebody E.' }],
    ['a number of no row', { name: 'Somebody E.', viewer: '9990001112223334445' }],
    ['no name', {}],
  ])('stay open with %s: nobody becomes a second bidder with the same words', (_, opened) => {
    for (const by of [undefined, 'selectors', 'cards'] as const) {
      expect(accountsOf(page(rows(false), slider(opened)), by)).toEqual(all);
    }
  });

  it('stay open where rows of two people link one profile', () => {
    const link = '<a href="/freelancers/~01aaaaaaaaaaaaaaa">Recommended</a>';
    expect(accountsOf(page(row(0, link) + row(1, link) + row(2)))).toEqual(all.slice(0, 3));
  });

  it('stay open on a page that shows an opened proposal and no list', () => {
    for (const viewer of ['', uid(1)]) expect(accountsOf(page('', slider({ name: 'Owen D.', viewer })))).toEqual([]);
  });

  it('are the ids of links where a list has no numbers at all', () => {
    const linkOf = (n: number) => `~01aaaaaaaaaaaaa${n}`;
    const items = people.map(
      (name, n) => `<li><a href="/freelancers/${linkOf(n)}">${name}</a><p>${text(n)}</p><b>$3${n}.00/hr</b></li>`,
    );
    const linked = people.map((_, n) => linkOf(n));
    expect(accountsOf(`<main><ul>${items.join('')}</ul></main>${slider({ id: linkOf(1) })}`).sort()).toEqual(linked);
    expect(accountsOf(`<main><ul>${items.join('')}</ul></main>${slider({})}`)).toEqual(linked);
  });

  it('take the whole text of the opened proposal instead of the clamped one', () => {
    const whole = `${text(1)} And here is all the rest of it.`;
    const opened = slider({ name: 'Owen D.' }).replace('Opened words that stand in no row.', whole);
    expect(bidsOf(observe(page(rows(false), opened), list))[1]?.text).toBe(whole);
  });

  it('anchor the badge inside the row, also where it links nobody', () => {
    const read = readPageOf(upwork, open(page(rows(false)), list), list);
    expect([...(read?.anchors.keys() ?? [])]).toEqual(all);
    for (const [anchor] of read?.anchors.values() ?? []) expect(anchor?.closest('tr')).not.toBeNull();
  });
});

describe('a proposal', () => {
  const row = `<div data-test="ProposalTile" data-ev-contractor_uid="1839204417705519999"><img class="air3-avatar" alt="Owen T."><span>$45.00/hr</span><span>97% Job Success</span><span>$10K+ earned</span><span>31 completed jobs</span><div class="air3-line-clamp is-clamped">I have 100% Job Success with boats and know the weir well enough to begin on Monday.</div></div>`;
  const panel = (more: string) =>
    `<div class="air3-slider-body"><h2 itemprop="name">Owen T.</h2><a href="/fl/~01a4b8c2d6e0f19273">Profile</a><h5>Cover letter</h5><div class="text-pre-line">I have 100% Job Success with boats and know the weir well enough to begin on Monday. Until then I read your notes.</div>${more}</div>`;
  const questions =
    '<div><h5>Which page of yours had a queue?</h5><p>The canoe hire at the weir.</p></div><dl><dt>How many boats?</dt><dd>Forty, and two for guests.</dd></dl><h5>Bid</h5><p>$45.00</p>';

  it('has the site’s own figures beside it, and not those that its writer claims', () => {
    const seen = observe(`<body>${row}</body>`, list);
    const [person] = seen.filter((one) => one.kind === 'profile');
    expect(person?.stats).toMatchObject({ jobSuccess: 0.97, earnings: 10_000, jobsCompleted: 31 });
    expect(bidsOf(seen)[0]?.amount).toBe(45);
  });

  it('that is opened has the answers to the client’s questions after the letter, and not the questions', () => {
    const [bid] = bidsOf(observe(`<body>${row}${panel(questions)}</body>`, list));
    expect(bid?.text?.split('\n\n').slice(1)).toEqual(['The canoe hire at the weir.', 'Forty, and two for guests.']);
    expect(bid?.text).toContain('Until then I read your notes.');
  });

  it('on the list of those hired was accepted', () => {
    const seen = observe(
      `<body><button role="tab">Proposals (21)</button>${row}</body>`,
      list.replace(/applicants$/, 'hired'),
    );
    expect(bidsOf(seen).map((bid) => bid.outcome)).toEqual(['awarded']);
    expect(pageOf(seen).of).toBeUndefined();
  });
});

describe('the state script of a job', () => {
  const url = `${home}/jobs/~02${job}`;
  const byState = (script: string) =>
    observe(`<body><script type="application/json" id="__NUXT_DATA__">${script}</script></body>`, url, { by: 'state' });
  const flat = (uid: string, more: unknown[] = []) =>
    JSON.stringify([
      ['ShallowReactive', 1],
      { job: 2 },
      { info: 3, description: 4, clientActivity: 5, self: 1, more: 8 },
      { uid: 6, title: 7 },
      'Boats to book.',
      { totalApplicants: 9 },
      uid,
      'A page for boats',
      more,
      12,
    ]);

  it('is resolved, references to itself and all', () => {
    expect(byState(flat(job))[0]).toMatchObject({
      project: job,
      title: 'A page for boats',
      text: 'Boats to book.',
      bidCount: 12,
    });
  });

  it.each([
    ['a date', ['Date', '2026-09-01T10:00:00.000Z'], '2026-09-01T10:00:00Z'],
    ['a date in a reference', ['Ref', 11], '2026-09-01T10:00:00Z'],
    ['a set', ['Set', 6], undefined],
    ['a big number', ['BigInt', '1'], undefined],
    ['a reference in a circle', ['ShallowRef', 10], undefined],
  ])('takes %s for what it is', (_, written, expected) => {
    const values = JSON.parse(flat(job));
    values[2].publishTime = 10;
    values.push(written, ['Date', '2026-09-01T10:00:00.000Z']);
    const [seen] = byState(JSON.stringify(values));
    expect(seen?.kind === 'project' && seen.postedAt).toBe(expected);
  });

  it.each([-1, -2, -3, -4, -5, -6, 99])('has nothing at place %i', (place) => {
    const values = JSON.parse(flat(job));
    values[5].totalApplicants = place;
    const [seen] = byState(JSON.stringify(values));
    expect(seen).toMatchObject({ title: 'A page for boats' });
    expect(seen?.kind === 'project' && seen.bidCount).toBeUndefined();
  });

  it('of another job is left alone', () => {
    expect(pageOf(byState(flat('1839204417705512961'))).read).toBe('not');
  });

  it.each([
    '',
    'null',
    '7',
    '[]',
    '[[]]',
    '{"a":1}',
    '[["Reactive",0]]',
    '[["Unknown",1],2]',
    '[{"__proto__":1},{"clientActivity":0}]',
    '[["ArrayBuffer","x"]]',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `[${Array.from({ length: 20_000 }, (_, n) => `{"a":${n + 1}}`).join()},1]`,
    flat(job, ['RegExp', '(', 'g']),
  ])('that is broken in some way breaks nothing', (script) => {
    expect(pageOf(byState(script)).page).toBe('project');
  });
});

describe('a room', () => {
  const url = `${home}/ab/messages/rooms/room_0f1e2d`;
  const item = (author: string, text: string) =>
    `<div class="up-d-story-item"><div class="story-message-header"><span class="user-name">${author}</span><span class="story-timestamp" title="September 28, 2026 at 9:02 AM"></span></div><div data-test="story-message"><p>${text}</p></div></div>`;
  const room = (title: string, items: string) =>
    `<body><div class="up-d-room-header"><div class="room-header-body"><div data-user-id="1512046618841022460"><h2 data-test="room-title">${title}</h2></div></div></div>${items}</body>`;

  it("is the user's own words wherever an author is not the one it is with", () => {
    const seen = observe(room('Petra N.', item('Petra N.', 'Hello.') + item('The office', 'Hello to you.')), url);
    expect(seen.flatMap((one) => (one.kind === 'message' ? [[one.mine, one.text]] : []))).toEqual([
      [false, 'Hello.'],
      [true, 'Hello to you.'],
    ]);
  });
});
