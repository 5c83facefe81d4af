// Weighs what a text shares with others. Two texts are linked when they share several sentences that hardly
// anyone else uses. Where each of several texts shares too little of its own, as copies do that were cut
// and reworded anew every time, they may still tell together: that one text looks a little like it is chance,
// that five do is a family.
import { addTo } from './coverage.ts';
import type { Likeness } from './likeness.ts';

/** What two texts must share to be linked: sentences, rare words, share of the shorter. */
const PAIR = { sentences: 3, rareWords: 20, share: 0.12 };
/** Two sentences are enough when they are most of the text. */
const NEAR_WHOLE = { sentences: 2, rareWords: 17, share: 0.6 };
/** Where less than this of what is shared is rare, a pair must be so many times less likely (decimal logarithm). */
const MOSTLY_RARE = { share: 0.67, orElse: -2 };
/** What each text of a family must share, and how unlikely that is by itself (decimal logarithm). */
const MEMBER = { sentences: 2, rareWords: 15, share: 0.33, expected: -1.2 };
/** A family must be as many times less likely than a pair (decimal logarithm) … */
const FAMILY = -3;
/**
 * … and between them its texts share so many sentences, or each this much. Two sentences that always come
 * together may be a habit, as an assistant's opening and ending are; a template shows in a third.
 */
const TOGETHER = { sentences: 3, share: 0.55 };
/** Two texts on one project whose post is unknown may both quote it: only near-whole copies are linked. */
const UNKNOWN_POST = { rareWords: 40, share: 0.8 };

/** What a text shares with the texts of one other account. */
export interface Kin {
  like: Likeness;
  covered: Uint8Array;
  /** Own words of the shorter and of the longer text. */
  shorter: number;
  longer: number;
  /** Both are on one project whose post is not known. */
  mayQuote: boolean;
}

/**
 * Whether two texts are of one template, by themselves.
 *
 * @param limit decimal logarithm of how many texts chance may bring about
 */
export function isPair(kin: Kin, limit: number): boolean {
  const { rareWords, words, logExpected } = kin.like;
  const bar = rareWords >= MOSTLY_RARE.share * words ? limit : limit + MOSTLY_RARE.orElse;
  return logExpected <= bar && isTold(kin) && (shares(kin, PAIR) || shares(kin, NEAR_WHOLE));
}

/**
 * Those that together are a family with the text asked about.
 *
 * @param limit as for a pair
 * @param sentences how many sentences of the text are shared where these tokens are covered
 */
export function familyOf(all: readonly Kin[], limit: number, sentences: (covered: Uint8Array) => number): Set<Kin> {
  const members = all
    .filter((kin) => kin.like.logExpected <= MEMBER.expected && isTold(kin) && shares(kin, MEMBER))
    .sort((a, b) => a.like.logExpected - b.like.logExpected);
  const family = new Set<Kin>();
  const together = new Uint8Array(members[0]?.covered.length ?? 0);
  let least = 1;
  let orders = 0;
  members.forEach(({ like, covered, shorter }, i) => {
    addTo(together, covered);
    least = Math.min(least, like.words / shorter);
    orders += Math.log10(i + 1);
    // Poisson: so many texts, each at least as much alike as the last, where chance brings about 10^expected.
    if (i === 0 || (i + 1) * like.logExpected - orders > limit + FAMILY) return;
    if (least < TOGETHER.share && sentences(together) < TOGETHER.sentences) return;
    for (const member of members.slice(0, i + 1)) family.add(member);
  });
  return family;
}

function shares({ like, shorter }: Kin, bar: typeof PAIR): boolean {
  return like.sentences >= bar.sentences && like.rareWords >= bar.rareWords && like.words >= bar.share * shorter;
}

/** Whether what is shared can be told from what both quote. */
function isTold({ like, longer, mayQuote }: Kin): boolean {
  return !mayQuote || (like.rareWords >= UNKNOWN_POST.rareWords && like.words >= UNKNOWN_POST.share * longer);
}
