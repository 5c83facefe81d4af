// Builds the extension for both browsers, into .output/chrome-mv3 and .output/firefox-mv3.
import { build, runStages } from './lib/stages.ts';

await runStages(build);
