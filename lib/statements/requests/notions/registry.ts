// Notions of each language, by its id: what people say in many ways, for the rules of rules/notions.ts. A language
// without them is read by its words and pieces alone.
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export const notions: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, en, es, fr, pt, ru, uk };
