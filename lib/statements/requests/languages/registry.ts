// The languages in which requests are looked for, a data file each.

import { notions } from '../notions/registry.ts';
import { pieces } from '../pieces/registry.ts';
import type { Language } from '../sort-words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

export const languages: readonly Language[] = [en, es, pt, ru, uk, de, fr, it, pl, tr, id, zh, ar, hi].map(
  (language) => ({ ...language, pieces: pieces[language.id] ?? {}, notions: notions[language.id] ?? {} }),
);
