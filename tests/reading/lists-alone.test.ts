// Lists and profiles in designs of no site's own: what stands in one line with something else, what classes part, what is a
// control or an offer and nobody's name or work.
import { describe, expect, it } from 'vitest';
import type { Bid, Observation, Profile } from '../../lib/model/observation.ts';
import { observe } from '../../scripts/lib/observe.ts';

const seenAt = '2026-11-20T12:00:00.000Z';
const read = (body: string, url: string, by?: 'cards') =>
  observe(`<html><body>${body}</body></html>`, url, { seenAt, ...(by && { by }) });
const people = (seen: readonly Observation[]) => seen.filter((one): one is Profile => one.kind === 'profile');
const bids = (seen: readonly Observation[]) => seen.filter((one): one is Bid => one.kind === 'bid');
const project = 'https://www.guru.com/jobs/charts/2117742/quotes/';
const search = 'https://www.freelancer.com/search/users';

const letters = [
  'I would sound the bay twice, at both tides, and draw the lines of depth by hand before anything is set.',
  'The harbour office lends me its boat on Thursdays, so that you would have the first sheet within a fortnight.',
  'Shallow water is what I have charted for years; your sample shows a bar that has moved since it was drawn.',
];
const logins = ['wren-mapping', 'eider-survey', 'tern-charts'];
const names = ['Wren M.', 'Eider Survey', 'Tern C.'];
const quotes = (more: (n: number) => string) =>
  `<main><h1>Charts</h1>${letters
    .map(
      (letter, n) =>
        `<div class="q"><a href="/freelancers/${logins[n]}">${names[n]}</a>${more(n)}<p class="t">${letter}</p><b>$${n + 3}00</b></div>`,
    )
    .join('')}</main>`;

