// Each marketplace's addresses and accounts, and the markup that it is known to have for a card, a profile or a project.
// Made from what is written of their pages; where nobody has shown a page, only the general designs are made.
import type { Random } from '../random.ts';
import { tags } from './design.ts';
import { escaped, type Words } from './words.ts';

/** Somebody on a list, ready to be drawn. Values are absent where the page leaves them out. */
export interface Drawn {
  account: string;
  href: string;
  name: string;
  headline?: string;
  place?: { city: string; country: string; code: string };
  text?: string;
  amount?: string;
  days?: number;
  at?: string;
  rating?: number;
  reviews?: number;
  skills?: string[];
  rate?: string;
  success?: number;
}

/** Everything a profile page shows. */
export interface DrawnProfile extends Drawn {
  about?: string;
  since?: string;
  localTime?: string;
  given: { author: string; href?: string; rating?: number; text?: string; at?: string; title?: string }[];
  /** How many reviews the page says there are. */
  counted: number;
  employment?: { title: string; employer: string; period: string }[];
  education?: { school: string; degree: string; period: string }[];
}

export interface Shape {
  id: string;
  languages: readonly string[];
  currencies: readonly string[];
  /** True where pages never leave open whose dollar a "$" is. */
  isCoded?: boolean;
  account(dice: Random, n: number): string;
  profile(account: string): string;
  /** Whoever is signed in and is nobody on the page. */
  own: string;
  bids?: string;
  people?: string;
  /** The site's own markup of a bidder's card; what it leaves out is cleared from the truth. */
  ownBid?: OwnCard;
  ownPerson?: OwnCard;
  ownProfile?: { draw(person: DrawnProfile, dice: Random, words: Words): string; without?: readonly string[] };
  /** Whether reviewers are linked to their own pages, as freelancers are; a name in a heading else. */
  reviewersAre?: 'linked';
  hasProfile?: boolean;
}

export interface OwnCard {
  wrap(cards: string): string;
  draw(person: Drawn, dice: Random, words: Words): string;
  /** Fields that this markup never shows. */
  without: readonly (keyof Drawn)[];
}

const hex = (dice: Random, length: number) => Array.from({ length }, () => dice.int(0, 15).toString(16)).join('');
const when = (html: string | undefined, make: (html: string) => string) => (html === undefined ? '' : make(html));
const login = (dice: Random, n: number) =>
  `${dice.pick(['mill', 'orchard', 'ward', 'kiln', 'quire'])}${dice.pick(['_', '-', ''])}${dice.pick(['hand', 'keeper', 'maps'])}${n}${dice.int(10, 99)}`;
const plainLogin = (dice: Random, n: number) => login(dice, n).replace(/[-_]/g, '');

