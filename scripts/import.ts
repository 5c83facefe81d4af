// npm run -s import -- [--format ID | --mapping FILE] [--days ORDER] [--decimals MARK] [--relays LIST]… [--seen-at TIME] FILE…
// Sign-in and payment logs in, observations out as JSON Lines, by the same code that the dashboard runs. The format is
// found by the names of the fields unless it is said. Days that can be read two ways are not guessed: three of them
// are shown, and --days says which it is. What is wrong with a row is said on standard error with its line; every good
// row is still used, and the exit code is then 2. Sign-ins from ranges in lists of relays and VPNs say so, and where their
// network is registered where the log names no country. --list names the formats.
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import networks from '../assets/networks.json' with { type: 'json' };
import { faultWords, questionWords, refusedWords } from '../components/dashboard/log-words.ts';
import { type AddressList, parseAddressList, relayMarker } from '../lib/logs/address-lists.ts';
import type { Decimals } from '../lib/logs/amounts.ts';
import { NotText } from '../lib/logs/decode.ts';
import type { LogFormat } from '../lib/logs/format.ts';
import { networksIn, registeredMarker } from '../lib/logs/networks.ts';
import { formatOf, parseMapping } from '../lib/logs/own-format.ts';
import { type Answers, eventsOf, noTally, type Open, survey } from '../lib/logs/read-log.ts';
import { logFormats } from '../lib/logs/registry.ts';
import type { DayOrder } from '../lib/logs/times.ts';
import { unpack } from '../lib/logs/unpack.ts';
import type { LogEvent } from '../lib/model/log-event.ts';
import { momentOf, Problem, report } from './lib/saved-page.ts';

const usage =
  'usage: npm run -s import -- [--format ID | --mapping FILE] [--days day-first|month-first] [--decimals point|comma] [--relays LIST]… [--seen-at TIME] FILE…   (--list: the formats)';

async function main(): Promise<void> {
  await report(async () => {
    const { values, positionals: files } = parse();
    if (values.list) {
      for (const { id, name, gives, unproven } of logFormats)
        process.stdout.write(`${id}\t${name}\t${gives}${unproven ? '\tmapped by hand, not proven' : ''}\n`);
      return;
    }
    if (files.length === 0) throw new Problem(usage);
    const formats = formatsFor(values.format, values.mapping);
    const answers: Answers = {
      days: oneOf<DayOrder>('--days', values.days, ['day-first', 'month-first']),
      decimals: oneOf<Decimals>('--decimals', values.decimals, ['point', 'comma']),
    };
    const seenAt = momentOf(values['seen-at']);
    const relays = relayMarker((values.relays ?? []).map(relayList));
    const registered = registeredMarker(networksIn(networks));
    const mark = (event: LogEvent) => registered(relays(event));
    const how = { formats, said: answers, seenAt, mark };
    for (const file of files) await report(() => importFile(file, how));
  });
}

function parse() {
  try {
    const string = { type: 'string' } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        format: string,
        mapping: string,
        days: string,
        decimals: string,
        'seen-at': string,
        relays: { type: 'string', multiple: true },
        list: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

function formatsFor(id: string | undefined, mapping: string | undefined): readonly LogFormat[] {
  if (mapping !== undefined) {
    const parsed = parseMapping(readFileSync(mapping, 'utf8'));
    if ('problem' in parsed) throw new Problem(`${mapping}: ${parsed.problem}`);
    return [formatOf(parsed.mapping)];
  }
  if (id === undefined) return logFormats;
  const format = logFormats.find((one) => one.id === id);
  if (!format) throw new Problem(`--format ${id}: not one of ${logFormats.map((one) => one.id).join(', ')}`);
  return [format];
}

function relayList(file: string): AddressList {
  const parsed = parseAddressList(readFileSync(file, 'utf8'), file);
  if (!parsed) throw new Problem(`${file}: there is no range of addresses in it`);
  return parsed.list;
}

/** How files are read. */
interface How {
  formats: readonly LogFormat[];
  said: Answers;
  seenAt: string;
  /** Says of sign-ins that they came by a relay, and where their network is registered. */
  mark: (event: LogEvent) => LogEvent;
}

function oneOf<T extends string>(name: string, said: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((one) => one === said);
  if (said !== undefined && found === undefined) throw new Problem(`${name} ${said}: not one of ${known.join(', ')}`);
  return found;
}

async function importFile(file: string, how: How): Promise<void> {
  const parts = await unpack(file, () => createReadStream(file, { highWaterMark: 1 << 18 }));
  if ('refused' in parts) throw new Problem(`${file}: ${refusedWords(parts)}`);
  for (const { name, open } of parts) {
    const shown = parts.length > 1 ? `${file}: ${name}` : file;
    await report(() => importPart(shown, open, how));
  }
}

async function importPart(file: string, open: Open, how: How): Promise<void> {
  try {
    await importRows(file, open, how);
  } catch (error) {
    // What is packed shows only while it is opened how much it holds.
    if (error instanceof NotText) throw new Problem(`${file}: ${refusedWords({ refused: error.why })}`);
    throw error;
  }
}

async function importRows(file: string, open: Open, { formats, said, seenAt, mark }: How): Promise<void> {
  const surveyed = await survey(open, said, formats);
  if ('refused' in surveyed) throw new Problem(`${file}: ${refusedWords(surveyed)}`);
  const { format, answers, questions } = surveyed;
  if (questions.length > 0) throw new Problem(questions.map((one) => `${file}: ${questionWords(one)}`).join('\n'));
  const tally = noTally();
  for await (const { events } of eventsOf(open, format, answers, seenAt, tally)) {
    if (events.length === 0) continue;
    const lines = events.map((event) => `${JSON.stringify(mark(event))}\n`).join('');
    if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
  }
  for (const problem of tally.problems) console.error(`${file}:${problem.line}: ${faultWords(problem)}`);
  if (tally.problemCount > tally.problems.length)
    console.error(`… and ${tally.problemCount - tally.problems.length} more lines like these`);
  const skipped = Object.entries(tally.skipped).map(([why, count]) => `${count} ${why}`);
  const rest = [...skipped, ...(tally.repeated > 0 ? [`${tally.repeated} repeated`] : [])].join(', ');
  console.error(`${file}: ${format.name}, ${tally.rows} rows, ${tally.events} ${format.gives}${rest && ` (${rest})`}`);
  if (tally.problemCount > 0) process.exitCode = 2;
}

await main();
