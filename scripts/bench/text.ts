// How fast the text kernel is: taking texts in, asking about one, the memory it holds, and coming back
// after an end; as multiples of the floor (cutting a text into words and hashing its shingles), and
// beside three npm packages that find near copies.
import bloomFilters from 'bloom-filters';
import minhash from 'minhash';
import simhash from 'simhash-js';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { shinglesInto } from '../../lib/text/shingles.ts';
import { type PackedBlock, TextIndex } from '../../lib/text/text-index.ts';
import { MAX_TOKENS, scan, TokenBuffer } from '../../lib/text/tokens.ts';
import { Writer } from '../evaluate/letters.ts';
import { type Random, random } from '../evaluate/random.ts';

const SIZES = [20_000, 200_000, 1_000_000];
const PEER_SIZE = 2_000;
const QUERIES = 300;
const ROUNDS = 5;
/** Every so many texts one is an edited copy of the one before. */
const COPY = 10;

/** Texts of about 120 words; of some, an edited copy follows. */
class Source {
  readonly #next: Random;
  readonly #writer: Writer;
  #sentences: string[] = [];

  constructor(seed: number) {
    this.#next = random(seed);
    this.#writer = new Writer('english', this.#next);
  }

  text(n: number): string {
    const next = this.#next;
    if (n % COPY === 1) {
      // A third of the sentences go, the others change places, one word in fifteen is replaced.
      const kept = this.#sentences.filter((_, i) => i % 3 !== 0).reverse();
      return this.#writer.join(
        kept.map((sentence) =>
          sentence
            .split(' ')
            .map((word) => (next() < 1 / 15 ? `other${next.int(1, 999)}` : word))
            .join(' '),
        ),
      );
    }
    this.#sentences = Array.from({ length: 9 }, () => this.#writer.own());
    this.#sentences.push(this.#writer.stock());
    return this.#writer.join(this.#sentences);
  }
}

/** Milliseconds of processor time so far: what else runs on the machine counts for little. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The middle of several runs, in microseconds a piece, after one that warms up. */
function median(run: () => unknown, pieces: number, rounds = ROUNDS): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = now();
    run();
    return now() - start;
  });
  return ((times.sort((x, y) => x - y)[rounds >> 1] as number) * 1_000) / pieces;
}

const floorTokens = new TokenBuffer();
const floorShingles = new Uint32Array(MAX_TOKENS);

/** The floor: cuts texts into words and hashes their shingles. Gives back the milliseconds it took. */
function hashOnly(texts: readonly string[]): number {
  const start = now();
  for (const text of texts) {
    scan(text, floorTokens);
    shinglesInto(floorTokens.hashes, floorTokens.length, floorShingles);
  }
  return now() - start;
}

/** Asks about copies: time of each, and how many of the originals are among the answers. */
function queries(index: TextIndex, copies: readonly { n: number; text: string }[]): { time: number; recall: number } {
  let found = 0;
  const time = median(() => {
    found = 0;
    for (const { n, text } of copies) {
      const { fingerprints, sentenceSpans } = prepareText(text, undefined);
      const { matches } = index.query(fingerprints, sentenceSpans, `bench:${n}`, 32);
      if (matches.some((match) => match.n === n - 1)) found++;
    }
  }, copies.length);
  return { time, recall: found / copies.length };
}

function words(text: string): string[] {
  const all = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return all.slice(2).map((_, i) => `${all[i]} ${all[i + 1]} ${all[i + 2]}`);
}

interface Peer {
  name: string;
  /** Takes one text in. */
  add(n: number, text: string): void;
  /** Whether the copy's original is among the candidates. */
  finds(n: number): boolean;
}

function peers(): Peer[] {
  const index = new minhash.LshIndex({ bandSize: 2 });
  const signatures = new Map<number, InstanceType<typeof minhash.Minhash>>();
  const factory = new bloomFilters.MinHashFactory(128, 2 ** 31);
  const sketches = new Map<number, { bands: string[] }>();
  const bands = new Map<string, number[]>();
  const hasher = new simhash.SimHash();
  const hashes: number[] = [];
  const text = new TokenBuffer();
  const shingles = new Uint32Array(MAX_TOKENS);
  return [
    {
      name: 'minhash 0.0.9, bands of 2 of 128',
      add(n, text) {
        const signature = new minhash.Minhash();
        for (const shingle of words(text)) signature.update(shingle);
        signatures.set(n, signature);
        index.insert(`${n}`, signature);
      },
      finds: (n) => index.query(signatures.get(n)).includes(`${n - 1}`),
    },
    {
      name: 'bloom-filters 3.0.4 MinHash, bands of 2 of 128',
      add(n, one) {
        scan(one, text);
        const count = shinglesInto(text.hashes, text.length, shingles);
        const sketch = factory.create();
        sketch.bulkLoad(Array.from(shingles.subarray(0, count), (hash) => hash >>> 1));
        const own = Array.from(
          { length: 64 },
          (_, b) => `${b}:${sketch._signature[b * 2]}:${sketch._signature[b * 2 + 1]}`,
        );
        sketches.set(n, { bands: own });
        for (const band of own) {
          const list = bands.get(band);
          if (list) list.push(n);
          else bands.set(band, [n]);
        }
      },
      finds: (n) => (sketches.get(n)?.bands ?? []).some((band) => bands.get(band)?.includes(n - 1)),
    },
    {
      name: 'simhash-js 1.0.0, 3 bits apart',
      add(n, text) {
        hashes[n] = hasher.hash(text);
      },
      finds(n) {
        let bits = ((hashes[n] as number) ^ (hashes[n - 1] as number)) >>> 0;
        let apart = 0;
        for (; bits !== 0; bits &= bits - 1) apart++;
        return apart <= 3;
      },
    },
  ];
}

