// Gives the accounts that one answer of the index is about small numbers, in room that is used again from query to query.

/** Gives the accounts that one result is about small numbers. */
export class AccountPlaces {
  #hashes = new Uint32Array(1_024);
  #places = new Uint16Array(1_024);
  size = 0;

  /** Forgets all of them, for the next result. */
  clear(): this {
    this.#places.fill(0);
    this.size = 0;
    return this;
  }

  of(account: number): number {
    if (this.size * 2 >= this.#hashes.length) this.#grow();
    const last = this.#hashes.length - 1;
    let slot = Math.imul(account, 0x9e3779b1) >>> 8;
    for (;;) {
      slot &= last;
      const place = this.#places[slot] as number;
      if (place === 0) break;
      if (this.#hashes[slot] === account) return place - 1;
      slot++;
    }
    this.#hashes[slot] = account;
    this.#places[slot] = ++this.size;
    return this.size - 1;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const places = this.#places;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#places = new Uint16Array(hashes.length * 2);
    const last = this.#hashes.length - 1;
    for (let old = 0; old < hashes.length; old++) {
      if (places[old] === 0) continue;
      let slot = (Math.imul(hashes[old] as number, 0x9e3779b1) >>> 8) & last;
      while (this.#places[slot] !== 0) slot = (slot + 1) & last;
      this.#hashes[slot] = hashes[old] as number;
      this.#places[slot] = places[old] as number;
    }
  }
}
