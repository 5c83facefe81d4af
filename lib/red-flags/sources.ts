// Where what a finding rests on was seen, for whoever wants to look again and for the due-diligence record.
import type { Source } from '../model/finding.ts';
import { MAX_URL } from '../model/limits.ts';

/** Addresses that are carried with one piece of evidence, at most. */
const MAX_SOURCES = 20;

/** The addresses of what was seen, each once with when it was seen first; the latest where there are many. */
export function sourcesOf(seen: readonly { url?: string | undefined; firstSeenAt: string }[]): Source[] {
  const sources = new Map<string, string>();
  for (const { url, firstSeenAt } of seen) {
    if (url === undefined || url.length > MAX_URL) continue;
    const known = sources.get(url);
    if (known === undefined || firstSeenAt < known) sources.set(url, firstSeenAt);
  }
  return [...sources]
    .map(([url, seenAt]) => ({ url, seenAt }))
    .sort((a, b) => (a.seenAt < b.seenAt ? 1 : a.seenAt > b.seenAt ? -1 : a.url < b.url ? -1 : 1))
    .slice(0, MAX_SOURCES);
}
