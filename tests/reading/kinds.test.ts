// What a site can say of each kind of page, on an invented marketplace with as little of a site as it takes.
import { describe, expect, it } from 'vitest';
import type { Message, Profile, Review } from '../../lib/model/observation.ts';
import { Memo } from '../../lib/reading/memo.ts';
import { readPageOf } from '../../lib/reading/read-page.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import type { Site } from '../../lib/reading/site.ts';
import { understand } from '../../lib/reading/understand.ts';
import { bidsOf, open, pageOf, seenAt } from './pages.ts';

const home = 'https://harbour.example';
const harbour: Site = {
  id: 'harbour',
  name: 'Harbour',
  hosts: ['harbour.example'],
  classifyUrl: ({ pathname }) => {
    const [kind, id] = pathname.split('/').filter(Boolean);
    const canonical = home + pathname;
    if (kind === 'jobs' && id) return { page: 'bids', project: id, canonical };
    if (kind === 'people' && !id) return { page: 'search', canonical };
    if (kind === 'people' && id) return { page: 'profile', account: id, canonical };
    return kind === 'talk' && id ? { page: 'messages', thread: id, canonical } : undefined;
  },
  accountAt: (url) => /^\/people\/([\w-]+)$/.exec(url.pathname)?.[1],
  idAttributes: ['[data-person]@data-person'],
  profileUrl: (account) => (account.startsWith('n') ? undefined : `${home}/people/${account}`),
  tables: {
    bids: { card: ['.offer'], fields: { name: ['h3'], text: ['.letter'], amount: ['.sum'] } },
    people: { card: ['.tile'], fields: { name: ['h3 a'], headline: ['.line'], hourlyRate: ['.rate'] } },
    profile: {
      name: ['h1'],
      skills: ['.skill[]'],
      languages: ['.tongue[]'],
      education: { each: ['.school'], parts: { school: ['b'], degree: ['i'], period: ['small'] } },
      employment: { each: ['.job'], parts: { employer: ['b'], title: ['i'], period: ['small'] } },
      portfolio: { each: ['.work'], parts: { title: ['a'], url: ['a@href'] } },
      contacts: { each: ['.contact'], parts: { type: ['&@data-type'], value: ['span'] } },
      links: ['.elsewhere a@href[]'],
    },
    reviews: { card: ['.review'], fields: { rating: ['&@data-rating'], text: ['p'], at: ['time@datetime'] } },
    thread: { account: ['.with a@href'], name: ['.with a'] },
    messages: {
      card: ['.message'],
      fields: { author: ['.by'], text: ['p'], sentAt: ['.at'], day: ['.day'], mine: ['&.own'] },
      mine: /^me$/i,
      grouped: true,
    },
  },
  labels: {
    earnings: { label: /^total earned$/i, figure: /^\$[\d.,]+[km]?\+?$/i },
    jobsCompleted: { label: /^jobs$/i, figure: /^\d+$/ },
    onTime: /^on time$/i,
  },
  boilerplate: { elements: '.badge', words: /^(?:new here|best match)$/i },
  counts: { profiles: { places: ['h2'], pattern: /^([\d,]+) people/ } },
  expects: { messages: ['message.sentAt'] },
};

function read(path: string, body: string) {
  const { reading, anchors } =
    readPageOf(harbour, open(`<body>${body}</body>`, home + path), home + path, {
      seenAt,
    }) ?? expect.fail();
  const parsed = parseReading(JSON.parse(JSON.stringify(reading)));
  if ('problem' in parsed) throw new Error(parsed.problem);
  const seen = understand(parsed.reading, harbour);
  return {
    seen,
    anchors,
    page: pageOf(seen),
    profiles: seen.filter((one): one is Profile => one.kind === 'profile'),
    reviews: seen.filter((one): one is Review => one.kind === 'review'),
    messages: seen.filter((one): one is Message => one.kind === 'message'),
  };
}

