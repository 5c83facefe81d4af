// What a bidder wrote is told to the worker once, and what the worker makes of it is the same.
import { expect, it } from 'vitest';
import { makeTold } from '../../lib/overlay/told.ts';
import { withHeuristics } from '../../lib/reading/heuristics.ts';
import { Memo } from '../../lib/reading/memo.ts';
import { readPageOf } from '../../lib/reading/read-page.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { withoutSame, withSame } from '../../lib/reading/same-words.ts';
import { freelancer } from '../../lib/sites/freelancer.ts';
import { bidders, open, page, projectState, projectUrl, siteCard } from './pages.ts';

const people = bidders(20);
const read = (document: Document, memo = new Memo()): Reading =>
  readPageOf(freelancer, document, projectUrl, { memo })?.reading ?? expect.fail();
const bidOf = (reading: Reading, user: string) =>
  withHeuristics(reading, freelancer).sightings.find(({ kind, ids }) => kind === 'bid' && ids.account === user)?.said;
const times = (text: string, word: string) => text.split(word).length - 1;

it('each letter is in the message once, and comes out of it whole', () => {
  const reading = read(open(page(people.map(siteCard).join(''))));
  const { fields } = makeTold().tell(reading);
  for (const { text } of people) expect(times(fields.told?.things ?? '', text)).toBe(1);
  const parsed = parseReading(JSON.parse(JSON.stringify(reading)));
  if ('problem' in parsed) throw new Error(parsed.problem);
  for (const { user, text } of people) {
    const said = bidOf(parsed.reading, user)?.text ?? [];
    expect(said.map(({ value }) => value)).toEqual([text]);
  }
});

it('words that the site’s own places do not have are told with the card', () => {
  const document = open(page(people.map(siteCard).join('')));
  const other = 'These are words of another kind, which stand in the card and in no place that the site is known for.';
  document
    .querySelectorAll('app-project-view-logged-out-bid-card')[3]
    ?.insertAdjacentHTML('beforeend', `<div>${other}</div>`);
  const { fields } = makeTold().tell(read(document));
  expect(times(fields.told?.things ?? '', other)).toBe(1);
});

it('of two cards of one person each keeps its own words', () => {
  const [first = expect.fail()] = people;
  const another = {
    ...first,
    text: 'A second letter by the same person, of other words, as long as a letter has to be.',
  };
  const reading = read(open(page([...people, another].map(siteCard).join(''))));
  const { fields } = makeTold().tell(reading);
  expect(fields.told?.things).toContain(another.text);
});

it('a card that stayed while the state came to say something else of its bid keeps its words', () => {
  const document = open(page(people.map(siteCard).join('')));
  const memo = new Memo();
  const before = read(document, memo);
  const [first = expect.fail()] = people;
  const bids = people.map(({ user, text }) => ({
    username: user,
    description: `${text} And what the page does not show.`,
  }));
  document.body.insertAdjacentHTML('beforeend', projectState({ projectId: 39000001, title: 'Garden club site', bids }));
  const after = read(document, memo);
  const [was, is] = [before, after].map((one) => bidOf(one, first.user)?.text?.map(({ value }) => value));
  expect(was).toEqual([first.text]);
  expect(is?.[0]).toContain(first.text);
  expect(new Set(is?.map((value) => String(value).slice(0, first.text.length)))).toEqual(new Set([first.text]));
});

it('a place that is none has no words', () => {
  const item = {
    text: 'Words that are long enough to be left out of the outline of a card.',
    path: [0],
    slot: 'p.<div.',
  };
  const wordings = [`Hello. ${item.text}`];
  const [without = expect.fail()] = withoutSame([item], wordings);
  expect(without).toMatchObject({ text: '', same: [0, 7, item.text.length] });
  expect(withSame([without], wordings)).toEqual([item]);
  expect(withSame([without], [])).toEqual([{ ...item, text: '' }]);
  expect(withSame([{ ...without, same: [0, 900, 9] }], wordings)).toEqual([{ ...item, text: '' }]);
});
