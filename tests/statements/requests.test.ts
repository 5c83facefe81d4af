// The search for requests: letters in disguise, languages apart, what stands around a sentence, and time.
import { describe, expect, it } from 'vitest';
import { findRequests } from '../../lib/statements/requests/find-requests.ts';
import { fold, readingsOf } from '../../lib/statements/requests/fold.ts';
import { languages } from '../../lib/statements/requests/languages/registry.ts';
import { Lexicon } from '../../lib/statements/requests/lexicon.ts';
import type { RequestContext } from '../../lib/statements/requests/request.ts';
import { flagRules } from '../../lib/statements/requests/rules/registry.ts';
import { sortWords } from '../../lib/statements/requests/sort-words.ts';
import { tokensOf } from '../../lib/statements/requests/tokens.ts';
import { expectLinear } from '../expect-linear.ts';

const said = (text: string, around: Partial<RequestContext> = {}) =>
  findRequests(text, { site: 'upwork', stage: 'message', ...around });
const flagsIn = (text: string, around?: Partial<RequestContext>) => said(text, around).requests.map(({ flag }) => flag);

describe('letters', () => {
  it.each([
    ['Wha\u200bts\u00adApp', 'whatsapp'],
    ['ＷｈａｔｓＡｐｐ', 'whatsapp'],
    ['𝗧𝗲𝗹𝗲𝗴𝗿𝗮𝗺', 'telegram'],
    ['Télégràm', 'telegram'],
    ['Телегра́м', 'телеграм'],
  ])('%s are compared as %s', (written, folded) => {
    expect(fold(written).folded).toBe(folded);
  });
  it('a letter of no width is left out at the first time as at the second', () => {
    expect([fold('Tele\0gram').folded, fold('Tele\0gram').folded]).toEqual(['telegram', 'telegram']);
  });

  it.each([
    ['skуpе', 'skype'],
    ['te1egram', 'telegram'],
    ['t€legram', 'telegram'],
    ['acc0unt', 'account'],
    ['teлeгpaмe', 'телеграме'],
    ['т3леграм', 'телеграм'],
    ['ᴛᴇʟᴇɢʀᴀᴍ', 'telegram'],
  ])('%s may stand for %s', (word, meant) => {
    expect([word, ...readingsOf(word)]).toContain(meant);
  });

  it('parted by signs are one word, and words with an apostrophe stay apart', () => {
    expect(tokensOf('by s k y p e now').map(({ text }) => text)).toEqual(['by', 'skype', 'now']);
    expect(tokensOf("I'm a dev").map(({ text }) => text)).toEqual(['i', 'm', 'a', 'dev']);
    expect(readingsOf('بالعملات')).toContain('عملات');
    expect(tokensOf("don't зв'язок").map(({ text }) => text)).toEqual(['dont', 'звязок']);
  });
});

describe('a quotation', () => {
  it('is the sentence as it was written, where it stands', () => {
    const text = 'All is done. Add me on Te\u200blegram, please! Bye.';
    expect(said(text).requests).toMatchObject([{ quote: 'Add me on Te\u200blegram, please!' }]);
  });

  it('of an endless sentence is the part around, and never longer than is kept', () => {
    const text = `${'word '.repeat(2_000)}add me on telegram ${'word '.repeat(2_000)}`;
    const [found] = said(`the and of to in is ${text}`).requests;
    expect(found?.quote).toContain('add me on telegram');
    expect(found?.quote.length).toBeLessThanOrEqual(300);
  });
});

describe('what stands around', () => {
  const asks = 'Please add me on Telegram, there I answer at once.';
  it('decides', () => {
    expect(flagsIn(asks)).toEqual(['off-platform']);
    expect(flagsIn(asks, { before: 'Are you on Telegram?' })).toEqual([]);
    expect(flagsIn(asks, { before: 'When can you begin?' })).toEqual(['off-platform']);
    expect(flagsIn(asks, { post: 'Our team is on Telegram.' })).toEqual([]);
    expect(flagsIn(asks, { post: 'A shop for tea.' })).toEqual(['off-platform']);
    expect(flagsIn(asks, { site: 'freelancehunt' })).toEqual([]);
    expect(flagsIn(asks, { isHired: true })).toEqual([]);
    expect(flagsIn(asks, { site: 'fiverr', isHired: true })).toEqual(['off-platform']);
  });
});

