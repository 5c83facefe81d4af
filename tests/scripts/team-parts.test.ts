// What the package for teams says in place of, or beside, what the ordinary one says.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withAdded, withInstead } from '../../scripts/lib/team-parts.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

it('puts sentences in the place of others, and none where there is none', () => {
  expect(withInstead({ a: { b: 'one', c: 'two' } }, { 'a.b': 'three' })).toEqual({ a: { b: 'three', c: 'two' } });
  expect(() => withInstead({ a: { b: 'one' } }, { 'a.c': 'three' })).toThrow('no sentence a.c');
});

it('adds sentences, and none that is there already', () => {
  expect(withAdded({ a: 'one' }, { b: 'two' })).toEqual({ a: 'one', b: 'two' });
  expect(() => withAdded({ a: 'one' }, { a: 'two' })).toThrow('a sentence a is there already');
});

it('says the same in every language', () => {
  const files = globSync('assets/team/**/en.json');
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect(Object.keys(read(file.replace('en.json', 'es.json'))), file).toEqual(Object.keys(read(file)));
  }
});
