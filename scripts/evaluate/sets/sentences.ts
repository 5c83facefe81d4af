// The sentences beside this file: what freelancers write, each marked whether the flag it is kept under should speak.
// Run by itself it checks every line and prints how many there are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export const FLAGS = [
  'off-platform',
  'virtual-currency',
  'other-payment-service',
  'paid-before-work',
  'borrowed-account',
  'executive-cold-call',
  'other-address',
  'avoids-video',
  'introduces-others',
  'extortion',
  'early-access',
] as const;
export const LANGUAGES = ['en', 'es', 'pt', 'ru', 'uk', 'de', 'fr'] as const;
const STAGES = ['bid', 'message', 'profile'] as const;

export interface Sentence {
  text: string;
  /** Whether the flag of the file should say anything. Nothing is said about other flags. */
  guilty: boolean;
  /** Short label of the kind of wording, for figures by kind. */
  kind: string;
  /** Marketplace, by registry id. */
  site?: string;
  stage?: (typeof STAGES)[number];
  /** What the client wrote just before it in the thread. */
  before?: string;
  /** The sentence of the client's post that it refers to. */
  post?: string;
  /** Where it is no freelancer who writes: a bid is then a post. */
  from?: 'client';
}

/** The open half; the held-out half only where the last figure is taken. */
export function sentences(
  flag: (typeof FLAGS)[number],
  language: (typeof LANGUAGES)[number],
  half: 'open' | 'held-out' = 'open',
): Sentence[] {
  const folder = half === 'open' ? './sentences/' : './sentences/held-out/';
  return readFileSync(new URL(`${folder}${flag}.${language}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence);
}

/** The short messages of `chat/`, of all flags and languages, by the flag that they are kept under. */
export function chat(flag: (typeof FLAGS)[number], half: 'open' | 'held-out' = 'open'): Sentence[] {
  return ofFolder(`./chat/${half}/`, flag);
}

/** What somebody wrote who had not seen the code, by flag; none where the half is not there. */
export function anotherAuthor(flag: (typeof FLAGS)[number], half: 'open' | 'held-out' = 'open'): Sentence[] {
  const folder = `./another-author/${half}/`;
  return existsSync(new URL(folder, import.meta.url)) ? ofFolder(folder, flag) : [];
}

/** What four more wrote who had not seen the code, by flag. */
export function fourAuthors(flag: (typeof FLAGS)[number], half: 'open' | 'held-out' = 'open'): Sentence[] {
  return ofFolder(`./four-authors/${half}/`, flag);
}

/** The sentences of a flag in a folder of a file a language. */
function ofFolder(name: string, flag: (typeof FLAGS)[number]): Sentence[] {
  const folder = new URL(name, import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Sentence & { flag: string })
    .filter((line) => line.flag === flag)
    .map(({ flag: _, ...sentence }) => sentence);
}

/** What is wrong with a line, by the format that README.md gives. */
function faultsOf(line: Sentence): string[] {
  const faults: string[] = [];
  const { text, guilty, kind, site, stage, before, post, from, ...rest } = line;
  if (typeof text !== 'string' || text.trim() === '') faults.push('no text');
  if (typeof guilty !== 'boolean') faults.push('guilty is not a boolean');
  if (!/^[a-z0-9-]+$/.test(kind ?? '')) faults.push('kind is not a short label');
  if (stage !== undefined && !STAGES.includes(stage)) faults.push(`stage ${stage}`);
  for (const value of [site, before, post])
    if (value !== undefined && (typeof value !== 'string' || value === '')) faults.push('empty field');
  if (from !== undefined && from !== 'client') faults.push(`from ${from}`);
  if (Object.keys(rest).length > 0) faults.push(`unknown ${Object.keys(rest)}`);
  return faults;
}

if (import.meta.main) {
  const seen = new Map<string, string>();
  const table: Record<string, Record<string, string>> = {};
  let wrong = 0;
  for (const flag of FLAGS) {
    const row: Record<string, string> = {};
    for (const language of LANGUAGES) {
      const counts = (['open', 'held-out'] as const).map((half) => {
        const lines = sentences(flag, language, half);
        for (const [index, line] of lines.entries()) {
          const place = `${half} ${flag}.${language}:${index + 1}`;
          const faults = faultsOf(line);
          const key = JSON.stringify([line.text.toLowerCase(), line.before, line.post]);
          const earlier = seen.get(key);
          if (earlier) faults.push(`the same as ${earlier}`);
          seen.set(key, place);
          if (faults.length > 0) console.error(`${place}: ${faults.join(', ')}`);
          wrong += faults.length;
        }
        const guilty = lines.filter((line) => line.guilty).length;
        return `${guilty}+${lines.length - guilty}`;
      });
      row[language] = counts.join(' / ');
    }
    for (const [name, linesOf] of [
      ['chat', chat],
      ['another author', anotherAuthor],
      ['four authors', fourAuthors],
    ] as const) {
      row[name] = (['open', 'held-out'] as const)
        .map((half) => {
          const lines = linesOf(flag, half);
          for (const line of lines) {
            for (const fault of faultsOf(line)) {
              console.error(`${half} ${name} ${flag}: ${fault}: ${line.text}`);
              wrong++;
            }
          }
          const guilty = lines.filter((line) => line.guilty).length;
          return `${guilty}+${lines.length - guilty}`;
        })
        .join(' / ');
    }
    table[flag] = row;
  }
  console.log('Guilty + innocent, open half / held-out half');
  console.table(table);
  console.log(`${seen.size} sentences`);
  if (wrong > 0) process.exitCode = 1;
}