describe('what was once wanted by others, or refused', () => {
  it.each([
    ['Somebody wrote me and wanted to rent my Upwork profile for 200 a month. I declined.', []],
    ['Can I rent your Upwork profile for 200 a month?', ['borrowed-account']],
    ['Un cliente me ofreció Western Union y luego desapareció.', []],
    ['Mich wollte neulich jemand überreden, einen Vorschuss in USDT zu zahlen.', []],
    ['Klient chciał mnie wyciągnąć na Telegram, żeby nie płacić prowizji, odmówiłem.', []],
  ])('%s', (text, flags) => {
    expect(flagsIn(text)).toEqual(flags);
  });
});

describe('a text that may be in two languages', () => {
  it('is told by the words of either', () => {
    expect(flagsIn('Один заказчик просил перейти в телеграм до договора, я отказался.')).toEqual([]);
  });
});

describe('what nobody wrote down before', () => {
  it.each([
    ['introduces-others', 'Two of us would be faster. Open a second contract for my brother with the same rate.'],
    ['introduces-others', 'Сам я дальше не смогу, но мой знакомый доделает проект с понедельника, он в курсе всего.'],
    [
      'introduces-others',
      'Starting next week my part will be done by another person, only the name in the contract changes.',
    ],
    ['extortion', 'Toda su base de datos está en mi portátil, yo que usted no cerraría el contrato.'],
    [
      'extortion',
      'Transfer 2,000 until Sunday. After that your customers get an email from me with all you keep about them.',
    ],
    [
      'extortion',
      "J'ai changé le mot de passe admin. Vous l'aurez quand je verrai le paiement complet et 500 de plus.",
    ],
    ['paid-before-work', 'The logo is nearly ready. Release the funds and you will have it within the hour.'],
    ['paid-before-work', 'Давайте закроем этап на полную сумму сегодня, недостающие экраны будут в понедельник.'],
    ['other-address', 'My contact in Arizona keeps the machines of several people running, please ship there.'],
    [
      'other-address',
      'Не используйте адрес из паспорта, ноутбук отправьте туда, куда я пришлю в чат, другому человеку.',
    ],
    [
      'executive-cold-call',
      'Ich leite eine Firma mit 30 Programmierern. Was immer Sie brauchen, Web oder App, wir machen es.',
    ],
    ['early-access', 'Open AnyDesk for ten minutes, I show you what I would do, we can make the contract later.'],
  ])('%s: %s', (flag, text) => {
    expect(flagsIn(text)).toContain(flag);
  });

  it.each([
    'A friend of mine had the same problem with Stripe and solved it with webhooks.',
    'I made the website of a software company with 60 engineers, the founder still writes to me.',
    'I send you the finished draft first, you pay only when you like it.',
    'If you do not renew the certificate by Sunday, your site will go offline.',
    'My parcel was with the neighbour, the laptop is here and works. Thank you!',
    'The site pays out to my Payoneer, you need to do nothing.',
    'The laptop you sent stays on my desk and is locked when I am away.',
    'I can show you everything first, the release is up to you.',
  ])('and is not: %s', (text) => {
    expect(flagsIn(text)).toEqual([]);
  });

  it('a host that stands in the place of a word is one', () => {
    expect(flagsIn('my mail is karol at ukr.net')).toEqual(['off-platform']);
  });
});

