// The key of a finding names its matter: the same flag about the same people has the same key whenever and in
// whichever order they were seen, and about others it has another. People's names are hashed in it, so that a
// decision that refers to a finding keeps nothing of the people it was about, and a key has one length.

/**
 * The key of a finding.
 *
 * @param flag id of the red flag
 * @param about accounts (`site:account`) or other things it is about, in any order, repeated or not; none for a
 *   matter of the account alone
 * @returns `flag`, or `flag:` and 16 hexadecimal digits
 */
export function findingKey(flag: string, about: Iterable<string> = []): string {
  const sorted = [...new Set(about)].sort();
  return sorted.length === 0 ? flag : `${flag}:${hash64(JSON.stringify(sorted))}`;
}

/** Two 32-bit hashes that are mixed with each other (cyrb53, with both halves kept): quick, no protection from collisions made on purpose. */
function hash64(words: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
