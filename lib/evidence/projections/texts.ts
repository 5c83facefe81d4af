// The texts of all bids, and of messages whose words were kept, searchable for near copies. The index packs itself.
import type { AccountKey } from '../../model/account.ts';
import type { Projection } from '../../store/projection.ts';
import { TextIndex } from '../../text/text-index.ts';
import { textOf } from '../from-rows.ts';

type Fact = readonly [account: AccountKey, text: string];

export const texts: Projection<TextIndex, Fact> = {
  id: 'texts',
  version: 1,
  kinds: ['bid', 'message'],
  factOf(row) {
    const text = textOf(row);
    return text === undefined || !row.who ? undefined : [row.who, text];
  },
  empty: () => new TextIndex(),
  take: (index, row, [account, text]) => index.add(row, account, text),
  drop: (index, row) => index.remove(row),
  packing: { revive: (blocks) => TextIndex.revive(blocks), freeze: (index) => index.freeze() },
};
