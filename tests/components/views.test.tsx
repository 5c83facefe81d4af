// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, type VNode } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { badgeWords } from '../../components/badge-words.ts';
import { coverage as indicatorsCovered } from '../../components/coverage.ts';
import { CoverageView } from '../../components/dashboard/CoverageView.tsx';
import { PageReadLine } from '../../components/PageReadLine.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Popup, type PopupState } from '../../components/Popup.tsx';
import { decided } from '../../lib/assess/apply-decisions.ts';
import { wordsOf } from '../../lib/i18n/sentences.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Finding, TemplateUse } from '../../lib/model/finding.ts';
import type { Mark } from '../../lib/protocol/shapes.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { reusedTemplate } from '../../lib/red-flags/reused-template/flag.ts';
import { findingOf } from '../finding-of.ts';

/** A view as Hireflag's own pages show it. */
function shown(view: VNode): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  render(view, root);
  return root;
}
afterEach(() => document.body.replaceChildren());

const coverage = { bids: 3, projects: 2, reviews: 0, profiles: 1, messages: 0 };
const mark = (account: string, level: Mark['level'], says?: string, others: string[] = []): Mark => ({
  site: 'freelancer',
  account,
  level,
  coverage,
  findings: says
    ? [
        {
          flag: 'reused-template',
          with: others,
          title: 'Shared bid text',
          strength: 'strong',
          says,
        },
      ]
    : [],
});
const use = (account: string, own: string): TemplateUse => ({
  site: 'freelancer',
  account,
  project: '7',
  projectTitle: 'A booking app',
  seenAt: '2026-10-05T08:00:00Z',
  parts: [
    { same: true, text: 'I build booking screens for ' },
    { same: false, text: own },
    { same: true, text: ' since 2015.' },
  ],
});
const assessment = (uses: TemplateUse[]): Assessment => ({
  site: 'freelancer',
  account: 'ada',
  level: 'look-closer',
  coverage,
  checks: [],
  findings: [
    findingOf({
      flag: 'reused-template',
      key: 'reused-template:0123456789abcdef',
      site: 'freelancer',
      with: ['freelancer:ben'],
      message: 'acrossTexts',
      data: { others: 2 },
      evidence: [
        {
          kind: 'template',
          template: [],
          uses,
          useCount: 3,
          accountCount: 3,
          projectCount: 1,
          sharedWords: 61,
          share: 0.72,
          firstSeen: '2026-10-05T08:00:00Z',
          lastSeen: '2026-10-05T09:00:00Z',
          comparedBids: 60,
          comparedAccounts: 60,
        },
      ],
    }),
  ],
});
const panel = (uses: TemplateUse[]) => shown(<Panel assessment={decided(assessment(uses))} />);

