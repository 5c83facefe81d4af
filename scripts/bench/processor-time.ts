// How long a program and all that it started were at work, where the system says so: on Linux, from /proc.
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts them for programs. */
const TICKS = 100;
/** Bytes of a page of memory there. */
const PAGE = 4_096;

/** A process, the one that started it, and its time at work so far, ms. */
interface Process {
  pid: number;
  parent: number;
  worked: number;
  /** What it holds of the memory, MB. */
  memory: number;
}

/**
 * A clock of the time, ms, that a process and all those below it were at work, on all cores together. What has ended
 * meanwhile is not counted any more: take it over short stretches.
 *
 * @param pid undefined where there is none
 * @param how.alone only the process itself
 * @returns gives NaN where the system does not say
 */
export function processorTimeOf(pid: number | undefined, { alone = false } = {}): () => number {
  return () => {
    const all = withBelow(pid);
    return all?.reduce((sum, one) => sum + (alone && one.pid !== pid ? 0 : one.worked), 0) ?? Number.NaN;
  };
}

/** What a process and all those below it hold of the memory now, MB; what they share counts for each. */
export function memoryOf(pid: number | undefined): () => number {
  return () => withBelow(pid)?.reduce((sum, one) => sum + one.memory, 0) ?? Number.NaN;
}

/** A process and all those below it; undefined where there is none or the system does not say. */
function withBelow(pid: number | undefined): Process[] | undefined {
  const all = processes();
  if (pid === undefined || !all) return undefined;
  const below = new Set([pid]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const one of all) if (below.has(one.parent)) below.add(one.pid);
  }
  return all.filter((one) => below.has(one.pid));
}

function processes(): Process[] | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  return names.flatMap((name): Process[] => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name in brackets may hold anything, brackets and spaces too.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [
        {
          pid: Number(name),
          parent: Number(fields[1]),
          worked: ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS,
          memory: (Number(fields[21]) * PAGE) / 2 ** 20,
        },
      ];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}
