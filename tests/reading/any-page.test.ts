// Pages of no marketplace: whom their JSON-LD describes is read, whatever else it describes is not, and
// nothing it holds can do harm or speak for anybody of another host.
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../lib/model/limits.ts';
import type { Observation, Profile, Review } from '../../lib/model/observation.ts';
import { readAnyPage } from '../../lib/reading/any-page.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { observationsIn } from '../../lib/sites/registry.ts';
import { open, pageOf, seenAt } from './pages.ts';

const url = 'https://www.atelier.example/team/ada-okafor?tab=2#top';
const ld = (...things: unknown[]) =>
  `<!doctype html><title>A page</title>${things.map((thing) => `<script type="application/ld+json">${typeof thing === 'string' ? thing : JSON.stringify(thing)}</script>`).join('')}`;

/** In the page, over the border, in the worker. */
function observe(html: string, at = url): Observation[] {
  const read = readAnyPage(open(html, at), at, '', seenAt);
  const parsed = parseReading(JSON.parse(JSON.stringify(read?.reading)));
  if ('problem' in parsed) throw new Error(parsed.problem);
  return observationsIn(parsed.reading);
}
const profilesOf = (seen: readonly Observation[]) => seen.filter((one): one is Profile => one.kind === 'profile');
const reviewsOf = (seen: readonly Observation[]) => seen.filter((one): one is Review => one.kind === 'review');

const ada = {
  '@context': 'https://schema.org',
  '@type': 'Person',
  '@id': '#ada',
  name: 'Ada Okafor',
  url: 'https://atelier.example/team/ada-okafor',
  jobTitle: ['Front-end developer', 'Trainer'],
  description: 'I build sites for gardens and harbours.',
  image: { '@type': 'ImageObject', url: '/ada.jpg' },
  address: { '@type': 'PostalAddress', addressLocality: 'Porto', addressCountry: 'PT' },
  sameAs: ['https://github.com/ada-okafor', 'javascript:alert(1)'],
  knowsLanguage: ['English', { '@type': 'Language', name: 'Português' }],
  knowsAbout: ['Accessibility', 'CSS'],
  worksFor: { '@type': 'OrganizationRole', roleName: 'Lead', startDate: 2021, worksFor: { name: 'Atelier Quay' } },
  alumniOf: [
    { '@type': 'CollegeOrUniversity', name: 'Harbour College' },
    { '@type': 'Organization', name: 'Tide Works' },
  ],
  email: 'mailto:ada@atelier.example',
  aggregateRating: { '@type': 'AggregateRating', ratingValue: '9.2', bestRating: 10, reviewCount: '12' },
};
const read = {
  account: 'atelier.example/team/ada-okafor',
  name: 'Ada Okafor',
  headline: 'Front-end developer, Trainer',
  about: 'I build sites for gardens and harbours.',
};

