// The post kit: a word that bids are to begin with and two questions of the client's own, put into their post. Who
// bids without having read the post leaves both out. It informs and sorts, and finds nothing about anybody: many an
// honest bidder overlooks a line.
import * as z from 'zod/mini';
import { foldLetters } from './spelling.ts';

export const MAX_WORD = 40;
export const MAX_QUESTION = 300;
/** Kits that are kept, the latest. */
const MAX_KITS = 200;

const kitSchema = z.object({
  word: z.string().check(z.minLength(2), z.maxLength(MAX_WORD)),
  questions: z.tuple([z.string().check(z.maxLength(MAX_QUESTION)), z.string().check(z.maxLength(MAX_QUESTION))]),
});
const storedSchema = z.array(z.tuple([z.string().check(z.maxLength(300)), kitSchema]));

export type PostKit = z.infer<typeof kitSchema>;

/** The kits that are stored, by project (`site:project`); none where what is stored is none of ours. */
export function storedKits(stored: unknown): Map<string, PostKit> {
  const read = z.safeParse(storedSchema, stored);
  return new Map(read.success ? read.data : []);
}

/** What is stored once a project's kit is this one, or is taken away. */
export function withKit(
  kits: ReadonlyMap<string, PostKit>,
  project: string,
  kit: PostKit | undefined,
): [string, PostKit][] {
  const others = [...kits].filter(([key]) => key !== project);
  return (kit ? [...others, [project, kitSchema.parse(kit)] as [string, PostKit]] : others).slice(-MAX_KITS);
}

/** Words at the beginning of a bid among which the word may stand: a greeting may come before it. */
const AT_BEGINNING = 12;

/** What a bid did with the kit. */
export interface Followed {
  /** The word stands at its beginning. */
  word: boolean;
  /** Answers that are marked by the number of their question. */
  answers: readonly [boolean, boolean];
}

/** Whether a bid uses the word and answers by number. */
export function followed({ word }: PostKit, text: string): Followed {
  const plain = foldLetters(text.slice(0, 20_000));
  const words = plain.match(/[\p{L}\p{N}]+/gu)?.slice(0, AT_BEGINNING) ?? [];
  const wanted = foldLetters(word).match(/[\p{L}\p{N}]+/gu) ?? [];
  const isThere = wanted.length > 0 && words.some((_, i) => wanted.every((one, n) => words[i + n] === one));
  const answers = [1, 2].map((n) => new RegExp(`(?:^|[\\n.;:!?])[ \\t(#*-]{0,4}${n}[ \\t]?[).:–-]`, 'u').test(plain));
  return { word: isThere, answers: [answers[0] === true, answers[1] === true] };
}
