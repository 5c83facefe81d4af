// Google Workspace's audit of logins, from the reports interface (JSON) or the console (a table).
import { type Fields, RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

export const googleWorkspace: LogFormat = {
  id: 'google-workspace',
  name: 'Google Workspace',
  gives: 'sign-ins',
  isUtc: true,
  marks: [
    ['id.applicationname', 'actor.email'],
    ['id.applicationname', 'type', 'name'],
    ['id.applicationname', 'events'],
    ['date', 'user', 'ipaddress', 'event'],
    ['date', 'actor', 'ipaddress', 'event'],
  ],
  read(row) {
    const event = row.text('events.name', 'name', 'event', 'eventname');
    if (event === undefined || !/log[_ ]?(?:in|out)/i.test(event)) return { skipped: 'noSignIn' };
    if (row.text('type', 'events.type') === 'account_warning') return { skipped: 'noSignIn' };
    const account = row.id('actor.email', 'actor', 'user', 'actor.profileid');
    if (account === undefined) throw new RowProblem('no-account', 'actor.email');
    return {
      signIns: [
        {
          account,
          at: row.time('id.time', 'date'),
          outcome: outcomeOf(event),
          ...row.address('ipaddress'),
          network: networkOf(row),
          event,
        },
      ],
    };
  },
};

function outcomeOf(event: string): 'ok' | 'failed' | undefined {
  if (/fail|challenge|suspicious/i.test(event)) return 'failed';
  return /success/i.test(event) ? 'ok' : undefined;
}

function networkOf(row: Fields): string | undefined {
  return row.text('networkinfo.ipasn', 'ipasn');
}
