// How the generated workplace pays: by the month, the week, the hour and the task, with and without a reference, to
// agencies, payroll services and couples, again where it failed, to new banks and new names; and what is planted in it.
import { accountKey } from '../../../lib/model/account.ts';
import type { Payment } from '../../../lib/model/log-event.ts';
import { writeTime } from '../../../lib/model/time.ts';
import { addWorkdays } from './sign-ins.ts';
import { CASES, DAY, DAYS, END, HOUR, type Person, START, seenAt, type Workplace } from './world.ts';

/** How many are paid in each way. */
const ways: Record<string, number> = {
  'by the month': 60,
  'by the week, no reference': 30,
  'by the hour': 50,
  milestones: 20,
  'by the task': 15,
  agency: 12,
  'payroll service': 15,
  'one bank for two': 4,
  married: 4,
  'written otherwise': 8,
  'trades under a name': 6,
  'new bank': 8,
  'two ways': 6,
  'sent back': 5,
  retried: 8,
  expenses: 6,
  'twice a week': 6,
  'paid back': 4,
  'crypto project': 6,
};

export function addPayments(world: Workplace): void {
  // Everybody once, in an order of chance: the ways to work and to be paid have nothing to do with each other.
  const people = world.people.filter(({ planted }) => planted === undefined);
  for (let i = people.length - 1; i > 0; i--) {
    const j = world.next.int(0, i);
    [people[i], people[j]] = [people[j] as Person, people[i] as Person];
  }
  let n = 0;
  for (const [way, count] of Object.entries(ways)) {
    const together = { iban: '', reference: '' };
    for (let i = 0; i < count; i++) {
      const person = people[n++] as Person;
      person.kind += `, ${way}`;
      if (i % (way === 'one bank for two' ? 2 : way === 'agency' ? 4 : 99) === 0) {
        together.iban = world.iban();
        together.reference = `Lantern Studio ${i} Ltd`;
      }
      ordinary(world, way, person, i, together);
    }
  }
  // Clients pay, and shops are paid: a business of its own each.
  for (let i = 0; i < 20; i++) {
    const client = world.person('client');
    const iban = world.iban();
    for (const day of monthly(world))
      world.pay(client, 'bank', day, 4000 + world.next() * 9000, {
        account: iban,
        payee: iban,
        direction: 'in',
        name: `${client.name.split(' ')[1]} Ltd`,
        reference: `Invoice ${world.next.int(100, 999)}`,
      });
  }
  for (let i = 0; i < 8; i++) {
    const shop = world.person(i < 4 ? 'advertising' : 'cloud');
    const account = `billing-${i}@${i < 4 ? 'ads' : 'cloud'}.example`;
    const days = i < 4 ? every(4, 9, world) : monthly(world);
    for (const day of days)
      world.pay(shop, 'paypal', day, i < 4 ? 500 : 200 + world.next() * 900, {
        account,
        payee: account,
        name: i < 4 ? 'Quay Ads' : 'Harbour Cloud',
        method: 'PreApproved Payment Bill User Payment',
        status: 'Completed',
      });
  }
  const before = world.people.length;
  for (let i = 0; i < CASES; i++) {
    sharedPayee(world, i);
    onward(world, i);
    small(world, i);
    idle(world, i);
    services(world, i);
  }
  // Whoever is paid for work here signs in, too: without that the planted could be told from all others.
  for (const person of world.people.slice(before)) {
    if (person.accounts.size > 0 && person.planted !== 'idle-charges' && !person.kind.startsWith('client'))
      addWorkdays(world, person);
  }
}

function monthly(world: Workplace): number[] {
  return [0, 1, 2, 3, 4].map((month) => START + (month * 30 + 3 + world.next.int(0, 3)) * DAY);
}

function every(from: number, to: number, world: Workplace, start = START): number[] {
  const days: number[] = [];
  for (let day = start + world.next.int(0, to) * DAY; day < END; day += world.next.int(from, to) * DAY) days.push(day);
  return days;
}

interface Together {
  iban: string;
  reference: string;
}

