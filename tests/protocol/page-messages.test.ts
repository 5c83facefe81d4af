import { describe, expect, it } from 'vitest';
import { askPage, parseAnyPageRead } from '../../lib/protocol/page-messages.ts';

describe('the popup asks a page', () => {
  it('who is there', async () => {
    const asked: unknown[] = [];
    const here = { site: 'freelancer', accounts: ['ada'] };
    const answer = await askPage(
      async (message) => {
        asked.push(message);
        return { type: 'what-is-here', here };
      },
      'what-is-here',
      {},
    );
    expect(answer).toMatchObject({ here });
    expect(asked).toEqual([{ type: 'what-is-here' }]);
  });

  it.each([
    ['nothing', undefined],
    ['an answer to something else', { type: 'look-again' }],
    ['accounts that are no texts', { type: 'what-is-here', here: { site: 'freelancer', accounts: [7] } }],
  ])('and refuses %s', async (_, answer) => {
    await expect(askPage(async () => answer, 'what-is-here', {})).rejects.toThrow();
  });
});

describe('what the script in any page gives', () => {
  it('is a reading, and the text that was selected', () => {
    const read = {
      reading: { site: 'web', url: 'https://atelier.example/', page: 'profile' },
      selected: 'Dear client',
    };
    expect(parseAnyPageRead(read)).toEqual(read);
  });
  it.each([undefined, {}, { reading: { url: 7 } }, { reading: { site: 'web', url: '' }, selected: 7 }])(
    'that is %j is refused',
    (read) => {
      expect(() => parseAnyPageRead(read)).toThrow();
    },
  );
});
