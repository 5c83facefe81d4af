// What the user is to be told at the next occasion, quietly: a line in the popup and on the dashboard, until it is done
// or put away. One of a kind: a newer one takes the place of an older one.
import * as z from 'zod/mini';
import type { StorageArea } from './settings.ts';

/** Where the browser's local storage holds them. */
export const NOTICES_KEY = 'notices';

const moment = z.iso.datetime();
const count = z.int().check(z.nonnegative());

const fields = {
  /** More is due to be deleted than goes without a question. */
  'old-data': z.object({ count, all: count, before: moment }),
  /** The database was empty although there was something in it: the browser found it damaged and began a new one. */
  'lost-data': z.object({ observations: count, lastSeen: z.optional(moment) }),
  /** Hireflag was updated to this version. */
  updated: z.object({ version: z.string().check(z.maxLength(40)) }),
} as const;

type Fields = { [K in keyof typeof fields]: z.infer<(typeof fields)[K]> };
export type NoticeKind = keyof Fields;
export type Notice = { [K in NoticeKind]: { kind: K } & Fields[K] }[NoticeKind];

/** Reads what is stored, whatever it is. */
export function parseNotices(stored: unknown): Notice[] {
  const said = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return (Object.keys(fields) as NoticeKind[]).flatMap((kind): Notice[] => {
    const parsed = z.safeParse(fields[kind], Object.hasOwn(said, kind) ? said[kind] : undefined);
    return parsed.success ? [{ kind, ...parsed.data } as Notice] : [];
  });
}

/** What there is to be told. */
export async function noticesIn(local: Pick<StorageArea, 'get'>): Promise<Notice[]> {
  return parseNotices((await local.get(NOTICES_KEY))[NOTICES_KEY]);
}

export async function putNotice(local: StorageArea, { kind, ...notice }: Notice): Promise<void> {
  await local.set({ [NOTICES_KEY]: { ...byKind(await noticesIn(local)), [kind]: notice } });
}

/** Puts a notice away. */
export async function dropNotice(local: StorageArea, kind: NoticeKind): Promise<void> {
  const left = (await noticesIn(local)).filter((notice) => notice.kind !== kind);
  await local.set({ [NOTICES_KEY]: byKind(left) });
}

function byKind(notices: readonly Notice[]): Record<string, unknown> {
  return Object.fromEntries(notices.map(({ kind, ...notice }) => [kind, notice]));
}