describe('a person', () => {
  it('is read field by field', () => {
    const seen = observe(ld(ada));
    expect(profilesOf(seen)).toEqual([
      {
        kind: 'profile',
        site: 'web',
        seenAt,
        url: 'https://www.atelier.example/team/ada-okafor',
        role: 'freelancer',
        ...read,
        avatar: 'https://www.atelier.example/ada.jpg',
        location: { city: 'Porto', country: 'PT' },
        links: ['https://atelier.example/team/ada-okafor', 'https://github.com/ada-okafor'],
        languages: ['English', 'Português'],
        skills: ['Accessibility', 'CSS'],
        employment: [{ employer: 'Atelier Quay', title: 'Lead', from: '2021' }, { employer: 'Tide Works' }],
        education: [{ school: 'Harbour College' }],
        contacts: [{ type: 'email', value: 'ada@atelier.example' }],
        stats: { reviewCount: 12, rating: 4.6 },
      },
    ]);
    // Twelve reviews are told of and none is there: the page was read in part.
    expect(pageOf(seen)).toMatchObject({ page: 'profile', read: 'part', missing: ['reviews'], of: { reviews: 12 } });
  });

  it.each<[string, unknown[]]>([
    ['in a list', [[{ '@type': 'WebSite', name: 'Atelier' }, ada]]],
    ['in a graph', [{ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, ada] }]],
    ['of a profile page', [{ '@type': 'ProfilePage', mainEntity: ada }]],
    ['that a profile page refers to', [{ '@graph': [{ '@type': 'ProfilePage', mainEntity: { '@id': '#ada' } }, ada] }]],
    ['who wrote the page', [{ '@type': 'BlogPosting', headline: 'On gardens', author: ada }]],
    ['in a list of items', [{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: ada }] }]],
    ['who is described twice', [ada, { ...ada, jobTitle: undefined }]],
    ['of a type written in full', [{ ...ada, '@type': ['http://schema.org/Person'] }]],
    ['beside a script that is no JSON', ['{"@type": "Person", ', ada]],
  ])('%s is read once', (_, things) => {
    const seen = profilesOf(observe(ld(...things)));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject(read);
  });

  it('is a member since the time that the profile page says', () => {
    const profilePage = { '@type': 'ProfilePage', dateCreated: '2024-05-01T10:00:00Z', mainEntity: { '@id': '#ada' } };
    expect(profilesOf(observe(ld({ '@graph': [profilePage, ada] })))[0]?.memberSince).toBe('2024-05-01T10:00:00Z');
  });

  it('and an organisation with its people are each read, and none takes another’s place', () => {
    const seen = observe(
      ld({
        '@type': 'Organization',
        name: 'Atelier Quay',
        url: 'https://www.atelier.example/',
        logo: 'https://cdn.example/logo.png',
        employee: [ada, { '@type': 'Person', name: 'Ben Ito', url: ada.url }, { '@type': 'Person', name: 'Cai Lund' }],
      }),
    );
    expect(profilesOf(seen).map(({ account, name }) => [account, name])).toEqual([
      ['atelier.example/team/ada-okafor#atelier quay', 'Atelier Quay'],
      ['atelier.example/team/ada-okafor', 'Ada Okafor'],
      ['atelier.example/team/ada-okafor#ben ito', 'Ben Ito'],
      ['atelier.example/team/ada-okafor#cai lund', 'Cai Lund'],
    ]);
    expect(pageOf(seen)).toMatchObject({ page: 'search', read: 'part', found: { profiles: 4 } });
  });
});