describe('wide notions', () => {
  it.each([
    ['off-platform', 'The chat here is slow for me; my number is on my business card, call me.'],
    ['executive-cold-call', 'Sie haben Personalmangel? Zwanzig Entwickler stehen bereit, zwei Wochen auf Probe.'],
    ['borrowed-account', 'Mon équipe code, vous passez les entretiens et vous touchez votre part chaque mois.'],
    ['extortion', "Je garde des portes dérobées; payez et j'oublie."],
    ['other-address', 'Mande o notebook para a garagem do meu cunhado, ele vai receber.'],
  ])('of %s stand near each other: %s', (flag, text) => {
    expect(flagsIn(text)).toContain(flag);
  });

  it.each([
    'The chat of your shop is slow; I can make it fast.',
    'Zwanzig Entwickler haben an diesem Projekt gearbeitet, ich war einer davon.',
    'O notebook fica na minha casa, no endereço do contrato.',
    'If we do not back up the database, your data is lost when the server crashes.',
  ])('one alone is nothing: %s', (text) => {
    expect(flagsIn(text)).toEqual([]);
  });
});

describe('pieces of meaning', () => {
  it.each([
    ['extortion', 'you fired me. I still have your code. I think your competitors would like it'],
    ['extortion', '2 btc in 48 stunden, sonst ist die datenbank weg'],
    ['introduces-others', 'кстати мой друг тоже шарит в реакте, можете и его взять'],
    ['introduces-others', 'From Monday on I am busy with another job, so Igor will take my place in the project.'],
    ['other-address', 'No puedo recibir paquetes en la dirección de mi pasaporte. Usa esta otra por favor'],
    ['avoids-video', 'Alla chiamata viene il mio collega, parla meglio inglese'],
    ['borrowed-account', 'Este não é meu nome, uso a conta da minha esposa porque a minha foi fechada'],
  ] as const)('of %s: %s', (flag, text) => {
    expect(flagsIn(text)).toContain(flag);
  });

  it.each([
    'If the payment fails, the app must delete the order and tell the customer.',
    'Your customers will love it when the site is faster, and mine did: I keep copies of their letters.',
    'My friend has the same laptop, so I know the driver problem.',
    'Die Frau des Inhabers hat ein eigenes Konto im Backend, ich gäbe ihr die Rolle Redaktion.',
    'Никогда не отказываюсь от видеоинтервью, скажите когда.',
  ])('say nothing of: %s', (text) => {
    expect(flagsIn(text)).toEqual([]);
  });

  it('are an answer where the post names them', () => {
    const text = 'No meetings, everything in writing, that is how I like it.';
    expect(flagsIn(text)).toEqual(['avoids-video']);
    expect(flagsIn(text, { post: 'We work async and have no meetings.' })).toEqual([]);
  });
});