describe('a list', () => {
  it.each([
    'Awarded',
    'Shortlisted',
    'Отклонена',
    'Сейчас онлайн',
    'Рейтинг: 1204',
    'I will draw your chart in two days',
    'Ich werde Ihre Karte zeichnen',
  ])('has nobody who calls their work "%s"', (line) => {
    const words = (n: number) => `<p class="u">${n === 2 ? 'Charts of shallow water' : line}</p>`;
    const [first, , third] = people(read(quotes(words), project, 'cards'));
    expect(first?.headline).toBeUndefined();
    expect(third?.headline).toBe(
      people(
        read(
          quotes(() => '<p class="u">Charts of shallow water</p>'),
          project,
        ),
      )[2]?.headline,
    );
  });

  it.each(['Estimated duration 1 to 3 months', 'Member for 8 months', 'Responds in 2 days', 'Стаж 4 месяца'])(
    'has no length of work in "%s"',
    (line) => {
      const seen = bids(
        read(
          quotes(() => `<p class="u">${line}</p>`),
          project,
          'cards',
        ),
      );
      expect(seen.map(({ days }) => days)).toEqual([undefined, undefined, undefined]);
      expect(
        bids(
          read(
            quotes(() => '<p class="u">in 5 days</p>'),
            project,
          ),
        )[0]?.days,
      ).toBe(5);
    },
  );

  it('finds people in the headers of their cards', () => {
    const cards = letters.map(
      (letter, n) =>
        `<div class="prop"><header><a href="/freelancers/${logins[n]}">${names[n]}</a></header><p>${letter}</p><footer><b>$${n + 3}00</b></footer></div>`,
    );
    const top = '<header class="top"><a href="/freelancers/who-reads">Who Reads</a></header>';
    expect(bids(read(`${top}<div>${cards.join('')}</div>`, project)).map(({ account }) => account)).toEqual(logins);
  });

  it('has of each what stands in lines under the name', () => {
    const row = (login: string, name: string, work: string, place: string) =>
      `<tr><td><a href="/u/${login}"><img alt=""></a></td><td><a href="/u/${login}">${name}</a><br><small>${work}</small><br>${place}</td><td>+11</td></tr>`;
    const rows = [
      row('wren', 'Wren M.', 'Charts of shallow water', 'Казахстан, Алматы'),
      row('eider', 'Eider S.', 'Depths and tides', 'Польша, Варшава'),
      row('tern', 'Tern C.', 'Lights and buoys', 'Портал новостей'),
    ];
    const seen = people(read(`<main><table><tbody>${rows.join('')}</tbody></table></main>`, search, 'cards'));
    expect(seen.map(({ name, headline, location }) => [name, headline, location?.country])).toEqual([
      ['Wren M.', 'Charts of shallow water', 'KZ'],
      ['Eider S.', 'Depths and tides', 'PL'],
      ['Tern C.', 'Lights and buoys', undefined],
    ]);
  });

  it('has what stands in parts whose class is another one each time, and figures side by side', () => {
    const card = (login: string, n: number, tags: string[]) =>
      `<div class="css-${n}x9"><h3><a href="/u/${login}">${login} M.</a></h3><p class="line">${n}D charts of ${login} bays</p><span>Norway</span><span>${n + 7} reviews</span><ul>${tags.map((tag) => `<li><a href="/jobs/x">${tag}</a></li>`).join('')}</ul></div>`;
    const cards = [
      card('wren', 2, ['Sounding', 'Drawing', 'Tides']),
      card('eider', 3, ['Sounding', 'Lights']),
      card('tern', 4, ['Buoys']),
    ];
    const seen = people(read(`<main><h1>People</h1>${cards.join('')}</main>`, search, 'cards'));
    expect(seen.map(({ headline, skills, stats }) => [headline, skills, stats?.reviewCount])).toEqual([
      ['2D charts of wren bays', ['Sounding', 'Drawing', 'Tides'], 9],
      ['3D charts of eider bays', ['Sounding', 'Lights'], 10],
      ['4D charts of tern bays', ['Buoys'], 11],
    ]);
  });

  it('has skills that are tokens', () => {
    const tile = (login: string, tag: string, skills: string[]) =>
      `<div class="r"><h4><a href="/u/${login}">${login} M.</a></h4><p>Norway</p><ul>${skills.map((one) => `<${tag} class="x-token"><span>${one}</span></${tag}>`).join('')}</ul><button>Invite</button><button>Save</button><button>Hire</button></div>`;
    const skills = ['Sounding', 'Drawing', 'Tides'];
    for (const tag of ['li']) {
      const tiles = [tile('wren', tag, skills), tile('eider', tag, ['Lights', 'Buoys', 'Bars'])];
      expect(people(read(`<main>${tiles.join('')}</main>`, search, 'cards'))[0]?.skills).toEqual(skills);
    }
  });

  it.each([
    ['what can be done', ['<a href="/x">Ver perfil</a>', '<a href="/y">Invitar</a>', '<a href="/z">Guardar</a>']],
    ['tabs', ['<a href="#a">Sobre mí</a>', '<a href="#b">Portafolio</a>', '<a href="#c">Opiniones</a>']],
    ['figures', ['<a href="/p">12 proyectos</a>', '<a href="/q">3 premios</a>', '<a href="/r">Taller</a>']],
  ])('has no skills that are %s', (_, row) => {
    const tile = (login: string, skills: string[]) =>
      `<div class="r"><h4><a href="/u/${login}">${login} M.</a></h4><p>Norway</p><ul>${row.map((one) => `<li>${one}</li>`).join('')}</ul><ul>${skills.map((one) => `<li><a href="/jobs/${one}">${one}</a></li>`).join('')}</ul></div>`;
    const tiles = [
      tile('wren', ['Sounding', 'Drawing', 'Tides']),
      tile('eider', ['Lights', 'Buoys', 'Drawing']),
      tile('tern', ['Drawing', 'Tides', 'Bars']),
    ];
    const seen = people(read(`<main>${tiles.join('')}</main>`, search, 'cards'));
    expect(seen.map(({ skills }) => skills?.length)).toEqual([3, 3, 3]);
    expect(seen.flatMap(({ skills = [] }) => skills)).not.toContain(row[0]?.replace(/<[^>]*>/g, ''));
  });

  it('names nobody by what a link to a profile does', () => {
    const opened = `<main><h1>Charts</h1><div><a href="/freelancers/wren-mapping">Open profile in a new window</a><h2 itemprop="name">Wren M.</h2><p>${letters[0]}</p><b>$300</b></div></main>`;
    expect(people(read(opened, project)).map(({ name }) => name)).toEqual(['Wren M.']);
    expect(people(read(opened.replace(/<h2.*<\/h2>/, ''), project)).map(({ name }) => name)).not.toContain(
      'Open profile in a new window',
    );
  });

  it('names nobody by the first letters in the place of a picture', () => {
    const cards = ['Marta Quist', 'quiet_harbour', 'Ines Kay'].map(
      (name, n) =>
        `<li><a href="/u/somebody${n}"><figure>${name.charAt(0).toUpperCase()}</figure><span>${name}</span></a><p>Builds sites for clubs</p><span>4.8</span><span>(52)</span></li>`,
    );
    const seen = people(read(`<main><h1>Freelancers</h1><ul>${cards.join('')}</ul></main>`, search));
    expect(seen.map(({ name }) => name)).toEqual(['Marta Quist', 'quiet_harbour', 'Ines Kay']);
  });

  it('is no project where a check of the browser is called after its host', () => {
    const check = '<h1>www.upwork.com</h1><h2>Verifying you are human. This may take a few seconds.</h2>';
    const seen = read(`<div role="main">${check}</div>`, 'https://www.upwork.com/ab/applicants/1990021765/applicants');
    expect(seen.map(({ kind }) => kind)).toEqual(['page']);
  });
});

