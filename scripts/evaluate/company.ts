// A company of 500 people as its sign-in and payment logs show it: offices that hundreds share, homes, phones, people who
// travel, who use VPNs, who work in shifts or at shared desks, couples, programs that sign in by themselves, agencies,
// families with one bank account, new banks and new names, transfers that come back; and in it the cases that the flags
// on logs look for. All of it is drawn from a seed.
import type { AccountKey } from '../../lib/model/account.ts';
import type { LogEvent, Payment, SignIn } from '../../lib/model/log-event.ts';
import { DAY_MS, writeTime } from '../../lib/model/time.ts';
import { type Random, random } from './random.ts';

export const planted = [
  'many-addresses',
  'shared-address',
  'long-sessions',
  'shared-payee',
  'small-charges',
  'remote-desktop',
  'onward-payments',
] as const;
export type Planted = (typeof planted)[number];

export interface Company {
  events: LogEvent[];
  /** Accounts of one person each: of sign-ins and of payments. */
  people: AccountKey[][];
  /** What is planted, by the first account of a person. */
  truth: Map<AccountKey, Planted>;
}

const START = Date.UTC(2026, 8, 1);
const DAYS = 60;
const HOUR = 3_600_000;
const seenAt = '2026-11-01T00:00:00.000Z';
/** Of each kind. */
const CASES = 10;

interface Place {
  ip: string;
  network: string;
  latitude?: number;
  longitude?: number;
  proxy?: boolean;
}

const given =
  'Ada Bo Cem Dita Efe Fia Gil Hana Ivo Jun Kai Lena Mio Nadia Oto Pia Quin Rui Sana Tom Uma Vera Wim Ximena Yara Zeno'.split(
    ' ',
  );
const family =
  'Alder Birch Cedar Dorn Elm Fern Gorse Hazel Ivy Juniper Kelp Linden Maple Nettle Oak Pine Quince Rowan Sorrel Thorn'.split(
    ' ',
  );

