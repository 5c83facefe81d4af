// The flags that read words, together: on the practice marketplace, with messages whose words are kept and are not,
// and whoever writes.
import { describe, expect, it } from 'vitest';
import { withoutMessageWords } from '../../entrypoints/background/private-messages.ts';
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import type { Message, Observation } from '../../lib/model/observation.ts';
import { parseObservation } from '../../lib/model/observation.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { flagRules } from '../../lib/statements/requests/rules/registry.ts';
import { projects } from '../../practice/data/projects.ts';
import { plantedRequests } from '../../practice/data/truth.ts';

const textFlags = redFlags.filter(({ id }) => flagRules.some((rules) => rules.id === id));
const seen = { site: 'upwork', seenAt: '2026-03-01T10:00:00.000Z' };
const message = (more: Partial<Message>): Message => ({
  kind: 'message',
  ...seen,
  thread: 't',
  account: 'ada',
  mine: false,
  text: 'Add me on Telegram, there I answer at once.',
  sentAt: '2026-02-27T11:00:00Z',
  ...more,
});

async function looked(observations: readonly Observation[], account = 'upwork:ada' as const) {
  const store = new MemoryStore();
  store.remember(...observations);
  const [assessment] = await assess([account], store.evidence(), textFlags);
  return assessment;
}
const checkOf = async (observations: readonly Observation[]) =>
  (await looked(observations))?.checks.find(({ flag }) => flag === 'off-platform');

it('are as many as have rules', () => {
  expect(textFlags.map(({ id }) => id)).toEqual(flagRules.map(({ id }) => id));
});

it('find on the practice marketplace whom they are to find, and nobody else', async () => {
  const store = new MemoryStore();
  const accounts = new Set<string>();
  for (const { id, title, text, bids } of projects) {
    const project = String(id);
    store.remember({ kind: 'project', ...seen, site: 'freelancer', project, title, text });
    for (const { by, text } of bids) {
      accounts.add(by);
      store.remember({ kind: 'bid', ...seen, site: 'freelancer', project, account: by, text });
    }
  }
  const keys = [...accounts].map((account) => `freelancer:${account}` as const);
  const evidence = store.evidence();
  for (const flag of textFlags) {
    const { findings, checks } = await flag.evaluate(keys, evidence);
    const planted: readonly string[] = plantedRequests[flag.id as keyof typeof plantedRequests] ?? [];
    expect(findings.map(({ account }) => account).sort(), flag.id).toEqual([...planted].sort());
    expect(checks.size).toBe(keys.length);
  }
});

describe('a check', () => {
  it('says what was read, or what is missing', async () => {
    expect(await checkOf([])).toMatchObject({ result: 'too-little', message: 'textsNone' });
    expect(await checkOf([message({})])).toMatchObject({ result: 'found', data: { texts: 1, sentences: 1 } });
    const clear = await checkOf([message({ text: 'The build is green, you can look at it.' })]);
    expect(clear).toMatchObject({ result: 'clear', data: { texts: 1 } });
    expect(sentence('off-platform', clear?.message ?? '', clear?.data, 'en')).toBe(
      '1 text read: none asks to go elsewhere than the marketplace.',
    );
    expect(await checkOf([message({ text: `#${'0'.repeat(24)}` })])).toMatchObject({
      result: 'too-little',
      message: 'textsUnread',
    });
    const foreign = 'Olen lukenut ilmoituksesi ja aloittaisin tietojen viennistä huomenna aamulla.';
    expect(await checkOf([message({ text: foreign })])).toMatchObject({
      result: 'too-little',
      message: 'textsLanguage',
    });
  });
});