describe('the panel', () => {
  it('puts two texts side by side, the shared words marked and the slots between them visible', () => {
    const root = panel([use('ada', 'dentists'), use('ben', 'florists')]);
    const [own, other] = root.querySelectorAll('.use');
    expect(own?.textContent).toContain('@ada');
    expect(other?.textContent).toContain('@ben');
    expect([...(own?.querySelectorAll('mark') ?? [])].map((m) => m.textContent)).toEqual([
      'I build booking screens for ',
      ' since 2015.',
    ]);
    expect(own?.querySelector('.slot')?.textContent).toBe('dentists');
    expect(other?.querySelector('.slot')?.textContent).toBe('florists');
  });

  it('keeps further uses of the text at hand', () => {
    const more = panel([use('ada', 'dentists'), use('ben', 'florists'), use('cleo', 'bakers')]).querySelector(
      '.finding details',
    );
    expect(more?.querySelector('summary')?.textContent).toBe('1 more use of the same text');
    expect(more?.querySelector('.use')?.textContent).toContain('@cleo');
  });

  it('says how usual it is, what else explains it, what to ask, and in whose words it matters', () => {
    const text = panel([use('ada', 'dentists'), use('ben', 'florists')]).textContent;
    expect(text).toContain('61 words of this bid (72%)');
    expect(text).toContain('60 bids from 60 accounts');
    expect(text).toContain('on 5 Oct 2026');
    const { title, innocent, ask, limits, clearedBy } = wordsOf(reusedTemplate);
    for (const words of [title, ...innocent, ask, ...limits, ...clearedBy]) expect(text).toContain(words);
    expect(text).toContain('Frequent use of document templates');
    expect(text).toContain('P6');
    expect(text).toContain('Seen so far: 3 bids on 2 projects');
  });

  it('has what can be done in one row before everything else, and each name leads to its view', () => {
    const root = panel([use('ada', 'dentists'), use('ben', 'florists')]);
    const acts = [...root.querySelectorAll('header [data-do]')].map((one) => one.getAttribute('data-do'));
    expect(acts).toEqual(['close', 'copy', 'record', 'fine', 'same-person', 'not-same-person']);
    expect(root.querySelector('[data-do="copy"]')?.getAttribute('data-text')).toBe(wordsOf(reusedTemplate).ask);
    const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    const site = assessment([]).site;
    for (const view of [`developer/${site}%3Aada`, `developer/${site}%3Aben`, `template/${site}%3Aada`, 'project/']) {
      expect(links.filter((href) => href?.startsWith(`/dashboard.html#/${view}`)).length, view).toBeGreaterThan(0);
    }
  });

  it('shows what was scraped as text and never as markup', () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>';
    const root = panel([use(hostile, hostile), use('ben', hostile)]);
    expect(root.querySelector('img, script, b')).toBeNull();
    expect(root.querySelector('.slot')?.textContent).toBe(hostile);
  });

  it('tells what honest people do as often under a heading of its own, without a question to ask', () => {
    const [found] = assessment([use('ada', 'dentists')]).findings;
    const own: Finding = {
      ...(found as Finding),
      commonPractice: true,
      message: 'withinAccount',
      data: { projects: 3 },
    };
    const root = shown(<Panel assessment={decided({ ...assessment([]), level: 'no-flags', findings: [own] })} />);
    const also = root.querySelector('.also');
    expect(also?.querySelector('h3')?.textContent).toBe('Also seen');
    expect(also?.querySelector('summary')?.textContent).toBe(
      'This account sent bids built from one text to 3 projects, which is common practice.',
    );
    expect(also?.querySelectorAll('.use')).toHaveLength(1);
    expect(root.textContent).toContain('Nothing that asks for attention was found');
    expect(root.textContent).not.toContain(wordsOf(reusedTemplate).ask);
  });

  it('says calmly when nothing was found, and plainly when too little was seen', () => {
    const calm = { ...assessment([]), findings: [], level: 'no-flags' as const };
    const root = shown(<Panel assessment={decided(calm)} />);
    expect(root.textContent).toContain('Nothing that asks for attention was found');
    const little = { ...calm, level: 'not-enough-seen' as const };
    const other = shown(<Panel assessment={decided(little)} />);
    expect(other.textContent).toContain('Too little has been seen');
  });
});