/** The text kernel's part of the bench. */
export async function text(): Promise<{ title: string; markdown: string }> {
  const source = new Source(1);
  const sample = Array.from({ length: PEER_SIZE }, (_, n) => source.text(n));
  const floor = median(() => hashOnly(sample), sample.length);
  const times = (ratio: number): string => ratio.toFixed(ratio < 10 ? 1 : 0);
  const us = (t: number): string => `${t.toFixed(t < 100 ? 1 : 0)} µs`;
  const perText = sample.reduce((sum, one) => sum + one.split(' ').length, 0) / sample.length;

  const lines = [
    `Texts of ${perText.toFixed(0)} words, one in ten an edited copy. Floor, cutting one into words and hashing its shingles: ${us(floor)}.`,
    '',
    '| texts | index one | × floor | ask about one | × floor | originals found | memory | a text | come back |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  for (const size of SIZES) {
    const from = new Source(2);
    const index = new TextIndex();
    const stored = new Map<number, PackedBlock>();
    const copies: { n: number; text: string }[] = [];
    const every = Math.floor(size / QUERIES / COPY) * COPY;
    let adding = 0;
    let floor = 0;
    for (let n = 0; n < size; n += PEER_SIZE) {
      const some = Array.from({ length: PEER_SIZE }, (_, i) => from.text(n + i));
      for (let i = 1; i < PEER_SIZE; i++) if ((n + i) % every === 1) copies.push({ n: n + i, text: some[i] as string });
      floor += hashOnly(some);
      const start = now();
      for (let i = 0; i < PEER_SIZE; i++) index.add(n + i, `bench:${n + i}`, some[i] as string);
      const frozen = index.freeze();
      adding += now() - start;
      for (const id of frozen?.drop ?? []) stored.delete(id);
      for (const block of frozen?.put ?? []) stored.set(block.id, block);
    }
    const one = (adding * 1_000) / size;
    const { time, recall } = queries(index, copies);
    const questions = copies.map((copy) => copy.text);
    const askingFloor = median(() => hashOnly(questions), questions.length);
    const cloned = structuredClone([...stored.values()]);
    const revive = median(() => TextIndex.revive(cloned), 1_000, 3);
    lines.push(
      `| ${size.toLocaleString('en')} | ${us(one)} | ${times(adding / floor)} | ${us(time)} | ${times(time / askingFloor)} | ${recall.toFixed(3)} | ${(index.bytes / 1e6).toFixed(0)} MB | ${(index.bytes / size).toFixed(0)} B | ${revive.toFixed(1)} ms |`,
    );
  }
  lines.push(
    '',
    'Processor time; the floor is measured again beside each figure. Indexing includes sorting into blocks and merging them; asking includes cutting the question into words; coming back is from',
    'blocks already read (the browser’s database adds its reading).',
    '',
    `| ${PEER_SIZE.toLocaleString('en')} texts | index one | × floor | × ours | originals found |`,
    '|---|---|---|---|---|',
  );
  const asked = sample.flatMap((one, n) => (n % COPY === 1 ? [{ n, text: one }] : []));
  let own = new TextIndex();
  const ownTime = median(() => {
    own = new TextIndex();
    sample.forEach((one, n) => {
      own.add(n, `bench:${n}`, one);
    });
  }, sample.length);
  lines.push(
    `| this kernel | ${us(ownTime)} | ${times(ownTime / floor)} | 1 | ${queries(own, asked).recall.toFixed(3)} |`,
  );
  for (const peer of peers()) {
    const start = now();
    sample.forEach((one, n) => {
      peer.add(n, one);
    });
    const each = ((now() - start) * 1_000) / sample.length;
    const found = asked.filter(({ n }) => peer.finds(n)).length;
    lines.push(
      `| ${peer.name} | ${us(each)} | ${times(each / floor)} | ${(each / ownTime).toFixed(0)} | ${(found / asked.length).toFixed(3)} |`,
    );
  }
  return { title: 'Text kernel', markdown: `${lines.join('\n')}\n` };
}
