// Typed arrays that grow, as lists do.

/** A copy with this much room at least. */
export function grown<T extends Uint32Array | Uint16Array | Int32Array>(array: T, room: number): T {
  const copy = new (array.constructor as new (length: number) => T)(room);
  copy.set(array);
  return copy;
}

/** A copy with this much room and at least twice as much as before, so that growing often costs little. */
export function doubled<T extends Uint32Array | Uint16Array | Int32Array>(array: T, room: number): T {
  return grown(array, Math.max(room, array.length * 2));
}
