// Ids that red flags had in earlier versions. Settings, decisions and due-diligence records have them stored, so
// the id of a flag is never just changed: the old one gets a line here.

/** The present id by the earlier one; null for a flag that is gone. */
export const renamedFlags: Readonly<Record<string, string | null>> = {};

/**
 * The present id of a red flag.
 *
 * @param id as any version stored it
 * @returns null for a flag that is gone; the id itself where it was never changed
 */
export function presentFlag(id: string, renames = renamedFlags): string | null {
  return Object.hasOwn(renames, id) ? (renames[id] ?? null) : id;
}