describe('bids whose cards link nobody', () => {
  const offer = (id: string, name: string, sum: string) =>
    `<li class="offer" data-person='"${id}"'><div>New here</div><h3>${name} <span class="badge">Top</span></h3><p class="letter">I am ${name} and I would mend every boat in your harbour before the spring comes.</p><span class="sum">${sum}</span></li>`;
  const body = `<ul>${offer('n101', 'Ada Quist', '$300')}${offer('n102', 'Bo Lund', '€250')}</ul>`;

  it('are of the accounts that the cards are marked with, without quotes', () => {
    const { seen, profiles, anchors } = read('/jobs/7', body);
    expect(bidsOf(seen).map(({ account, project, amount }) => [account, project, amount])).toEqual([
      ['n101', '7', 300],
      ['n102', '7', 250],
    ]);
    expect(profiles.map(({ account, name }) => [account, name])).toEqual([
      ['n101', 'Ada Quist'],
      ['n102', 'Bo Lund'],
    ]);
    expect([...anchors].map(([account, [element]]) => [account, element?.localName])).toEqual([
      ['n101', 'h3'],
      ['n102', 'h3'],
    ]);
  });

  it('are found by the card heuristics alone as well, without the words of badges', () => {
    const url = `${home}/jobs/7`;
    const { reading } =
      readPageOf({ ...harbour, tables: {} }, open(`<body>${body}</body>`, url), url, { seenAt }) ?? expect.fail();
    const seen = understand(reading, harbour);
    expect(bidsOf(seen).map(({ account, amount }) => [account, amount])).toEqual([
      ['n101', 300],
      ['n102', 250],
    ]);
    for (const bid of bidsOf(seen)) expect(bid.text).toMatch(/^I am .* comes\.$/);
    expect(seen.flatMap((one) => (one.kind === 'profile' ? [one.name] : []))).toEqual(['Ada Quist', 'Bo Lund']);
  });
});

describe('a search', () => {
  const tile = (id: string, name: string) =>
    `<article class="tile"><h3><a href="/people/${id}">${name}<span class="badge">Pro</span></a></h3><p class="line">Boat builder</p><p>Builds and mends boats of wood since many years, alone or with others.</p><span class="rate">$40.00 USD / hour</span></article>`;
  const body = `<h2>1,204 people</h2>${tile('ada', 'Ada Quist')}${tile('bo', 'Bo Lund')}${tile('cy', 'Cy Holm')}`;

  it('gives the people it shows, and no bids', () => {
    const { profiles, page, seen, anchors } = read('/people', body);
    expect(seen).toHaveLength(4);
    expect(profiles[0]).toMatchObject({
      account: 'ada',
      name: 'Ada Quist',
      headline: 'Boat builder',
      hourlyRate: { amount: 40, currency: 'USD' },
      url: `${home}/people/ada`,
    });
    expect(page).toMatchObject({ page: 'search', read: 'part', found: { profiles: 3 }, of: { profiles: 1204 } });
    expect(anchors.size).toBe(3);
  });

  it('that was not understood says so', () => {
    expect(read('/people', '<main><p>Loading</p></main>').page).toMatchObject({
      read: 'not',
      missing: ['profiles'],
      found: { profiles: 0 },
    });
  });
});

