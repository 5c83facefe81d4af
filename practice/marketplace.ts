// The practice marketplace: a local stand-in for Freelancer.com with invented people, to try
// Hireflag on, to test it in real browsers and to take pictures of. It answers the marketplace's own
// addresses with pages built the way the real ones are, and never asks the network for anything.
import { countries } from './data/countries.ts';
import { dentalBooking, receptionDesk } from './data/posts.ts';
import { projects } from './data/projects.ts';
import { findClient, findPerson, pictured } from './pages/accounts.ts';
import { flagPicture, personPicture } from './pages/parts.ts';
import { clientPage, profilePage } from './pages/profile.ts';
import { bidCards, projectPage } from './pages/project.ts';
import { projectPath } from './pages/project-state.ts';
import { proposalCards, proposalsPage } from './pages/proposals.ts';
import { notFoundPage, startPage } from './pages/start.ts';
import { UNREADABLE_PATH, unreadablePage } from './pages/unreadable.ts';

export interface Answer {
  status: number;
  /** The Content-Type header. */
  type: string;
  body: string;
}

/** The address of the project to start with: sixty bids, twelve of them planted. */
export const projectUrl = `https://www.freelancer.com${projectPath(dentalBooking)}`;

/** The address of the project on which every red flag finds somebody, after what `seenBefore` gives. */
export const galleryUrl = `https://www.freelancer.com${projectPath(receptionDesk)}`;

/** freelancer.com, its language hosts such as br.freelancer.com, and its country hosts such as www.freelancer.com.au. */
const HOST = /^(?:[a-z0-9-]+\.)?freelancer\.(?:com|[a-z]{2}|(?:com|co)\.[a-z]{2})$/;

/**
 * Answers a request for an address of the marketplace.
 *
 * @returns the answer (with status 404 where the practice marketplace has no such page), or undefined
 *   when the address belongs to another host.
 */
export function answer(url: URL): Answer | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const body = pageAt(url.pathname);
  if (body !== undefined) return { status: 200, type: 'text/html; charset=utf-8', body };
  const country = /^\/assets\/main\/en\/assets\/flags\/([a-z]{2})\.png$/.exec(url.pathname)?.[1];
  if (country && countries[country]) return { status: 200, type: 'image/svg+xml', body: flagPicture(country) };
  const face = pictured(url.pathname);
  if (face) return { status: 200, type: 'image/svg+xml', body: personPicture(face) };
  return { status: 404, type: 'text/html; charset=utf-8', body: notFoundPage() };
}

function pageAt(path: string): string | undefined {
  if (path === '/') return startPage();
  if (path === UNREADABLE_PATH) return unreadablePage();
  const handle = /^\/u\/([\w-]+)$/.exec(path)?.[1];
  if (handle) return accountPage(handle);
  for (const project of projects) {
    const own = projectPath(project);
    if (path === own || path === `${own}/details`) return projectPage(project);
    if (path === `${own}/proposals`) return proposalsPage(project);
  }
  return laterPiece(path);
}

function accountPage(handle: string): string | undefined {
  const person = findPerson(handle);
  if (person) return profilePage(person);
  const client = findClient(handle);
  return client && clientPage(client);
}

/** What the page's own script asks for after it was shown. */
function laterPiece(path: string): string | undefined {
  const [, kind, id, from] = /^\/practice\/(bids|proposals)\/(\d{1,12})(?:\/(\d{1,6}))?$/.exec(path) ?? [];
  const project = projects.find((candidate) => String(candidate.id) === id);
  if (!project) return undefined;
  return (kind === 'bids' ? bidCards(project, Number(from ?? 0)) : proposalCards(project)).text;
}
