// How long it takes to read texts for requests, as multiples of the floor: cutting the same text at its spaces.
import { findRequests } from '../../lib/statements/requests/find-requests.ts';

const REPEATS = 9;

/** A bid of the usual length, in which every part of the search has something to do. */
const BID =
  'Hello, I have read your post about the dashboard and can do it with charts, filters, an export and roles. I have eight years of ' +
  'experience with React and Node and built two such dashboards, one for a logistics firm. First I would look at the data, then draw ' +
  'two screens for you to choose from. Please add me on Telegram so that we can talk about the details, I am online all day. ';

function median(work: () => void): number {
  work();
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[REPEATS >> 1] as number;
}

/** The table of this part. */
export async function requests(): Promise<{ title: string; markdown: string }> {
  const page = Array.from({ length: 100 }, (_, i) => `${i} ${BID.repeat(2)}`);
  const megabyte = BID.repeat(Math.ceil(1_000_000 / BID.length));
  const read = (text: string, most?: number) => findRequests(text, { site: 'upwork', stage: 'bid' }, most);
  // The words of all languages are made ready once in a worker's life.
  const first = median(() => {});
  const began = performance.now();
  read(BID);
  const ready = performance.now() - began - first;
  const rows = [
    ['a page of 100 bids', () => page.map((text) => read(text)), page.join(' ')],
    ['a message of 1 MB, as much of it as is kept', () => read(megabyte), megabyte],
    ['a text of 1 MB, all of it', () => read(megabyte, megabyte.length), megabyte],
  ] as const;
  const lines = rows.map(([what, work, text]) => {
    const [own, floor] = [median(work), median(() => void text.split(' '))];
    return `| ${what} | ${own.toFixed(1)} ms | ${(own / floor).toFixed(1)} |`;
  });
  return {
    title: 'Requests in texts',
    markdown: [
      `All languages ready for the first text: ${ready.toFixed(0)} ms.`,
      '',
      '| | time | × floor |',
      '|---|---|---|',
      ...lines,
      '',
    ].join('\n'),
  };
}
