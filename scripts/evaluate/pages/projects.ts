// Pages of one project and of one conversation, in the markup and the state scripts that their sites are known to have.
import type { Random } from '../random.ts';
import type { MadePage, TrueProject } from './truth.ts';
import { dayOf, escaped, letter, personName, skillNames, timeAgo, type WrittenTime } from './words.ts';

const SEEN_AT = '2026-06-24T12:00:00.000Z';
const NOW = Date.parse(SEEN_AT);

const titles = ['Labels for old apple kinds', 'A map of the upper wards', 'Catalogue of seeds, 40 pages'];
const posts = [
  'We grow old kinds of apples in three villages and want a label for each kind, with its year and its hill.',
  'The wards of our town were drawn by hand in 1911 and nobody can read the names any more.',
  'Forty kinds of seeds have to be described in two languages, and we have photographs of each.',
];

/** A flat list in which values are indexes, as Nuxt 3 writes its state. */
function devalued(value: unknown): unknown[] {
  const flat: unknown[] = [];
  const put = (one: unknown): number => {
    const at = flat.length;
    flat.push(null);
    if (Array.isArray(one)) flat[at] = one.map(put);
    else if (typeof one === 'object' && one !== null)
      flat[at] = Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, put(inner)]));
    else flat[at] = one;
    return at;
  };
  put(value);
  return flat;
}

interface Made {
  url: string;
  html: string;
  project: TrueProject;
}

function upwork(dice: Random): Made {
  const id = `20${dice.int(10_000_000, 99_999_999)}${dice.int(100_000_000, 999_999_999)}`;
  const [title, text] = [dice.pick(titles), dice.pick(posts)];
  const skills = skillNames.slice(0, dice.int(1, 4));
  const amount = dice.int(2, 90) * 50;
  const isHourly = dice() < 0.4;
  const [low, high] = [dice.int(10, 30), dice.int(31, 90)];
  const posted = NOW - dice.int(2, 200) * 3_600_000;
  const ago = timeAgo(dice, NOW, 'en', 3);
  const hasState = dice() < 0.6;
  const state = {
    data: {},
    state: {
      job: {
        uid: id,
        title,
        ciphertext: `~02${id}`,
        description: text,
        publishTime: new Date(posted).toISOString(),
        postedOn: new Date(posted - 60_000).toISOString(),
        budget: isHourly ? null : { amount, currencyCode: 'USD' },
        extendedBudgetInfo: isHourly
          ? { hourlyBudgetMin: low, hourlyBudgetMax: high, hourlyBudgetType: 1 }
          : { hourlyBudgetMin: null, hourlyBudgetMax: null },
        clientActivity: {
          totalApplicants: dice.int(3, 50),
          totalHired: 0,
          totalInvitedToInterview: 0,
          lastBuyerActivity: null,
        },
      },
    },
  };
  const tag = (skill: string) =>
    `<span><a class="up-n-link air3-badge air3-badge-highlight" href="/nx/search/jobs/?ontology_skill_uid=${dice.int(1000, 9999)}">${escaped(skill)}</a></span>`;
  const html = `<main><div class="air3-card-sections"><header class="air3-card-section"><h1 class="m-0 h4">${title}</h1><div class="posted-on-line"><div>Posted <span>${ago.words}</span></div><p>Worldwide</p></div></header><section><div class="break" data-test="Description"><strong>Summary</strong><p class="text-body-sm multiline-text">${text}</p></div></section><section><ul>${isHourly ? `<li><div><strong>$${low}.00</strong>-<strong>$${high}.00</strong></div><div>Hourly</div></li>` : `<li><strong>$${amount}.00</strong><div>Fixed-price</div></li>`}</ul></section><section><h5>Skills and Expertise</h5><div><strong>Mandatory skills</strong><div class="skills-list">${skills.map(tag).join('')}</div></div></section></div></main>`;
  const script = hasState
    ? `<script type="application/json" id="__NUXT_DATA__" data-ssr="true">${JSON.stringify(devalued(state)).replaceAll('<', '\\u003c')}</script>`
    : '';
  return {
    url: `https://www.upwork.com/${dice.pick(['jobs', 'freelance-jobs/apply'])}/${dice.pick(['', 'Labels-for-apples_'])}~02${id}${dice.pick(['', '/'])}`,
    html: `<div id="__nuxt">${html}</div>${script}`,
    project: {
      title,
      text,
      skills,
      ...(isHourly ? { min: low, max: high } : { max: amount }),
      currency: 'USD',
      at: hasState ? { words: '', at: posted, width: 86_400_000 } : ago,
    },
  };
}

function freelancer(dice: Random): Made {
  const [title, text] = [dice.pick(titles), dice.pick(posts)];
  const skills = skillNames.slice(0, dice.int(1, 4));
  const [min, max] = [dice.int(1, 9) * 50, dice.int(10, 60) * 50];
  const id = dice.int(39_000_000, 40_999_999);
  const started = NOW - dice.int(2, 400) * 3_600_000;
  const raw = {
    projectId: id,
    title,
    description: text,
    budget: { min, max },
    currencyDetails: { code: 'EUR' },
    type: 'fixed',
    status: 'open',
    startTime: started,
    skills: skills.map((name) => ({ name })),
    bidStats: { bidCount: 0 },
    bids: [],
  };
  const state = { NGRX_STATE: { projectsSeo: { 0: { documents: { [id]: { id, rawDocument: raw } } } } } };
  return {
    url: `https://www.freelancer.com/projects/design/orchard-labels-${id}`,
    html: `<app-root><app-project-view-logged-out><h1>${title}</h1><p class="Project-description">${text}</p>${skills.map((skill) => `<a fltrackinglabel="ProjectViewLoggedOut-SkillTag" href="/jobs/x">${escaped(skill)}</a>`).join('')}<p>Project ID: ${id}</p></app-project-view-logged-out></app-root><script id="webapp-state" type="application/json">${JSON.stringify(state).replaceAll('<', '\\u003c')}</script>`,
    project: { title, text, min, max, currency: 'EUR', skills, at: { words: '', at: started, width: 2 * 86_400_000 } },
  };
}