const freelancer: Shape = {
  id: 'freelancer',
  languages: ['en', 'es', 'pt', 'fr', 'de'],
  currencies: ['USD', 'EUR', 'INR', 'GBP'],
  isCoded: true,
  account: plainLogin,
  profile: (account) => `/u/${account}`,
  own: '<app-navigation><a href="/u/who-reads">Me</a></app-navigation>',
  bids: 'https://www.freelancer.com/projects/design/orchard-labels-39120042/proposals',
  people: 'https://www.freelancer.com/freelancers/poland/design/2',
  reviewersAre: 'linked',
  ownBid: {
    wrap: (cards) =>
      `<app-project-view-logged-in><app-project-view-proposals><app-bid-list><div>${cards}</div></app-bid-list></app-project-view-proposals></app-project-view-logged-in>`,
    draw: (p, _, words) =>
      `<app-bid-card><fl-card><fl-bid-pattern-card><fl-user-avatar><a href="${p.href}"><img alt="User Avatar" src="/ppic/1/logo/2/p.png"></a></fl-user-avatar><fl-username><a href="${p.href}"><div class="Username-displayName">${escaped(p.name)}</div></a></fl-username>${when(p.place?.code, (code) => `<fl-flag><img class="FlagImage" alt="Flag of ${p.place?.country.toUpperCase()}" src="/flags/${code.toLowerCase()}.png"></fl-flag>`)}<fl-badge data-type="verified"></fl-badge>${p.rating === undefined ? '' : `<fl-rating><div class="LayerGroup" data-rating="${p.rating}" role="img" aria-label="${words.rating}: ${p.rating.toFixed(1)} ${words.outOf} 5"></div><div class="ValueBlock">${p.rating.toFixed(1)}</div></fl-rating><fl-review-count><span>${p.reviews}</span></fl-review-count>`}<div class="PriceContainer">${when(p.amount, (amount) => `<div class="text-large font-bold"> ${amount} </div>`)}${p.days === undefined ? '' : `<div class="text-xsmall">${words.inDays(p.days)}</div>`}</div>${when(p.text, (text) => `<p class="whitespace-pre-line">${escaped(text)}</p>`)}<fl-bid-pattern-card-actions><app-bid-card-actions-pattern><fl-button><button>Chat</button></fl-button></app-bid-card-actions-pattern></fl-bid-pattern-card-actions></fl-bid-pattern-card></fl-card></app-bid-card>`,
    without: ['headline', 'at', 'skills', 'rate', 'success'],
  },
  ownProfile: {
    draw: (p, _, words) =>
      `<app-user-profile-summary-body-redesign><h3 class="Username-displayName">${escaped(p.name)}</h3><h3 class="Username-userId">@${p.account}</h3><app-user-profile-summary-rating-redesign><fl-rating><div class="LayerGroup" data-rating="${p.rating ?? 0}" aria-label="${words.rating}: ${(p.rating ?? 0).toFixed(1)} ${words.outOf} 5"></div></fl-rating><fl-review-count><span>${p.counted}</span></fl-review-count></app-user-profile-summary-rating-redesign>${when(p.headline, (text) => `<app-user-profile-summary-tagline-redesign><h2>${escaped(text)}</h2></app-user-profile-summary-tagline-redesign>`)}${when(p.place?.code, (code) => `<div><img class="FlagImage" alt="Flag of " src="https://www.f-cdn.com/flags/${code.toLowerCase()}.png"><span>${p.place?.country} (2:34 PM)</span></div>`)}${when(p.since, (since) => `<p class="JoinedDate">Joined on ${since}</p>`)}${when(p.rate, (rate) => `<div class="HourlyRateContainer"><p>${rate} / hour</p></div>`)}${when(p.about, (text) => `<app-user-profile-summary-description-redesign><p class="Content">${escaped(text)}</p></app-user-profile-summary-description-redesign>`)}</app-user-profile-summary-body-redesign>${p.given.map((one) => `<fl-review-card><div class="InfoContainer"><fl-user-avatar><img alt="User Avatar"></fl-user-avatar><fl-text><fl-link><a href="/projects/design/${'orchard-labels'}">${one.title}</a></fl-link></fl-text><fl-text><fl-link><a href="${one.href}">@${one.author}</a></fl-link></fl-text>${one.rating === undefined ? '' : `<fl-rating aria-label="${words.rating}: ${one.rating.toFixed(1)} ${words.outOf} 5"></fl-rating>`}</div><fl-text><p>${escaped(one.text ?? '')}</p></fl-text>${when(one.at, (at) => `<fl-relative-time><span>${at}</span></fl-relative-time>`)}</fl-review-card>`).join('')}`,
    without: ['skills', 'employment', 'education'],
  },
};

