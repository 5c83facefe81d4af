// Learns the weights by which requests are told from innocent words (lib/statements/requests/learned) and writes them out:
// node scripts/train-requests.ts [--measure]. The same lines give the same weights. First every author's lines are judged by
// what was learned from all others: from which sum on a flag speaks is read off those. --measure prints how well they are told.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fnv } from '../lib/model/fnv.ts';
import { analyse, KINDS } from '../lib/statements/requests/analyse.ts';
import { findByRules } from '../lib/statements/requests/find-by-rules.ts';
import { Features, muchOf } from '../lib/statements/requests/learned/features.ts';
import { packed } from '../lib/statements/requests/learned/model.ts';
import { Lexicon } from '../lib/statements/requests/lexicon.ts';
import type { FlagId } from '../lib/statements/requests/request.ts';
import { sortedWords } from '../lib/statements/requests/words.ts';
import { FLAGS } from './evaluate/sets/sentences.ts';
import { type Line, lines } from './train/lines.ts';
import { type Example, trained } from './train/svm.ts';
import { isOfPeople } from './train/words-of-people.ts';

const WEIGHTS = new URL('../lib/statements/requests/learned/weights.ts', import.meta.url);
/** Lines that a feature stands in, at least. */
const MIN_LINES = 3;
const COST = 0.1;
/** How much a mistake on a line of another matter counts: where a request is parted from innocent words, and where the matter is known. */
const ELSEWHERE = { guilt: 0.1, matter: 0.5 };
/** What is common to all flags, and the matter, beside what parts a flag's own lines. */
const SHARED = 0.5;
const MATTER = 0.75;
/** Features that are kept, the heaviest. */
const KEPT = 12_000;
/** Of a flag's innocent lines, so many may be mistaken, and of lines of other matters. */
const MISTAKEN = 0.045;
/** Smaller weights are none. Of 127. */
const LEAST = 2;
const MISTAKEN_ELSEWHERE = 0.0002;

/** The author of the lines that the rules were tuned on. */
const TUNED_ON = 'sets';

const lexicon = new Lexicon(sortedWords);
const all = lines();
const names: string[] = [];
const known = new Map<string, number>();
const ofPeople = isOfPeople();
/** Says of nobody's language or name what it is. */
const NOT_MEANT = new Set(['betterlang']);

function numberOf(name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  const colon = name.indexOf(':');
  const [kind, word] = [name.slice(0, colon), name.slice(colon + 1)];
  const isMeaning = kind.endsWith('m');
  const number = (isMeaning ? NOT_MEANT.has(word) : kind !== 'st' && ofPeople(word)) ? -1 : names.length;
  if (number >= 0) names.push(name);
  known.set(name, number);
  return number;
}

const features = new Features({ names: [...sortedWords.meanings, ...KINDS], neg: lexicon.meaning('neg') }, numberOf);

interface Read {
  line: Line;
  whole: readonly number[];
  /** What its features count. */
  much: number;
  pairs: readonly { numbers: readonly number[]; much: number }[];
  rules: ReadonlySet<FlagId>;
}

const read = all.map((line): Read => {
  const analysis = analyse(line.text, lexicon);
  const pieces = features.piecesOf(analysis);
  const around = [
    ...features.ofStage(line.stage),
    ...(line.before ? features.ofBefore(analyse(line.before, lexicon)) : []),
  ];
  const { found } = findByRules(line.text, line);
  return {
    line,
    whole: [...new Set([...around, ...pieces.flatMap(({ numbers }) => numbers)])],
    much: muchOf(analysis.tokens.length),
    pairs: pieces.slice(0, Math.max(1, pieces.length - 1)).map((first, i) => {
      const second = pieces[i + 1];
      return {
        numbers: [...new Set([...around, ...first.numbers, ...(second?.numbers ?? [])])],
        much: muchOf((second ?? first).to - first.from + 1),
      };
    }),
    rules: new Set(found.keys()),
  };
});

/** The weights of every flag that some lines teach: `of[flag][feature]`. */
function learned(some: readonly Read[]): { of: Float64Array[]; begins: number[] } {
  const counts = new Int32Array(names.length);
  for (const { whole } of some) for (const n of whole) counts[n] = (counts[n] as number) + 1;
  const isKept = (n: number) => (counts[n] as number) >= MIN_LINES;
  const kept = some.flatMap(({ line, whole, much, pairs, rules }) =>
    // Of an ordinary text, which may be long, no place may ask for anything.
    (line.flag ? [{ numbers: whole, much }] : pairs).map((one) => ({
      line,
      rules,
      much: one.much,
      numbers: Int32Array.from(one.numbers.filter(isKept)),
    })),
  );
  const examples = (
    isRight: (line: Line) => boolean,
    countsOf: (line: Line, rules: ReadonlySet<FlagId>) => number,
  ): Example[] =>
    kept.flatMap(({ line, numbers, much, rules }) => {
      const counts = countsOf(line, rules);
      return counts > 0 ? [{ numbers, much, isRight: isRight(line), counts }] : [];
    });
  const shared = trained(
    examples(
      ({ isGuilty }) => isGuilty,
      ({ flag }) => (flag ? 1 : 0),
    ),
    names.length,
    COST * 0.3,
  );
  const of: Float64Array[] = [];
  const begins: number[] = [];
  for (const flag of FLAGS) {
    // A line of another matter may rightly be of this one too: where a rule says so it teaches nothing.
    const elsewhere = (much: number) => (line: Line, rules: ReadonlySet<FlagId>) =>
      line.flag === flag ? 1 : rules.has(flag) ? 0 : much;
    const guilt = trained(
      examples((line) => line.flag === flag && line.isGuilty, elsewhere(ELSEWHERE.guilt)),
      names.length,
      COST,
    );
    const matter = trained(
      examples((line) => line.flag === flag, elsewhere(ELSEWHERE.matter)),
      names.length,
      COST,
    );
    of.push(
      guilt.of.map((weight, n) => weight + SHARED * (shared.of[n] as number) + MATTER * (matter.of[n] as number)),
    );
    begins.push(guilt.begin + SHARED * shared.begin + MATTER * matter.begin);
  }
  return { of, begins };
}

