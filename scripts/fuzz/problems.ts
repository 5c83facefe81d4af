// What must hold of every page, whatever was done to it: nothing is thrown, what is read is bounded, it stands in the
// page and beside the person it is said of, and a page that was cut is not called whole.
import { MAX_PER_PAGE } from '../../lib/model/limits.ts';
import type { Bid, Observation } from '../../lib/model/observation.ts';
import { readBids, readPeople } from '../../lib/reading/list-page.ts';
import { readMessages } from '../../lib/reading/messages-page.ts';
import { PageScan } from '../../lib/reading/page-scan.ts';
import { readProfile } from '../../lib/reading/profile-page.ts';
import { readPageOf } from '../../lib/reading/read-page.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import type { Site } from '../../lib/reading/site.ts';
import { finish } from '../../lib/reading/steps.ts';
import { childrenOf, holds, parentOf, textIn } from '../../lib/reading/walk.ts';
import { observationsIn, sites } from '../../lib/sites/registry.ts';
import { attributesOf } from './attributes.ts';
import { stepsTaken } from './count-steps.ts';
import type { Fixture } from './fixtures.ts';
import { type Case, pageOf } from './mutate.ts';

/** Most of a reading, UTF-16 code units of JSON. */
const MAX_READING = 20_000_000;
/** Most questions to a page, for each of its nodes, and for each level that it nests. */
const MAX_STEPS = 400;
const MAX_STEPS_A_LEVEL = 4;
const FEW_NODES = 500;
/** So much of each line must stand in the page, without spaces. */
const LINE = 60;
/** In so many pieces, each of so many characters, beside the last. */
const PIECES = 4;
const PIECE = 4;

export interface Outcome {
  problems: string[];
  /** Questions to the page, for each of its nodes. */
  steps: number;
}

/** Reads a case's page and says what is wrong with what was read. */
export function problemsOf(one: Case): Outcome {
  const { fixture } = one;
  const site = siteOf(fixture);
  const document = pageOf(one);
  const problems: string[] = [];
  const nodes = document.querySelectorAll('*').length + FEW_NODES;
  const allowed = nodes * (MAX_STEPS + MAX_STEPS_A_LEVEL * depthOf(document));
  problems.push(...thrownAt(document, fixture));
  const { result: read, steps } = stepsTaken(() => readPageOf(site, document, fixture.url, { seenAt: fixture.seenAt }));
  if (steps > allowed) problems.push(`too many questions to a page: ${steps}, where ${allowed} are allowed`);
  if (!read) return { problems, steps: steps / nodes };
  const json = JSON.stringify(read.reading);
  if (json.length > MAX_READING) problems.push(`a reading of ${json.length} characters`);
  const parsed = parseReading(JSON.parse(json));
  if ('problem' in parsed) return { problems: [...problems, `refused: ${parsed.problem}`], steps: steps / nodes };
  const seen = observationsIn(parsed.reading);
  if (seen.length > 3 * MAX_PER_PAGE) problems.push(`${seen.length} observations`);
  problems.push(...problemsIn(seen, document, one));
  return { problems, steps: steps / nodes };
}

function siteOf(fixture: Fixture): Site {
  const site = sites.find(({ id }) => id === fixture.site);
  if (!site) throw new Error(`no site ${fixture.site}`);
  return site;
}

/** Looks at a fixture's page, or what was made of it; undefined where it is none that is read. */
function scanOf(document: Document, fixture: Fixture): PageScan | undefined {
  const site = siteOf(fixture);
  const address = URL.parse(fixture.url);
  const where = address && site.classifyUrl(address, document);
  return where ? new PageScan(site, document, where, address, {}) : undefined;
}

/** What is thrown while a page is read, which readPageOf keeps to itself: the page is read by its parts. */
function thrownAt(document: Document, fixture: Fixture): string[] {
  const scan = scanOf(document, fixture);
  if (!scan) return [];
  const { page, account } = scan.address;
  try {
    if (page === 'messages') finish(readMessages(scan));
    else if (page === 'search') finish(readPeople(scan));
    else finish(account === undefined ? readBids(scan) : readProfile(scan, account));
    return [];
  } catch (error) {
    return [`reading broke: ${(error as Error).stack ?? error}`];
  }
}

