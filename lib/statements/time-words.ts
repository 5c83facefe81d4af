// The words that pages use for times, one table a language. A language is added by adding its table to the list
// below: nothing else knows any of these words. Case and accents do not count.

import type { Unit } from '../model/ago.ts';

export interface TimeWords {
  /** Every form and abbreviation of a unit: "hour", "hours", "h". */
  units: Readonly<Record<Unit, readonly string[]>>;
  /** What stands for one, and for several that are not counted: "an hour", "a few seconds". */
  one: readonly string[];
  few: readonly string[];
  /** What stands before a length of time that is shorter than said: "less than a minute". */
  less: readonly string[];
  /** What makes a length of time one that has passed since, before it ("hace") or after it ("ago"). */
  before: readonly string[];
  after: readonly string[];
  now: readonly string[];
  today: readonly string[];
  yesterday: readonly string[];
  dayBefore: readonly string[];
  lastWeek: readonly string[];
  lastMonth: readonly string[];
  lastYear: readonly string[];
  /** What stands before a year alone: "member since 2019". */
  since: readonly string[];
  /** January to December, in every form that stands beside a day or a year; their beginnings count as well. */
  months: readonly (readonly string[])[];
}

const en: TimeWords = {
  units: {
    second: ['second', 'seconds', 'sec', 'secs', 's'],
    minute: ['minute', 'minutes', 'min', 'mins', 'm'],
    hour: ['hour', 'hours', 'hr', 'hrs', 'h'],
    day: ['day', 'days', 'd'],
    week: ['week', 'weeks', 'wk', 'wks', 'w'],
    month: ['month', 'months', 'mo', 'mos', 'mth', 'mths'],
    year: ['year', 'years', 'yr', 'yrs', 'y'],
  },
  one: ['a', 'an', 'one'],
  few: ['few', 'some'],
  less: ['less than', 'under'],
  before: [],
  after: ['ago'],
  now: ['just now', 'right now', 'now', 'moments ago', 'a moment ago'],
  today: ['today'],
  yesterday: ['yesterday'],
  dayBefore: ['day before yesterday'],
  lastWeek: ['last week'],
  lastMonth: ['last month'],
  lastYear: ['last year'],
  since: ['since', 'joined', 'joined in', 'from', 'in', 'year'],
  months: [
    ['january'],
    ['february'],
    ['march'],
    ['april'],
    ['may'],
    ['june'],
    ['july'],
    ['august'],
    ['september'],
    ['october'],
    ['november'],
    ['december'],
  ],
};

const es: TimeWords = {
  units: {
    second: ['segundo', 'segundos', 'seg', 's'],
    minute: ['minuto', 'minutos', 'min'],
    hour: ['hora', 'horas', 'h'],
    day: ['día', 'días', 'd'],
    week: ['semana', 'semanas', 'sem'],
    month: ['mes', 'meses'],
    year: ['año', 'años'],
  },
  one: ['un', 'una', 'uno'],
  few: ['unos', 'unas', 'pocos', 'algunos'],
  less: ['menos de'],
  before: ['hace'],
  after: ['atrás'],
  now: ['ahora', 'ahora mismo', 'justo ahora', 'recién'],
  today: ['hoy'],
  yesterday: ['ayer'],
  dayBefore: ['anteayer', 'antes de ayer', 'antier'],
  lastWeek: ['la semana pasada', 'semana pasada'],
  lastMonth: ['el mes pasado', 'mes pasado'],
  lastYear: ['el año pasado', 'año pasado'],
  since: ['desde', 'desde el', 'en'],
  months: [
    ['enero'],
    ['febrero'],
    ['marzo'],
    ['abril'],
    ['mayo'],
    ['junio'],
    ['julio'],
    ['agosto'],
    ['septiembre', 'setiembre'],
    ['octubre'],
    ['noviembre'],
    ['diciembre'],
  ],
};

const pt: TimeWords = {
  units: {
    second: ['segundo', 'segundos', 'seg', 's'],
    minute: ['minuto', 'minutos', 'min'],
    hour: ['hora', 'horas', 'h'],
    day: ['dia', 'dias', 'd'],
    week: ['semana', 'semanas', 'sem'],
    month: ['mês', 'meses'],
    year: ['ano', 'anos'],
  },
  one: ['um', 'uma'],
  few: ['poucos', 'alguns', 'uns'],
  less: ['menos de'],
  before: ['há', 'faz'],
  after: ['atrás'],
  now: ['agora', 'agora mesmo', 'neste momento'],
  today: ['hoje'],
  yesterday: ['ontem'],
  dayBefore: ['anteontem'],
  lastWeek: ['semana passada', 'na semana passada'],
  lastMonth: ['mês passado', 'no mês passado'],
  lastYear: ['ano passado', 'no ano passado'],
  since: ['desde', 'em'],
  months: [
    ['janeiro'],
    ['fevereiro'],
    ['março'],
    ['abril'],
    ['maio'],
    ['junho'],
    ['julho'],
    ['agosto'],
    ['setembro'],
    ['outubro'],
    ['novembro'],
    ['dezembro'],
  ],
};

