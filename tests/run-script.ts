// Runs a script of the project in this process, as its command does. A process of its own for each case would load the
// whole engine each time, which takes a hundred times as long as what is asked of it; that a script also runs by itself
// is shown once for each.
import { join } from 'node:path';
import { format } from 'node:util';
import { vi } from 'vitest';
import { root } from '../scripts/lib/tool.ts';

let runs = 0;

/** What a command ended with, as `spawnSync` says it. */
export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * The script is evaluated anew, and what it imports only once.
 *
 * @param script its path in the project, of one that does not end the process itself nor read standard input
 * @param folder where it is run
 */
export async function runScript(script: string, args: readonly string[], folder = root): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof said) => (text: string | Uint8Array) => {
    said[stream] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  const line =
    (stream: keyof typeof said) =>
    (...parts: unknown[]) => {
      said[stream] += `${format(...parts)}\n`;
    };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('stdout')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('stderr')),
    vi.spyOn(console, 'log').mockImplementation(line('stdout')),
    vi.spyOn(console, 'error').mockImplementation(line('stderr')),
  ];
  const before = { argv: process.argv, exitCode: process.exitCode, folder: process.cwd() };
  try {
    process.argv = [process.execPath, join(root, script), ...args];
    process.exitCode = undefined;
    process.chdir(folder);
    runs += 1;
    await import(/* @vite-ignore */ `${join(root, script)}?run=${runs}`);
    return { status: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.argv = before.argv;
    process.exitCode = before.exitCode;
    process.chdir(before.folder);
    for (const spy of spies) spy.mockRestore();
  }
}
