// What flags that look at one account after the other share: one check for each, and what they found beside it.
import type { AccountKey } from '../model/account.ts';
import type { Finding } from '../model/finding.ts';
import type { FlagCheck, FlagReport } from './red-flag.ts';

/** What a flag says of one account, by the ids of its own messages. */
export interface Looked<MessageId extends string = string> {
  check: FlagCheck & { message: MessageId };
  findings?: readonly Finding[];
}

/** The report of a flag that looks at each of these accounts by itself, in their order. */
export async function eachAccount<MessageId extends string>(
  accounts: Iterable<AccountKey>,
  look: (account: AccountKey) => Looked<MessageId> | Promise<Looked<MessageId>>,
): Promise<FlagReport> {
  const checks = new Map<AccountKey, FlagCheck>();
  const findings: Finding[] = [];
  for (const account of accounts) {
    const { check, findings: own = [] } = await look(account);
    checks.set(account, check);
    findings.push(...own);
  }
  return { checks, findings };
}
