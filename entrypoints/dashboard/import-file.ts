// Imports a file: checks all of it, stages its observations, and has the worker take them in. Until the worker has
// begun, nothing of the file stays, whatever goes wrong.
import type { Job } from '../../components/dashboard/DataControls.tsx';
import type { Outcome } from '../../components/dashboard/ImportOutcome.tsx';
import { giveSchemasWords } from '../../components/dashboard/line-problem.ts';
import { databaseProblem, databaseProblemWords } from '../../components/database-problem.ts';
import { t } from '../../lib/i18n/language.ts';
import { addNotes, NOTES_BEGIN, readNotes } from '../../lib/record/user-data.ts';
import { check, observationsOf } from '../../lib/store/import.ts';
import { beginStaging, stageImport, unstageImport } from '../../lib/store/import-staging.ts';
import { wholeText } from '../../lib/store/lines.ts';
import { db } from './database.ts';
import { startJob } from './worker.ts';

/** Larger files are refused: an import is one transaction, and a browser holds that in memory. */
export const MAX_FILE = 300_000_000;
/** Notes are held at once; a record at its largest has a few hundred kilobytes. */
const MAX_NOTES = 50_000_000;

/** Hears how far an import is, and how to stop it. */
export type Tell = (job: Job, done: number, of: number | undefined, stop: () => void) => void;

/**
 * @param tell called at every step
 * @returns what came of it; never rejects
 */
export async function importFile(file: File, tell: Tell, sizeWords: (bytes: number) => string): Promise<Outcome> {
  if (file.size > MAX_FILE)
    return { type: 'problem', words: t('dashboard.data.tooLarge', { size: sizeWords(MAX_FILE) }) };
  giveSchemasWords();
  if (NOTES_BEGIN.test(await textIn(file.slice(0, 400)))) return importNotes(file, tell, sizeWords);
  let of: string | undefined;
  let stopped = false;
  let isBegun = false;
  const stop = () => {
    stopped = true;
  };
  try {
    tell('checking', 0, file.size, stop);
    const checked = await check(bytesOf(file), (done) => {
      tell('checking', done, file.size, stop);
      return !stopped;
    });
    if (stopped) return { type: 'said', words: t('dashboard.data.stopped') };
    if (checked.problemCount > 0) return { type: 'refused', checked };
    if (checked.observations === 0) return { type: 'problem', words: t('dashboard.data.empty') };
    if (!(await hasRoom(file))) return { type: 'problem', words: t('dashboard.data.full') };
    let read = 0;
    of = await beginStaging(db);
    for await (const { observations, events } of observationsOf(bytesOf(file))) {
      if (stopped) break;
      stopped ||= !(await stageImport(db, of, observations, events));
      read += observations.length + events.length;
      tell('reading', read, checked.observations, stop);
    }
    if (stopped) return { type: 'said', words: t('dashboard.data.stopped') };
    isBegun = true;
    return await store(of, checked.observations, tell);
  } catch (error) {
    console.error(error);
    return {
      type: 'problem',
      words: databaseProblem(error) === 'full' ? t('dashboard.data.full') : databaseProblemWords(error),
    };
  } finally {
    if (of !== undefined && !isBegun) await unstageImport(db, of).catch(console.error);
  }
}

/**
 * Whether the disk has room for what is staged and what becomes of it, together up to twice the file. Chromium was
 * seen to wait for ever, and not to refuse, on a disk that became full.
 */
async function hasRoom(file: File): Promise<boolean> {
  const { quota, usage = 0 } = await navigator.storage.estimate();
  return quota === undefined || quota - usage > 2 * file.size;
}

/** Imports a file of the user's own notes: all of it or nothing. */
async function importNotes(file: File, tell: Tell, sizeWords: (bytes: number) => string): Promise<Outcome> {
  if (file.size > MAX_NOTES)
    return { type: 'problem', words: t('dashboard.data.tooLarge', { size: sizeWords(MAX_NOTES) }) };
  try {
    const read = await readNotes(await textIn(file));
    if ('problems' in read) {
      const { problems } = read;
      const checked = { lines: 0, observations: 0, problems: problems.slice(0, 20), problemCount: problems.length };
      return { type: 'refused', checked };
    }
    const { added } = await addNotes(db, read);
    // The list of developers follows what was decided about them.
    const work = startJob({ type: 'assess-everyone' }, (done, all, part) => tell(part, done, all, work.stop));
    await work.ended;
    const known = read.decisions.length + read.records.length - added;
    return { type: 'said', words: t('dashboard.data.imported', { added, known }) };
  } catch (error) {
    console.error(error);
    return {
      type: 'problem',
      words: databaseProblem(error) === 'full' ? t('dashboard.data.full') : databaseProblemWords(error),
    };
  }
}

/** Has the worker take in what was staged, and says how much of it is new. */
export async function store(of: string, observations: number, tell: Tell): Promise<Outcome> {
  const work = startJob({ type: 'import', of, observations }, (done, all, part) => tell(part, done, all, work.stop));
  tell('storing', 0, observations, work.stop);
  const ended = await work.ended;
  switch (ended.type) {
    case 'done':
      return {
        type: 'said',
        words: t('dashboard.data.imported', { added: ended.added ?? 0, known: ended.seenAgain ?? 0 }),
      };
    case 'stopped': {
      const { added = 0, seenAgain: known = 0 } = ended;
      // Without figures it was the browser that ended the worker: the next one goes on.
      const words =
        ended.added === undefined
          ? t('dashboard.data.interrupted')
          : t('dashboard.data.stoppedAfter', { added, known });
      return { type: 'said', words };
    }
    case 'problem':
      return { type: 'problem', words: ended.problem };
  }
}

/** The text of a small file; empty for one that is packed. */
async function textIn(file: Blob): Promise<string> {
  const read = wholeText(new Uint8Array(await file.arrayBuffer()));
  return 'text' in read ? read.text : '';
}

/** The longest that reading keeps the page from drawing and from hearing that it is to stop, ms. */
const STEP_MS = 30;

async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  let rested = performance.now();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (performance.now() - rested > STEP_MS) {
      await new Promise((resume) => setTimeout(resume));
      rested = performance.now();
    }
    yield value;
  }
}
