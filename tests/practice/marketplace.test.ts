// The practice marketplace has to be honest: what it claims to hold is there, nothing of it reaches
// out, and its honest bidders really write differently.
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { projects } from '../../practice/data/projects.ts';
import { plantedFamilies, plantedRequests, templateAccounts } from '../../practice/data/truth.ts';
import type { Project } from '../../practice/data/types.ts';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { projectPath } from '../../practice/pages/project-state.ts';
import { UNREADABLE_PATH } from '../../practice/pages/unreadable.ts';

const ORIGIN = 'https://www.freelancer.com';

function open(path: string) {
  const page = answer(new URL(path, ORIGIN));
  if (!page) throw new Error(`not answered: ${path}`);
  return page;
}

function dom(text: string) {
  const window = new Window();
  return new window.DOMParser().parseFromString(text, 'text/html');
}

function stateOf(project: Project) {
  const script = dom(open(projectPath(project)).body).querySelector('script#webapp-state');
  return JSON.parse(script?.textContent ?? '').NGRX_STATE.projectsSeo[0].documents[project.id].rawDocument;
}

/** The handles of the cards of a page or of a piece of one, in order. */
function cardHandles(text: string, card: string): string[] {
  return [...dom(text).querySelectorAll(card)].map(
    (element) => element.querySelector('a[href^="/u/"]')?.getAttribute('href')?.slice('/u/'.length) ?? '',
  );
}

/** Every path of the practice marketplace that is linked from its start, found by following the links. */
function allPaths(): string[] {
  const found = new Set(['/']);
  for (const path of found) {
    const body = open(path).body;
    for (const [, link] of body.matchAll(/(?:href|src|data-practice-(?:more|later))="(\/[^"]*)"/g)) {
      if (link && !link.startsWith('/projects/past/')) found.add(link);
    }
  }
  return [...found];
}

test.each([
  [0, 60],
  [1, 24],
  [2, 19],
  [3, 46],
])('project %i has %i bids in its state, each by another account, and says so', (index, count) => {
  const project = projects[index] as Project;
  const state = stateOf(project);
  expect(state.bids).toHaveLength(count);
  expect(new Set(state.bids.map((bid: { username: string }) => bid.username)).size).toBe(count);
  expect(state.bidStats.bidCount).toBe(count);
  expect(dom(open(projectPath(project)).body).querySelector('h2')?.textContent).toContain(`${count} freelancers`);
});

test('the first twenty bids are cards on the page, the button brings the others in order', () => {
  for (const project of projects) {
    const handles: string[] = [];
    let piece: string | undefined = projectPath(project);
    while (piece) {
      const body: string = open(piece).body;
      const cards = cardHandles(body, 'app-project-view-logged-out-bid-card');
      expect(cards.length).toBeLessThanOrEqual(20);
      handles.push(...cards);
      piece = /data-practice-more="([^"]+)"/.exec(body)?.[1];
    }
    expect(handles).toEqual(project.bids.map((bid) => bid.by));
  }
});

test('a card says what the state says', () => {
  for (const project of projects) {
    const cards = [...dom(open(projectPath(project)).body).querySelectorAll('app-project-view-logged-out-bid-card')];
    const state = stateOf(project);
    cards.forEach((card, index) => {
      const bid = state.bids[index];
      expect(card.querySelector('.User-bid-text')?.textContent?.trim()).toBe(bid.description.trim());
      expect(card.querySelector('strong')?.textContent).toContain(bid.amount.toLocaleString('en-US'));
      expect(card.querySelector('.ReviewCount')?.textContent).toContain(`(${bid.sellerRating.reviewCount} review`);
      expect(card.querySelector('.FlagImage')?.getAttribute('alt')).toBe(
        `Flag of ${bid.address.country.toUpperCase()}`,
      );
    });
  }
});

test('the signed-in list holds no bid at first and no state; its cards come as a piece of their own', () => {
  for (const project of projects) {
    const page = open(`${projectPath(project)}/proposals`).body;
    expect(cardHandles(page, 'app-bid-card')).toEqual([]);
    expect(page).not.toContain('rawDocument');
    const later = /data-practice-later="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(cardHandles(open(later).body, 'app-bid-card')).toEqual(project.bids.map((bid) => bid.by));
  }
});

test('only the third project is awarded, to one of its bidders', () => {
  const selected = projects.map((project) =>
    stateOf(project).selectedBids.map((bid: { username: string }) => bid.username),
  );
  expect(selected).toEqual([[], [], ['lucie-dvorak'], []]);
});

test('each planted account bids on at least two projects, each family with two accounts or more on the first', () => {
  const seenOn = (account: string) =>
    projects.filter((project) => project.bids.some((bid) => bid.by === account)).length;
  for (const account of templateAccounts) expect(seenOn(account), account).toBeGreaterThanOrEqual(2);
  const first = new Set(projects[0]?.bids.map((bid) => bid.by));
  expect(Object.values(plantedFamilies).map((family) => family.filter((account) => first.has(account)).length)).toEqual(
    [5, 4, 3],
  );
  const inTheFirstTwenty = projects[0]?.bids.slice(0, 20).filter((bid) => templateAccounts.has(bid.by));
  expect(inTheFirstTwenty?.length).toBeGreaterThanOrEqual(5);
});

