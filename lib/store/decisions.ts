// Keeps what the user decided about accounts. Each decision is a row of its own, so that undoing one
// leaves the others, and it is found from either side where it is about two accounts.

import type { AccountKey } from '../model/account.ts';
import { type Decision, decisionSchema } from '../model/decision.ts';
import type { HireflagDatabase } from './database.ts';
import type { StoredDecision } from './rows.ts';

export class Decisions {
  private readonly db: HireflagDatabase;

  constructor(db: HireflagDatabase) {
    this.db = db;
  }

  /** The decisions about each of these accounts, oldest first. An account without any is absent. */
  async of(accounts: readonly AccountKey[]): Promise<Map<AccountKey, StoredDecision[]>> {
    const rows = await this.db.decisions
      .where('account')
      .anyOf(accounts)
      .or('other')
      .anyOf(accounts)
      .distinct()
      .sortBy('id');
    const wanted = new Set<string>(accounts);
    const found = new Map<AccountKey, StoredDecision[]>();
    for (const row of rows as StoredDecision[]) {
      for (const side of new Set(sidesOf(row))) {
        if (!wanted.has(side)) continue;
        const key = side as AccountKey;
        found.set(key, [...(found.get(key) ?? []), row]);
      }
    }
    return found;
  }

  /**
   * For each of these accounts the others that the user said are the same person's, over any number of steps. An
   * account without others is absent.
   */
  async peopleOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, AccountKey[]>> {
    const same = new Map<AccountKey, Set<AccountKey>>();
    for (let asked = [...new Set(accounts)]; asked.length > 0; ) {
      const decided = await this.of(asked);
      for (const account of asked) {
        const others = (decided.get(account) ?? []).flatMap((one) =>
          one.kind === 'same-person' ? [(one.account === account ? one.other : one.account) as AccountKey] : [],
        );
        same.set(account, new Set(others));
      }
      asked = [...new Set([...same.values()].flatMap((others) => [...others]))].filter((one) => !same.has(one));
    }
    const people = new Map<AccountKey, AccountKey[]>();
    for (const account of accounts) {
      const person = new Set([account]);
      for (const one of person) for (const other of same.get(one) ?? []) person.add(other);
      person.delete(account);
      if (person.size > 0) people.set(account, [...person].sort());
    }
    return people;
  }

  /**
   * Keeps a decision. It takes the place of those that say the same or the opposite: an account is
   * checked once, a flag is muted once, and two accounts are of one person or are not.
   *
   * @throws an Error when it is no decision, or when the database refuses
   */
  async add(decision: Decision): Promise<void> {
    const parsed = decisionSchema.parse(decision);
    await this.db.transaction('rw', this.db.decisions, async () => {
      const replaced = (await this.aboutTheSameAs(parsed)).map(({ id }) => id);
      await this.db.decisions.bulkDelete(replaced);
      await this.db.decisions.add(parsed);
    });
  }

  /**
   * Keeps a decision made elsewhere, unless one about the same was made here at that time or later.
   *
   * @returns whether it was kept
   */
  addIfLater(decision: Decision): Promise<boolean> {
    return this.db.transaction('rw', this.db.decisions, async () => {
      if ((await this.aboutTheSameAs(decision)).some(({ at }) => at >= decision.at)) return false;
      await this.add(decision);
      return true;
    });
  }

  /** Puts a decision in the place of one of this number; nothing where that is gone. */
  async replace(id: number, decision: Decision): Promise<void> {
    const parsed = decisionSchema.parse(decision);
    await this.db.transaction('rw', this.db.decisions, async () => {
      if (await this.db.decisions.get(id)) await this.db.decisions.put({ ...parsed, id });
    });
  }

  private async aboutTheSameAs(decision: Decision): Promise<StoredDecision[]> {
    const mine = await this.db.decisions.where('account').equals(decision.account).toArray();
    const theirs = 'other' in decision ? await this.db.decisions.where('account').equals(decision.other).toArray() : [];
    return [...mine, ...theirs].filter((row) => aboutTheSame(row, decision));
  }

  /** Takes a decision about an account back. Says nothing where there is none of this number about it. */
  undo(id: number, about: AccountKey): Promise<void> {
    return this.db.transaction('rw', this.db.decisions, async () => {
      const decision = Number.isInteger(id) ? await this.db.decisions.get(id) : undefined;
      if (decision && sidesOf(decision).includes(about)) await this.db.decisions.delete(id);
    });
  }
}

const sidesOf = (decision: Decision) => ('other' in decision ? [decision.account, decision.other] : [decision.account]);

const keyOf = (decision: Decision) => ('key' in decision ? decision.key : undefined);

function aboutTheSame(one: Decision, two: Decision): boolean {
  if ('other' in one && 'other' in two) {
    return (
      (one.account === two.account && one.other === two.other) ||
      (one.account === two.other && one.other === two.account)
    );
  }
  if ('flag' in one && 'flag' in two) {
    return one.account === two.account && one.flag === two.flag && keyOf(one) === keyOf(two);
  }
  return one.kind === 'fine' && two.kind === 'fine' && one.account === two.account;
}
