// When the user and everyone else wrote, so that it is known how long answers take, and how long they usually do.
import { type AccountKey, accountKey } from '../../model/account.ts';
import { readInterval } from '../../model/time.ts';
import { AnswerTimes } from '../../stats/answer-times.ts';
import type { Projection } from '../../store/projection.ts';

type Fact = readonly [thread: string, account: AccountKey, mine: 0 | 1, from: number, to: number];

export const answers: Projection<AnswerTimes, Fact> = {
  id: 'answers',
  version: 1,
  kinds: ['message'],
  factOf({ body }) {
    if (body.kind !== 'message') return undefined;
    const sentAt = body.sentAt === undefined ? undefined : readInterval(body.sentAt);
    if (!sentAt) return undefined;
    const { site, thread, account, mine } = body;
    return [`${site}:${thread}`, accountKey(site, account), mine ? 1 : 0, sentAt.from, sentAt.to];
  },
  empty: () => new AnswerTimes(),
  take: (times, row, [thread, account, mine, from, to]) =>
    times.put(row, { thread, account, mine: mine === 1, from, to }),
  drop: (times, row) => times.remove(row),
};
