// GitHub's audit log of an organisation. It has addresses only where the owner switched that on; whoever works there
// is seen by what they do, since signing in is not the organisation's.
import type { LogFormat } from './format.ts';

export const githubAudit: LogFormat = {
  id: 'github-audit',
  name: 'GitHub audit log',
  gives: 'sign-ins',
  isUtc: true,
  marks: [
    ['@timestamp', 'action', 'actor'],
    ['@timestamp', 'action', 'actorip'],
  ],
  read(row) {
    const account = row.id('actor');
    if (account === undefined || account.endsWith('[bot]')) return { skipped: 'noPerson' };
    return {
      signIns: [
        {
          account,
          at: row.time('@timestamp', 'createdat'),
          ...row.address('actorip'),
          country: row.text('actorlocation.countrycode'),
          client: row.text('useragent'),
          event: row.text('action'),
        },
      ],
    };
  },
};
