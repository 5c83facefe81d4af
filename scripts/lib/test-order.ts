// The order in which test files run: first those that name an environment in their first lines, by its name, then the
// others. The files of one environment share the processes that have it loaded; between two that differ a process ends
// and another begins.
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

export class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const named = new Map(sorted.map((one) => [one, environmentOf(one.moduleId)]));
    const names = [...new Set(named.values())].sort().reverse();
    return names.flatMap((name) => sorted.filter((one) => named.get(one) === name));
  }
}

/** Empty where a file names none. */
function environmentOf(file: string): string {
  const options = readFileSync(file, 'utf8').matchAll(/^\/\/ @vitest-environment(?:-options)? (.+)$/gm);
  return [...options].map(([, said]) => said).join(' ');
}
