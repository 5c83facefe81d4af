// Reads catalogues on the command line, which has no build that takes their files in.

/** A catalogue as its file has it. */
export type Catalogue = Readonly<Record<string, unknown>>;

/**
 * The catalogues in files, by their paths as given.
 *
 * @param folder absolute
 * @param patterns of paths from there, as globSync takes them
 */
export function cataloguesIn(folder: string, patterns: readonly string[]): Record<string, Catalogue> {
  const { globSync, readFileSync } = process.getBuiltinModule('node:fs');
  return Object.fromEntries(
    globSync(patterns, { cwd: folder }).map((path) => [
      path.replaceAll('\\', '/'),
      JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')),
    ]),
  );
}