const upwork: Shape = {
  id: 'upwork',
  languages: ['en'],
  currencies: ['USD'],
  account: (dice, n) => `~01${dice.int(10_000_000, 99_999_999)}${10_000_000 + n}`,
  profile: (account) => `/freelancers/${account}`,
  own: '<nav><a href="/freelancers/~01ffffffffffffffff">Me</a></nav>',
  bids: 'https://www.upwork.com/nx/applicants/1903920441770551296/applicants',
  people: 'https://www.upwork.com/nx/search/talent?q=maps',
  ownBid: {
    wrap: (cards) => `<table><tbody>${cards}</tbody></table>`,
    draw: (p, dice) =>
      `<tr data-ev-position_on_page="1" data-ev-contractor_uid="&quot;17${p.account.slice(3)}&quot;"><td><div class="air3-avatar"><img alt="${escaped(p.name)}" height="60" src="/profile-portraits/x"></div></td><td><span class="h6">${escaped(p.name)}</span>${when(p.headline, (text) => `<div id="air3-line-clamp-${dice.int(1, 99)}" class="air3-line-clamp">${escaped(text)}</div>`)}${when(p.place?.country, (country) => `<div class="font-weight-base">${country}</div>`)}<div>${when(p.rate, (rate) => `<span>${rate}/hr</span>`)}${p.success === undefined ? '' : `<span>${p.success}% Job Success</span>`}<span>$20K+ earned</span><span>412 total hours</span></div>${when(p.text, (text) => `<div><strong>Cover letter</strong><div class="air3-line-clamp"><span>${escaped(text)}</span></div></div>`)}${p.skills ? `<ul>${p.skills.map((skill) => `<li class="air3-token"><span>${escaped(skill)}</span></li>`).join('')}</ul>` : ''}</td><td><button aria-label="Shortlist ${escaped(p.name)}"></button><button aria-label="Archive ${escaped(p.name)}"></button><button data-test="MessageButton" aria-label="${escaped(p.name)}">Message</button></td></tr>`,
    without: ['amount', 'days', 'at', 'rating', 'reviews'],
  },
  ownPerson: {
    wrap: (cards) => `<section>${cards}</section>`,
    draw: (p) =>
      `<article data-test="FreelancerTile" id="talent-tile-17${p.account.slice(3)}" data-ev-contractor_uid="17${p.account.slice(3)}" data-ev-label="search_results_impression"><div data-test="FreelancerAvatar"><img alt="" src="/profile-portraits/y"></div><h5 class="name"><a class="profile-link" href="${p.href}"><span data-test="UpLineClamp">${escaped(p.name)}</span></a></h5>${when(p.headline, (text) => `<h4 class="title"><a href="${p.href}">${escaped(text)}</a></h4>`)}${when(p.place?.country, (country) => `<p class="location">${country}</p>`)}${when(p.rate, (rate) => `<span data-test="rate-per-hour">${rate}/hr</span>`)}${p.success === undefined ? '' : `<div data-test="freelancer-tile-job-success"><span data-test="UpI18n">${p.success}% Job Success</span></div>`}<div data-test="freelancer-tile-earnings"><strong>$30K+</strong> earned<div hidden>11 hourly jobs | 1 fixed price job | 938 hours worked</div></div>${p.skills ? `<div data-test="FreelancerTileSkills">${p.skills.map((skill) => `<button class="air3-token">${escaped(skill)}</button>`).join('')}<div>+3</div></div>` : ''}</article>`,
    without: ['text', 'amount', 'days', 'at', 'rating', 'reviews'],
  },
  ownProfile: {
    draw: (p, dice) =>
      `<main id="main"><div class="visitor-profile-redesign"><div class="profile-container" itemscope itemtype="http://schema.org/Person"><div class="cfe-ui-profile-identity"><h2 itemprop="name">${escaped(p.name)}</h2><div id="location-time-vertical"><span itemprop="locality">${p.place?.city ?? ''}</span>, <span itemprop="country-name">${p.place?.country ?? ''}</span><span class="flex-shrink-0"><span>1:06 pm local time</span></span></div></div><div hidden>Top Rated Plus talent is highly rated</div><section class="air3-card-section"><h2 class="mb-0 h4">${escaped(p.headline ?? '')}</h2>${when(p.rate, (rate) => `<h3>${rate}/hr</h3>`)}<span class="text-pre-line break">${escaped(p.about ?? '')}</span></section><section><h4>Skills</h4>${(p.skills ?? []).map((skill) => `<span class="air3-token"><span class="skill-name">${escaped(skill)}</span></span>`).join('')}</section><section class="work-history-section"><h4>Work history</h4><div id="jobs_completed_desktop">${p.given.map((one) => `<div class="assignments-item"><h5>${one.title}</h5>${one.rating === undefined ? '' : `<div class="air3-rating"><div class="air3-rating-background"><span class="sr-only">Rating is ${one.rating} out of 5</span></div><strong class="air3-rating-value-text">${one.rating.toFixed(1)}</strong></div>`}${when(one.at, (at) => `<div class="text-base-sm text-stone">Jan 5, 2019 - ${at}</div>`)}${when(one.text, (text) => `<div class="feedback"><em class="highlighted-truncation"><span>${escaped(text)}</span></em></div>`)}<div class="air3-grid-container"><div class="span-4"><strong>$${dice.int(100, 999)}.00</strong> Fixed-price</div></div></div>`).join('')}</div></section></div></div></main>`,
    without: ['since', 'rating', 'employment', 'education'],
  },
};

