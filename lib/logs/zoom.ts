// Zoom's report of sign-ins and sign-outs. Its operation log, which tells of administration, is known and holds none.
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

export const zoom: LogFormat = {
  id: 'zoom',
  name: 'Zoom',
  gives: 'sign-ins',
  unproven: true,
  marks: [
    ['email', 'time', 'type', 'ipaddress'],
    ['operator', 'time', 'operationdetail'],
    ['emailaddress', 'dateandtime', 'ipaddress'],
  ],
  read(row) {
    if (row.text('operationdetail') !== undefined) return { skipped: 'noSignIn' };
    const account = row.id('email', 'emailaddress', 'user');
    if (account === undefined) throw new RowProblem('no-account', 'email');
    return {
      signIns: [
        {
          account,
          at: row.time('time', 'dateandtime'),
          outcome: 'ok',
          ...row.address('ipaddress'),
          client: row.text('clienttype', 'version'),
          event: row.text('type', 'activitytype'),
        },
      ],
    };
  },
};
