// The words for hours, days, weeks and months in the marketplaces' languages, as sources of regular
// expressions for the flags `iu`. One list for those who understand a duration (figures.ts) and for those who
// look for durations on a page (reading/field-patterns.ts), whose scripts must be small.

export const durationWords = {
  hour: 'hours?|horas?|heures?|stunden?',
  day: 'days?|d[ií]as?|jours?|tagen?|дн\\p{L}*|день',
  week: 'weeks?|semanas?|wochen?|недел\\p{L}*|тижн\\p{L}*|тиждень',
  month: 'months?|мес\\p{L}*|міс\\p{L}*',
};
