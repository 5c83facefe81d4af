// What the heuristics alone read of pages in designs of no site's own: by headings, labels and how a page is laid out.
import { describe, expect, it } from 'vitest';
import type { Bid, Profile, Project } from '../../lib/model/observation.ts';
import { observe } from '../../scripts/lib/observe.ts';

const seenAt = '2026-11-20T12:00:00.000Z';
const page = (body: string, url: string) => observe(`<html><body><main>${body}</main></body></html>`, url, { seenAt });
const guru = (body: string) =>
  page(body, 'https://www.guru.com/freelancers/wren-mapping').find((one): one is Profile => one.kind === 'profile');
const profile = (body: string) => guru(`<h1>Wren Mapping</h1><p>Charts of shallow water</p>${body}`);

describe('a profile', () => {
  it('has the employer where the page writes it, before or after what somebody was there', () => {
    const section = (entry: string) =>
      profile(`<section><h2>Employment</h2><div>${entry}<p>May 2017 - Jan 2021</p></div></section>`)?.employment;
    const wanted = [{ employer: 'Tern & Sons Ltd', title: 'Survey engineer', from: '2017-05', to: '2021-01' }];
    expect(section('<h4>Survey engineer</h4><p>Tern &amp; Sons Ltd</p>')).toEqual(wanted);
    expect(section('<h4>Tern &amp; Sons Ltd</h4><p>Survey engineer</p>')).toEqual(wanted);
    expect(section('<h4>Survey engineer | Tern &amp; Sons Ltd</h4>')).toEqual(wanted);
    expect(section('<h4>Survey engineer at Tern &amp; Sons Ltd</h4>')).toEqual(wanted);
  });

  it('has the school where the page writes what was studied over it', () => {
    const seen = profile(
      '<section><h2>Educación</h2><div><h4>Tecnólogo en cartografía</h4><p>Instituto de la Ría</p><p>2009 - 2012</p></div></section>',
    );
    expect(seen?.education).toMatchObject([{ school: 'Instituto de la Ría', degree: 'Tecnólogo en cartografía' }]);
  });

  it('ends an entry of its past with what stands in one part of the page with it', () => {
    const entry = (title: string, firm: string, when: string, where: string) =>
      `<li><p>${title}</p><p>${firm}</p><p>${when}</p><p>${where}</p></li>`;
    const seen = profile(
      `<section><h2>Experience</h2><ul>${entry('Head of charts', 'Tern Charts', '2021 - Present', 'Leeds, United Kingdom')}${entry('Survey clerk', 'Eider Harbour', '2014 - 2020', 'Bergen, Norway')}</ul></section>`,
    );
    expect(seen?.employment?.map(({ employer }) => employer)).toEqual(['Tern Charts', 'Eider Harbour']);
  });

  it('has figures by their labels, over them, under them, beside them and by turns', () => {
    expect(profile('<div><div>98%</div><span>Job Success</span></div>')?.stats).toEqual({ jobSuccess: 0.98 });
    expect(profile('<p>Proyectos terminados: <b>31</b></p>')?.stats).toEqual({ jobsCompleted: 31 });
    expect(profile('<dl><dt>Completed projects</dt><dd>27</dd><dt>Hours</dt><dd>410</dd></dl>')?.stats).toEqual({
      jobsCompleted: 27,
    });
    const turns = '<div><i-l>Buyers</i-l><p>29</p><p>Jobs completed</p><p>52</p><p>Hours</p><p>700</p></div>'.replace(
      /i-l/g,
      'p',
    );
    expect(profile(turns)?.stats).toEqual({ jobsCompleted: 52 });
  });

  it('is of no other freelancer beside it', () => {
    const seen = profile(
      '<p>Member since 2016</p><aside><h3>Similar freelancers</h3><div><b>100%</b><span>Job Success</span></div></aside>',
    );
    expect(seen?.stats).toBeUndefined();
  });

  it('has no figure, place or badge for what somebody calls their work', () => {
    const facts = '<div>Top Rated</div><p>Bergen, Norway</p><div><b>99%</b><span>Job Success</span></div>';
    expect(guru(`<h1>Wren Mapping</h1>${facts}<h2>Charts of shallow water</h2>`)?.headline).toBe(
      'Charts of shallow water',
    );
  });

  it('began somewhere, and not on the site, where somebody says since when they do their work', () => {
    expect(profile('<p>Cartógrafa desde 2003</p>')?.memberSince).toBeUndefined();
    expect(profile('<p>Beigetreten am 18. Mai 2018</p>')?.memberSince).toBe('2018-05-18');
  });

  it('is called without the login behind the name, which may be a surname as well', () => {
    const named = (words: string) => guru(`<h1>${words}</h1><p>Member since 2016</p>`)?.name;
    expect(named('Wren Aalto <small>wren-mapping</small>')).toBe('Wren Aalto');
    expect(named('Wren Aalto <small>@Wren-Mapping</small>')).toBe('Wren Aalto');
    expect(named('Aalto Wren-Mapping')).toBe('Aalto Wren-Mapping');
  });

  it('has the languages of a line with other facts', () => {
    const line = '<div><span>Norwegen</span><span>Sprachen:</span><span>Norwegisch, Deutsch</span></div>';
    expect(profile(line)?.languages).toEqual(['Norwegisch', 'Deutsch']);
  });
});

