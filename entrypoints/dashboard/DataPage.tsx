// Runs what is asked for on the data view: export, import, retention, deleting everything.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { bytes, DataControls, type DataControlsProps } from '../../components/dashboard/DataControls.tsx';
import type { Outcome, PageRow } from '../../components/dashboard/ImportOutcome.tsx';
import type { RetentionDraft } from '../../components/dashboard/Retention.tsx';
import { saveFile } from '../../components/save-file.ts';
import { t } from '../../lib/i18n/language.ts';
import { exportNotes } from '../../lib/record/user-data.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { exported } from '../../lib/store/export.ts';
import { observationsBefore } from '../../lib/store/forget.ts';
import { dueBefore, parseRetention, RETENTION_KEY, underPolicy } from '../../lib/store/retention.ts';
import { AddressListsPart } from './AddressListsPart.tsx';
import { db, useChanges } from './database.ts';
import { importFile } from './import-file.ts';
import { importPages } from './import-pages.ts';
import { LogsPart } from './LogsPart.tsx';
import { OwnListPart } from './OwnListPart.tsx';
import { startJob } from './worker.ts';

export function DataPage() {
  const [totals, setTotals] = useState<DataControlsProps['totals']>();
  const [used, setUsed] = useState<number>();
  const [kept, setKept] = useState<number | null>(null);
  const [keptByPolicy, setKeptByPolicy] = useState(false);
  const [draft, setDraft] = useState<RetentionDraft>();
  const [running, setRunning] = useState<DataControlsProps['running']>();
  const [outcome, setOutcome] = useState<DataControlsProps['outcome']>();
  const changes = useChanges();
  useEffect(() => {
    void (async () => {
      const [accounts, observations] = await Promise.all([db.accounts.count(), db.observations.count()]);
      setTotals({ accounts, observations });
      setUsed((await navigator.storage.estimate()).usage);
      setKept((await retention()).days);
      setKeptByPolicy((await settingsNow()).settings.keepDays !== null);
    })();
  }, [changes, running === undefined]);

  type Named = NonNullable<DataControlsProps['outcome']>['job'];
  const run = async (job: Named, doIt: () => Promise<Outcome>) => {
    setOutcome(undefined);
    const of = await doIt().catch((error: unknown): Outcome => {
      console.error(error);
      return { type: 'problem', words: t('problem.database') };
    });
    setRunning(undefined);
    setOutcome({ job, of });
  };

  /** Counts what a choice would delete; an answer that comes after another choice does not count. */
  const choose = async (days: number | null) => {
    if (days === kept) return setDraft(undefined);
    const now = new Date().toISOString();
    const before = dueBefore({ lastRun: now, trusted: now, ...(await retention()), days });
    setDraft({ days, before, old: undefined });
    const old = before === undefined ? 0 : await observationsBefore(db, before).count();
    setDraft((now) => (now?.days === days && now.before === before ? { ...now, old } : now));
  };
  const keep = ({ days, before, old }: RetentionDraft) =>
    run('keep', async () => {
      await browser.storage.local.set({ [RETENTION_KEY]: { ...(await retention()), days } });
      setDraft(undefined);
      setKept(days);
      if (before === undefined || !old) return { type: 'said', words: t('dashboard.data.kept', { count: 0 }) };
      const { ended, stop } = startJob({ type: 'expire', before }, (done, of) =>
        setRunning({ job: 'deleting', done, of, stop }),
      );
      const end = await ended;
      if (end.type === 'problem') return { type: 'problem', words: end.problem };
      return { type: 'said', words: t('dashboard.data.kept', { count: end.type === 'done' ? (end.gone ?? 0) : 0 }) };
    });

  return (
    <DataControls
      totals={totals}
      used={used}
      retention={{
        kept,
        draft,
        byPolicy: keptByPolicy,
        onChoose: (days) => void choose(days),
        onKeep: () => draft && void keep(draft),
      }}
      running={running}
      outcome={outcome}
      onExport={() =>
        void run('export', async () => {
          let stopped = false;
          const stop = () => {
            stopped = true;
          };
          const parts: Blob[] = [];
          let rows = 0;
          for await (const piece of exported(db)) {
            // A Blob is kept outside of the page's memory.
            parts.push(new Blob([piece.lines]));
            rows = piece.rows;
            setRunning({ job: 'exporting', done: rows, of: totals?.observations, stop });
            if (stopped) return { type: 'said', words: t('dashboard.data.exportStopped') };
          }
          download(new Blob(parts, { type: 'application/jsonl' }), 'seen');
          return { type: 'said', words: t('dashboard.data.exported', { count: rows }) };
        })
      }
      onExportNotes={() =>
        void run('export', async () => {
          const { lines, notes } = await exportNotes(db);
          download(new Blob([lines], { type: 'application/jsonl' }), 'notes');
          return {
            type: 'said',
            words: t('dashboard.data.exportedNotes', {
              decisions: notes.decisions.length,
              records: notes.records.length,
            }),
          };
        })
      }
      onImport={(file) =>
        void run('import', () => importFile(file, (job, done, of, stop) => setRunning({ job, done, of, stop }), bytes))
      }
      onPages={(files) =>
        void run('pages', () => importPages(files, (job, done, of, stop) => setRunning({ job, done, of, stop })))
      }
      onAddress={(file, url) =>
        void run('pages', async () => {
          const before = outcome?.of.type === 'pages' ? outcome.of.rows : [];
          const of = await importPages([file], (job, done, of, stop) => setRunning({ job, done, of, stop }), url);
          // The others of the same choice stay in sight, those that wait for an address too.
          return of.type === 'pages' ? { ...of, rows: inPlace(before, of.rows) } : of;
        })
      }
      onDeleteAll={() =>
        void run('delete', async () => {
          const { ended, stop } = startJob({ type: 'forget-all' }, () => {});
          setRunning({ job: 'deleting', done: 0, of: undefined, stop });
          const end = await ended;
          if (end.type === 'problem') return { type: 'problem', words: end.problem };
          return { type: 'said', words: t('dashboard.data.deleted') };
        })
      }
    >
      <LogsPart />
      <AddressListsPart />
      <OwnListPart />
    </DataControls>
  );
}

/** Rows with some of them in the place of what stood there of the same file. */
function inPlace(rows: readonly PageRow[], now: readonly PageRow[]): PageRow[] {
  const byFile = new Map([...rows, ...now].map((row) => [row.file, row]));
  return [...byFile.values()];
}

async function retention() {
  const chosen = parseRetention((await browser.storage.local.get(RETENTION_KEY))[RETENTION_KEY]);
  return underPolicy(chosen, (await settingsNow()).settings.keepDays);
}

function download(file: Blob, what: string): void {
  saveFile(file, `hireflag-${what}-${new Date().toISOString().slice(0, 10)}.jsonl`);
}
