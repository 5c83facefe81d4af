// The floor under `npm run assess`: reads a file of observations, parses each line, cuts each text into words and hashes
// its shingles, and does nothing else. Run as a process of its own: node scripts/bench/floor.ts FILE
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { shinglesInto } from '../../lib/text/shingles.ts';
import { MAX_TOKENS, scan, TokenBuffer } from '../../lib/text/tokens.ts';

const tokens = new TokenBuffer();
const shingles = new Uint32Array(MAX_TOKENS);
for await (const line of createInterface({ input: createReadStream(process.argv[2] as string) })) {
  const { text = '' } = JSON.parse(line) as { text?: string };
  scan(text, tokens);
  shinglesInto(tokens.hashes, tokens.length, shingles);
}