describe('people in a list', () => {
  const list = (one: string, other: string) =>
    page(`<h1>Freelancers</h1><ul>${one}${other}</ul>`, 'https://www.guru.com/d/freelancers/').filter(
      (seen): seen is Profile => seen.kind === 'profile',
    );
  const row = (id: string, name: string, more: string) =>
    `<li><h3><a href="/freelancers/${id}">${name}</a></h3>${more}</li>`;

  it('ask a price and have a rating, side by side', () => {
    const more = '<p>Norway</p><span>4.9 (54)</span><span>£30<small>/hr</small></span>';
    const [first] = list(row('wren', 'Wren A.', more), row('tern', 'Tern B.', more));
    expect(first).toMatchObject({
      hourlyRate: { amount: 30, currency: 'GBP' },
      stats: { rating: 4.9, reviewCount: 54 },
    });
  });

  it('write no badges, and call their work something that links them as well', () => {
    const more = (id: string, work: string, words: string) =>
      `<h4><a href="/freelancers/${id}">${work}</a></h4><p>$40/hr</p><div>Top Rated</div><div>${words}</div>`;
    const [first] = list(
      row(
        'wren',
        'Wren A.',
        more(
          'wren',
          'Charts of shallow water',
          'I chart what lies under three metres of water, by hand and by boat, and I draw it so that a fisherman can read it.',
        ),
      ),
      row(
        'tern',
        'Tern B.',
        more(
          'tern',
          'Maps for walkers',
          'Paths, huts, springs and the places where one should not go in winter. I have walked all that I have drawn so far.',
        ),
      ),
    );
    expect(first?.headline).toBe('Charts of shallow water');
    expect(first?.about).toMatch(/^I chart/);
  });
});

describe('a list of bids', () => {
  const url = 'https://www.guru.com/jobs/map-two-bays/2117742/quotes/';
  const quote = (id: string, name: string, price: string) =>
    `<div class="q"><h3><a href="/freelancers/${id}">${name}</a></h3><p><span>$14,220</span> <span>All Time</span></p><table><tr><th>Quote</th><td>${price}</td></tr><tr><th>Delivery</th><td>21 days</td></tr></table><pre>Our team knows the coast well. The price covers the boat, two divers and the report in English.</pre></div>`;

  it('has what a bid costs, and not what somebody has earned', () => {
    const seen = page(
      `<h1>Map two bays</h1><p>Posted 8 days ago | 2 quotes received</p><div>${quote('wren', 'Wren A.', '$2,600')}${quote('tern', 'Tern B.', '$9,800')}</div>`,
      url,
    );
    const amounts = seen.flatMap((one) => (one.kind === 'bid' ? [(one as Bid).amount] : []));
    expect(amounts).toEqual([2600, 9800]);
    expect(seen.find((one): one is Project => one.kind === 'project')).toMatchObject({ bidCount: 2 });
  });

  it('is of no project that is called as a notice', () => {
    for (const words of ['Log in to Guru', 'Iniciar sesión', 'Page not found', 'Войти на сайт'])
      expect(page(`<h1>${words}</h1><p>We are glad that you are here.</p>`, url).map(({ kind }) => kind)).toEqual([
        'page',
      ]);
  });
});

describe('a list of people', () => {
  const people = [
    ['wren-maps', 'Wren Moor', 'Charts of shallow water'],
    ['eiderink', 'Eider Holt', 'Lettering by hand'],
    ['tarnbooks', 'Tarn Vale', 'Binding of atlases'],
  ];
  const headlines = (at: string, url: string, title: (profile: string, words: string) => string) => {
    const cards = people.map(([login, name, words = '']) => {
      const heading = `<h3><a href="${at}/${login}?from=list">${name}</a></h3>${title(`${at}/${login}`, words)}`;
      return `<li><div>${heading}</div><p>Leeds, United Kingdom</p><span>$30/hr</span></li>`;
    });
    const seen = page(`<ul>${cards.join('')}</ul>`, url);
    return new Set(seen.flatMap((one) => (one.kind === 'profile' ? [one.headline] : [])));
  };

  it.each([
    ['https://www.fiverr.com/search/gigs?query=maps', ''],
    ['https://www.freelancer.com/freelancers/', '/u'],
    ['https://www.guru.com/d/freelancers/', '/freelancers'],
    ['https://www.truelancer.com/freelancers', '/freelancer'],
  ])('has what somebody does where a second link leads to their profile, and no title of an offer: %s', (url, at) => {
    const linked = headlines(at, url, (profile, words) => `<p><a href="${profile}">${words}</a></p>`);
    expect(linked).toContain('Binding of atlases');
    const offered = headlines(at, url, (profile, words) => `<p><a href="${profile}/an-offer">${words}</a></p>`);
    expect(offered).toEqual(new Set([undefined]));
  });
});
