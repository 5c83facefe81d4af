// A text as contacts are looked for in it: without what cannot be seen, with letters and digits of other alphabets
// that look like Latin ones where they stand among Latin ones, and without the spaces between letters that are set
// apart one by one. Every character remembers where it stood.

export interface Plain {
  text: string;
  /** The place in the original of a character, and of the end. */
  at(place: number): number;
  /** True where something was written so that it is not recognised: set-apart letters or look-alikes. */
  isChanged(start: number, end: number): boolean;
}

/** Zero-width characters, soft hyphens, variation selectors, keycaps and marks of direction. */
const unseen = /\p{Default_Ignorable_Code_Point}|\u20e3/u;

/** Cyrillic and Greek letters that look like Latin ones (Unicode TR 39), by what they look like. */
const lookAlikes = new Map(
  Object.entries({
    a: 'аα',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еε',
    g: 'ɡ',
    h: 'һ',
    i: 'іιı',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏ',
    m: 'м',
    n: 'ո',
    o: 'оοσ',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υ',
    v: 'ѵν',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγ',
    A: 'АΑ',
    B: 'ВΒ',
    C: 'С',
    E: 'ЕΕ',
    H: 'НΗ',
    I: 'ІΙ',
    J: 'Ј',
    K: 'КΚ',
    M: 'МΜ',
    N: 'Ν',
    O: 'ОΟ',
    P: 'РΡ',
    S: 'Ѕ',
    T: 'ТΤ',
    X: 'ХΧ',
    Y: 'УΥ',
    Z: 'Ζ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

const isLatin = (code: number) => (code > 64 && code < 91) || (code > 96 && code < 123);
const isWord = /[\p{L}\p{N}]/u;

/** What is plain already has none of these. */
const mixed =
  /[A-Za-z0-9][\p{L}\p{N}]{0,30}[\u0370-\u058f\u0131\u0261]|[\u0370-\u058f\u0131\u0261][\p{L}\p{N}]{0,30}[A-Za-z0-9]/u;
const setApart = /(?:^|\s)(?:\S[ \u00a0]){5}\S(?:\s|$)/u;

/** Takes time in proportion to the text's length. */
export function plainOf(original: string): Plain {
  const isAscii = !/\P{ASCII}/u.test(original);
  if (!setApart.test(original) && (isAscii || !isWrittenOtherwise(original))) {
    return { text: original, at: (place) => place, isChanged: () => false };
  }
  const chars: string[] = [];
  const places: number[] = [];
  const changed: number[] = [];
  for (let i = 0; i < original.length; ) {
    const code = original.codePointAt(i) as number;
    const size = code > 0xffff ? 2 : 1;
    if (code < 128) {
      chars.push(original[i] as string);
      places.push(i);
    } else {
      const char = original.slice(i, i + size);
      if (unseen.test(char)) changed.push(chars.length);
      else {
        // "①" and "Ａ" are one character, and a ligature is a few.
        for (const one of char.normalize('NFKC')) {
          chars.push(one);
          places.push(i);
        }
      }
    }
    i += size;
  }
  places.push(original.length);
  foldMixed(chars, changed);
  return joined(chars, places, changed);
}

/** Beside ASCII: dashes, quotation marks and bullets, which are what they look like; and letters that look like Latin ones. */
const notPlain = /[^\p{ASCII}\u2010\u2012-\u2015\u2018-\u201f\u2022]/u;
const looksLatin = /[\u0370-\u058f\u0131\u0261]/u;

function isWrittenOtherwise(text: string): boolean {
  if (!notPlain.test(text)) return false;
  return unseen.test(text) || (looksLatin.test(text) && mixed.test(text)) || text.normalize('NFKC') !== text;
}

/** Puts Latin letters in the place of their look-alikes in words that have a Latin letter or a digit too. */
function foldMixed(chars: string[], changed: number[]): void {
  for (let from = 0; from < chars.length; ) {
    if (!isWord.test(chars[from] as string)) {
      from++;
      continue;
    }
    let to = from;
    let latin = 0;
    let alike = 0;
    let letters = 0;
    while (to < chars.length && isWord.test(chars[to] as string)) {
      const char = chars[to] as string;
      if (isLatin(char.charCodeAt(0))) latin++;
      else if (lookAlikes.has(char)) alike++;
      else if (char.charCodeAt(0) > 127) letters++;
      to++;
    }
    if (latin > 0 && alike > 0 && letters === 0) {
      for (let i = from; i < to; i++) {
        const other = lookAlikes.get(chars[i] as string);
        if (other === undefined) continue;
        chars[i] = other;
        changed.push(i);
      }
    }
    from = to;
  }
}

/** So many single characters with a space between them are one word set apart. */
const MIN_SET_APART = 6;

/** Takes the spaces out of words that are set apart letter by letter. */
function joined(chars: readonly string[], places: readonly number[], changed: readonly number[]): Plain {
  const isSpace = (i: number) => chars[i] === ' ' || chars[i] === '\u00a0';
  const isAlone = (i: number) =>
    i < chars.length && !/\s/.test(chars[i] as string) && (i === 0 || /\s/.test(chars[i - 1] as string));
  const text: string[] = [];
  const at: number[] = [];
  const marks = new Set<number>();
  const was = new Set(changed);
  const keep = (i: number) => {
    if (was.has(i)) marks.add(text.length);
    text.push(chars[i] as string);
    at.push(places[i] as number);
  };
  for (let i = 0; i < chars.length; ) {
    let end = i;
    let count = 0;
    if (isAlone(i)) {
      // Digits set apart are read as a number anyway, wherever they end.
      while (isAlone(end) && (end + 1 >= chars.length || /\s/.test(chars[end + 1] as string))) {
        count++;
        if (
          !isSpace(end + 1) ||
          !isAlone(end + 2) ||
          (end + 3 < chars.length && !/\s/.test(chars[end + 3] as string))
        ) {
          end++;
          break;
        }
        end += 2;
      }
    }
    if (count >= MIN_SET_APART) {
      for (let j = i; j < end; j += 2) {
        marks.add(text.length);
        keep(j);
      }
      i = end;
    } else {
      keep(i);
      i++;
    }
  }
  at.push(places.at(-1) as number);
  const positions = Uint32Array.from(marks).sort();
  // A character that takes two units has the place of its first for both.
  return widened(text, at, positions);
}

function widened(chars: readonly string[], at: readonly number[], marks: Uint32Array): Plain {
  const places: number[] = [];
  const moved = new Map<number, number>();
  for (const [i, char] of chars.entries()) {
    moved.set(i, places.length);
    for (let unit = 0; unit < char.length; unit++) places.push(at[i] as number);
  }
  places.push(at.at(-1) as number);
  const positions = [...marks].map((mark) => moved.get(mark) ?? places.length);
  return {
    text: chars.join(''),
    at: (place) => places[place] ?? (places.at(-1) as number),
    isChanged: (start, end) => {
      let low = 0;
      let high = positions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((positions[middle] as number) < start) low = middle + 1;
        else high = middle;
      }
      return low < positions.length && (positions[low] as number) < end;
    },
  };
}