describe('a profile', () => {
  const body = `<h1>Ada Quist</h1><i class="skill">wood</i><i class="skill">paint</i><b class="tongue">Swedish</b>
    <div class="school"><b>Harbour School</b><i>Boats</i><small>2009 – 2012</small></div>
    <div class="job"><b>Quay Works</b><i>Joiner</i><small>May 2013 - Present</small></div><div class="job"><i>no employer</i></div>
    <div class="work"><a href="/work/9">A red boat</a></div><div class="work"><a href="javascript:0">Odd</a></div>
    <div class="contact" data-type="site"><span>ada.example</span></div>
    <p class="elsewhere"><a href="https://ada.example/">here</a><a href="mailto:x@y.example">mail</a></p>
    <dl><div><dt>Total earned</dt><dd>$12.5k+</dd></div><div><dt>Jobs</dt><dd>31</dd></div><div><dt>On time</dt><dd>96%</dd></div></dl>
    <div class="review" data-rating="4.5"><a href="/people/cli">Cli</a><p>Good boat, came early.</p><time datetime="2026-04-01T00:00:00Z"></time></div>
    <div class="review" data-rating="5"><p>Nobody is named here.</p></div>
    <div class="review" data-rating="5"><p>Nor is anybody here.</p></div>`;

  it('has its parts: schools, work, contacts, figures beside their labels', () => {
    const [ada] = read('/people/ada', body).profiles;
    expect(ada).toMatchObject({
      skills: ['wood', 'paint'],
      languages: ['Swedish'],
      education: [{ school: 'Harbour School', degree: 'Boats', from: '2009', to: '2012' }],
      employment: [{ employer: 'Quay Works', title: 'Joiner', from: '2013-05' }],
      contacts: [{ type: 'site', value: 'ada.example' }],
      links: ['https://ada.example/'],
      stats: { earnings: 12_500, jobsCompleted: 31, onTime: 0.96 },
    });
    expect(ada?.employment?.[0]).not.toHaveProperty('to');
    expect(ada?.portfolio?.[0]).toEqual({ title: 'A red boat', url: `${home}/work/9` });
  });

  it('keeps the reviews of those it does not name apart, the same at every visit', () => {
    const from = () => read('/people/ada', body).reviews.map((review) => review.from);
    const [cli, second, third] = from();
    expect(cli).toBe('cli');
    expect(second).toMatch(/^not-named-/);
    expect(third).toMatch(/^not-named-/);
    expect(second).not.toBe(third);
    expect(from()).toEqual([cli, second, third]);
  });

  describe('whose reviews no table finds', () => {
    const one = (rating: string, words: string, day: string) =>
      `<article class="card"><h5>buyer</h5>${rating}<p>${words}</p><time>${day}</time></article>`;
    const star = '<span title="4.5 out of 5"><svg></svg></span>';
    const [kept, wide] = [
      'The boat came early and floats as well as it looks.',
      'Wide enough for three and a dog as well.',
    ];
    const wordsOf = (cards: string) =>
      read('/people/ada', `<h1>Ada Quist</h1><section><h2>Reviews</h2>${cards}</section>`).reviews.map(
        ({ text }) => text,
      );

    it('has also those that nobody rated', () => {
      expect(wordsOf(one('', kept, 'May 2, 2026') + one(star, wide, 'May 3, 2026'))).toEqual([kept, wide]);
      const rows = `<table><tr><td>${star}</td><td>${kept}</td><td>May 2, 2026</td></tr><tr><td></td><td>${wide}</td><td>May 3, 2026</td></tr></table>`;
      expect(wordsOf(rows)).toEqual([kept, wide]);
    });

    it('takes nothing for a review that has no day, or that nobody rated at all', () => {
      expect(wordsOf(one('', kept, '') + one('', wide, '') + one(star, kept, 'May 2, 2026'))).toEqual([]);
      expect(wordsOf(one('', kept, 'May 2, 2026') + one('', wide, 'May 3, 2026'))).toEqual([]);
    });
  });

  it('takes no script for the address of a work', () => {
    const [, odd] = read('/people/ada', body).profiles[0]?.portfolio ?? [];
    expect(odd).toEqual({ title: 'Odd' });
  });
});

