// How well the flags that read words tell a request from innocent words, on the sentences of sets/: written before the
// flags, half of them never looked at. A sentence is put where it says that it was written and assessed like anything
// else. Real bids, where they lie beside the checkout, say how often ordinary words are mistaken.
import { existsSync, readFileSync } from 'node:fs';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { Strength } from '../../lib/model/finding.ts';
import { type Observation, parseObservation } from '../../lib/model/observation.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { ByStrength } from './by-strength.ts';
import type { EvaluatedPart } from './part.ts';
import { anotherAuthor, chat, type FLAGS, fourAuthors, LANGUAGES, type Sentence, sentences } from './sets/sentences.ts';

type TextFlagId = (typeof FLAGS)[number];

/** What is seen when somebody writes a sentence. */
export function observationsOf(
  { text, site = 'upwork', stage = 'message', before, post, from }: Sentence,
  account: string,
): Observation[] {
  const seen = { site, seenAt: '2026-03-01T10:00:00.000Z' };
  const written: unknown[] = [];
  if (post !== undefined) {
    // A message answers a post by its writer's bid.
    written.push({ kind: 'project', ...seen, project: account, text: post });
    if (stage === 'message') written.push({ kind: 'bid', ...seen, project: account, account });
  }
  // A client's post is the project itself. A client's message is judged as the other side's: so it is to whoever works.
  if (from === 'client' && stage === 'bid')
    written.push({ kind: 'project', ...seen, project: account, client: account, text });
  else if (stage === 'bid') written.push({ kind: 'bid', ...seen, project: account, account, text });
  else if (stage === 'profile') written.push({ kind: 'profile', ...seen, account, role: 'freelancer', about: text });
  else {
    const thread = { kind: 'message', ...seen, thread: account, account };
    if (before !== undefined) written.push({ ...thread, mine: true, text: before, sentAt: '2026-02-27T10:00:00Z' });
    written.push({ ...thread, mine: false, text, sentAt: '2026-02-27T11:00:00Z' });
  }
  return written.map((one) => {
    const parsed = parseObservation(one);
    if ('problem' in parsed) throw new Error(parsed.problem);
    return parsed.observation;
  });
}

/** The strength with which a flag finds something in each of these; undefined where it finds nothing. */
export async function foundIn(flag: TextFlagId, all: readonly Sentence[]): Promise<(Strength | undefined)[]> {
  const known = redFlags.find(({ id }) => id === flag);
  if (!known) throw new Error(`no red flag ${flag}`);
  const store = new MemoryStore();
  const accounts = all.map(({ site = 'upwork' }, i) => `${site}:a${i}` as const);
  for (const [i, one] of all.entries()) store.remember(...observationsOf(one, `a${i}`));
  const { findings } = await known.evaluate(accounts, store.evidence());
  const strengths = new Map(findings.map(({ site, account, strength }) => [`${site}:${account}`, strength]));
  return accounts.map((account) => strengths.get(account));
}

interface Counts {
  found: number;
  guilty: number;
  mistaken: number;
  innocent: number;
}

function count(all: readonly Sentence[], strengths: readonly (Strength | undefined)[]): Counts {
  const counts = { found: 0, guilty: 0, mistaken: 0, innocent: 0 };
  for (const [i, { guilty }] of all.entries()) {
    counts[guilty ? 'guilty' : 'innocent']++;
    if (strengths[i]) counts[guilty ? 'found' : 'mistaken']++;
  }
  return counts;
}

const row = (name: string, half: string, { found, guilty, mistaken, innocent }: Counts) =>
  `| ${name} | ${half} | ${guilty} + ${innocent} | ${(found / Math.max(1, found + mistaken)).toFixed(2)} | ${(found / guilty).toFixed(2)} | ${Math.round((mistaken / innocent) * 1_000)} |`;

const at = (name: string) => new URL(`../../../shared/data/${name}`, import.meta.url);
const linesOf = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8').trimEnd().split('\n') : []);
const innocent = { guilty: false, kind: 'real', site: 'freelancer' };

