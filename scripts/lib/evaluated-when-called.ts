// Packages that a worker which the browser has just started need not make ready: what they look up is only asked for
// where a text holds a link, a telephone number, a name in another alphabet. In the built extension such a package is
// evaluated with the first call of one of its functions; everywhere else it is imported as usual.

/** By what the package is imported as, the functions that are imported from it; `default` for the one without a name. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  tldts: ['parse'],
  'libphonenumber-js/min': ['parsePhoneNumberFromString'],
  'any-ascii': ['default'],
};

/** Stands before the name of a package where it is meant itself. */
const ITSELF = '\0when-called:';

/** A plugin for the build. What a module imports of such a package beside those functions stops the build. */
export function evaluatedWhenCalled(functions: Readonly<Record<string, readonly string[]>> = packages) {
  return {
    name: 'hireflag:evaluated-when-called',
    enforce: 'pre' as const,
    resolveId(id: string, importer?: string) {
      return Object.hasOwn(functions, id) && !importer?.startsWith(ITSELF) ? ITSELF + id : undefined;
    },
    load(id: string): string | undefined {
      const name = id.startsWith(ITSELF) ? id.slice(ITSELF.length) : undefined;
      return name === undefined ? undefined : callersOf(name, functions[name] ?? []);
    },
  };
}

/** A module whose functions ask for the package when they are called: only an import is evaluated at once. */
const callersOf = (name: string, functions: readonly string[]) =>
  functions
    .map((one) => {
      const called = one === 'default' ? 'default function' : `function ${one}`;
      return `export ${called}(...asked) { return require(${JSON.stringify(name)}).${one}(...asked); }`;
    })
    .join('\n');
