// The rules by which texts count as made from one template. Two texts match when they share several sentences
// that hardly anyone else uses. Where each of several texts shares too little of its own, as copies do that were
// cut and reworded anew every time, they may still match together: one text that looks a little like another is
// chance, five that do are a cluster.
import { addOverlap } from './overlap.ts';
import type { Similarity } from './similarity.ts';

/**
 * What two texts must share to match: sentences, of which so many nearly as a whole, or half of the shorter; rare terms;
 * share of the shorter.
 * Letters that one language model wrote for different people share turns of phrase, here and there half a sentence, and
 * hardly ever all of one.
 */
const PAIR = { sentences: 3, nearWhole: 2, rareTerms: 20, share: 0.12 };
const HALF = 0.6;
/** Two sentences are enough when they are most of the text. */
const NEAR_WHOLE = { sentences: 2, nearWhole: 2, rareTerms: 17, share: 0.6 };
/** Where less than this of what is shared is rare, a pair must be so many times less likely (decimal logarithm). */
const MOSTLY_RARE = { share: 0.67, orElse: -2 };
/** What each text of a cluster must share, and how unlikely that is by itself (decimal logarithm). */
const MEMBER = { sentences: 2, nearWhole: 1, rareTerms: 15, share: 0.33, expected: -1.7 };
/** A cluster must be as many times less likely than a pair (decimal logarithm) … */
const CLUSTER_MARGIN = -3;
/**
 * … and between them its texts share so many sentences, or each this much. Two sentences that always come
 * together may be a habit, as an assistant's opening and ending are; a template shows in a third.
 */
const TOGETHER = { sentences: 3, share: 0.55 };
/** Words of one sentence that stays as it is where all the rest is rewritten: what an assistant ends on is shorter. */
const ONE_SENTENCE = 18;
/**
 * Turns of phrase that many people have from one language model come together more often than chance has it, and the more
 * texts of somebody were seen, the more of them are shared with one or the other. So one text must have so many of the
 * sentences nearly as a whole, or this share of the shorter one's words, or all must be so many times less likely than a
 * pair need be (decimal logarithm).
 */
const HABIT = { nearWhole: 3, share: 0.5, margin: -4 };
/** In a cluster it is also enough that nearly all of it stands in one text, and that nearly all is rare. */
const HABIT_IN_CLUSTER = { inOne: 0.8, rare: 0.9 };
/**
 * Two texts on one project of whose post not all is known may both quote it. Where that is likely, they must share nearly
 * the whole of the longer, or more sentences than people quote …
 */
const UNKNOWN_POST = {
  rareTerms: 40,
  enough: [
    { share: 0.8, sentences: 0 },
    { share: 0.6, sentences: 5 },
    { share: 0.4, sentences: 6 },
  ],
};
/** … and where it is not, less, if it is one stretch; what stands in several places nobody pasted. */
const ONE_STRETCH = [
  { share: 0.5, sentences: 3 },
  { share: 0.4, sentences: 4 },
  { share: 0.33, sentences: 5 },
];

/** A text compared with the texts of one other account. */
export interface Comparison {
  similarity: Similarity;
  /** One entry a token of the text, not 0 for a shared one. */
  overlap: Uint8Array;
  /** Words shared with one of these texts, the closest. */
  inOne: number;
  /** Own words of the shorter and of the longer text. */
  shorter: number;
  longer: number;
  /** Set where both are on one project of whose post not all is known. */
  mayQuote?: Quoting | undefined;
}

/** How much speaks for it that two texts quote what is not known of a post. */
export interface Quoting {
  /** Whether one of them quotes what is known, or too little is known to tell. */
  isLikely: boolean;
  /** In how many places what they share stands, in the one where they are fewer. */
  places: number;
}

/**
 * Whether two texts match by themselves.
 *
 * @param limit decimal logarithm of how many texts chance may bring about
 */
