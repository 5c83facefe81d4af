// Conversations in designs that no site's tables know: who wrote what, and when, as far as the page shows it.
import { describe, expect, it } from 'vitest';
import type { Message, Observation } from '../../lib/model/observation.ts';
import { DAY_MS, overlap, widthOf } from '../../lib/model/time.ts';
import { observe, pageOf } from '../../scripts/lib/observe.ts';

const seenAt = '2026-11-26T12:00:00.000Z';
const url = 'https://freelancehunt.com/mailbox/read/thread/900431';

interface Said {
  mine?: boolean;
  text: string[];
  day: string;
  clock: string;
  file?: string;
}
const said: Said[] = [
  {
    text: ['Good morning! I have read the whole outline.', 'Which chapter should come first?'],
    day: '2026-11-25',
    clock: '09:02',
  },
  { text: ['I could begin on Monday.'], day: '2026-11-25', clock: '09:03' },
  {
    mine: true,
    text: ['Chapter two, please. The maps are in the file.'],
    day: '2026-11-25',
    clock: '09:40',
    file: 'maps-of-the-fen.pdf',
  },
  { text: ['Received. Page 12 seems to be missing.'], day: '2026-11-26', clock: '08:15' },
  { mine: true, text: ['You are right.'], day: '2026-11-26', clock: '08:20' },
  { mine: true, text: ['I will send it at 18:30 tonight.'], day: '2026-11-26', clock: '08:21' },
];
const right = said.map(({ mine = false, text }) => [mine, text.join('\n')]);
const isWhen = (sentAt: string | undefined, { day }: Said) =>
  sentAt !== undefined && overlap(sentAt, day) && widthOf(sentAt) < 3 * DAY_MS;

const rows = (row: (one: Said, n: number) => string, dayLine?: (words: string) => string) =>
  said
    .map((one, n) => {
      const isNew = one.day !== said[n - 1]?.day;
      const words = one.day === '2026-11-26' ? 'Today' : 'November 25, 2026';
      return `${dayLine && isNew ? dayLine(words) : ''}${row(one, n)}`;
    })
    .join('\n');
/** Messages in a row by one person. */
const runs = (): Said[][] => {
  const all: Said[][] = [];
  for (const one of said) {
    const last = all.at(-1);
    if (last?.[0] && last[0].mine === one.mine && last[0].day === one.day) last.push(one);
    else all.push([one]);
  }
  return all;
};
const paragraphs = ({ text }: Said) => text.map((one) => `<p>${one}</p>`).join('');
const lines = ({ text }: Said) => text.join('<br>');
const file = ({ file: name }: Said, tag = 'div') =>
  name ? `<${tag} class="f9"><a href="/files/1">${name}</a> <span>1.2 MB</span></${tag}>` : '';

const link = '<a href="/freelancer/ingrid_vale.html">Ingrid Vale</a>';
const own = '<a href="/employer/tomas_reed.html">Tomas Reed</a>';
const inbox = `<aside><ul>
<li><a href="/mailbox/read/thread/900431"><b>Ingrid Vale</b><time>08:21</time><p>You: I will send it at…</p></a></li>
<li><a href="/mailbox/read/thread/900112"><b>Old Mill</b><time>Nov 20</time><p>Thank you, the rest is…</p></a></li></ul></aside>`;
const around = (list: string, header = `<header class="h4"><h2>${link}</h2><p>Last seen 2 hours ago</p></header>`) =>
  `<body><nav><a href="/mailbox">Messages</a><a href="/employer/tomas_reed.html">My page</a></nav><main>${inbox}<section>${header}${list}<form><textarea placeholder="Write a message"></textarea><button>Send</button></form></section></main><footer><p>Rules</p></footer></body>`;
const named = ({ mine }: Said, self = 'Tomas Reed') => (mine ? self : 'Ingrid Vale');

