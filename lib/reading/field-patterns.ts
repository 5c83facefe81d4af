// What a line of a card is, by its words alone: an amount, a duration, a day, a time of day, an hourly rate.
// Only finds such words; what they mean is understood elsewhere (understand.ts).
//
// Compiling is what these patterns cost: a worker that the browser has just started compiles each for its first page.
// So they do without the flag `u` and `\p{L}`, which takes a hundred times as long under `i`, and without a list of
// codes beside a list of signs.
import { durationWords } from '../statements/duration-words.ts';
import { currencyCode, currencySign } from '../statements/money-words.ts';
import { ELEMENT_GAP } from './reading.ts';

/** A space counts where three digits follow it: "30 000 ₴", but not "₴30 12 days". */
const figure = "\\d(?:[\\d.,']|[\\u00a0\\u202f ](?=\\d{3}(?!\\d))){0,18}";
const scale = '(?:[kKmM]\\b)?';
const code = '[A-Z]{3}';
const isCurrency = new RegExp(`^${currencyCode}$`);
/**
 * An amount with a currency, by sign before it (its code behind is the group `signed`), or by sign or code after or before
 * it (`after`, `before`). Three capitals may be any word; see moneyIn.
 */
const moneyPattern = new RegExp(
  `${currencySign}\\s?${figure}${scale}\\+?(?<signed>\\s?${code}\\b)?|${figure}${scale}(?:[ \\u00a0\\u202f]?${currencySign}(?!\\d)|${ELEMENT_GAP}${currencySign}(?!\\s?\\d)|\\s?(?<after>${code})\\b)|\\b(?<before>${code})\\s?${figure}`,
  'g',
);
/** Words around an amount that is not what this bid costs: "$10k+ earned", "spent $300". */
const earnedAfter = /^\+?\s*(?:(?:total\s)?(?:earn|spent)|all[ -]?time\b|\/\s?(?:yr|year|all)\b)/i;
const earnedBefore = /(?:earn\w{0,9}|spent|average|avg\.?)[ :]{0,9}$/i;
/** Letters of the scripts that words for times are in, as ranges of a class; signs and spaces are none. */
const letters = 'a-z\\u00c0-\\u1fff\\u2c00-\\u2fff\\u3040-\\ud7ff';
/** A duration that is no "3 days ago". */
export const durationPattern = new RegExp(
  `\\b\\d{1,4}\\s?(?:${Object.values(durationWords).join('|')})(?![${letters}]|\\s+(?:ago|atrás|назад|тому))`,
  'i',
);
/** An amount by the hour: "$25 USD / hour". */
export const hourlyPattern = /\d\s?(?:[A-Z]{3}\s?)?(?:\/|per|por|pro|par)\s?(?:h(?:ou)?r?|hora|stunde|heure)\b/i;
/** What stands behind an amount by the hour. */
const byTheHour =
  /^[\s\u2005]*(?:[A-Z]{3}[\s\u2005]?)?(?:\/|per|por|pro|par)[\s\u2005]?(?:h(?:ou)?r?|hora|stunde|heure)\b/i;
/** A time counted back from the look, in words before it ("hace") or after it ("ago"). */
const agoPattern = new RegExp(
  [
    '\\b(?:\\d{1,3}|an?|a few|few)\\s(?:second|minute|hour|day|week|month|year)s?\\sago\\b',
    `\\bil y a\\s(?:\\d{1,3}|une?)\\s[${letters}]+`,
    `\\b(?:hace|h[áa]|vor)\\s(?:\\d{1,3}|una?|uma?|eine[mr]?)\\s[${letters}]+`,
    `\\b(?:\\d{1,3}|un[ao]?)\\s[${letters}]{1,12}\\s(?:назад|тому|temu|fa|önce|atrás)(?![${letters}])`,
    '(?:منذ|قبل)\\s\\d{1,3}\\s[\\u0620-\\u065f]{1,12}',
    '\\d{1,3}\\s?(?:秒|分|分钟|時間|小时|日|天|週間|周|か月|ヶ月|个月|年)前',
  ].join('|'),
  'i',
);
/** A day that is all a line says, or one piece of a line of terms. */
const namedDay =
  /(?:^|\u2005)\s?(yesterday|today|ayer|ontem|hier|gestern|вчера|вчора|wczoraj|last (?:week|month|year)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2})\s?(?:$|\u2005)/i;
