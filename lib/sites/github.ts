// GitHub: a person's public profile, to compare what it says with what the same person says elsewhere. Read
// by the meanings that the page marks up (schema.org Person, h-card), as saved pages and working readers of
// 2019 to 2025 agree. The last of the years that activity is offered for may lie before the account was made, because
// commits can be dated back: it says since when there is activity, and only "Joined GitHub" says when somebody joined.
// An organisation's page has the same kind of address and says that it is one; it is not read.

import { accountIn, stepsOf } from '../reading/address.ts';
import type { PageAddress, Site } from '../reading/site.ts';
import { firstIn } from '../reading/walk.ts';

const home = 'https://github.com';

/** First steps of the site's own pages, which no account can have as its name. */
const ownPages = new Set(
  (
    'about account apps blog codespaces collections contact copilot customer-stories dashboard discussions ' +
    'enterprise events explore features gist gists home issues join login logout marketplace mobile new ' +
    'notifications orgs organizations pricing pulls readme repositories resources search security sessions ' +
    'settings signup site solutions sponsors stars team topics trending users watching'
  ).split(' '),
);

export const github: Site = {
  id: 'github',
  name: 'GitHub',
  hosts: ['github.com'],
  classifyUrl,
  accountAt,
  profileUrl: (login) => `${home}/${encodeURIComponent(login)}`,
  tables: {
    profile: {
      login: ['[itemprop="additionalName"]', '.p-nickname', '.vcard-username'],
      name: ['[itemtype$="schema.org/Person"] [itemprop="name"]', '.p-name', '.vcard-fullname'],
      about: ['.user-profile-bio', '[class*="user-profile-bio"]'],
      place: ['[itemprop="homeLocation"]', '.vcard-details .p-label'],
      localTime: ['[itemprop="localTime"]'],
      memberSince: ['{joined github} time@datetime', '{joined github} time'],
      activeSince: ['li:last-child > a.js-year-link', 'li:last-child > a[id^="year-link-"]'],
      links: [
        '[itemprop="url"] a,[itemprop="social"] a,[itemprop="twitter"] a@href[]',
        '.vcard-details a[rel~="me"]@href[]',
      ],
      avatar: ['img.avatar-user@src', '[itemprop="image"] img@src'],
      employment: { each: ['[itemprop="worksFor"]'], parts: { employer: ['.p-org', '&'] } },
    },
  },
  counts: {},
  expects: { profile: ['profile.name', 'profile.activeSince'] },
  ownPlacesOnly: true,
};

function classifyUrl(url: URL, document?: Document): PageAddress | undefined {
  if (document && firstIn(document, '[itemtype$="schema.org/Organization"]')) return undefined;
  const login = accountAt(url);
  return login ? { page: 'profile', account: login, canonical: `${home}/${login}` } : undefined;
}

function accountAt(url: URL): string | undefined {
  const [login, ...more] = stepsOf(url);
  const id = accountIn(login) ?? '';
  const isName = /^[a-z\d](?:[a-z\d-]{0,38})$/.test(id) && !ownPages.has(id);
  return /^(?:www\.)?github\.com$/.test(url.hostname) && more.length === 0 && isName ? id : undefined;
}
