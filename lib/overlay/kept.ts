// A reading as it is kept and compared: each thing in it by a number for what it says. What is as it was in the reading
// before is the very same object, and not looked at again; nor is what is like nothing that was there before.
import type { OutlineCard, Reading, Sighting } from '../reading/reading.ts';
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
  /** A number that it shares with whatever says the same. */
  id: number;
  /** Whose it is and how long: what has another name says something else. */
  name: string;
  thing: object;
  size: number;
  /** As JSON, as long as it may have to be sent. */
  json?: string | undefined;
}

/** So many of one name are compared: where a page makes thousands of one length, what is not found among these is told again. */
const MAX_ALIKE = 16;

const known = new WeakMap<object, Said>();
/** What the last reading said, by name. What comes back later is told again. */
let shown: ReadonlyMap<string, readonly Said[]> = new Map();
let count = 0;

/** What a thing says; it has to stay as it is from now on. */
export function saidBy(thing: Partial<Sighting & OutlineCard>): Said {
  let said = known.get(thing);
  if (!said) {
    const json = JSON.stringify(thing);
    const size = json.length;
    const name = JSON.stringify([size, thing.kind, thing.ids, thing.account]);
    // On a first reading nothing has that name, so that nothing is compared.
    const alike = shown.get(name)?.slice(0, MAX_ALIKE);
    said = alike?.find((one) => JSON.stringify(one.thing) === json);
    said ??= { id: ++count, name, thing, size, json: narrow(json) };
    known.set(thing, said);
  }
  return said;
}

/** The same JSON without the few characters for which a text takes, and costs on its way, twice as much; words of other alphabets stay. */
const narrow = (json: string) =>
  /[^\0-\xff]{3}/.test(json)
    ? json
    : json.replace(/[^\0-\xff]/g, (one) => `\\u${(65_536 + one.charCodeAt(0)).toString(16).slice(1)}`);

/** Prepares a reading to be compared with others, a few things at a time. */
export function* keepSteps(reading: Reading): Steps<Kept> {
  const { sightings, outlines = [] } = reading;
  // Around a project much moves that is none of it; what its client wrote is long.
  const told = outlines.flatMap<object>(({ as, cards }) =>
    as === 'project' ? cards.map(({ items }) => items.filter(({ text }) => text.length > MIN_WRITING)) : cards,
  );
  const things = [...sightings, ...told];
  let size = 0;
  const seen: number[] = [];
  for (const thing of things) {
    const said = saidBy(thing);
    size += said.size;
    if (seen.push(said.id) % THINGS_PER_STEP === 0) yield;
  }
  const all = new Set([...things, ...outlines.flatMap(({ cards }) => cards)]);
  shown = Map.groupBy([...all].map(saidBy), ({ name }) => name);
  const page = `${reading.page} ${reading.url}`;
  // How many there are, as the page says, and the words that may say it.
  const of = JSON.stringify([reading.of, reading.surroundings]);
  return { reading, page, seen, key: `${page} ${of} ${seen}`, size };
}
