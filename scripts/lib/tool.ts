// Runs one of the tools that the project is built and checked with (wxt, tsc, biome, vitest and the
// browser downloader) as it is installed here, whatever else the machine has under that name.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The project's own folder. */
export const root = join(import.meta.dirname, '..', '..');

const entry = {
  biome: '@biomejs/biome/bin/biome',
  browsers: '@puppeteer/browsers/lib/cjs/main-cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  wxt: 'wxt/bin/wxt.mjs',
} as const;

export type Tool = keyof typeof entry;

export interface RunOptions {
  /** `show` lets its output through; `at-end` keeps it back until it ends, `on-failure` until it fails. */
  output: 'show' | 'at-end' | 'on-failure' | 'hide';
  /** Ends it after so many milliseconds; no limit unless given. */
  withinMs?: number;
}

/**
 * Runs a tool in the project's folder to its end.
 *
 * @returns true when it ended with exit code 0. Never throws.
 */
export function runTool(
  tool: Tool,
  args: readonly string[],
  options: RunOptions & { env?: Record<string, string> },
): Promise<boolean> {
  const script = join(root, 'node_modules', entry[tool]);
  return runCommand(process.execPath, [script, ...args], options);
}

/** The same for any command by its name or path. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions & { env?: Record<string, string> },
): Promise<boolean> {
  const show = options.output === 'show';
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    ...(options.withinMs !== undefined && { timeout: options.withinMs, killSignal: 'SIGKILL' as const }),
  });
  const held: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => held.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => held.push(chunk));
  return new Promise((done) => {
    child.on('error', () => done(false));
    child.on('close', (code) => {
      const isShownNow = options.output === 'at-end' || (code !== 0 && options.output === 'on-failure');
      if (isShownNow) process.stderr.write(Buffer.concat(held));
      done(code === 0);
    });
  });
}
