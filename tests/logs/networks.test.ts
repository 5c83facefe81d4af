// The table of networks that is shipped: what it says of addresses is what the registries' data says, reserved addresses
// are registered nowhere, and it is small. What is looked up never makes one event two.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import packed from '../../assets/networks.json' with { type: 'json' };
import { addressOf } from '../../lib/logs/addresses.ts';
import { NETWORKS_AT, networksIn, registeredMarker } from '../../lib/logs/networks.ts';
import { isReserved } from '../../lib/logs/reserved.ts';
import { contentOf, sameEvent } from '../../lib/model/log-event.ts';
import english from '../../lib/red-flags/many-addresses/en.json' with { type: 'json' };
import spanish from '../../lib/red-flags/many-addresses/es.json' with { type: 'json' };
import { signIn } from '../log-events.ts';

const registeredIn = networksIn(packed);
const source = 'node_modules/@ip-location-db/asn-country';
const rowsOf = (file: string) =>
  readFileSync(`${source}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',') as [first: string, last: string, country: string]);

describe('the table', () => {
  it('takes less than 600 kB in the package, and 250 kB packed', () => {
    const file = readFileSync('assets/networks.json');
    expect(file.length).toBeLessThan(600_000);
    expect(gzipSync(file).length).toBeLessThan(250_000);
  });

  it('says which day it is of, wherever that is told', () => {
    expect(packed.at).toBe(NETWORKS_AT);
    const month = (language: string) =>
      new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(new Date(packed.at));
    expect(english.messages.rowRegistered).toContain(month('en'));
    expect(spanish.messages.rowRegistered).toContain(month('es'));
  });

  it.skipIf(!existsSync(source))('is of the package that is installed', () => {
    const { version } = JSON.parse(readFileSync(`${source}/package.json`, 'utf8'));
    expect(version).toContain(packed.at.replaceAll('-', ''));
  });

  it.skipIf(!existsSync(source))('answers for the ends of every network of version 4 as the data does', () => {
    const wrong: string[] = [];
    for (const [first, last, country] of rowsOf('asn-country-ipv4.csv'))
      for (const ip of [first, last])
        if (!isReserved(ip) && registeredIn(ip) !== country) wrong.push(`${ip} ${country} ${registeredIn(ip)}`);
    expect(wrong).toEqual([]);
  });

  it.skipIf(!existsSync(source))(
    'answers for networks of version 6 as the data does, those that share 48 bits apart',
    () => {
      const rows = rowsOf('asn-country-ipv6.csv');
      const wrong = rows.filter(([first, , country]) => {
        const { ip } = addressOf(first) ?? {};
        return ip === undefined || (!isReserved(ip) && registeredIn(ip) !== country);
      });
      expect(wrong.length / rows.length).toBeLessThan(0.001);
    },
  );

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '192.168.1.1',
    '198.51.100.1',
    '203.0.113.5',
    '224.0.0.1',
    'fe80::1',
    '2001:db8::1',
    '::1',
  ])('knows no country of a reserved address: %s', (written) => {
    const { ip = '' } = addressOf(written) ?? {};
    expect([isReserved(ip), registeredIn(ip)]).toEqual([true, undefined]);
  });

  it.each(['', '#0123456789abcdef01234567', 'none', '1.2.3', '1.2.3.4.5', '256.1.1.1', '0.0.0.0', 'ffff:ffff'])(
    'knows none of what is no address: %s',
    (ip) => expect(registeredIn(ip)).toBeUndefined(),
  );
});

describe('a sign-in', () => {
  const mark = registeredMarker(() => 'XK');
  it('is told where its network is registered only where its log names no country', () => {
    expect(mark(signIn(1, { ip: '192.0.2.7' }))).toMatchObject({ registered: 'XK' });
    const placed = signIn(1, { ip: '192.0.2.7', country: 'Land' });
    expect(mark(placed)).toBe(placed);
    const nowhere = signIn(1);
    expect(mark(nowhere)).toBe(nowhere);
  });

  it('stays one event whatever lists and tables said when it was read, in either order', () => {
    const bare = signIn(1, { ip: '192.0.2.7' });
    const looked = { ...bare, proxy: true, registered: 'AQ' };
    const again = { ...bare, proxy: false, registered: 'XK' };
    expect(new Set([bare, looked, again].map(contentOf)).size).toBe(1);
    expect(sameEvent(bare, looked)).toEqual(looked);
    expect(sameEvent(looked, bare)).toEqual(looked);
    expect(sameEvent(looked, again)).toEqual(sameEvent(again, looked));
  });
});
