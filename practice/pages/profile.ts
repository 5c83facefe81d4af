// The profile of a freelancer with what clients wrote, and the bare profile of a client.
import { countries, localTime } from '../data/countries.ts';
import { reviews } from '../data/reviews.ts';
import type { Client, Person, Review } from '../data/types.ts';
import { client } from './accounts.ts';
import { type Html, html } from './html.ts';
import { avatar, earningsScore, longDate, profileFlag, stars } from './parts.ts';
import { htmlDocument } from './shell.ts';

export function profilePage(person: Person): string {
  const written = reviews[person.handle] ?? [];
  return htmlDocument({
    title: `${person.name} (@${person.handle})`,
    content: html`<app-user-profile-wrapper class="ng-star-inserted"><app-user-profile _nghost-webapp-c1640058212="">
<app-user-profile-summary-body-redesign class="tablet:mb-xxlarge mb-mid ng-star-inserted"><div class="Box">${header(person, person.verified)}
<div class="RatingContainer ng-star-inserted"><app-user-profile-summary-rating-redesign><div class="RatingContainer ng-star-inserted">${stars(person.rating)}<fl-review-count aria-label="Number of reviews metric" class="mat-mdc-tooltip-trigger" data-size="mid" mattooltip="Number of reviews"><span class="text-foreground text-small"> ${person.reviewCount} </span></fl-review-count> ${earningsScore(person.earnings)}</div></app-user-profile-summary-rating-redesign></div>
<app-user-profile-summary-tagline-redesign><h2 class="text-mid">${person.headline}</h2></app-user-profile-summary-tagline-redesign>
${information(person, person.rate)}
<app-user-profile-summary-description-redesign><p class="Content text-small text-left ng-star-inserted" style="max-height: fit-content;"> ${person.about} </p></app-user-profile-summary-description-redesign>
<app-user-profile-summary-reputation-redesign class="ng-star-inserted"><div class="ReputationItems">${reputation(person)}</div></app-user-profile-summary-reputation-redesign>
<app-user-profile-summary-skill-list-redesign class="ng-star-inserted"><div class="SkillsList">${person.skills.map((skill) => html`<fl-bit class="Tag ng-star-inserted"><div class="NativeElement">${skill}</div></fl-bit>`)}</div></app-user-profile-summary-skill-list-redesign>
</div></app-user-profile-summary-body-redesign>
<app-user-profile-reviews-redesign class="ng-star-inserted"><h2>Reviews</h2>${written.length > 0 ? written.map(reviewCard) : html`<p class="Soft">No reviews to see here!</p>`}</app-user-profile-reviews-redesign>
</app-user-profile></app-user-profile-wrapper>`,
  });
}

export function clientPage(account: Client): string {
  return htmlDocument({
    title: `${account.name} (@${account.handle})`,
    content: html`<app-user-profile-wrapper class="ng-star-inserted"><app-user-profile _nghost-webapp-c1640058212=""><app-user-profile-summary-body-redesign class="ng-star-inserted"><div class="Box">${header(account)}<app-user-profile-summary-tagline-redesign></app-user-profile-summary-tagline-redesign>${information(account)}<app-user-profile-summary-description-redesign><p class="Content text-small text-left ng-star-inserted"> </p></app-user-profile-summary-description-redesign></div></app-user-profile-summary-body-redesign></app-user-profile></app-user-profile-wrapper>`,
  });
}

function header(account: Client | Person, verified?: true): Html {
  const badge = verified
    ? html`<fl-badge class="mat-mdc-tooltip-trigger" data-type="verified" mattooltip="Verified Freelancer">✓ Verified</fl-badge>`
    : undefined;
  return html`<div class="SummaryHeader mb-small ng-star-inserted"><app-user-profile-summary-avatar-redesign>${avatar(account)}</app-user-profile-summary-avatar-redesign><app-user-profile-summary-name-redesign><fl-username class="Username" data-compact="false"><div class="Username-row ng-star-inserted" data-size="profile_summary_mobile" data-size-tablet="profile_summary"><h3 class="Username-displayName font-weight-inherit text-foreground ng-star-inserted"> ${account.name} </h3></div><div class="Username-row ng-star-inserted" data-size="profile_summary_mobile"><h3 class="Username-userId Username-userId-heading font-weight-inherit ng-star-inserted">@${account.handle}</h3><div class="Username-badges ng-star-inserted">${badge}</div></div></fl-username></app-user-profile-summary-name-redesign></div>`;
}

function information(account: Client | Person, rate?: number): Html {
  const hourly = rate === undefined ? undefined : html`<div class="HourlyRate">$${rate} USD / hour</div>`;
  return html`<app-user-profile-summary-information-redesign class="ProfileSummaryInformation ng-star-inserted"><div class="UserSummaryInformation"><div class="HourlyRateContainer ng-star-inserted"><div class="ng-star-inserted">${hourly}</div></div><fl-grid class="ng-star-inserted" data-overflow="false"><fl-col class="SupplementaryInfo" data-flex-container="false">${profileFlag(account.country)}<p class="text-small text-left" data-practice-clock="${countries[account.country]?.timezone}"> ${countries[account.country]?.name} (${localTime(account.country)}) </p></fl-col></fl-grid><div><div class="SupplementaryInfo ng-star-inserted"><p class="text-small JoinedDate text-left"> Joined on ${longDate(account.joined)} </p></div></div></div></app-user-profile-summary-information-redesign>`;
}

function reputation(person: Person): Html[] {
  const [jobs, onBudget, onTime, repeatHire] = person.stats ?? [];
  const items: [string, number | undefined][] = [
    ['Jobs Completed', jobs],
    ['On Budget', onBudget],
    ['On Time', onTime],
    ['Repeat Hire Rate', repeatHire],
  ];
  return items.map(
    ([label, value]) =>
      html`<div class="ReputationItem ng-star-inserted"><p class="ReputationItem-label Soft">${label}</p><p class="ReputationItem-value"> ${value === undefined ? 'N/A' : `${value}%`} </p></div>`,
  );
}

function reviewCard(review: Review): Html {
  const author = client(review.from);
  const slug = review.project.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return html`<fl-review-card class="ng-star-inserted"><div class="Box"><div><div>
<fl-text class="Title"><div class="NativeElement ng-star-inserted"><fl-link><a class="LinkElement ng-star-inserted" href="/projects/past/${slug}">${review.project}</a></fl-link></div></fl-text>
${stars(review.stars)}
<fl-text class="Text"><div class="NativeElement ng-star-inserted" dir="auto">${review.text}</div></fl-text>
<div class="InfoContainer">${avatar(author, 'small')}<fl-text><div class="NativeElement ng-star-inserted">${author.name}</div></fl-text><fl-link><a class="LinkElement ng-star-inserted" href="/u/${author.handle}">@${author.handle}</a></fl-link><fl-relative-time><span>${review.ago}</span></fl-relative-time></div>
</div></div></div></fl-review-card>`;
}
