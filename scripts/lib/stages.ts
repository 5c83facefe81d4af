// The stages that a change goes through, each with a heading and how long it took; the first that
// fails ends the run. npm test, npm run check and npm run build are different lists of them.
import { runTool, type Tool } from './tool.ts';

export interface Stage {
  name: string;
  /** True when all is well. What is wrong is printed by then, or thrown as an Error with a plain sentence. */
  run(): Promise<boolean>;
}

/** Writes the types and settings that are made from other files: without them nothing else runs. */
export const prepare: Stage = { name: 'Generated types', run: () => shown('wxt', 'prepare') };

const types: Stage = { name: 'Types', run: async () => (await prepare.run()) && shown('tsc', '--noEmit') };

export const check: readonly Stage[] = [types, { name: 'Lint and form', run: () => shown('biome', 'check') }];

/** The same, after what can be put right by itself has been. */
export const checkAndWrite: readonly Stage[] = [
  { name: 'Lint and form, put right', run: () => shown('biome', 'check', '--write') },
  types,
];

/** For Chromium and for Firefox, in this order. */
export const build: readonly Stage[] = [
  { name: 'Build for Chromium', run: () => shown('wxt', 'build', '-b', 'chrome') },
  { name: 'Build for Firefox', run: () => shown('wxt', 'build', '-b', 'firefox') },
];

/** The package for teams, for both. */
export const buildForTeams: readonly Stage[] = [
  { name: 'Build for teams, for Chromium', run: () => forTeams('chrome') },
  { name: 'Build for teams, for Firefox', run: () => forTeams('firefox') },
];

function forTeams(browser: string): Promise<boolean> {
  return runTool('wxt', ['build', '-b', browser], { output: 'show', env: { HIREFLAG_TEAM: '1' } });
}

/** Runs a tool with its output shown. */
export function shown(tool: Tool, ...args: string[]): Promise<boolean> {
  return runTool(tool, args, { output: 'show' });
}

/** Runs stages in order, up to the first that fails, and says so in the process's exit code. */
export async function runStages(stages: readonly Stage[]): Promise<void> {
  for (const [index, stage] of stages.entries()) {
    console.log(`\n== ${index + 1}/${stages.length} ${stage.name}`);
    if (await runStage(stage)) continue;
    process.exitCode = 1;
    return;
  }
}

/**
 * Runs several lists of stages at once, each in its order up to its first that fails. What one list finds is said
 * whatever becomes of the others.
 *
 * @returns whether all passed
 */
export async function sideBySide(...lists: readonly (readonly Stage[])[]): Promise<boolean> {
  const inOrder = async (stages: readonly Stage[]) => {
    for (const stage of stages) if (!(await runStage(stage))) return false;
    return true;
  };
  return (await Promise.all(lists.map(inOrder))).every(Boolean);
}

async function runStage({ name, run }: Stage): Promise<boolean> {
  const start = performance.now();
  const passed = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${passed ? 'done' : 'FAILED'} after ${seconds} s`);
  return passed;
}