describe('a finding', () => {
  it('shows the sentence with where and when it was written', async () => {
    const bid = parseObservation({
      kind: 'bid',
      ...seen,
      project: 'p',
      account: 'ada',
      text: 'I read your post. Let us talk on WhatsApp.',
      url: 'https://www.upwork.com/x',
    });
    const all = [message({}), ...('observation' in bid ? [bid.observation] : [])];
    const finding = (await looked(all))?.findings.find(({ flag }) => flag === 'off-platform');
    expect(finding?.evidence).toEqual([
      {
        kind: 'counts',
        rows: [
          {
            label: 'fromMessage',
            data: { at: { time: '2026-02-27T11:00:00Z' } },
            value: 'Add me on Telegram, there I answer at once.',
          },
          { label: 'fromBidSeen', data: { at: { time: seen.seenAt } }, value: 'Let us talk on WhatsApp.' },
        ],
        sources: [{ url: 'https://www.upwork.com/x', seenAt: seen.seenAt }],
      },
    ]);
  });

  it('is the same whether the words of messages are kept or not', async () => {
    const thread = [
      message({ mine: true, text: 'When can you begin?', sentAt: '2026-02-27T10:00:00Z' }),
      message({}),
      message({ text: 'I accept only USDT.', sentAt: '2026-02-27T12:00:00Z' }),
      message({ text: 'The build is green, you can look at it.', sentAt: '2026-02-27T13:00:00Z' }),
    ];
    const [kept, not] = [await looked(thread), await looked(withoutMessageWords(thread))];
    expect(not?.findings.length).toBe(2);
    expect(not?.findings).toEqual(kept?.findings);
    expect(not?.checks).toEqual(kept?.checks);
  });

  it('keeps its name until a stronger sentence comes', async () => {
    const nameOf = async (...all: Message[]) =>
      (await looked(all))?.findings.find(({ flag }) => flag === 'off-platform')?.key;
    const stronger = message({
      text: 'If we work outside of Upwork you save the fee.',
      sentAt: '2026-02-28T11:00:00Z',
    });
    const later = message({ text: 'Find me on Skype.', seenAt: '2026-03-02T10:00:00.000Z' });
    expect(await nameOf(message({}), later)).toBe(await nameOf(message({})));
    expect(await nameOf(message({}), stronger)).not.toBe(await nameOf(message({})));
  });
});

describe('who writes', () => {
  const profile = (more: object) => ({ kind: 'profile', ...seen, account: 'ada', role: 'freelancer', ...more });
  it.each([
    ['a name', { name: 'Kim Chol' }, { name: 'Ada Lovelace' }],
    ['a place', { location: { country: 'KP', city: 'Pyongyang' } }, { location: { country: 'GB', city: 'London' } }],
    ['languages', { languages: ['Russian', 'Chinese'] }, { languages: ['English'] }],
    ['a rate', { hourlyRate: { amount: 5, currency: 'USD' } }, { hourlyRate: { amount: 150, currency: 'EUR' } }],
    ['a picture', { avatar: 'https://img.example/1.jpg' }, { avatar: 'https://img.example/2.jpg' }],
  ])('with another %s is told the same', async (_, one, other) => {
    const of = async (more: object) => {
      const parsed = parseObservation(profile(more));
      if ('problem' in parsed) throw new Error(parsed.problem);
      return looked([parsed.observation, message({}), message({ text: 'Can you pay me in USDT?' })]);
    };
    expect(await of(one)).toEqual(await of(other));
  });

  it('the same in another language is told the same', async () => {
    const levels = new Set<string | undefined>();
    for (const text of [
      'Please add me on Telegram.',
      'Escríbame al Telegram, por favor.',
      'Me chama no Telegram, por favor.',
      'Напишите мне в телеграм, пожалуйста.',
      'Напишіть мені в телеграм, будь ласка.',
      'Schreiben Sie mir bitte auf Telegram.',
      'Contactez-moi sur Telegram, merci.',
      'Scrivimi su Telegram, per favore.',
      'Hubungi saya di Telegram ya.',
      '请加我电报聊。',
      'تواصل معي على تيليجرام من فضلك.',
    ]) {
      levels.add((await looked([message({ text })]))?.findings.map(({ flag, strength }) => flag + strength).join());
    }
    expect([...levels]).toEqual(['off-platformmoderate']);
  });
});
