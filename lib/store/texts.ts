// The text index beside the rows: brought back from its blocks when the worker starts, built anew from
// the rows when they are damaged, written when it changed.

import { type Bid, wordless } from '../model/observation.ts';
import { TextIndex } from '../text/text-index.ts';
import { allRows, type HireflagDatabase } from './database.ts';
import type { Row } from './row.ts';
import type { StoredObservation } from './rows.ts';

/** A text as the red flags compare it, with what the store knows of it. */
export type StoredText = Pick<Bid, 'site' | 'account' | 'project' | 'url'> & { text: string } & Pick<
    StoredObservation,
    'n' | 'firstSeenAt' | 'lastSeenAt'
  >;

/** The text index from its stored blocks; when one is damaged or of another version, built anew. */
export async function reviveTexts(db: HireflagDatabase): Promise<TextIndex> {
  const stored = await db.textBlocks.toArray();
  return TextIndex.revive(stored.map(({ block }) => block)) ?? rebuildTexts(db);
}

/** A new index of every stored text. A worker that ends before it is done leaves the blocks as they were. */
export async function rebuildTexts(db: HireflagDatabase): Promise<TextIndex> {
  return db.transaction('rw', db.observations, db.textBlocks, async () => {
    await db.textBlocks.clear();
    const texts = new TextIndex();
    for await (const rows of allRows(db)) {
      for (const row of rows) indexText(texts, row);
      await writeBlocks(db, texts);
    }
    return texts;
  });
}

/** Adds the text of a row, if it has one. */
export function indexText(texts: TextIndex, row: StoredObservation): void {
  const text = textOf(row);
  if (text !== undefined && row.who) texts.add(row.n, row.who, text);
}

/** Writes what changed in the index since it was last written. */
export async function writeBlocks({ textBlocks }: HireflagDatabase, texts: TextIndex): Promise<void> {
  const frozen = texts.freeze();
  if (!frozen) return;
  await textBlocks.bulkDelete(frozen.drop);
  await textBlocks.bulkPut(frozen.put.map((block) => ({ id: block.id, block })));
}

/** What the index holds: the text of a bid, and of a message to the user whose words were kept. */
export function textOf({ body }: Pick<Row, 'body'>): string | undefined {
  if (body.kind === 'bid') return body.text;
  return body.kind === 'message' && !body.mine && !wordless.test(body.text) ? body.text : undefined;
}

/** A row whose text is in the index, as the red flags compare it; a message is of no known project. */
export function asText(row: Row): StoredText | undefined {
  const { n, firstSeenAt, lastSeenAt, body } = row;
  const text = textOf(row);
  if (n === undefined || text === undefined || (body.kind !== 'bid' && body.kind !== 'message')) return undefined;
  const { site, account, url } = body;
  const project = body.kind === 'bid' ? body.project : '';
  return { n, firstSeenAt, lastSeenAt, site, account, project, text, ...(url !== undefined && { url }) };
}
