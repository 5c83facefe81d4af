import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { workana } from '../../lib/sites/workana.ts';
import { observe, open } from '../reading/pages.ts';

const home = 'https://www.workana.com';
const id = '0123456789abcdef0123456789abcdef';

describe('addresses', () => {
  const where = (path: string) => workana.classifyUrl(new URL(path, home));

  it.each(['', '/en', '/es', '/pt'])('of the language "%s" are the same pages', (language) => {
    expect(where(`${language}/job/insight/a-page?tab=1`)).toEqual({
      page: 'bids',
      project: 'a-page',
      canonical: `${home}/job/a-page`,
    });
    expect(where(`${language}/job/a-page`)).toEqual({
      page: 'project',
      project: 'a-page',
      canonical: `${home}/job/a-page`,
    });
    expect(where(`${language}/freelancer/${id}?ref=x`)).toEqual({
      page: 'profile',
      account: id,
      canonical: `${home}/freelancer/${id}`,
    });
    expect(where(`${language}/freelancers`)?.page).toBe('search');
    expect(workana.accountAt(new URL(`${language}/freelancer/${id.toUpperCase()}`, home))).toBe(id);
  });

  it.each(['/', '/jobs', '/job/', '/job/insight/', '/freelancer/short', '/messages/bid/a-page/?tab=message'])(
    '%s is not read',
    (path) => {
      expect(where(path)).toBeUndefined();
    },
  );
});

describe('a conversation', () => {
  it('is reported as not understood, because nobody has shown how one is built', () => {
    const seen = observe(`<body><h2>Ines C.</h2><p>Hola</p></body>`, `${home}/es/inbox/a-page?added=1`);
    expect(seen).toMatchObject([{ kind: 'page', page: 'messages', read: 'not', missing: ['messages'] }]);
  });
});

describe('a list of bidders', () => {
  const page = (name: string) => {
    const html = readFileSync(new URL(`workana/${name}/page.html`, import.meta.url), 'utf8');
    const [, url = ''] = /^<!-- url: (\S+)/.exec(html) ?? [];
    return { html, url };
  };
  const people = (seen: readonly Observation[]) =>
    seen.flatMap((one) => (one.kind === 'profile' ? [{ ...one, url: undefined, seenAt: undefined }] : []));

  it('says the same in Portuguese, Spanish and English', () => {
    const [pt, es, en] = ['bidders-pt', 'bidders-es', 'bidders-en'].map((name) => {
      const { html, url } = page(name);
      return people(observe(html, url));
    });
    expect(es).toHaveLength(3);
    expect(pt?.slice(0, 3)).toEqual(es);
    expect(en).toEqual(es);
  });

  it('leaves out the reader, who is linked in both menus, and the badges that are switched off', () => {
    const { html, url } = page('bidders-pt');
    const linked = new Set(
      [...open(html, url).querySelectorAll('a[href*="/freelancer/"]')].map((a) => a.getAttribute('href')),
    );
    expect(linked.size).toBe(7);
    for (const by of ['selectors', 'cards'] as const) {
      const seen = observe(html, url, { by });
      expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(6);
      expect(people(seen).map((one) => one.name)).toEqual([
        'Inácio',
        'Débora M. L.',
        'Ruben C.',
        'Estela',
        // The last word but one is part of the name, though a badge says it too.
        'Otto Recomendado F.',
        'Ana-Clara P.',
      ]);
    }
  });
});