const fiverr: Shape = {
  id: 'fiverr',
  languages: ['en', 'es', 'fr', 'de', 'pt'],
  currencies: ['USD', 'EUR', 'GBP'],
  account: (dice, n) => login(dice, n).replace('-', '_'),
  profile: (account) => `/${account}`,
  own: '<header><a href="/who_reads">Me</a></header>',
  bids: 'https://www.fiverr.com/briefs/manage/67f0c1d2e3a4b5c6d7e8fa01/offers',
  people: 'https://www.fiverr.com/search/gigs?query=maps',
  ownPerson: {
    wrap: (cards) => `<div class="listing-container">${cards}</div>`,
    draw: (p, dice) => {
      const gig = `${p.href}/draw-a-map-of-your-${dice.pick(['village', 'harbour', 'garden'])}?pos=${dice.int(1, 40)}`;
      return `<div class="gig-card-layout"><div class="basic-gig-card"><a class="media" href="${gig}" aria-label="Go to gig"><img alt="a map" src="/g.jpg"></a><div class="seller"><figure title="${escaped(p.name)}"><img alt="${escaped(p.name)}" src="/p.png"></figure><a href="${p.href}?source=gig_cards"><span>${escaped(p.name)}</span></a>${dice() < 0.4 ? '<div class="level"><p>Level 2</p></div>' : ''}</div><a href="${gig}"><p role="heading" aria-level="3">I will draw a map of your village in ink</p></a>${p.rating === undefined ? '' : `<div class="orca-rating"><strong class="rating-score">${p.rating.toFixed(1)}</strong><span class="rating-count-number">(${p.reviews})</span></div>`}<a href="${gig}"><span>From <span>$${dice.int(5, 300)}</span></span></a></div></div>`;
    },
    without: ['headline', 'place', 'text', 'amount', 'days', 'at', 'skills', 'rate', 'success'],
  },
  ownProfile: {
    draw: (p, dice, words) =>
      `<main><div class="seller-card"><div class="_${hex(dice, 6)}"><h1 aria-label="${escaped(p.name)}">${escaped(p.name)}</h1><div data-testid="username">@${p.account}</div>${when(p.headline, (text) => `<p class="one-liner">${escaped(text)}</p>`)}${p.rating === undefined ? '' : `<div class="orca-rating"><strong class="rating-score">${p.rating.toFixed(1)}</strong> (${p.counted})</div>`}</div><ul class="user-stats"><li>${words.from}<strong>${p.place?.country ?? ''}</strong></li>${when(p.since, (since) => `<li>${words.since}<strong>${since}</strong></li>`)}</ul>${when(p.about, (text) => `<h2>About me</h2><div class="inner">${escaped(text)}</div>`)}${p.skills ? `<h2>${words.skills}</h2><ul>${p.skills.map((skill) => `<li data-testid="skill-item">${escaped(skill)}</li>`).join('')}</ul>` : ''}</div><h2>${p.counted} ${words.reviews}</h2><ul>${p.given.map((one) => `<li class="freelancer-review-item-wrapper"><figure title="${one.author}"><img alt="${one.author}"></figure><p>${one.author}</p><div class="country"><p>Ireland</p></div>${one.rating === undefined ? '' : `<div class="orca-rating"><strong class="rating-score">${one.rating}</strong></div>`}${when(one.at, (at) => `<time>${at}</time>`)}<div class="review-description"><p>${escaped(one.text ?? '')}</p></div></li>`).join('')}</ul></main>`,
    without: ['rate', 'employment', 'education'],
  },
};

