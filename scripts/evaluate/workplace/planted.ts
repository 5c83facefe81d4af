// What is planted among the sign-ins of the generated workplace: ten cases of each flag, each a little different in the
// log it stands in, in how often it happens and in what the log has of it.
import { FIRST, workdays } from './sign-ins.ts';
import { CASES, type City, DAY, HOUR, MINUTE, type Place, type Workplace } from './world.ts';

export function addPlantedSignIns(world: Workplace): void {
  for (let n = 0; n < CASES; n++) {
    manyAddresses(world, n);
    sharedAddress(world, n);
    longSession(world, n);
    remoteDesktop(world, n);
  }
}

/** One account that several people use, each from a home of their own: in other countries or in other towns of one. */
function manyAddresses(world: Workplace, n: number): void {
  const { next } = world;
  const person = world.person('used from many places', 'many-addresses');
  const log = ['okta', 'okta', 'okta', 'okta', 'github-audit', 'github-audit', 'slack', 'slack', 'entra', 'entra'][
    n
  ] as string;
  const base = world.city();
  // Of three cases of the log with coordinates one stays in its country, and the towns lie far apart.
  const far = (i: number): City =>
    n === 3
      ? { ...base, city: `Farm ${i}`, latitude: base.latitude + i * 4, longitude: base.longitude + i * 5 }
      : world.cityAbroad(base);
  const homes = [world.home(base), ...Array.from({ length: next.int(2, 4) }, (_, i) => world.home(far(i + 1)))];
  const share = n % 3 === 0 ? 0.2 : 0.6;
  const client = world.browser();
  for (const from of workdays(world)) {
    if (next() > share) {
      for (let i = 0; i < 4; i++) world.signIn(person, log, from + next() * 9 * HOUR, homes[0] as Place, { client });
      continue;
    }
    const rows = next.int(5, 9);
    for (let i = 0; i < rows; i++)
      world.signIn(person, log, from + ((i + next() * 0.5) * 7 * HOUR) / rows, homes[i % homes.length] as Place, {
        client,
        session: world.session(),
      });
  }
}

/** One person who works through three to five accounts: from one home, on one device, or in one session. */
function sharedAddress(world: Workplace, n: number): void {
  const { next } = world;
  const by = n < 4 ? 'address' : n < 7 ? 'device' : 'session';
  const log = by === 'address' ? (['okta', 'slack', 'github-audit', 'zoom'][n] as string) : 'okta';
  const at = world.city();
  const home = world.fixed(at);
  const client = world.browser();
  const people = Array.from({ length: next.int(3, 5) }, () => world.person(`worked by one (${by})`, 'shared-address'));
  const exits = people.map(() => world.home(world.city()));
  for (const from of workdays(world)) {
    let at = from;
    const session = world.session();
    for (const [i, person] of people.entries()) {
      const rows = next.int(1, 3);
      for (let row = 0; row < rows; row++) {
        // Where device or session give it away, each account has an address of its own.
        const place = by === 'address' ? home : (exits[i] as Place);
        world.signIn(person, log, at, place, {
          client,
          device: by === 'device' ? `rig-${n}` : by === 'address' ? undefined : `rig-${n}-${i}`,
          session: by === 'session' ? session : world.session(),
        });
        at += (5 + next() * 60) * MINUTE;
      }
    }
  }
}

/** Somebody who never goes to sleep for a day or more: there are several of them. */
function longSession(world: Workplace, n: number): void {
  const { next } = world;
  const person = world.person('never asleep', 'long-sessions');
  const home = world.home(world.city());
  const client = world.browser();
  const log = n < 6 ? 'okta' : n < 8 ? 'zoom' : 'google-workspace';
  for (const from of workdays(world, 0.7))
    for (let i = 0; i < 4; i++)
      world.signIn(person, log, from + next() * 8 * HOUR, home, { client, session: world.session() });
  const times = next.int(1, 4);
  for (let i = 0; i < times; i++) {
    const from = FIRST + (3 + i * 9 + next.int(0, 4)) * DAY + 7 * HOUR;
    const hours = next.int(26, 80);
    if (log === 'zoom') {
      const end = new Date(from + hours * HOUR).toISOString().replace('.000', '');
      world.signIn(person, log, from, home, { client: 'Browser', event: 'Sign in', endedAt: end });
      continue;
    }
    const session = log === 'okta' ? world.session() : undefined;
    for (let at = from; at < from + hours * HOUR; at += (15 + next() * 35) * MINUTE)
      world.signIn(person, log, at, home, {
        client,
        session,
        event: log === 'okta' ? 'user.authentication.sso' : 'login_success',
      });
  }
}

const tools = [
  { client: 'AnyDesk/8.0.9 (Windows)' },
  { client: 'TeamViewer 15.58.4' },
  { client: 'RustDesk 1.3.2' },
  { client: 'ScreenConnect Client 24.1' },
  { client: 'Splashtop Streamer 3.7' },
  { client: 'Mozilla/5.0 (Windows NT 10.0) ChromeRemoteDesktop/126' },
  { device: 'PiKVM v4' },
  { port: 3389 },
  { port: 3389 },
  { port: 3389 },
];

/** Somebody whose computer stands elsewhere and is worked from afar. */
function remoteDesktop(world: Workplace, n: number): void {
  const { next } = world;
  const person = world.person('from afar', 'remote-desktop');
  const home = world.home(world.city());
  const client = world.browser();
  const tool = tools[n] as { client?: string; device?: string; port?: number };
  for (const from of workdays(world)) {
    const session = world.session();
    for (let i = 0; i < 4; i++)
      world.signIn(person, 'okta', from + next() * 8 * HOUR, home, {
        client,
        device: 'a-laptop',
        session,
        port: next.int(1024, 65_535),
        event: 'user.authentication.sso',
        ...(next() < 0.4 && tool),
      });
  }
}
