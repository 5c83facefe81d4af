// Small worlds of projects, posts and bids in which it is known who used whose template: planted
// families, filled in, spun or edited, among honest bidders of every awkward kind.

import type { Evidence, StoredBid, StoredText } from '../../lib/evidence/evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Project } from '../../lib/model/observation.ts';
import { TextIndex } from '../../lib/text/text-index.ts';
import { type Language, Writer } from './letters.ts';
import { only } from './only.ts';
import type { Random } from './random.ts';

/** How a family makes a bid from its template. */
export const MAKES = ['slots', 'long slots', 'spun', 'edited'] as const;
export type Make = (typeof MAKES)[number];

/** A template: sentences in order, each with its alternatives, `{}` where something is filled in. */
export type Template = readonly (readonly string[])[];

export interface WorldPlan {
  projects: number;
  /** How many accounts bid in all, and the share of them that are in families. */
  accounts: number;
  base: number;
  bidsPerAccount: [number, number];
  familySize: [number, number];
  language: Language;
  makes: readonly Make[];
  /** Ready-made templates; when absent they are invented. */
  templates?: readonly Template[];
  /** Posts and sentences of others, where there are any. */
  posts?: readonly { title: string; text: string }[];
  sentences?: readonly string[];
  fillings?: readonly string[];
  /** Further stock sentences that honest bidders use. */
  stock?: readonly string[];
}

export interface World {
  evidence: Evidence;
  accounts: AccountKey[];
  /** Guilty accounts with the make of their family. */
  family: Map<AccountKey, { id: number; make: Make }>;
  /** Honest accounts by kind. */
  honest: Map<AccountKey, string>;
  bids: StoredBid[];
}

export const HONEST = [
  'own words',
  'quotes the post',
  'mostly stock',
  'assistant’s letter',
  'own text everywhere',
  'short',
] as const;

const SITE = 'generated';
const shuffled = <T>(items: readonly T[], next: Random): T[] => {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = next.int(0, i);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
};

export function invent(writer: Writer, next: Random, make: Make): Template {
  const sentences = next.int(6, 9);
  return Array.from({ length: sentences }, (_, i) => {
    const variants = make === 'spun' ? next.int(2, 3) : 1;
    return Array.from({ length: variants }, () => {
      if (i > 0 && next() < 0.15) return writer.stock();
      const words = writer.words(writer.own());
      if (i % 2 === 0 && words.length > 4) words.splice(next.int(2, words.length - 2), 1, ' {} ');
      return writer.unwords(words).replace(/ {2,}/g, ' ');
    });
  });
}

export function fill(
  template: Template,
  make: Make,
  writer: Writer,
  next: Random,
  fillings: readonly string[],
): string {
  let sentences = template.map((alternatives) =>
    next.pick(alternatives).replace(/\{[^}]*\}/g, () => next.pick(fillings)),
  );
  if (make === 'long slots') {
    // As much of one's own between the template's sentences as the template itself has.
    sentences = sentences.flatMap((sentence, i) => (i % 2 === 1 ? [sentence, writer.own(), writer.own()] : [sentence]));
  }
  if (make === 'edited') {
    const kept = sentences.filter(() => next() > 1 / 3);
    sentences = shuffled(kept.length >= 3 ? kept : sentences.slice(0, 3), next).map((sentence) =>
      writer.unwords(
        writer.words(sentence).map((word) => (next() < 0.07 ? next.pick(writer.words(writer.own())) : word)),
      ),
    );
  }
  return writer.join([writer.greeting(), ...sentences]);
}

export function makeWorld(plan: WorldPlan, next: Random): World {
  const writer = new Writer(plan.language, next, plan.sentences);
  const fillings = plan.fillings ?? Array.from({ length: 60 }, () => `${writer.thing()}`);
  const projects = new Map<string, Project>();
  for (let i = 0; i < plan.projects; i++) {
    const post = plan.posts ? next.pick(plan.posts) : writer.post();
    projects.set(`p${i}`, { kind: 'project', site: SITE, project: `p${i}`, seenAt: '2026-01-01T00:00:00Z', ...post });
  }
  const stock = (): string => (plan.stock && next() < 0.5 ? next.pick(plan.stock) : writer.stock());
  const bids: StoredBid[] = [];
  const accounts: AccountKey[] = [];
  const family: World['family'] = new Map();
  const honest: World['honest'] = new Map();
  const bid = (account: string, project: string, text: string): void => {
    const at = new Date(Date.UTC(2026, 0, 1 + (bids.length % 28), bids.length % 24)).toISOString();
    bids.push({ kind: 'bid', site: SITE, account, project, text, seenAt: at, n: 0, firstSeenAt: at, lastSeenAt: at });
  };
  const projectsFor = (): string[] => shuffled([...projects.keys()], next).slice(0, next.int(...plan.bidsPerAccount));

  let guilty = Math.round(plan.accounts * plan.base);
  if (guilty < 2) guilty = 2;
  let id = 0;
  const ready = plan.templates ? shuffled(plan.templates, next) : [];
  while (guilty >= 2) {
    let size = Math.min(guilty, next.int(...plan.familySize));
    if (guilty - size === 1) size = guilty;
    guilty -= size;
    const make = next.pick(plan.makes);
    const template = ready.pop() ?? (plan.templates ? undefined : invent(writer, next, make));
    if (!template) break;
    for (let i = 0; i < size; i++) {
      const account = `g${id}-${i}`;
      accounts.push(`${SITE}:${account}`);
      family.set(`${SITE}:${account}`, { id, make });
      for (const project of projectsFor()) bid(account, project, fill(template, make, writer, next, fillings));
    }
    id++;
  }
  for (let i = accounts.length; i < plan.accounts; i++) {
    const account = `h${i}`;
    const kind = next.pick(HONEST);
    accounts.push(`${SITE}:${account}`);
    honest.set(`${SITE}:${account}`, kind);
    const usual = Array.from({ length: next.int(4, 7) }, () => writer.own());
    for (const project of projectsFor()) {
      bid(account, project, honestLetter(kind, projects.get(project) as Project, usual, writer, stock, next));
    }
  }
  const mixed = shuffled(bids, next);
  const index = new TextIndex();
  mixed.forEach((one, n) => {
    one.n = n;
    index.add(n, `${SITE}:${one.account}`, one.text as string);
  });
  return {
    evidence: evidenceOf(mixed, projects, index),
    accounts: shuffled(accounts, next),
    family,
    honest,
    bids: mixed,
  };
}