describe('a conversation', () => {
  const head = '<header><h2 class="with"><a href="/people/ada">Ada Quist</a></h2></header>';
  const body = `${head}<ul>
    <li class="message"><div class="day">September 30, 2026</div><span class="by">Ada Quist</span><p>Good morning, the boat is ready.</p><i class="at">9:05 AM</i></li>
    <li class="message"><p>You can fetch it.</p><i class="at">9:06 AM</i></li>
    <li class="message"><span class="by">Me</span><p>Thank you, I come at noon.</p><i class="at">9:30 AM</i></li>
    <li class="message own"><div class="day">October 1, 2026</div><p>It floats.</p><i class="at">8:00 PM</i></li></ul>`;

  it('gives who wrote what and when, from the first of each group on', () => {
    const { messages, page, anchors } = read('/talk/t1', body);
    expect(messages.map(({ thread, account, mine, text, sentAt }) => [thread, account, mine, text, sentAt])).toEqual([
      ['t1', 'ada', false, 'Good morning, the boat is ready.', '2026-09-29T19:05:00Z/2026-09-30T21:05:00Z'],
      ['t1', 'ada', false, 'You can fetch it.', '2026-09-29T19:06:00Z/2026-09-30T21:06:00Z'],
      ['t1', 'ada', true, 'Thank you, I come at noon.', '2026-09-29T19:30:00Z/2026-09-30T21:30:00Z'],
      ['t1', 'ada', true, 'It floats.', '2026-10-01T06:00:00Z/2026-10-02T08:00:00Z'],
    ]);
    expect(page).toMatchObject({ page: 'messages', read: 'whole', found: { messages: 4 } });
    expect(anchors.get('ada')?.[0]?.textContent).toBe('Ada Quist');
  });

  it('without a head is with the one other person who wrote, and of several with nobody', () => {
    const line = (by: string, words: string) =>
      `<li class="message"><a class="by" href="/people/${by}">${by}</a><p>${words}</p></li>`;
    const own = '<li class="message own"><a class="by" href="/people/bo">bo</a><p>Thank you, I come at noon.</p></li>';
    const withOne = read('/talk/t1', line('ada', 'The boat is ready.') + own).messages;
    expect(withOne.map(({ account, mine }) => [account, mine])).toEqual([
      ['ada', false],
      ['ada', true],
    ]);
    const withTwo = read('/talk/t1', line('ada', 'The boat is ready.') + line('cem', 'So am I.') + own).messages;
    expect(withTwo.map(({ account, mine }) => [account, mine])).toEqual([
      ['ada', false],
      ['cem', false],
    ]);
  });

  it('of changed markup is not read, and says so', () => {
    const { page, messages } = read('/talk/t1', body.replaceAll('"message', '"q7'));
    expect(messages).toEqual([]);
    expect(page).toMatchObject({ read: 'not', missing: ['messages'] });
  });
});

describe('a page that is looked at again', () => {
  const card = (n: number) =>
    `<article class="tile"><h3><a href="/people/p${n}">Person ${n}</a></h3><p class="line">Line ${n}</p></article>`;
  const document = open(`<body>${[1, 2, 3].map(card).join('')}</body>`, `${home}/people`);
  const memo = new Memo();
  const headlines = () => {
    const { reading } = readPageOf(harbour, document, `${home}/people`, { memo, seenAt }) ?? expect.fail();
    return understand(reading, harbour).flatMap((one) => (one.kind === 'profile' ? [one.headline] : []));
  };

  it('is read again only where it is said to have changed', () => {
    expect(headlines()).toEqual(['Line 1', 'Line 2', 'Line 3']);
    const [first, second] = document.querySelectorAll('.line');
    if (!first?.firstChild || !second?.firstChild) return expect.fail();
    first.firstChild.nodeValue = 'Other 1';
    second.firstChild.nodeValue = 'Other 2';
    memo.forget(second.firstChild);
    expect(headlines()).toEqual(['Line 1', 'Other 2', 'Line 3']);
    memo.forget(first);
    expect(headlines()).toEqual(['Other 1', 'Other 2', 'Line 3']);
  });

  it('has a card that came later as well', () => {
    document.body.insertAdjacentHTML('beforeend', card(4));
    memo.forget(document.body);
    expect(headlines()).toHaveLength(4);
  });
});
