// The public page of a project, as a visitor sees it: the post, the client, and the first twenty
// bids as cards with a button for more. The state script holds all of them.
import { countries } from '../data/countries.ts';
import type { Bid, Project } from '../data/types.ts';
import { client, person } from './accounts.ts';
import { type Html, html } from './html.ts';
import { avatar, earningsScore, flag, inDays, longDate, money, stars } from './parts.ts';
import { averageBid, budget, projectPath, projectState } from './project-state.ts';
import { htmlDocument } from './shell.ts';

/** How many bids the page shows at once. */
export const CARDS_AT_ONCE = 20;

export function projectPage(project: Project): string {
  const average = money(averageBid(project), project.currency);
  return htmlDocument({
    title: project.title,
    state: projectState(project),
    content: html`<app-project-view class="ng-star-inserted"><app-project-view-logged-out _nghost-webapp-c2719404421="" class="ng-star-inserted"><div class="Columns"><div>
<div class="Box"><h1 class="text-foreground">${project.title}</h1><p class="Soft">${project.awarded ? 'Closed' : 'Open'} · Budget ${budget(project)} · Posted ${longDate(project.opened)}</p><p class="Project-description text-foreground whitespace-pre-line">${project.text}</p><div class="ng-star-inserted">${project.skills.map((skill) => html`<a class="Tag LinkElement" fltrackingsection="ProjectViewLoggedOut" fltrackinglabel="ProjectViewLoggedOut-SkillTag" href="${projectPath(project)}">${skill}</a>`)}</div><p class="Soft">Project ID: ${project.id}</p><p><a href="${projectPath(project)}/proposals">See it as the signed-in client</a></p></div>
<h2 class="ng-star-inserted">${project.bids.length} freelancers are bidding on average ${average} for this job</h2>
<app-project-view-logged-out-freelancers class="ng-star-inserted">${bidCards(project, 0)}</app-project-view-logged-out-freelancers>
</div>${clientInfo(project)}</div></app-project-view-logged-out></app-project-view>`,
  });
}

/** The cards from a position on, and the button for the next ones when there are any. */
export function bidCards(project: Project, from: number): Html {
  const next = from + CARDS_AT_ONCE;
  const more =
    next < project.bids.length
      ? html`<div class="MoreBids ng-star-inserted" data-practice-more="/practice/bids/${project.id}/${next}"><fl-button fltrackingsection="ProjectViewLoggedOut" fltrackinglabel="ProjectViewLoggedOut-ShowMoreBids" data-color="default" data-size="mid"><button class="ButtonElement ng-star-inserted" type="button">Show more bids</button></fl-button></div>`
      : undefined;
  return html`${project.bids.slice(from, next).map((bid) => bidCard(project, bid))}${more}`;
}

function bidCard(project: Project, bid: Bid): Html {
  const bidder = person(bid.by);
  const reviews = html`<div class="ReviewCount ng-star-inserted" data-icon-size="mid"> (${bidder.reviewCount} ${bidder.reviewCount === 1 ? 'review' : 'reviews'}) </div>`;
  return html`<app-project-view-logged-out-bid-card _ngcontent-webapp-c2719404421="" class="mb-mid ng-star-inserted"><div class="Box Bid">
<fl-link fltrackingsection="ProjectViewLoggedOut" fltrackinglabel="ProjectViewLoggedOut-BidAvatar" data-color="default" data-size="body-16" data-display="inline"><a class="LinkElement ng-star-inserted" tabindex="0" href="/u/${bid.by}" target="_self">${avatar(bidder)}</a></fl-link>
<div><div class="Bid-person"><fl-username><div><span><fl-link><a class="LinkElement" data-icon-gap="xxxsmall" data-flex-direction="row" href="/u/${bid.by}" target="_self">@${bid.by}</a></fl-link></span></div></fl-username>${flag(bidder.country)}</div><p class="User-bid-text whitespace-pre-line" dir="auto"> ${bid.text} </p></div>
<div class="Bid-terms"><p class="text-body-16 mb-xxxsmall"><strong class="text-foreground text-body-16"> ${money(bid.amount, project.currency)} </strong> ${inDays(bid.days)} </p>${stars(bidder.rating, reviews)}${earningsScore(bidder.earnings)}${project.awarded === bid.by ? html`<fl-badge data-type="awarded">Awarded</fl-badge>` : undefined}</div>
</div></app-project-view-logged-out-bid-card>`;
}

function clientInfo(project: Project): Html {
  const poster = client(project.client);
  return html`<app-project-view-logged-out-client-info class="ng-star-inserted"><div class="Box"><h2 style="margin-top: 0">About the client</h2><p>${flag(poster.country)} ${poster.city}, ${countries[poster.country]?.name}</p>${stars(0, html`<div class="ReviewCount"> (0 reviews) </div>`)}<p class="Soft">Member since ${longDate(poster.joined)}</p><ul class="Plain Soft"><li>Payment verified</li><li>Email verified</li><li>Phone verified</li></ul></div></app-project-view-logged-out-client-info>`;
}
