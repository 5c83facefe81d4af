// Pages of a marketplace with invented bidders, for long runs: lists that stand when the page loads, a list
// that grows, and pages that follow each other in one document.
import type { Answer } from '../lib/local-web.ts';

export const ORIGIN = 'https://www.freelancer.com';
export const PER_PAGE = 10;

/** What a page's own script can do. */
export interface SoakPage {
  /** Puts more cards at the end of the list. */
  grow(cards: string): void;
  /** Shows another project in the same document. */
  goTo(path: string, content: string): void;
}

/** Where a project stands: `whole` with its bids, `empty` without. */
export const pathOf = (project: number, kind: 'whole' | 'empty') => `/projects/web/soak-${kind}-${project}`;

export const bidder = (project: number, n: number) => `soak-${project}-${n}`;

/** The bids `from` to `to` of a project, as cards. */
export function cards(project: number, from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => card(project, from + i)).join('');
}

/** What stands in a project's page around these cards. */
export const content = (project: number, list: string) =>
  `<h1>Soak ${project}</h1><p>Project ID: ${project}</p><div id="list">${list}</div>`;

export const answer: Answer = (url) => {
  const [, kind, number] = /^\/projects\/web\/soak-(whole|empty)-(\d+)$/.exec(url.pathname) ?? [];
  if (!kind) return undefined;
  const project = Number(number);
  const list = kind === 'whole' ? cards(project, 0, PER_PAGE) : '';
  const script = `
    window.grow = (cards) => document.querySelector('#list').insertAdjacentHTML('beforeend', cards);
    window.goTo = (path, content) => {
      history.pushState(null, '', path);
      document.querySelector('main').innerHTML = content;
    };`;
  const body = `<!doctype html><link rel="icon" href="data:,"><title>Soak</title><main>${content(project, list)}</main><script>${script}</script>`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
};

const words =
  'boat harbour timber paint sail rope anchor engine deck cabin lamp map wind tide pier crane light cargo net crew booking clinic garden invoice parcel museum ticket bridge window bakery cellar orchard station tunnel river copper'.split(
    ' ',
  );

function card(project: number, n: number): string {
  const name = bidder(project, n);
  let state = (project * 1_000 + n) * 2_654_435_761;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[state % words.length];
  };
  const text = `I would begin number ${n} with ${Array.from({ length: 40 }, word).join(' ')}.`;
  return `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${name}">@${name}</a></fl-username><p class="User-bid-text">${text}</p><p><strong>€${100 + n} EUR</strong> in ${(n % 30) + 1} days</p></div></app-project-view-logged-out-bid-card>`;
}
