import { afterEach, describe, expect, it } from 'vitest';
import { calledBy, forgetNames, learnNames, smallPrint } from '../../lib/i18n/people.ts';

afterEach(forgetNames);

describe('what people are called', () => {
  it('is the name that pages show, else the id', () => {
    learnNames([
      ['upwork:~01ab', 'Ada Okafor'],
      ['upwork:~01cd', undefined],
    ]);
    expect([calledBy('upwork:~01ab'), calledBy('upwork:~01cd')]).toEqual(['Ada Okafor', '@~01cd']);
    learnNames([['upwork:~01ab', 'Ada O.']]);
    expect(calledBy('upwork:~01ab')).toBe('Ada O.');
  });

  it('comes with the id where that says something else', () => {
    learnNames([
      ['guru:ada', 'Ada'],
      ['guru:x1', 'Ben Ito'],
    ]);
    expect(['guru:ada', 'guru:x1', 'guru:nobody'].map(smallPrint)).toEqual([undefined, '@x1', undefined]);
  });

  it('is forgotten when somebody is deleted', () => {
    learnNames([['guru:x1', 'Ben Ito']]);
    forgetNames();
    expect(calledBy('guru:x1')).toBe('@x1');
  });
});
