// The clocks that somebody's stated place can have, and what they show.
import { DAY_MS } from '../model/time.ts';

/** What a profile says of where somebody is. */
interface Place {
  country?: string | undefined;
  timezone?: string | undefined;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const),
    });
  } catch {
    // No zone of that name is known here.
  }
  if (formats.size > 2_000) formats.clear();
  formats.set(zone, format);
  return format;
}

const zonesByCountry = new Map<string, readonly string[]>();

/** The zones that clocks can have there; empty where that is not known. */
export function zonesOf({ country, timezone }: Place): readonly string[] {
  if (timezone !== undefined && formatOf(timezone)) return [timezone];
  if (country === undefined) return [];
  const known = zonesByCountry.get(country);
  if (known) return known;
  let zones: readonly string[] = [];
  try {
    const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
      getTimeZones?: () => string[] | undefined;
      timeZones?: string[];
    };
    zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    // No such region, or a browser that does not know the zones of one.
  }
  zonesByCountry.set(country, zones);
  return zones;
}

const offsets = new Map<string, number>();

/** How far a zone's clocks are ahead of UTC at a moment (ms since 1970), in ms; to the quarter of a day where that changes. */
export function offsetAt(zone: string, moment: number): number {
  const quarter = Math.floor(moment / (DAY_MS / 4));
  const key = `${zone}\n${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = formatOf(zone)?.formatToParts(quarter * (DAY_MS / 4)) ?? [];
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(part.year ?? 1970, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0);
  const offset = parts.length === 0 ? 0 : local - quarter * (DAY_MS / 4);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
