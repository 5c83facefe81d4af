// How ordinary people of the generated workplace sign in: at the office, at home, on the way, through VPNs, gateways and
// relays, in shifts, at shared desks, with programs that sign in by themselves.
import {
  type City,
  consumerVpns,
  DAY,
  DAYS,
  END,
  gateway,
  HOUR,
  inFlight,
  MINUTE,
  type Person,
  type Place,
  relays,
  SIGN_IN_DAYS,
  START,
  type Workplace,
} from './world.ts';

export const FIRST = START + (DAYS - SIGN_IN_DAYS) * DAY;

/** How many people live in each way: five hundred in all. */
const ways: Record<string, number> = {
  office: 100,
  hybrid: 70,
  remote: 48,
  couple: 20,
  flat: 12,
  studio: 12,
  'carrier NAT': 25,
  traveller: 25,
  flyer: 10,
  roamer: 10,
  esim: 4,
  'marked VPN': 18,
  'named VPN': 10,
  gateway: 25,
  relay: 15,
  border: 6,
  shift: 25,
  'mail program': 20,
  'open tab': 10,
  'help desk': 12,
  'guessed at': 15,
  'misplaced address': 8,
};

/** Days that somebody works on, each with the moment at which it begins for them. */
export function* workdays(world: Workplace, share = 0.92): Generator<number> {
  for (let day = FIRST; day < END; day += DAY) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && world.next() < share) yield day + 7 * HOUR + world.next() * 2 * HOUR;
  }
}

/** Some sign-ins between two moments. */
function some(world: Workplace, from: number, hours: number, count: number, row: (at: number) => void): void {
  const times = Array.from({ length: count }, () => from + world.next() * hours * HOUR).sort((a, b) => a - b);
  for (const at of times) row(at);
}

/** The ordinary five hundred. */
export function addOrdinary(world: Workplace): void {
  const base = world.countries[0]?.[0] as City;
  const office = world.fixed(base, [64_900, 'Harbour Works']);
  const gateways = [base, world.cityAbroad(base), world.cityAbroad(base)].map((at) => world.fixed(at, gateway));
  const desks = Array.from({ length: 6 }, (_, n) => `kiosk-${n}`);
  const helper = `desk-laptop`;
  const town = Array.from({ length: 3 }, () => world.address());
  const hall = world.fixed(world.cityIn(base));
  const offsite = FIRST + 21 * DAY;
  let shared: Place | undefined;
  for (const [way, count] of Object.entries(ways)) {
    for (let i = 0; i < count; i++) {
      const person = world.person(way);
      const at = way === 'office' || way === 'hybrid' || way === 'shift' ? world.cityIn(base) : world.city();
      const size = way === 'couple' ? 2 : way === 'flat' ? 3 : way === 'studio' ? 6 : 1;
      if (size > 1 && i % size === 0) {
        shared = way === 'studio' ? world.fixed(at, [64_800 + i, `Studio House ${i}`]) : world.home(at);
      }
      const home = size > 1 ? (shared as Place) : world.home(at);
      const life = {
        person,
        home,
        at: { ...at, ...pick(home) },
        office,
        phone: world.phone(at),
        device: `pc-${person.name}`,
      };
      live(world, way, life, { gateways, desks, helper, town });
      if (way === 'office' && i < 60) {
        for (let day = 0; day < 3; day++)
          some(world, offsite + day * DAY + 9 * HOUR, 7, 4, (moment) =>
            world.signIn(person, 'okta', moment, hall, { client: world.browser(), device: life.device }),
          );
      }
      // A laptop is made ready at the help desk: everybody is signed in there once.
      if (world.next() < 0.15) {
        const ready = FIRST + world.next.int(0, 20) * DAY + 11 * HOUR + world.next() * 5 * HOUR;
        world.signIn(person, 'okta', ready, office, { client: world.browser(), device: helper });
      }
    }
  }
}

function pick({ country, city, latitude, longitude }: Place): Partial<City> {
  return {
    ...(country && { country }),
    ...(city && { city }),
    ...(latitude && { latitude }),
    ...(longitude && { longitude }),
  };
}

interface Life {
  person: Person;
  home: Place;
  at: City;
  office: Place;
  phone: () => Place;
  device: string;
}

