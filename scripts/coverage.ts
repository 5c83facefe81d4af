// Writes docs/coverage.md: the advisory's indicators with what covers each, from the source that the dashboard's page
// is drawn from. To be run again after a red flag, its figures or its clauses change; a test says so.
import { writeFileSync } from 'node:fs';
import { coverageDocument } from './lib/coverage-document.ts';

writeFileSync(new URL('../docs/coverage.md', import.meta.url), coverageDocument());
