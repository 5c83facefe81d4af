// What pages say of people and projects beside the places that a site's tables name, on invented pages of several sites.
import { describe, expect, it } from 'vitest';
import type { Bid, Profile, Project } from '../../lib/model/observation.ts';
import { observe, pageOf } from './pages.ts';

const seenAt = '2026-06-24T12:00:00Z';
const read = (url: string, body: string, head = '') =>
  observe(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`, url, { seenAt });
const profileIn = (url: string, body: string, head = ''): Profile | undefined =>
  read(url, body, head).find((one) => one.kind === 'profile');

describe('a list', () => {
  it('is part of what a heading counts, also where style alone parts the figure from its word', () => {
    const review = (by: string, text: string) =>
      `<li class="review-item"><div class="reviewer-details"><h5>${by}</h5></div><div class="orca-rating"><b class="rating-score">5</b></div><div class="review-description"><p>${text}</p></div><time>2 months ago</time></li>`;
    const seen = read(
      'https://www.fiverr.com/marta_q/draw-a-sign-for-your-shop',
      `<main><h1>I will draw a sign</h1><section><h2><span><span>210</span></span><span>Reviews</span><small><span>5</span></small></h2><ul>${review('orla_w', 'The sign hangs over our door and everybody asks who drew it.')}${review('ines_f', 'Second sign from her, and as good as the first one was.')}</ul></section></main>`,
    );
    expect(pageOf(seen)).toMatchObject({ read: 'part', found: { reviews: 2 }, of: { reviews: 210 } });
  });

  it('does not call a short letter what its writer is', () => {
    const bid = (login: string, text: string) =>
      `<li class="clearfix" id="bid-${login.length}" data-date="2026-06-20 07:47:41" data-amount="100" data-days="3"><div class="bid-conditions"><span class="label-blue">3 дні</span><span class="label-green">100 ₴</span></div><table><tr><td><a class="bigger" href="/freelancer/${login}.html">${login}</a></td></tr></table><div><p class="linkify-marker">${text}</p></div></li>`;
    const seen = read(
      'https://freelancehunt.com/project/bell/500431.html',
      `<main><h1>Bell</h1><ol class="bids-list">${bid('orla', 'Зроблю цю вивіску')}${bid('tomasz', 'Маю час і фарбу')}</ol></main>`,
    );
    const bids = seen.filter((one): one is Bid => one.kind === 'bid');
    expect(bids.map(({ text }) => text)).toEqual(['Зроблю цю вивіску', 'Маю час і фарбу']);
    for (const one of seen) expect(one).not.toHaveProperty('headline');
  });
});

describe('a list of people', () => {
  const person = (login: string, work: string) =>
    `<article><h3><a href="/freelancer/${login}">${login} Whelan</a></h3><p>${work}</p><p>Ireland</p></article>`;
  const people = person('orla', 'Sign painter') + person('ines', 'Letters and numbers');
  const truelancer = 'https://www.truelancer.com/freelancers';

  it.each([
    '<div><a href="?page=1">1</a><a href="?page=2">2</a></div>',
    '<p>4,120 Freelancers</p>',
    '<ul><li><a href="/freelancers/page/2">Next</a></li></ul>',
  ])('goes on where the page says so: %s', (more) => {
    expect(pageOf(read(truelancer, `<main><h1>Hire freelancers</h1>${people}${more}</main>`))).toMatchObject({
      read: 'part',
      found: { profiles: 2 },
    });
  });

  it('misses nobody where it is counted and all were read', () => {
    const seen = pageOf(read(truelancer, `<main><h1>Hire</h1><p>2 freelancers found</p>${people}</main>`));
    expect(seen).toMatchObject({ found: { profiles: 2 }, of: { profiles: 2 } });
    expect(seen.missing).not.toContain('profiles');
  });
});

describe('a profile in several parts beside the site’s own', () => {
  const seen = profileIn(
    'https://www.fiverr.com/marta_q',
    `<header><nav><a href="/">Home</a></nav></header><nav>Categories</nav>
    <div class="top"><h1><a href="/marta_q">Marta Q</a></h1><ul><li>From<strong>Portugal</strong></li></ul></div>
    <div class="rest"><h3>Description</h3><p>Thirty years of letters over doors.</p><h3>Skills</h3><ul><li><a href="/gigs/signs">Signs</a></li><li><a href="/gigs/gilding">Gilding</a></li></ul>
    <h3>Education</h3><ul><li><p>B.A. Lettering</p><p>Old Bridge University, Portugal, Graduated 2017</p></li></ul></div>
    <div class="foot"><footer><h3>Languages</h3><ul><li>English</li></ul></footer></div>`,
  );

  it('is read in all of them', () => {
    expect(seen).toMatchObject({
      name: 'Marta Q',
      about: 'Thirty years of letters over doors.',
      skills: ['Signs', 'Gilding'],
      education: [{ school: 'Old Bridge University', degree: 'B.A. Lettering', to: '2017' }],
    });
  });

  it('and not in what is the site’s', () => expect(seen).not.toHaveProperty('languages'));
});

describe('a list of which the rest is elsewhere', () => {
  const review = (by: string, text: string) =>
    `<article><h5>${by}</h5><span role="img" aria-label="Rating: 4.0 out of 5"></span><p>${text}</p><time>3 weeks ago</time></article>`;
  const bidder = (login: string, text: string) =>
    `<article><h3><a href="/freelancer/${login}">${login}</a></h3><p>${text}</p><b>$200</b></article>`;
  const reviews = `<main><h1>Orla Whelan</h1><dl><dt>From</dt><dd>Ireland</dd></dl><section><h2>What clients say</h2>${review('quay', 'The sign hangs over our door and everybody asks who drew it.')}${review('mill', 'She came twice to look at the light on the wall.')}`;
  const bids = `<main><h1>Paint a bell tower</h1><h2>Description</h2><p>Our bell tower has a clock whose numbers have faded.</p><section><h2>Bids</h2>${bidder('orla', 'I painted the clock of the mill and would begin with the numbers.')}${bidder('ines', 'Numbers are what I have drawn for twenty years, mostly on ships.')}`;
  const [profile, project] = [
    'https://www.truelancer.com/freelancer/orla',
    'https://www.truelancer.com/freelance-project/paint-a-bell-tower-4521930',
  ];

  it.each([
    [profile, reviews, '<a href="/freelancer/orla/reviews">See all reviews</a>', 'reviews'],
    [profile, reviews, '<button>Show all 838 reviews</button>', 'reviews'],
    [profile, reviews, '<button>Ver todas las opiniones</button>', 'reviews'],
    [project, bids, '<a href="/p/proposals">View all proposals</a>', 'bids'],
    [project, bids, '<p>Log in to see all proposals</p>', 'bids'],
    [project, bids, '<button>Sign up or log in to view more bids</button>', 'bids'],
  ])('is part: %s, %#', (url, shown, more, what) => {
    const html = (end: string) => `${shown}${end}</section></main>`;
    expect(pageOf(read(url, html(more)))).toMatchObject({ read: 'part', missing: expect.arrayContaining([what]) });
    expect(pageOf(read(url, html(''))).missing ?? []).not.toContain(what);
  });
});

describe('reviews that are short, or leave out a day', () => {
  const page = (reviews: string, title = 'Sign painter') =>
    `<main><div><h1>Orla Whelan</h1><h2>${title}</h2></div><dl><dt>From</dt><dd>Ireland</dd><dt>Member since</dt><dd>October 2020</dd></dl><section><h2>Reviews (50)</h2>${reviews}</section></main>`;
  const review = (by: string, rating: string, text: string, day: string) =>
    `<article><div><h5>${by}</h5></div>${rating && `<span role="img" aria-label="Rating: ${rating} out of 5"></span>`}<p>${text}</p>${day && `<time>${day}</time>`}</article>`;
  const url = 'https://www.truelancer.com/freelancer/orla';
  const reviewsIn = (html: string) =>
    read(url, html).flatMap((one) => (one.kind === 'review' ? [[one.text, one.rating?.value]] : []));
  const long = 'The sign hangs over our door and everybody asks who drew it.';

  it('are read where the others are', () => {
    const two = review('quay', '4.0', long, '3 weeks ago') + review('mill', '3.0', 'Nice', '17 hours ago');
    expect(reviewsIn(page(two))).toEqual([
      [long, 4],
      ['Nice', 3],
    ]);
  });

  it('are no less reviews', () => {
    const second = 'She came twice to look at the light on the wall.';
    const third = 'Was asked for a map and made one that all of us use.';
    const three =
      review('quay', '4.0', long, '') +
      review('mill', '3.5', second, '3 days ago') +
      review('inn', '', third, '2 weeks ago');
    expect(reviewsIn(page(three))).toEqual([
      [long, 4],
      [second, 3.5],
      [third, undefined],
    ]);
  });

  it('are not what somebody offers', () => {
    const offers = ['Signs', 'Maps', 'Numbers'].map((what) =>
      review(what, '4.5', `I draw ${what} for houses of all sizes.`, ''),
    );
    expect(reviewsIn(page(offers.join('')))).toEqual([]);
  });

  it.each(['Bookkeeper for small towns since 2012', 'Bookkeeper, orchards since 2012'])(
    'beside the work %s',
    (title) => {
      expect(profileIn(url, page('', title))).toMatchObject({ headline: title, memberSince: '2020-10' });
    },
  );
});

describe('a seller beside an offer', () => {
  const page = (response: string) => `<main><h1>I will draw a sign</h1>
    <div class="seller-overview"><a class="seller-link" href="/marta_q">marta_q</a><b class="rating-score">4.1</b><span class="ratings-count">(210)</span></div>
    <div class="user-profile-label"><a class="seller-link" href="/marta_q">marta_q</a><div class="orca-rating seller-rating"><b class="rating-score">5</b><span class="ratings-count">(299)</span></div></div>
    <ul class="user-stats"><li>From<strong>Portugal</strong></li><li>Avg. response time<strong>${response}</strong></li></ul></main>`;
  const url = 'https://www.fiverr.com/marta_q/draw-a-sign-for-your-shop';

  it('has the figures that stand with the seller, not those of the offer', () => {
    expect(profileIn(url, page('1 hour'))).toMatchObject({ stats: { rating: 5, reviewCount: 299, responseHours: 1 } });
  });

  it('is not called by what a button says', () => {
    const card = `<main><h1>I will draw a sign</h1><div class="seller-box"><a href="/inbox/marta_q">Contact Seller</a><a href="/marta_q">Marta Q</a></div><ul class="user-stats"><li>From<strong>Portugal</strong></li></ul></main>`;
    expect(profileIn(url, card)).toMatchObject({ name: 'Marta Q' });
  });

  it('in a card whose classes say nothing of ratings has the figure of that card', () => {
    const card = `<main><h1>I will draw a sign</h1><div><strong>4.9</strong><span>(61)</span></div><section class="seller-card"><h2>Get to know Marta Q</h2><figure title="marta_q"></figure><a href="/marta_q">Marta Q</a><div><strong>4.8</strong><span>(94)</span></div><ul class="user-stats"><li>From<strong>Portugal</strong></li><li>Member since<strong>Feb 2020</strong></li></ul></section></main>`;
    expect(profileIn(url, card)).toMatchObject({ stats: { rating: 4.8, reviewCount: 94 } });
    expect(profileIn(url, card.replace('<strong>4.8</strong><span>(94)</span>', ''))).not.toHaveProperty('stats');
  });

  it.each([
    ['2 hours', 2],
    ['1 day', 24],
    ['30 minutes', 0.5],
    ['5', 5],
  ])('answers within %s', (said, hours) => {
    expect(profileIn(url, page(said))?.stats?.responseHours).toBe(hours);
  });
});

describe('a profile', () => {
  it('has the town of a line that names its country, where no place has a town of its own', () => {
    const at = (line: string) =>
      profileIn(
        'https://www.peopleperhour.com/freelancer/design/orla-whelan-signs-nazmqjw',
        `<main><div class="member-name"><h1>Orla W.</h1></div><p class="member-job">Painter</p><div class="member-location"><p>${line}</p></div></main>`,
      )?.location;
    expect(at('Galway, Connacht, Ireland')).toEqual({ city: 'Galway', country: 'IE' });
    expect(at('Porto, Portugal')).toEqual({ city: 'Porto', country: 'PT' });
    expect(at('California, United States')).toEqual({ country: 'US' });
    expect(at('Greater Leeds Area, England, United Kingdom')).toEqual({ country: 'GB' });
    expect(at('Ireland')).toEqual({ country: 'IE' });
  });

  it.each(['09:50 AM local time', '9:50 am local time', 'Local time: 21:05'])(
    'says what time it is there: %s',
    (line) => {
      const seen = profileIn(
        'https://www.truelancer.com/freelancer/orla-whelan',
        `<main><h1>Orla Whelan</h1><p>Painter of signs</p><div><span>${line}</span></div><dl><dt>Member since</dt><dd>May 2019</dd></dl></main>`,
      );
      expect(seen?.localTime).toBe(/\d{1,2}:\d{2}(?: ?[ap]m)?/i.exec(line)?.[0]);
    },
  );

  it('is active since the first year that it shows, which is not when somebody joined', () => {
    const person = (more: string) =>
      profileIn(
        'https://github.com/oakbell',
        `<main><div itemscope itemtype="http://schema.org/Person"><h1><span itemprop="name">Orla Whelan</span><span itemprop="additionalName">oakbell</span></h1></div><ul><li><a class="js-year-link" id="year-link-2026">2026</a></li><li><a class="js-year-link" id="year-link-1999">1999</a></li></ul>${more}</main>`,
      );
    const active = person('');
    expect(active).toMatchObject({ activeSince: '1999' });
    expect(active).not.toHaveProperty('memberSince');
    const joined = person('<div><div><span>Joined GitHub</span></div><a><time>on March 4, 2021</time></a></div>');
    expect(joined).toMatchObject({ activeSince: '1999', memberSince: '2021-03-04' });
  });
});

describe("PeoplePerHour's state", () => {
  const url = 'https://www.peopleperhour.com/freelance-jobs/design/signs/paint-a-bell-tower-4521930';
  const state = (jobs: object) =>
    `<script>window.PPHReact={};\nwindow.PPHReact.initialState=${JSON.stringify({ freelanceJobs: { main: { data: [] } }, entities: { projects: jobs } })};\nwindow.PPHReact.data={routes:[1,2],render:function(){return "a;b"}};</script>`;
  const job = {
    title: 'Paint a bell tower',
    proj_desc: 'Our clock has lost its numbers: "three" and "nine}" first.',
    posted_dt: '2026-06-20 08:15:30',
    budget: 88,
    currency: 'GBP',
    project_type: 'fixed_price',
    proposalCount: 8,
  };
  const projectIn = (html: string): Project | undefined => read(url, html).find((one) => one.kind === 'project');

  it('is the job of this address, with its time in UTC', () => {
    const others = {
      4521931: { attributes: { ...job, title: 'Another' } },
      4521930: { id: '4521930', attributes: job },
    };
    expect(projectIn(`<main><h1>Paint a bell tower</h1></main>${state(others)}`)).toMatchObject({
      project: '4521930',
      title: 'Paint a bell tower',
      text: job.proj_desc,
      postedAt: '2026-06-20T08:15:30Z',
      budget: { min: 88, currency: 'GBP' },
      bidCount: 8,
    });
  });

  it('of another job is nothing, nor is one that is cut off', () => {
    expect(projectIn(`<main><h1>Paint</h1></main>${state({ 4521931: { attributes: job } })}`)).not.toHaveProperty(
      'text',
    );
    const whole = state({ 4521930: { attributes: job } });
    expect(projectIn(`<main><h1>Paint</h1></main>${whole.slice(0, whole.indexOf('GBP'))}</script>`)).not.toHaveProperty(
      'text',
    );
  });
});

describe('what others wrote of a person', () => {
  const praise = 'The bells hang straight again, and the whole parish came to hear them on Sunday morning.';
  const own = 'I tune bells and repair the frames that they hang in, in all of the north.';
  const page = (heading: string, about = '') =>
    profileIn(
      'https://www.peopleperhour.com/freelancer/crafts/orla-w-nazmqjw',
      `<main><h1>Orla Whelan</h1><dl><dt>Location</dt><dd>Cork, Ireland</dd></dl>${about}<section><h3>${heading}</h3><table><tr><td>Tomasz B.</td><td>${praise}</td></tr></table></section></main>`,
    );

  it.each([
    'Reviews',
    'Client reviews (1)',
    '1 review',
    'Feedback',
    'Opiniones',
    'Avaliações',
    'Bewertungen',
    'Avis',
    'Отзывы',
  ])('under “%s” is nothing that the person says', (heading) => {
    expect(page(heading)).toMatchObject({ name: 'Orla Whelan' });
    expect(page(heading)).not.toHaveProperty('about');
  });

  it('does not hide what the person says above it', () => {
    expect(page('Reviews', `<p>${own}</p>`)?.about).toBe(own);
  });
});

describe('a place of work', () => {
  const entry = (...lines: string[]) =>
    `<div><a href="https://www.linkedin.com/company/${lines.join('').length}/">${lines.map((one) => `<p>${one}</p>`).join('')}</a></div>`;
  const employment = (...entries: string[]) =>
    profileIn(
      'https://www.linkedin.com/in/orla-whelan-example',
      `<main><section><h2>Orla Whelan</h2><p>Bell tuner</p></section><section><h2>Experience</h2>${entry('Apprentice', 'Bellhouse North · Full-time', '2012 - 2015 · 3 yrs')}${entries.join('')}</section></main>`,
      '<title>(3) Orla Whelan | LinkedIn</title>',
    )?.employment;
  const apprentice = { employer: 'Bellhouse North', title: 'Apprentice', from: '2012', to: '2015' };

  it('with one line alone is left out, since that may be what or where', () => {
    expect(employment(entry('Master tuner', '2015 - 2019 · 4 yrs'))).toEqual([apprentice]);
  });

  it('whose roles stand under it is not taken for a role', () => {
    expect(employment(entry('Tower Works', '7 yrs', 'Master tuner', '2015 - 2019 · 4 yrs'))).toEqual([apprentice]);
    expect(employment(entry('7 yrs', 'Tuner', '2019 - 2022 · 3 yrs', 'Master tuner', '2015 - 2019 · 4 yrs'))).toEqual([
      apprentice,
    ]);
    expect(
      employment(entry('Tower Works', '7 yrs', 'Tuner', '2019 - 2022 · 3 yrs', 'Master tuner', '2015 - 2019 · 4 yrs')),
    ).toEqual([
      apprentice,
      { employer: 'Tower Works', title: 'Tuner', from: '2019', to: '2022' },
      { employer: 'Tower Works', title: 'Master tuner', from: '2015', to: '2019' },
    ]);
  });
});

describe('languages', () => {
  const url = 'https://www.fiverr.com/marta_q';
  const seller = (more: string) =>
    `<div id="main"><h1 aria-label="Public Name">Marta Q.</h1><ul class="user-stats"><li>From<strong>Portugal</strong></li></ul>${more}</div>`;

  it('are read in one line, in a list with how well, and as the codes of a state', () => {
    const line = seller('<span>Sprachen:</span><span data-testid="languages-to-show">Deutsch, Englisch</span>');
    expect(profileIn(url, line)?.languages).toEqual(['Deutsch', 'Englisch']);
    const list = seller(
      '<div class="languages"><h3>Languages</h3><ul><li>English - <span>Fluent</span></li><li>Welsh - <span>Basic</span></li></ul></div>',
    );
    expect(profileIn(url, list)?.languages?.map((one) => one.split(' ')[0])).toEqual(['English', 'Welsh']);
    const state = {
      seller: { user: { name: 'marta_q', languages: [{ code: 'PT', level: 'NATIVE' }, { code: 'EN' }] } },
    };
    const script = `<script id="perseus-initial-props" type="application/json">${JSON.stringify(state)}</script>`;
    expect(profileIn(url, seller(script))?.languages).toEqual(['Portuguese', 'English']);
  });

  it('of a seller stand beside an offer as well', () => {
    const gig = `<main><h1>I will draw a sign</h1><a class="seller-link" href="/marta_q">Marta Q.</a><ul class="user-stats"><li>From<strong>Portugal</strong></li><li>Languages<strong>English, Portuguese</strong></li></ul></main>`;
    expect(profileIn(`${url}/draw-a-sign`, gig)?.languages).toEqual(['English', 'Portuguese']);
  });
});

describe('how many gave a rating', () => {
  it.each([
    [
      'https://www.workana.com/freelancer/0123456789abcdef0123456789abcdef',
      '<span class="stars-bg" title="4.95 de 5.00"></span> <span>4.95 (28 evaluaciones)</span>',
    ],
    [
      'https://www.truelancer.com/freelancer/marta',
      '<span class="rating" title="4.95 out of 5"></span><span>(28 reviews)</span>',
    ],
    ['https://www.fiverr.com/marta_q', '<strong class="rating-score">4.95</strong><span>(28)</span>'],
  ])('is the count in brackets behind it: %s', (url, figures) => {
    const body = `<div><h1>Marta Q.</h1><div>${figures}</div><p>Sign painter and letterer</p><p>From: Portugal</p></div><section><h2>More</h2><p>Ana (7)</p></section>`;
    expect(profileIn(url, body)?.stats).toMatchObject({ rating: 4.95, reviewCount: 28 });
  });

  it('of nobody takes no rating away that is shown', () => {
    const body = `<div><h1>Marta Q.</h1><div><span title="4.95 out of 5"></span><span>(0 reviews)</span></div><p>Sign painter</p></div>`;
    expect(profileIn('https://www.truelancer.com/freelancer/marta', body)?.stats).toEqual({ rating: 4.95 });
  });

  it('is not the one behind another figure', () => {
    const body = `<div><h1>Marta Q.</h1><strong class="rating-score">4.95</strong><p>Sign painter and letterer</p><p>Works (31)</p></div>`;
    expect(profileIn('https://www.truelancer.com/freelancer/marta', body)?.stats?.reviewCount).toBeUndefined();
  });
});

describe('what somebody does', () => {
  it('stands behind the figures after a name', () => {
    const body = `<div><h1>Marta Q.</h1><div>@marta_q</div><div><strong class="rating-score">4,9</strong><span>(38)</span></div><p>Schilder und Schriften</p><p>Aus: Portugal</p></div>`;
    expect(profileIn('https://de.fiverr.com/marta_q', body)?.headline).toBe('Schilder und Schriften');
  });

  it('is no price, and not the name once more', () => {
    const tile = (name: string, id: string, line: string) =>
      `<li><div class="card⤍Card⤚x"><h5 class="card__title⤍Card⤚y"><a href="/freelancer/design/${name}-${id}">${name}</a></h5>${line}<span class="card__price⤍Card⤚z">£30<small>/hr</small></span></div></li>`;
    const seen = read(
      'https://www.peopleperhour.com/hire-freelancers',
      `<main><h1>Freelancers</h1><ul>${tile('marta', 'nazmqjw', '<p class="card__job⤍Card⤚w">Sign painter</p>')}${tile('pavel', 'qjwnazm', '')}</ul></main>`,
    );
    const headlines = seen.flatMap((one) => (one.kind === 'profile' ? [one.headline] : []));
    expect(headlines).toEqual(['Sign painter', undefined]);
    const priced = read(
      'https://www.truelancer.com/freelancers',
      '<main><div id="user-1"><h3><a href="/freelancer/marta">Marta Q</a></h3><p class="textLabel">$30 / Hr</p></div><div id="user-2"><h3><a href="/freelancer/pavel">Pavel R</a></h3><p class="textLabel">Letters on walls</p></div></main>',
    );
    expect(priced.flatMap((one) => (one.kind === 'profile' ? [one.headline] : []))).toEqual([
      undefined,
      'Letters on walls',
    ]);
  });
});

describe('an offer', () => {
  it('is not what somebody earns in a year', () => {
    const quote = (name: string, earned: string, sum: string) =>
      `<li class="quote"><h3><a href="/freelancers/${name}">${name}</a></h3><span>${earned}/yr</span><div><strong>${sum}</strong> Fixed Price<p>I painted the signs of three bakeries and can begin on Monday.</p></div></li>`;
    const seen = read(
      'https://www.guru.com/jobs/quotes/2101732',
      `<main><h1>Shop sign</h1><ul>${quote('marta', '$12,400', '$700')}${quote('pavel', '$90,114', '$640')}</ul></main>`,
    );
    expect(seen.flatMap((one) => (one.kind === 'bid' ? [one.amount] : []))).toEqual([700, 640]);
  });
});

describe('a list of people', () => {
  it('goes on where a second page is linked', () => {
    const tile = (name: string) =>
      `<div id="user-${name.length}"><h3><a href="/freelancer/${name}">${name} Q</a></h3><div class="fl_location"><img title="Portugal"></div><p class="fontBold">$9/hr</p></div>`;
    const list = (more: string) => `<main><h1>Freelancers</h1>${tile('marta')}${tile('pavels')}${more}</main>`;
    const url = 'https://www.truelancer.com/freelancers';
    expect(pageOf(read(url, list(''))).read).toBe('whole');
    const pager = '<ul class="MuiPagination-ul"><li><a href="?page=1">1</a></li><li><a href="?page=2">2</a></li></ul>';
    expect(pageOf(read(url, list(pager))).read).toBe('part');
  });

  it('goes on where a button says so, in whatever part of the page', () => {
    const review = (by: string) =>
      `<li class="review-item-component"><figure title="${by}"></figure><div class="orca-rating"><strong>4</strong></div><time>3 weeks ago</time><div class="review-description"><p>The sign hangs over our door and everybody asks.</p></div></li>`;
    const gig = (more: string) =>
      `<div><h1>I will draw a sign</h1><a class="seller-link" href="/marta_q">Marta Q.</a><ul>${review('orla_w')}${review('ines_f')}</ul>${more}</div>`;
    const url = 'https://www.fiverr.com/marta_q/draw-a-sign';
    const seen = read(url, gig('<button>Show More Reviews</button>'));
    expect(pageOf(seen)).toMatchObject({ read: 'part', found: { reviews: 2 } });
    expect(seen.flatMap((one) => (one.kind === 'review' ? [one.rating?.value] : []))).toEqual([4, 4]);
  });
});