interface Common {
  gateways: readonly Place[];
  desks: readonly string[];
  helper: string;
  town: readonly string[];
}

function live(world: Workplace, way: string, life: Life, common: Common): void {
  const { next } = world;
  const { person, home, office, phone, device } = life;
  const client = world.browser();
  const developer = next() < 0.3;
  const chats = next() < 0.3;
  const ports = next() < 0.5;
  let session = world.session();
  const row = (at: number, place: Place, said = {}) =>
    world.signIn(person, 'okta', at, place, {
      client,
      device,
      session,
      event: 'user.authentication.sso',
      ...(ports && { port: next.int(1024, 65_535) }),
      ...said,
    });
  const ordinaryDay = (from: number, place: Place, hours = 8) => {
    session = world.session();
    some(world, from, hours, next.int(3, 7), (at) => row(at, place));
    if (next() < 0.4)
      some(world, from, hours + 3, 1, (at) =>
        row(at, phone(), {
          client: 'Okta Verify/9 (iPhone; iOS 20)',
          device: `${device}-phone`,
          session: world.session(),
        }),
      );
    if (developer)
      some(world, from, hours, 2, (at) =>
        world.signIn(person, 'github-audit', at, place, { client: 'git/2.50', event: 'git.push' }),
      );
    if (chats) some(world, from, hours, 1, (at) => world.signIn(person, 'slack', at, place, { client: 'Slack/5' }));
  };

  if (way === 'traveller' || way === 'flyer' || way === 'roamer' || way === 'esim') {
    travel(world, way, life, ordinaryDay, row);
    return;
  }
  if (way === 'shift') {
    shifts(world, life, common.desks, row);
    return;
  }

  const vpns = consumerVpns.map((network) => network);
  const exits = Array.from({ length: next.int(2, 5) }, () => {
    const exit = world.fixed(world.city(), next.pick(vpns));
    return way === 'marked VPN' ? { ...exit, proxy: true } : exit;
  });
  const neighbour = {
    ...world.cityAbroad(life.at),
    latitude: life.at.latitude + 0.1,
    longitude: life.at.longitude + 0.1,
  };
  const over = world.phone(neighbour);
  const elsewhere = { ...home, ...world.cityIn(life.at) };

  for (const from of workdays(world)) {
    if (way === 'office' || way === 'help desk' || way === 'guessed at' || way === 'mail program' || way === 'open tab')
      ordinaryDay(from, next() < 0.75 ? office : home);
    else if (way === 'hybrid' || way === 'flat') ordinaryDay(from, next() < 0.5 ? office : home);
    else if (way === 'carrier NAT') ordinaryDay(from, { ...home, ip: () => next.pick(common.town) });
    else if (way === 'gateway') {
      session = world.session();
      some(world, from, 8, 6, (at) => row(at, next.pick(common.gateways)));
    } else if (way === 'relay') {
      const network = next.pick(relays);
      some(world, from, 8, 6, (at) => row(at, { ...world.cityIn(life.at), ip: () => world.address(), network }));
    } else if (way === 'border') {
      ordinaryDay(from, home);
      some(world, from, 10, 2, (at) =>
        row(at, { ...over(), latitude: neighbour.latitude, longitude: neighbour.longitude }),
      );
    } else if (way === 'misplaced address') {
      some(world, from, 8, 5, (at) => row(at, next() < 0.3 ? elsewhere : home));
    } else if (way === 'marked VPN' || way === 'named VPN') {
      some(world, from, 9, 6, (at) => row(at, next() < 0.6 ? next.pick(exits) : home));
    } else ordinaryDay(from, next() < 0.06 ? world.fixed(world.cityIn(life.at)) : home);

    if (way === 'help desk')
      some(world, from, 8, 2, (at) =>
        row(at, office, { client: 'BeyondTrust Remote Support 25.1', event: 'support.session' }),
      );
    if (way === 'guessed at')
      some(world, from - 7 * HOUR, 24, 2, (at) =>
        row(at, world.fixed(world.cityAbroad(life.at)), {
          outcome: 'failed',
          session: undefined,
          device: undefined,
          client: 'python-requests/2.32',
        }),
      );
  }
  if (way === 'mail program') {
    const poll = next.int(20, 55) * MINUTE;
    const place = home;
    for (let at = FIRST + 2 * DAY; at < END - DAY; at += poll + next() * 4 * MINUTE)
      row(at, place, {
        client: 'Apple-iPhone17C1/2301.357 ActiveSync',
        event: 'Exchange ActiveSync',
        device: `${device}-phone`,
        session: undefined,
      });
  }
  if (way === 'open tab') {
    const tab = world.session();
    for (let weekend = FIRST + 4 * DAY; weekend < END - 4 * DAY; weekend += 7 * DAY)
      for (let at = weekend; at < weekend + 64 * HOUR; at += HOUR)
        row(at + next() * MINUTE, home, { event: 'app.oauth2.token.grant.refresh_token', session: tab });
  }
  // A night on call, once.
  if (next() < 0.06) {
    const night = FIRST + next.int(3, 40) * DAY + 8 * HOUR;
    session = world.session();
    for (let at = night; at < night + 19 * HOUR; at += 25 * MINUTE + next() * 20 * MINUTE) row(at, home);
  }
}

