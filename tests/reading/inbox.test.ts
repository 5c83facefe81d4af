// The list of a user's conversations names people: they are read by the sites' own ids, and nobody else is.
import { describe, expect, it } from 'vitest';
import type { Observation, Profile } from '../../lib/model/observation.ts';
import { observe, pageOf } from './pages.ts';

const page = (main: string) => `<body><nav><a href="/inbox">Messages</a></nav><main>${main}</main></body>`;
const peopleIn = (seen: readonly Observation[]) =>
  seen.filter((one): one is Profile => one.kind === 'profile').map(({ account, name, role }) => [account, name, role]);

const fiverr = (name: string, login: string, excerpt: string) =>
  `<div data-testid="contact" class="contact ce05" role="button"><figure title="${login}"><figcaption>${login[0]}</figcaption></figure><div><div><span class="_7a">${name}</span><time>2 hours</time></div><p class="contact-excerpt"><span>${excerpt}</span></p></div></div>`;
const hunt = (side: string, name: string, login: string, thread: number) =>
  `<tr><td><a href="/${side}/${login}.html"><img alt="" src="/1.png"> ${name}</a></td><td><a href="/mailbox/read/thread/${thread}">Вывеска</a><div>Здравствуйте, есть ли у вас…</div></td></tr>`;
const workana = (name: string, id: string, thread: number) =>
  `<li><a href="/freelancer/${id}"><img alt="${name}" src="/1.jpg"></a><div><a href="/freelancer/${id}"><strong>${name}</strong></a><a href="/messages/index/${thread}"><p>Tú: Buenos días</p></a></div></li>`;
const chat = (name: string, login: string, thread: number, said: string) =>
  `<fl-list-item><app-messaging-thread-list-item-redesign><a class="ThreadListItem" href="/messages/thread/${thread}"><fl-online-indicator aria-label="${login} is online."></fl-online-indicator><div class="ThreadDetailsRow"><app-messaging-thread-list-item-name><p class="Name"> ${name} </p><p>@${login}</p></app-messaging-thread-list-item-name><p class="Right">6 minutes</p></div><div><p>${said}</p></div></a></app-messaging-thread-list-item-redesign></fl-list-item>`;
const [one, other] = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'];

describe('an inbox', () => {
  it.each([
    [
      'https://www.fiverr.com/inbox',
      fiverr('Marta', 'marta_q', 'Me: I would like the sign a little…') + fiverr('pavel_r', 'pavel_r', 'Ok'),
      [
        ['marta_q', 'Marta', 'freelancer'],
        ['pavel_r', 'pavel_r', 'freelancer'],
      ],
    ],
    [
      'https://freelancehunt.com/ua/mailbox',
      `<table><tbody>${hunt('freelancer', 'Орла В.', 'orla', 5)}${hunt('employer', 'Пекарня', 'bakery', 6)}</tbody></table>`,
      [
        ['orla', 'Орла В.', 'freelancer'],
        ['bakery', 'Пекарня', 'client'],
      ],
    ],
    [
      'https://www.freelancer.com/messages',
      chat('Orla V.', 'orla-v', 900001, '@ines_f') + chat('ines_f', 'ines_f', 900002, 'You: Thank you'),
      [
        ['orla-v', 'Orla V.', 'freelancer'],
        ['ines_f', 'ines_f', 'freelancer'],
      ],
    ],
    [
      'https://www.workana.com/es/inbox',
      `<ul>${workana('Lucía R.', one, 5)}${workana('Ramiro D.', other, 6)}</ul>`,
      [
        [one, 'Lucía R.', 'freelancer'],
        [other, 'Ramiro D.', 'freelancer'],
      ],
    ],
  ])('%s names the people of its rows, and nothing that was said', (url, rows, people) => {
    const seen = observe(page(`<h1>Chats</h1>${rows}`), url);
    expect(peopleIn(seen)).toEqual(people);
    expect(seen.filter(({ kind }) => kind === 'message')).toEqual([]);
    expect(pageOf(seen)).toMatchObject({
      page: 'messages',
      read: 'part',
      missing: ['messages'],
      found: { profiles: 2 },
    });
  });

  it('says nobody of a conversation with several', () => {
    const group = `<tr><td><a href="/freelancer/orla.html">Орла В.</a>, <a href="/freelancer/ines.html">Инес Ф.</a></td><td><a href="/mailbox/read/thread/7">Вывеска</a></td></tr>`;
    const seen = observe(
      page(`<table><tbody>${group}${hunt('freelancer', 'Петро М.', 'petro', 8)}</tbody></table>`),
      'https://freelancehunt.com/mailbox',
    );
    expect(peopleIn(seen)).toEqual([['petro', 'Петро М.', 'freelancer']]);
  });

  it('with one row does not take the rest of the page for it', () => {
    const around = `<p><a href="/freelancer/${other}">Mi perfil</a></p><div>${workana('Lucía R.', one, 5)}</div>`;
    const url = 'https://www.workana.com/inbox';
    expect(peopleIn(observe(page(around), url))).toEqual([[one, 'Lucía R.', 'freelancer']]);
    expect(peopleIn(observe(`<body><div>${around}</div></body>`, url))).toEqual([]);
  });

  it('with one row that is no link does not take the name from beside it', () => {
    const around = `<div><p>Inbox</p><span>All</span>${fiverr('Marta', 'marta_q', 'Me: ok')}</div>`;
    expect(peopleIn(observe(page(around), 'https://www.fiverr.com/inbox'))).toEqual([
      ['marta_q', 'Marta', 'freelancer'],
    ]);
  });

  it.each([
    'https://www.workana.com/inbox',
    'https://freelancehunt.com/mailbox',
    'https://www.freelancer.com/messages',
  ])('%s without a row is not understood', (url) => {
    const seen = observe(page('<h1>Messages</h1><p>You have no messages yet.</p>'), url);
    expect(seen).toMatchObject([{ kind: 'page', page: 'messages', read: 'not' }]);
  });
});