function ordinary(world: Workplace, way: string, person: Person, i: number, together: Together): void {
  const { next } = world;
  const iban = world.iban();
  const log = next.pick(['bank', 'wise', 'ledger']);
  const to = log === 'ledger' ? { payee: iban } : { account: iban, payee: iban };
  const rate = 600 + next() * 3000;
  const invoice = () => `Invoice ${next.int(100, 999)}`;
  const [, surname] = person.name.split(' ') as [string, string];
  switch (way) {
    case 'by the week, no reference': {
      const varies = next() < 0.5;
      for (const day of every(7, 7, world))
        world.pay(person, log, day, (rate / 3) * (varies ? 0.7 + next() * 0.6 : 1), to);
      return;
    }
    case 'twice a week':
      for (const day of every(3, 4, world)) world.pay(person, log, day, (rate / 6) * (0.8 + next() * 0.4), to);
      return;
    case 'by the hour':
      byTheHour(world, person, i);
      return;
    case 'milestones':
      for (const day of every(10, 40, world))
        world.pay(person, 'freelancer-payments', day, 100 + next() * 1500, {
          method: 'Milestone',
          reference: `Site part ${next.int(1, 9)}`,
        });
      return;
    case 'by the task':
      for (const day of every(1, 6, world))
        world.pay(person, 'paypal', day, 15 + next() * 120, {
          payee: world.nameIn(person, 'paypal'),
          method: 'Mass Pay Payment',
          status: 'Completed',
          reference: `Task ${next.int(1000, 9999)}`,
        });
      return;
    case 'agency':
      if (i < 8)
        for (const day of every(7, 7, world))
          world.pay(person, 'upwork-payments', day, 200 + next() * 700, {
            payee: together.reference,
            method: 'Hourly',
            reference: `Invoice for ${next.int(5, 40)}:00 hrs`,
          });
      else
        for (const day of monthly(world))
          world.pay(person, 'ledger', day, rate, {
            payee: together.iban,
            reference: `${together.reference} invoice ${next.int(10, 99)}`,
          });
      return;
    case 'payroll service':
      for (const day of monthly(world))
        world.pay(person, 'ledger', day, rate, {
          payee: together.iban,
          method: 'Northgate Payroll',
          reference: 'Payroll run',
        });
      return;
    case 'one bank for two':
      for (const day of monthly(world))
        world.pay(person, 'ledger', day, rate, { payee: together.iban, reference: invoice() });
      return;
    case 'married':
      for (const [m, day] of monthly(world).entries())
        world.pay(person, 'bank', day, rate, {
          account: iban,
          payee: iban,
          name: m < 2 ? person.name : `${person.name.split(' ')[0]} Newhaven`,
          reference: invoice(),
        });
      return;
    case 'written otherwise': {
      const forms = [
        person.name,
        `${surname.toUpperCase()} ${person.name.split(' ')[0]}`,
        `${person.name[0]}. ${surname}`,
        person.name.replace('a', 'á'),
      ];
      for (const [m, day] of monthly(world).entries())
        world.pay(person, 'wise', day, rate, {
          account: iban,
          payee: iban,
          name: forms[m % forms.length] as string,
          reference: invoice(),
        });
      return;
    }
    case 'trades under a name':
      for (const [m, day] of monthly(world).entries())
        world.pay(person, 'bank', day, rate, {
          account: iban,
          payee: iban,
          name: m % 2 ? `${surname} Design Ltd` : person.name,
          reference: invoice(),
        });
      return;
    case 'new bank': {
      const from = next.int(1, 4);
      const other = world.iban();
      for (const [m, day] of monthly(world).entries())
        world.pay(person, 'ledger', day, rate, { payee: m < from ? iban : other, reference: invoice() });
      return;
    }
    case 'two ways':
      for (const [m, day] of monthly(world).entries())
        world.pay(person, 'ledger', day, rate, {
          payee: m % 2 ? iban : `${surname.toLowerCase()}@mail.example`,
          reference: invoice(),
        });
      return;
    case 'sent back':
      for (const [m, day] of monthly(world).entries()) {
        const wrong = world.iban();
        if (m === 2) {
          const reference = invoice();
          world.pay(person, 'ledger', day, rate, { payee: wrong, reference, status: 'Returned' });
          world.pay(person, 'ledger', day + 3 * DAY, rate, { payee: iban, reference });
        } else world.pay(person, 'ledger', day, rate, { payee: iban, reference: invoice() });
      }
      return;
    case 'retried':
      for (const day of monthly(world)) {
        const reference = invoice();
        const tries = next.int(1, 6);
        for (let n = 1; n <= tries; n++)
          world.pay(person, 'paypal', day + n * DAY, rate, {
            payee: world.nameIn(person, 'paypal'),
            id: `T${next.int(1e6, 9e6)}`,
            method: 'General Payment',
            reference,
            status: n === tries ? 'Completed' : next.pick(['Denied', 'Failed', 'Reversed']),
          });
      }
      return;
    case 'expenses':
      for (const day of monthly(world)) {
        world.pay(person, 'bank', day, rate * 2, { account: iban, payee: iban, reference: 'Salary' });
        for (let n = next.int(1, 4); n > 0; n--)
          world.pay(person, 'bank', day + next.int(1, 20) * DAY, 20 + next() * 200, {
            account: iban,
            payee: iban,
            reference: next.pick(['Taxi', 'Hotel Harbour', 'Train to Quay', 'Lunch with client']),
          });
      }
      return;
    case 'paid back':
      for (const day of monthly(world)) {
        world.pay(person, 'paypal', day, rate, {
          payee: world.nameIn(person, 'paypal'),
          method: 'General Payment',
          status: 'Completed',
          reference: invoice(),
        });
        if (next() < 0.3)
          world.pay(person, 'paypal', day + 2 * DAY, rate, {
            payee: world.nameIn(person, 'paypal'),
            direction: 'in',
            method: 'Payment Refund',
            status: 'Completed',
          });
      }
      return;
    case 'crypto project':
      for (const day of monthly(world))
        world.pay(person, log, day, rate, {
          ...to,
          reference: [
            'Bitcoin price dashboard',
            'Alipay checkout module',
            'WeChat integration, part 2',
            'Binance API client',
            'Wallet screens for USDT app',
            'Payoneer export script',
          ][i] as string,
        });
      return;
    default:
      for (const day of monthly(world)) world.pay(person, log, day, rate, { ...to, reference: invoice() });
  }
}

