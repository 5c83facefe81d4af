// Workana: the bidders on a project, freelancers' profiles with their ratings, and lists of freelancers, in
// Spanish, Portuguese and English alike, because everything is found by where it stands and not by its
// words. Bidder lists were seen in saved pages of June 2026, ratings in working readers; how a client's own
// list of bids and the inbox are built is not documented: the card heuristics read the one, the other is left.
import { accountIn, stepsOf } from '../reading/address.ts';
import type { PageAddress, Site } from '../reading/site.ts';
import { attributeOf } from '../reading/walk.ts';

const home = 'https://www.workana.com';

export const workana: Site = {
  id: 'workana',
  name: 'Workana',
  hosts: ['workana.com'],
  classifyUrl,
  accountAt: (url) => freelancer(localStepsOf(url)),
  profileUrl: (account) => `${home}/freelancer/${account}`,
  tables: {
    project: {
      title: ['h1.title', 'h1'],
      text: ['.js-expander-passed', '.expander', '[itemprop="description"]'],
      skills: ['article .skills a.skill[]', '.project-view-v3 .skills a[]', '.skills a.skill[]'],
    },
    profile: {
      name: [
        '[itemtype$="schema.org/Person"] [itemprop="name"]',
        'h1 .user-name-text',
        'h1.user-name',
        '.profile-freelancer .user-name',
      ],
      headline: ['.profile-title'],
      country: ['a.country-name', '.country-name', '.country .flag@title'],
      skills: ['.profile-freelancer .skills a.skill[]', '.skills a.skill[]'],
      rating: ['.wk-user-info .stars-bg[title]@title', 'h1 ~ .profile-stars .stars-bg@title'],
      memberSince: ['{miembro desde} strong', '{membro desde} strong', '{member since} strong'],
      avatar: ['.wk-user-info .profile-photo img@src'],
    },
    bids: {
      card: ['.contender-card'],
      fields: {
        name: ['.user-name a[href*="/freelancer/"]'],
        country: ['.country .flag@title', '.country a'],
        rating: ['.stars-bg[title]@title', '.stars-fill@style'],
        jobsCompleted: ['.bid-profile-item-container .item-data:first-child .value'],
        avatar: ['.profile-photo img@src'],
      },
    },
    reviews: {
      card: ['#ratings-table .js-rating-item', '.js-rating-item'],
      fields: {
        from: ['.client-name a', '.client-name', '.profile-photo img[title]@title'],
        rating: ['.stars-bg[title]@title', '.stars-fill@style'],
        text: ['.rating-cite cite', '.rating-cite', 'cite'],
        at: ['.small.date', '.date'],
        project: ['.title a[href*="/job/"]@href'],
      },
    },
    people: {
      card: ['.js-worker', '.worker-item'],
      fields: {
        name: ['.user-name a'],
        rating: ['.stars-bg[title]@title', '.stars-fill@style'],
        about: ['.overview'],
        country: ['.country-name'],
      },
    },
  },
  boilerplate: { elements: '.badge,.hero-label,.profile-badge' },
  counts: {
    bids: {
      places: ['.nav-tabs li', 'h2', 'h3'],
      pattern: /^(?:propuestas|propostas|proposals)\s*\(?(\d{1,5})\)?$/i,
      none: /(?:no has recibido|no hay) propuestas|ainda não há propostas/i,
    },
  },
  expects: {
    project: ['project.title', 'bid.text'],
    bids: ['profile.name'],
    profile: ['profile.name', 'profile.about', 'profile.country', 'review.rating', 'review.at', 'review.text'],
    search: ['profile.name'],
  },
  unproven: ['project', 'profile', 'search'],
  // How a conversation is built is not documented; the list of them links everybody's profile.
  inbox: {
    opens: 'a[href*="/messages/"],a[href*="/inbox/"]',
    named: 'a[href*="/freelancer/"]',
    accountOf: (element) => {
      const url = URL.parse(attributeOf(element, 'href') ?? '', home);
      return (url && freelancer(localStepsOf(url))) ?? undefined;
    },
  },
};

/** The steps of an address without the language that may stand first. */
function localStepsOf(url: URL): string[] {
  const steps = stepsOf(url);
  return /^(?:en|es|pt)$/.test(steps[0] ?? '') ? steps.slice(1) : steps;
}

function classifyUrl(url: URL): PageAddress | undefined {
  const steps = localStepsOf(url);
  const [first = '', second, third] = steps;
  const account = freelancer(steps);
  if (account !== undefined) return { page: 'profile', account, canonical: `${home}/freelancer/${account}` };
  // How a conversation is built is not documented: it is reported as not understood.
  if (first === 'inbox' && second) return { page: 'messages', thread: second, canonical: `${home}/inbox/${second}` };
  if ((first === 'inbox' || first === 'messages') && !second) return { page: 'messages', canonical: `${home}/inbox` };
  if (first === 'freelancers') return { page: 'search', canonical: `${home}/freelancers` };
  if (first !== 'job' || !second) return undefined;
  const project = accountIn(second === 'insight' ? third : second);
  if (project === undefined) return undefined;
  const canonical = `${home}/job/${encodeURIComponent(project)}`;
  return { page: second === 'insight' ? 'bids' : 'project', project, canonical };
}

function freelancer([first = '', id = '']: readonly string[]): string | undefined {
  return first === 'freelancer' && /^[0-9a-f]{32}$/i.test(id) ? id.toLowerCase() : undefined;
}