describe('a language', () => {
  it.each([
    ['en', 'I have read your post and would begin with the export.'],
    ['es', 'He leído su anuncio y empezaría por la exportación de los datos.'],
    ['pt', 'Li o seu anúncio e começaria pela exportação dos dados.'],
    ['ru', 'Я прочитал ваше объявление и начал бы с выгрузки данных.'],
    ['uk', 'Я прочитав ваше оголошення і почав би з вивантаження даних.'],
    ['it', 'Ho letto il suo annuncio e comincerei con i dati, poi il modulo e i test.'],
    ['pl', 'Przeczytałem ogłoszenie i najpierw zrobię dane, a potem testy, jeśli to jest w porządku.'],
    ['tr', 'İlanı okudum ve önce verileri, sonra testleri yaparım, bu iş için bir hafta yeter.'],
    ['id', 'Saya sudah membaca iklan anda dan akan mulai dengan data dari situs ini.'],
    ['zh', '我看过您的需求，明天可以开始做这个项目。'],
    ['ar', 'قرأت هذا الإعلان وأنا يمكنني أن أبدأ مع البيانات من بعد غد.'],
    ['hi', 'मैं आपका विज्ञापन पढ़ चुका हूँ और कल से काम शुरू कर सकता हूँ।'],
    ['de', 'Ich habe Ihre Anzeige gelesen und würde mit dem Export anfangen.'],
  ])('%s is known', (language, text) => {
    expect(said(text).language).toBe(language);
  });

  it('is not mixed up with one that shares small words: a Portuguese “plano” is a subscription, a Spanish one a drawing', () => {
    const text =
      'Cliente tras cliente se aprende: con una quesería aprendí a medir antes. Lo último fue un plano para una librería.';
    expect(said(text)).toEqual({ language: 'es', requests: [] });
  });

  it('that is none of these is said to be none', () => {
    expect(
      said('Olen lukenut ilmoituksesi ja aloittaisin tietojen viennistä huomenna aamulla.').language,
    ).toBeUndefined();
  });

  it('has words for every meaning that the others have, or fewer, and none that no rule knows', () => {
    const used = new Set(
      flagRules.flatMap(({ rules, topics, ofPost = [], topicsOfPost = [] }) => [
        ...topics,
        ...ofPost,
        ...topicsOfPost,
        ...rules.flatMap((rule) =>
          [rule.all, rule.with, rule.unless, rule.notNear, rule.also, rule.nowhere, rule.before]
            .flat()
            .flatMap((key) => key?.split('|') ?? []),
        ),
      ]),
    );
    for (const inside of ['neg', 'notneg', 'warn', 'others', 'toldof', 'declined', 'digit']) used.add(inside);
    for (const { id, words, pieces = {} } of languages) {
      expect(
        [...Object.keys(words), ...Object.keys(pieces)].filter((meaning) => !used.has(meaning)),
        id,
      ).toEqual([]);
    }
  });
});

describe('the words of a meaning', () => {
  it('are words, because signs are none: "% for you" would be "for you", and "#percent" the word "percent"', () => {
    for (const { id, words, pieces = {} } of languages) {
      const parts = [...Object.values(words), ...Object.values(pieces)].flatMap((list) =>
        list.split(',').flatMap((phrase) => phrase.trim().split(/\s+/)),
      );
      expect(
        parts.filter((part) => part !== '' && part !== '..' && (!/[\p{L}\p{N}]/u.test(part) || part.includes('#'))),
        id,
      ).toEqual([]);
    }
  });

  it('begin with a word or a number: what begins with a percentage or an address is never looked up', () => {
    for (const { id, words, pieces = {} } of languages) {
      const phrases = [...Object.values(words), ...Object.values(pieces)].flatMap((list) => list.split(/[,\n]/));
      expect(
        phrases.filter((phrase) => {
          const [first] = tokensOf(phrase.trim().split(/[ |]/)[0] ?? '');
          return phrase.trim() !== '' && first?.kind !== 'word' && first?.kind !== 'number';
        }),
        id,
      ).toEqual([]);
    }
  });

  it('are refused where one is the name of a kind of figure', () => {
    const lexicon = new Lexicon(sortWords([{ id: 'xx', common: 'the', words: { share: 'a #percent' } }], {}));
    expect(() => lexicon.find(tokensOf('a percent'), 1, () => {})).toThrow('#percent');
  });

  it.each([
    'I can do it for you. Please check my profile.',
    'I have read your description and I can do this for you. Please have a look at my profile and past reviews.',
    'I will do the work for you.',
    'Hello, this is Sam. I can fix this for you today; my profile and my reviews show similar work.',
    "I'm excited about the opportunity to join Aldera as a Developer. I have a strong foundation in machine learning.",
    'With our many skills we are equipped to execute this project on time.',
    'Put the full contact details and clickable icons for WhatsApp into the footer.',
    'If you need a developer too: I keep a list of open questions that you can see.',
    'I know someone who had the same problem with the API.',
    'My colleague Anna will join the call since she did the design.',
    'I have attached my CV and a cover letter.',
    'All code belongs to you after the final payment.',
    'When the payment arrives, I will send the invoice.',
    'I usually ask for 30% in advance and 70% once you have tested it.',
    'First I check the code, then the database, then the server.',
    'Your admin password is weak; you should change it first.',
    'I will remove all old files from the server tonight and put the new ones online.',
    'I can register the domain in your name.',
    'Give me an hour with your papers, then I know what to ask. A week in a shop taught me that.',
    'I can set up the shipping rules so that packages can go to another address.',
    'I had to do much by mail. I prefer small steps that can be undone.',
    'Tengo un equipo de cinco desarrolladores con experiencia en React.',
    'Primero reviso el acceso y la base de datos del sitio.',
    'Tengo copia de sus archivos y se los entrego hoy.',
    'Conheço uma pessoa que teve o mesmo problema.',
    'Trabalho com uma designer muito boa e entregamos tudo junto.',
    'O pagamento é feito depois que você testar tudo.',
    'Завтра пришлю счёт и отчёт.',
    'Платите только тогда, когда увидите результат.',
    'Мне нужно знать, какая у вас база данных.',
    'Ich kenne jemanden, der dasselbe Problem hatte.',
    'Der Quellcode gehört Ihnen nach der letzten Zahlung.',
    'Morgen schicke ich Ihnen die Rechnung und den Bericht.',
    "Ma collègue s'occupe du design et moi du code.",
    "D'abord je vérifie l'accès et la base de données.",
    'Le paiement se fait après que vous avez tout testé.',
  ])('find nothing in what everybody writes: %s', (text) => {
    expect(said(text, { stage: 'bid' }).requests).toEqual([]);
  });
});

