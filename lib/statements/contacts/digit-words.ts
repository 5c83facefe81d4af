// Digits as words: a further language is a further line.

const digits: Readonly<Record<string, readonly string[]>> = {
  en: ['zero oh nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
  pt: ['zero', 'um', 'dois duas', 'três tres', 'quatro', 'cinco', 'seis meia', 'sete', 'oito', 'nove'],
  ru: ['ноль нуль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  uk: ['нуль', 'один', 'два', 'три', 'чотири', "п'ять пять п’ять", 'шість', 'сім', 'вісім', "дев'ять девять дев’ять"],
  de: ['null', 'eins', 'zwei zwo', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
};

const words = new Map(
  Object.values(digits).flatMap((ten) =>
    ten.flatMap((some, digit) => some.split(' ').map((word) => [word, String(digit)] as const)),
  ),
);
/** Words after which a digit counts more than once, with how often. */
export const doublings: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['doble', 2],
  ['triple', 3],
]);

/** Every word that says a digit. */
export const digitWords: readonly string[] = [...words.keys()];

/** The digit that a small word says. */
export function digitOf(word: string): string | undefined {
  return words.get(word);
}

/** How often the digit after a word counts: 2 after "double"; undefined of any other word. */
export function isDoubling(word: string): number | undefined {
  return doublings.get(word);
}
