import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactOf, contactsIn, linkOf, nationalDigits, pictureOf, whoseIs } from '../../lib/statements/contacts.ts';
import { expectLinear } from '../expect-linear.ts';

const values = (text: string) => contactsIn(text).map(({ value }) => value);

describe('mail addresses', () => {
  test.each([
    ['write to Ada.Brook+work@GMail.com, please', 'adabrook@gmail.com'],
    ['adabrook@googlemail.com', 'adabrook@gmail.com'],
    ['a.brook@quay.example', 'a.brook@quay.example'],
    ['a.brook+x@quay.example', 'a.brook+x@quay.example'],
    ['HELLO@QUAY.EXAMPLE', 'hello@quay.example'],
    ['ada.brook@proton.me and nothing else', 'adabrook@proton.me'],
    ['<mailto:ada@fastmail.com>', 'ada@fastmail.com'],
    ['My box is brook944 at outlook dot com if it is too big.', 'brook944@outlook.com'],
    ['brook944 (at) outlook (dot) com', 'brook944@outlook.com'],
    ['ada [at] gmail [dot] com', 'ada@gmail.com'],
    ['name at g mail dot com', 'name@gmail.com'],
    ['reach me: ada dot brook at gmail', 'adabrook@gmail.com'],
    ['mi correo: ada arroba quay punto es', 'ada@quay.es'],
    ['почта ada.brook собака yandex точка ru', 'ada.brook@yandex.ru'],
    ['a d a 7 @ g m a i l . c o m', 'ada7@gmail.com'],
    ['ada\u200b7@gm\u200bail.com', 'ada7@gmail.com'],
    ['аda7@gmail.com', 'ada7@gmail.com'],
  ])('%s', (text, value) => expect(values(text)).toEqual([value]));

  test.each([
    'I was lead at Harbor.com for two years',
    'look at example dot com',
    'We meet at 10. So be there',
    'work at home dot everything',
    'a@b',
    '@ada',
  ])('none in: %s', (text) => expect(contactsIn(text).filter(({ kind }) => kind === 'mail')).toEqual([]));

  test('where dots matter, two boxes are two', () => {
    expect(values('an.nalis@quay.example')).not.toEqual(values('anna.lis@quay.example'));
  });
});

describe('telephone numbers', () => {
  test.each([
    ['+49 (171) 392-00 00', '+491713920000'],
    ['0049 171 3920000', '+491713920000'],
    ['The number is 00989 120 00 00-01, ask.', '+989120000001'],
    ['You can call me, 017 139 200-07, any time', '1713920007'],
    ['(202) 555-0143', '2025550143'],
    ['https://wa.me/15712345678', '+15712345678'],
    ['whatsapp me +1 571 234 5678', '+15712345678'],
    ['Ring me: two zero two five five five zero one four three.', '2025550143'],
    ['plus four nine one seven one three nine two zero zero zero zero', '+491713920000'],
    ['double seven zero five five double zero one two three', '7705500123'],
    ['п’ять нуль сім один два три чотири п’ять шість', '507123456'],
    ['５７１ 234 5678 call', '5712345678'],
  ])('%s', (text, value) => expect(values(text)).toEqual([value]));

  test.each([
    'from 2023-10-05 12:00 to 2024-01-05',
    'between 2019-2023 I wrote 1 000 000 lines',
    'a budget of 12 000 000 or $1,500,000.00',
    'order 123456789012 of 3',
    'version 10.20.30.40',
    'I have one two three four ideas',
    'call me at 00000000 or 12345678',
  ])('none in: %s', (text) => expect(contactsIn(text)).toEqual([]));

  test('digits within the country of a whole number', () => {
    expect(nationalDigits('+491713920000')).toBe('1713920000');
    expect(nationalDigits('1713920000')).toBeUndefined();
  });
});

