// Types, lint and form of everything, without the tests.
import { check, runStages } from './lib/stages.ts';

await runStages(check);
