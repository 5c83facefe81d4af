// Okta's system log: JSON Lines or a list from its programming interface, a table from its console, or the same with
// small letters as other systems hand it on. A session's beginning and end share the session's id.
import { RowProblem } from './fields.ts';
import type { LogFormat } from './format.ts';

/** What a person does to be let in; all else in the log is administration. */
const wanted = /^user\.(?:session\.(?:start|end)|authentication\.)/;

export const okta: LogFormat = {
  id: 'okta',
  name: 'Okta',
  gives: 'sign-ins',
  isUtc: true,
  marks: [
    ['eventtype', 'published', 'actor.alternateid'],
    ['eventtype', 'published', 'actor'],
    ['eventtype', 'timestamp', 'actor.alternateid'],
  ],
  read(row) {
    const event = row.text('eventtype');
    if (event === undefined || !wanted.test(event)) return { skipped: 'noSignIn' };
    const type = row.text('actor.type');
    if (type !== undefined && type !== 'User') return { skipped: 'noPerson' };
    const account = row.id('actor.alternateid', 'actor.id');
    if (account === undefined) throw new RowProblem('no-account', 'actor.alternateId');
    const result = row.text('outcome.result');
    return {
      signIns: [
        {
          account,
          name: row.id('actor.displayname'),
          at: row.time('published', 'timestamp'),
          session: row.text('authenticationcontext.externalsessionid'),
          outcome: result === undefined ? undefined : result === 'SUCCESS' || result === 'ALLOW' ? 'ok' : 'failed',
          ...row.address('client.ipaddress'),
          country: row.text('client.geographicalcontext.country'),
          city: row.text('client.geographicalcontext.city'),
          latitude: row.number('client.geographicalcontext.geolocation.lat'),
          longitude: row.number('client.geographicalcontext.geolocation.lon'),
          network: row.text('securitycontext.asnumber', 'securitycontext.asorg', 'securitycontext.isp'),
          proxy: row.flag('securitycontext.isproxy'),
          device: row.text('device.id', 'debugcontext.debugdata.devicefingerprint'),
          client: row.text('client.useragent.rawuseragent'),
          event,
        },
      ],
    };
  },
};