/** Bids of an auto-bidder and templates of bids. */
function realBids(): Sentence[] {
  return ['bot_bids.jsonl', 'bid_templates.jsonl'].flatMap((name) =>
    linesOf(name).flatMap((line): Sentence[] => {
      const one: Record<string, string> = JSON.parse(line);
      const text = one.bid ?? one.bid_text ?? one.proposal ?? one.cover_letter ?? one.text;
      const post = one.project_description;
      return text ? [{ ...innocent, stage: 'bid', text, ...(post && { post }) }] : [];
    }),
  );
}

/** What people wrote to each other, and no freelancers to clients: ordinary words of every day, many of them of money and calls. */
function everydayMessages(): Sentence[] {
  return linesOf('near-duplicates/SMSSpamCollection.tsv').flatMap((line): Sentence[] => {
    const [kind, text] = line.split('\t');
    return kind === 'ham' && text ? [{ ...innocent, stage: 'message', text }] : [];
  });
}

/** The quality of one of these flags. */
export async function textFlagPart(flag: TextFlagId): Promise<EvaluatedPart> {
  const lines = [
    'Sentences written before the flag and without a look at it, guilty and innocent ones on the same matter; one half was used to',
    'find words that were missing, the other only for these figures. The innocent ones are the hardest that their author could think of:',
    'refusals, quotations, answers to the client, the project’s own subject. Of ordinary texts few speak of the matter at all.',
    '',
    '| language | half | cases | precision | recall | false alarms a thousand innocent sentences |',
    '|---|---|---|---|---|---|',
  ];
  const byStrength = new ByStrength();
  const sums = {
    open: { found: 0, guilty: 0, mistaken: 0, innocent: 0 },
    'held-out': { found: 0, guilty: 0, mistaken: 0, innocent: 0 },
  };
  for (const language of LANGUAGES) {
    for (const half of ['open', 'held-out'] as const) {
      const all = sentences(flag, language, half);
      const strengths = await foundIn(flag, all);
      const counts = count(all, strengths);
      for (const key of Object.keys(counts) as (keyof Counts)[]) sums[half][key] += counts[key];
      lines.push(row(language, half, counts));
    }
  }
  for (const half of ['open', 'held-out'] as const) lines.push(row('all', half, sums[half]));
  for (const half of ['open', 'held-out'] as const) {
    const all = chat(flag, half);
    lines.push(row('short messages, 14 languages', half, count(all, await foundIn(flag, all))));
  }
  for (const half of ['open', 'held-out'] as const) {
    const all = anotherAuthor(flag, half);
    if (all.length === 0) continue;
    const strengths = await foundIn(flag, all);
    // Authors know the thoughts of their own sets: what users are told is of those who had not seen the flags.
    if (half === 'held-out') for (const [i, { guilty }] of all.entries()) byStrength.add(guilty, strengths[i]);
    lines.push(row('by another author', half, count(all, strengths)));
    const freelancers = all.filter(({ from }) => from === undefined);
    lines.push(row('of these, what freelancers write', half, count(freelancers, await foundIn(flag, freelancers))));
  }
  for (const half of ['open', 'held-out'] as const) {
    const all = fourAuthors(flag, half);
    const strengths = await foundIn(flag, all);
    if (half === 'held-out') for (const [i, { guilty }] of all.entries()) byStrength.add(guilty, strengths[i]);
    lines.push(row('by four more authors, 14 languages', half, count(all, strengths)));
  }
  lines.push(
    '',
    'On what the last five wrote, who had not seen the flags, as far as it was never read:',
    '',
    ...byStrength.table(),
    '',
  );
  for (const [name, real] of [
    ['bids of an auto-bidder and templates of bids', realBids()],
    ['messages of every day, of no freelancers', everydayMessages()],
  ] as const) {
    if (real.length === 0) lines.push(`Real ${name}: **skipped**, the data is not there.`);
    else lines.push(`Real ${name}: ${real.length}, ${(await foundIn(flag, real)).filter(Boolean).length} flagged.`, '');
  }
  return { title: flag, markdown: lines.join('\n') };
}