describe('names in messengers', () => {
  test.each([
    ['Telegram: @ada_brook', 'telegram:ada_brook'],
    ['Telegram: t.me/ADA_BROOK', 'telegram:ada_brook'],
    ['tg ada_brook1, there I see it sooner', 'telegram:ada_brook1'],
    ['my te1egram is adabrook', 'telegram:adabrook'],
    ['T€legram id adabrook', 'telegram:adabrook'],
    ['tele gram @adabrook', 'telegram:adabrook'],
    ['пишите в телегу @adabrook', 'telegram:adabrook'],
    ['My skype is live:.cid.brook97 for the demo', 'skype:live:.cid.brook97'],
    ['discord brook#1234', 'discord:brook#1234'],
    ['WeChat ID: brook_97', 'wechat:brook_97'],
    ['LINE id brook97', 'line:brook97'],
    ['@adabrook on Telegram', 'telegram:adabrook'],
    ['ping ada_brook1 on tg', 'telegram:ada_brook1'],
    ['t e l e g r a m : @adabrook', 'telegram:adabrook'],
    ['теlegram: @adabrook', 'telegram:adabrook'],
  ])('%s', (text, value) => expect(values(text)).toEqual([value]));

  test.each([
    'I built a telegram bot and a whatsapp integration',
    'a Skype call is fine, or zoom at 10',
    'the bottom line: great work',
    'a signal processing expert in 2023',
    'WhatsApp: yes',
    'in line 24 of the teams module',
  ])('none in: %s', (text) => expect(contactsIn(text)).toEqual([]));

  test('groups are known by their name, their link or the words around', () => {
    for (const text of [
      "the freelancers' group https://t.me/harbor, 14,000 people",
      't.me/harbor_jobs_community',
      't.me/joinchat/AAAA',
      'https://t.me/+AbCd',
      'https://chat.whatsapp.com/AbCd',
    ]) {
      expect(contactsIn(text)).toMatchObject([{ kind: 'handle', isGroup: true }]);
    }
  });
});

describe('wallets', () => {
  // The examples of BIP 173, BIP 350, EIP-55 and the chains' own documents.
  test.each([
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'bitcoin'],
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'bitcoin'],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', 'bitcoin'],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'ethereum'],
    ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'ethereum'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'tron'],
  ])('%s', (address, on) =>
    expect(contactsIn(`Send it to ${address}, thanks.`)).toMatchObject([{ kind: 'wallet', on }]),
  );

  test.each([
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u',
    '0x0000000000000000000000000000000000000000',
  ])('a wrong checksum is none: %s', (address) => expect(contactsIn(`Send it to ${address}`)).toEqual([]));

  test('one address however its letters are written, where capitals are only a checksum', () => {
    const [a, b] = ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED'].map(
      values,
    );
    expect(a).toEqual(b);
  });
});

describe('links', () => {
  test.each([
    ['http://www.brook.example/?utm_source=profile', 'brook.example', 'own'],
    ['https://brook.example/work/1/', 'brook.example/work/1', 'own'],
    ['https://adabrook.github.io/p0/', 'adabrook.github.io/p0', 'own'],
    ['https://github.com/AdaBrook', 'github.com/adabrook', 'page'],
    ['https://github.com/facebook/react', 'github.com/facebook/react', 'nothing'],
    ['https://uk.linkedin.com/in/ada-brook/', 'linkedin.com/in/ada-brook', 'page'],
    ['https://stackoverflow.com/users/1/ada', 'stackoverflow.com/users/1', 'page'],
    ['https://developer.android.com/', 'developer.android.com', 'nothing'],
    ['https://bit.ly/abc', 'bit.ly/abc', 'nothing'],
    ['https://github.com/features', 'github.com/features', 'nothing'],
  ])('%s', (url, value, whose) => {
    const link = linkOf(url);
    expect(link?.value).toBe(value);
    expect(whoseIs(link as NonNullable<typeof link>)).toBe(whose);
  });

  test.each([
    'ftp://a.example',
    'javascript:alert(1)',
    'https://10.0.0.1/x',
    'https://localhost',
    'https://a.nosuchending',
    'x',
  ])('none: %s', (url) => expect(linkOf(url)).toBeUndefined());

  test('in a text, with what stands after it left out', () => {
    expect(values('See (https://brook.example/a_(b)), github.com/AdaBrook. And main.py, node.js!')).toEqual([
      'brook.example/a_(b)',
      'github.com/adabrook',
    ]);
  });

  test('the file of a picture', () => {
    expect(pictureOf('https://pictures.example/h/d229.jpg?s=80')).toBe('pictures.example/h/d229.jpg');
    expect(pictureOf('https://images.example/static/default-avatar.png')).toBeUndefined();
    expect(pictureOf('data:image/png;base64,AAAA')).toBeUndefined();
  });
});

