// Pages written down by hand with what is right on each, made before a look at the readers: loads them, compares what
// was read with what is right, and, run by itself, prints what of an open half was missed. README.md says how they are written.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Observation } from '../../../lib/model/observation.ts';
import { observe } from '../../lib/observe.ts';
import { fieldsOf, isSameText, type Truth, verdictOf, withoutMark } from './right-values.ts';

const ROOT = fileURLToPath(new URL('pages', import.meta.url));

/** The first author's pages, and those of a second and a third who had not seen the readers: of each an open half and one put aside. */
export type Half = 'open' | 'held-out' | 'second-open' | 'second-held-out' | 'third-open' | 'third-held-out';

export interface KeptPage {
  name: string;
  site: string;
  url: string;
  seenAt: string;
  html: string;
  right: Truth[];
}

export interface Figures {
  pages: number;
  /** Fields that the page shows, those of people told apart from what is said of offers and the page. */
  there: number;
  right: number;
  wrong: number;
  /** Fields and whole people, texts and offers that were read though the page does not show them. */
  invented: number;
  statuses: number;
  statusRight: number;
  says: string[];
}

export function keptPages(half: Half): KeptPage[] {
  return readdirSync(`${ROOT}/${half}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .toSorted()
    .map((file) => {
      const html = readFileSync(`${ROOT}/${half}/${file}`, 'utf8');
      const [, url, seenAt] = /^<!-- url: (\S+) seen-at: (\S+) -->/.exec(html) ?? [];
      if (!url || !seenAt) throw new Error(`${file}: no address in its first line`);
      const name = file.replace(/\.html$/, '');
      const lines = readFileSync(`${ROOT}/${half}/${name}.jsonl`, 'utf8').split('\n').filter(Boolean);
      const right = lines.map((line) => JSON.parse(line) as Truth);
      return { name, site: name.split('/')[0] ?? '', url, seenAt: new Date(seenAt).toISOString(), html, right };
    });
}

export function emptyFigures(): Figures {
  return { pages: 0, there: 0, right: 0, wrong: 0, invented: 0, statuses: 0, statusRight: 0, says: [] };
}

function read(page: KeptPage, by?: 'cards'): Observation[] {
  try {
    return observe(page.html, page.url, { seenAt: page.seenAt, ...(by && { by }) });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('not a page that is read')) return [];
    throw error;
  }
}

/** What identifies an observation beside its kind, of one that was read. */
function isOf(truth: Truth, one: Observation): boolean {
  if (one.kind !== withoutMark(truth.kind)) return false;
  if (one.kind === 'profile' || one.kind === 'bid') return String(truth.account).split('|').includes(one.account);
  if (one.kind === 'review' || one.kind === 'message') return isSameText(String(truth.text), one.text);
  if (one.kind === 'project') return truth['title?'] === undefined || isSameText(String(truth['title?']), one.title);
  return true;
}

/** Reads one page and adds how it went. */
export function judge(page: KeptPage, sums: Figures, by?: 'cards'): void {
  const seen = read(page, by);
  const left = new Set(seen);
  const say = (what: string) => sums.says.push(`${page.name}: ${what}`);
  sums.pages++;
  const take = (truth: Truth): Observation | undefined => {
    const found = [...left].find((one) => isOf(truth, one));
    if (found) left.delete(found);
    return found;
  };
  for (const truth of page.right) {
    const isOptional = truth.kind.endsWith('?');
    const kind = withoutMark(truth.kind);
    if (kind === 'page') {
      sums.statuses++;
      const one = take(truth);
      const status = one?.kind === 'page' ? one.read : 'not';
      const isRight = String(truth.read).split('|').includes(status) || (isOptional && one === undefined);
      if (isRight) sums.statusRight++;
      else say(`STATUS ${status} for ${String(truth.read)}: ${JSON.stringify(one)?.slice(0, 300)}`);
      continue;
    }
    let one = take(truth);
    if (!one && kind === 'profile' && truth.name !== undefined) {
      one = [...left].find((other) => other.kind === 'profile' && isSameText(String(truth.name), other.name));
      if (one) left.delete(one);
    }
    const [must, may] = fieldsOf(truth);
    if (!one) {
      if (isOptional) continue;
      sums.there += Math.max(1, must.size);
      say(`UNREAD ${kind} ${String(truth.account ?? truth.title ?? truth.text).slice(0, 60)}`);
      continue;
    }
    // A read observation has no optional keys, so that all it says is in the first map.
    const [has] = fieldsOf(one as unknown as Truth);
    const where = `${kind} ${String(truth.account ?? '').slice(0, 12)}`;
    for (const [field, value] of must) {
      if (isOptional) continue;
      sums.there++;
      const verdict = verdictOf(field, value, has.get(field));
      if (verdict === 'right') sums.right++;
      else if (verdict === 'wrong') sums.wrong++;
      if (verdict !== 'right')
        say(`${verdict} ${where} ${field}: ${JSON.stringify(value)} read as ${JSON.stringify(has.get(field))}`);
    }
    for (const [field, value] of has) {
      if (must.has(field) && !isOptional) continue;
      const allowed = may.get(field) ?? must.get(field);
      // The design had no field for it when the pages were written down.
      if (field.startsWith('bidCountRange') && allowed === undefined) continue;
      // Writers that a page does not name are called by a sign of their own.
      if (allowed === undefined && (field === 'from' || field === 'account')) continue;
      if (allowed === undefined) {
        sums.invented++;
        say(`INVENTED ${where} ${field}: ${JSON.stringify(value)}`);
      } else if (verdictOf(field, allowed, value) === 'wrong') {
        sums.wrong++;
        say(`wrong ${where} ${field}: ${JSON.stringify(allowed)} read as ${JSON.stringify(value)}`);
      }
    }
  }
  const isOfNobody = page.right.every(({ kind }) => withoutMark(kind) === 'page');
  for (const one of left) {
    if (one.kind === 'page') continue;
    // Who wrote a review, or offers the work, may be told of as well; nobody may where a page is of nobody.
    if (one.kind === 'profile' && one.role === 'client' && !isOfNobody) continue;
    sums.invented++;
    say(`INVENTED ${JSON.stringify(one).slice(0, 400)}`);
  }
}

/** What the first word on the command line asks for; of what is held out there are figures only. */
const halves: ReadonlyMap<string, { half: Half; isOpen: boolean }> = new Map([
  ['open', { half: 'open', isOpen: true }],
  ['second-open', { half: 'second-open', isOpen: true }],
  ['third-open', { half: 'third-open', isOpen: true }],
  ['held-out-figures', { half: 'held-out', isOpen: false }],
  ['second-held-out-figures', { half: 'second-held-out', isOpen: false }],
  ['third-held-out-figures', { half: 'third-held-out', isOpen: false }],
]);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [set, words] = process.argv.slice(2);
  const asked = halves.get(set ?? '');
  const { half, isOpen } = asked ?? { half: 'open' as const, isOpen: true };
  const filter = asked ? words : set;
  const figures = emptyFigures();
  for (const page of keptPages(half)) {
    if (isOpen && filter && !page.name.includes(filter)) continue;
    judge(page, figures);
  }
  const { says, ...numbers } = figures;
  if (isOpen) process.stdout.write(`${says.join('\n')}\n`);
  process.stdout.write(`${half} ${JSON.stringify(numbers)}\n`);
}
