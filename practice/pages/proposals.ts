// A project's bids as its signed-in client sees them: the frame comes first, the cards arrive a
// moment later by script, and no state script tells about them.
import type { Bid, Project } from '../data/types.ts';
import { client, person } from './accounts.ts';
import { type Html, html } from './html.ts';
import { avatar, earningsScore, flag, inDays, money, stars } from './parts.ts';
import { projectPath } from './project-state.ts';
import { htmlDocument } from './shell.ts';

export function proposalsPage(project: Project): string {
  const own = client(project.client);
  return htmlDocument({
    title: `Proposals: ${project.title}`,
    signedIn: own,
    content: html`<app-project-view class="ng-star-inserted"><app-project-view-logged-in _nghost-webapp-c4012299187="" class="ng-star-inserted"><div class="Box"><h1>${project.title}</h1><p class="Soft"><a href="${projectPath(project)}/details">Details</a> · Proposals (${project.bids.length})</p></div><app-project-view-proposals class="ng-star-inserted"><app-bid-list-filtering-wrapper><app-bid-list class="ng-star-inserted"><div><div><div></div><div></div><div data-practice-later="/practice/proposals/${project.id}"><fl-spinner class="Soft">Loading proposals…</fl-spinner></div></div></div></app-bid-list></app-bid-list-filtering-wrapper></app-project-view-proposals></app-project-view-logged-in></app-project-view>`,
  });
}

/** All cards of the signed-in view. */
export function proposalCards(project: Project): Html {
  return html`${project.bids.map((bid) => proposalCard(project, bid))}`;
}

function proposalCard(project: Project, bid: Bid): Html {
  const bidder = person(bid.by);
  const verified = bidder.verified
    ? html`<fl-badge data-type="verified" aria-label="Verified Freelancer">✓</fl-badge>`
    : undefined;
  return html`<app-bid-card _ngcontent-webapp-c4012299187="" class="ng-star-inserted"><fl-card class="Box" data-size="mid"><div class="CardBody"><fl-bid-pattern-card class="ng-star-inserted"><div class="Bid">
<fl-link fltrackinglabel="BidAvatar"><a class="LinkElement ng-star-inserted" href="/u/${bid.by}">${avatar(bidder)}</a></fl-link>
<div><div class="Bid-person"><fl-username class="Username"><div class="Username-row"><fl-link fltrackinglabel="BidDisplayName"><a class="LinkElement ng-star-inserted" href="/u/${bid.by}"><span class="Username-displayName"> ${bidder.name} </span></a></fl-link><span class="Username-userId">@${bid.by}</span></div></fl-username>${flag(bidder.country)}<div class="Username-badges">${verified}</div></div><div class="Bid-person">${stars(bidder.rating)}<fl-review-count data-size="mid"><span class="text-foreground text-small"> ${bidder.reviewCount} </span></fl-review-count>${earningsScore(bidder.earnings)}<fl-completed-jobs><p class="text-small Soft"> ${bidder.stats ? `${bidder.stats[0]}%` : 'N/A'} </p></fl-completed-jobs></div><p class="Bid-text text-small" dir="auto"> ${bid.text} </p><p class="Soft">${bidder.headline}</p></div>
<div class="Bid-terms PriceContainer"><p class="text-large font-bold"> ${money(bid.amount, project.currency, true)} </p><p class="text-xsmall"> ${inDays(bid.days)} </p><fl-bid-pattern-card-actions><app-bid-card-actions-pattern><fl-button fltrackinglabel="BidCardChat"><button class="ButtonElement ng-star-inserted" type="button"> Chat </button></fl-button></app-bid-card-actions-pattern></fl-bid-pattern-card-actions></div>
</div></fl-bid-pattern-card></div></fl-card></app-bid-card>`;
}