describe('a profile', () => {
  it('has reviews with a figure alone and the login of who wrote them', () => {
    const review = (login: string, figure: string, words: string) =>
      `<li class="review-item"><p class="_n">${login}</p><p class="_c">Japan</p><strong>${figure}</strong><time>3 weeks ago</time><p class="w">${words}</p></li>`;
    const of = (figures: string[]) =>
      read(
        `<main><h1 aria-label="Public Name">Wren M.</h1><h2>2 reviews</h2><ul>${review('quay_office', figures[0] ?? '', 'The sheets came a day early and the depths were right.')}${review('bayrowers', figures[1] ?? '', 'Good lines, but the lights on the mole were missing.')}</ul></main>`,
        'https://www.fiverr.com/wren_mapping',
      ).filter((one) => one.kind === 'review');
    expect(of(['5', '4']).map(({ from, rating }) => [from, rating?.value])).toEqual([
      ['quay_office', 5],
      ['bayrowers', 4],
    ]);
    expect(of(['1', '2']).map(({ rating }) => rating)).toEqual([undefined, undefined]);
  });

  it('has under a heading what stands before the next one', () => {
    const body = `<main><h1 itemprop="name">Wren M.</h1><h2 class="mb-0 h4">Charts of shallow water</h2><aside><h5>Languages</h5><ul><li>Spanish: Fluent</li><li>English: Fluent</li></ul><h5>Education</h5><ul><li><h6>School of the Bay</h6><p>Drawing</p></li></ul></aside></main>`;
    const [seen] = people(read(body, 'https://www.upwork.com/freelancers/~01d2b8f6a11c0e9b73'));
    expect(seen?.languages).toEqual(['Spanish', 'English']);
  });

  it('is of the login that its page names, whatever stands behind that', () => {
    const body = (login: string) =>
      `<main><div itemscope itemtype="http://schema.org/Person"><h1><span itemprop="name">Wren Mapping</span><span itemprop="additionalName">${login} <span>·</span> they/them</span></h1></div></main>`;
    const url = 'https://github.com/wren-mapping';
    expect(people(read(body('wren-mapping'), url)).map(({ name }) => name)).toEqual(['Wren Mapping']);
    expect(people(read(body('eider-survey'), url))).toEqual([]);
  });
});