describe('the badge', () => {
  it('says the level in words, and the reason to those who listen or rest on it', () => {
    expect(badgeWords(mark('ada', 'look-closer', 'A text.'))).toEqual({
      look: 'look-closer',
      words: 'Look closer',
      label: 'Hireflag on ada: Look closer, Shared bid text. Open details.',
      title: 'Hireflag: Shared bid text. A text.',
    });
    expect(badgeWords(mark('ada', 'not-enough-seen'))).toMatchObject({
      look: 'not-enough-seen',
      title: 'Hireflag: Seen so far: 3 bids on 2 projects',
    });
  });

  it('of an account that the user found fine says so, and when', () => {
    expect(badgeWords({ ...mark('ada', 'no-flags', 'A text.'), checked: '2026-10-05T08:00:00Z' })).toEqual({
      look: 'checked',
      words: 'Checked by you',
      label: 'Hireflag on ada: Checked by you. Open details.',
      title: 'Hireflag: Checked by you on 5 Oct 2026 and found fine.',
    });
  });

  // The page can set any custom property on a badge, so its sheet has the values themselves.
  it.each(['host.css', 'overlay.css', 'line.css', 'frame.css'])(
    'has the colours of the one place for colours (%s)',
    (file) => {
      const css = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', 'assets', name), 'utf8');
      const [light = '', dark = ''] = css('tokens.css').split('@media (prefers-color-scheme: dark)');
      const pairs = new Set(
        [...light.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g)].map(
          ([, name, value]) => `${value}, ${new RegExp(`${name}: (#[0-9a-f]{6});`).exec(dark)?.[1]}`,
        ),
      );
      const used = [...css(file).matchAll(/light-dark\(([^)]*)\)/g)].map(([, pair]) => pair ?? '');
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((pair) => !pairs.has(pair))).toEqual([]);
      expect(css(file)).not.toMatch(/var\(|url\(|@import|--/);
    },
  );

  it.each(['overlay.css', 'line.css'])('has Hireflag’s sign before whatever it says over a page (%s)', (file) => {
    const css = readFileSync(join(import.meta.dirname, '..', '..', 'assets', file), 'utf8');
    const shapes = [...css.matchAll(/path\([^"]*"([^"]*)"/g)].map(([, shape]) => shape);
    expect(shapes.length).toBe(file === 'line.css' ? 1 : 5);
    for (const shape of shapes) expect(shape).toMatch(/^M\.5 1h1\.6v12H\.5zM2\.1 1\.4h7L7\.2 4\.1l1\.9 2\.7h-7z/);
  });
});

describe('letters', () => {
  const folder = join(import.meta.dirname, '..', '..', 'assets');
  it.each(readdirSync(folder).filter((name) => name.endsWith('.css')))(
    'are as large as the browser is told to make them (%s)',
    (name) => {
      const rules = readFileSync(join(folder, name), 'utf8').match(/[^{}]+\{[^{}]*\}/g) ?? [];
      // In a drawing they belong to its measures.
      const fixed = rules.filter((rule) => /font(?:-size)?:[^;/]*\dpx/.test(rule) && !rule.includes('-drawing'));
      expect(fixed).toEqual([]);
    },
  );
});

describe('the popup', () => {
  const page = { page: 'project', read: 'part' as const, missing: ['bid.text'], found: { bids: 42 }, of: { bids: 99 } };
  const rowsIn = (within: Element | null | undefined) =>
    [...(within?.querySelectorAll('[data-account]') ?? [])].map((row) => row.getAttribute('data-account'));

  it('counts first, then each group once, then those that ask alone, and folds the others away', () => {
    const marks = [
      mark('calm', 'no-flags'),
      mark('unseen', 'not-enough-seen'),
      mark('first', 'look-closer', 'One text.', ['freelancer:second']),
      mark('asked', 'worth-a-question', 'Own template.'),
      mark('second', 'look-closer', 'One text.', ['freelancer:first']),
    ];
    const root = shown(<Popup state={{ type: 'here', onGoTo: () => {}, page, marks }} />);
    expect(root.querySelector('.counts')?.textContent).toBe('3 of 5 ask for a look, 1 group');
    expect(root.querySelectorAll('.group')).toHaveLength(1);
    expect(root.querySelector('.group h2')?.textContent).toBe('2 accounts: Shared bid text');
    expect(rowsIn(root.querySelector('.group'))).toEqual(['first', 'second']);
    expect(root.textContent?.match(/One text\./g)).toHaveLength(1);
    expect(rowsIn(root)).toEqual(['first', 'second', 'asked', 'calm', 'unseen']);
    const others = root.querySelector('details');
    expect(others?.open).toBe(false);
    expect(rowsIn(others)).toEqual(['calm', 'unseen']);
  });

  it('says over a group of how many it is, where one of those named stands elsewhere', () => {
    const marks = [
      mark('first', 'look-closer', 'A text of two others.', ['freelancer:second', 'freelancer:not-here']),
      mark('second', 'look-closer', 'A text of one other.', ['freelancer:first']),
    ];
    const root = shown(<Popup state={{ type: 'here', onGoTo: () => {}, page, marks: marks.toReversed() }} />);
    expect(root.querySelector('.group h2')?.textContent).toBe('2 of 3 accounts: Shared bid text');
    expect(root.querySelector('.group .reason')?.textContent).toBe('A text of two others.');
  });

  it('says so where nobody asks for a look, and who was checked is not asked about again', () => {
    const marks = [
      { ...mark('seen', 'look-closer', 'One text.'), checked: '2026-10-05T08:00:00Z' },
      mark('calm', 'no-flags'),
    ];
    const root = shown(<Popup state={{ type: 'here', onGoTo: () => {}, page, marks }} />);
    expect(root.querySelector('.counts')?.textContent).toBe('None of 2 asks for a look so far.');
    expect(root.querySelector('details')?.open).toBe(true);
    expect(rowsIn(root)).toEqual(['seen', 'calm']);
  });

  it('calls people what the page calls them, and leads to each', () => {
    const went: string[] = [];
    const marks = [{ ...mark('~01ab', 'no-flags'), name: 'Ada Okafor' }];
    const root = shown(<Popup state={{ type: 'here', onGoTo: ({ account }) => went.push(account), page, marks }} />);
    const button = root.querySelector<HTMLButtonElement>('[data-account] button');
    expect(button?.textContent).toBe('Ada Okafor');
    expect(root.querySelector('.id')?.textContent).toBe('@~01ab');
    expect(root.querySelector('.coverage')?.textContent).toContain('@~01ab · Seen so far');
    button?.click();
    expect(went).toEqual(['~01ab']);
  });

  it('says how the rest of a list is read, where there is one and it is not paused', () => {
    const advice = (of: number, paused = false) => {
      const pause = { site: 'Quay', paused, byPolicy: false, toggle: () => {} };
      const here = { ...page, found: { bids: 6 }, of: { bids: of } };
      return shown(<Popup state={{ type: 'here', onGoTo: () => {}, page: here, marks: [], pause }} />).querySelector(
        '#read-rest',
      )?.textContent;
    };
    expect(advice(23)).toContain('Scroll to the end of the list');
    expect(advice(6)).toBeUndefined();
    expect(advice(23, true)).toBeUndefined();
  });

  it('says how much of the page was read and what was not', () => {
    const text = shown(<PageReadLine page={page} />).textContent;
    expect(text).toBe('Read on this page: 42 of 99 bids. Not found on this page: Text (bids).');
    expect(shown(<PageReadLine page={{ ...page, read: 'not' }} />).textContent).toContain(
      'This page was not understood.',
    );
    const whole = { page: 'project', read: 'whole' as const, missing: [], found: { bids: 1 }, of: { bids: 1 } };
    expect(shown(<PageReadLine page={whole} />).textContent).toBe('Read on this page: 1 bid.');
    expect(shown(<PageReadLine page={{ ...whole, found: { bids: 0 }, of: { bids: 0 } }} />).textContent).toBe(
      'No bids were read on this page. If the project has bids, they are on its page of proposals.',
    );
  });

  it('has pausing below those on the page, and going on as the one thing to do while it is paused', () => {
    const pause = { site: 'Guru', paused: false, byPolicy: false, toggle: () => undefined };
    const here = { type: 'here', page: undefined, marks: [mark('ada', 'no-flags')], onGoTo: () => undefined } as const;
    const buttons = (state: PopupState) => [...shown(<Popup state={state} />).querySelectorAll('button')];
    expect(buttons({ ...here, pause }).map(({ id }) => id)).toEqual(['', 'pause']);
    expect(buttons({ ...here, pause: { ...pause, paused: true } }).map(({ id }) => id)).toEqual(['pause']);
  });

  it('asks for a reload of a tab that was open before, and says where a marketplace shows bids', () => {
    let reloaded = 0;
    const root = shown(<Popup state={{ type: 'reload', onReload: () => reloaded++ }} />);
    root.querySelector<HTMLButtonElement>('#reload')?.click();
    expect(reloaded).toBe(1);
    const anyPage = { state: { type: 'offered' as const }, onRead: () => {}, onOpen: () => {} };
    const there = shown(<Popup state={{ type: 'other-page', site: { id: 'upwork', name: 'Upwork' }, anyPage }} />);
    expect(there.textContent).toContain('under “Review proposals”');
    expect(there.textContent).not.toContain('does not read this page by itself');
  });

  it('says where it does not work', () => {
    const anyPage = { state: { type: 'offered' as const }, onRead: () => {}, onOpen: () => {} };
    expect(shown(<Popup state={{ type: 'elsewhere', anyPage }} />).textContent).toContain('does not read this page');
  });
});

describe('the page of what covers each indicator', () => {
  it('shows all 28, with every flag and step that covers each', () => {
    const page = shown(<CoverageView flags={redFlags} />);
    for (const { id, flags, steps } of indicatorsCovered(redFlags)) {
      const section = page.querySelector(`#indicator-${id}`);
      const named = (what: string) =>
        [...(section?.querySelectorAll(`[data-${what}]`) ?? [])].map((one) => one.getAttribute(`data-${what}`));
      expect(named('flag'), id).toEqual(flags.map((flag) => flag.id));
      expect(named('step'), id).toEqual([...steps]);
    }
    expect(page.querySelectorAll('section')).toHaveLength(28);
    expect(page.textContent).toContain(wordsOf(reusedTemplate).looksFor);
  });
});
