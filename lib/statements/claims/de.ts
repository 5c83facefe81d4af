import type { ClaimWords } from './words.ts';

export const de: ClaimWords = {
  numbers: {
    ein: 1,
    einem: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    dreizehn: 13,
    vierzehn: 14,
    fünfzehn: 15,
    zwanzig: 20,
  },
  years: 'jahren?|jahre|jahr',
  decade: 'einem jahrzehnt|ein jahrzehnt',
  hedges: {
    atLeast: 'mehr als|über|mindestens|gut',
    almost: 'fast|knapp|beinahe|bis zu|weniger als',
    about: 'etwa|rund|ungefähr|circa|ca\\.?',
  },
  experience: [
    '{years} (?:berufs|praxis)?(?:erfahrung)(?: (?:mit|in|als|im) {subject})?',
    '(?:berufs)?erfahrung(?: von|:| seit)? {years}(?: (?:mit|in|als|im) {subject})?',
    'seit {years} (?:arbeite|programmiere|entwickle|gestalte) ich (?:mit|als|in) {subject}',
    'ich (?:arbeite|programmiere|entwickle|gestalte) seit {years} (?:mit|als|in) {subject}',
    'ich mache das seit {years}',
    'ich (?:arbeite|bin) seit {year} (?:mit |als |in )?{subject}',
    'seit {year} (?:arbeite|bin) ich (?:mit |als |in )?{subject}',
  ],
  onSite: [
    '(?:auf|bei) (?:dieser|der) (?:plattform|seite|website) seit {year}',
    'seit {year} (?:hier|auf dieser (?:plattform|seite))',
  ],
  degree: 'abschluss|abgeschlossen|diplom|bachelor|master|absolvent\\p{L}*|absolviert',
  begun: 'seit|ab|begann|begonnen|von|bis',
  study: 'studiert\\p{L}*|studium|student\\p{L}*|besuchte|absolvent\\p{L}*',
  onlyEmployer:
    'vollzeit|keinen anderen (?:arbeitgeber|job)|einziger arbeitgeber|für niemanden sonst|nirgends sonst|ausschlie(?:ß|ss)lich',
  lives: [
    'ich (?:wohne|lebe)(?: und arbeite)? in {place}',
    'mein (?:büro|heimbüro|arbeitszimmer|studio|atelier) ist in {place}',
    'ich arbeite von {place} aus',
  ],
  alone: ['ich arbeite allein(?:e)?', 'ich habe kein team', 'niemand (?:sonst|anderes)', 'ich mache alles selbst'],
  team: [
    'mein(?:em)? team (?:von|aus) {count}',
    'wir sind (?:ein team (?:von|aus) )?{count} (?:entwickler|leute|personen|designer)',
    'mein team (?:hat|ist|beginnt|und ich)',
    'meine (?:entwickler|designer|leute|mitarbeiter|kollegen) (?:haben|sind|beginnen)',
  ],
  general:
    'das|dies|diesem|diesen|dem|der|die|mein|meinem|bereich|beruf|branche|gebiet|fach|arbeit|selbständig|selbstständig|freiberuflich',
  others:
    'sie|ihr|ihre|ihrem|kunde|kunden|zusammen|gemeinsam|wir|unser|unsere|uns|team|firma|agentur|tochter|sohn|frau|mann|alt',
  notNow:
    'geboren|bis|wohnte|lebte|aufgewachsen|werde|ziehe|zog|umgezogen|bald|nächstes|nächsten|firma|kunde|kunden|früher|manchmal|reise|wochen|monate',
  not: 'nicht|kein|keine|nie|ohne',
  past: 'war|waren|leitete|hatte|früher|früheren|letzten|damals',
  leadIn: 'wie (?:sie )?gefragt|zu ihrer frage|auf ihre frage',
};
