// The words for hours, days, weeks and months in the marketplaces' languages. One table for those who
// understand a duration (figures.ts) and for those who look for durations on a page (reading/field-patterns.ts).

/** A unit of time. Both forms are sources of regular expressions, to be used with the flags `iu`. */
export interface DurationUnit {
  readonly days: number;
  /** How its words begin, for a word that is known to be a unit: "Std.", "мес". */
  readonly beginning: string;
  /** Its words as running text has them, whole. */
  readonly words: string;
}

/** In the order they are tried: a word that begins like several is the first of them. */
export const durationUnits: readonly DurationUnit[] = [
  { days: 1 / 24, beginning: 'h|std|stunde|uur|год|час', words: 'hours?|horas?|heures?|stunden?' },
  {
    days: 7,
    beginning: 'w|sem|тиж|недел',
    words: 'weeks?|semanas?|wochen?|недел\\p{L}*|тижн\\p{L}*|тиждень',
  },
  { days: 30, beginning: 'mo|mes|mois|mês|міс|мес', words: 'months?|мес\\p{L}*|міс\\p{L}*' },
  { days: 1, beginning: 'd|j|tag|día|дн|ден', words: 'days?|d[ií]as?|jours?|tagen?|дн\\p{L}*|день' },
];
