// Stack Overflow: a person's public profile, to compare what it says with what the same person says
// elsewhere. Read where several working readers of 2022 to 2025 found it. Only the main site: those in
// other languages and for other subjects number their users anew.
import { stepsOf } from '../reading/address.ts';
import type { PageAddress, Site } from '../reading/site.ts';

const home = 'https://stackoverflow.com';

export const stackoverflow: Site = {
  id: 'stackoverflow',
  name: 'Stack Overflow',
  hosts: ['stackoverflow.com'],
  classifyUrl,
  accountAt,
  profileUrl: (id) => `${home}/users/${encodeURIComponent(id)}`,
  tables: {
    profile: {
      name: ['[itemprop="name"]', '#mainbar-full .fs-headline2', '.fs-headline2'],
      about: ['.js-about-me-content', '[class*="about-me"]'],
      place: ['li:has(svg.iconLocation)', '[class*="iconLocation"] ~ *'],
      memberSince: ['ul.s-anchors li span[title]@title', '.s-anchors span[title]@title'],
      links: ['.s-anchors a[rel~="me"]@href[]', 'a[rel~="me"]@href[]'],
      skills: ['#top-tags .s-tag[]', '[id*="top-tags"] .s-tag[]'],
      avatar: ['.js-usermini-avatar-container img@src', 'img.bar-sm@src'],
    },
  },
  counts: {},
  expects: { profile: ['profile.name', 'profile.memberSince'] },
  ownPlacesOnly: true,
};

function classifyUrl(url: URL): PageAddress | undefined {
  const id = accountAt(url);
  return id ? { page: 'profile', account: id, canonical: `${home}/users/${id}` } : undefined;
}

function accountAt(url: URL): string | undefined {
  const [first, id = '', ...more] = stepsOf(url);
  const isMain = /^(?:www\.)?stackoverflow\.com$/.test(url.hostname);
  return isMain && first === 'users' && /^\d{1,10}$/.test(id) && more.length <= 1 ? id : undefined;
}
