// A list that grows is read as far as it is new: cards that stayed as they were are not gone through again, and what
// they said is the very object of before, so that nobody has to compare it.
import { expect, it } from 'vitest';
import { Memo } from '../../lib/reading/memo.ts';
import { readPageOf } from '../../lib/reading/read-page.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { nodesVisited } from './dom-work.ts';
import { bidders, open, page, projectUrl, siteCard } from './pages.ts';

const BIDS = 60;
const cards = bidders(BIDS + 1).map(siteCard);
const openList = () => {
  const document = open(page(`<div id="list">${cards.slice(0, BIDS).join('')}</div>`));
  const list = document.querySelector('#list') ?? expect.fail();
  const memo = new Memo();
  const read = () => readPageOf(freelancer, document, projectUrl, { memo })?.reading ?? expect.fail();
  const grow = () => {
    list.insertAdjacentHTML('beforeend', cards[BIDS] ?? '');
    memo.forget(list);
  };
  return { document, list, memo, read, grow };
};

it('costs little more than the new card', () => {
  const { document, read, grow } = openList();
  const first = nodesVisited(document, read);
  grow();
  const second = nodesVisited(document, read);
  expect(second / first).toBeLessThan(0.5);
});

it('gives what is as it was as the same objects', () => {
  const { read, grow } = openList();
  const first = read();
  grow();
  const second = read();
  const before = new Set<object>([...first.sightings, ...(first.outlines?.[0]?.cards ?? [])]);
  const news = [...second.sightings, ...(second.outlines?.[0]?.cards ?? [])].filter((one) => !before.has(one));
  // The project, and of the new bidder the bid, the person and the card.
  expect(news).toHaveLength(4);
});

it('and a card that has changed is read again, alone', () => {
  const { list, memo, read } = openList();
  const first = read();
  const words = list.children[2]?.querySelector('p') ?? expect.fail();
  words.textContent =
    'Good evening, this is another letter, which the same person wrote in the place of the first one.';
  memo.forget(words);
  const second = read();
  const changed = second.sightings.filter((one, n) => one !== first.sightings[n]);
  expect(changed.filter(({ kind }) => kind === 'bid').map(({ ids }) => ids.account)).toEqual(['bidder-2']);
  expect(JSON.stringify(changed)).toContain('another letter');
});
