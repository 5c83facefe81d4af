import { describe, expect, it } from 'vitest';
import { ClientPost, restOf } from '../../lib/text/client-post.ts';
import { overlapOf, placesIn } from '../../lib/text/overlap.ts';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { sharedParts } from '../../lib/text/shared-parts.ts';

/** The stretches of a text that another has too. */
function shared(text: string, other: string, post?: ClientPost): string[] {
  const own = prepareText(text, post);
  return sharedParts(own, overlapOf(own, prepareText(other, post)), 10_000)
    .filter(({ same }) => same)
    .map((part) => part.text);
}

const invoices = 'Last autumn I rebuilt the invoice queue of a dairy so that nobody types a number twice.';
const ferry = 'For a ferry line we drew the timetable screens on paper before any code was written.';
const choir = 'The archive of a choir was my slowest job, and the one I learned the most from.';

describe('what two texts share', () => {
  it('is a sentence, wherever it stands', () => {
    expect(shared(`${invoices} ${ferry}`, `${choir} ${ferry} ${invoices}`)).toEqual([`${invoices} ${ferry}`]);
  });

  it('is what stands around something filled in', () => {
    const of = (what: string) => `I would start your ${what} by drawing the three screens people use most every day.`;
    expect(shared(of('booking portal'), of('seed catalogue for growers'))).toEqual([
      'I would start your',
      'by drawing the three screens people use most every day.',
    ]);
  });

  it('is not a turn of phrase here and there', () => {
    const other =
      'So that nobody waits, the invoice queue of a bank was cut. Last autumn I rebuilt a house instead of a website.';
    expect(shared(invoices, other)).toEqual([]);
  });

  it('is what leads on past a word that was replaced, put in or left out', () => {
    const reworded = 'Last autumn I rebuilt the billing queue of a large dairy so that nobody types number twice.';
    expect(shared(invoices, reworded)).toEqual([
      'Last autumn I rebuilt the',
      'queue of a dairy so that nobody types',
      'number twice.',
    ]);
  });

  it('is not three words more that stand on the other side there', () => {
    const turned =
      'So that nobody waits, last autumn I rebuilt the invoice queue of a hospital and a school and a bank.';
    expect(shared(invoices, turned)).toEqual(['Last autumn I rebuilt the invoice queue of a']);
  });

  it('is not what both quote from the post, as it stands or lightly reworded', () => {
    const post = new ClientPost(
      'Bakery till',
      'We need a till for our bakery that works without the internet and prints the daily totals.',
    );
    const quote = 'You need a till for our bakery that works without the internet and prints the daily totals, fine.';
    const reworded = 'You want a till for your bakery that also works without the internet and prints daily totals.';
    expect(shared(`${quote} ${choir}`, `${quote} ${choir}`, post)).toEqual([choir]);
    expect(shared(`${reworded} ${choir}`, `${reworded} ${choir}`, post)).toEqual([choir]);
    expect(shared(`${quote} ${choir}`, `${quote} ${choir}`)).toEqual([`${quote} ${choir}`]);
  });

  it('is the same in scripts without spaces', () => {
    const text = '去年我为一家乳品厂重写了发票队列，再也没有人手工抄写数字。';
    expect(shared(`${text}这是我自己的话。`, `别人的另一句话在这里。${text}`)).toEqual([text]);
  });
});

describe('a post of which only the beginning is known', () => {
  const [known, next, last] = [
    'We need a till for our bakery that works without the internet and prints the daily totals on paper.',
    'The drawer should open with a key and the old scales must stay connected to it somehow.',
    'Please tell us when you could visit the shop and which tills you have set up before.',
  ] as const;
  const rest = (...texts: string[]) =>
    restOf(
      'Bakery till',
      known,
      texts.map((text, i) => ({ author: `${i}`, text })),
    );

  it('goes on where bidders quote on', () => {
    expect(rest(`${known} ${next} ${choir}`, `${ferry} ${next}`)).toBe(next.slice(0, -1));
  });

  it('has what a bidder who quotes the beginning shares with others, wherever it stands', () => {
    const quoter = `${last} ${ferry} ${known.slice(8)} ${choir}`;
    expect(rest(quoter, `${invoices} ${last}`)).toBe(last.slice(0, -1));
    expect(rest(`${last} ${ferry}`, `${invoices} ${last}`)).toBe('');
    expect(rest(quoter, quoter.toUpperCase()).toLowerCase()).toContain(last.slice(0, -1).toLowerCase());
  });

  it('is quoted by who has seven of its words in a row, the title apart', () => {
    const post = new ClientPost('A till for our bakery that works without', known, next);
    const is = (text: string) => post.isQuotedBy(prepareText(text, post));
    expect(is('It works without the internet and prints the lot.')).toBe(false);
    expect(is('It works without the internet and prints the daily lot.')).toBe(true);
    expect(is('I make a till for our bakery that works without fail.')).toBe(false);
    expect(is(next)).toBe(false);
    expect([post.isKnownEnough, new ClientPost('', `${known} ${last}`).isKnownEnough]).toEqual([false, true]);
  });

  it('is pasted in one place, whatever word was put in between', () => {
    const places = (text: string, other: string) => {
      const own = prepareText(text, undefined);
      return placesIn(own, overlapOf(own, prepareText(other, undefined)));
    };
    expect(places(`${ferry} ${next} And also this. ${last}`, `${next} ${last}`)).toBe(1);
    expect(places(`${next} ${ferry} ${last}`, `${next} ${last}`)).toBe(2);
    expect(places(`${next} ${ferry}`, choir)).toBe(0);
  });
});

describe('cutting', () => {
  it('gives the whole text back when put together', () => {
    const text = `  ${invoices}\n\n— ${ferry} 🚀 ${choir}`;
    const own = prepareText(text, undefined);
    const parts = sharedParts(own, overlapOf(own, prepareText(ferry, undefined)), 10_000);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.map(({ same }) => same)).toEqual([false, true, false]);
  });

  it('stops at the longest text shown, also in the middle of a pair of surrogates', () => {
    const text = `${invoices} 🚀`;
    const own = prepareText(text, undefined);
    const all = new Uint8Array(own.length);
    const cutShort = sharedParts(own, all, text.length - 1)
      .map((part) => part.text)
      .join('');
    expect(cutShort).toHaveLength(text.length - 1);
    expect(cutShort.isWellFormed()).toBe(true);
  });
});

describe('hostile', () => {
  it.each([
    ['nothing', ''],
    ['one word again and again', 'work '.repeat(200_000)],
    ['two sentences again and again', `${invoices} ${ferry} `.repeat(2_000)],
    ['no full stop in 4,000 words', Array.from({ length: 4_000 }, (_, i) => `w${i % 900}`).join(' ')],
    ['a full stop after every word', 'a. b. c. d. e. f. '.repeat(3_000)],
    ['lone surrogates', '\ud800 a \udfff b '.repeat(500)],
  ])('compares %s with itself', (_, text) => {
    const own = prepareText(text, new ClientPost(text, text));
    expect(own.ownWords).toBe(0);
    const plain = prepareText(text, undefined);
    expect(sharedParts(plain, overlapOf(plain, plain), 500).every((part) => part.text.isWellFormed())).toBe(true);
  });

  it('takes what a text repeats for no more than one', () => {
    expect(prepareText(`${invoices} `.repeat(50), undefined).fingerprints.length).toBeLessThanOrEqual(
      prepareText(`${invoices} ${invoices}`, undefined).fingerprints.length,
    );
  });
});