export function companyOf(seed: number, size = 500): Company {
  const draw = random(seed);
  const events: LogEvent[] = [];
  const truth = new Map<AccountKey, Planted>();
  const people: AccountKey[][] = [];
  let nextAddress = 1;
  const address = () => {
    const n = nextAddress++;
    return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  };
  const place = (network: string, near?: Place): Place => ({
    ip: address(),
    network,
    latitude: near?.latitude ?? draw.int(-50, 60),
    longitude: near?.longitude ?? draw.int(-170, 170),
  });
  /** A place that lies near another: nobody works in one on the other side of the earth. */
  const at = (where: Place, near: Place): Place => ({
    ...where,
    latitude: near.latitude ?? 0,
    longitude: near.longitude ?? 0,
  });
  const offices = [0, 1, 2].map((i) => place(`as-office-${i}`));
  const smallOffices = Array.from({ length: 8 }, (_, i) => place(`as-small-${i}`));
  const gateways = [0, 1].map((i) => ({ ...place(`as-gateway-${i}`) }));
  const vpnExits = Array.from({ length: 12 }, (_, i) => ({
    ...place(`as-vpn-${i % 4}`),
    ...(draw() < 0.5 && { proxy: true }),
  }));
  const desk = 'ward-desk-7';

  const member = (i: number) => {
    const name = `${given[i % given.length]} ${family[Math.floor(i / given.length) % family.length]}`;
    const mail = `${name.toLowerCase().replace(' ', '.')}${i}@quay.example`;
    return { i, name, mail, device: `laptop-${i}`, client: `Quay/${12 + (i % 5)}.0 (${['X', 'Y', 'Z'][i % 3]})` };
  };
  type Member = ReturnType<typeof member>;
  const signIn = (who: Member, at: number, where: Place, more: Partial<SignIn> = {}) =>
    events.push({
      kind: 'sign-in',
      site: 'okta',
      seenAt,
      account: who.mail,
      name: who.name,
      at: writeTime({ from: at, to: at }),
      outcome: 'ok',
      client: who.client,
      ...where,
      session: `${who.i}-${Math.floor(at / (12 * HOUR))}`,
      ...more,
    });
  const pay = (who: { name: string; mail: string }, day: number, amount: number, more: Partial<Payment> = {}) =>
    events.push({
      kind: 'payment',
      site: 'paypal',
      seenAt,
      account: who.mail,
      name: who.name,
      at: writeTime({ from: START + day * DAY_MS, to: START + (day + 1) * DAY_MS - 1 }),
      direction: 'out',
      amount,
      currency: 'USD',
      payee: who.mail,
      id: `T${events.length}`,
      ...more,
    });
  const isWorkday = (day: number) => new Date(START + day * DAY_MS).getUTCDay() % 6 !== 0;
  const minutes = () => draw() * HOUR;

  const home = new Map<number, Place>();
  /** An ordinary day: from home or the office, now and then by phone. */
  const workday = (who: Member, day: number, offset: number, at: readonly Place[], isWithDevice = true) => {
    const count = draw.int(3, 8);
    for (let n = 0; n < count; n++) {
      const hour = 8 + (n * 9) / count;
      const where = draw() < 0.85 ? (at[0] as Place) : draw.pick(at);
      signIn(
        who,
        START + day * DAY_MS + offset + hour * HOUR + minutes(),
        where,
        isWithDevice ? { device: who.device } : {},
      );
    }
  };

  for (let i = 0; i < size; i++) {
    const who = member(i);
    const key: AccountKey = `okta:${who.mail}`;
    people.push([key, `paypal:${who.mail}`]);
    const office = draw.pick(offices);
    const own = place(`as-home-${i % 40}`, office);
    home.set(i, own);
    const phones = Array.from({ length: 6 }, () => place(`as-mobile-${i % 3}`, office));
    const offset = draw.int(-8, 8) * HOUR;
    const kind = i % 25;
    for (let day = 0; day < DAYS; day++) {
      if (!isWorkday(day) && draw() < 0.9) continue;
      const usual = draw() < 0.5 ? [own, ...phones, office] : [office, own, ...phones];
      // Travellers: an airport, a hotel, a café and a phone abroad on one day; the journey takes its hours.
      if (kind === 3 && day % 14 < 4) {
        const there = place('as-hotel', day % 14 === 0 ? office : undefined);
        const trip = [place('as-airport', there), there, place('as-cafe', there), place('as-roaming', there)];
        for (let n = 0; n < 5; n++)
          signIn(who, START + day * DAY_MS + (8 + n * 2.5) * HOUR + minutes(), trip[n % trip.length] as Place, {
            device: who.device,
          });
      } else if (kind === 5) {
        // Whoever uses a VPN jumps between its exits, home and a phone.
        workday(who, day, offset, [draw.pick(vpnExits), own, draw.pick(vpnExits), draw.pick(phones)]);
      } else if (kind === 7) workday(who, day, offset, [draw.pick(gateways), own, office]);
      else if (kind === 9) {
        // Shifts of twelve hours at desks that a whole ward shares.
        if (day % 4 > 1) continue;
        const night = Math.floor(day / 8) % 2 === 0 ? 12 * HOUR : 0;
        for (let n = 0; n < 12; n++)
          signIn(who, START + day * DAY_MS + 7 * HOUR + night + n * HOUR + minutes(), office, { device: desk });
      } else if (kind === 11) workday(who, day, offset, [at(smallOffices[i % 8] as Place, own), own]);
      else if (kind === 13) {
        // Couples and flatmates who both work here.
        const shared = home.get(i % 50 === 13 ? i : i - 25) ?? own;
        workday(who, day, offset, [shared, office]);
      } else workday(who, day, offset, usual, kind % 2 === 0);
      // The help desk and its friends share a program for remote control; somebody's port is drawn by chance.
      if (kind === 21 && day % 5 === 0)
        signIn(who, START + day * DAY_MS + 12 * HOUR, own, { client: 'TeamViewer/15.4', device: who.device });
      if (kind === 23 && day === 8) signIn(who, START + day * DAY_MS + 12 * HOUR, own, { port: 3389 });
      // A laptop left open over the weekend: the session goes on, nobody works.
      if (kind === 15 && new Date(START + day * DAY_MS).getUTCDay() === 5) {
        const at = START + day * DAY_MS + 16 * HOUR;
        signIn(who, at, own, { session: `weekend-${i}-${day}`, event: 'user.session.start' });
        signIn(who, at + 64 * HOUR, own, { session: `weekend-${i}-${day}`, event: 'user.session.end' });
      }
      // A night of an incident, once.
      if (kind === 17 && i % 50 === 17 && day === 20) {
        for (let n = 0; n < 26; n++)
          signIn(who, START + day * DAY_MS + (9 + n) * HOUR + minutes() / 2, own, { device: who.device });
      }
    }
    // A mail program on a phone that lets itself in every hour, day and night.
    if (kind === 19) {
      for (let hour = 0; hour < DAYS * 24; hour++)
        signIn(who, START + hour * HOUR + 60_000 * (i % 60), draw.pick(phones), {
          client: 'MailSync/3',
          device: `phone-${i}`,
        });
    }
  }

  // Payments: contractors by the week or month with invoices, expenses, small tasks, agencies, families, refunds.
  for (let i = 0; i < size; i++) {
    const who = member(i);
    const payee = { payee: who.mail };
    switch (i % 10) {
      case 0:
        for (let week = 0; week < 9; week++) pay(who, week * 7 + (i % 5), 1_500, { reference: `Invoice ${week}` });
        break;
      case 1:
        // Weekly, and nobody writes a reference.
        for (let week = 0; week < 26; week++) pay(who, week * 7 + (i % 5), 900 + (i % 7));
        break;
      case 2:
        for (let n = 0; n < draw.int(2, 8); n++)
          pay(who, draw.int(0, 180), draw.int(10, 400), { reference: `Expenses ${n}` });
        break;
      case 3:
        for (let n = 0; n < 40; n++) pay(who, draw.int(0, 180), draw.int(10, 60), { reference: `Task ${n}` });
        break;
      case 4:
        // Six and more developers of one agency are paid to it.
        pay({ ...who, mail: `dev${i}@agency.example` }, draw.int(0, 60), 2_000, {
          payee: `pay${i % 4}@agency.example`,
          reference: 'Invoice',
        });
        // Some agencies change their accounts every month.
        for (let month = 1; month < 5 && i % 20 === 4; month++)
          pay({ ...who, mail: `dev${i}@agency.example` }, month * 30, 2_000, {
            payee: `pay${i % 4}-${month}@agency.example`,
            reference: 'Invoice',
          });
        (people[i] as AccountKey[]).push(`paypal:dev${i}@agency.example`);
        break;
      case 5: {
        // A couple's one account, under one family name.
        pay(who, 3, 700, payee);
        const spouse = `${given[(i + 3) % given.length]} ${who.name.split(' ')[1]}`;
        if (i % 20 === 5) pay({ mail: who.mail, name: spouse }, 30, 700, payee);
        break;
      }
      case 6:
        pay(who, 5, 800, { ...payee, reference: 'Invoice 1' });
        // What was paid too much comes back.
        if (i % 50 === 6) pay(who, 15, 100, { ...payee, direction: 'in', reference: 'Overpaid' });
        break;
      case 7: {
        // A new bank, now and then with a new family name; in some years two.
        const married = i % 40 === 7 ? { name: `${who.name.split(' ')[0]} Marsh` } : {};
        const later = { ...married, payee: `bank-${i}@pay.example` };
        for (let month = 0; month < 3; month++) pay(who, month * 30, 3_000, { ...payee, reference: `Month ${month}` });
        for (let month = 3; month < 8; month++) pay(who, month * 30, 3_000, { ...later, reference: `Month ${month}` });
        if (i % 30 === 7) pay(who, 240, 3_000, { payee: `bank-${i}-2@pay.example`, reference: 'Month 8' });
        break;
      }
      case 8:
        // Accounts for each currency side by side; of some a bank sends transfers back, which then go to another.
        for (let month = 0; month < 6; month++)
          pay(who, month * 15, 1_000, { payee: `${month % 3}-${who.mail}`, reference: `Month ${month}` });
        for (let time = 0; time < 2 && i % 20 === 8; time++) {
          pay(who, 100 + time * 20, 700, { ...payee, reference: 'Invoice' });
          pay(who, 103 + time * 20, 700, { ...payee, direction: 'in', reference: 'Returned' });
          pay(who, 105 + time * 20, 700, { payee: `0-${who.mail}`, reference: 'Invoice' });
        }
        break;
      default:
        for (let month = 0; month < 3; month++) pay(who, month * 30, 3_000, { ...payee, reference: `Month ${month}` });
    }
  }

  // The planted cases, ten of each, everybody among the people above.
  const chosen = Array.from(
    { length: CASES * planted.length },
    (_, n) => 2 + n * Math.floor((size - 2) / (CASES * planted.length)),
  );
  for (const [n, i] of chosen.entries()) {
    const what = planted[n % planted.length] as Planted;
    const k = Math.floor(n / planted.length);
    const who = member(i);
    truth.set(`okta:${who.mail}`, what);
    plant(what, k, who, member(chosen[n + planted.length] ?? (chosen[n % planted.length] as number)), draw);
  }
  return { events, people, truth };

  function plant(what: Planted, k: number, who: Member, next: Member, draw: Random): void {
    switch (what) {
      case 'remote-desktop':
        for (let day = 4; day < 40; day += 3 + (k % 4)) {
          const means = k % 2 === 0 ? { port: 3389 } : { client: `AnyDesk/7.${k}` };
          for (let n = 0; n < 3; n++)
            signIn(who, START + day * DAY_MS + (10 + n) * HOUR + minutes(), home.get(who.i) as Place, means);
        }
        return;
      case 'many-addresses':
        for (let burst = 0; burst < 2 + (k % 3); burst++) {
          const places = Array.from({ length: draw.int(7, 10) }, (_, n) => place(`as-far-${k}-${burst}-${n}`));
          const start = START + (5 + burst * 9 + k) * DAY_MS;
          for (let n = 0; n < places.length * 2; n++)
            signIn(who, start + n * 25 * 60_000, places[n % places.length] as Place);
        }
        return;
      case 'shared-address': {
        // In pairs: one machine, two accounts, in turn.
        if (k % 2 === 1) return;
        const where = place(`as-pair-${k}`, home.get(who.i));
        for (let day = 3; day < 40; day += 4) {
          for (let n = 0; n < 6; n++) {
            const means =
              k % 4 === 0 ? { device: `machine-${k}` } : { client: `Rare/${k}.77`, session: `pair-${k}-${day}-${n}` };
            signIn(n % 2 === 0 ? who : next, START + day * DAY_MS + (9 + n) * HOUR + minutes(), where, means);
          }
        }
        return;
      }
      case 'long-sessions':
        for (let stretch = 0; stretch < 2 + (k % 3); stretch++) {
          const where = place(`as-long-${k}`, home.get(who.i));
          let at = START + (4 + stretch * 10) * DAY_MS + k * HOUR;
          const end = at + (27 + draw.int(0, 30)) * HOUR;
          while (at < end) {
            signIn(who, at, where, { session: `long-${k}-${stretch}`, device: who.device });
            at += (20 + draw() * 130) * 60_000;
          }
        }
        return;
      case 'shared-payee':
        if (k < 4) {
          // Two people by their names, one account.
          const payee = `purse${Math.floor(k / 2)}@pay.example`;
          pay({ ...who, mail: `own${k}@pay.example` }, 10 + k, 1_100, { payee });
          (people[who.i] as AccountKey[]).push(`paypal:own${k}@pay.example`);
        } else if (k < 7) {
          // A client pays from the account to which the developer is paid.
          pay(who, 12, 900, { reference: 'Invoice' });
          pay({ mail: who.mail, name: 'Brook Harrow' }, 20, 950, { direction: 'in', reference: 'Project' });
        } else {
          for (let n = 0; n < 3; n++)
            pay({ mail: who.mail, name: 'Corin Vale' }, 12 + n * 20, 900, { reference: 'Invoice' });
        }
        return;
      case 'small-charges':
        for (let n = 0; n < draw.int(20, 34); n++) {
          const day = Math.floor(draw() * 170);
          pay(who, day, draw.int(60, 2_300));
        }
        return;
      case 'onward-payments': {
        const account = (n: number) => ({ payee: `${k}-${n}@onward.example`, reference: `Invoice ${n}` });
        if (k < 4) {
          // To ever other accounts.
          for (let n = 0; n < 4 + k; n++) pay(who, 4 + n * draw.int(14, 22), draw.int(600, 1_900), account(n));
        } else if (k < 7) {
          // What comes from one account of theirs goes on to another.
          for (let n = 0; n < k - 2; n++) {
            const amount = draw.int(600, 4_000);
            pay(who, 8 + n * 25, amount, { ...account(0), direction: 'in' });
            pay(who, 8 + n * 25 + draw.int(1, 9), Math.round(amount * 0.94), account(1));
          }
        } else {
          // Two changes while the contract runs.
          for (let month = 0; month < 6; month++) pay(who, month * 28, 2_000, account(Math.floor(month / 2)));
        }
        return;
      }
    }
  }
}