test('a few accounts ask in a bid for what a red flag looks for, each in its own words, and three of them on the first post', () => {
  const first = new Set(
    projects[0]?.bids
      .filter(({ by }) => !templateAccounts.has(by))
      .filter(({ by, text }) => projects[3]?.bids.some((bid) => bid.by === by && isEndOf(text, bid.text))),
  );
  expect(first.size).toBe(3);
  for (const [flag, who] of Object.entries(plantedRequests)) {
    expect(new Set(who).size, flag).toBeGreaterThanOrEqual(2);
    for (const account of who) {
      expect(projects[3]?.bids.filter((bid) => bid.by === account)).toHaveLength(1);
      expect(templateAccounts.has(account)).toBe(false);
    }
  }
});

/** Whether the last paragraph of a bid is the end of the other. */
const isEndOf = (text: string, other: string) =>
  text.includes('\n\n') && other.endsWith(text.split('\n\n').at(-1) as string);

test('fifteen honest accounts bid on more than one of the ordinary projects, some of them on all three', () => {
  const counts = new Map<string, number>();
  for (const { by } of projects.slice(0, 3).flatMap((project) => project.bids))
    counts.set(by, (counts.get(by) ?? 0) + 1);
  const honest = [...counts].filter(([account]) => !templateAccounts.has(account));
  expect(honest.filter(([, count]) => count > 1)).toHaveLength(15);
  expect(honest.filter(([, count]) => count === 3)).toHaveLength(3);
});

test('every page and every profile that is linked is there, and reads the same each time', () => {
  const paths = allPaths();
  const bidders = new Set(projects.flatMap((project) => project.bids.map((bid) => bid.by)));
  expect(paths.filter((path) => path.startsWith('/u/')).length).toBeGreaterThanOrEqual(bidders.size);
  for (const handle of bidders) expect(paths).toContain(`/u/${handle}`);
  for (const path of paths) {
    expect(open(path).status, path).toBe(200);
    expect(open(path).body, path).toBe(open(path).body);
  }
});

test('a profile shows name, handle, country with its local time, joining date, rates and reviews', () => {
  const page = dom(open('/u/quietharbor').body);
  const textAt = (selector: string) => page.querySelector(selector)?.textContent?.trim();
  expect(textAt('h3.Username-displayName')).toBe('Elin S.');
  expect(textAt('h3.Username-userId')).toBe('@quietharbor');
  expect(textAt('app-user-profile-summary-tagline-redesign h2')).toBe('Booking systems, calendars, hard deadlines');
  expect(textAt('.UserSummaryInformation fl-col p')).toBe('Norway (11:30 AM)');
  expect(textAt('.JoinedDate')).toBe('Joined on April 3, 2014');
  expect(textAt('.HourlyRate')).toBe('$60 USD / hour');
  expect(page.querySelector('.Flag img')?.getAttribute('alt')).toBe('Flag of ');
  expect([...page.querySelectorAll('.ReputationItem-value')].map((value) => value.textContent?.trim())).toEqual([
    '100%',
    '98%',
    '97%',
    '34%',
  ]);
  const reviews = [...page.querySelectorAll('fl-review-card')];
  expect(reviews).toHaveLength(4);
  expect(reviews[3]?.querySelector('.LayerGroup')?.getAttribute('aria-label')).toBe('Rating: 4.5 out of 5');
  expect(reviews[3]?.querySelector('.InfoContainer fl-text')?.textContent).toBe('Anita P.');
  expect(reviews[3]?.querySelector('fl-relative-time span')?.textContent).toBe('1 year ago');
});

test('an account without a finished job has no rates and no reviews', () => {
  const page = dom(open('/u/ruben-kasteel').body);
  expect(page.querySelectorAll('fl-review-card')).toHaveLength(0);
  expect(page.querySelector('.ReputationItem-value')?.textContent?.trim()).toBe('N/A');
  expect(page.querySelector('.LayerGroup')?.getAttribute('data-rating')).toBe('0');
});

test('the page that nobody can read has neither state nor profile links', () => {
  const body = open(UNREADABLE_PATH).body;
  expect(body).not.toContain('/u/');
  expect(stateText(body)).toBe('{"NGRX_STATE":{}}');
});

function stateText(body: string): string | undefined {
  return /<script id="webapp-state" type="application\/json">(.*?)<\/script>/s.exec(body)?.[1];
}

