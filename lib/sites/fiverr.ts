// Fiverr: sellers' pages and gigs with the reviews clients wrote about them, the offers on a client's brief,
// search results and inbox threads. Pages carry their state in one script; what it calls buying reviews are
// the reviews by buyers about this seller. Seen in saved pages of August and September 2025 and in working
// readers of 2025 and 2026; how the offers on a brief are built is not documented anywhere.
import { accountIn, stepsOf } from '../reading/address.ts';
import { definedFields, type Json, numberIn, objectIn, objectsIn, stringIn } from '../reading/json.ts';
import type { Value } from '../reading/reading.ts';
import type { FieldTable, PageAddress, Site, StateReading, StateSighting } from '../reading/site.ts';
import { findInState } from '../reading/state.ts';
import { attributeOf } from '../reading/walk.ts';

const home = 'https://www.fiverr.com';

/** First steps of addresses that look like a seller's name and are the site's own pages. */
const reserved = new Set(
  (
    'about academy activities affiliates agencies analytics background_check billing briefs business buyers ' +
    'buyer_briefs catalog categories certified chat checkout collaborate collections community compliance connections content ' +
    'conversations coupons cp custom_offers custom_orders customer_care dashboard delivery domain earnings ecommerce ' +
    'events experiments faq favorites feedback fiverr_academy fiverrlearn fiverrpay fiverrworkspace freelancers gigs giving hire home ' +
    'identification impressum inbox index industries insights inspire internal invitations jobs join landing levels linker listings ' +
    'lists localization login logout loyalty manage_gigs manage_orders manage_requests messages messaging mobile my_profile news ' +
    'offerings onboarding orders pages partnerships payments payouts policies portfolio press pro ' +
    'professions profiles programs promoted_gigs public purchases ratings recommendations referral_program reports resolution ' +
    'resolution_center resources reviews roles search search_results select seller seller_dashboard seller_onboarding seller_plus ' +
    'seller_profile sellers settings share signup social start_selling stores stories studios support support_tickets team ' +
    'terms_of_service testimonials tools trust_safety users verification verifications video_meetings workspace workspaces'
  ).split(' '),
);

const reviews: FieldTable = {
  from: ['.reviewer-details h5', '[class*="reviewer"] h5', '.user-profile-image img[alt]@alt'],
  rating: ['.orca-rating .rating-score', '.rating-score', '.total-rating-out-five', '.orca-rating strong'],
  text: ['.reliable-review-description', '.review-description'],
  at: ['time@datetime', 'time'],
};

const gigSeller: FieldTable = {
  name: ['.seller-overview .seller-link', '[class*="seller"] a[href^="/"]:not([href*="/inbox"],[class*="contact" i])'],
  headline: ['.one-liner'],
  country: ['{from} strong', '.user-stats li:first-child strong'],
  memberSince: ['{member since} strong'],
  about: ['.seller-desc .inner', '[class*="seller-desc"]'],
  languages: ['{languages} strong'],
  // Not what is over the gig, which is the gig's own.
  rating: ['.seller-rating .rating-score', '.profile-card .rating-score', '.seller-card :not(li) > strong'],
  reviewCount: [
    '.seller-rating .ratings-count',
    '.profile-card .rating-score + span',
    '.seller-card :not(li) > strong + span',
  ],
  responseHours: ['{avg. response time} strong'],
};

