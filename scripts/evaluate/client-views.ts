// What one client sees: the bids on a handful of projects of their own, each post whole or only its beginning. Among
// the bidders are families that share a template, and honest people of every kind that has something in common with
// others without copying them. Written from what the red flag is to do, not from how it does it.
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Bid, Observation, Profile, Project } from '../../lib/model/observation.ts';
import { claimed, HABITS, habitual, nameOf, SKELETONS } from './letter-kinds.ts';
import { Writer } from './letters.ts';
import type { Random } from './random.ts';
import { fill, HONEST, honestLetter, invent, MAKES, type Template } from './template-sets.ts';

/** How a family uses its text: as in the other sets, or with one whole sentence that stays where all else is rewritten. */
export const USES = [...MAKES, 'one sentence'] as const;
export type Use = (typeof USES)[number];

/** Honest bidders who must not be found. */
export const STRANGERS = [
  ...HONEST,
  'pastes a stretch of the post',
  'one model’s habits',
  'two sites, one handle',
] as const;
/** Honest bidders whose text is another's for a reason: found, they must be said so with care. */
export const EXPLAINED = ['public letter', 'agency'] as const;

export interface ViewPlan {
  /** Projects of the client’s. */
  projects: number;
  posts: 'whole' | 'cut';
}

export interface View {
  observations: Observation[];
  /** Accounts of a family of which two at least were seen, with how it uses its text. */
  families: Map<AccountKey, Use>;
  honest: Map<AccountKey, (typeof STRANGERS)[number] | (typeof EXPLAINED)[number]>;
}

const BIDS_A_PROJECT = 60;
/** Accounts that may bid, by the number of projects. */
const poolOf = (projects: number) => (projects === 1 ? BIDS_A_PROJECT : Math.round(90 * projects ** 0.62));

interface Bidder {
  site: string;
  account: string;
  kind: Use | (typeof STRANGERS)[number] | (typeof EXPLAINED)[number];
  family?: number;
  /** How much it bids beside others. */
  weight: number;
  letter(post: Project): string;
}

/** The projects of one client with everyone who bid on them. */
export function makeView(plan: ViewPlan, next: Random): View {
  const writer = new Writer('english', next);
  const posts = Array.from({ length: plan.projects }, (_, i): Project => {
    const title = writer.thing();
    const text = writer.join([title, ...Array.from({ length: next.int(8, 14) }, () => writer.own())]);
    return { kind: 'project', site: 'freelancer', seenAt: at(i, 0), project: `p${i}`, title, text, textIs: 'whole' };
  });
  const { bidders, profiles } = biddersOf(poolOf(plan.projects), plan.projects, writer, next);
  const bids: Bid[] = [];
  const elsewhere = bidders.filter(({ site }) => site !== 'freelancer');
  posts.forEach((post, p) => {
    for (const bidder of drawn(
      bidders.filter(({ site }) => site === 'freelancer'),
      next,
    )) {
      const { site, account } = bidder;
      const text = bidder.letter(post);
      bids.push({ kind: 'bid', site, seenAt: at(p, bids.length % 24), project: post.project, account, text });
    }
  });
  for (const { site, account, letter } of elsewhere) {
    const post = next.pick(posts);
    const project = `e${post.project}`;
    bids.push({ kind: 'bid', site, seenAt: at(0, bids.length % 24), project, account, text: letter(post) });
  }
  const seen = new Set(bids.map(({ site, account }) => accountKey(site, account)));
  const active = bidders.filter(({ site, account }) => seen.has(accountKey(site, account)));
  const members = Map.groupBy(active, ({ family }) => family);
  const view: View = { observations: [], families: new Map(), honest: new Map() };
  for (const { site, account, kind, family } of active) {
    const key = accountKey(site, account);
    const use = USES.find((one) => one === kind);
    if (use === undefined) view.honest.set(key, kind as (typeof STRANGERS)[number]);
    else if ((members.get(family)?.length ?? 0) > 1) view.families.set(key, use);
  }
  const shown = posts.map((post) => (plan.posts === 'whole' ? post : cut(post, writer, next)));
  const opened = profiles.filter(({ site, account }) => seen.has(accountKey(site, account)));
  view.observations.push(...shown, ...opened, ...bids);
  return view;
}

const at = (day: number, hour: number) =>
  new Date(Date.UTC(2026, 1, 1 + Math.floor(day / 4), hour)).toISOString().replace('.000', '');

/** The post as a list shows it: its beginning. */
function cut(post: Project, writer: Writer, next: Random): Project {
  const words = writer.words(post.text ?? '');
  const shown = words.slice(0, Math.round(words.length * (0.25 + 0.25 * next())));
  return { ...post, text: `${writer.unwords(shown)}…`, textIs: 'part' };
}

