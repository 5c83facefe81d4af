// Writes out the sentences of a catalogue, the views' and the red flags' alike: ICU MessageFormat with named
// placeholders, `{count, plural, one {# bid} other {# bids}}`. Plurals and numbers follow the language.
import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What the placeholders of a sentence stand for, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** What a placeholder takes: a number that is counted or formatted, one of some words to choose by, or either as it is. */
export type Placeholder = 'number' | 'choice' | 'any';

interface Compiled {
  format: IntlMessageFormat;
  /** Names of the placeholders without a format. */
  plain: readonly string[];
}

/** The parser's numbers for text, `{name}`, `{name, select, …}` and `{name, plural, …}`. */
const TEXT = 0;
const PLAIN = 1;
const SELECT = 5;
const PLURAL = 6;
/** Behind a placeholder's name: its value as text. No pattern can name a placeholder so. */
const AS_TEXT = ' ';

/** Words and `{name}`s only: of most sentences. For these the library asks the browser for its languages each time. */
const IS_SIMPLE = /^[^{}']*(?:\{\w+\}[^{}']*)*$/;

/** By language and pattern; there are as many as the catalogues have sentences. */
const compiled = new Map<string, Compiled>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it: `20,000`, `20.000`. */
export function formatNumber(language: string, value: number): string {
  let format = numbers.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    numbers.set(language, format);
  }
  return format.format(value);
}

/**
 * A sentence with its placeholders filled in. What a value holds is put in as it is, never read as a pattern.
 *
 * @param language a tag such as `es`
 * @param pattern in ICU MessageFormat; compiled at its first use
 * @param values by the placeholders' names; numbers are written as the language does
 * @throws SyntaxError where the pattern is no ICU MessageFormat, Error where a placeholder has no value
 */
export function formatMessage(language: string, pattern: string, values: Values = {}): string {
  if (IS_SIMPLE.test(pattern)) return filledIn(language, pattern, values);
  const key = `${language} ${pattern}`;
  let known = compiled.get(key);
  if (!known) {
    known = compile(language, pattern);
    compiled.set(key, known);
  }
  const { format, plain } = known;
  if (plain.length === 0) return format.format(values) as string;
  const all: Record<string, string | number> = { ...values };
  for (const name of plain) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) all[name + AS_TEXT] = typeof value === 'number' ? formatNumber(language, value) : value;
  }
  return format.format(all) as string;
}

function filledIn(language: string, pattern: string, values: Values): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`No value for {${name}} in: ${pattern}`);
    return typeof value === 'number' ? formatNumber(language, value) : value;
  });
}

/**
 * The placeholders of a pattern by name.
 *
 * @throws SyntaxError where the pattern is no ICU MessageFormat
 */
export function placeholdersOf(pattern: string): Map<string, Placeholder> {
  const found = new Map<string, Placeholder>();
  for (const element of elementsOf(parse('en', pattern))) {
    // Text, and the # of a plural.
    if (!('value' in element) || element.type === TEXT) continue;
    const kind = element.type === PLAIN ? 'any' : element.type === SELECT ? 'choice' : 'number';
    if (kind !== 'any' || !found.has(element.value)) found.set(element.value, kind);
  }
  return found;
}

/** The plural categories that a pattern names, `one`, `other`, `=0`. Throws SyntaxError where the pattern is none. */
export function pluralsIn(pattern: string): string[] {
  const elements = elementsOf(parse('en', pattern));
  return elements.flatMap((element) => (element.type === PLURAL ? Object.keys(element.options) : []));
}

/** The elements of a pattern with those inside of its choices and plurals. */
function elementsOf(tree: readonly Element[]): Element[] {
  return tree.flatMap((element) =>
    'options' in element
      ? [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))]
      : [element],
  );
}

const parse = (language: string, pattern: string) =>
  new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true }).getAst();

/** The library writes the number of a plain `{count}` without separators, so plain placeholders get text instead. */
function compile(language: string, pattern: string): Compiled {
  const plain = new Set<string>();
  const rename = (elements: readonly Element[]): Element[] =>
    elements.map((element) => {
      if ('options' in element) {
        const options = Object.entries(element.options).map(([name, option]) => [
          name,
          { ...option, value: rename(option.value) },
        ]);
        return { ...element, options: Object.fromEntries(options) } as Element;
      }
      if (element.type !== PLAIN) return element;
      plain.add(element.value);
      return { ...element, value: element.value + AS_TEXT } as Element;
    });
  const renamed = rename(parse(language, pattern));
  return { format: new IntlMessageFormat(renamed, language), plain: [...plain] };
}
