// npm run new:site -- <id> <Name> <host>
// Writes what a marketplace needs to be there: its file, its line in the registry, and a folder with a
// first saved page and what must be read on it. What it writes reads already: the card heuristics find the
// people; the tables are yours to fill. lib/reading/site.ts says how.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { putRight, register, registerLine } from './lib/register.ts';

const [id = '', name = '', host = ''] = process.argv.slice(2);
const site = `lib/sites/${id}.ts`;
const fixture = `tests/sites/${id}/project`;

const problem = problemWith(id, name, host);
if (problem) {
  process.stderr.write(
    `${problem}\nusage: npm run new:site -- <id> <Name> <host>, as in: new:site -- guru Guru guru.com\n`,
  );
  process.exit(2);
}

const constant = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const url = `https://www.${host}/projects/1001`;
const seenAt = '2026-10-02T09:30:00.000Z';

/** Invented bidders, so that the test that reads all pages has one to start with. */
const bidders = [
  {
    id: 'elo-marend',
    name: 'Elo M.',
    text: 'I can have the garden pages ready in two weeks and show you each on the way.',
    amount: 300,
  },
  {
    id: 'tavi-osken',
    name: 'Tavi O.',
    text: 'Your plan is clear to me. I would begin with the map and then the calendar.',
    amount: 420,
  },
] as const;

writeFileSync(site, siteFile());
register('lib/sites/registry.ts', { from: `./${id}.ts`, name: constant, list: 'sites' });
mkdirSync(fixture, { recursive: true });
writeFileSync(join(fixture, 'page.html'), page());
writeFileSync(join(fixture, 'expected.jsonl'), expected());
registerLine('README.md', { start: '| | pages |', end: '' }, `| ${name} | project |`);
await putRight(site, 'lib/sites/registry.ts');
process.stdout.write(
  [
    `${site}: where everything stands on its pages`,
    'lib/sites/registry.ts: its line',
    `${fixture}: its first page, and what must be read on it`,
    'README.md: its row',
    '',
  ]
    .join('\n')
    .concat(
      'Next: real pages with npm run capture, then its tables; CONTRIBUTING.md goes through it. npm run test:one tests/catalogue.test.ts tests/sites/fixtures.test.ts says whether all is there.\n',
    ),
);

function problemWith(id: string, name: string, host: string): string | undefined {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(id)) return `${id || 'no id'}: an id is small letters, digits and dashes`;
  if (!/^[^'\\]{2,60}$/.test(name)) return `${name || 'no name'}: not a name such as Guru`;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return `${host || 'no host'}: not a host such as guru.com`;
  if (existsSync(site)) return `${site} is there already`;
  return readFileSync('lib/sites/registry.ts', 'utf8').includes(`'./${id}.ts'`)
    ? `${id} is registered already`
    : undefined;
}

function siteFile(): string {
  return `// ${name}: say which pages are read, from where it is known how they are built, and what nobody has seen yet.
import { accountIn, stepsOf } from '../reading/address.ts';
import type { PageAddress, Site } from '../reading/site.ts';

const home = 'https://www.${host}';

export const ${constant}: Site = {
  id: '${id}',
  name: '${name}',
  hosts: ['${host}'],
  classifyUrl,
  accountAt,
  profileUrl,
  tables: {
    profile: { name: ['h1'] },
    bids: {
      card: ['[data-bid]'],
      fields: { name: ['h3'], text: ['[data-bid-text]'], amount: ['[data-bid-amount]'] },
    },
  },
  counts: {
    bids: { places: ['h2'], pattern: /^([\\d.,]{1,9}) (?:bids|proposals)\\b/i, none: /\\bno (?:bids|proposals) yet\\b/i },
  },
  expects: { project: ['bid.text', 'bid.amount'] },
};

function classifyUrl(url: URL): PageAddress | undefined {
  const account = accountAt(url);
  if (account) return { page: 'profile', account, canonical: profileUrl(account) };
  const [first, project] = stepsOf(url);
  if (first !== 'projects' || !project) return undefined;
  return { page: 'project', project, canonical: \`\${home}/projects/\${encodeURIComponent(project)}\` };
}

/** The account of a profile's address, which is also what every link to that profile has. */
function accountAt(url: URL): string | undefined {
  const [first, account, ...more] = stepsOf(url);
  return first === 'freelancers' && more.length === 0 ? accountIn(account) : undefined;
}

function profileUrl(account: string): string {
  return \`\${home}/freelancers/\${encodeURIComponent(account)}\`;
}
`;
}

function page(): string {
  const cards = bidders.map(
    ({ id, name, text, amount }) =>
      `<li data-bid><h3><a href="/freelancers/${id}">${name}</a></h3><p data-bid-text>${text}</p><b data-bid-amount>€${amount}</b></li>`,
  );
  return `<!-- url: ${url} seen-at: ${seenAt} -->
<!doctype html>
<html lang="en"><body><main><h1>Site of a garden club</h1><h2>2 bids</h2>
<ul>
${cards.join('\n')}
</ul>
</main></body></html>
`;
}

function expected(): string {
  const seen = { site: id, seenAt, url };
  const observations = [
    { kind: 'project', ...seen, project: '1001', title: 'Site of a garden club', bidCount: 2 },
    ...bidders.flatMap(({ id, name, text, amount }) => [
      { kind: 'bid', ...seen, project: '1001', account: id, text, amount, currency: 'EUR' },
      { kind: 'profile', ...seen, url: `https://www.${host}/freelancers/${id}`, account: id, role: 'freelancer', name },
    ]),
    { kind: 'page', ...seen, page: 'project', read: 'whole', found: { bids: 2, profiles: 2 }, of: { bids: 2 } },
  ];
  return observations.map((one) => `${JSON.stringify(one)}\n`).join('');
}