const workana: Shape = {
  id: 'workana',
  languages: ['pt', 'es', 'en'],
  currencies: ['BRL', 'USD'],
  isCoded: true,
  account: (dice) => hex(dice, 32),
  profile: (account) => `https://www.workana.com/freelancer/${account}`,
  own: `<nav><a href="/freelancer/${'beadcafe'.repeat(4)}">Meu perfil</a></nav>`,
  bids: 'https://www.workana.com/job/mapa-dos-pomares',
  ownBid: {
    wrap: (cards) => `<section class="contenders">${cards}</section>`,
    draw: (p, dice) =>
      `<div class="contender-card"><div class="wk-user-info"><a href="${p.href}"><img src="/p.jpg" alt=""></a><p class="user-name"><a href="${p.href}">${escaped(p.name)}</a><span class="badge badge-new" style="display: none">Novo</span><span class="badge badge-featured" style="display:none">Favorito</span></p>${p.rating === undefined ? '' : `<div class="profile-stars"><span class="stars-bg" title="${p.rating.toFixed(1)} de 5.00"><span class="stars-fill" style="width: ${p.rating * 20}%"></span></span></div>`}<p class="stat">#${dice.int(1, 40)} em TI e Programação</p></div><div class="bid-profile-item-container"><p class="item-data"><span>Projetos</span><span class="value">${dice.int(0, 40)}</span></p></div></div>`,
    without: ['headline', 'place', 'text', 'amount', 'days', 'at', 'skills', 'rate', 'success', 'reviews'],
  },
  hasProfile: true,
};

const guru: Shape = {
  id: 'guru',
  languages: ['en'],
  currencies: ['USD'],
  account: (dice, n) => login(dice, n).replace('_', '-'),
  profile: (account) => `/freelancers/${account}`,
  own: '<header><a href="/freelancers/who-reads">Me</a></header>',
  bids: 'https://www.guru.com/employer/jobs/2109917/quotes',
  people: 'https://www.guru.com/d/freelancers/skill/maps/pg/2/',
  ownPerson: {
    wrap: (cards) => `<div class="guruList">${cards}</div>`,
    // The marketplace writes a rating of five as a share of a hundred.
    draw: (p, dice) =>
      `<div class="record findGuruRecord"><div class="freelancerAvatar"><h3 class="freelancerAvatar__screenName"><a href="${p.href}">${escaped(p.name)}</a></h3>${when(p.place?.city, (city) => `<p class="freelancerAvatar__location"><span class="freelancerAvatar__location--city">${city}</span>, <span class="freelancerAvatar__location--country">${p.place?.country}</span></p>`)}${p.rating === undefined ? '' : `<span class="freelancerAvatar__feedback">${(p.rating * 20).toFixed(1)}%</span>`}<span class="earnings__amount">$${dice.int(1, 90)},${dice.int(100, 999)}</span></div><div><h2 class="serviceListing__title">${escaped(p.headline ?? '')}</h2></div>${p.skills ? `<ul class="skillsList">${p.skills.map((skill) => `<li class="skillsList__skill"><a href="/d/freelancers/skill/x/">${escaped(skill)}</a></li>`).join('')}</ul>` : ''}</div>`,
    without: ['headline', 'text', 'amount', 'days', 'at', 'rate', 'success'],
  },
  ownProfile: {
    draw: (p, dice) =>
      `<div id="freelancer-details"><div class="p-box p-identity"><h1 class="profile-avatar__info__name"><strong>${escaped(p.name)}</strong></h1><p class="profile-avatar__info__location"><span></span><span>${p.place ? `${p.place.city}, ${p.place.country}` : ''}</span></p><dl class="profile-attd"><dt>All-time Earnings</dt><dd class="profile-attd__data">$${dice.int(10, 99)},000</dd><dt>Employers</dt><dd class="profile-attd__data">${dice.int(2, 9)}</dd>${when(p.since, (since) => `<dt>Member Since</dt><dd class="profile-attd__data">${since}</dd>`)}</dl></div></div>${when(p.about, (text) => `<section id="aboutUs"><h2>About</h2><p class="p-aboutUs">${escaped(text)}</p></section>`)}${p.skills ? `<section id="topSkills"><h2>Skills</h2><ul>${p.skills.map((skill) => `<li class="skillsList__skill">${escaped(skill)}</li>`).join('')}</ul></section>` : ''}`,
    without: ['headline', 'rate', 'rating', 'given', 'employment', 'education'],
  },
};