export function isPairMatch(comparison: Comparison, limit: number): boolean {
  const { rareTerms, words, logExpected } = comparison.similarity;
  const bar = rareTerms >= MOSTLY_RARE.share * words ? limit : limit + MOSTLY_RARE.orElse;
  return (
    logExpected <= bar &&
    isBeyondHabit(comparison, limit) &&
    isBeyondQuoting(comparison) &&
    (meets(comparison, PAIR) || meets(comparison, NEAR_WHOLE))
  );
}

/** Whether two texts share one sentence that says as much as several. */
export function isSentenceMatch({ similarity, mayQuote }: Comparison): boolean {
  return !mayQuote && similarity.wholeSentence >= ONE_SENTENCE;
}

/**
 * The texts that together with the one asked about are a cluster.
 *
 * @param limit as for a pair
 * @param sentencesIn how many sentences of the text are shared where its tokens overlap like this
 */
export function clusterOf(
  all: readonly Comparison[],
  limit: number,
  sentencesIn: (overlap: Uint8Array) => number,
): Set<Comparison> {
  const members = all
    .filter((one) => isMember(one, limit))
    .sort((a, b) => a.similarity.logExpected - b.similarity.logExpected);
  const cluster = new Set<Comparison>();
  const together = new Uint8Array(members[0]?.overlap.length ?? 0);
  let least = 1;
  let orders = 0;
  members.forEach(({ similarity, overlap, shorter }, i) => {
    addOverlap(together, overlap);
    least = Math.min(least, similarity.words / shorter);
    orders += Math.log10(i + 1);
    // Poisson: so many texts, each at least as similar as the last, where chance brings about 10^expected.
    if (i === 0 || (i + 1) * similarity.logExpected - orders > limit + CLUSTER_MARGIN) return;
    if (least < TOGETHER.share && sentencesIn(together) < TOGETHER.sentences) return;
    for (const member of members.slice(0, i + 1)) cluster.add(member);
  });
  return cluster;
}

function meets({ similarity, shorter }: Comparison, bar: typeof PAIR): boolean {
  const { sentences, nearWhole, rareTerms, words } = similarity;
  const areWhole = nearWhole >= bar.nearWhole || words >= HALF * shorter;
  const enough = sentences >= bar.sentences && areWhole;
  return enough && rareTerms >= bar.rareTerms && words >= bar.share * shorter;
}

/** Whether a text may be one of a cluster. */
function isMember(comparison: Comparison, limit: number): boolean {
  const { similarity, inOne } = comparison;
  const { rareTerms, words, logExpected } = similarity;
  if (logExpected > MEMBER.expected || !meets(comparison, MEMBER) || rareTerms < MOSTLY_RARE.share * words)
    return false;
  const isOneTexts = inOne >= HABIT_IN_CLUSTER.inOne * words && rareTerms >= HABIT_IN_CLUSTER.rare * words;
  return isBeyondQuoting(comparison) && (isOneTexts || isBeyondHabit(comparison, limit));
}

/** Whether what is shared is more than the habits of one language model bring about. */
function isBeyondHabit({ similarity, inOne, shorter }: Comparison, limit: number): boolean {
  const { nearWhole, logExpected } = similarity;
  return nearWhole >= HABIT.nearWhole || inOne >= HABIT.share * shorter || logExpected <= limit + HABIT.margin;
}

/** Whether what is shared is more than both may have quoted from one post. */
function isBeyondQuoting({ similarity, longer, mayQuote }: Comparison): boolean {
  if (!mayQuote) return true;
  const { rareTerms, words, sentences } = similarity;
  const isEnough = (bars: typeof ONE_STRETCH) =>
    bars.some((bar) => sentences >= bar.sentences && words >= bar.share * longer);
  if (mayQuote.isLikely) return rareTerms >= UNKNOWN_POST.rareTerms && isEnough(UNKNOWN_POST.enough);
  return mayQuote.places > 1 || isEnough(ONE_STRETCH);
}
