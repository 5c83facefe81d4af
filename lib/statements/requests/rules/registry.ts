// The rules of every flag that reads words.
import type { FlagRules } from '../rule.ts';
import { borrowedAccount, executiveColdCall, introducesOthers, otherAddress } from './account.ts';
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
].map((flag) => ({ ...flag, rules: [...flag.rules, ...byNotion[flag.id]] }));
