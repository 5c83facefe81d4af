import type { ClaimWords } from './words.ts';

export const fr: ClaimWords = {
  numbers: {
    un: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    vingt: 20,
  },
  years: 'ans?|années?',
  decade: "une décennie|une dizaine d’années|une dizaine d'années",
  hedges: {
    atLeast: 'plus de|au moins|minimum',
    almost: 'presque|près de|moins de|jusqu’à',
    about: 'environ|autour de|quelque',
  },
  experience: [
    "{years} d['’]expérience(?: professionnelle)?(?: (?:avec|en|dans|comme|en tant que) {subject})?",
    'expérience (?:professionnelle )?de {years}(?: (?:avec|en|dans|comme) {subject})?',
    'je (?:travaille|développe|programme) (?:avec|en|dans|comme|en tant que) {subject} depuis {years}',
    'depuis {years},? je (?:travaille|développe|programme) (?:avec|en|dans|comme|en tant que) {subject}',
    'je fais (?:cela|ça) depuis {years}',
    'je (?:travaille|développe|programme) (?:avec|en|dans|comme|en tant que) {subject} depuis {year}',
  ],
  onSite: [
    'sur (?:ce site|cette plateforme) depuis {year}',
    'inscrite? (?:ici|sur ce site|sur cette plateforme) (?:depuis|en) {year}',
  ],
  degree: 'dipl[oô]m\\p{L}*|licence|master|obtenu|termin[eé]\\p{L}*|promotion',
  begun: 'depuis|commenc[eé]|entr[eé]e?|jusqu|à',
  study: '[eé]tudi[eé]\\p{L}*|[eé]tudiante?|fr[eé]quent[eé]|suivi|dipl[oô]m\\p{L}*',
  onlyEmployer:
    'plein temps|temps plein|aucun autre (?:employeur|emploi|travail)|seul employeur|unique employeur|pour personne d’autre|nulle part ailleurs|exclusivement',
  lives: [
    "j['’]habite(?: et travaille)? (?:à|en|au) {place}",
    'je (?:vis|réside)(?: et travaille)? (?:à|en|au) {place}',
    'mon (?:bureau|atelier|studio) est à {place}',
    'je travaille depuis {place}$',
  ],
  alone: [
    'je travaille (?:seule?|tout seul|toute seule)',
    "(?:je n['’]ai pas|il n['’]y a pas) d['’]équipe",
    "personne d['’]autre",
    'je fais tout (?:moi-même|seule?)',
  ],
  team: [
    'mon équipe de {count}',
    'nous sommes (?:une équipe de )?{count} (?:développeurs|personnes|designers|ingénieurs)',
    'mon équipe (?:a|est|commence|et moi)',
    'mes (?:développeurs|designers|employés|collègues) (?:ont|sont|commencent)',
  ],
  general: 'cela|ça|ce|cette|le|la|les|mon|ma|un|une|domaine|métier|secteur|profession|travail|branche|même',
  others:
    'vous|votre|vos|client|clients|ensemble|nous|notre|nos|équipe|entreprise|société|agence|fille|fils|femme|mari|âge|demandez',
  notNow:
    'né|née|jusqu|habitais|vivais|grandi|vais|déménage|déménagé|déménagerai|prochain|prochaine|entreprise|client|clients|avant|parfois|voyage|semaines?|mois',
  not: 'ne|pas|jamais|sans|aucun',
  past: 'était|étais|dirigeais|avais|ancien|ancienne|dernier|dernière|avant',
  leadIn: 'comme (?:vous l’avez )?demandé|à votre question',
};