/**
 * A letter of an honest bidder.
 *
 * @param sentence makes one sentence of the bidder's own
 */
export function honestLetter(
  kind: (typeof HONEST)[number],
  post: Project,
  usual: readonly string[],
  writer: Writer,
  stock: () => string,
  next: Random,
  sentence: () => string = () => writer.own(),
): string {
  const own = (count: number): string[] => Array.from({ length: count }, sentence);
  switch (kind) {
    case 'quotes the post': {
      // Whole sentences of the post, some reworded by leaving out a word.
      const quoted = (post.text ?? '').split(/(?<=[.。!?])\s*|\n+/).filter((s) => s.length > 10);
      const some = shuffled(quoted, next)
        .slice(0, next.int(2, 5))
        .map((sentence) => {
          const words = writer.words(sentence.replace(/[.。]\s*$/, ''));
          if (next() < 0.5 && words.length > 6) words.splice(next.int(2, words.length - 2), 1);
          return writer.unwords(words);
        });
      return writer.join([writer.greeting(), stock(), ...some, ...own(2), stock()]);
    }
    case 'mostly stock':
      return writer.join([writer.greeting(), ...Array.from({ length: next.int(3, 5) }, stock), ...own(1)]);
    case 'assistant’s letter':
      return writer.join([
        writer.greeting(),
        ...englishOnly(writer, assistantOpening(post.title ?? writer.thing(), next)),
        ...own(next.int(2, 4)),
        stock(),
        ...englishOnly(writer, next.pick(ASSISTANT_ENDINGS)),
      ]);
    case 'own text everywhere':
      return writer.join([writer.greeting(), ...usual, sentence()]);
    case 'short':
      return writer.join([writer.greeting(), stock()]);
    default:
      return writer.join([writer.greeting(), ...own(next.int(4, 8)), stock()]);
  }
}

const ASSISTANT_ENDINGS = [
  "I'd welcome the chance to walk you through how I would approach the first milestone",
  'I would be thrilled to explore how my skills could support the vision you have described',
  'I am confident that together we can create something that truly resonates with your audience',
  'Thank you for considering my application, and I look forward to the possibility of collaborating',
];

function englishOnly(writer: Writer, sentence: string): string[] {
  return writer.unwords(['a', 'b']) === 'a b' ? [sentence] : [];
}

function assistantOpening(title: string, next: Random): string {
  return next.pick([
    `I was genuinely excited to see your posting about ${title}, as it aligns closely with the work I enjoy most`,
    `Your project ${title} immediately stood out to me because of its clear goals and thoughtful scope`,
    `With a deep passion for building meaningful products, I am keen to help you with ${title}`,
    `Having carefully considered what you need for ${title}, I believe I can offer a tailored solution`,
  ]);
}

/** Answers a red flag's questions from these bids and posts. */
export function evidenceOf(
  bids: readonly StoredBid[],
  projects: ReadonlyMap<string, Project>,
  texts: TextIndex,
): Evidence {
  const sent = bids.map((bid): StoredText => ({ ...bid, text: bid.text ?? '' }));
  const byAccount = new Map<AccountKey, StoredText[]>();
  for (const one of sent) {
    const key: AccountKey = `${one.site}:${one.account}`;
    byAccount.set(key, [...(byAccount.get(key) ?? []), one]);
  }
  return {
    ...only({ texts }),
    textsOf: async (accounts) =>
      new Map(accounts.flatMap((a) => (byAccount.has(a) ? [[a, byAccount.get(a) ?? []]] : []))),
    textsAt: async (numbers) => numbers.flatMap((n) => sent[n] ?? []),
    projects: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const project = projects.get(key.slice(key.indexOf(':') + 1));
          return project ? [[key, project]] : [];
        }),
      ),
  };
}
