// The one form of a value that hashes are taken of.

/** JSON without spaces, the names of every object in order, what is undefined left out. */
export function fixedForm(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => fixedForm(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${fixedForm(one)}`);
  return `{${pairs.join(',')}}`;
}
