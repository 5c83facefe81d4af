// The pieces that several practice pages share, with the tags and attributes of the real ones:
// avatar, flag, stars, money.
import { countries } from '../data/countries.ts';
import type { Post } from '../data/types.ts';
import { pictureAddress } from './accounts.ts';
import { type Html, html } from './html.ts';

/** A freelancer's picture, as a client's account has none: the first letters of the name in a coloured circle. */
export function avatar(account: { name: string; handle: string }, size: 'small' | 'large' = 'large'): Html {
  const address = pictureAddress(account.handle);
  const picture = address
    ? html`<fl-picture alt="User Avatar" class="UserAvatar-img ng-star-inserted" title="${account.handle}"><img class="ImageElement IsShown ng-star-inserted" alt="User Avatar" src="${address}"></fl-picture>`
    : html`<div class="UserAvatarLetter ng-star-inserted" style="background: ${tone(account.handle)}">${initials(account.name)}</div>`;
  return html`<fl-user-avatar class="mr-small ng-star-inserted" data-size="${size}"><div class="UserAvatar UserAvatar-${size} ng-star-inserted" data-online-status="false">${picture}</div></fl-user-avatar>`;
}

/** The picture behind a freelancer's picture address. */
export function personPicture(account: { name: string; handle: string }): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${tone(account.handle)}"/><text x="24" y="30" font-family="sans-serif" font-size="18" font-weight="600" fill="#fff" text-anchor="middle">${initials(account.name)}</text></svg>`
    .text;
}

function initials(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => [...word][0]);
  return letters.join('').toUpperCase();
}

function tone(handle: string): string {
  const hue = [...handle].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7);
  return `hsl(${hue} 38% 40%)`;
}

const flagAddress = (country: string) => `/assets/main/en/assets/flags/${country}.png`;

/** The flag of a country on a bid card, where the alternative text names it. */
export function flag(country: string): Html {
  const name = (countries[country]?.name ?? '').toUpperCase();
  return html`<fl-flag><img class="mat-mdc-tooltip-trigger FlagImage" alt="Flag of ${name}" src="${flagAddress(country)}" data-size="mid"></fl-flag>`;
}

/** The flag on a profile, where the alternative text is empty and only the address tells the country. */
export function profileFlag(country: string): Html {
  return html`<fl-flag class="Flag mr-xxsmall"><img alt="Flag of " class="FlagImage" data-size="mid" role="presentation" src="${flagAddress(country)}" title=""></fl-flag>`;
}

/** The picture behind a flag's address: its two letters, since nobody judges a flag here. */
export function flagPicture(country: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 24"><rect width="36" height="24" rx="3" fill="#7b8794"/><text x="18" y="17" font-family="sans-serif" font-size="14" font-weight="700" fill="#fff" text-anchor="middle">${country.toUpperCase()}</text></svg>`;
}

/** An average as the site's state has it: never a round number (4.9 is 4.899999999999999). */
export function noisy(rating: number): number {
  return rating === 0 ? 0 : rating - 1e-15;
}

/** Stars with their accessible name, and the number beside them. */
export function stars(rating: number, reviews?: Html): Html {
  const shown = rating.toFixed(1);
  return html`<fl-rating class="mb-xxsmall" data-display-inline="false" data-read-only="true" data-compact="false" data-type="stars"><div class="RatingContainer"><div class="LayerGroup mr-xxxsmall" aria-label="Rating: ${shown} out of 5" data-compact="false" data-rating="${noisy(rating)}" data-read-only="true" role="img" tabindex="0"><div class="IconLayer ng-star-inserted" style="width: ${Math.round(rating * 20)}%"></div></div></div><div class="ValueBlock mr-xxxsmall ng-star-inserted" data-icon-size="mid"> ${shown} </div>${reviews}</fl-rating>`;
}

/** The earnings score, 0 to 10. */
export function earningsScore(score: number): Html {
  return html`<fl-earnings data-size="small"><div class="EarningsContainer"><p class="EarningsText text-body-16 text-foreground ng-star-inserted" data-size="small" data-compact="false"> ${score.toFixed(1)} </p></div></fl-earnings>`;
}

/** An amount as the site writes it: `€4,400 EUR`, with `cents` `€4,400.00 EUR`. */
export function money(amount: number, currency: Post['currency'], cents = false): string {
  const digits = cents ? 2 : 0;
  const number = amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${currency.sign}${number} ${currency.code}`;
}

/** `in 1 day`, `in 30 days`. */
export function inDays(days: number): string {
  return `in ${days} ${days === 1 ? 'day' : 'days'}`;
}

/** `December 23, 2025`. */
export function longDate(date: string): string {
  return new Date(date).toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'long' });
}
