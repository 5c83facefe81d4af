// What an analyst says: under which subject, and that what is none is not taken.
import { expect, it } from 'vitest';
import { foundSubjectOf, parseFound, parseFoundSubject } from '../../lib/team/found.ts';
import { parseSubject } from '../../lib/team/subjects.ts';

const token = 'a'.repeat(22);
const found = {
  says: 'found',
  site: 'guru',
  account: 'ana',
  at: '2026-11-28T09:00:00.000Z',
  level: 'worth-a-question',
  findings: [],
};

it('stands under a subject of its own, which is none of the pool’s observations', () => {
  const subject = foundSubjectOf(token, token);
  expect(parseFoundSubject(subject)).toEqual({ author: token, person: token });
  expect(parseSubject(subject)).toBeUndefined();
  for (const wrong of ['', 'found', `found.${token}.*`, `${subject}.x`, `obs.${token}.${token}`]) {
    expect(parseFoundSubject(wrong)).toBeUndefined();
  }
});

it('is read as it was written, and nothing else is', () => {
  expect(parseFound(found)).toEqual(found);
  for (const wrong of [
    null,
    {},
    { ...found, says: 'seen' },
    { ...found, account: '' },
    { ...found, at: 'yesterday' },
    { ...found, level: 'guilty' },
    { ...found, findings: [{ flag: 'x' }] },
    { ...found, findings: 'none' },
  ]) {
    expect(parseFound(wrong)).toBeUndefined();
  }
});
