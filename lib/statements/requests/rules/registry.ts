// The rules of every flag that reads words.
import type { FlagRules } from '../rule.ts';
import { offPlatform } from './off-platform.ts';
import { otherPaymentService, paidBeforeWork, virtualCurrency } from './payment.ts';

export const flagRules: readonly FlagRules[] = [offPlatform, virtualCurrency, otherPaymentService, paidBeforeWork];