const designs: Record<string, string> = {
  'groups whose first message names its author, with hashed classes': around(
    `<div class="_a1">${rows(
      (one, n) => {
        const isFirst = said[n - 1]?.mine !== one.mine || said[n - 1]?.day !== one.day;
        const head = isFirst
          ? `<div class="_k2"><span class="_n7">${named(one)}</span><span class="_t3">${one.clock}</span></div>`
          : '';
        return `<div class="${isFirst ? '_r8 _r9' : '_r8'}">${head}<div class="_b5">${lines(one)}</div>${file(one)}</div>`;
      },
      (words) => `<div class="_d6" role="separator"><span>${words}</span></div>`,
    )}</div>`,
  ),
  'bubbles that say whether they came in or went out': around(
    `<div class="messages">${rows(
      (one) =>
        `<div class="message message--${one.mine ? 'out' : 'in'}"><div class="message__text">${paragraphs(one)}</div>${file(one)}<span class="message__time">${one.clock}</span>${one.mine ? '<span class="message__state">Read</span>' : ''}</div>`,
      (words) => `<div class="messages__day">${words}</div>`,
    )}</div>`,
  ),
  'bubbles on either side, by classes of layout alone': around(
    `<div class="flex flex-col gap-2">${rows(
      (one) =>
        `<div class="flex ${one.mine ? 'justify-end' : 'justify-start'}"><div class="rounded-xl px-3 py-2 ${one.mine ? 'bg-blue-500' : 'bg-gray-100'}"><div class="text-sm">${lines(one)}</div>${file(one)}<span class="text-xs">${one.clock}</span></div></div>`,
      (words) => `<div class="flex justify-center"><span class="text-xs">${words}</span></div>`,
    )}</div>`,
  ),
  'bubbles with their time in the line, aligned in their style': around(
    `<ul>${rows(
      (one) =>
        `<li style="text-align: ${one.mine ? 'right' : 'left'}"><div class="bb">${lines(one)} <small>${one.clock}</small></div></li>`,
      (words) => `<li style="text-align: center"><small>${words}</small></li>`,
    )}</ul>`,
  ),
  'a table': around(
    `<table><thead><tr><th>From</th><th>Message</th></tr></thead><tbody>${rows(
      (one) =>
        `<tr><td>${one.mine ? own : link}<br><span>${one.day} ${one.clock}</span></td><td>${paragraphs(one)}${file(one)}</td></tr>`,
    )}</tbody></table>`,
  ),
  'terms and what was said': around(
    `<dl>${rows(
      (one) =>
        `<div class="x1"><dt>${one.mine ? 'You' : 'Ingrid Vale'} <time datetime="${one.day}T${one.clock}:00Z">${one.clock}</time></dt><dd>${paragraphs(one)}</dd></div>`,
    )}</dl>`,
  ),
  'items that tell it to a screen reader': around(
    `<ol role="log">${rows(
      (one) =>
        `<li aria-label="${one.mine ? 'You' : 'Ingrid Vale'}, ${one.day} ${one.clock}"><div class="_z3">${lines(one)}</div><span aria-hidden="true">${one.clock}</span></li>`,
    )}</ol>`,
  ),
  'groups of bubbles beside a picture': around(
    `<div class="thread">${runs()
      .map(
        (run) =>
          `<div class="group" data-own="${run[0]?.mine ?? false}">${run[0]?.mine ? '' : '<img alt="Ingrid Vale" src="/1.jpg">'}<div class="stack">${run
            .map((one) => `<div class="bubble">${lines(one)}</div>`)
            .join('')}</div><time datetime="${run[0]?.day}T${run[0]?.clock}:00Z">${run[0]?.clock}</time></div>`,
      )
      .join('')}</div>`,
  ),
  'letters with heads': around(
    rows(
      (one) =>
        `<article><header><strong>${named(one, 'Me')}</strong> <time datetime="${one.day}T${one.clock}:00Z">${one.day}</time></header><div class="body">${paragraphs(one)}</div>${file(one)}<footer><a href="#">Reply</a></footer></article>`,
    ),
  ),
  'days in sections, in German': around(
    ['2026-11-25', '2026-11-26']
      .map(
        (day) =>
          `<section class="day"><h5>${day === '2026-11-26' ? 'Heute' : '25. November 2026'}</h5>${said
            .filter((one) => one.day === day)
            .map(
              (one) =>
                `<div class="e4"><b>${one.mine ? 'Du' : 'Ingrid Vale'}</b><i>${one.clock}</i><div class="e5">${lines(one)}</div></div>`,
            )
            .join('')}</section>`,
      )
      .join(''),
  ),
  'directions in data, classes that say nothing': around(
    `<div class="css-1x">${rows(
      (one) =>
        `<div class="css-2y" data-direction="${one.mine ? 'outbound' : 'inbound'}"><div class="css-3z"><p>${lines(one)}</p></div><div class="css-4w" title="${one.day} ${one.clock}">${one.clock}</div></div>`,
    )}</div>`,
  ),
  'without anywhere to write, what the site says between': around(
    `<div class="log">${rows(
      (one, n) =>
        `${n === 3 ? '<div class="entry note"><p class="note-text">Milestone 1 of €200.00 was funded</p><span class="when">2026-11-26 08:00</span></div>' : ''}<div class="entry"><p class="who">${named(one)}</p><p class="words">${lines(one)}</p><span class="when">${one.day} ${one.clock}</span></div>`,
    )}</div>`,
  ).replace(/<form>.*<\/form>/s, ''),
};