const fr: TimeWords = {
  units: {
    second: ['seconde', 'secondes', 'sec', 's'],
    minute: ['minute', 'minutes', 'min'],
    hour: ['heure', 'heures', 'h'],
    day: ['jour', 'jours', 'j'],
    week: ['semaine', 'semaines', 'sem'],
    month: ['mois'],
    year: ['an', 'ans', 'année', 'années'],
  },
  one: ['un', 'une'],
  few: ['quelques'],
  less: ['moins de', 'moins d'],
  before: ['il y a'],
  after: [],
  now: ['à l instant', 'maintenant'],
  today: ['aujourd hui'],
  yesterday: ['hier'],
  dayBefore: ['avant hier'],
  lastWeek: ['la semaine dernière', 'semaine dernière'],
  lastMonth: ['le mois dernier', 'mois dernier'],
  lastYear: ['l année dernière', 'année dernière', 'l an dernier'],
  since: ['depuis', 'en', 'depuis l année'],
  months: [
    ['janvier'],
    ['février'],
    ['mars'],
    ['avril'],
    ['mai'],
    ['juin'],
    ['juillet'],
    ['août'],
    ['septembre'],
    ['octobre'],
    ['novembre'],
    ['décembre'],
  ],
};

const de: TimeWords = {
  units: {
    second: ['sekunde', 'sekunden', 'sek', 's'],
    minute: ['minute', 'minuten', 'min'],
    hour: ['stunde', 'stunden', 'std', 'h'],
    day: ['tag', 'tage', 'tagen'],
    week: ['woche', 'wochen'],
    month: ['monat', 'monate', 'monaten'],
    year: ['jahr', 'jahre', 'jahren'],
  },
  one: ['ein', 'eine', 'einer', 'einem', 'einen'],
  few: ['paar', 'wenigen', 'einigen'],
  less: ['weniger als'],
  before: ['vor'],
  after: [],
  now: ['gerade eben', 'soeben', 'jetzt'],
  today: ['heute'],
  yesterday: ['gestern'],
  dayBefore: ['vorgestern'],
  lastWeek: ['letzte woche'],
  lastMonth: ['letzten monat', 'letzter monat'],
  lastYear: ['letztes jahr'],
  since: ['seit', 'im jahr'],
  months: [
    ['januar', 'jänner'],
    ['februar'],
    ['märz', 'mrz'],
    ['april'],
    ['mai'],
    ['juni'],
    ['juli'],
    ['august'],
    ['september'],
    ['oktober'],
    ['november'],
    ['dezember'],
  ],
};

const ru: TimeWords = {
  units: {
    second: ['секунду', 'секунды', 'секунд', 'сек'],
    minute: ['минуту', 'минуты', 'минут', 'мин'],
    hour: ['час', 'часа', 'часов', 'ч'],
    day: ['день', 'дня', 'дней', 'дн'],
    week: ['неделю', 'недели', 'недель', 'нед'],
    month: ['месяц', 'месяца', 'месяцев', 'мес'],
    year: ['год', 'года', 'лет', 'г'],
  },
  one: ['один', 'одну'],
  few: ['несколько'],
  less: ['меньше', 'менее'],
  before: [],
  after: ['назад'],
  now: ['только что', 'сейчас'],
  today: ['сегодня'],
  yesterday: ['вчера'],
  dayBefore: ['позавчера'],
  lastWeek: ['на прошлой неделе', 'прошлая неделя'],
  lastMonth: ['в прошлом месяце', 'прошлый месяц'],
  lastYear: ['в прошлом году', 'прошлый год'],
  since: ['с', 'в', 'на сайте с'],
  months: [
    ['января', 'январь'],
    ['февраля', 'февраль'],
    ['марта', 'март'],
    ['апреля', 'апрель'],
    ['мая', 'май'],
    ['июня', 'июнь'],
    ['июля', 'июль'],
    ['августа', 'август'],
    ['сентября', 'сентябрь'],
    ['октября', 'октябрь'],
    ['ноября', 'ноябрь'],
    ['декабря', 'декабрь'],
  ],
};

