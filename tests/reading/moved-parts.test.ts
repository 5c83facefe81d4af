// Pages whose parts have moved: what then stands in a name is not called so, and nobody's words become another's.
import { describe, expect, it } from 'vitest';
import type { Bid, Profile, Project } from '../../lib/model/observation.ts';
import { parseName } from '../../lib/statements/names.ts';
import { observe } from './pages.ts';

const seenAt = '2026-06-24T12:00:00Z';
const job = 'https://www.truelancer.com/freelance-project/paint-a-bell-tower-4521930';
const words = [
  'I kept the clocks of two churches and would begin with the three.',
  'The numbers of our mill are mine, and they have lasted.',
  'May I see the tower first? Ladders I bring along.',
];
const people = ['orla', 'tomasz', 'ines'];
const names = ['Orla Whelan', 'Tomasz Brandl', 'Inês Faria'];

const card = (n: number, name: string, terms = `<b>$${100 + n}</b><span>in ${n + 3} days</span>`) =>
  `<li><div><h3>${name}</h3></div><p>${words[n]}</p><div>${terms}</div></li>`;
const link = (n: number, inside = '') => `<a href="/freelancer/${people[n]}">${names[n]}${inside}</a>`;
const page = (cards: string) =>
  `<!DOCTYPE html><html><head><title>Paint a bell tower</title></head><body><main><h1>Paint a bell tower</h1><section><h2>Description</h2><p>Our clock has lost its numbers, and somebody should draw them anew.</p></section><section><ul>${cards}</ul></section></main></body></html>`;
const kindOf = <K extends 'bid' | 'profile' | 'project'>(cards: string, kind: K) =>
  observe(page(cards), job, { seenAt }).filter((one) => one.kind === kind) as {
    bid: Bid;
    profile: Profile;
    project: Project;
  }[K][];

describe('a name', () => {
  it.each([
    ['a time', '<p>3 days ago</p>'],
    ['a price in a part of its own', '<div>$931</div>'],
    ['a price beside it', ' <b>US$6,430</b>'],
    ['a price in another currency', ' <b>6 625,50 ₴</b>'],
    ['a place', '<div>Cork, Ireland</div>'],
    ['a rank', '<p>#9 in lettering</p>'],
    ['a badge without a mark', ' <span>Verified</span>'],
  ])('has no part in %s that stands in its link', (_, inside) => {
    const cards = card(0, link(0, inside)) + card(1, link(1)) + card(2, link(2));
    expect(kindOf(cards, 'profile').map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['Ada Lovelace $40/hr', 'Ada Lovelace'],
    ['Ada Lovelace · 10:30', 'Ada Lovelace'],
    ['Ada Lovelace 98%', 'Ada Lovelace'],
    ['Ada Lovelace Top Rated Plus', 'Ada Lovelace'],
    ['Ada Lovelace · Verified · Rising Talent', 'Ada Lovelace'],
    ['Ada Lovelace 4.9', 'Ada Lovelace'],
    ['Ada L. © 2015 - 2026', 'Ada L.'],
    ['Mill 4.0', 'Mill 4.0'],
    ['Studio 7', 'Studio 7'],
    ['4 Winds Press', '4 Winds Press'],
    ['mill_hand74', 'mill_hand74'],
    ['Verified', 'Verified'],
    ['Bell & Sons Ltd.', 'Bell & Sons Ltd.'],
  ])('%s is %s', (said, name) => {
    expect(parseName(said)).toBe(name);
  });
});

describe('a bidder who was not recognised', () => {
  it('has written no description of the project', () => {
    // Alone in the list: it has no others beside it to be told by.
    const alone = `<!DOCTYPE html><html><head><title>Paint a bell tower</title></head><body><main><h1>Paint a bell tower</h1><p>Posted 2 days ago</p><section><article>${link(0)} ${words[0]}<p>${words[1]}</p><b>$300</b></article></section></main></body></html>`;
    const [project] = observe(alone, job, { seenAt }).filter((one): one is Project => one.kind === 'project');
    expect(project).not.toHaveProperty('text');
    expect(project).not.toHaveProperty('budget');
  });

  it('has none either where nothing names them and nobody else has bid', () => {
    const alone = `<!DOCTYPE html><html><head><title>Paint a bell tower</title></head><body><main><h1>Paint a bell tower</h1><p>Posted 2 days ago</p><section><article><p>${words[0]} ${words[1]}</p><b>$300</b><span>in 5 days</span></article></section></main></body></html>`;
    const [project] = observe(alone, job, { seenAt }).filter((one): one is Project => one.kind === 'project');
    expect(project).toMatchObject({ title: 'Paint a bell tower' });
    expect(project).not.toHaveProperty('text');
  });

  it('is left out with the list that the others stand in', () => {
    const [project] = kindOf(card(0, link(0)) + card(1, link(1)) + card(2, names[2] ?? ''), 'project');
    expect(project?.text).toBe('Our clock has lost its numbers, and somebody should draw them anew.');
    expect(project).not.toHaveProperty('budget');
  });
});

describe('a place of a name', () => {
  it('that links to somebody else names nobody', () => {
    const card = (id: string, links: string) =>
      `<div class="contender-card"><a href="/freelancer/${id.repeat(32)}"><img alt=""></a><h4 class="user-name">${links}</h4><p>Would begin on Monday.</p></div>`;
    const named = (id: string, name: string) => `<a href="/freelancer/${id.repeat(32)}">${name}</a>`;
    const read = (first: string) =>
      observe(
        `<!DOCTYPE html><html><body><main><h1>Paint a bell tower</h1>${card('a', first)}${card('b', named('b', 'Tomasz Brandl'))}</main></body></html>`,
        'https://www.workana.com/job/insight/paint-a-bell-tower',
        { seenAt },
      ).filter((one): one is Profile => one.kind === 'profile');
    expect(read(named('b', 'Tomasz Brandl') + named('a', 'Orla Whelan')).map(({ name }) => name)).toEqual([
      'Orla Whelan',
      'Tomasz Brandl',
    ]);
    expect(read(named('b', 'Tomasz Brandl')).map(({ name }) => name)).toEqual(['Tomasz Brandl']);
  });
});

describe('a letter', () => {
  it('is no figure, and no few words that a page says of everybody', () => {
    const rows = people.map(
      (_, n) =>
        `<li><div>${link(n)}</div><div><span>Projects worked on</span><b>${n + 2}</b></div><span>(${n + 50})</span></li>`,
    );
    for (const bid of kindOf(rows.join(''), 'bid')) expect(bid).not.toHaveProperty('text');
  });
});
