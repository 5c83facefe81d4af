// Projects on pages for which no site has places of its own: told by their headings, their labels and what a line says.
import { describe, expect, it } from 'vitest';
import type { Project } from '../../lib/model/observation.ts';
import { observe } from './pages.ts';

const job = 'https://www.peopleperhour.com/freelance-jobs/design/signs/paint-a-bell-tower-4521930';
const truelancer = 'https://www.truelancer.com/freelance-project/paint-a-bell-tower-4521930';
const upwork = 'https://www.upwork.com/jobs/~021853000000000000000';
const workana = 'https://www.workana.com/job/placa-para-padaria';
const seenAt = '2026-06-24T12:00:00Z';

const words =
  'Our bell tower has a clock whose numbers have faded. Somebody should draw them anew, one after the other.';

function projectIn(url: string, title: string, main: string): Project | undefined {
  const html = `<!DOCTYPE html><html><head><title>${title} | Market</title></head><body><nav><a href="/">Home</a></nav><main>${main}</main><footer>© Market $5</footer></body></html>`;
  return observe(html, url, { seenAt }).find((one) => one.kind === 'project');
}

describe('a project', () => {
  it('under its headings, with facts in a list of labels', () => {
    const seen = projectIn(
      job,
      'Paint a bell tower',
      `<h1>Paint a bell tower</h1>
      <section><h2>Project details</h2><p class="_3f">${words}</p><p class="_3f">Two coats.</p></section>
      <dl><dt>Budget</dt><dd>£300 - £450</dd><dt>Posted</dt><dd>3 days ago</dd><dt>Proposals</dt><dd>17</dd><dt>Status</dt><dd>Open</dd></dl>
      <section><h3>Skills required</h3><a href="/s/1">Painting</a> <a href="/s/2">Scaffolding</a> <a href="/s/3">Lettering</a></section>
      <section><h2>About the client</h2><p>Has spent £12,000 on 31 jobs, and posted the first one 9 years ago.</p></section>`,
    );
    expect(seen).toMatchObject({
      title: 'Paint a bell tower',
      text: `${words}\nTwo coats.`,
      budget: { min: 300, max: 450, currency: 'GBP' },
      bidCount: 17,
      status: 'Open',
    });
    expect(seen?.postedAt).toMatch(/^2026-06-20/);
  });

  it('with both ends of an hourly rate in elements of their own, above what they are', () => {
    const seen = projectIn(
      upwork,
      'Paint a bell tower',
      `<section><h4><span>Paint a bell tower</span></h4><div><div>Posted <span>last week</span></div></div></section>
      <section><div><p>${words}</p></div></section>
      <section><ul><li><strong>More than 30 hrs/week</strong><div>Hourly</div></li>
      <li><div><div><p><strong>$31.00</strong></p></div><p>-</p><div><p><strong>$76.00</strong></p></div></div><div>Hourly</div></li></ul></section>
      <section><h5>Activity on this job</h5><ul><li><span>Proposals:</span> <span>50+</span></li><li><span>Invites sent:</span> <div>4</div></li></ul></section>
      <section><h5>About the client</h5><strong>$9K total spent</strong></section>`,
    );
    expect(seen).toMatchObject({
      text: words,
      budget: { min: 31, max: 76, currency: 'USD' },
      bidCountRange: { min: 50 },
    });
    expect(seen).not.toHaveProperty('bidCount');
  });

  it.each([
    ['<li><span>Proposals:</span> <span>Less than 5</span></li>', { max: 4 }],
    ['<li><span>Proposals:</span> <span>20 to 50</span></li>', { min: 20, max: 50 }],
    ['<li><span>Propuestas:</span> <span>Menos de 10</span></li>', { max: 9 }],
    ['<li>Bids: 5 - 10</li>', { min: 5, max: 10 }],
  ])('of which only roughly is said how many bid: %s', (line, bidCountRange) => {
    const seen = projectIn(
      job,
      'Paint a bell tower',
      `<h1>Paint a bell tower</h1><h2>Details</h2><p>${words}</p><h5>Activity on this job</h5><ul>${line}</ul>`,
    );
    expect(seen).toMatchObject({ bidCountRange });
    expect(seen).not.toHaveProperty('bidCount');
  });

  it('that only the place of its site names, with skills under headings of their kinds', () => {
    const html = `<body><nav>Home</nav><main><div class="job-details-content"><h4><span>Paint a bell tower</span></h4><div><span>Posted <span>47 minutes ago</span></span></div>
      <section data-test="Description"><p>${words}</p></section><ul class="features"><li><div><strong>$250.00</strong></div><div>Fixed-price</div></li></ul>
      <section><h5>Skills and Expertise</h5><h6>Surfaces</h6><span class="air3-badge"><div>Painting</div></span><h6>Other</h6><span class="air3-badge"><div>Lettering</div></span></section>
      <section><h5>About the client</h5><h6>Preferred</h6><span class="air3-badge"><div>Plymouth</div></span></section></div></main></body>`;
    expect(observe(html, upwork, { seenAt }).find((one) => one.kind === 'project')).toMatchObject({
      title: 'Paint a bell tower',
      text: words,
      postedAt: expect.stringMatching(/^2026-06-24T11:1/),
      budget: { min: 250, currency: 'USD' },
      skills: ['Painting', 'Lettering'],
    });
  });

  it('in a table, in Portuguese', () => {
    const seen = projectIn(
      workana,
      'Placa para padaria',
      `<h1>Placa para padaria</h1><p>Publicado em 12 de Junho de 2026 na categoria Design</p>
      <h2>Sobre o projeto</h2><div>Uma padaria quer uma placa nova para a porta, pintada à mão, com o nome e um pão.</div>
      <table><tr><th>Orçamento</th><td>R$ 500 - 900</td></tr><tr><th>Propostas</th><td>8</td></tr></table>
      <h2>Sobre o cliente</h2><p>Gastou R$ 12.000</p>`,
    );
    expect(seen).toMatchObject({
      postedAt: '2026-06-12',
      text: 'Uma padaria quer uma placa nova para a porta, pintada à mão, com o nome e um pão.',
      budget: { min: 500, max: 900, currency: 'BRL' },
      bidCount: 8,
    });
  });

  it('whose text is in a bare paragraph between the title and the tags', () => {
    const seen = projectIn(
      truelancer,
      'Paint a bell tower',
      `<div><h1>Paint a bell tower</h1><span>Open</span></div><div><p>₹1500-3200 INR</p></div>
      <div><p>${words}</p><p><a href="/jobs/painting">Painting</a><a href="/jobs/lettering">Lettering</a><a href="/jobs/clocks">Clocks</a></p><p>Project ID: #4521930</p></div>
      <section><h2>Similar jobs</h2><ul><li><a href="/p/9">A bell for a gate</a> <span>$250-750 USD</span></li></ul></section>`,
    );
    expect(seen).toMatchObject({
      text: words,
      budget: { min: 1500, max: 3200, currency: 'INR' },
      skills: ['Painting', 'Lettering', 'Clocks'],
      status: 'Open',
    });
  });

  it.each([
    ['an average', '<div><b>$7,331</b><span>Average bid</span></div>'],
    ['what the client has spent', '<div><strong>$9K total spent</strong></div>'],
    ['a similar job', '<h3>You may also like</h3><p>$250-750 USD</p><p>Posted 2 days ago</p>'],
    ['a sentence of the client', `<p>${words} I paid $400 for the last one.</p>`],
  ])('%s is not its budget', (_, more) => {
    const seen = projectIn(
      job,
      'Paint a bell tower',
      `<h1>Paint a bell tower</h1><h2>Description</h2><p>${words}</p>${more}`,
    );
    expect(seen?.text).toContain(words);
    expect(seen).not.toHaveProperty('budget');
    expect(seen).not.toHaveProperty('postedAt');
  });

  it('is none where a page has a heading and a notice', () => {
    const seen = projectIn(
      job,
      'Page not found',
      '<h1>Page not found</h1><p>The page that you are looking for has moved, or it was never here. Try the search instead.</p>',
    );
    expect(seen).toBeUndefined();
  });

  it('has the words of no bidder, where a list of bids was not recognised', () => {
    const seen = projectIn(
      'https://www.upwork.com/ab/applicants/1839204417705512960/applicants',
      'Paint a bell tower',
      `<h1>Paint a bell tower</h1><div><p>Dear sir, ${words}</p><b>$38.00</b></div>`,
    );
    expect(seen).toMatchObject({ title: 'Paint a bell tower' });
    expect(seen).not.toHaveProperty('text');
    expect(seen).not.toHaveProperty('budget');
  });
});