const messagesOf = (seen: readonly Observation[]) => seen.filter((one): one is Message => one.kind === 'message');

describe('a conversation in a design of its own', () => {
  it.each(Object.entries(designs))('%s', (_, html) => {
    const seen = observe(html, url, { seenAt });
    const messages = messagesOf(seen);
    expect(messages.map(({ mine, text }) => [mine, text])).toEqual(right);
    expect(messages.map(({ sentAt }, n) => isWhen(sentAt, said[n] as Said))).toEqual(said.map(() => true));
    expect(new Set(messages.map(({ account, thread }) => `${account} ${thread}`))).toEqual(
      new Set(['ingrid_vale 900431']),
    );
    expect(pageOf(seen)).toMatchObject({ page: 'messages', read: 'part' });
  });

  it('is read where the address says whom it is with, and where nobody is linked', () => {
    const bubbles = `<div>${rows(
      (one) =>
        `<div class="q ${one.mine ? 'sent' : 'received'}"><span>${lines(one)}</span><em>${one.day}, ${one.clock}</em></div>`,
    )}</div>`;
    const bare = around(bubbles, '<h3>Ingrid</h3>').replace(inbox, '');
    const fiverr = messagesOf(observe(bare, 'https://www.fiverr.com/inbox/ingrid_vale', { seenAt }));
    expect(fiverr.map(({ mine, text }) => [mine, text])).toEqual(right);
    expect(fiverr[0]?.account).toBe('ingrid_vale');
    // Whose account it is cannot be told here.
    expect(messagesOf(observe(bare, url, { seenAt }))).toEqual([]);
  });
});

