// Lays a list of links out by the account they start from (compressed sparse rows), so that all links
// of one account stand side by side. Counting sorts throughout: the time is that of a few passes.

/** Row v is `items[start[v]] … items[start[v + 1] − 1]`. */
export interface Rows {
  start: Int32Array;
  items: Int32Array;
}

/**
 * Groups items by key, keeping their order within a group.
 *
 * @param order the items to group, in the order they are to keep
 * @param key key of each item, 0 ≤ key < keys
 */
export function groupBy(order: Int32Array, key: Int32Array, keys: number): Rows {
  const start = new Int32Array(keys + 1);
  for (let i = 0; i < order.length; i++) {
    const k = (key[order[i] as number] as number) + 1;
    start[k] = (start[k] as number) + 1;
  }
  for (let k = 0; k < keys; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const next = start.slice(0, keys);
  const items = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const item = order[i] as number;
    const k = key[item] as number;
    const at = next[k] as number;
    next[k] = at + 1;
    items[at] = item;
  }
  return { start, items };
}

/** Items in ascending order of a whole number of 0 to 2^32 − 1 each: a radix sort of two passes. */
export function orderBy(items: Int32Array, value: Uint32Array): Int32Array {
  let from = items;
  for (const shift of [0, 16]) {
    const count = new Int32Array(65_537);
    for (let i = 0; i < from.length; i++) {
      const digit = (((value[from[i] as number] as number) >>> shift) & 0xffff) + 1;
      count[digit] = (count[digit] as number) + 1;
    }
    for (let d = 0; d < 65_536; d++) count[d + 1] = (count[d + 1] as number) + (count[d] as number);
    const into = new Int32Array(from.length);
    for (let i = 0; i < from.length; i++) {
      const digit = ((value[from[i] as number] as number) >>> shift) & 0xffff;
      const at = count[digit] as number;
      count[digit] = at + 1;
      into[at] = from[i] as number;
    }
    from = into;
  }
  return from;
}

/** A few items by their key, in the order given. */
export function byKey(items: readonly number[], key: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const item of items) {
    const group = groups.get(key[item] as number);
    if (group) group.push(item);
    else groups.set(key[item] as number, [item]);
  }
  return groups;
}
