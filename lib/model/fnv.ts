// FNV-1a, a hash of a text in 32 bits (Fowler, Noll and Vo), over its UTF-16 units: quick, and no secret.

/** What the hash of no units is. */
export const FNV_START = 0x811c9dc5 | 0;

/** The hash once another unit has come. */
export const fnvStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash of a text: 32 bits with a sign. */
export function fnv(text: string): number {
  let hash = FNV_START;
  for (let i = 0; i < text.length; i++) hash = fnvStep(hash, text.charCodeAt(i));
  return hash;
}