describe('what is no conversation of two people, or does not show who wrote', () => {
  const nameless = around(
    `<div class="_a1">${rows((one) => `<div class="_r8"><div class="_b5">${lines(one)}</div><span class="_t3">${one.clock}</span></div>`)}</div>`,
  );
  const three = around(
    `<div class="_a1">${rows(
      (one, n) =>
        `<div class="_r8"><b>${one.mine ? 'Me' : n % 2 ? 'Ingrid Vale' : 'Old Mill'}</b><i>${one.clock}</i><div class="_b5">${lines(one)}</div></div>`,
    )}</div>`,
    `<header><h2>${link}, <a href="/freelancer/old_mill.html">Old Mill</a></h2></header>`,
  );
  const onlyOne = around(
    `<div class="_a1">${rows(
      (one) =>
        `<div class="_r8">${one.mine ? '' : '<b>Ingrid Vale</b>'}<i>${one.clock}</i><div class="_b5">${lines(one)}</div></div>`,
    )}</div>`,
  );
  const strangers = around(
    `<div class="_a1">${rows(
      (one) =>
        `<div class="_r8"><b>${one.mine ? 'Old Mill' : 'North Quay'}</b><i>${one.clock}</i><div class="_b5">${lines(one)}</div></div>`,
    )}</div>`,
  );
  const empty = around('<div class="_a1"><p>No messages yet. Say hello!</p></div>');
  const help = `<body><main><h1>Help</h1><ul><li><b>You</b> can write at any time <time>09:00</time></li><li>We answer until <time>18:00</time></li></ul></main></body>`;

  it.each([
    ['bubbles that all look alike', nameless, 0],
    ['three people', three, 0],
    ['names of nobody who is known', strangers, 0],
    ['nothing yet', empty, 0],
    ['help', help, 0],
  ])('%s', (_, html, count) => {
    const seen = observe(html, url, { seenAt });
    expect(messagesOf(seen)).toHaveLength(count);
    expect(pageOf(seen).read).toBe('not');
  });

  it('reads of one who alone is named nothing that the other may have written', () => {
    const messages = messagesOf(observe(onlyOne, url, { seenAt }));
    expect(messages.map(({ mine, text }) => [mine, text])).toEqual(right.filter(([mine]) => !mine));
  });
});

describe('an inbox in a design of its own', () => {
  const people = (html: string, at: string) =>
    observe(`<body><nav><a href="/inbox">All</a></nav><main><h1>Messages</h1>${html}</main></body>`, at, {
      by: 'cards',
    })
      .filter((one) => one.kind === 'profile')
      .map(({ account, name, role }) => [account, name, role]);
  const hunt = (side: string, name: string, login: string, n: number) =>
    `<div class="_q4"><div class="_p1">Signs for a bakery</div><a href="/${side}/${login}.html">${name}</a><a class="_x9" href="/mailbox/read/thread/${n}">I will send it at…</a><i>08:21</i></div>`;

  it.each([
    [
      'rows with a link to the person and one to the conversation',
      'https://freelancehunt.com/mailbox',
      `<div>${hunt('freelancer', 'Ingrid Vale', 'ingrid_vale', 4)}${hunt('employer', 'Old Mill', 'old_mill', 5)}</div>`,
      [
        ['ingrid_vale', 'Ingrid Vale', 'freelancer'],
        ['old_mill', 'Old Mill', 'client'],
      ],
    ],
    [
      'rows that are one link, by the login in them',
      'https://www.freelancer.com/messages',
      `<ul><li><a href="/messages/thread/77"><b>Ingrid V.</b> <span>@ingrid_vale</span><p>Thank you</p><time>6 minutes</time></a></li><li><a href="/messages/thread/78"><p>Thank you too</p><span class="display-name">Mill</span><span>@old_mill</span></a></li></ul>`,
      [
        ['ingrid_vale', 'Ingrid V.', 'freelancer'],
        ['old_mill', 'Mill', 'freelancer'],
      ],
    ],
    [
      'rows whose address says whom they are with',
      'https://www.fiverr.com/inbox',
      `<section><a class="_r" href="/inbox/ingrid_vale"><strong>Ingrid</strong><span>Thank you</span></a><a class="_r" href="/inbox/old_mill"><span>We start on Monday.</span><em>2 days</em><strong>new</strong></a></section>`,
      [['ingrid_vale', 'Ingrid', 'freelancer']],
    ],
    [
      'nobody by what only looks like a login',
      'https://www.workana.com/inbox',
      `<ul><li><a href="/inbox/5"><b>Ingrid</b><span>@ingrid_vale</span></a></li><li><a href="/inbox/6"><b>Mill</b><span>@old_mill</span></a></li></ul>`,
      [],
    ],
  ])('%s', (_, at, html, right) => {
    expect(people(html, at)).toEqual(right);
  });
});