describe('a review', () => {
  const review = {
    '@type': 'Review',
    author: { '@type': 'Person', name: 'Mara Quist' },
    reviewRating: { '@type': 'Rating', ratingValue: 4 },
    reviewBody: 'Clear, on time, kind.',
    datePublished: '2026-08-11',
  };
  const asRead = {
    from: 'atelier.example/team/ada-okafor#mara quist',
    fromRole: 'client',
    to: read.account,
    rating: { value: 4, outOf: 5 },
    text: 'Clear, on time, kind.',
    at: '2026-08-11',
  };
  it.each<[string, unknown[]]>([
    ['under the person', [{ ...ada, review: [review] }]],
    ['beside the person', [{ '@graph': [ada, { ...review, itemReviewed: { '@id': '#ada' } }] }]],
    ['of a service that the person provides', [{ '@type': 'Service', name: 'Sites', provider: ada, review }]],
  ])('%s is read, and its author is nobody the page is about', (_, things) => {
    const seen = observe(ld(...things));
    expect(reviewsOf(seen)).toHaveLength(1);
    expect(reviewsOf(seen)[0]).toMatchObject(asRead);
    expect(profilesOf(seen).map(({ name }) => name)).toEqual(['Ada Okafor']);
    expect(pageOf(seen)).toMatchObject({ read: 'part', found: { reviews: 1 }, of: { reviews: 12 } });
  });

  it('that names nobody has an author of its own', () => {
    const unnamed = ['Well done.', 'As agreed.'].map((reviewBody) => ({ '@type': 'Review', reviewBody }));
    const [one, other] = reviewsOf(observe(ld({ ...ada, review: unnamed })));
    expect(one?.from).not.toBe(other?.from);
    expect(one?.from).toMatch(/#not-named-/);
  });

  it('of a thing that nobody here offers is not read, nor one that somebody gave themselves', () => {
    const product = { '@type': 'Product', name: 'Kettle', review };
    expect(reviewsOf(observe(ld(product, ada)))).toEqual([]);
    expect(reviewsOf(observe(ld({ ...ada, review: [{ ...review, author: ada }] })))).toEqual([]);
  });
});

describe('nothing is read', () => {
  it.each<[string, string]>([
    ['of a page without JSON-LD', '<!doctype html><h1>Ada Okafor</h1><p>Front-end developer</p>'],
    ['of a shop', ld({ '@type': 'Product', name: 'Kettle', brand: 'Quay', offers: { '@type': 'Offer', price: 9 } })],
    ['of a page that only names its author', ld({ '@type': 'Article', author: 'Ada Okafor' })],
    ['of a job', ld({ '@type': 'JobPosting', hiringOrganization: { '@type': 'Organization', name: 'Quay' } })],
    ['of a person without a word', ld({ '@type': 'Person', '@id': '#ada' })],
    ['of an empty document', ''],
  ])('%s, and that is said', (_, html) => {
    const seen = observe(html);
    expect(seen.map(({ kind }) => kind)).toEqual(['page']);
    expect(pageOf(seen)).toMatchObject({ site: 'web', page: 'profile', read: 'not' });
  });

  it.each([
    ['a picture or a PDF', url, 'application/pdf'],
    ['a file of this machine', 'file:///home/ada/page.html', 'text/html'],
    ['a page of the browser', 'about:blank', 'text/html'],
    ['no address', '', 'text/html'],
  ])('where there is no page of the web: %s', (_, at, contentType) => {
    const document = { ...open(ld(ada), url), contentType } as Document;
    expect(readAnyPage(document, at)).toBeUndefined();
  });
});

describe('what a page cannot do', () => {
  it('is to speak for a marketplace’s account or for anybody of another host', () => {
    for (const address of [
      'https://www.upwork.com/freelancers/~01',
      'https://other.example/ada',
      '//other.example/a',
    ]) {
      const [one] = profilesOf(observe(ld({ ...ada, '@id': address, url: address })));
      expect(one).toMatchObject({ site: 'web', account: 'atelier.example/team/ada-okafor#ada okafor' });
    }
  });

  it.each<[string, unknown]>([
    ['fields of other types', { ...ada, name: 7, description: [true], sameAs: {}, address: [[]], worksFor: null }],
    [
      'numbers where words are',
      { '@type': 'Person', name: { '@value': 'Ada' }, jobTitle: 5, url: 5, description: 'x' },
    ],
    ['a rating beyond its scale', { ...ada, aggregateRating: { ratingValue: 1e9, reviewCount: -4 } }],
    ['a scale of nothing', { ...ada, aggregateRating: { ratingValue: 4, bestRating: 0 } }],
    ['a type that is no word', { ...ada, '@type': [{ '@type': 'Person' }, 'Person', 9] }],
    ['keys of the language itself', '{"@type":"Person","name":"Ada","__proto__":{"sameAs":["x"]},"constructor":1}'],
    ['text with markup', { ...ada, description: '<img src=x onerror=alert(1)>\u202e\u0000' }],
  ])('is to break the reader with %s', (_, thing) => {
    const seen = observe(ld(thing));
    expect(profilesOf(seen)).toHaveLength(1);
    expect(({} as { sameAs?: unknown }).sameAs).toBeUndefined();
  });

  it('is to make it work without end: depth, breadth and length are bounded', () => {
    let deep: unknown = ada;
    for (let n = 0; n < 3_000; n++) deep = { '@type': 'WebPage', mainEntity: deep };
    expect(profilesOf(observe(ld(deep)))).toEqual([]);
    const crowd = Array.from({ length: 5_000 }, (_, n) => ({ '@type': 'Person', name: `P${n}`, url: `/p/${n}` }));
    expect(profilesOf(observe(ld(crowd)))).toHaveLength(200);
    const long = observe(
      ld({ ...ada, description: 'a'.repeat(300_000), sameAs: Array(5_000).fill('https://a.example/') }),
    );
    expect(profilesOf(long)[0]?.about).toHaveLength(MAX_TEXT);
    const review = { '@type': 'Review', reviewBody: 'b'.repeat(1_000) };
    expect(reviewsOf(observe(ld({ ...ada, review: Array(5_000).fill(review) }))).length).toBeLessThanOrEqual(500);
    expect(profilesOf(observe(ld(`${'['.repeat(900_000)}`, ada)))).toHaveLength(1);
    // One thing of very many parts under one id, and very many that go by that id.
    const parts = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 1]));
    const many = Array.from({ length: 5_000 }, () => ({ '@id': '#ada' }));
    expect(profilesOf(observe(ld([{ ...ada, ...parts }, ...many])))).toHaveLength(1);
  });
});