const habits = [
  'talks',
  'talks',
  'talks',
  'seldom',
  'not read since',
  'last hours late',
  'fixed after',
  'elsewhere',
  'paused',
  'none read',
] as const;

/** Hours by the week, and what was written meanwhile. */
function byTheHour(world: Workplace, person: Person, i: number): void {
  const { next } = world;
  const habit = habits[i % habits.length] as (typeof habits)[number];
  person.kind += ` (${habit})`;
  const hours = (day: number) => {
    const worked = next.int(4, 40);
    world.pay(person, 'upwork-payments', day, worked * 22, {
      method: 'Hourly',
      reference: `Invoice for ${worked}:${next.pick(['00', '10', '30', '50'])} hrs`,
    });
  };
  const weeks = every(7, 7, world);
  const stops = START + next.int(50, 80) * DAY;
  if (habit === 'none read') {
    for (const day of weeks) hours(day);
    return;
  }
  const gap = habit === 'seldom' ? [14, 21] : [1, 8];
  let said = every(gap[0] as number, gap[1] as number, world);
  let paid = weeks;
  let read = seenAt;
  if (habit === 'last hours late')
    [said, paid] = [said.filter((day) => day < stops), weeks.filter((day) => day < stops + 12 * DAY)];
  if (habit === 'fixed after') [said, paid] = [said.filter((day) => day < stops), weeks.filter((day) => day < stops)];
  if (habit === 'elsewhere') said = said.filter((day) => day < START + 20 * DAY);
  if (habit === 'paused') {
    const runs = (day: number) => day < stops || day > stops + 40 * DAY;
    [said, paid] = [said.filter(runs), weeks.filter((day) => day < stops || day > stops + 43 * DAY)];
  }
  if (habit === 'not read since') {
    said = said.filter((day) => day < stops);
    read = new Date(stops + DAY).toISOString();
  }
  for (const day of paid) hours(day);
  if (habit === 'fixed after')
    world.pay(person, 'upwork-payments', stops + 40 * DAY, 900, { method: 'Fixed Price', reference: 'Milestone 4' });
  if (habit === 'elsewhere') {
    const place = world.home(world.city());
    for (let day = START; day < END; day += DAY)
      if (next() < 0.7) world.signIn(person, 'slack', day + 9 * HOUR, place, { client: 'Slack/5' });
  }
  messages(world, person, said, read);
}