/** A day with its year, or with the time of day: "18 May 2016", "May 18, 2016", "8 сентября в 07:47". */
const datePattern = new RegExp(
  [
    '\\b\\d{4}-\\d{2}-\\d{2}\\b',
    `\\b\\d{1,2}[\\s.]{1,2}(?:de\\s)?[${letters}]{3,12}\\.?,?\\s(?:de\\s)?(?:\\d{4}|(?:в|о|at|um|à)\\s\\d{1,2}:\\d{2})(?!\\d)`,
    `\\b[${letters}]{3,12}\\.?\\s\\d{1,2},\\s\\d{4}\\b`,
  ].join('|'),
  'gi',
);
/** Words beside a day that is about the person, not about what stands in the card. */
export const sinceWords = /\b(?:joined|since|registered|desde|depuis|seit|ago)\b|регистр|реєстр/iu;
/** How a line begins that says since when somebody is there. */
export const memberLine = new RegExp(
  `^[^a-z0-9${'\\u00c0-\\ud7ff'}]{0,3}(?:${[
    '(?:member|user|freelancer|seller|active|on [a-z]{2,20}) since|joined|registered|since',
    '(?:miembro|usuario|freelancer|vendedor) desde|se unió|registrad[oa]',
    '(?:membro|usuário|n[ao] [a-z]{2,20}) desde|cadastrad[oa]|entrou em',
    'membre depuis|inscrite? ',
    '(?:mitglied|dabei|registriert|angemeldet) seit|beigetreten|registriert am',
    'membro dal|iscritt[oa] ',
    'dołączyła?|(?:w serwisie|użytkownik) od|zarejestrowan',
    'üyelik|katıl|üye olma',
    '(?:на|в) сервисе с|(?:дата )?регистр|зарегистр|присоедини',
    '(?:на|в) сервісі з|(?:дата )?реєстр|зареєстр|приєдна',
    'عضو منذ|انضم|تاريخ التسجيل',
    '登録|加入|注册|入会|メンバー登録',
  ].join('|')})`,
  'i',
);
/** A count in brackets, as its first group: "(12 reviews)". */
export const bracketCount = /\(\s*(\d[\d.,]{0,9}\s?k?)(?:\s[^\s\d()]{3,12})?\s*\)/i;
/** A time of day: "3:15 PM", "14:30". */
export const clockPattern = /\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\b\.?)?/i;

/** True for words that name an amount of money. */
export function hasMoney(text: string): boolean {
  return !moneyIn(text).next().done;
}

/** The first amount of money that is what something costs here. */
export function amountIn(text: string): string | undefined {
  for (const { amount, index } of moneyIn(text)) {
    const after = text.slice(index + amount.length, index + amount.length + 30);
    if (!earnedAfter.test(after) && !earnedBefore.test(text.slice(Math.max(0, index - 30), index))) return amount;
  }
  return undefined;
}

/** The amount by the hour, of a line that may say more: "4.9 (54) £30/hr". */
export function hourlyIn(text: string): string | undefined {
  for (const { amount, index } of moneyIn(text)) {
    const unit = byTheHour.exec(text.slice(index + amount.length, index + amount.length + 30))?.[0];
    if (unit !== undefined) return amount + unit;
  }
  return undefined;
}

/** A rating before how many gave it: "4.9 (54)", "4,8 (32 reviews)", "5.0/5 (7)". */
const ratedBy =
  /(?:^|[\u2005★⭐])\s?([0-5](?:[.,]\d{1,2})?)(?:\s?\/\s?5)?[\s\u2005]{0,3}\(\s?(\d[\d.,]{0,9}\s?k?)\+?(?:\s[^\s\d()]{3,20}){0,2}\s?\)/i;

/** The rating that a line names with how many gave it. */
export function ratingInLine(text: string): { rating: string; count: string } | undefined {
  const [, rating, count] = ratedBy.exec(text) ?? [];
  return rating !== undefined && count !== undefined && Number(count) !== 0
    ? { rating: `${rating}/5`, count }
    : undefined;
}

/** Each amount of money with where it begins. A page's "PHP 7" is a language's version. */
function* moneyIn(text: string): Generator<{ amount: string; index: number }> {
  let from = 0;
  while (from < text.length) {
    moneyPattern.lastIndex = from;
    const found = moneyPattern.exec(text);
    if (!found) return;
    const { signed, after, before } = found.groups ?? {};
    const { index } = found;
    const isNone = before === 'PHP' || [after, before].some((one) => one !== undefined && !isCurrency.test(one));
    // What a sign names needs no code: of "$300 FOR" that is "$300".
    const cut = signed !== undefined && !isCurrency.test(signed.trim()) ? signed.length : 0;
    const amount = found[0].slice(0, found[0].length - cut);
    if (!isNone) yield { amount, index };
    from = isNone ? index + 1 : index + amount.length;
  }
}

/** A text with every amount of money replaced. */
function withoutMoney(text: string, by: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { amount, index } of moneyIn(text)) {
    parts.push(text.slice(from, index), by);
    from = index + amount.length;
  }
  return [...parts, text.slice(from)].join('');
}

/** Words beside a length of time that is not how long the work takes: of experience, membership, answering, a promise. */
const otherDuration =
  /\b(?:experience|experiencia|experiência|erfahrung|member|respon[ds]\w{0,6}|repl(?:y|ies)|answers?|active|online|on the site|last|warranty|guarantee|refund|support|revisions?|garant\w{0,4}|expires?|ends? in|left)\b|стаж|опыт|досвід|ответ|відпов|гаранти|осталось|залишилось/i;