const peopleperhour: Shape = {
  id: 'peopleperhour',
  languages: ['en'],
  currencies: ['GBP', 'USD', 'EUR', 'MXN'],
  account: (dice, n) =>
    `nazm${[...String(10_000 + n * 7 + dice.int(0, 6))].map((digit) => 'ajmnqvwxyz'[Number(digit)]).join('')}`,
  profile: (account) => `/freelancer/design/map-drawer-of-towns-${account}`,
  own: '<header><a href="/freelancer/design/me-nazmqja">Me</a></header>',
  bids: 'https://www.peopleperhour.com/freelance-jobs/design/maps/draw-our-orchards-4621920',
  people: 'https://www.peopleperhour.com/hire-freelancers?industries=design',
  ownProfile: {
    draw: (p) =>
      `<div class="member-profile"><div class="member-name"><h1>${escaped(p.name)}</h1></div>${when(p.headline, (text) => `<p class="member-job">${escaped(text)}</p>`)}<div class="member-location"><p>${p.place ? `${p.place.city}, ${p.place.country}` : ''}</p></div>${when(p.rate, (rate) => `<span class="member-cost"><div>${rate}</div>/hr</span>`)}${p.rating === undefined ? '' : `<span class="total-rating">${p.rating.toFixed(1)}</span><span class="total-reviews">(${p.counted})</span>`}<div class="insights-label">Projects worked on</div><div class="insights-value">31</div><div class="about-container"><div class="js-about-full-text">${escaped(p.about ?? '')}</div></div><div class="skill-tags">${(p.skills ?? []).map((skill) => `<a class="tag-item" href="/freelance/x">${escaped(skill)}</a>`).join('')}</div></div><ul>${p.given.map((one) => `<li class="item participant feedback"><h6 class="participant-name">${one.author}</h6>${one.rating === undefined ? '' : `<div class="feedback-rating">${'<span class="active"></span>'.repeat(Math.round(one.rating))}</div>`}<div class="right-col"><p>${escaped(one.text ?? '')}</p></div>${when(one.at, (at) => `<time title="${at}">a while ago</time>`)}<span class="participant-location">Leeds</span></li>`).join('')}</ul>`,
    without: ['since', 'employment', 'education'],
  },
};

const freelancehunt: Shape = {
  id: 'freelancehunt',
  languages: ['uk', 'en'],
  currencies: ['UAH'],
  account: (dice, n) => login(dice, n).replace('-', '_'),
  profile: (account) => `/freelancer/${account}.html`,
  own: '<header><a href="/freelancer/who_reads.html">Me</a></header>',
  bids: 'https://freelancehunt.com/project/karta-sadiv/610431.html',
};

const truelancer: Shape = {
  id: 'truelancer',
  languages: ['en'],
  currencies: ['USD', 'INR'],
  account: (dice, n) => login(dice, n).replace('_', '-'),
  profile: (account) => `/freelancer/${account}`,
  own: '<header><a href="/freelancer/who-reads">Me</a></header>',
  bids: 'https://www.truelancer.com/freelance-project/draw-our-orchards-710042',
  people: 'https://www.truelancer.com/freelancers?page=2',
  ownPerson: {
    wrap: (cards) => `<div class="MuiGrid-root">${cards}</div>`,
    draw: (p, dice) =>
      `<div id="user-${dice.int(1000, 9999)}" class="MuiBox-root mui-${hex(dice, 6)}"><h3><a href="${p.href}">${escaped(p.name)}</a></h3>${when(p.headline, (text) => `<p class="textLabel">${escaped(text)}</p>`)}${when(p.place?.country, (country) => `<div class="fl_location"><img alt="" title="${country}" src="/flag.png"></div>`)}${when(p.rate, (rate) => `<p class="fontBold">${rate}/hr</p>`)}${p.skills ? `<div>${tags(p.skills)}</div>` : ''}</div>`,
    without: ['text', 'amount', 'days', 'at', 'rating', 'reviews', 'success', 'skills'],
  },
  hasProfile: true,
};

