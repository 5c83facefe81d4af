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

/** What a page sets after a name and is no part of it: an amount, a time of day, a share, a rank, a rating, whose page it is. */
const figures =
  /(?:[A-Z]{2,3})?\p{Sc}\s?\d|\d[\d.,\s]{0,15}(?:\p{Sc}|\s?[A-Z]{3}\b)|\b\d{1,2}:\d{2}\b|\d{1,3}\s?%|#\d|\b(?:[345][.,](?:[1-9]\d?|0[1-9])|5[.,]0)(?![\d.,]|\s?\p{L})|©/u;
/** Badges whose words stand after a name without a mark of their own. */
const badge =
  /[\s·|,–-](?:verified|vetted pro|top rated(?: plus| seller| freelancer)?|rising talent|new seller|level (?:[1-3]|one|two)(?: seller)?|preferred freelancer|available now|verificad[oa]|vendedor nuevo|nivel [1-3]|проверено|перевірено)$/iu;
/** What stands before the name of who pays to be shown: "Ad by". */
const shownFor =
  /^(?:(?:ad|sponsored|promoted)\b|anuncio|anúncio|patrocinado|реклама)?[\s·:|–-]{0,3}(?:by|por|от|від) /iu;
/** The letters of a picture that stands for one: "MO" before "Marta Ortiz". */
const monogram = /^\p{Lu}{1,3}$/u;
/** Most badges that stand after one name. */
const MAX_BADGES = 5;
const between = ' ·|,–-';

/** The name in a text; undefined where it names nobody. */
export function parseName(said: string): string | undefined {
  let name = trimEndOf(withoutFigures(collapseSpaces(said.slice(0, MAX_LOOKED_AT)).replace(pronouns, '')), between);
  name = withoutMonogram(withoutSponsor(name));
  for (let n = 0; n < MAX_BADGES && badge.test(name); n++) name = trimEndOf(name.replace(badge, ''), between);
  return name === '' || nobody.test(name) ? undefined : name;
}

/** A text up to the first figure that stands after a letter. */
function withoutFigures(text: string): string {
  const letter = text.search(/\p{L}/u) + 1;
  const at = letter > 0 ? text.slice(letter).search(figures) : -1;
  return at < 0 ? text : trimEndOf(text.slice(0, letter + at), `${between}(`);
}

/** Only words for who pays in small letters, or after one that says that it is paid, are no name: By is somebody's. */
function withoutSponsor(name: string): string {
  const [found = ''] = shownFor.exec(name) ?? [];
  const isPaid = /^\p{L}/u.test(found) && / /.test(found.trim());
  return isPaid || /^\p{Ll}/u.test(found) ? name.slice(found.length) : name;
}

/** A name without its own first letters before it. */
function withoutMonogram(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  if (rest.length === 0 || !monogram.test(first)) return name;
  const initials = rest.map((word) => word.charAt(0).toUpperCase()).join('');
  return initials.startsWith(first) ? rest.join(' ') : name;
}
