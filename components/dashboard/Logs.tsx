// Sign-in and payment logs: files to drop, how far reading is, what was read of each and what was not, what only the
// user can say of a file, and which column says what where no format is known.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import type { Mapping } from '../../lib/logs/own-format.ts';
import type { Answers, Question, Surveyed, Tally } from '../../lib/logs/read-log.ts';
import { ChooseFile } from '../ChooseFile.tsx';
import { bytes } from './DataControls.tsx';
import { DropSection } from './DropSection.tsx';
import { LogMapping } from './LogMapping.tsx';
import { faultWords, readWays, refusedWords } from './log-words.ts';
import { Progress } from './Progress.tsx';

type Refused = Extract<Surveyed, { refused: string }>;

/** What a file is called: with what it is of, where it is packed. */
export function shownName({ file, within }: Pick<LogFileRow, 'file' | 'within'>): string {
  return within === undefined ? file.name : `${file.name} › ${within}`;
}

/** What came of one file. */
export interface LogFileRow {
  file: File;
  /** The name of a file in it, where it is packed. */
  within?: string | undefined;
  answers: Answers;
  questions?: readonly Question[];
  refused?: Refused;
  problem?: string;
  read?: {
    format: { id: string; name: string; unproven: boolean };
    tally: Tally;
    stopped: boolean;
    added: number;
    known: number;
  };
}

export interface LogsProps {
  rows: readonly LogFileRow[];
  running:
    | { what: 'reading' | 'storing' | 'assessing'; done: number; of: number | undefined; stop: () => void }
    | undefined;
  /** Whether addresses are kept as keyed hashes. */
  isHashed: boolean;
  /** Accounts of logs that are kept; undefined until they are counted. */
  accounts: number | undefined;
  /** Those of them that are joined with nobody. */
  unjoined?: ComponentChildren;
  mappings: readonly Mapping[];
  onFiles: (files: readonly File[]) => void;
  onAnswer: (row: LogFileRow, said: Answers) => void;
  onHash: (on: boolean) => void;
  /** @returns what is wrong with it, if anything is */
  onMapping: (text: string) => string | undefined;
  onShareMapping: (mapping: Mapping) => void;
}

export function Logs(props: LogsProps) {
  const { rows, running, isHashed, accounts = 0 } = props;
  const busy = running !== undefined;
  const unknown = rows.find(({ refused }) => refused?.refused === 'unknown-format')?.refused;
  return (
    <DropSection labelledBy="logs" disabled={busy} onFiles={props.onFiles}>
      <h2 id="logs">{t('logs.title')}</h2>
      <p>{t('logs.text')}</p>
      <p>{t('logs.accounts', { count: accounts })}</p>
      <p>
        <label>
          <input
            type="checkbox"
            id="hash-addresses"
            checked={isHashed}
            disabled={busy}
            onChange={({ currentTarget }) => props.onHash(currentTarget.checked)}
          />{' '}
          {t('logs.hash')}
        </label>
      </p>
      <ChooseFile
        label={t('logs.files')}
        id="import-logs"
        accept=".csv,.json,.jsonl,.ndjson,.log,.txt,.tsv,.zip,.gz"
        multiple
        disabled={busy}
        onFiles={props.onFiles}
      />
      {running && (
        <Progress
          words={t(`logs.${running.what}`)}
          done={running.done}
          of={running.of}
          {...(running.what === 'reading' && { amount: bytes })}
          onStop={running.stop}
        />
      )}
      <div role="status">
        {rows.length > 0 && !busy && (
          <section class="wide" tabindex={0} aria-label={t('logs.caption')}>
            <Table rows={rows} />
          </section>
        )}
      </div>
      {!busy && rows.map((row) => <After key={shownName(row)} row={row} onAnswer={props.onAnswer} />)}
      {unknown?.refused === 'unknown-format' && unknown.columns.length > 0 && !busy && (
        <LogMapping columns={unknown.columns} onMapping={props.onMapping} />
      )}
      {!busy && props.unjoined}
      <Mappings {...props} />
    </DropSection>
  );
}

