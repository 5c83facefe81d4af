// Observations made up for property tests: few accounts and projects, so that they meet again and again, and say the
// same, something else, more or less when they do.
import fc from 'fast-check';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';

const ACCOUNTS = ['ada', 'ben', 'cleo', 'acme', 'shop:1'];
const PROJECTS = ['1', '2', '3'];

/** Every account that generated observations may name, and one that they never do. */
export const accounts: readonly AccountKey[] = [...ACCOUNTS, 'nobody'].map((id): AccountKey => `guru:${id}`);
/** Every project that they may name, and one that they never do. */
export const projectKeys: readonly string[] = [...PROJECTS, '9'].map((id) => `guru:${id}`);

/** Texts long enough to be compared; some share sentences. */
export const sentences = [
  'The booking screen comes first, because that is where most of your visitors give up and leave today.',
  'I would draw it on paper, show it to two of your receptionists, and only then write the first line.',
  'Last autumn I rebuilt the invoice queue of a dairy, so that nobody there types any number twice.',
  'For a ferry line we drew the timetable screens on paper long before any code was written for them.',
] as const;

const account = fc.constantFrom(...ACCOUNTS);
const project = fc.constantFrom(...PROJECTS);
const seenAt = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}T08:00:00Z`);
const text = fc.subarray([...sentences], { minLength: 1 }).map((some) => some.join(' '));
const common = { site: fc.constant('guru'), seenAt };

/** An optional field: absent as often as not. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

function record<T extends object>(kind: Observation['kind'], fields: Record<string, fc.Arbitrary<unknown>>) {
  return fc
    .record({ kind: fc.constant(kind), ...common, ...fields })
    .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as T);
}

export const observation: fc.Arbitrary<Observation> = fc.oneof(
  {
    weight: 4,
    arbitrary: record<Observation>('bid', {
      account,
      project,
      text: maybe(text),
      amount: maybe(fc.integer({ min: 10, max: 12 })),
      outcome: maybe(fc.constantFrom('open', 'awarded', 'rejected', 'withdrawn')),
    }),
  },
  {
    weight: 3,
    arbitrary: record<Observation>('review', {
      from: account,
      fromRole: fc.constantFrom('client', 'freelancer'),
      to: account,
      rating: maybe(fc.integer({ min: 1, max: 5 }).map((value) => ({ value, outOf: 5 }))),
      at: maybe(fc.constantFrom('2026-03-01T10:00:00Z', '2026-04-01T10:00:00Z')),
      text: maybe(fc.constantFrom(sentences[0], 'Fine.')),
      project: maybe(project),
    }),
  },
  {
    weight: 2,
    arbitrary: record<Observation>('profile', {
      account,
      role: fc.constant('freelancer'),
      name: maybe(fc.constantFrom('Ada', 'Ben')),
      stats: maybe(fc.record({ reviewCount: fc.nat(3) })),
    }),
  },
  {
    weight: 1,
    arbitrary: record<Observation>('message', {
      account,
      thread: fc.constantFrom('t1', 't2'),
      mine: fc.boolean(),
      text,
    }),
  },
  {
    weight: 1,
    arbitrary: record<Observation>('project', { project, title: maybe(fc.constantFrom('A till', 'A map')) }),
  },
  {
    weight: 1,
    arbitrary: record<Observation>('page', {
      page: fc.constant('project'),
      read: fc.constant('whole'),
      url: maybe(fc.constantFrom('https://www.guru.com/d/1')),
    }),
  },
);
