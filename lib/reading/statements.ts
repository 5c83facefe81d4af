// What several ways of reading say of the fields of one thing, kept side by side; what of it is the same is judged later.
import { collapseSpaces } from '../model/beginning.ts';
import { MAX_LIST, MAX_SHORT, MAX_TEXT } from '../model/limits.ts';
import type { Sighting, Statement, Value, Way } from './reading.ts';

/** Fields whose text may be long; all others are one line. */
const longFields = new Set(['text', 'about']);
/** Characters; texts that begin with the same are one text, clamped and whole. */
const MIN_BEGINNING = 40;

/** Adds one way's word on each field, unless a more trusted way has said literally the same. */
export function state({ said }: Sighting, by: Way, fields: Readonly<Record<string, Value>>): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value === '') continue;
    const statements: Statement[] = said[field] ?? [];
    said[field] = statements;
    const full = clampValue(field, value);
    const before = statements.find((one) => one.by === by);
    // The same place again, opened: the whole text takes the place of its clamped beginning.
    if (before && beginsLike(full, before.value)) before.value = full;
    else if (!before && !statements.some((one) => one.value === full)) statements.push({ by, value: full });
  }
}

function clampValue(field: string, value: Value): Value {
  if (typeof value === 'string') return value.trim().slice(0, longFields.has(field) ? MAX_TEXT : MAX_SHORT * 2);
  return Array.isArray(value) ? (value.slice(0, MAX_LIST) as Value) : value;
}

/** True for a longer text with the same first characters. */
function beginsLike(whole: Value, beginning: Value): boolean {
  if (typeof whole !== 'string' || typeof beginning !== 'string' || beginning.length < MIN_BEGINNING) return false;
  return (
    whole.length > beginning.length &&
    collapseSpaces(whole).startsWith(collapseSpaces(beginning).slice(0, MIN_BEGINNING))
  );
}

/** Fields of a card that are about the bid; all others are about the person. */
const bidFields = new Set(['text', 'amount', 'days', 'submittedAt', 'outcome']);

/** The fields of a bidder's card, parted by what they are about. */
export function bidAndPerson(said: Readonly<Record<string, Value>>) {
  const ofBid: Record<string, Value> = {};
  const ofPerson: Record<string, Value> = {};
  for (const [field, value] of Object.entries(said)) (bidFields.has(field) ? ofBid : ofPerson)[field] = value;
  return { ofBid, ofPerson };
}