function travel(
  world: Workplace,
  way: string,
  { person, home, at: base, office, phone, device }: Life,
  day: (from: number, place: Place) => void,
  row: (at: number, place: Place, said?: object) => void,
): void {
  const { next } = world;
  let away = 0;
  let place = home;
  let there = base;
  for (const from of workdays(world)) {
    if (away === 0 && next() < 0.16) {
      away = next.int(2, 5);
      there = world.cityAbroad(base);
      // A day in the air: the airport at home in the morning, a hotel at night, in the aeroplane perhaps the operator's gateway.
      row(from, world.fixed(base));
      if (way === 'flyer')
        row(from + 3 * HOUR, { ...world.cityAbroad(base), ip: () => world.address(), network: inFlight });
      if (way === 'flyer')
        row(from + 5 * HOUR, { ...world.cityAbroad(base), ip: () => world.address(), network: inFlight });
      place = world.fixed(there);
      row(from + 20 * HOUR, place);
      continue;
    }
    if (away > 0) {
      away--;
      day(from, place);
      // The phone stays with the carrier at home, or with one that sells data for journeys.
      if (way === 'roamer')
        row(from + 4 * HOUR, phone(), { client: 'Okta Verify/9 (iPhone; iOS 20)', device: `${device}-phone` });
      if (way === 'esim')
        row(
          from + 4 * HOUR,
          { ...world.city(), ip: () => world.address(), network: [62_000, 'Journey Data Mobile'] },
          { client: 'Okta Verify/9 (iPhone; iOS 20)', device: `${device}-phone` },
        );
      if (away === 0) place = home;
      continue;
    }
    day(from, next() < 0.4 ? office : home);
  }
  person.kind = way;
}

function shifts(
  world: Workplace,
  { office, phone, device }: Life,
  desks: readonly string[],
  row: (at: number, place: Place, said?: object) => void,
): void {
  const { next } = world;
  const doubles = next() < 0.3;
  for (let n = 0; n < SIGN_IN_DAYS; n++) {
    if (n % 7 > 4) continue;
    const from = FIRST + n * DAY + (n % 14 < 7 ? 6 : 22) * HOUR;
    const hours = doubles && next() < 0.15 ? 16 : 8 + next.int(0, 4);
    const session = world.session();
    const desk = next.pick(desks);
    for (let at = from; at < from + hours * HOUR; at += (20 + next() * 50) * MINUTE)
      row(at, office, { device: desk, session });
    if (next() < 0.3)
      row(from + (hours + 1) * HOUR, phone(), {
        client: 'Okta Verify/9 (Android 17)',
        device: `${device}-phone`,
        session: world.session(),
      });
  }
}

/** Somebody who works at home like others do, and of whom something is planted elsewhere. */
export function addWorkdays(world: Workplace, person: Person): void {
  const home = world.home(world.city());
  const client = world.browser();
  for (const from of workdays(world)) {
    const session = world.session();
    const said = { client, device: `pc-${person.name}`, session, event: 'user.authentication.sso' };
    some(world, from, 8, world.next.int(3, 7), (at) => world.signIn(person, 'okta', at, home, said));
  }
}
