// @vitest-environment happy-dom
// The post kit: a word and two questions to put into a post, and who used them. It sorts, and finds nothing.
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PostKit } from '../../components/dashboard/PostKit.tsx';
import { followed, type PostKit as Kit, storedKits, withKit } from '../../lib/statements/post-kit.ts';
import { expectLinear } from '../expect-linear.ts';
import { soon } from '../soon.ts';

const kit: Kit = { word: 'Heron', questions: ['Which part is the riskiest?', 'When can you begin?'] };

describe('who followed the post', () => {
  it.each<[string, boolean, boolean, boolean]>([
    ['Heron. 1) The calendar. 2) On Monday.', true, true, true],
    ['Hello, heron! I read it all.\n1. The calendar\n2. On Monday', true, true, true],
    ['HERON\n(1) the sync (2) soon', true, true, false],
    ['Dear client, I have 1 year of work behind me and 2 cats.', false, false, false],
    [
      'I like birds. My favourite is at the end of this long letter about everything else that I do: heron',
      false,
      false,
      false,
    ],
    ['heronry', false, false, false],
    ['2: Monday', false, false, true],
    ['', false, false, false],
  ])('%j', (text, word, one, two) => {
    expect(followed(kit, text)).toEqual({ word, answers: [one, two] });
  });

  it('words in any script, and of several words', () => {
    expect(followed({ ...kit, word: 'цапля' }, 'Цапля! Добрый день').word).toBe(true);
    expect(followed({ ...kit, word: 'grey heron' }, 'Hi, grey heron it is').word).toBe(true);
    expect(followed({ ...kit, word: '!!' }, 'anything').word).toBe(false);
  });

  it('takes time in proportion to a bid', () => expectLinear((text) => followed(kit, text), '\n (#*- '.repeat(2_500)));
});

describe('what is stored', () => {
  it('is one kit a project, bounded, and nothing where it is none of ours', () => {
    const one = withKit(new Map(), 'guru:1', kit);
    expect(storedKits(JSON.parse(JSON.stringify(one))).get('guru:1')).toEqual(kit);
    expect(withKit(storedKits(one), 'guru:1', { ...kit, word: 'maple' })).toHaveLength(1);
    expect(withKit(storedKits(one), 'guru:1', undefined)).toEqual([]);
    for (const bad of [undefined, 'x', [['guru:1', { word: 1 }]], { a: 1 }]) expect(storedKits(bad).size).toBe(0);
    const many = Array.from({ length: 300 }, (_, i): [string, Kit] => [`guru:${i}`, kit]);
    expect(withKit(new Map(many), 'guru:new', kit)).toHaveLength(200);
  });
});

describe('its view', () => {
  afterEach(() => document.body.replaceChildren());
  const shown = (made: Kit | undefined) => {
    const root = document.createElement('div');
    document.body.append(root);
    const [onSave, onRemove] = [vi.fn(), vi.fn()];
    const bids = [
      { key: 'guru:ada' as const, text: 'Best price, call me.' },
      { key: 'guru:ben' as const, text: 'Heron. 1) The calendar. 2) Monday <b>.' },
      { key: 'guru:cyd' as const, text: undefined },
    ];
    render(<PostKit kit={made} offered="maple" bids={bids} onSave={onSave} onRemove={onRemove} />, root);
    return { root, onSave, onRemove };
  };

  it('offers a word, and is kept once both questions are there', async () => {
    const { root, onSave } = shown(undefined);
    const field = (id: string) => root.querySelector(`#${id}`) as HTMLInputElement;
    expect(field('kit-word').value).toBe('maple');
    expect((root.querySelector('#kit-save') as HTMLButtonElement).disabled).toBe(true);
    for (const [id, value] of [
      ['kit-first', ' What first? '],
      ['kit-second', 'What last?'],
    ] as const) {
      field(id).value = value;
      field(id).dispatchEvent(new Event('input', { bubbles: true }));
    }
    await soon(() => expect((root.querySelector('#kit-save') as HTMLButtonElement).disabled).toBe(false));
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(onSave).toHaveBeenCalledWith({ word: 'maple', questions: ['What first?', 'What last?'] });
  });

  it('says what to put into the post, and who followed it first', () => {
    const { root, onRemove } = shown(kit);
    for (const words of [kit.word, ...kit.questions])
      expect(root.querySelector('#kit-post')?.textContent).toContain(words);
    const rows = [...root.querySelectorAll('#kit-bids tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['@ben', 'Yes', 'Yes', 'Yes'],
      ['@ada', 'No', 'No', 'No'],
    ]);
    (root.querySelector('#kit-remove') as HTMLButtonElement).click();
    expect(onRemove).toHaveBeenCalled();
  });
});