function Table({ rows }: { rows: readonly LogFileRow[] }) {
  return (
    <table class="small pages">
      <caption>{t('logs.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('logs.file')}</th>
          <th scope="col">{t('logs.format')}</th>
          <th scope="col">{t('logs.rows')}</th>
          <th scope="col">{t('logs.left')}</th>
          <th scope="col">{t('logs.result')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FileRow key={shownName(row)} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function FileRow({ row }: { row: LogFileRow }) {
  const { refused, problem, questions, read } = row;
  if (!read) {
    const why = refused ? refusedWords(refused) : (problem ?? (questions ? t('logs.asked') : ''));
    return (
      <tr data-log={questions ? 'asked' : 'refused'}>
        <th scope="row">{shownName(row)}</th>
        <td colSpan={4}>{why}</td>
      </tr>
    );
  }
  const { format, tally, stopped, added, known } = read;
  const left = [
    ...Object.entries(tally.skipped),
    ['repeated', tally.repeated],
    ['faults', tally.problemCount],
  ] as const;
  return (
    <tr data-log={stopped ? 'stopped' : 'read'}>
      <th scope="row">{shownName(row)}</th>
      <td>
        {format.name}
        {format.unproven && ` (${t('logs.unproven')})`}
      </td>
      <td>{tally.rows}</td>
      <td>
        {left
          .filter(([, count]) => (count as number) > 0)
          .map(([why, count]) => t('logs.skipped', { why: String(why), count: Number(count) }))
          .join(', ')}
      </td>
      <td>
        {stopped && `${t('logs.stopped')} `}
        {t('logs.done', { added, known })}
      </td>
    </tr>
  );
}

/** The rows that were not understood, and the questions. */
function After({ row, onAnswer }: { row: LogFileRow; onAnswer: LogsProps['onAnswer'] }) {
  const { questions, read } = row;
  if (questions) return <Questions row={row} questions={questions} onAnswer={onAnswer} />;
  const { problems, problemCount } = read?.tally ?? { problems: [], problemCount: 0 };
  if (problemCount === 0) return null;
  return (
    <details>
      <summary>{t('logs.problems', { count: problemCount, file: shownName(row) })}</summary>
      <ul class="problems">
        {problems.map((problem) => (
          <li key={problem.line}>{t('dashboard.data.atLine', { line: problem.line, problem: faultWords(problem) })}</li>
        ))}
      </ul>
      {problemCount > problems.length && (
        <p>{t('dashboard.data.moreLines', { count: problemCount - problems.length })}</p>
      )}
    </details>
  );
}

function Questions(props: { row: LogFileRow; questions: readonly Question[]; onAnswer: LogsProps['onAnswer'] }) {
  const { row, questions, onAnswer } = props;
  const [said, setSaid] = useState<Answers>({});
  const isAnswered = questions.every(({ ask }) => said[ask] !== undefined);
  return (
    <form
      class="log-questions"
      aria-label={shownName(row)}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(row, said);
      }}
    >
      {questions.map((one) => {
        const { question, ways, written } = readWays(one);
        return (
          <fieldset key={one.ask}>
            <legend>{question}</legend>
            <table class="small">
              <thead>
                <tr>
                  <th scope="col">{t('logs.ask.written')}</th>
                  {ways.map(({ answer, words }) => (
                    <th scope="col" key={answer}>
                      <label>
                        <input
                          type="radio"
                          name={`${shownName(row)}-${one.ask}`}
                          value={answer}
                          onChange={() => setSaid((before) => ({ ...before, [one.ask]: answer }))}
                        />{' '}
                        {words}
                      </label>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {written.map((text, i) => (
                  <tr key={text}>
                    <th scope="row">{text}</th>
                    {ways.map(({ answer, readings }) => (
                      <td key={answer}>{readings[i]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </fieldset>
        );
      })}
      <button type="submit" class="plain" disabled={!isAnswered}>
        {t('logs.ask.again')}
      </button>
    </form>
  );
}

function Mappings({ mappings, onMapping, onShareMapping }: LogsProps) {
  const [problem, setProblem] = useState<string>();
  return (
    <details>
      <summary>{t('logs.mapping.own', { count: mappings.length })}</summary>
      <ul>
        {mappings.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <button type="button" class="plain" onClick={() => onShareMapping(one)}>
              {t('logs.mapping.share')}
            </button>
          </li>
        ))}
      </ul>
      <ChooseFile
        label={t('logs.mapping.file')}
        accept=".json"
        onFiles={([file]) => void file.text().then((text) => setProblem(onMapping(text)))}
      />
      <div role="status">{problem !== undefined && t('logs.mapping.problem', { problem })}</div>
    </details>
  );
}
