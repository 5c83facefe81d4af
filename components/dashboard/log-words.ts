// What is said of a log file that was read, or could not be: the same on the dashboard and on the command line.
import { t } from '../../lib/i18n/language.ts';
import { timeText } from '../../lib/i18n/times.ts';
import type { Question, Surveyed, Tally } from '../../lib/logs/read-log.ts';

type Refused = Extract<Surveyed, { refused: string }>;
type Fault = Tally['problems'][number];

/** So many columns are named of a table that is not known. */
const MAX_NAMED = 12;

export function refusedWords(refused: Refused): string {
  if (refused.refused !== 'unknown-format') return t(`logs.refused.${refused.refused}`);
  if (refused.columns.length === 0) return t('logs.refused.unknownJson');
  const named = refused.columns.slice(0, MAX_NAMED).map((column) => column.slice(0, 40));
  return t('logs.refused.unknown', { columns: `${named.join(', ')}${refused.columns.length > MAX_NAMED ? ' …' : ''}` });
}

export function faultWords({ what, field = '' }: Pick<Fault, 'what' | 'field'>): string {
  switch (what) {
    case 'too-long':
    case 'too-many-columns':
    case 'not-json':
    case 'cut-off':
      return t(`logs.fault.${what}`);
    default:
      return t(`logs.fault.${what}`, { field });
  }
}

/** How a thing that a file leaves open can be read: three rows, each way. */
export interface ReadWays {
  question: string;
  ways: { answer: 'day-first' | 'month-first' | 'point' | 'comma'; words: string; readings: string[] }[];
  written: string[];
}

export function readWays(question: Question): ReadWays {
  const written = question.samples.map(({ text }) => text);
  if (question.ask === 'days') {
    const ways = (['day-first', 'month-first'] as const).map((answer) => ({
      answer,
      words: t(`logs.ask.${answer}`),
      readings: question.samples.map(({ readings }) => (readings[answer] === '' ? '—' : timeText(readings[answer]))),
    }));
    return { question: t('logs.ask.days'), ways, written };
  }
  const ways = (['point', 'comma'] as const).map((answer) => ({
    answer,
    words: t(`logs.ask.${answer}`),
    readings: question.samples.map(({ readings }) => (Number.isNaN(readings[answer]) ? '—' : String(readings[answer]))),
  }));
  return { question: t('logs.ask.decimals'), ways, written };
}

/** A question as lines of text, each way with the option that answers so. */
export function questionWords(question: Question): string {
  const { question: asked, ways, written } = readWays(question);
  const lines = ways.map(({ answer, readings }) => {
    const read = readings.map((one, i) => `${written[i]} = ${one}`).join('; ');
    const option = question.ask === 'days' ? '--days' : '--decimals';
    return `  ${option} ${answer}: ${read}`;
  });
  return [asked, ...lines].join('\n');
}
