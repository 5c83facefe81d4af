// Builds pages for the tests of the site readers.
export { bidsOf, observe, open, pageOf, projectUrl, seenAt } from '../../scripts/lib/observe.ts';

export interface Bidder {
  user: string;
  text: string;
  amount?: string;
  days?: number;
}

/** A card in markup that no selector of any site knows. */
export const plainCard = ({ user, text, amount = '$300 USD', days = 5 }: Bidder) =>
  `<div class="q1"><div class="q2"><a href="/u/${user}"><img alt="" src="/a.png"></a></div><div class="q3"><span><a href="/u/${user}">@${user}</a></span><p class="q4">${text}</p><div class="q5"><b>${amount}</b> in ${days} days</div><i aria-label="Rating: 4.5 out of 5"></i></div></div>`;

/** A card as the public project page has it. */
export const siteCard = ({ user, text, amount = '$300 USD', days = 5 }: Bidder) =>
  `<app-project-view-logged-out-bid-card class="mb-mid ng-star-inserted"><fl-link fltrackinglabel="ProjectViewLoggedOut-BidAvatar"><a class="LinkElement" href="/u/${user}"><img alt="User Avatar"></a></fl-link><div><fl-username><fl-link><a class="LinkElement" href="/u/${user}">@${user}</a></fl-link></fl-username></div><p class="User-bid-text">${text}</p><div><p class="text-body-16"><strong class="text-foreground"> ${amount} </strong> in ${days} days </p></div></app-project-view-logged-out-bid-card>`;

export const page = (content: string, more = '') =>
  `<!DOCTYPE html><html><body><nav><a href="/u/the-reader">Profile</a></nav><main><h1>Garden club site</h1>${content}</main><footer></footer>${more}</body></html>`;

export const stateScript = (state: unknown) =>
  `<script id="webapp-state" type="application/json">${typeof state === 'string' ? state : JSON.stringify(state)}</script>`;

/** A state script as the public project page has it, around one project. */
export const projectState = (raw: Record<string, unknown>, key = '39000001') =>
  stateScript({ NGRX_STATE: { projectsSeo: { 0: { documents: { [key]: { id: key, rawDocument: raw } } } } } });

const openings = ['Good morning', 'Hello there', 'Greetings', 'Dear gardeners', 'Hi'];
/** Invented bidders, each with a text of their own. */
export const bidders = (count: number): Bidder[] =>
  Array.from({ length: count }, (_, n) => ({
    user: `bidder-${n}`,
    text: `${openings[n % 5]}, number ${n} of the people who would like to build the site of your garden club, with ${n + 3} pages.`,
    amount: `$${100 + n}.00 USD`,
    days: (n % 20) + 1,
  }));