const linkedin: Shape = {
  id: 'linkedin',
  languages: ['en', 'de', 'es', 'fr', 'pt'],
  currencies: ['USD'],
  account: (dice, n) => `${login(dice, n).replace('_', '-')}-${hex(dice, 4)}`,
  profile: (account) => `https://www.linkedin.com/in/${account}/`,
  own: '<nav aria-label="Primary"><a href="/feed/">Home</a></nav>',
  ownProfile: {
    draw: (p, dice, words) => {
      const hash = () => `_${hex(dice, 8)}`;
      const key = () => `componentkey="${hex(dice, 6)}"`;
      const section = (title: string, inner: string) =>
        `<section ${key()}><div><h2 class="${hash()}">${title}</h2></div>${inner}</section>`;
      const item = (path: string, lines: readonly string[]) =>
        `<div><a href="https://www.linkedin.com/${path}/${lines[0]?.length}${lines[1]?.length}/"><figure></figure></a><a href="https://www.linkedin.com/${path}/${lines[0]?.length}${lines[1]?.length}/"><div>${lines.map((line) => `<p class="${hash()}">${escaped(line)}</p>`).join('')}</div></a></div>`;
      const heading = dice.pick(['h1', 'h2']);
      return `<main role="main"><section ${key()}><a href="${p.href}"><div><${heading} class="${hash()}">${escaped(p.name)}</${heading}></div></a><p>· 3rd</p>${when(p.headline, (text) => `<p class="${hash()}">${escaped(text)}</p>`)}${when(p.place?.city, (city) => `<p class="${hash()}">${city}, ${p.place?.country}</p>`)}<p>·</p><a href="${p.href}overlay/contact-info/">Contact info</a></section>${when(p.about, (text) => section(words.about === 'About' ? 'About' : ({ de: 'Info', es: 'Acerca de', fr: 'Infos', pt: 'Sobre' }[words.about === 'Über mich' ? 'de' : words.about === 'Acerca de mí' ? 'es' : words.about === 'À propos' ? 'fr' : 'pt'] ?? ''), `<p><span data-testid="expandable-text-box">${escaped(text)}</span></p>`))}${p.employment ? section(words.experience, p.employment.map((one) => item('company', [one.title, one.employer, one.period])).join('')) : ''}${p.education ? section(words.education === 'Formación' ? 'Education' : words.education, p.education.map((one) => item('school', [one.school, one.degree, one.period])).join('')) : ''}<section><h2>People you may know</h2><a href="https://www.linkedin.com/in/nobody-here/">Nobody Here</a></section></main>`;
    },
    without: ['since', 'rate', 'rating', 'skills', 'given'],
  },
};

const github: Shape = {
  id: 'github',
  languages: ['en'],
  currencies: ['USD'],
  account: (dice, n) => login(dice, n).replace('_', '-'),
  profile: (account) => `https://github.com/${account}`,
  own: '<header><a href="/who-reads">Me</a></header>',
  ownProfile: {
    draw: (p) =>
      `<main><div itemscope itemtype="http://schema.org/Person" class="h-card"><img class="avatar avatar-user" src="https://avatars.githubusercontent.com/u/1?v=4" alt="Avatar"><h1 class="vcard-names"><span class="p-name vcard-fullname" itemprop="name">${escaped(p.name)}</span><span class="p-nickname" itemprop="additionalName">${p.account}</span></h1>${when(p.about, (text) => `<div class="p-note user-profile-bio"><div>${escaped(text)}</div></div>`)}<ul class="vcard-details">${when(p.place?.city, (city) => `<li itemprop="homeLocation"><span class="p-label">${city}, ${p.place?.country}</span></li>`)}</ul></div></main>`,
    without: ['since', 'headline', 'rate', 'rating', 'skills', 'given', 'employment', 'education'],
  },
};

export const shapes: readonly Shape[] = [
  freelancer,
  upwork,
  fiverr,
  workana,
  guru,
  peopleperhour,
  freelancehunt,
  truelancer,
  linkedin,
  github,
];
