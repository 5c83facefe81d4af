// What the weights are learned from: the open halves of the sets that the flags are measured on, the sentences beside
// this file, and the words of ordinary freelancers, who ask for nothing.
import { readdirSync, readFileSync } from 'node:fs';
import type { FlagId, Stage } from '../../lib/statements/requests/request.ts';
import { identities } from '../evaluate/sets/identities.ts';
import { anotherAuthor, chat, FLAGS, LANGUAGES, type Sentence, sentences } from '../evaluate/sets/sentences.ts';

export interface Line {
  /** Under which flag it is kept; none in an ordinary text. */
  flag?: FlagId;
  isGuilty: boolean;
  text: string;
  site: string;
  stage: Stage;
  before?: string;
  post?: string;
  /** Who wrote it: lines of one are left out together where it is measured how well others are read. */
  author: string;
}

/** Writers of the sentences beside this file, by the language that each wrote in. */
const WRITERS: Readonly<Record<string, string>> = {
  en: 'first',
  ru: 'second',
  uk: 'second',
  es: 'third',
  pt: 'third',
  fr: 'third',
  de: 'third',
};
const ORDINARY = { seed: 4_101, ordinary: 400, each: 0 };

/** All lines, in an order that is always the same. */
export function lines(): Line[] {
  return [
    ...FLAGS.flatMap((flag) => [
      ...LANGUAGES.flatMap((language) => sentences(flag, language).map(lineOf(flag, 'sets'))),
      ...chat(flag).map(lineOf(flag, 'sets')),
      ...anotherAuthor(flag).map(lineOf(flag, 'another')),
    ]),
    ...written(),
    ...ordinary(),
  ].filter((line): line is Line => line !== undefined);
}

const lineOf =
  (flag: FlagId, author: string) =>
  ({
    guilty,
    text,
    site = 'upwork',
    stage = 'message',
    before,
    post,
    from,
  }: Omit<Sentence, 'kind'>): Line | undefined =>
    // No flag reads a client's post.
    from === 'client' && stage === 'bid'
      ? undefined
      : { flag, isGuilty: guilty, text, site, stage, author, ...(before && { before }), ...(post && { post }) };

function written(): (Line | undefined)[] {
  const folder = new URL('./sentences/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => {
      const author = WRITERS[name.slice(0, 2)] ?? 'fourth';
      return readFileSync(new URL(name, folder), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Sentence & { flag: FlagId })
        .map((line) => lineOf(line.flag, author)(line));
    });
}

/** Bids, messages and texts about oneself of generated people on whom nothing is planted, each text once. */
function ordinary(): Line[] {
  const all = new Map<string, Line>();
  for (const one of identities(ORDINARY).observations) {
    const stage = one.kind === 'bid' || one.kind === 'message' || one.kind === 'profile' ? one.kind : undefined;
    if (!stage || (one.kind === 'message' && one.mine)) continue;
    const { site, text, about } = one as { site: string; text?: string; about?: string };
    const written = text ?? about;
    if (written) all.set(written, { isGuilty: false, text: written, site, stage, author: 'generated' });
  }
  return [...all.values()];
}
