// Lists of relays and VPNs that the user loads: read in the forms they come in, looked up by the address, and told of
// sign-ins before their addresses are hashed.
import { describe, expect, it } from 'vitest';
import { inLists, parseAddressList, relayMarker, storedLists } from '../../lib/logs/address-lists.ts';
import { signIn } from '../log-events.ts';

const misp = JSON.stringify({
  name: 'List of relay ranges',
  type: 'cidr',
  version: 20260810,
  list: ['192.0.2.0/25', '198.51.100.7', '2001:db8:40::/45', 'not a range', 7],
});
const listed = (...ranges: string[]) => inLists([{ name: 'own', ranges }]);

describe('a list', () => {
  it.each([
    ['MISP’s form', misp, 'List of relay ranges', 3, 2],
    ['bare JSON', '["192.0.2.0/24"]', 'file.txt', 1, 0],
    ['lines', '# VPN\n; more\r\n192.0.2.0/24\n\n198.51.100.0/24 # an exit\n203.0.113.9,somebody', 'file.txt', 3, 0],
  ])('is read in %s', (_, text, name, ranges, refused) => {
    const parsed = parseAddressList(text, 'file.txt');
    expect([parsed?.list.name, parsed?.list.ranges.length, parsed?.refused]).toEqual([name, ranges, refused]);
  });

  it.each(['', '{}', '{"list": 7}', 'null', 'no ranges here', '0.0.0.0/0', '::/0', '192.0.2.0/33', '1.2.3.4/-1'])(
    'of no range is none: %s',
    (text) => expect(parseAddressList(text, 'file.txt')).toBeUndefined(),
  );

  it('that is stored stays as it is, and what is none is left out', () => {
    const { list } = parseAddressList(misp, 'file.txt') ?? {};
    expect(storedLists([list, 7, { name: '', ranges: [] }, { name: 'x', ranges: [1] }])).toEqual([list]);
    expect(storedLists(undefined)).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.0', true],
    ['192.0.2.127', true],
    ['192.0.2.128', false],
    ['192.0.1.255', false],
    ['198.51.100.7', true],
    ['198.51.100.8', false],
    ['2001:db8:40:0:0:0:0:1', true],
    ['2001:db8:47:ffff:0:0:0:1', true],
    ['2001:db8:48:0:0:0:0:1', false],
    ['#0123456789abcdef01234567', false],
    ['', false],
  ])('%s is listed: %s', (ip, is) => {
    expect(inLists(parseAddressList(misp, '') ? [parseAddressList(misp, '')?.list as never] : [])(ip)).toBe(is);
  });

  it('is found in ranges that lie in each other or overlap, as one by one', () => {
    const ranges = ['10.0.0.0/8', '10.1.0.0/16', '172.16.0.0/12', '10.255.255.0/24', '11.0.0.0/9', '10.1.2.3'];
    const all = listed(...ranges);
    const each = ranges.map((range) => listed(range));
    for (let n = 0; n < 4_000; n++) {
      const ip = [9 + (n % 4), (n * 7) % 256, (n * 13) % 256, (n * 31) % 256].join('.');
      expect(all(ip), ip).toBe(each.some((one) => one(ip)));
    }
  });
});

it('a sign-in from a listed address came by a relay, and no other did', () => {
  const { list } = parseAddressList(misp, '') ?? {};
  const mark = relayMarker([list as never]);
  expect(mark(signIn(1, { ip: '192.0.2.7' }))).toMatchObject({ ip: '192.0.2.7', proxy: true });
  const other = signIn(1, { ip: '203.0.113.7' });
  expect(mark(other)).toBe(other);
  const nowhere = signIn(1);
  expect(mark(nowhere)).toBe(nowhere);
});
