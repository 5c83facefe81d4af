// The floor under `npm run assess`: reads a file of observations, parses each line, cuts each text into words and hashes
// every three in a row, in the plainest way, and does nothing else. A process of its own: node scripts/bench/floor.ts FILE
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

let sum = 0;
for await (const line of createInterface({ input: createReadStream(process.argv[2] as string) })) {
  const { text = '' } = JSON.parse(line) as { text?: string };
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let i = 0; i + 2 < words.length; i++) {
    let hash = 0x811c9dc5;
    for (let w = i; w < i + 3; w++) {
      const word = words[w] as string;
      for (let c = 0; c < word.length; c++) hash = Math.imul(hash ^ word.charCodeAt(c), 0x01000193);
    }
    sum ^= hash;
  }
}
console.log(sum);