describe('one line with several facts', () => {
  it('says when a project was posted and how many have bid', () => {
    const seen = projectIn(
      'https://www.guru.com/jobs/paint-a-bell-tower/2101732',
      'Paint a bell tower',
      `<h1 class="jobHeading__title">Paint a bell tower</h1><p class="jobHeading__meta">Posted <strong>2 days ago</strong> · Send before Dec 19, 2026 · 9 quotes received</p><pre class="jobDetails__description">${words}</pre>`,
    );
    expect(seen).toMatchObject({ bidCount: 9 });
    expect(seen?.postedAt).toMatch(/^2026-06-2[12]/);
  });

  it('is read where a site’s own place holds no more than the word', () => {
    const seen = projectIn(
      upwork,
      'Paint a bell tower',
      `<h1>Paint a bell tower</h1><div data-test="PostedOn"><span>Posted</span> <span>3 days ago</span></div><section data-test="Description"><p>${words}</p></section>`,
    );
    expect(seen?.postedAt).toMatch(/^2026-06-2[01]/);
  });
});

describe('what has become of a project', () => {
  it.each(['Evaluando propuestas', 'Avaliando propostas', 'Evaluating proposals', 'Finalizado'])(
    'is the label beside its title: %s',
    (label) => {
      const main = `<section><h1>Paint a bell tower</h1><span class="label">${label}</span></section><article><h2>Description</h2><p>${words}</p><p>USD 500 - 1.000</p></article>`;
      expect(projectIn(workana, 'Paint a bell tower', main)?.status).toBe(label);
    },
  );
});
