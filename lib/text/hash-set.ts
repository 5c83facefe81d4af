// A set of hashes that is quicker and smaller than the language's own: open addressing in one typed array.

/** A set of 32-bit hashes in one typed array; 0 is never a member. */
export class HashSet {
  #slots: Uint32Array;
  #size = 0;

  constructor(expected: number) {
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(8, expected * 2))));
  }

  add(hash: number): void {
    if (hash === 0) return;
    if (this.#size * 2 >= this.#slots.length) {
      const old = this.#slots;
      this.#slots = new Uint32Array(old.length * 2);
      this.#size = 0;
      for (const kept of old) this.add(kept);
    }
    const last = this.#slots.length - 1;
    let slot = (hash >>> 4) & last;
    while (this.#slots[slot] !== 0) {
      if (this.#slots[slot] === hash) return;
      slot = (slot + 1) & last;
    }
    this.#slots[slot] = hash;
    this.#size++;
  }

  has(hash: number): boolean {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (hash >>> 4) & last;
    while (slots[slot] !== 0) {
      if (slots[slot] === hash) return true;
      slot = (slot + 1) & last;
    }
    return false;
  }
}