/** What was written on the marketplace by both, as it stood there when the thread was read last. */
function messages(world: Workplace, person: Person, days: readonly number[], read: string): void {
  const { next } = world;
  const account = `~01${person.name.replace(' ', '').toLowerCase()}`;
  const site = 'upwork';
  person.accounts.add(accountKey(site, account));
  world.observations.push({ kind: 'profile', site, seenAt: read, account, role: 'freelancer', name: person.name });
  const thread = `room-${account}`;
  for (const day of days) {
    const at = day + 10 * HOUR + next.int(0, 6) * HOUR;
    if (at > Date.parse(read)) continue;
    const sentAt = writeTime({ from: at, to: at });
    const text = next.pick([
      'The build is green again, please have a look.',
      'I finished the list of orders.',
      'Which colour should the button have?',
      'Thanks, that works now.',
    ]);
    world.observations.push({ kind: 'message', site, seenAt: read, thread, account, mine: next() < 0.4, text, sentAt });
  }
  world.observations.push({
    kind: 'page',
    site,
    seenAt: read,
    url: `https://www.upwork.com/ab/messages/rooms/${thread}`,
    page: 'messages',
    read: 'whole',
    found: { messages: days.length },
  });
}

/** Several names behind one account that money goes to, or the client's and the developer's the same. */
function sharedPayee(world: Workplace, i: number): void {
  const { next } = world;
  const iban = world.iban();
  const one = () => world.person('paid to one account', 'shared-payee');
  const invoice = () => `Invoice ${next.int(100, 999)}`;
  const days = (n: number) => every(20, 30, world).slice(0, n);
  if (i < 4) {
    const people = Array.from({ length: next.int(3, 4) }, one);
    for (const person of people)
      for (const day of days(next.int(2, 5)))
        world.pay(person, i < 3 ? 'ledger' : 'upwork-payments', day, 500 + next() * 1500, {
          payee: iban,
          reference: invoice(),
        });
  } else if (i < 6) {
    const person = one();
    const names = [person.name, ...Array.from({ length: next.int(1, 2) }, () => world.person('a name only').name)];
    for (const [m, day] of days(6).entries())
      world.pay(person, i === 4 ? 'wise' : 'bank', day, 500 + next() * 1500, {
        account: iban,
        payee: iban,
        name: names[m % names.length] as string,
        reference: invoice(),
      });
  } else if (i < 8) {
    const person = one();
    const client = world.person('client, one account', 'shared-payee');
    for (const day of days(4)) {
      world.pay(person, 'ledger', day, 800, { payee: iban, reference: invoice() });
      world.pay(client, 'ledger', day - 4 * DAY, 900, { payee: iban, direction: 'in', reference: invoice() });
    }
  } else {
    const person = one();
    const other = world.person('a name only');
    for (const day of days(4)) {
      world.pay(person, 'upwork-payments', day, 300, { method: 'Fixed Price', reference: 'Milestone' });
      world.pay(person, 'wise', day + 2 * DAY, 700, {
        account: iban,
        payee: iban,
        name: other.name,
        reference: invoice(),
      });
    }
  }
}

/** Money for one person that goes to ever other accounts. */
function onward(world: Workplace, i: number): void {
  const { next } = world;
  const person = world.person('ever other accounts', 'onward-payments');
  const ibans = Array.from({ length: next.int(4, 7) }, () => world.iban());
  const days = every(9, 14, world);
  for (const [n, day] of days.entries()) {
    const at = i < 5 ? n % ibans.length : Math.floor((n * ibans.length) / days.length);
    world.pay(person, 'ledger', day, 700 + next() * 1200, {
      payee: ibans[at] as string,
      reference: `Invoice ${next.int(100, 999)}`,
    });
  }
}

