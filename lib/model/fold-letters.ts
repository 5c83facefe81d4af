// Letters as they are compared and searched for: small and without accents, whatever alphabet they are of.

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
  ё: 'е',
};

const UNUSUAL = /\P{ASCII}/u;

/** Small letters without accents: "Éva Müller" is "eva muller". Signs stay. */
export function foldLetters(text: string): string {
  if (!UNUSUAL.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœıəё]/g, (letter) => plainLetters[letter] as string);
}
