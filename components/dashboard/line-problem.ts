// What is wrong with a line of a file, in a sentence: the same on the dashboard and on the command line.
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import es from 'zod/v4/locales/es.js';
import { language, t } from '../../lib/i18n/language.ts';
import type { LineProblem } from '../../lib/store/import.ts';

/** Languages that the schema library has words for: of what is wrong with a field it says more than “invalid input”. */
const schemaWords: Readonly<Record<string, typeof en>> = { en, es };

/** Has schemas say what is wrong with a field in the language that views are drawn in. */
export function giveSchemasWords(): void {
  z.config((schemaWords[language()] ?? en)());
}

export function problemWords(problem: LineProblem): string {
  switch (problem.what) {
    case 'not-json':
      return t('dashboard.data.notJson');
    case 'cut-off':
      return t('dashboard.data.cutOff');
    case 'too-long':
      return t('dashboard.data.tooLong');
    case 'not-text':
      return t('dashboard.data.notText');
    case 'gzip':
    case 'zip':
      return t('dashboard.data.packed', { as: problem.what });
    case 'no-observation':
      return t('dashboard.data.noObservation');
    case 'no-note':
      return t('dashboard.data.noNote');
    case 'changed-record':
      return t('dashboard.data.changedRecord');
    case 'unknown-kind':
      return t('dashboard.data.unknownKind', { kind: problem.kind });
    case 'wrong-field':
      return t('dashboard.data.wrongField', { problem: problem.problem });
  }
}
