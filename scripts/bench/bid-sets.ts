// Files of bids to measure the command line on: an easy set, in which hardly anybody has anything in common with
// anybody, and a hard one, in which everybody has a little in common with thousands.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Writer } from '../evaluate/letters.ts';
import { random } from '../evaluate/random.ts';
import { realTemplates } from '../evaluate/template-data.ts';

/** Writes so many bids to a file, as JSON Lines. */
export type BidSet = (file: string, bids: number) => Promise<void>;

/** Bids of about 120 words by a quarter as many accounts; on every third project three accounts share a text. */
export const easy: BidSet = async (file, bids) => {
  const next = random(7);
  const writer = new Writer('english', next);
  await write(file, bids, (i) => {
    const project = Math.floor(i / 50);
    const shares = project % 3 === 0 && i % 50 < 3;
    const author = shares ? new Writer('english', random((project % 40) + 1_000)) : writer;
    const text = author.join(Array.from({ length: 10 }, () => author.own()));
    return { project: `${project}`, account: `bidder${next.int(0, bids / 4 - 1)}`, text };
  });
};

/**
 * Bids put together from chance fragments of 3 to 11 words of clients' posts, one in five of them from one of 500 texts of
 * that kind with one word in ten replaced. Real posts where they lie beside the checkout, else invented ones.
 */
export const hard: BidSet = async (file, bids) => {
  const next = random(1);
  const words = postWords();
  const text = (): string[] => {
    const all: string[] = [];
    while (all.length < 110) {
      const from = next.int(0, words.length - 13);
      all.push(...words.slice(from, from + next.int(3, 11)));
    }
    return all;
  };
  const families = Array.from({ length: 500 }, text);
  await write(file, bids, (i) => {
    const own = next() < 0.2 ? next.pick(families).map((word) => (next() < 0.1 ? next.pick(words) : word)) : text();
    return { project: `p${Math.floor(i / 20)}`, account: `a${next.int(0, bids / 8 - 1)}`, text: own.join(' ') };
  });
};

/** Makes texts from one template, each with gaps of its own. */
export function copiesOf(seed: number): () => string {
  const writer = new Writer('english', random(11));
  const template = Array.from({ length: 10 }, () => writer.own());
  const gaps = new Writer('english', random(seed));
  return () => writer.join(template.flatMap((sentence, s) => (s % 3 === 2 ? [sentence, gaps.own()] : [sentence])));
}

function postWords(): string[] {
  const real = realTemplates();
  const writer = new Writer('english', random(3));
  const posts = real
    ? [...real.posts.map(({ text }) => text), ...real.others]
    : Array.from({ length: 1_500 }, () => writer.post().text);
  return posts.flatMap((text) => text.split(/\s+/).filter(Boolean));
}

async function write(
  file: string,
  bids: number,
  of: (i: number) => { project: string; account: string; text: string },
): Promise<void> {
  const out = createWriteStream(file);
  for (let i = 0; i < bids; i++) {
    const seenAt = new Date(Date.UTC(2026, 8, 1) + i * 60_000).toISOString();
    const line = JSON.stringify({ kind: 'bid', site: 'freelancer', seenAt, ...of(i) });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
