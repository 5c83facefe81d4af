// The languages in which requests are looked for, a data file each.
import type { Language } from '../lexicon.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export const languages: readonly Language[] = [en, es, pt, ru, uk, de, fr];