test('says where it stands in the text as it was written', () => {
  const text = '👋 Mail: ada\u200b7@gmail.com ✓ tg @adabrook';
  expect(contactsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'ada\u200b7@gmail.com',
    '@adabrook',
  ]);
});

test('says what is written so that it is not recognised', () => {
  const disguised = (text: string) => contactsIn(text).map(({ isDisguised }) => isDisguised);
  expect(disguised('ada7@gmail.com, +49 171 3920000, telegram: @adabrook')).toEqual([undefined, undefined, undefined]);
  for (const text of ['ada7 at gmail dot com', 'te1egram: adabrook', 'аda7@gmail.com'])
    expect(disguised(text)).toEqual([true]);
});

describe('fields of a profile', () => {
  test.each([
    ['email', 'mossl.ine485@gmail.com', 'mossline485@gmail.com'],
    ['phone', '017 139 200-00', '1713920000'],
    ['WhatsApp', '+989120000001', '+989120000001'],
    ['Telegram', '@ada_brook', 'telegram:ada_brook'],
    ['Telegram', 'https://t.me/ada_brook', 'telegram:ada_brook'],
    ['Skype', 'live:.cid.brook97', 'skype:live:.cid.brook97'],
    ['wallet', '0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED', 'ethereum:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
    ['Website', 'www.brook.example', 'brook.example'],
    ['GitHub', 'github.com/AdaBrook', 'github.com/adabrook'],
    ['other', 'ada7@gmail.com', 'ada7@gmail.com'],
  ])('%s %s', (type, value, expected) => expect(contactOf(type, value)?.value).toBe(expected));

  test.each([
    ['email', 'verified'],
    ['phone', 'yes'],
    ['phone', '12345678'],
    ['Telegram', ''],
  ])('none: %s %s', (type, value) => expect(contactOf(type, value)).toBeUndefined());
});

test('takes any text, and says nothing outside of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string(), (text, type) => {
      let last = 0;
      for (const { start, end, value } of contactsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(value).not.toBe('');
        last = end;
      }
      contactOf(type, text);
    }),
    { numRuns: 300 },
  );
});

describe('a megabyte of the worst', () => {
  const SIZE = 200_000;
  test.each([
    'a',
    'a@',
    'a.',
    'a ',
    'a at ',
    'a dot ',
    '1',
    '1 ',
    '+1-',
    'two ',
    'tg ',
    'tg @',
    'telegram: ',
    '@a ',
    'https://',
    'https://a.example/',
    'www.',
    '.example',
    '0x',
    'bc1q',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ',
    'T7',
    '(',
    ' ',
    '\n',
    '\u200b',
    'аa',
    'é',
    '👋',
    'ada7@gmail.com ',
    'x@x.x',
    '//',
    'a:',
    '-',
    '<at>',
  ])('%j', (unit) => {
    const text = unit.repeat(Math.ceil(SIZE / unit.length));
    expect(contactsIn(text).length).toBeLessThanOrEqual(50);
    expectLinear((one) => contactsIn(one), text);
  });
});
