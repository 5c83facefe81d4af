// Amounts of money as files write them. Whether `1,250` is a thousand and more or one and a quarter is never guessed:
// what the file as a whole does not settle, the user is asked.

export type Decimals = 'point' | 'comma';

/** How a file writes amounts, and what was learnt of it so far. */
export interface Amounts {
  /** Settled by the format, by the file as a whole, or by the user. */
  decimals?: Decimals | undefined;
  /** Amounts that can be read one way only, by that way. */
  readonly seen: Record<Decimals, number>;
  /** Some that can be read both ways. */
  readonly unsure: string[];
}

/** Amounts kept to show the user. */
const MAX_SAMPLES = 3;

/** An amount with its sign; undefined for what is none. One that can be read both ways counts as with a point. */
export function readAmount(text: string, amounts: Amounts): number | undefined {
  if (text.length > 40) return undefined;
  let bare = text.replace(/[\s\u00a0\u202f']/g, '').replace('\u2212', '-');
  const isBracketed = /^\(.*\)$/.test(bare);
  if (isBracketed) bare = bare.slice(1, -1);
  bare = bare.replace(/^([+-]?)(?:[$€£¥]|[A-Z]{3})/, '$1').replace(/(?:[$€£¥]|[A-Z]{3})$/, '');
  const isTrailing = bare.endsWith('-');
  if (isTrailing) bare = bare.slice(0, -1);
  if (!/^[+-]?\d[\d.,]*$|^[+-]?[.,]\d+$/.test(bare)) return undefined;
  const only = onlyWay(bare);
  if (only === 'none') return undefined;
  if (only) amounts.seen[only]++;
  else if (/[.,]/.test(bare) && amounts.unsure.length < MAX_SAMPLES && !amounts.unsure.includes(text))
    amounts.unsure.push(text);
  const way = amounts.decimals ?? only ?? 'point';
  if (only && only !== way) return undefined;
  const value = Number(way === 'point' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.'));
  if (!Number.isFinite(value) || Math.abs(value) > 1e12) return undefined;
  return isBracketed || isTrailing ? -Math.abs(value) : value;
}

/** The only way in which an amount can be read; undefined where there are two, `none` where there is none. */
function onlyWay(bare: string): Decimals | 'none' | undefined {
  const [points, commas] = [bare.split('.').length - 1, bare.split(',').length - 1];
  if (points === 0 && commas === 0) return undefined;
  if (points > 0 && commas > 0) {
    const decimals = bare.lastIndexOf('.') > bare.lastIndexOf(',') ? 'point' : 'comma';
    return (decimals === 'point' ? points : commas) > 1 ? 'none' : decimals;
  }
  const [mark, count] = points > 0 ? (['point', points] as const) : (['comma', commas] as const);
  const other = mark === 'point' ? 'comma' : 'point';
  if (count > 1) return /^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(bare) ? other : 'none';
  // Three figures behind the only mark may be thousands.
  return /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(bare) ? undefined : mark;
}
