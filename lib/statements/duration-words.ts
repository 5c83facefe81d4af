// The words for hours, days, weeks and months in the marketplaces' languages, as sources of regular
// expressions for the flag `i`, with or without `u`. One list for those who understand a duration (figures.ts) and for those who
// look for durations on a page (reading/field-patterns.ts), whose scripts must be small.
// The letters of an ending are ranges: a pattern with `\p{L}` and both flags takes the browser long to compile.

export const durationWords = {
  hour: 'hours?|horas?|heures?|stunden?',
  day: 'days?|d[ií]as?|jours?|tagen?|дн[\\u0400-\\u052f]*|день',
  week: 'weeks?|semanas?|wochen?|недел[\\u0400-\\u052f]*|тижн[\\u0400-\\u052f]*|тиждень',
  month: 'months?|мес[\\u0400-\\u052f]*|міс[\\u0400-\\u052f]*',
};
