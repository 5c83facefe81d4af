// The file by which an administrator says what a team's pool is and who may write to it: a setting or a member a line, so
// that somebody comes in by one line and goes by one. What is wrong is said with its line; nothing is guessed.

import { isPublicKey } from '../../lib/team/keys.ts';
import { MAX_MEMBERS } from '../../lib/team/roster.ts';

export interface TeamMember {
  name: string;
  /** `U…`, as their browser shows it. */
  key: string;
  /** `left` may no longer enter; what they wrote until then stays. */
  role: 'member' | 'analyst' | 'left';
  erases: boolean;
}

export interface TeamFile {
  team: string;
  /** `wss://…`, as browsers reach it. */
  server: string;
  /** `host:port` on which the server itself listens for browsers, and for the administrator's tools on that machine. */
  listen: string;
  administratorListen: string;
  certificate: string;
  key: string;
  /** Folder of the server's files. */
  store: string;
  /** How long observations are kept; for ever where absent. */
  keepDays?: number;
  /** Most that observations may take on the disk. */
  maxBytes: number;
  perDay?: number;
  /** Whether members who want to may show the others what they decided about people. */
  decisions?: boolean;
  members: TeamMember[];
}

export interface FileProblem {
  line: number;
  problem: string;
}

/** What a new file says, for the administrator to change. */
export const exampleFile = (
  team: string,
  server: string,
) => `# A setting or a member a line. Lines that begin with # say nothing.
team         ${team}
server       ${server}

# Where the server listens, and its files. The certificate is one that browsers trust.
listen       0.0.0.0:${URL.parse(server)?.port || 443}
local        127.0.0.1:4222
certificate  /etc/hireflag/cert.pem
key          /etc/hireflag/key.pem
store        /var/lib/nats

# How long observations are kept, and how much room they may take. What is full takes nothing more, and says so.
keep         400 days
space        1500 MB

# Whether members who want to may show the others what they decided about people (checked and fine, a false alarm).
decisions    no

# One line a member: the public key that their browser shows, and a name. "erases" after a name lets them erase people
# for all. Change "member" to "left" when somebody leaves, or take the line away: then what they wrote no longer counts.
#member UAAA… Ana Ferreira
#member UBBB… Ben Osei, erases
#analyst UCCC… Analyst
`;

const NAMED = /^[^",{}\r\n]{1,100}$/;
const ADDRESS = /^[A-Za-z0-9.-]+:\d{1,5}$/;
const PATH = /^[^"\r\n]{1,500}$/;

/**
 * Reads a team's file.
 *
 * @returns what it says, or every line that is wrong (line 0: of the file as a whole)
 */
export function readTeamFile(text: string): { file: TeamFile } | { problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const said = new Map<string, string>();
  const members = new Map<string, TeamMember>();
  const setting = (word: string, value: string): string | undefined => {
    if (!Object.hasOwn(settings, word)) return `no such setting: ${word}`;
    if (said.has(word)) return `${word} is said twice`;
    said.set(word, value);
    return settings[word as keyof typeof settings](value) ? undefined : `${word} cannot be “${value}”`;
  };
  const member = (role: TeamMember['role'], value: string): string | undefined => {
    const [, key = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(value) ?? [];
    const erases = /,\s*erases$/.test(rest);
    const name = rest.replace(/,\s*erases$/, '').trim();
    if (!isPublicKey(key)) return `${key || value}: no public key, which is U and 55 letters and digits`;
    if (!NAMED.test(name)) return 'a name without quotation marks, braces or commas must stand after the key';
    if (members.has(key)) return `this key stands in the file twice (${members.get(key)?.name})`;
    members.set(key, { name, key, role, erases });
    return undefined;
  };
  text.split(/\r?\n/).forEach((whole, i) => {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) return;
    const [, word = '', value = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    const isMember = word === 'member' || word === 'analyst' || word === 'left';
    const problem = isMember ? member(word, value) : setting(word, value);
    if (problem) problems.push({ line: i + 1, problem });
  });
  for (const word of ['team', 'server', 'listen', 'certificate', 'key', 'store']) {
    if (!said.has(word)) problems.push({ line: 0, problem: `${word} is not said` });
  }
  if (members.size > MAX_MEMBERS) problems.push({ line: 0, problem: `more than ${MAX_MEMBERS} members` });
  if (problems.length > 0) return { problems };
  const get = (word: string) => said.get(word) ?? '';
  const keepDays = /\d+/.exec(get('keep'))?.[0];
  return {
    file: {
      team: get('team'),
      server: get('server'),
      listen: get('listen'),
      administratorListen: said.get('local') ?? '127.0.0.1:4222',
      certificate: get('certificate'),
      key: get('key'),
      store: get('store'),
      maxBytes: bytesIn(said.get('space') ?? '1500 MB'),
      ...(keepDays !== undefined && { keepDays: Number(keepDays) }),
      ...(said.has('perday') && { perDay: Number(get('perday')) }),
      ...(said.has('decisions') && { decisions: get('decisions') === 'yes' }),
      members: [...members.values()],
    },
  };
}

/** Each setting, and what it may be. */
const settings = {
  team: (value: string) => NAMED.test(value),
  server: (value: string) => URL.parse(value)?.protocol === 'wss:',
  listen: (value: string) => ADDRESS.test(value),
  local: (value: string) => ADDRESS.test(value),
  certificate: (value: string) => PATH.test(value),
  key: (value: string) => PATH.test(value),
  store: (value: string) => PATH.test(value),
  keep: (value: string) => value === 'for ever' || /^[1-9]\d{0,4} days?$/.test(value),
  space: (value: string) => /^[1-9]\d{0,6} (?:MB|GB)$/.test(value),
  perday: (value: string) => /^[1-9]\d{0,8}$/.test(value),
  decisions: yesOrNo,
};

function yesOrNo(value: string): boolean {
  return value === 'yes' || value === 'no';
}

function bytesIn(space: string): number {
  const [count = '', unit] = space.split(' ');
  return Number(count) * (unit === 'GB' ? 1_000_000_000 : 1_000_000);
}
