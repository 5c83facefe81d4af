// Times in the languages that came last: Italian, Turkish, Arabic, Japanese and Chinese.
import { expect, it } from 'vitest';
import { parseWhen } from '../../lib/statements/dates.ts';

const seenAt = '2026-06-24T12:00:00Z';
/** "3 days ago", read on the 24th at noon: between three and four days. */
const threeDays = '2026-06-20/2026-06-22';

it.each([
  ['3 giorni fa', threeDays],
  ['ieri', '2026-06-23'],
  ['15 marzo 2026', '2026-03-15'],
  ['3 gün önce', threeDays],
  ['bir saat önce', '2026-06-24T10:00:00Z/2026-06-24T11:30:00Z'],
  ['dün', '2026-06-23'],
  ['5 Mart 2026', '2026-03-05'],
  ['منذ 3 أيام', threeDays],
  ['منذ ٣ أيام', threeDays],
  ['قبل ساعة', undefined],
  ['12 يناير 2026', '2026-01-12'],
  ['3日前', threeDays],
  ['3 天前', threeDays],
  ['2時間前', '2026-06-24T09:00:00Z/2026-06-24T10:30:00Z'],
  ['2小时前', '2026-06-24T09:00:00Z/2026-06-24T10:30:00Z'],
  ['昨日', '2026-06-23'],
  ['昨天', '2026-06-23'],
  ['2026年3月5日', '2026-03-05'],
  ['前', undefined],
])('%s', (said, time) => {
  expect(parseWhen(said, seenAt)).toBe(time);
});
