// Several observations go in one letter: to seal, sign, send, open and check one takes longer than all that is done with an
// observation in it. What a page said is mostly one letter.

import { type Letter, MANY, subjectOfLetter } from './letters.ts';
import type { Sealer } from './sealing.ts';
import type { TeamTokens } from './subjects.ts';

/** UTF-16 code units of the observations of one letter, about: sealed, nearly all are smaller than a body may be. */
const MAX_SIZE = 60_000;

/** A letter that is ready to be sent. */
export interface Packed {
  subject: string;
  /** Undefined where it is too large for the pool. */
  body: Uint8Array | undefined;
  /** The letters that it stands for. */
  of: readonly Letter[];
}

/** Seals letters, observations several at a time. Of several that are too large together, each goes by itself. */
export async function pack(letters: readonly Letter[], sealer: Sealer, tokens: TeamTokens): Promise<Packed[]> {
  return (await Promise.all(together(letters).map((some) => packTogether(some, sealer, tokens)))).flat();
}

async function packTogether(of: readonly Letter[], sealer: Sealer, tokens: TeamTokens): Promise<Packed[]> {
  const letter = oneOf(of);
  const subject = subjectOfLetter(letter, sealer.author, tokens);
  const body = await sealer.seal(subject, letter);
  if (body !== undefined || of.length === 1) return [{ subject, body, of }];
  return (await Promise.all(of.map((one) => packTogether([one], sealer, tokens)))).flat();
}

/** Those that go in one letter each. */
function together(letters: readonly Letter[]): Letter[][] {
  const all: Letter[][] = [];
  let [open, size] = [undefined as Letter[] | undefined, 0];
  for (const letter of letters) {
    if (letter.says !== 'seen') {
      all.push([letter]);
      continue;
    }
    const own = JSON.stringify(letter.observation).length;
    if (!open || open.length === MANY || size + own > MAX_SIZE) {
      [open, size] = [[], 0];
      all.push(open);
    }
    open.push(letter);
    size += own;
  }
  return all;
}

function oneOf(letters: readonly Letter[]): Letter {
  const [first] = letters as [Letter];
  if (letters.length === 1) return first;
  return { says: 'many', observations: letters.flatMap((one) => (one.says === 'seen' ? [one.observation] : [])) };
}
