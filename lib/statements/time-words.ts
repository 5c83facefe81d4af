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

const it: TimeWords = {
  units: {
    second: ['secondo', 'secondi', 'sec'],
    minute: ['minuto', 'minuti', 'min'],
    hour: ['ora', 'ore'],
    day: ['giorno', 'giorni', 'gg'],
    week: ['settimana', 'settimane'],
    month: ['mese', 'mesi'],
    year: ['anno', 'anni'],
  },
  one: ['un', 'uno', 'una'],
  few: ['pochi', 'alcuni'],
  less: ['meno di'],
  before: [],
  after: ['fa'],
  now: ['adesso', 'proprio ora', 'poco fa'],
  today: ['oggi'],
  yesterday: ['ieri'],
  dayBefore: ['altro ieri'],
  lastWeek: ['settimana scorsa'],
  lastMonth: ['mese scorso'],
  lastYear: ['anno scorso'],
  since: ['dal', 'da', 'nel'],
  months: [
    ['gennaio'],
    ['febbraio'],
    ['marzo'],
    ['aprile'],
    ['maggio'],
    ['giugno'],
    ['luglio'],
    ['agosto'],
    ['settembre'],
    ['ottobre'],
    ['novembre'],
    ['dicembre'],
  ],
};

const tr: TimeWords = {
  units: {
    second: ['saniye', 'sn'],
    minute: ['dakika', 'dk'],
    hour: ['saat', 'sa'],
    day: ['gün'],
    week: ['hafta'],
    month: ['ay'],
    year: ['yıl', 'sene'],
  },
  one: ['bir'],
  few: ['birkaç'],
  less: [],
  before: [],
  after: ['önce'],
  now: ['şimdi', 'az önce'],
  today: ['bugün'],
  yesterday: ['dün'],
  dayBefore: ['evvelsi gün'],
  lastWeek: ['geçen hafta'],
  lastMonth: ['geçen ay'],
  lastYear: ['geçen yıl'],
  since: [],
  months: [
    ['ocak'],
    ['şubat'],
    ['mart'],
    ['nisan'],
    ['mayıs'],
    ['haziran'],
    ['temmuz'],
    ['ağustos'],
    ['eylül'],
    ['ekim'],
    ['kasım'],
    ['aralık'],
  ],
};

const ar: TimeWords = {
  units: {
    second: ['ثانية', 'ثواني', 'ثوان'],
    minute: ['دقيقة', 'دقائق'],
    hour: ['ساعة', 'ساعات'],
    day: ['يوم', 'أيام', 'يوما'],
    week: ['أسبوع', 'أسابيع'],
    month: ['شهر', 'أشهر', 'شهور', 'شهرا'],
    year: ['سنة', 'سنوات', 'عام', 'أعوام'],
  },
  one: ['واحد', 'واحدة'],
  few: ['بضع'],
  less: ['أقل من'],
  before: ['منذ', 'قبل'],
  after: [],
  now: ['الآن'],
  today: ['اليوم'],
  yesterday: ['أمس'],
  dayBefore: ['أول أمس'],
  lastWeek: ['الأسبوع الماضي'],
  lastMonth: ['الشهر الماضي'],
  lastYear: ['العام الماضي', 'السنة الماضية'],
  since: ['منذ'],
  months: [
    ['يناير'],
    ['فبراير'],
    ['مارس'],
    ['أبريل'],
    ['مايو'],
    ['يونيو'],
    ['يوليو'],
    ['أغسطس'],
    ['سبتمبر'],
    ['أكتوبر'],
    ['نوفمبر'],
    ['ديسمبر'],
  ],
};

/** Japanese and Chinese: what they share and what they do not are no words of each other. */
const eastern: TimeWords = {
  units: {
    second: ['秒', '秒钟', '秒鐘'],
    minute: ['分', '分钟', '分鐘'],
    hour: ['時間', '小时', '小時'],
    day: ['日', '天'],
    week: ['週間', '周', '週', '星期'],
    month: ['か月', 'ヶ月', 'カ月', 'ヵ月', '个月', '個月'],
    year: ['年'],
  },
  one: [],
  few: [],
  less: [],
  before: [],
  after: ['前'],
  now: ['刚刚', '剛剛', 'たった今'],
  today: ['今日', '今天'],
  yesterday: ['昨日', '昨天'],
  dayBefore: ['一昨日', '前天'],
  lastWeek: ['先週', '上周', '上週'],
  lastMonth: ['先月', '上个月'],
  lastYear: ['昨年', '去年'],
  since: [],
  months: [
    ['一月'],
    ['二月'],
    ['三月'],
    ['四月'],
    ['五月'],
    ['六月'],
    ['七月'],
    ['八月'],
    ['九月'],
    ['十月'],
    ['十一月'],
    ['十二月'],
  ],
};

/** Every language whose times are understood; the first that understands a text has the say. */
export const languages: readonly TimeWords[] = [en, es, pt, fr, de, ru, uk, pl, it, tr, ar, eastern];

/** Without case and accents: "Há" is "ha". */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** The words and figures of a folded text; "1.5" is one figure, and "前" a word where no space parts it from its unit. */
export function wordsOf(text: string): string[] {
  return text.replaceAll('前', ' 前 ').match(/\p{L}+|\d+(?:[.,]\d+)*|\+/gu) ?? [];
}

const phraseCache = new WeakMap<readonly string[], string[][]>();

/** Phrases of a language as the words of a folded text. */
export function phrases(of: readonly string[]): readonly (readonly string[])[] {
  const known = phraseCache.get(of) ?? of.map((phrase) => folded(phrase).split(' '));
  phraseCache.set(of, known);
  return known;
}

let relativeBegin: ReadonlySet<string> | undefined;

/** Whether a word begins what counts a time back from the look, in any language: where none does, no such time is said. */
export function mayBeRelative(words: readonly string[]): boolean {
  relativeBegin ??= new Set(
    languages
      .flatMap((one) => [
        ...[one.before, one.after, one.now, one.today, one.yesterday, one.dayBefore],
        ...[one.lastWeek, one.lastMonth, one.lastYear],
      ])
      .flatMap((said) => phrases(said).map(([first]) => first as string)),
  );
  const begin = relativeBegin;
  return words.some((word) => begin.has(word));
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