describe('what is selected', () => {
  it('comes along as words, cut where it is too long, and is absent where nothing is selected', () => {
    const { document } = new JSDOM(ld(ada), { url }).window;
    expect(readAnyPage(document, url, '  Dear client,\n I build sites.  ')?.selected).toBe(
      'Dear client,\n I build sites.',
    );
    expect(readAnyPage(document, url, 'a'.repeat(300_000))?.selected).toHaveLength(MAX_TEXT);
    expect(readAnyPage(document, url, ' \n ')).not.toHaveProperty('selected');
  });
});

describe('markup that describes somebody', () => {
  const person = {
    account: 'atelier.example/team/ada-okafor',
    name: 'Ada Okafor',
    headline: 'Sail maker',
    location: { city: 'Porto', country: 'PT' },
    links: ['https://atelier.example/team/ada-okafor', 'https://github.com/ada-okafor'],
    employment: [{ employer: 'Atelier Quay' }],
  };
  const microdata =
    '<div itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="https://atelier.example/team/ada-okafor"><b itemprop="name">Ada  Okafor</b></a><p itemprop="jobTitle">Sail maker</p><p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">Porto</span><meta itemprop="addressCountry" content="PT"></p><span itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><i itemprop="name">Atelier Quay</i></span><a itemprop="sameAs" href="https://github.com/ada-okafor">code</a></div>';
  const rdfa = microdata
    .replace(/itemscope itemtype="https:\/\/schema.org\/(\w+)"/g, 'typeof="schema:$1"')
    .replaceAll('itemprop="', 'property="schema:');

  it.each([
    ['microdata', microdata],
    ['RDFa', rdfa],
  ])('as %s is read as JSON-LD is', (_, html) => {
    expect(profilesOf(observe(`<!doctype html><main>${html}</main>`))).toEqual([expect.objectContaining(person)]);
  });

  it('beside JSON-LD of the same person says who it is once', () => {
    const seen = profilesOf(observe(`${ld({ ...ada, description: 'Sails.' })}${microdata}`));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ about: 'Sails.', name: 'Ada Okafor' });
  });

  it('with names that objects have of themselves does no harm', () => {
    const html =
      '<p itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada</b><i itemprop="__proto__ constructor">x</i></p>';
    expect(profilesOf(observe(html))).toHaveLength(1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('in a frame of the same origin is read, in one of another is not looked into', () => {
    const document = open('<!doctype html><iframe></iframe><iframe></iframe>', url);
    const [own, other] = document.querySelectorAll('iframe');
    const inside = open(`<main>${microdata}</main>`, url);
    Object.defineProperty(own, 'contentDocument', { value: inside });
    Object.defineProperty(other, 'contentDocument', {
      get: () => {
        throw new DOMException('another origin', 'SecurityError');
      },
    });
    const read = readAnyPage(document, url, '', seenAt);
    expect(read?.reading.sightings.map(({ ids }) => ids.account)).toEqual(['atelier.example/team/ada-okafor']);
  });
});