/** Thirty or so small charges that stand for nothing. The advisory's case is USD 50,000 in thirty of them over months. */
function small(world: Workplace, i: number): void {
  const { next } = world;
  const person = world.person('many small charges', 'small-charges');
  const iban = world.iban();
  const log = ['bank', 'wise', 'ledger', 'paypal'][i % 4] as string;
  const payee = log === 'paypal' ? world.nameIn(person, 'paypal') : iban;
  // Half of them have an ordinary pay beside.
  if (i % 2 === 0)
    for (const day of monthly(world))
      world.pay(person, log, day, 4000, {
        ...(log !== 'ledger' && { account: payee }),
        payee,
        reference: `Invoice ${next.int(100, 999)}`,
      });
  const count = next.int(24, 40);
  for (let n = 0; n < count; n++) {
    const day = START + next.int(0, DAYS - 1) * DAY;
    world.pay(person, log, day, 300 + next() * 2500, {
      ...(log !== 'ledger' && { account: payee }),
      payee,
      id: `C${i}-${n}`,
    });
  }
}

/** Hours that go on for weeks after the last word of either side; no sign of them anywhere else. */
function idle(world: Workplace, i: number): void {
  const { next } = world;
  const person = world.person('hours without a word', 'idle-charges');
  const stops = START + next.int(50, 90) * DAY;
  const ends = stops + next.int(5, 9) * 7 * DAY;
  for (const day of every(7, 7, world)) {
    if (day > ends) continue;
    const worked = next.int(4, 40);
    world.pay(person, 'upwork-payments', day, worked * 22, {
      method: 'Hourly',
      reference: `Invoice for ${worked}:${i % 2 ? '00' : '20'} hrs`,
    });
  }
  messages(
    world,
    person,
    every(2, 9, world).filter((day) => day < stops),
    seenAt,
  );
}

/** Paid through a service that nobody here pays with otherwise, or in virtual currency. */
function services(world: Workplace, i: number): void {
  const { next } = world;
  const service = world.person('other service', 'other-payment-service');
  const virtual = world.person('virtual currency', 'virtual-currency');
  const iban = world.iban();
  const through = [
    { log: 'ledger', method: 'Alipay', payee: `${next.int(1e9, 9e9)}` },
    { log: 'ledger', method: 'WeChat Pay', payee: `wx-${next.int(1e5, 9e5)}` },
    { log: 'ledger', method: 'UnionPay', payee: iban },
    { log: 'bank', account: iban, payee: iban, reference: 'Alipay top-up for invoice 12' },
    { log: 'wise', account: iban, payee: iban, reference: 'to Alipay account of developer' },
    { log: 'ledger', method: 'Western Union', payee: 'MTCN' },
    { log: 'ledger', method: 'Payoneer', payee: `${next.int(1e5, 9e5)}@mail.example` },
    { log: 'bank', account: 'Payoneer Inc', reference: 'Payoneer payout' },
    { log: 'ledger', method: 'Cash App', payee: '$quaydev' },
    { log: 'ledger', method: 'Skrill', payee: 'quay@mail.example' },
  ][i] as { log: string } & Partial<Payment>;
  const hex = Array.from({ length: 40 }, () => next.int(0, 15).toString(16)).join('');
  const coin = [
    { log: 'ledger', currency: 'USDT', payee: `T${hex.slice(0, 33)}` },
    { log: 'ledger', currency: 'BTC', payee: `bc1q${hex.slice(0, 38)}` },
    { log: 'ledger', currency: 'ETH', payee: `0x${hex}` },
    { log: 'ledger', method: 'USDT (TRC20)', payee: `T${hex.slice(0, 33)}` },
    { log: 'ledger', method: 'Bitcoin', payee: 'x' },
    { log: 'ledger', payee: `0x${hex}` },
    { log: 'bank', account: iban, payee: iban, reference: 'USDT for invoice 41' },
    { log: 'wise', account: iban, payee: iban, reference: 'paid in BTC' },
    { log: 'bank', account: 'Coinbase', reference: 'Coinbase purchase for developer payout' },
    { log: 'ledger', method: 'Binance Pay', payee: `${next.int(1e8, 9e8)}` },
  ][i] as { log: string } & Partial<Payment>;
  for (const [person, { log, ...said }] of [
    [service, through],
    [virtual, coin],
  ] as const)
    for (const day of monthly(world).slice(0, next.int(2, 5))) world.pay(person, log, day, 300 + next() * 900, said);
}
