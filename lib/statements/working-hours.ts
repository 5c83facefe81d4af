// Whether somebody says why they work at hours that are night where they live: a night owl, a client's hours, shifts,
// travels, small children, power cuts. Whoever says that they sleep at night says no such thing.
import { foldLetters } from './spelling.ts';

const MAX_TEXT = 20_000;

/** What explains unusual hours, a piece of a regular expression a language, over folded words. */
const explanations = [
  // English
  "night owl|nocturnal|work(?:ing)? (?:mostly |only |best |mainly )?(?:at|by|through the|during the|late at) night|work(?:ing)? nights?|night ?shifts?|nights here|night here|(?:late )?evenings? (?:only|and nights?)|in the evenings?|after midnight|in the morning are normal|at three in the morning|odd hours|unusual hours|all hours|hours (?:change|vary|shift)|(?:your|our|us|uk|eu|european|american|australian|eastern|pacific|central|london|new york|berlin|sydney|client'?s?|clients['’]?|customer'?s?) (?:\\p{L}+ ){0,2}(?:hours|time|day|schedule|working day)|shift my (?:day|hours)|adapt my hours|night train|shift work(?:er)?|rotating shifts?|travel(?:l?ing)?|on the road|other side of the world|jet ?lag|different time zones?|another time zone|power (?:cuts?|outages?)|blackouts?|electricity|baby|newborn|insomnia|sleepless|cannot sleep|when the children (?:sleep|are asleep)",
  // Spanish, Portuguese
  'de noche|por las? noches?|noctambul[oa]|noctivag[oa]|buho|madrugada|a noite|de madrugada|horario (?:de|del|dos|do) (?:cliente|clientes|eeuu|estados unidos|europa|londres)|su horario|seu horario|cortes de luz|apagones|quedas de energia|turnos? (?:de noche|noturno)|viaj(?:o|ando)|bebe|insomnio|insonia',
  // Russian, Ukrainian
  'ночам|ночью|по ночам|сова|ночная смена|ночные смены|вашему времени|времени заказчика|часовым поясам|отключени|путешеству|бессонниц|вночі|уночі|по ночах|нічна зміна|вашим часом|часом замовника|відключен|подорожу|безсонн|малыш|немовля',
  // German, French
  'nachts|nachteule|nachtschicht|ihre(?:n|r)? (?:arbeitszeit|zeitzone)|arbeitszeiten (?:des|der) kunden|stromausf|auf reisen|schlaflos|la nuit|oiseau de nuit|couche-tard|horaires (?:du|des) clients?|vos horaires|coupures|en voyage|insomnie',
].join('|');

const explained = new RegExp(`(?<![\\p{L}\\p{N}])(?:${explanations})`, 'u');
/** Words by which a sentence says that the night is for sleep. */
const denied =
  /(?<![\p{L}\p{N}])(?:not|never|no|sleep|asleep|n['’]t|nunca|duermo|durmo|nao|не|никогда|сплю|ніколи|nicht|nie|schlafe|kein|ne|pas|jamais|dors)(?![\p{L}\p{N}])|n['’]t(?![\p{L}])/u;
const sleeplessness = /insomni|sleepless|schlaflos|бессон|безсон|children (?:sleep|are asleep)|cannot sleep/u;

/** The sentence in which somebody explains unusual hours; undefined where there is none. */
export function hoursExplained(text: string): string | undefined {
  for (const sentence of text.slice(0, MAX_TEXT).split(/(?<=[.!?…]) |[\n\r;]+/u)) {
    const said = foldLetters(sentence);
    if (explained.test(said) && (!denied.test(said) || sleeplessness.test(said))) return sentence.trim().slice(0, 200);
  }
  return undefined;
}