describe('hostile texts', () => {
  const megabyte = 1_000_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(megabyte / piece.length)).slice(0, megabyte);
  const worst: Record<string, string> = {
    'one word': fill('a'),
    'single letters': fill('a '),
    'quotation marks': fill('" '),
    'words in quotation marks': fill('"add me on telegram '),
    'dots within words': fill('a.b-'),
    'at signs': fill('a@b.'),
    digits: fill('1 2 '),
    'words for digits': fill('one two '),
    negations: fill('not '),
    'requests without an end of a sentence': fill('contact me telegram pay usdt first release '),
    'requests that are warned of': `Beware ${fill('contact me on telegram pay usdt ')}`,
    'the beginnings of phrases': fill('pay .. before let us drop a '),
    leet: fill('t3l3gr4m@1 '),
    'mixed scripts': fill('тelеgrам '),
    'zero-width characters': fill('\u200b\u200d'),
    'combining marks': fill('a\u0301\u0301'),
    'surrogates alone': fill('\ud835 '),
    'mathematical letters': fill('𝗮𝗯'),
    ideographs: fill('微信'),
    brackets: fill('([{<'),
  };

  it.each(Object.entries(worst))('of a megabyte of %s take time in proportion', (_, text) => {
    expectLinear((one) => findRequests(one, { site: 'upwork', stage: 'message' }, one.length), text);
  });

  it('of a megabyte are read as far as a text is kept', () => {
    const text = fill('I would begin with the export. Please contact me on telegram so that we can talk. ');
    expect(said(text).requests.length).toBeGreaterThan(0);
  });

  it.each([1, 2, 3])('of 50,000 characters of anything are read, seed %i', (seed) => {
    let state = seed * 7_919;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state;
    };
    const text = Array.from({ length: 50_000 }, () => String.fromCharCode(next() % 0x1_0000)).join('');
    const { requests } = findRequests(text, { site: 'upwork', stage: 'bid' }, text.length);
    for (const { quote } of requests) expect(quote.isWellFormed()).toBe(true);
  });
});

describe('a threat', () => {
  const threat = (text: string) => [...new Set(flagsIn(text))].filter((flag) => flag === 'extortion');
  it('comes after its “otherwise”, and not before', () => {
    const shown =
      'My fee is 400 dollars for the customer portal, which the owner shows to everyone. Otherwise: ask me.';
    expect(threat(shown)).toEqual([]);
    expect(threat('Send 400 dollars today. Otherwise I publish the customer data you gave me.')).toEqual(['extortion']);
  });
});