/** How long something takes: no time that has passed. */
export function durationIn(text: string): string | undefined {
  const found = durationPattern.exec(text.replace(everyAgo, ' '));
  if (!found || otherDuration.test(text)) return undefined;
  // Of "1 to 3 months" it is not known how long.
  return /\d\s?(?:to|-|–|—|a|à|bis|до|do)\s?$/i.test(found.input.slice(0, found.index)) ? undefined : found[0];
}

/** How long ago something was: "2 hours ago"; or a day that is all the line says: "yesterday". */
export function agoIn(text: string): string | undefined {
  return agoPattern.exec(text)?.[0] ?? namedDay.exec(text)?.[1];
}

/** The last day a line names; none where it goes on since then: "Feb 1, 2023 - Present". */
export function lastDayIn(text: string): string | undefined {
  const last = [...text.matchAll(datePattern)].at(-1);
  return last && !/^\s*[-–—]\s*\p{L}/u.test(text.slice(last.index + last[0].length)) ? last[0] : undefined;
}

/** Words that a line of terms may have beside its figures: "Delivery in 10 days", "Avg. response time: 1 hour". */
const MAX_LABEL_WORDS = 4;
const allTerms = [durationPattern, agoPattern, clockPattern].map(everywhere);

const hasLetters = new RegExp(`[${letters}]`, 'i');
const everyAgo = everywhere(agoPattern);

function everywhere({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
}

/** "Bookkeeper for small towns since 2012": what somebody does, and no time of anything on the page. */
export const workedSince =
  /^(?!.*\b(?:members?|joined|registered|users?|sellers?|freelancers?|trusted|verified|active|online|here|client|account|open|posted|closed)\b)\p{L}[\p{L},&/|·-]{1,20}(?: [\p{L},&/|·-]{1,20}){1,9} since (?:19|20)\d{2}$/iu;

/**
 * True for a short line that is an offer's terms or a figure as a whole. A sentence that names an amount, a length of
 * time or a time is somebody's words: "Can do it in 5 days for $200."
 */
export function isTerms(text: string): boolean {
  if (text.length > 80 || workedSince.test(text)) return false;
  // A figure above its label: "57", "Projects".
  if (/^[\d.,%#+]+\s*\n/.test(text)) return true;
  // Days and nothing else: "Jan 12, 2026 - Jan 14, 2026".
  if (/\d{4}/.test(text) && !hasLetters.test(text.replace(datePattern, ''))) return /\p{L}|-\d/u.test(text);
  const rest = allTerms.reduce((left, pattern) => left.replace(pattern, ' # '), withoutMoney(text, ' # '));
  if (rest === text) return false;
  return isLabel(rest) || isPlaceWithTime(text);
}

/** True for a line of terms in pieces that elements part: each is terms or the label of what stands beside it. */
export function areTerms(line: string): boolean {
  return line.split(ELEMENT_GAP).every((piece) => isTerms(piece) || isLabel(piece));
}

/** A few words that are no sentence. */
function isLabel(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
  return words.length < 3 || (words.length <= MAX_LABEL_WORDS && !/[.!?…]$/.test(text.trimEnd()));
}

/** True for a place with the time there: "Lahore, Punjab, Pakistan 10:22 PM local time". */
export function isPlaceWithTime(text: string): boolean {
  if (text.length >= 80 || !clockPattern.test(text)) return false;
  const words = text.replace(clockPattern, '').match(/\p{L}+/gu) ?? [];
  return words.every((word) => !/^\p{Ll}/u.test(word) || /^(?:local|time|hora|of|the|and|de|do|da|y|e)$/.test(word));
}

/** What stands in cards and is the page's own, not a person's. */
export const badge =
  /^(?:top rated(?: plus| seller)?|new(?: seller| freelancer)?|rising talent|highly rated|(?:identity |payment )?verified(?: \p{L}{1,12})?|vetted(?: pro)?|pro|level \S{1,6}(?: seller)?|best (?:match|seller)|online(?: now)?|offline|available(?: now)?|featured|recommended|preferred(?: freelancer)?|invite(?: to (?:job|bid))?|hire(?: me| now)?|save|message|contact(?: me)?|follow|(?:view|see|show|read) .{0,20}|more|less|sponsored|boosted|premium|expert|ad|awarded|shortlisted|accepted|declined|rejected|withdrawn|hidden|sealed|pending|winner|agency|freelancer|ganador|rechazad[oa]|seleccionad[oa]|en línea|em linha|disponible|disponível|verfügbar|verifiziert|vérifiée?|онлайн|офлайн|не в (?:сети|мережі)|(?:сейчас|зараз) (?:онлайн|на сайт[еі])|свободен|свободна|вільний|вільна|занят[а]?|зайнят(?:ий|а)|провер\S{1,6}|перевірен\S{1,4}|победитель|переможець|отклонен[ао]?|відхилен[ао]?|скрыт[ао]?|прихован[ао]?|заказчик|замовник|исполнитель|виконавець|фрилансер|фрілансер|nuevo|novo|recomendado|destacado|verificad[oa])$/iu;