function guru(dice: Random): Made {
  const [title, text] = [dice.pick(titles), dice.pick(posts)];
  const skills = skillNames.slice(0, dice.int(1, 4));
  const ago = dayOf(dice, NOW, 'en');
  return {
    url: `https://www.guru.com/jobs/orchard-labels/${dice.int(2_100_000, 2_199_999)}`,
    html: `<main><h1 class="jobHeading__title">${title}</h1><p class="jobHeading__meta">Posted ${ago.words}</p><pre class="jobDetails__description">${text}</pre><ul class="skillsList">${skills.map((skill) => `<li><a class="skillsList__skill" href="/d/jobs/skill/x/">${escaped(skill)}</a></li>`).join('')}</ul></main><script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@type': 'JobPosting', title, description: text })}</script>`,
    project: { title, text, skills, at: ago },
  };
}

export const projectMakers: Readonly<Record<string, (dice: Random) => Made>> = { upwork, freelancer, guru };

export function projectPage(site: string, dice: Random): MadePage {
  const made = projectMakers[site]?.(dice) as Made;
  return {
    site,
    kind: 'project',
    design: 'own',
    url: made.url,
    seenAt: SEEN_AT,
    html: `<!DOCTYPE html><html lang="en"><head><title>${made.project.title}</title></head><body>${made.html}</body></html>`,
    bids: [],
    profiles: [],
    reviews: [],
    messages: [],
    project: made.project,
  };
}

interface Line {
  mine: boolean;
  text: string;
  at: WrittenTime;
}

interface Conversation {
  url: string;
  draw(lines: readonly Line[], other: string): string;
  /** The account of the other person, where the page calls them by their name beside it. */
  named?: string;
}

const conversations: Readonly<Record<string, Conversation>> = {
  upwork: {
    named: '1',
    url: 'https://www.upwork.com/ab/messages/rooms/room_9f0c1d2e3a4b5c6d7e8f9012',
    draw: (lines, other) =>
      `<div class="up-d-room-header"><h2 data-test="room-title">${escaped(other)}</h2><div class="room-header-body"><span data-user-id="1"></span></div></div><div id="story-viewport">${lines
        .map((line, n) => {
          const top = n === 0 || lines[n - 1]?.mine !== line.mine;
          const title = new Intl.DateTimeFormat('en-US', {
            dateStyle: 'long',
            timeStyle: 'short',
            timeZone: 'UTC',
          }).format(line.at.at);
          return `<div class="up-d-story-item" id="story_${n}"><div data-test="story-container" class="up-d-story"><div class="story-inner ${top ? 'top' : ''}">${top ? `<div class="story-message-header"><span class="user-name">${line.mine ? 'You' : escaped(other)}</span><span class="story-timestamp" title="${title}">3:12 AM</span></div>` : ''}<div data-test="story-message"><p>${escaped(line.text)}</p></div></div></div></div>`;
        })
        .join('')}</div>`,
  },
  fiverr: {
    url: 'https://www.fiverr.com/inbox/mill_hand7',
    draw: (lines) =>
      `<div class="message-flow">${lines.map((line, n) => `<div class="message-wrapper" data-n="${n}"><div class="header"><p>${line.mine ? 'Me' : 'mill_hand7'}</p><time>${line.at.words}</time></div><div class="message-content"><p>${escaped(line.text)}</p></div></div>`).join('')}</div><textarea id="send-message-text-area"></textarea>`,
  },
  freelancehunt: {
    url: 'https://freelancehunt.com/mailbox/read/thread/881204',
    draw: (lines, other) =>
      `<ul id="chat-box">${lines.map((line, n) => `<li id="message-${n + 10}" data-message-id="${n + 10}" data-profile-id="${line.mine ? 1 : 2}" class="${line.mine ? 'arrow-box-right' : 'arrow-box-left'}"><div><div class="info"><a href="/freelancer/${line.mine ? 'who_reads' : 'mill_hand7'}.html">${line.mine ? 'Who Reads' : escaped(other)}</a><time class="timeago" datetime="${new Date(line.at.at).toISOString()}">${line.at.words}</time></div><div class="linkify-marker"><p>${escaped(line.text)}</p></div></div></li>`).join('')}</ul>`,
  },
};

export const conversationSites: readonly string[] = Object.keys(conversations);

export function conversationPage(site: string, dice: Random): MadePage {
  const { url, draw, named } = conversations[site] as Conversation;
  const other = personName(dice);
  const lines = Array.from(
    { length: dice.int(2, 9) },
    (_, n): Line => ({ mine: n % 3 === 1, text: `${letter(dice)} ${n}`, at: timeAgo(dice, NOW, 'en', 3) }),
  );
  return {
    site,
    kind: 'messages',
    design: 'own',
    url,
    seenAt: SEEN_AT,
    html: `<!DOCTYPE html><html lang="en"><body>${draw(lines, other)}</body></html>`,
    bids: [],
    profiles: named === undefined ? [] : [{ account: named, name: other }],
    reviews: [],
    messages: lines.map(({ text, mine }) => ({ text, mine })),
  };
}
