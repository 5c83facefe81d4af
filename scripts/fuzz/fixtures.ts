// The pages that are mutated: every fixture of every site, with what is known to be read on it.
import type { Observation } from '../../lib/model/observation.ts';
import type { FixtureFile } from './fixture-files.ts';
import { window } from './window.ts';

export interface Fixture extends FixtureFile {
  /** Parsed, never changed: it is cloned. */
  document: Document;
  expected: readonly Observation[];
}

export const parse = (html: string): Document => new window.DOMParser().parseFromString(html, 'text/html');

/** @param files as readFixtures gives them */
export const fixturesOf = (files: readonly FixtureFile[]): Fixture[] =>
  files.map((file) => ({ ...file, document: parse(file.html) }));
