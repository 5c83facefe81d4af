// Decisions as any version stored them, brought to what the red flags are called now.
import type { Decision } from '../model/decision.ts';
import { presentFlag, renamedFlags } from '../red-flags/renames.ts';

/** A decision with the present ids of flags, in keys too; what is about a flag that is gone stays as it is. */
export function presentDecision<D extends Decision>(
  decision: D,
  renames: Readonly<Record<string, string | null>> = renamedFlags,
): D {
  if (decision.kind === 'fine') {
    const known = decision.known.map((one) => present(one, renames));
    return { ...decision, known };
  }
  return 'flag' in decision ? (present(decision, renames) as D) : decision;
}

function present<T extends { flag: string; key?: string | undefined }>(
  one: T,
  renames: Readonly<Record<string, string | null>>,
): T {
  const flag = presentFlag(one.flag, renames) ?? one.flag;
  if (flag === one.flag) return one;
  return { ...one, flag, ...(one.key !== undefined && { key: flag + one.key.slice(one.flag.length) }) };
}
