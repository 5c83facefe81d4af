// The rules of every flag that reads words.
import type { FlagId } from '../request.ts';
import type { FlagRules, Rule } from '../rule.ts';
import { borrowedAccount, executiveColdCall, introducesOthers, otherAddress } from './account.ts';
import { broad } from './broad.ts';
import { avoidsVideo, earlyAccess, extortion } from './conduct.ts';
import { byNotion } from './notions.ts';
import { offPlatform } from './off-platform.ts';
import { otherPaymentService, paidBeforeWork, virtualCurrency } from './payment.ts';

export const flagRules: readonly FlagRules[] = [
  offPlatform,
  virtualCurrency,
  otherPaymentService,
  paidBeforeWork,
  borrowedAccount,
  executiveColdCall,
  otherAddress,
  avoidsVideo,
  introducesOthers,
  extortion,
  earlyAccess,
].map((flag) => ({
  ...flag,
  rules: [...flag.rules, ...byNotion[flag.id], ...(broad[flag.id] ?? [])].map((rule) => asked(flag.id, rule)),
}));

/** What is asked of one client: nobody names a parcel's address, or wants a password, in a text about oneself. */
function asked(flag: FlagId, rule: Rule): Rule {
  return flag === 'other-address' || flag === 'early-access' ? { stage: ['message', 'bid'], ...rule } : rule;
}
