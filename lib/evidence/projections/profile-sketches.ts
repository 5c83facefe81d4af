// What every profile says of its owner, in a sketch that shows which are alike.
import { ProfileSketches, sketchOf } from '../../graph/profile-sketches.ts';
import { type AccountKey, accountKey } from '../../model/account.ts';
import type { Projection } from '../../store/projection.ts';

type Fact = readonly [account: AccountKey, size: number, hashes: readonly number[]];

export const profileSketches: Projection<ProfileSketches, Fact> = {
  id: 'profile-sketches',
  version: 1,
  kinds: ['profile'],
  factOf({ body }) {
    const sketch = body.kind === 'profile' && body.about !== undefined ? sketchOf(body.about) : undefined;
    return sketch && body.kind === 'profile'
      ? [accountKey(body.site, body.account), sketch.size, sketch.hashes]
      : undefined;
  },
  empty: () => new ProfileSketches(),
  take: (sketches, row, [account, size, hashes]) => sketches.put(row, account, { size, hashes }),
  drop: (sketches, row) => sketches.remove(row),
};