/** Everyone who bids on one project. */
function drawn(bidders: readonly Bidder[], next: Random): Bidder[] {
  return bidders
    .map((bidder) => ({ bidder, turn: -Math.log(1 - next()) / bidder.weight }))
    .sort((a, b) => a.turn - b.turn)
    .slice(0, BIDS_A_PROJECT)
    .map(({ bidder }) => bidder);
}

function biddersOf(pool: number, projects: number, writer: Writer, next: Random) {
  const bidders: Bidder[] = [];
  const profiles: Profile[] = [];
  const fillings = Array.from({ length: 60 }, () => writer.thing());
  const own = () => claimed(writer, next);
  const stock = () => writer.stock();
  const add = (kind: Bidder['kind'], letter: Bidder['letter'], more: Partial<Bidder> = {}) =>
    bidders.push({
      site: 'freelancer',
      account: `u${bidders.length}`,
      kind,
      weight: next.logNormal(1, 0.7),
      letter,
      ...more,
    });
  const template = (use: Use): Template =>
    invent(writer, next, use === 'one sentence' ? 'slots' : use).map((alternatives) =>
      alternatives.map((sentence) => (next() < 0.25 && !sentence.includes('{') ? own() : sentence)),
    );
  const some = (from: number, to: number) => Array.from({ length: next.int(from, to) }, own);

  let family = 0;
  for (let left = Math.max(2, Math.round(pool * 0.06)); left >= 2; family++) {
    let size = Math.min(left, next.int(2, projects > 3 ? 8 : 5));
    if (left - size === 1) size = left;
    left -= size;
    const use = next.pick(USES);
    const shared = template(use);
    const sentence = writer.words(`${own()} and ${writer.own()}`).slice(0, 20).join(' ');
    for (let i = 0; i < size; i++) {
      const letter = (post: Project): string =>
        use === 'one sentence'
          ? writer.join([writer.greeting(), ...some(1, 3), sentence, ...some(2, 3), post.title ?? ''])
          : fill(shared, use, writer, next, fillings);
      add(use, letter, { family });
    }
  }
  for (let left = Math.max(2, Math.round(pool * 0.03)); left >= 2; left -= 2) {
    const shared = template('slots');
    const employer = `${nameOf(writer, next)} ${next.pick(['Studio', 'Labs', 'Software', 'Works'])}`;
    for (let i = 0; i < 2; i++) {
      add('agency', () => fill(shared, 'slots', writer, next, fillings));
      const { site, account } = bidders.at(-1) as Bidder;
      const employment = [{ employer: i === 0 ? employer : employer.toUpperCase(), title: 'Developer' }];
      profiles.push({ kind: 'profile', site, seenAt: at(1, 1), account, role: 'freelancer', employment });
    }
  }
  for (let left = Math.max(1, Math.round(pool * 0.015)); left >= 1; left--) {
    const shared = template('slots');
    const account = `${nameOf(writer, next)}_${left}`.toLowerCase();
    for (const site of ['freelancer', 'upwork']) {
      add('two sites, one handle', () => fill(shared, 'slots', writer, next, fillings), { site, account });
    }
  }
  for (let left = Math.round(pool * 0.08); left >= 1; left--) {
    const skeleton = next.pick(SKELETONS);
    const letter = (post: Project): string => {
      const sentences = skeleton.map((one) => one.replaceAll('{thing}', post.title ?? '').replaceAll('{}', own));
      if (next() < 0.5) sentences.splice(next.int(1, sentences.length - 1), 1);
      sentences.splice(next.int(1, sentences.length), 0, ...some(0, 2));
      return writer.join([writer.greeting(), ...sentences]);
    };
    add('public letter', letter);
  }
  for (let left = Math.round(pool * 0.12); left >= 1; left--) {
    const model = next.pick(HABITS);
    const letter = (post: Project): string => {
      const habit = (kind: keyof typeof model) => habitual(model[kind], post.title ?? '', writer, next);
      const middles = Array.from({ length: next.int(1, 2) }, () => habit('middles'));
      return writer.join([habit('openings'), ...some(2, 3), ...middles, ...some(1, 2), habit('endings')]);
    };
    add('one model’s habits', letter);
  }
  for (let left = Math.round(pool * 0.08); left >= 1; left--) {
    const letter = (post: Project): string => {
      const sentences = (post.text ?? '').split(/(?<=\.)\s+/).map((sentence) => sentence.replace(/\.$/, ''));
      const from = next.int(0, Math.max(0, sentences.length - 3));
      return writer.join([
        writer.greeting(),
        ...some(1, 2),
        ...sentences.slice(from, from + next.int(2, 5)),
        ...some(2, 3),
      ]);
    };
    add('pastes a stretch of the post', letter);
  }
  while (bidders.length < pool) {
    const kind = next.pick(HONEST);
    const usual = some(4, 7);
    add(kind, (post) => honestLetter(kind, post, usual, writer, stock, next, own));
  }
  return { bidders, profiles };
}
