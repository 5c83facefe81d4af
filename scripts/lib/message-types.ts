// Writes the type of the views' messages: each key with what its placeholders take, read from the English
// catalogue, so that a value that is missing, or a word where a number belongs, does not compile.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeholdersOf } from '../../lib/i18n/format.ts';
import { root } from './tool.ts';

const types = { number: 'number', choice: 'string', any: 'string | number' } as const;

/** A catalogue's patterns by dotted path. */
export function patternsIn(catalogue: object, before = ''): [key: string, pattern: string][] {
  return Object.entries(catalogue).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[before + name, value]] : patternsIn(value as object, `${before}${name}.`),
  );
}

/**
 * The declaration of `ViewMessages`, as TypeScript.
 *
 * @throws Error where a message is no ICU MessageFormat, with its key
 */
export async function messageTypes(): Promise<string> {
  const catalogue: object = JSON.parse(await readFile(join(root, 'assets', 'locales', 'en.json'), 'utf8'));
  const lines = patternsIn(catalogue).map(([key, pattern]) => `  ${JSON.stringify(key)}: ${typeOf(key, pattern)};`);
  return ['// Written by scripts/lib/message-types.ts.', 'interface ViewMessages {', ...lines, '}', ''].join('\n');
}

function typeOf(key: string, pattern: string): string {
  try {
    const fields = [...placeholdersOf(pattern)].map(([name, kind]) => `${name}: ${types[kind]}`);
    return fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<string, never>';
  } catch (error) {
    throw new Error(`assets/locales/en.json: ${key}: ${error instanceof Error ? error.message : error}`);
  }
}