/** What of that which was read stands nowhere in the page, or beside somebody else. */
export function problemsIn(seen: readonly Observation[], document: Document, one: Case): string[] {
  const words = new Words(document, one);
  return [
    ...seen.flatMap((observation) => inventedIn(observation, words)),
    ...misplaced(seen, document, one.fixture),
    ...(one.changes[0]?.kind === 'cut' ? calledWhole(seen, one.fixture, words) : []),
  ];
}

/** How many levels a page nests. */
function depthOf(document: Document): number {
  const depths = new Map<Element, number>();
  let most = 0;
  for (const one of document.querySelectorAll('*')) {
    const depth = 1 + (depths.get(parentOf(one) as Element) ?? 0);
    depths.set(one, depth);
    most = Math.max(most, depth);
  }
  return most;
}

const squeezed = (text: string) => text.toLowerCase().replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '');

/** Everything that stands in a page, in words, attributes and state scripts, and what is known to be read in it. */
class Words {
  private readonly all: string;
  private readonly digits: string;
  private readonly raw: string;
  private readonly visible: string;

  constructor(document: Document, { fixture, other, changes }: Case) {
    const attributes = [...document.querySelectorAll('*')].flatMap((one) => attributesOf(one).map((a) => a.value));
    this.visible = textIn(document.body);
    this.raw = [textIn(document.documentElement), ...attributes].join('\n');
    // Words in state scripts are written in several ways; how they come out is known from the whole page.
    const known = [...fixture.expected, ...(changes.some(({ kind }) => kind === 'mix') ? other.expected : [])];
    this.all = squeezed([this.raw, decoded(this.raw), fixture.url, ...known.flatMap(stringsIn)].join('\n'));
    this.digits = this.all.replace(/(\d)[.,'’](?=\d)/g, '$1');
  }

  /** What is read as one line may stand around badges and hidden parts, which are no part of it: in a few pieces. */
  have(text: string): boolean {
    let left = squeezed(text);
    for (let piece = 0; piece < PIECES && left !== ''; piece += 1) {
      let length = left.length;
      while (length >= Math.min(PIECE, left.length) && !this.all.includes(left.slice(0, length))) length -= 1;
      if (length < Math.min(PIECE, left.length)) return false;
      left = left.slice(length);
    }
    return left === '';
  }

  /** A number among the page's own words. */
  haveInWords(figure: number): boolean {
    return new RegExp(`(?<![\\d.,])${figure}(?![\\d.,])`).test(this.visible);
  }

  haveFigure(figure: number): boolean {
    return [figure.toFixed(0), figure.toFixed(1), figure.toFixed(2), String(figure / 1_000)].some((written) =>
      this.digits.includes(written.replace('.', '')),
    );
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    return '';
  }
}

/** The words of scripts, in which texts are written with their line breaks, quotes and slashes as signs. */
const unescaped = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(?=["'/\\])/g, '');

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What is said of people or in their name that stands nowhere in the page. */
function inventedIn(one: Observation, words: Words): string[] {
  const problems: string[] = [];
  const lines = (what: string, text: string | undefined) => {
    for (const line of text?.split('\n') ?? [])
      if (!words.have(line.slice(0, LINE)))
        problems.push(`${what} that stands nowhere: ${JSON.stringify(line.slice(0, LINE))}`);
  };
  const account = (id: string | undefined) => {
    // Whom a page does not name gets an id of ours.
    if (id !== undefined && !/^(?:#|not-named-)/.test(id) && !words.have(id))
      problems.push(`an account that stands nowhere: ${id}`);
  };
  if (one.kind === 'bid') {
    account(one.account);
    lines('a bid', one.text);
    if (one.amount !== undefined && !words.haveFigure(one.amount))
      problems.push(`an amount that stands nowhere: ${one.amount}`);
  } else if (one.kind === 'profile') {
    account(one.account);
    lines('a name', one.name);
    lines('a headline', one.headline);
    lines('words about oneself', one.about);
    const rate = one.hourlyRate?.amount;
    if (rate !== undefined && !words.haveFigure(rate)) problems.push(`a rate that stands nowhere: ${rate}`);
  } else if (one.kind === 'review') {
    account(one.from);
    account(one.to);
    lines('a review', one.text);
  } else if (one.kind === 'message') {
    account(one.account);
    lines('a message', one.text);
  } else if (one.kind === 'project') {
    lines('a title', one.title);
    lines('a post', one.text);
  }
  return problems;
}

/** Whether the fixture as it is stands this test: not where links name people in another way than what is read. */
const canBeTold = new WeakMap<Fixture, boolean>();

/**
 * Words of bids that stand, wherever they stand, in a part of the page that names one other person and not the bidder:
 * by a link, or by the mark that a site sets on its cards, with an id that the page may show in another form as well.
 */
function misplaced(seen: readonly Observation[], document: Document, fixture: Fixture): string[] {
  const bids = seen.filter((one) => one.kind === 'bid');
  if (bids.length === 0) return [];
  if (!canBeTold.has(fixture))
    canBeTold.set(fixture, misplacedIn(bidsOf(fixture), fixture.document, fixture).length === 0);
  return canBeTold.get(fixture) ? misplacedIn(bids, document, fixture) : [];
}

const bidsOf = ({ expected }: Fixture) => expected.filter((one) => one.kind === 'bid');

function misplacedIn(bids: readonly Bid[], document: Document, fixture: Fixture): string[] {
  const scan = scanOf(document, fixture);
  const scripts = squeezed(unescaped([...document.querySelectorAll('script')].map((one) => textIn(one)).join('\n')));
  const known = new Map<Element, string>();
  const wordsIn = (part: Element) => {
    const words = known.get(part) ?? squeezed(textIn(part));
    known.set(part, words);
    return words;
  };
  const people = scan?.peopleIn(document.documentElement) ?? [];
  const accountsAround = (words: Element, account: string) => {
    // Whom a text names is spoken of; whoever stands in one stretch with their own name wrote it.
    if (people.some((one) => one.account === account && holds(words, one.element))) return new Set([account]);
    for (let part = parentOf(words); part; part = parentOf(part)) {
      const around = part;
      const there = people.filter(({ element }) => holds(around, element) && !holds(words, element));
      if (there.length > 0) return new Set(there.map((one) => one.account));
    }
    return new Set<string>();
  };
  return bids.flatMap((bid) => {
    const start = squeezed(bid.text ?? '').slice(0, LINE);
    // What a state script says is not beside anybody.
    if (start.length < LINE / 2 || scripts.includes(start)) return [];
    const innermost: Element[] = [];
    const open = document.body ? [document.body as Element] : [];
    for (let part = open.pop(); part; part = open.pop()) {
      const within = [...childrenOf(part)];
      const [first] = within;
      // A page may nest hundreds of parts that say the same around many words.
      if (first && within.length === 1 && textIn(first).length === textIn(part).length) {
        open.push(first);
        continue;
      }
      const inside = within.filter((one) => wordsIn(one).includes(start));
      if (inside.length > 0) open.push(...inside);
      else if (wordsIn(part).includes(start)) innermost.push(part);
    }
    const owners = innermost.map((one) => accountsAround(one, bid.account));
    const isElsewhere = owners.length > 0 && owners.every((there) => there.size === 1 && !there.has(bid.account));
    return isElsewhere ? [`words of another (${[...(owners[0] ?? [])]}) given to: ${bid.account}: ${start}`] : [];
  });
}

/**
 * A page that breaks off before all that it had, and says in what is left how much there is, is not whole. One that says
 * so nowhere cannot be told from a shorter one.
 */
function calledWhole(seen: readonly Observation[], { expected }: Fixture, words: Words): string[] {
  const count = (all: readonly Observation[]) => all.filter(({ kind }) => kind !== 'page' && kind !== 'project').length;
  const page = seen.find((one) => one.kind === 'page');
  const before = expected.find((one) => one.kind === 'page');
  if (page?.kind !== 'page' || page.read !== 'whole' || count(seen) >= count(expected)) return [];
  const counts = before?.kind === 'page' ? Object.values(before.of ?? {}) : [];
  const isSaid = counts.some((one) => one !== undefined && one > 0 && words.haveInWords(one));
  return isSaid ? [`called whole: with ${count(seen)} of ${count(expected)}`] : [];
}