export const fiverr: Site = {
  id: 'fiverr',
  name: 'Fiverr',
  hosts: ['fiverr.com'],
  classifyUrl,
  accountAt: (url) => seller(stepsOf(url)),
  // Reviewers and contacts are shown by a picture that has their name, without a link.
  idAttributes: ['figure[title]@title'],
  profileUrl: (name) => `${home}/${encodeURIComponent(name)}`,
  dollar: 'USD',
  tables: {
    profile: {
      login: ['[aria-label="Username"]'],
      name: ['h1[aria-label="Public Name"]'],
      headline: ['[class*="one-liner"]'],
      about: ['{about me} div'],
      languages: ['[data-testid="languages-to-show"]', '.languages li[]'],
      rating: ['[aria-label="Rating"] .rating-score'],
      reviewCount: ['[aria-label="Rating"] .rating-count-number', '[aria-label="Rating"] .ratings-count'],
      memberSince: ['{member since} strong'],
      skills: ['[aria-label="Skills List"] a[]', '[data-testid="skill-item"][]'],
      responseHours: ['[data-testid="response-time"]'],
      avatar: ['h1 ~ figure img@src', 'figure[title] img@src'],
    },
    reviews: {
      card: ['.freelancer-review-item-wrapper', 'li.review-item-component', 'li.review-item'],
      fields: reviews,
    },
    people: {
      card: ['.gig-card-layout'],
      fields: {
        name: ['figure[title]@title', '.seller a[href*="source=gig_cards"]', '.seller a'],
        rating: ['.rating-score'],
        reviewCount: ['.rating-count-number', '.ratings-count'],
      },
    },
    messages: {
      card: ['.message-flow .message-wrapper', '.message-flow .message'],
      mine: /^me$/i,
      // The marketplace's own assistant writes in the seller's threads as well.
      stranger: 'nobody',
      fields: {
        author: ['.header p', 'figure[title]@title'],
        sentAt: ['time@datetime', 'time'],
        text: ['.message-content:not([class*="assistant" i] *)'],
      },
    },
    thread: { name: ['.conversation header h3', '.conversation header a', '[data-testid="conversation-header"] p'] },
  },
  tablesByPage: { reviews: { profile: gigSeller } },
  boilerplate: {
    elements:
      '.message-content .header,.message-content time,[role="button"],[role="order-card"],.review_seller_comment_is_shown-wrapper,.country',
    words:
      /^(?:we have your back|for added safety\b.*|this message relates to\b.*|fiverr pro|replied|view (?:offer|brief)|repeat client|level (?:1|2|one|two)|top rated)$/i,
  },
  counts: {
    bids: {
      places: ['[role="tab"]', 'h2', 'h3'],
      pattern: /\boffers?\s*\(([\d.,]{1,9})\)|^([\d.,]{1,9}) offers?\b/i,
      none: /\b(?:no offers yet|(?:have not|haven't) received any offers)\b/i,
    },
    reviews: { places: ['p', 'h2', '.ratings-count'], pattern: /^([\d.,]{1,9}) reviews for this gig\b/i },
  },
  expects: {
    bids: ['bid.text'],
    profile: [
      'profile.name',
      'profile.country',
      'profile.memberSince',
      'profile.reviewCount',
      'review.text',
      'review.rating',
      'review.at',
    ],
    reviews: ['review.text', 'review.rating', 'review.at'],
    messages: ['message.text', 'message.sentAt'],
    search: ['profile.name'],
  },
  unproven: ['bids', 'messages'],
  inbox: {
    opens: '[data-testid="contact"]',
    named: 'figure[title]',
    accountOf: (picture) => accountIn(attributeOf(picture, 'title') ?? ''),
    // The first words beside the picture.
    name: ':is(p,span):not(:has(*),figure *)',
  },
  readState,
};

function classifyUrl(url: URL): PageAddress | undefined {
  const [first = '', second, third, fourth] = stepsOf(url);
  if (first === 'inbox') {
    const account = accountIn(second);
    return account
      ? { page: 'messages', account, thread: account, canonical: `${home}/inbox/${account}` }
      : { page: 'messages', canonical: `${home}/inbox` };
  }
  if (first === 'briefs') {
    const isOffers = second === 'manage' && third && /^\w{4,60}$/.test(third) && fourth === 'offers';
    return isOffers ? { page: 'bids', project: third, canonical: `${home}/briefs/manage/${third}/offers` } : undefined;
  }
  if (first === 'search' || first === 'categories' || (first === 'gigs' && second))
    return { page: 'search', canonical: home + url.pathname };
  const account = seller(stepsOf(url));
  if (account === undefined) return undefined;
  const isGig = first !== 'users' && second !== undefined;
  const canonical = fiverr.profileUrl(account) ?? home;
  return isGig
    ? { page: 'reviews', account, canonical: `${canonical}/${encodeURIComponent(second)}` }
    : { page: 'profile', account, canonical };
}

/** The seller of a profile's or a gig's address: `/name`, `/users/name`, `/name/gig`. */
function seller([first = '', second, third]: readonly string[]): string | undefined {
  if (third !== undefined) return undefined;
  const name = accountIn(first === 'users' ? second : first);
  return name && /^[a-z][a-z0-9_]{2,30}$/.test(name) && !reserved.has(name) ? name : undefined;
}

/** What the page's own program knows of the seller and their reviews, if the page is theirs. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  if (at.account === undefined || (at.page !== 'profile' && at.page !== 'reviews')) return undefined;
  const account = at.account;
  for (const { holder } of findInState(document, 'script#perseus-initial-props', 'seller')) {
    const owner = objectIn(holder, 'seller');
    const user = objectIn(owner, 'user');
    if (stringIn(user, 'name')?.toLowerCase() !== account) continue;
    const list = objectIn(objectIn(holder, 'reviewsData'), 'buying_reviews') ?? objectIn(holder, 'reviews');
    const given = objectsIn(list, 'reviews').flatMap((one) => reviewIn(one, account));
    const total = numberIn(list, 'total_count');
    return {
      sightings: [
        { kind: 'profile', ids: { account }, said: profileIn(owner, user, objectIn(holder, 'sellerCard')) },
        ...given,
      ],
      ...(total !== undefined && { of: { reviews: total } }),
    };
  }
  return undefined;
}

function profileIn(owner: Json | undefined, user: Json | undefined, card: Json | undefined): Record<string, Value> {
  const address = objectIn(user, 'address');
  const rating = objectIn(owner, 'rating');
  const cents = numberIn(objectIn(owner, 'hourlyRate'), 'priceInCents');
  return definedFields({
    name: stringIn(objectIn(user, 'profile'), 'displayName'),
    headline: stringIn(owner, 'oneLinerTitle') ?? stringIn(card, 'oneLiner'),
    about: stringIn(owner, 'description') ?? stringIn(card, 'description'),
    country: stringIn(address, 'countryCode') ?? stringIn(address, 'countryName'),
    timezone: stringIn(objectIn(user, 'localization'), 'timezone'),
    memberSince: dayOf(numberIn(user, 'joinedAt') ?? numberIn(card, 'memberSince')),
    languages: words(user, 'languages', 'code') ?? words(card, 'proficientLanguages', 'name'),
    hourlyRate: cents ? `${cents / 100} USD` : undefined,
    skills: words(owner, 'activeStructuredSkills', 'name'),
    education: objectsIn(owner, 'activeEducations').flatMap((one) => {
      const school = stringIn(one, 'school') ?? stringIn(one, 'institution');
      const degree = [stringIn(one, 'degreeTitle'), stringIn(one, 'degree')].filter(Boolean).join(', ');
      const to = numberIn(one, 'toYear');
      return school ? [{ school, ...(degree && { degree }), ...(to && { to: String(to) }) }] : [];
    }),
    employment: objectsIn(objectIn(owner, 'workExperiences'), 'nodes').flatMap(employmentIn),
    portfolio: objectsIn(objectIn(owner, 'portfolios'), 'nodes').flatMap((one) => {
      const title = stringIn(one, 'title');
      return title ? [{ title }] : [];
    }),
    avatar: stringIn(user, 'profileImageUrl'),
    verified: owner?.isVerified === true ? ['verified'] : undefined,
    rating: numberIn(rating, 'score') ?? numberIn(card, 'rating'),
    reviewCount: numberIn(rating, 'count') ?? numberIn(card, 'ratingsCount'),
    responseHours: numberIn(objectIn(owner, 'responseTime'), 'inHours') ?? numberIn(card, 'responseTime'),
  });
}

/** No such entry has been seen; they are taken to be written as the clients on the same page are. */
function employmentIn(one: Json): Record<string, string>[] {
  const employer =
    stringIn(objectIn(one, 'company'), 'name') ?? stringIn(one, 'companyName') ?? stringIn(one, 'company');
  const title = stringIn(one, 'title') ?? stringIn(one, 'jobTitle') ?? stringIn(one, 'position');
  const [from, to] = ['startedAt', 'endedAt'].map((key) => dayOf(numberIn(one, key))?.slice(0, 7));
  return employer ? [{ employer, ...(title && { title }), ...(from && { from }), ...(to && { to }) }] : [];
}

function reviewIn(one: Json, to: string): StateSighting[] {
  const from = stringIn(one, 'username');
  const at = stringIn(one, 'created_at') ?? numberIn(one, 'created_at');
  if (!from || from.length > 100) return [];
  // Its times name no zone; they are UTC.
  const zoned = typeof at === 'string' && /^[\d-]{10}T[\d:.]{5,15}$/.test(at) ? `${at}Z` : at;
  const said = definedFields({ rating: numberIn(one, 'value'), text: stringIn(one, 'comment'), at: zoned });
  return [{ kind: 'review', ids: { from, to }, said }];
}

function words(holder: Json | undefined, list: string, key: string): string[] | undefined {
  const all = objectsIn(holder, list).flatMap((one) => stringIn(one, key) ?? []);
  return all.length ? all : undefined;
}

/** A day from seconds since 1970. */
function dayOf(seconds: number | undefined): string | undefined {
  return seconds && seconds > 1e9 && seconds < 1e10 ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined;
}
