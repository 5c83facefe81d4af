// Slack's access logs: one row for each address and program of a member, with its first and last use. Between the two
// it may have been used or not, so that they are two sign-ins and no session.
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

export const slack: LogFormat = {
  id: 'slack',
  name: 'Slack access logs',
  gives: 'sign-ins',
  unproven: true,
  isUtc: true,
  marks: [
    ['datefirst', 'datelast', 'ip', 'useragent'],
    ['dateaccessed', 'useragentsimple', 'ipaddress'],
    ['dateaccessed', 'useragent', 'ipaddress'],
  ],
  read(row) {
    const account = row.id('userid', 'username', 'user');
    if (account === undefined) throw new RowProblem('no-account', 'user_id');
    const said = {
      account,
      name: row.id('username', 'user'),
      outcome: 'ok' as const,
      ...row.address('ip', 'ipaddress'),
      country: row.text('country'),
      client: row.text('useragent', 'useragentsimple'),
      network: row.text('isp'),
    };
    const first = row.time('datefirst', 'dateaccessed');
    const last = row.text('datelast') === undefined ? first : row.time('datelast');
    return { signIns: (first === last ? [first] : [first, last]).map((at) => ({ ...said, at })) };
  },
};
