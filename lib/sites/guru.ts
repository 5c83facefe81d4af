// Guru: freelancers' lists and profiles, jobs, and the quotes an employer gets on a job. Lists and profiles
// are read where several working readers of 2022 to 2026 agree; jobs also from their JSON-LD. How the
// employer's list of quotes or a single feedback is built is not documented: those are read by the card
// heuristics and the page's headings alone, and never count as read whole.
import { accountIn, stepsOf } from '../reading/address.ts';
import { definedFields } from '../reading/json.ts';
import { listIn, thingsIn, thingsOf, wordsIn } from '../reading/json-ld.ts';
import type { PageAddress, Site, StateReading } from '../reading/site.ts';

const home = 'https://www.guru.com';

export const guru: Site = {
  id: 'guru',
  name: 'Guru',
  hosts: ['guru.com'],
  classifyUrl,
  accountAt,
  profileUrl: (name) => `${home}/freelancers/${encodeURIComponent(name)}`,
  tables: {
    project: {
      title: ['h1.jobHeading__title', '[class*="jobHeading__title"]'],
      text: ['pre.jobDetails__description', '[class*="jobDetails__description"]'],
      budget: ['.jobHeading__budget', '[class*="jobHeading__budget"]'],
      postedAt: ['p.jobHeading__meta', '[class*="jobHeading__meta"]'],
      skills: ['a.skillsList__skill[]', '[class*="skillsList__skill"][]'],
    },
    profile: {
      name: ['h1.profile-avatar__info__name strong', 'h1[class*="info__name"]'],
      place: ['p.profile-avatar__info__location span:nth-child(2)', '[class*="info__location"]'],
      rating: ['#feedback-percent strong', '#feedback-percent'],
      about: ['#aboutUs', '.p-aboutUs'],
      skills: ['#topSkills li[]', 'li.skillsList__skill[]'],
      hourlyRate: ['p.serviceListing__rates', '[class*="serviceListing__rates"]'],
      links: ['a#visit-website,[class*="profile-web__social"] a@href[]'],
      avatar: ['[class*="profile-avatar"] img@src'],
    },
    people: {
      card: ['div.record.findGuruRecord', '[class~="findGuruRecord"]'],
      fields: {
        name: ['.freelancerAvatar__screenName a', '[class*="freelancerAvatar__screenName"]'],
        city: ['[class*="freelancerAvatar__location--city"]'],
        country: ['[class*="freelancerAvatar__location--country"]'],
        rating: ['[class*="freelancerAvatar__feedback"]'],
        earnings: ['[class*="earningsalltime"]', '.earnings__amount', '[class*="earnings__amount"]'],
        headline: ['.serviceListing__title', '[class*="serviceListing__title"]'],
        hourlyRate: ['[class*="serviceListing__rates"]'],
        about: ['[class*="serviceListing__desc"]'],
        skills: ['.skillsList__skill a[]', '[class*="skillsList__skill"][]'],
        avatar: ['[class*="freelancerAvatar"] img@src'],
      },
    },
  },
  labels: {
    earnings: { label: /^all[- ]time earnings$/i, figure: /^\$\s?\d/ },
    jobsCompleted: { label: /^transactions(?: completed)?$/i, figure: /^[\d,]{1,9}$/ },
    memberSince: { label: /^member since$/i, figure: /\b(?:19|20)\d{2}$/ },
  },
  counts: {
    bids: {
      places: ['h1', 'h2', 'h3', '[role="tab"]', 'li', 'span'],
      pattern: /^(?:([\d,]{1,9})\s+quotes?\b(?: received)?|quotes?(?: received)?:?\s*\(?([\d,]{1,9})\)?)$/i,
      none: /\bno quotes? (?:have been )?received\b|\bno quotes yet\b/i,
    },
    reviews: {
      places: ['h2', 'h3', '[role="tab"]'],
      pattern: /^(?:([\d,]{1,9})\s+(?:feedbacks?|reviews?)|(?:feedback|reviews)\s*\(([\d,]{1,9})\))$/i,
      none: /\bno (?:feedback|reviews) yet\b/i,
    },
  },
  expects: {
    project: ['project.title', 'project.text', 'bid.text', 'bid.amount', 'bid.submittedAt'],
    bids: ['bid.text', 'bid.amount', 'bid.submittedAt'],
    profile: ['profile.name', 'profile.place', 'profile.memberSince', 'profile.about'],
    reviews: ['review.text', 'review.rating', 'review.at', 'review.project'],
    search: ['profile.name', 'profile.country', 'profile.rating', 'profile.hourlyRate'],
  },
  dollar: 'USD',
  unproven: ['project', 'bids', 'reviews'],
  readState,
};

/** The site joins its own notes to a step without a question mark: `/jobs/title/123&SearchUrl=…`. */
function pathOf(url: URL): string[] {
  return stepsOf(url).map((step) => step.replace(/&.*$/s, ''));
}

function classifyUrl(url: URL): PageAddress | undefined {
  const steps = pathOf(url).map((step) => step.toLowerCase());
  const [first, second, third] = steps;
  const name = accountAt(url);
  if (name) {
    const page = third === 'feedback' || third === 'reviews' ? 'reviews' : 'profile';
    return { page, account: name, canonical: guru.profileUrl(name) ?? url.href };
  }
  if (first === 'd' && second === 'freelancers') return { page: 'search', canonical: home + url.pathname };
  const number = steps.findLast((step) => /^\d{4,12}$/.test(step));
  if (!number) return undefined;
  const isList = steps.some((step) => /^(?:quotes?|proposals?)$/.test(step));
  if (first === 'jobs' && !isList)
    return { page: 'project', project: number, canonical: `${home}/jobs/${second}/${number}` };
  // An employer's own pages: their addresses are not known, but one of quotes names them and its job.
  return isList ? { page: 'bids', project: number, canonical: home + url.pathname } : undefined;
}

function accountAt(url: URL): string | undefined {
  const [first = '', name, ...more] = pathOf(url);
  return first.toLowerCase() === 'freelancers' && more.length <= 1 ? accountIn(name) : undefined;
}

/** A job page's JSON-LD. */
function readState(document: Document, at: PageAddress): StateReading | undefined {
  if (at.page !== 'project' || !at.project) return undefined;
  const [job] = thingsOf(document, 'JobPosting');
  if (!job) return undefined;
  const [salary] = thingsIn(job, 'baseSalary');
  const [pay] = thingsIn(salary, 'value');
  const currency = wordsIn(salary, 'currency') ?? wordsIn(pay, 'currency') ?? '';
  const amountOf = (key: string) => {
    const [amount] = [...listIn(pay, key), ...listIn(salary, key)];
    return typeof amount === 'number' || typeof amount === 'string' ? `${amount} ${currency}` : '';
  };
  const said = definedFields({
    title: wordsIn(job, 'title'),
    postedAt: wordsIn(job, 'datePosted'),
    budgetMin: amountOf('minValue'),
    budgetMax: amountOf('maxValue'),
  });
  return { sightings: [{ kind: 'project', ids: { project: at.project }, said }] };
}
