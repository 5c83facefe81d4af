// Microsoft Entra ID's sign-ins: the portal's tables, old and new, its JSON, and what a diagnostic setting streams. The
// new table has a column twice, and blanks at the ends of some names.
import { type Fields, RowProblem } from './fields.ts';
import type { LogFormat, RowRead } from './format.ts';

export const entra: LogFormat = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  gives: 'sign-ins',
  days: 'month-first',
  isUtc: true,
  marks: [
    ['dateutc', 'username', 'ipaddress', 'correlationid'],
    ['createddatetime', 'userprincipalname', 'ipaddress'],
    ['time', 'category', 'properties'],
    ['time', 'category', 'calleripaddress'],
    ['time', 'category', 'operationname'],
    ['time', 'category'],
  ],
  read(row): RowRead {
    const category = row.text('category');
    if (category !== undefined && !/sign-?in/i.test(category)) return { skipped: 'noSignIn' };
    const inside = row.text('properties.userprincipalname') !== undefined ? 'properties.' : '';
    const account = row.id(`${inside}userprincipalname`, 'username', `${inside}userid`);
    if (account === undefined) {
      // Programs sign in, too.
      const program = row.text('properties.serviceprincipalid', 'serviceprincipalid', 'properties.appid');
      if (program !== undefined || /serviceprincipal|managedidentity/i.test(category ?? ''))
        return { skipped: 'noPerson' };
      throw new RowProblem('no-account', 'userPrincipalName');
    }
    const ofLocation = `${inside}location.`;
    const place = placeOf(row);
    return {
      signIns: [
        {
          account,
          name: row.id(`${inside}userdisplayname`, 'user', 'userdisplayname'),
          at: row.time('dateutc', `${inside}createddatetime`, 'createddatetime', 'time'),
          session: row.text(`${inside}sessionid`, 'sessionid'),
          outcome: outcomeOf(row, inside),
          ...row.address(`${inside}ipaddress`, 'ipaddress', 'calleripaddress'),
          country: row.text(`${ofLocation}countryorregion`, 'country') ?? place?.country,
          city: row.text(`${ofLocation}city`, 'city') ?? place?.city,
          latitude: row.number(`${ofLocation}geocoordinates.latitude`),
          longitude: row.number(`${ofLocation}geocoordinates.longitude`),
          network: row.text('autonomoussystemnumber', `${inside}autonomoussystemnumber`),
          device: row.text('deviceid', `${inside}devicedetail.deviceid`, 'devicedetail.deviceid'),
          client: row.text('useragent', `${inside}useragent`, 'browser', 'clientapp'),
          event: row.text(`${inside}appdisplayname`, 'appdisplayname', 'application'),
        },
      ],
    };
  },
};

function outcomeOf(row: Fields, inside: string): 'ok' | 'failed' | undefined {
  const code = row.text(`${inside}status.errorcode`, 'status.errorcode', 'resulttype', 'signinerrorcode');
  if (code !== undefined && /^\d+$/.test(code)) return Number(code) === 0 ? 'ok' : 'failed';
  const status = row.text('status')?.toLowerCase();
  return status === undefined ? undefined : status === 'success' ? 'ok' : 'failed';
}

/** The table's one column for a place: "Lyon, Rhone, FR". */
function placeOf(row: Fields): { city?: string; country?: string } | undefined {
  const parts = row
    .text('location')
    ?.split(',')
    .map((part) => part.trim());
  if (!parts || parts.length < 2) return undefined;
  return { ...(parts[0] && { city: parts[0] }), ...(parts.at(-1) && { country: parts.at(-1) as string }) };
}