const uk: TimeWords = {
  units: {
    second: ['секунду', 'секунди', 'секунд', 'сек'],
    minute: ['хвилину', 'хвилини', 'хвилин', 'хв'],
    hour: ['годину', 'години', 'годин', 'год'],
    day: ['день', 'дні', 'днів', 'дн'],
    week: ['тиждень', 'тижні', 'тижнів', 'тиж'],
    month: ['місяць', 'місяці', 'місяців', 'міс'],
    year: ['рік', 'роки', 'років', 'р'],
  },
  one: ['один', 'одну'],
  few: ['кілька', 'декілька'],
  less: ['менше', 'менш ніж'],
  before: [],
  after: ['тому'],
  now: ['щойно', 'зараз'],
  today: ['сьогодні'],
  yesterday: ['вчора', 'учора'],
  dayBefore: ['позавчора'],
  lastWeek: ['минулого тижня', 'минулий тиждень'],
  lastMonth: ['минулого місяця', 'минулий місяць'],
  lastYear: ['минулого року', 'минулий рік'],
  since: ['з', 'у', 'на сайті з'],
  months: [
    ['січня', 'січень'],
    ['лютого', 'лютий'],
    ['березня', 'березень'],
    ['квітня', 'квітень'],
    ['травня', 'травень'],
    ['червня', 'червень'],
    ['липня', 'липень'],
    ['серпня', 'серпень'],
    ['вересня', 'вересень'],
    ['жовтня', 'жовтень'],
    ['листопада', 'листопад'],
    ['грудня', 'грудень'],
  ],
};

const pl: TimeWords = {
  units: {
    second: ['sekundę', 'sekundy', 'sekund', 'sek'],
    minute: ['minutę', 'minuty', 'minut', 'min'],
    hour: ['godzinę', 'godziny', 'godzin', 'godz'],
    day: ['dzień', 'dni'],
    week: ['tydzień', 'tygodnie', 'tygodni', 'tyg'],
    month: ['miesiąc', 'miesiące', 'miesięcy', 'mies'],
    year: ['rok', 'lata', 'lat'],
  },
  one: ['jeden', 'jedną'],
  few: ['kilka', 'kilku', 'parę'],
  less: ['mniej niż'],
  before: [],
  after: ['temu'],
  now: ['przed chwilą', 'teraz'],
  today: ['dzisiaj', 'dziś'],
  yesterday: ['wczoraj'],
  dayBefore: ['przedwczoraj'],
  lastWeek: ['w zeszłym tygodniu', 'zeszły tydzień'],
  lastMonth: ['w zeszłym miesiącu', 'zeszły miesiąc'],
  lastYear: ['w zeszłym roku', 'zeszły rok'],
  since: ['od', 'w'],
  months: [
    ['stycznia', 'styczeń'],
    ['lutego', 'luty'],
    ['marca', 'marzec'],
    ['kwietnia', 'kwiecień'],
    ['maja', 'maj'],
    ['czerwca', 'czerwiec'],
    ['lipca', 'lipiec'],
    ['sierpnia', 'sierpień'],
    ['września', 'wrzesień'],
    ['października', 'październik'],
    ['listopada', 'listopad'],
    ['grudnia', 'grudzień'],
  ],
};

/** Every language whose times are understood; the first that understands a text has the say. */
export const languages: readonly TimeWords[] = [en, es, pt, fr, de, ru, uk, pl];

/** Without case and accents: "Há" is "ha". */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words and figures of a folded text; "1.5" is one figure. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{L}+|\d+(?:[.,]\d+)*|\+/gu) ?? [];
}

const phraseCache = new WeakMap<readonly string[], string[][]>();

/** Phrases of a language as the words of a folded text. */
export function phrases(of: readonly string[]): readonly (readonly string[])[] {
  const known = phraseCache.get(of) ?? of.map((phrase) => folded(phrase).split(' '));
  phraseCache.set(of, known);
  return known;
}

export const endsWith = (words: readonly string[], phrase: readonly string[]) =>
  phrase.length <= words.length && phrase.every((word, i) => words[words.length - phrase.length + i] === word);

/** The place after the first of these phrases that the words hold; undefined where they hold none. */
export function after(words: readonly string[], of: readonly string[]): number | undefined {
  for (const phrase of phrases(of)) {
    const at = words.findIndex((_, i) => phrase.every((word, j) => words[i + j] === word));
    if (at >= 0) return at + phrase.length;
  }
  return undefined;
}
