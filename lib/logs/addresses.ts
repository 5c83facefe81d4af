// Network addresses as logs write them, in one normal form; the port where one is written with it.

const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::(\d{1,5}))?$/;

/** An address in its normal form; undefined for what is none. */
export function addressOf(written: string): { ip: string; port?: number } | undefined {
  if (written.length > 80) return undefined;
  const match = four.exec(written);
  if (match) {
    const parts = match.slice(1, 5).map(Number);
    const port = match[5] === undefined ? undefined : Number(match[5]);
    if (parts.some((part) => part > 255) || (port ?? 0) > 65_535) return undefined;
    return { ip: parts.join('.'), ...(port !== undefined && { port }) };
  }
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(written);
  const port = bracketed?.[2] === undefined ? undefined : Number(bracketed[2]);
  const ip = sixOf((bracketed?.[1] ?? written).split('%', 1)[0]?.toLowerCase() ?? '');
  return ip === undefined || (port ?? 0) > 65_535 ? undefined : { ip, ...(port !== undefined && { port }) };
}

/** An address of version 6 with all its groups; one that holds an address of version 4 is that one. */
function sixOf(written: string): string | undefined {
  if (!written.includes(':') || !/^[0-9a-f:.]+$/.test(written)) return undefined;
  const halves = withoutDots(written)?.split('::') ?? [];
  if (halves.length === 0 || halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const count = groups.flat().length;
  if (halves.length === 1 ? count !== 8 : count > 7) return undefined;
  if (groups.flat().some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return undefined;
  const [before = [], after = []] = groups;
  const zeros = halves.length === 1 ? [] : Array<string>(8 - count).fill('0');
  const all = [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
  const isFour = all.slice(0, 5).every((group) => group === 0) && all[5] === 0xffff;
  if (!isFour) return all.map((group) => group.toString(16)).join(':');
  return all
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/** The same with the last two groups in place of an address of version 4. */
function withoutDots(written: string): string | undefined {
  if (!written.includes('.')) return written;
  const colon = written.lastIndexOf(':') + 1;
  const inner = addressOf(written.slice(colon))?.ip;
  if (inner === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = inner.split('.').map(Number);
  return `${written.slice(0, colon)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