const NOTHING = -100;
function sumOf({ of, begins }: ReturnType<typeof learned>, flag: number, { pairs }: Read): number {
  const weights = of[flag] as Float64Array;
  return pairs.reduce((most, { numbers, much }) => {
    const sum = numbers.reduce((of, n) => of + (weights[n] as number), 0) * much + (begins[flag] as number);
    return Math.max(most, sum);
  }, NOTHING);
}

/** Sums of every flag of every line, learned without its author. */
const sums: number[][] = read.map(() => []);
const { measure = false } = parseArgs({ options: { measure: { type: 'boolean' } } }).values;
/** What the first sets come to is only shown: their author tuned the rules on them. */
const authors = [...new Set(all.filter(({ flag }) => flag).map(({ author }) => author))].filter(
  (one) => measure || one !== TUNED_ON,
);
for (const author of authors) {
  const model = learned(read.filter(({ line }) => line.author !== author));
  for (const [i, one] of read.entries())
    if (one.line.author === author) sums[i] = FLAGS.map((_, flag) => sumOf(model, flag, one));
}

/** The value that a share of some are above. */
function above(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) + 1e-6;
}

/** A rule's word beside the sum: so much less is needed where one found a request too. */
const RULE = 1.4;

/** More is asked where no rule speaks: what every day brings is not in these lines. */
const MARGIN = 0.35;

/** From which sum on a flag speaks: few innocent lines of its matter reach it, and hardly any of others. */
const froms = FLAGS.map((flag, n) => {
  const own: number[] = [];
  const elsewhere: number[] = [];
  for (const [i, { line, rules }] of read.entries()) {
    // The rules were tuned on the first sets: what they say there says nothing of other lines.
    if (line.isGuilty || !line.flag || line.author === TUNED_ON) continue;
    const sum = sums[i]?.[n] as number;
    if (line.flag === flag) own.push(sum + (rules.has(flag) ? RULE : 0));
    else if (!rules.has(flag)) elsewhere.push(sum);
  }
  const from = above(own, MISTAKEN);
  return { alone: Math.max(from, above(elsewhere, MISTAKEN_ELSEWHERE)) + MARGIN, withRule: from - RULE };
});

const model = learned(read);
const heaviest = names
  .map((_, n) => ({ n, weight: Math.max(...model.of.map((weights) => Math.abs(weights[n] as number))) }))
  .sort((a, b) => b.weight - a.weight || a.n - b.n)
  .slice(0, KEPT);
const most = heaviest[0]?.weight ?? 1;
const scale = 127 / most;
const rows = new Map<number, number[]>();
for (const { n } of heaviest) {
  const row = model.of.map((weights) => {
    const weight = Math.round((weights[n] as number) * scale);
    return Math.abs(weight) < LEAST ? 0 : weight;
  });
  if (row.some((weight) => weight !== 0)) rows.set(fnv(names[n] as string) >>> 0, row);
}
const hashes = [...rows.keys()].sort((a, b) => a - b);
const made = packed(
  FLAGS.map((id, n) => ({
    id,
    begin: Math.round((model.begins[n] as number) * scale),
    alone: Math.ceil((froms[n]?.alone as number) * scale),
    withRule: Math.ceil((froms[n]?.withRule as number) * scale),
  })),
  hashes,
  hashes.map((hash) => rows.get(hash) as number[]),
);
writeFileSync(
  WEIGHTS,
  `// Written by scripts/train-requests.ts; what it says is told there. Nobody changes it by hand.\n// biome-ignore format: data\nexport const packedModel = ${JSON.stringify(made)} as const;\n`,
);
console.log(`${hashes.length} features, ${Math.round((made.hashes.length + made.weights.length) / 1000)} kB`);

if (measure) {
  console.log(
    'Judged by what was learned from all other authors: guilty found, innocent mistaken; by rules alone, by the sum alone, by both',
  );
  for (const author of [...authors, ...FLAGS]) {
    const counts = { guilty: 0, innocent: 0, found: [0, 0, 0], mistaken: [0, 0, 0] };
    for (const [i, { line, rules }] of read.entries()) {
      if ((line.author !== author && (line.flag !== author || line.author === TUNED_ON)) || !line.flag) continue;
      const n = FLAGS.indexOf(line.flag);
      counts[line.isGuilty ? 'guilty' : 'innocent']++;
      const { alone = 0, withRule = 0 } = froms[n] ?? {};
      const [isRule, sum] = [rules.has(line.flag), sums[i]?.[n] as number];
      const by = [isRule, sum >= alone, sum >= (isRule ? withRule : alone)];
      for (const [k, is] of by.entries())
        if (is)
          (line.isGuilty ? counts.found : counts.mistaken)[k] =
            ((line.isGuilty ? counts.found : counts.mistaken)[k] as number) + 1;
    }
    const share = (n: readonly number[], of: number) => n.map((one) => (one / Math.max(1, of)).toFixed(3)).join(' ');
    console.log(
      author.padEnd(22),
      counts.guilty,
      share(counts.found, counts.guilty),
      counts.innocent,
      share(counts.mistaken, counts.innocent),
    );
  }
}
