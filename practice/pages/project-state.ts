// What the state script of a public project page holds: the whole project with every bid, also
// those that the page does not show yet.
import { countries, PRACTICE_NOW } from '../data/countries.ts';
import { projects } from '../data/projects.ts';
import type { Bid, Project } from '../data/types.ts';
import { client, person, pictureAddress } from './accounts.ts';
import { money, noisy } from './parts.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The path of a project's public page. */
export function projectPath(project: Pick<Project, 'category' | 'slug' | 'id'>): string {
  return `/projects/${project.category}/${project.slug}-${project.id}`;
}

/** The average of all amounts, rounded. */
export function averageBid(project: Project): number {
  return Math.round(project.bids.reduce((sum, bid) => sum + bid.amount, 0) / project.bids.length);
}

function address(account: { city: string; country: string }) {
  return { city: account.city, country: countries[account.country]?.name ?? '', countryCode: account.country };
}

function bidState(bid: Bid) {
  const bidder = person(bid.by);
  return {
    username: bid.by,
    ...(pictureAddress(bid.by) && { profileLogoUrl: `https://www.freelancer.com${pictureAddress(bid.by)}` }),
    amount: bid.amount,
    period: bid.days,
    sellerRating: { average: noisy(bidder.rating), reviewCount: bidder.reviewCount },
    description: bid.text,
    address: address(bidder),
    userEarningsPercentage: bidder.earnings,
    completed: false,
  };
}

/** The state of one project as the page's script embeds it. */
export function projectState(project: Project): Record<string, unknown> {
  const now = Date.parse(PRACTICE_NOW);
  const left = Math.max(0, Date.parse(project.closes) - now);
  const poster = client(project.client);
  const bids = project.bids.map(bidState);
  const rawDocument = {
    projectId: project.id,
    bids,
    bidStats: { bidCount: project.bids.length, bidAvg: averageBid(project) },
    breadcrumb: { skill: project.skills[0], url: project.category },
    budget: project.budget,
    client: {
      registrationTime: Date.parse(poster.joined),
      address: address(poster),
      rating: { average: 0, reviewCount: 0 },
      verification: {
        paymentVerified: true,
        emailVerified: true,
        profileComplete: false,
        phoneVerified: true,
        depositMade: false,
      },
    },
    currencyDetails: { ...project.currency, isExternal: false },
    daysLeft: Math.floor(left / DAY),
    hoursLeft: Math.floor((left % DAY) / HOUR),
    description: project.text,
    startTime: Date.parse(project.opened),
    endTime: Date.parse(project.closes),
    latestActivityTime: now,
    formattedBudget: `${project.currency.sign}${project.budget.min}-${project.budget.max} ${project.currency.code}`,
    type: 'fixed',
    isLocal: false,
    selectedBids: bids.filter((bid) => bid.username === project.awarded),
    similarJobs: projects
      .filter((other) => other !== project)
      .map((other) => ({ title: other.title, seoUrl: `${other.category}/${other.slug}-${other.id}` })),
    skills: project.skills.map((name) => ({ name })),
    status: left === 0 ? 'closed' : 'active',
    title: project.title,
    seoUrl: `${project.category}/${project.slug}-${project.id}`,
  };
  return { projectsSeo: { 0: { documents: { [project.id]: { rawDocument } } } } };
}

/** `€3,000-5,000 EUR`. */
export function budget(project: Project): string {
  const { sign } = project.currency;
  return `${sign}${project.budget.min.toLocaleString('en-US')}-${money(project.budget.max, project.currency).slice(sign.length)}`;
}