test('no page refers to any other host', () => {
  // The name of the SVG namespace in the pictures looks like an address; nothing asks for it.
  const pages = allPaths().filter((path) => open(path).type.startsWith('text/html'));
  for (const path of pages) {
    const hosts = open(path).body.matchAll(/(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi);
    const foreign = [...hosts].map(([, host]) => host).filter((host) => !answer(new URL(`https://${host}/`)));
    expect(foreign, path).toEqual([]);
  }
});

test('text with markup stays text, in the card, in the state and in the name', () => {
  const first = projects[0] as Project;
  const at = first.bids.findIndex((bid) => bid.by === 'tagsoup');
  const bid = first.bids[at];
  const piece = open(`/practice/bids/${first.id}/${Math.floor(at / 20) * 20}`).body;
  const card = dom(piece).querySelectorAll('app-project-view-logged-out-bid-card')[at % 20];
  expect(bid?.text).toContain('<img src=x onerror=');
  expect(card?.querySelector('.User-bid-text')?.textContent?.trim()).toBe(bid?.text);
  expect(card?.querySelectorAll('b, i, script, img:not(.FlagImage, .ImageElement)')).toHaveLength(0);

  const page = open(projectPath(first)).body;
  expect(stateText(page)).not.toContain('<');
  expect(dom(page).querySelectorAll('script')).toHaveLength(2);
  expect(stateOf(first).bids[at].description).toBe(bid?.text);
  expect(dom(open('/u/tagsoup').body).querySelector('.Username-displayName')?.textContent?.trim()).toBe('Petr <N>');
});

test('an address of another host is not answered, an unknown one of the marketplace is not found', () => {
  for (const host of ['example.org', 'freelancer.com.evil.example', 'notfreelancer.com', 'freelancer.example'])
    expect(answer(new URL(`https://${host}/`)), host).toBeUndefined();
  for (const host of [
    'www.freelancer.com',
    'br.freelancer.com',
    'www.freelancer.in',
    'www.freelancer.com.au',
    'freelancer.co.ro',
  ])
    expect(answer(new URL(`https://${host}/`))?.status, host).toBe(200);
  for (const path of ['/u/nobody-here', '/projects/x/y-1', '/practice/bids/1/0', '/u/', '/u/%E0%A4%A', '/favicon.ico'])
    expect(open(path).status, path).toBe(404);
  expect(answer(new URL(projectUrl))?.status).toBe(200);
});

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function runs(text: string, length: number): Set<string> {
  const all = words(text);
  return new Set(all.slice(length - 1).map((_, index) => all.slice(index, index + length).join(' ')));
}

test('no honest bid shares twelve words in a row with a bid of another account, but for the words of the post', () => {
  const LENGTH = 12;
  for (const project of projects) {
    const post = runs(project.text, LENGTH);
    const usedBy = new Map<string, string>();
    for (const bid of project.bids.filter((bid) => !templateAccounts.has(bid.by))) {
      for (const run of runs(bid.text, LENGTH)) {
        if (post.has(run)) continue;
        expect(usedBy.get(run), `${bid.by}: ${run}`).toBeUndefined();
        usedBy.set(run, bid.by);
      }
    }
    for (const bid of project.bids.filter((bid) => templateAccounts.has(bid.by))) {
      for (const run of runs(bid.text, LENGTH)) expect(usedBy.get(run), `${bid.by}: ${run}`).toBeUndefined();
    }
  }
});

test('within a family any two bids share wording, and no two bids are the same', () => {
  const texts = projects.flatMap((project) => project.bids);
  for (const family of Object.values(plantedFamilies)) {
    const bids = texts
      .filter((bid) => (family as readonly string[]).includes(bid.by))
      .map((bid) => ({ ...bid, runs: runs(bid.text, 4) }));
    bids.forEach((one, index) => {
      for (const other of bids.slice(index + 1)) {
        expect(one.text).not.toBe(other.text);
        const shared = [...one.runs].filter((run) => other.runs.has(run));
        expect(shared.length, `${one.by} and ${other.by}`).toBeGreaterThanOrEqual(8);
      }
    });
  }
});

test('the honest bids quote the post, share stock phrases and hold the odd ones that readers must bear', () => {
  const first = projects[0] as Project;
  const honest = first.bids.filter((bid) => !templateAccounts.has(bid.by));
  const withPhrase = (phrase: string) => honest.filter((bid) => bid.text.includes(phrase)).length;
  const post = runs(first.text, 12);
  expect(honest.filter((bid) => [...runs(bid.text, 12)].some((run) => post.has(run))).length).toBeGreaterThanOrEqual(4);
  expect(withPhrase('I have read your project description carefully')).toBeGreaterThanOrEqual(3);
  expect(withPhrase('I have 7 years of experience in')).toBeGreaterThanOrEqual(4);
  expect(withPhrase('Looking forward to hearing from you')).toBeGreaterThanOrEqual(4);
  expect(withPhrase("Let's discuss in chat")).toBeGreaterThanOrEqual(4);
  expect(withPhrase('proven track record')).toBeGreaterThanOrEqual(3);
  expect(honest.filter((bid) => words(bid.text).length < 10)).toHaveLength(2);
  expect(honest.some((bid) => /\p{Script=Hebrew}/u.test(bid.text))).toBe(true);
  expect(honest.some((bid) => /\p{Extended_Pictographic}/u.test(bid.text))).toBe(true);
  expect(honest.some((bid) => bid.text.includes('\u200b'))).toBe(true);
});
