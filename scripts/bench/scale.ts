// What texts cost in one index and in 16 parts that each hold a band of the fingerprints, and whether the same pairs and
// groups come out: the figures that docs/scale.md reckons with.
import { prepareText } from '../../lib/text/prepared-text.ts';
import type { SearchedTexts, SourceText } from '../../lib/text/template-matcher.ts';
import { TextIndex } from '../../lib/text/text-index.ts';
import { BandedIndex } from '../scale/banded-index.ts';
import { bidsOf, differing, groupsOf, pairsIn } from '../scale/groups.ts';

/** Accounts; each sends two bids, on the average. */
const SIZES = [700, 2_000];
const PARTS = 16;
const QUESTIONS = 1_000;

/** Milliseconds of processor time so far. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function microseconds(run: () => void, pieces: number): number {
  const start = now();
  run();
  return ((now() - start) * 1_000) / pieces;
}

function asking(index: SearchedTexts, bids: readonly SourceText[]): number {
  const step = Math.ceil(bids.length / QUESTIONS);
  const some = bids.filter(({ n }) => n % step === 0);
  const asked = some.map(({ account, text }) => ({ account, ...prepareText(text, undefined) }));
  const ask = () => {
    for (const { account, fingerprints, sentenceSpans } of asked) index.query(fingerprints, sentenceSpans, account, 64);
  };
  ask();
  return microseconds(ask, asked.length);
}

export async function scale(): Promise<{ title: string; markdown: string }> {
  const lines = [
    `| bids | | take one in | ask about one | memory a bid | parts a bid is in | parts asked | answers | asides |`,
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const compared: string[] = [];
  for (const accounts of SIZES) {
    const bids = bidsOf(accounts, 21);
    const count = bids.length.toLocaleString('en');
    const whole = new TextIndex();
    const parts = new BandedIndex(PARTS);
    const intoWhole = microseconds(() => {
      for (const { n, account, text } of bids) whole.add(n, account, text);
      whole.freeze();
    }, bids.length);
    const intoParts = microseconds(() => {
      for (const { n, account, text } of bids) parts.add(n, account, text);
      for (const part of parts.bands) part.freeze();
    }, bids.length);
    const [askWhole, askParts] = [asking(whole, bids), asking(parts, bids)];
    const { questions, askedParts, bytes, asides } = parts.traffic;
    const partBytes = parts.bands.reduce((sum, part) => sum + part.bytes, 0);
    const each = (value: number, of: number, digits = 1): string => (value / of).toFixed(digits);
    lines.push(
      `| ${count} | one index | ${intoWhole.toFixed(0)} µs | ${askWhole.toFixed(0)} µs | ${each(whole.bytes, bids.length, 0)} B | 1 | 1 | | |`,
      `| | ${PARTS} parts | ${intoParts.toFixed(0)} µs | ${askParts.toFixed(0)} µs | ${each(partBytes, bids.length, 0)} B | ${each(parts.entries, bids.length)} | ${each(askedParts, questions)} | ${each(bytes, questions, 0)} B | ${each(asides, questions, 2)} |`,
    );
    const [one, several] = [pairsIn(whole, bids), pairsIn(parts, bids)];
    const same = groupsOf(several).map((group) => group.join(' '));
    const groups = groupsOf(one).map((group) => group.join(' '));
    const apart = differing(new Set(groups), new Set(same));
    compared.push(
      `${count} bids: ${one.size.toLocaleString('en')} pairs, of which ${differing(one, several)} differ; ${groups.length.toLocaleString('en')} groups, of which ${apart} differ.`,
    );
  }
  lines.push(
    '',
    'Processor time; that of the parts is of all together and of whoever puts their answers together, on one machine. An answer is a number and an account for each text listed.',
    'An aside is a question to one part which frequent fingerprints a text has that was found.',
    '',
    ...compared,
  );
  return { title: 'Texts in parts', markdown: `${lines.join('\n')}\n` };
}
