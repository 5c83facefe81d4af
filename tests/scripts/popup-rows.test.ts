import { expect, test } from 'vitest';
import { table } from '../../scripts/lib/popup-rows.ts';

test('the table lines up, and lets no account draw on the terminal', () => {
  const rows = [
    { account: 'quiet\u001b[31mharbor', level: 'Look closer', reason: 'Two\nlines \u202eof text' },
    { account: 'ada', level: 'Nothing found so far', reason: '' },
  ];
  expect(table(rows).split('\n')).toEqual([
    'Account           Level                 What was noticed',
    'quiet [31mharbor  Look closer           Two lines of text',
    'ada               Nothing found so far',
  ]);
});
