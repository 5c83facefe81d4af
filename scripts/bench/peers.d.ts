// What the bench uses of packages that bring no types.
declare module 'minhash' {
  class Minhash {
    update(value: string): void;
  }
  class LshIndex {
    constructor(options: { bandSize: number });
    insert(key: string, signature: Minhash): void;
    query(signature: Minhash | undefined): string[];
  }
  const minhash: { Minhash: typeof Minhash; LshIndex: typeof LshIndex };
  export default minhash;
}

declare module 'simhash-js' {
  class SimHash {
    hash(text: string): number;
  }
  const simhash: { SimHash: typeof SimHash };
  export default simhash;
}
