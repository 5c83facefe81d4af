// Real templates, posts and letters to measure on, read where they lie; nothing of them is kept here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Template } from './template-sets.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);

export interface Real {
  /** One template of each odd and each even line, so that one half can be kept from tuning. */
  halves: [Template[], Template[]];
  /** Sentences of the half that is not in use, as stock for honest bidders. */
  sentences: [string[], string[]];
  posts: { title: string; text: string }[];
  /** Sentences of other posts, each once. */
  others: string[];
  skills: string[];
  /** Letters that one language model wrote for one bidder, with the posts they answer. */
  written: { text: string; title: string; post: string }[];
  /** Answers to five questions, from copied to independent, with the question. */
  answers: { task: string; category: string; text: string }[];
}

export function realTemplates(): Real | undefined {
  if (!existsSync(DATA)) return undefined;
  const lines = (name: string): Record<string, string>[] =>
    readFileSync(new URL(name, DATA), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const all = lines('bid_templates.jsonl').filter(
    ({ kind = '', text = '' }) => kind.includes('template') && text.split(/\s+/).length >= 25,
  );
  const half = (which: number) => all.filter((_, i) => i % 2 === which);
  const posts = lines('job_posts.jsonl')
    .map(({ title = '', description = '' }) => ({ title, text: description }))
    .filter(({ text }) => text.length > 100);
  const middle = Math.floor(posts.length / 2);
  const others = new Map<string, string>();
  for (const { text } of posts.slice(middle)) {
    // Some posts are in the data twice with small changes: one sentence of the same beginning or ending is enough.
    for (const sentence of sentencesOf(text)) others.set(sentence.slice(0, 40), sentence);
  }
  const endings = new Set(posts.slice(0, middle).flatMap(({ text }) => sentencesOf(text).map((one) => one.slice(-40))));
  for (const [beginning, sentence] of others) {
    if (endings.has(sentence.slice(-40))) others.delete(beginning);
    else endings.add(sentence.slice(-40));
  }
  return {
    halves: [half(0).map(({ text }) => templateOf(text ?? '')), half(1).map(({ text }) => templateOf(text ?? ''))],
    sentences: [half(1), half(0)].map((unused) =>
      unused.flatMap(({ text = '' }) => sentencesOf(text)).filter((sentence) => !/[{[]/.test(sentence)),
    ) as [string[], string[]],
    posts: posts.slice(0, middle),
    others: [...others.values()],
    skills: readFileSync(new URL('job_titles_skills.csv', DATA), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.match(/"([^"]+)"\s*$/)?.[1] ?? '')
      .filter((skills) => skills.length > 3 && skills.length < 60),
    written: lines('bot_bids.jsonl')
      .filter((bid) => bid.template_label === 'llm_written')
      .map(({ proposal = '', title = '', project_description = '' }) => ({
        text: proposal,
        title,
        post: project_description,
      })),
    answers: answers(),
  };
}

function answers(): Real['answers'] {
  const folder = new URL('near-duplicates/plagiarism_short_answers/', DATA);
  if (!existsSync(folder)) return [];
  const rows = readFileSync(new URL('file_information.csv', folder), 'utf8').trim().split(/\r?\n/).slice(1);
  const here = new Set(readdirSync(folder));
  return rows.flatMap((row) => {
    const [file = '', task = '', category = ''] = row.split(',');
    if (!here.has(file)) return [];
    return [{ task, category, text: readFileSync(new URL(file, folder), 'latin1') }];
  });
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim().replace(/[.]$/, ''))
    .filter((sentence) => {
      const words = sentence.split(/\s+/).length;
      return words >= 6 && words <= 30;
    });
}

function templateOf(text: string): Template {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) =>
      sentence
        .trim()
        .replace(/[.]$/, '')
        .replace(/\[[^\]]*\]|\$\{[^}]*\}/g, '{}'),
    )
    .filter((sentence) => sentence.length > 0)
    .map((sentence) => [sentence]);
}
