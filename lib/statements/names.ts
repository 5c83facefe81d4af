// Understands a person's name as pages write it: without the pronouns beside it, and none where a page only says
// that there is somebody.
import { collapseSpaces } from '../model/beginning.ts';
import { trimEndOf } from '../model/trim.ts';

/** Longest name that is looked at. */
const MAX_LOOKED_AT = 300;

/** Pronouns in brackets after a name, in the languages in which people set them: "(She/Her)", "(elle/la)". */
const pronouns =
  / ?\((?:she|he|they|her|him|them|ze|xe|it|any|all|ella|él|elle|il|iel|ela|ele|sie|er|lei|lui|ona|on|она|он|вона|він)(?: ?[/,|] ?\p{L}{1,10}){0,4}(?: pronouns)?\)$/iu;

/** What a page writes where it does not show who somebody is. */
const nobody =
  /^(?:linkedin|deleted|former|anonymous|unknown|private|hidden) (?:member|user|account|client|freelancer)$|^(?:(?:miembro|usuario|membro|usuário|membre|utilisateur|membro) (?:de |do |di )?linkedin|linkedin-mitglied)$/i;

/** What a page sets after a name and is no part of it: an amount, a time of day, a share, a rank. */
const figuresAfter =
  /(?<=\p{L}.*)[\s·|,(–-]*(?:(?:[A-Z]{2,3})?\p{Sc}\s?\d|\d[\d.,\s]{0,15}(?:\p{Sc}|\s?[A-Z]{3}\b)|\b\d{1,2}:\d{2}\b|\d{1,3}\s?%|#\d).*$/su;
/** Badges whose words stand after a name without a mark of their own. */
const badges = /(?:[\s·|,–-]+(?:verified|top rated(?: plus| seller)?|rising talent|new seller))+$/i;

/** The name in a text; undefined where it names nobody. */
export function parseName(said: string): string | undefined {
  const written = collapseSpaces(said.slice(0, MAX_LOOKED_AT));
  const name = trimEndOf(written.replace(pronouns, '').replace(figuresAfter, '').replace(badges, ''), ' ·|,–-');
  return name === '' || nobody.test(name) ? undefined : name;
}
