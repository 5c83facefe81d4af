// Imports sign-in and payment logs: each file is read by a worker of its own, one after the other; then everybody is
// assessed again.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type LogFileRow, Logs, type LogsProps, shownName } from '../../components/dashboard/Logs.tsx';
import { databaseProblemWords } from '../../components/database-problem.ts';
import { saveFile } from '../../components/save-file.ts';
import { t } from '../../lib/i18n/language.ts';
import { type Mapping, parseMapping } from '../../lib/logs/own-format.ts';
import type { Answers } from '../../lib/logs/read-log.ts';
import { addressLists } from './AddressListsPart.tsx';
import { db } from './database.ts';
import type { LogReply, LogRequest } from './log-messages.ts';
import { startLogWorker } from './start-log-worker.ts';
import { UnjoinedPart } from './UnjoinedPart.tsx';
import { startJob } from './worker.ts';

/** Where the browser's local storage holds whether addresses are hashed, and the key. */
const HASH_KEY = 'hashAddresses';
/** Where it holds the user's own mappings. */
const MAPPINGS_KEY = 'logMappings';
/** So many are kept. */
const MAX_MAPPINGS = 20;

interface Hashing {
  on: boolean;
  /** Hexadecimal. */
  key: string;
}

export function LogsPart() {
  const [rows, setRows] = useState<readonly LogFileRow[]>([]);
  const [running, setRunning] = useState<LogsProps['running']>();
  const [isHashed, setHashed] = useState(false);
  const [accounts, setAccounts] = useState<number>();
  const [mappings, setMappings] = useState<readonly Mapping[]>([]);
  useEffect(() => {
    void hashing().then(({ on }) => setHashed(on));
    void storedMappings().then(setMappings);
    void db.logAccounts.count().then(setAccounts);
  }, [running === undefined]);

  const put = (row: LogFileRow) =>
    setRows((before) => [...before.filter((one) => shownName(one) !== shownName(row)), row]);

  const read = async (files: readonly Pick<LogFileRow, 'file' | 'within'>[], answers: Answers = {}) => {
    let isNew = false;
    const left = [...files];
    for (let next = left.shift(); next; next = left.shift()) {
      const { file, within } = next;
      const end = await readFile(file, within, answers, setRunning);
      if (end.type === 'holds') left.unshift(...end.names.map((name) => ({ file, within: name })));
      else if (end.type !== 'progress' && end.type !== 'hashed') put({ file, within, ...wordsFor(end), answers });
      isNew ||= end.type === 'done' && end.added > 0;
    }
    if (isNew) await assessEveryone();
    setRunning(undefined);
  };

  const assessEveryone = async () => {
    const { ended, stop } = startJob({ type: 'assess-everyone' }, (done, of, part) =>
      setRunning({ what: part, done, of, stop }),
    );
    await ended;
  };

  const hash = async (on: boolean) => {
    await setHashing(on);
    setHashed(on);
    // Addresses that are kept already go as well, with what was found of them.
    if (!on || (await db.logAccounts.count()) === 0) return;
    await hashKept(setRunning);
    await assessEveryone();
    setRunning(undefined);
  };

  return (
    <Logs
      rows={rows}
      running={running}
      isHashed={isHashed}
      accounts={accounts}
      unjoined={<UnjoinedPart />}
      mappings={mappings}
      onFiles={(files) => void read(files.map((file) => ({ file })))}
      onAnswer={({ file, within, answers }, said) => void read([{ file, within }], { ...answers, ...said })}
      onHash={(on) => void hash(on)}
      onMapping={(text) => {
        const parsed = parseMapping(text);
        if ('problem' in parsed) return parsed.problem;
        void keepMapping(parsed.mapping).then(setMappings);
        return undefined;
      }}
      onShareMapping={(made) =>
        saveFile(new Blob([`${JSON.stringify(made, null, 2)}\n`], { type: 'application/json' }), `${made.id}.json`)
      }
    />
  );
}

/** Reads one file by a worker; resolves with how it ended, never rejects. */
async function readFile(
  file: File,
  within: string | undefined,
  answers: Answers,
  setRunning: (running: LogsProps['running']) => void,
): Promise<LogReply> {
  const worker = startLogWorker();
  const { on, key } = await hashing();
  const [mappings, lists] = await Promise.all([storedMappings(), addressLists()]);
  const stop = () => worker.postMessage({ type: 'stop' } satisfies LogRequest);
  setRunning({ what: 'reading', done: 0, of: file.size, stop });
  const end = await new Promise<LogReply>((done) => {
    worker.addEventListener('error', () => done({ type: 'problem', name: '' }));
    worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
      if (data.type === 'progress')
        setRunning({ what: 'reading', done: Math.min(data.done, file.size), of: file.size, stop });
      else done(data);
    });
    const request = {
      type: 'read',
      file,
      within,
      answers,
      mappings,
      lists,
      ...(on && { key: bytesOf(key) }),
    } satisfies LogRequest;
    worker.postMessage(request);
  });
  worker.terminate();
  return end;
}

/** Puts hashes in the place of the addresses that are kept, by a worker; where it is stopped it ends at the next start of it. */
async function hashKept(setRunning: (running: LogsProps['running']) => void): Promise<void> {
  const worker = startLogWorker();
  const { key } = await hashing();
  await new Promise<unknown>((done) => {
    setRunning({ what: 'storing', done: 0, of: undefined, stop: () => done(undefined) });
    worker.addEventListener('error', done);
    worker.addEventListener('message', done);
    worker.postMessage({ type: 'hash', key: bytesOf(key) } satisfies LogRequest);
  });
  worker.terminate();
}

function wordsFor(
  end: Exclude<LogReply, { type: 'progress' | 'holds' | 'hashed' }>,
): Omit<LogFileRow, 'file' | 'answers'> {
  switch (end.type) {
    case 'asked':
      return { questions: end.questions };
    case 'refused':
      return { refused: end.refused };
    case 'problem': {
      const error = Object.assign(new Error(end.name), { name: end.name });
      return { problem: end.name === '' ? t('problem.database') : databaseProblemWords(error) };
    }
    case 'done':
      return { read: end };
  }
}

async function storedMappings(): Promise<Mapping[]> {
  const stored = (await browser.storage.local.get(MAPPINGS_KEY))[MAPPINGS_KEY];
  return (Array.isArray(stored) ? stored : []).flatMap((one) => {
    const parsed = parseMapping(JSON.stringify(one));
    return 'mapping' in parsed ? [parsed.mapping] : [];
  });
}

/** Keeps a mapping, in the place of one of the same id. */
async function keepMapping(mapping: Mapping): Promise<Mapping[]> {
  const others = (await storedMappings()).filter(({ id }) => id !== mapping.id);
  const all = [mapping, ...others].slice(0, MAX_MAPPINGS);
  await browser.storage.local.set({ [MAPPINGS_KEY]: all });
  return all;
}

async function hashing(): Promise<Hashing> {
  const stored = (await browser.storage.local.get(HASH_KEY))[HASH_KEY] as Partial<Hashing> | undefined;
  const key = typeof stored?.key === 'string' && /^[0-9a-f]{64}$/.test(stored.key) ? stored.key : '';
  return { on: stored?.on === true && key !== '', key };
}

/** A key stays when hashing is switched off: switched on again it gives the same hashes. */
async function setHashing(on: boolean): Promise<void> {
  const { key } = await hashing();
  const made = crypto.getRandomValues(new Uint8Array(32));
  const hex = [...made].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await browser.storage.local.set({ [HASH_KEY]: { on, key: key || hex } satisfies Hashing });
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
