// Builds the package for teams for both browsers, into .output/chrome-team-mv3 and .output/firefox-team-mv3.
import { buildForTeams, runStages } from './lib/stages.ts';

await runStages(buildForTeams);
