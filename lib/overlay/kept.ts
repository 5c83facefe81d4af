// A reading as it is kept and compared: each thing in it by a number for what it says. What is as it was in the reading
// before is the very same object, and not looked at again.
import type { Reading } from '../reading/reading.ts';
import type { Steps } from '../reading/steps.ts';

/** Characters; fewer words of a project's page are not what its client wrote. */
const MIN_WRITING = 120;
/** Things that are looked at without a pause. */
const THINGS_PER_STEP = 16;

/** A reading, with what distinguishes it from others. */
export interface Kept {
  reading: Reading;
  /** The page: two readings of one page may hold the same things. */
  page: string;
  /** Each thing that was seen, and each card that tells of one, by what tells it from others. */
  seen: readonly number[];
  /** All that it says, whenever it was made. */
  key: string;
  /** UTF-16 code units of what it says. */
  size: number;
}

/** What a thing says. */
interface Said {
  digest: number;
  size: number;
  /** As JSON, as long as it may have to be sent. */
  json?: string | undefined;
}

const known = new WeakMap<object, Said>();

/** What a thing says; it has to stay as it is from now on. */
export function saidBy(thing: object): Said {
  let said = known.get(thing);
  if (!said) {
    const json = JSON.stringify(thing);
    said = { digest: digestOf(json), size: json.length, json };
    known.set(thing, said);
  }
  return said;
}

/** Prepares a reading to be compared with others, a few things at a time. */
export function* keepSteps(reading: Reading): Steps<Kept> {
  // Around a project much moves that is none of it; what its client wrote is long.
  const told = (reading.outlines ?? []).flatMap<object>(({ as, cards }) =>
    as === 'project' ? cards.map(({ items }) => items.filter(({ text }) => text.length > MIN_WRITING)) : cards,
  );
  let size = 0;
  const seen: number[] = [];
  for (const thing of [...reading.sightings, ...told]) {
    const said = saidBy(thing);
    size += said.size;
    if (seen.push(said.digest) % THINGS_PER_STEP === 0) yield;
  }
  const page = `${reading.page} ${reading.url}`;
  // How many there are, as the page says, and the words that may say it.
  const of = JSON.stringify([reading.of, reading.surroundings]);
  return { reading, page, seen, key: `${page} ${of} ${seen}`, size };
}

/** A number of 53 bits for a text, so that texts can be compared that are not kept: two rounds of Murmur's kind (cyrb53). */
function digestOf(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & two) + (one >>> 0);
}
