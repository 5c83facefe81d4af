// People with names, posts with titles and accounts with ids that are longer than anybody's, as a file to import: what does not
// give way in a view is seen with them.
import type { Observation } from '../../lib/model/observation.ts';

const site = 'guru';
const seenAt = '2026-10-01T10:20:30Z';
/** Without a place to break it. */
export const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
export const longAccounts = [1, 2, 3].map((n) => `${'wolkenkratzerbauunternehmen'.repeat(3)}-${n}`);
export const longProject = `9${'0'.repeat(60)}1`;

export function longData(): Observation[] {
  const url = `https://www.guru.com/jobs/${longWord.toLowerCase()}/${longProject}`;
  const title = `${longWord}: ${longWord} and a second line of words that goes on and on so that nobody could call it short`;
  const people = longAccounts.flatMap((account, n): Observation[] => [
    {
      kind: 'profile',
      site,
      seenAt,
      url: `https://www.guru.com/freelancers/${account}`,
      account,
      role: 'freelancer',
      name: `${longWord} ${'Maximiliana '.repeat(6)}${n + 1}`,
      headline: `${longWord} ${longWord}`,
      about: `${longWord} for ${'very long words '.repeat(12)}`,
      skills: [longWord, 'PHP', longWord.slice(8)],
      location: { city: longWord, country: 'AT' },
    },
    {
      kind: 'bid',
      site,
      seenAt,
      url,
      project: longProject,
      account,
      amount: 123_456_789.12 * (n + 1),
      currency: 'IDR',
      days: 365,
      submittedAt: `2026-09-30T0${n + 1}:00:00Z`,
      text: `Good day, I am ${longWord}${n} and I have built ${['harbour', 'museum', 'railway'][n]} systems for ${n + 4} years. For your project I would first read every one of the forms that your clerks fill in today, then draw the second screen together with whoever sits at the counter, and only then choose between ${['PostgreSQL', 'SQLite', 'MariaDB'][n]} and a plain table of files. I keep a list of open questions that you can read at any time, and I send you a short film of what works on each ${['Friday', 'Monday', 'Tuesday'][n]}. See https://example.org/${longWord}/${longWord}`,
    },
  ]);
  return [{ kind: 'project', site, seenAt, url, project: longProject, title, bidCount: 3 }, ...people];
}

/** A payment log whose account is joined with nobody. */
export const longLog =
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,To Email Address,Transaction ID\n' +
  `10/21/2026,10:00:00,CET,${longWord},General Payment,Completed,EUR,-400.00,${longWord.slice(0, 50).replace('ä', 'ae')}@pele.example,T1\n` +
  '10/28/2026,10:00:00,CET,Codewith Rafael,General Payment,Completed,EUR,-400.00,rafa@pele.example,T2\n';
