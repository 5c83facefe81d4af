// How somebody asks to be paid: in virtual currency, past the marketplace, before the work.
import type { FlagRules } from '../rule.ts';

/** What is built, sold or told of, and those who pay the client. */
const SUBJECT = ['subject', 'user', 'pastwork'];
const COIN = 'coin|coinword';

export const virtualCurrency: FlagRules = {
  id: 'virtual-currency',
  topics: ['coin', 'coinword', 'exchange'],
  ofPost: ['coin', 'coinword'],
  rules: [
    {
      all: [COIN, 'pay|accept|send'],
      within: 9,
      with: ['toward'],
      unless: [...SUBJECT, 'refusecoin'],
      notNear: ['thing'],
    },
    { all: [COIN, 'toward'], within: 6, unless: [...SUBJECT, 'refusecoin'], notNear: ['thing'] },
    {
      all: [COIN, 'half|cheaper|#percent|#money|#number'],
      within: 7,
      unless: [...SUBJECT, 'refusecoin'],
      notNear: ['thing'],
      nowhere: ['faucet'],
    },
    { all: [COIN, COIN, 'pay|accept|#colon'], within: 4, unless: SUBJECT, notNear: ['thing'] },
    { all: ['accept|pay', '#colon', COIN], within: 2, ordered: true, unless: SUBJECT, notNear: ['thing'] },
    {
      all: ['#wallet', 'pay|send|accept|toward|walletword|coin|coinword'],
      within: 9,
      unless: ['subject'],
      strength: 'strong',
    },
    {
      all: ['exchange', 'mine|send|pay|give|settle'],
      within: 9,
      with: ['toward', 'mine', 'have'],
      unless: [...SUBJECT, 'refusecoin'],
      notNear: ['thing', 'build'],
    },
    { all: ['walletword', 'send|pay|mine'], within: 5, unless: SUBJECT, notNear: ['thing'] },
    { all: ['coinlike'], within: 0, unless: SUBJECT },
    {
      all: ['banktrouble', 'coins|coin|coinword'],
      within: 14,
      negated: true,
      unless: [...SUBJECT, 'refusecoin'],
      notNear: ['thing'],
    },
    { all: ['coins|coin|coinword', 'simpler'], within: 4, unless: [...SUBJECT, 'refusecoin'], notNear: ['thing'] },
    {
      all: ['coins', 'pay|accept|send|toward|paycmd'],
      within: 5,
      unless: [...SUBJECT, 'refusecoin'],
      notNear: ['thing'],
    },
    {
      all: ['useexchange', 'exchange'],
      within: 3,
      with: ['toward', 'simpler', 'coins', 'pay', 'send'],
      unless: SUBJECT,
      notNear: ['thing', 'build'],
    },
  ],
};

const SERVICE = 'service|serviceword';
const REFUSED = ['refusepay', 'withdraw'];

export const otherPaymentService: FlagRules = {
  id: 'other-payment-service',
  topics: ['service', 'serviceword', 'giftcard', 'bank'],
  ofPost: ['service', 'serviceword', 'bank'],
  rules: [
    {
      all: [SERVICE, 'pay|accept|send'],
      within: 8,
      with: ['toward', 'outside', 'cheaper'],
      unless: [...SUBJECT, ...REFUSED, 'solved'],
      notNear: ['thing'],
    },
    {
      all: [SERVICE, 'pay|paycmd|paymoney', 'simpler|better|platformtakes'],
      within: 7,
      unless: [...SUBJECT, ...REFUSED, 'froze', 'withdraw'],
      notNear: ['thing'],
    },
    { all: [SERVICE, 'toward'], within: 5, unless: [...SUBJECT, ...REFUSED, 'froze'], notNear: ['thing'] },
    { all: [SERVICE, 'relative|qr|price'], within: 5, unless: [...SUBJECT, ...REFUSED], notNear: ['thing'] },
    {
      all: [SERVICE, SERVICE],
      within: 3,
      with: ['toward', 'pay', 'accept', '#colon'],
      unless: [...SUBJECT, ...REFUSED],
      notNear: ['thing'],
      stage: ['profile'],
    },
    {
      all: ['bank', 'pay|send|accept|salary|price'],
      within: 7,
      with: ['toward', 'mine', 'cheaper', 'company', '#number', '#money'],
      unless: [...SUBJECT, ...REFUSED, 'expense', 'tax'],
      notNear: ['thing'],
    },
    {
      all: ['bank', 'toward|relative'],
      within: 4,
      unless: [...SUBJECT, ...REFUSED, 'expense', 'tax'],
      notNear: ['thing'],
    },
    { all: ['giftcard', 'pay|accept|send|toward|qr'], within: 9, unless: SUBJECT },
    { all: ['outside', 'pay'], within: 7, unless: [...SUBJECT, ...REFUSED, 'protect'] },
    {
      all: ['pay', 'direct'],
      within: 2,
      with: ['toward'],
      unless: [...SUBJECT, ...REFUSED, 'protect'],
      notNear: ['thing'],
    },
    { all: ['otherway', 'pay'], within: 9, unless: [...SUBJECT, ...REFUSED] },
    { all: ['paylink', 'toward|mine|pay|send|#link'], within: 9, unless: [...SUBJECT, ...REFUSED], notNear: ['thing'] },
    { all: ['pay', '#link', 'toward'], within: 6, unless: SUBJECT },
    { all: ['froze', 'pay|send', SERVICE], within: 16, unless: SUBJECT },
    { all: ['relative', 'account', 'pay|send'], within: 8, unless: SUBJECT, with: ['toward', 'mine'] },
    { all: ['relative|company', 'invoice', 'account|bank|service|serviceword'], within: 14, unless: SUBJECT },
    { all: ['closecontract', 'send|pay', SERVICE], within: 12, strength: 'strong' },
  ],
};

const SAFE = ['refuseadvance', 'aftercheck', 'user', 'subject'];
const SUM = 'sumof|#money|#number';
const FUNDED = [...SAFE, 'fund', 'share', '#percent', 'ownership', 'bill'];

export const paidBeforeWork: FlagRules = {
  id: 'paid-before-work',
  topics: ['advance', 'offerpay'],
  rules: [
    { all: ['condpay', 'deliver'], within: 4, negated: true, unless: FUNDED, nowhere: ['delivered'] },
    { all: ['release', 'later'], within: 12, unless: [...SAFE, 'fund'], nowhere: ['delivered'], strength: 'strong' },
    {
      all: ['release', 'atonce'],
      within: 7,
      with: ['moneyword', 'pay'],
      unless: [...SAFE, 'fund'],
      nowhere: ['delivered'],
    },
    { all: ['paymoney', 'later'], within: 4, unless: FUNDED, nowhere: ['delivered'], strength: 'strong' },
    { all: ['paymoney', 'advance'], within: 4, unless: FUNDED, nowhere: ['delivered'] },
    { all: ['markdone', 'later|ranking'], within: 14, negated: true, unless: SAFE, strength: 'strong' },
    { all: ['fullsum|#full', 'advance|later'], within: 9, unless: [...SAFE, 'fund'], strength: 'strong' },
    { all: ['fullsum|#full|paymoney', 'noreturn'], within: 12, negated: true, unless: SAFE, strength: 'strong' },
    { all: ['refuseescrow'], within: 0, negated: true, unless: [...SAFE, 'subject'], strength: 'strong' },
    { all: ['payfirst'], within: 0, negated: true, unless: [...SAFE, 'fund'], strength: 'strong' },
    { all: ['nopay', 'showwork'], within: 8, negated: true, unless: ['user', 'refuseadvance'], strength: 'strong' },
    { all: ['paymoney|giveme', 'sitefee'], within: 10, unless: SAFE, strength: 'strong' },
    { all: ['sitefee', 'later|advance'], within: 10, unless: SAFE, strength: 'strong' },
    {
      all: ['paymoney|giveme', 'tool', 'advance|later'],
      within: 14,
      with: ['#money', '#number', 'pay'],
      unless: [...SAFE, 'ownname'],
    },
    { all: ['deposit', 'paymoney|giveme|need|toward|toteam'], within: 10, unless: [...SAFE, 'fund'] },
    { all: ['paymoney', 'hardship'], within: 16, unless: SAFE },
    { all: ['noprogress', 'pay'], within: 14, negated: true, unless: SAFE },
    {
      all: ['release|paymoney', 'pressure'],
      within: 12,
      negated: true,
      unless: [...SAFE, 'fund'],
      nowhere: ['delivered'],
      strength: 'strong',
    },
    {
      all: ['escrowword', 'dislike'],
      within: 3,
      negated: true,
      with: ['pay', 'paymoney', 'trustpay', 'toward', 'pressure'],
      unless: FUNDED,
      strength: 'moderate',
    },
    { all: ['release'], within: 0, unless: [...SAFE, 'fund'], before: ['unfinished'], strength: 'strong' },
    { all: ['idlehours'], within: 0, unless: SAFE },
    { all: ['bonus', 'advance'], within: 5, unless: SAFE },
    {
      all: ['release', 'isend'],
      within: 5,
      ordered: true,
      negated: true,
      unless: [...SAFE, 'fund'],
      nowhere: ['delivered'],
    },
    {
      all: ['payact|release', 'iwilldeliver'],
      within: 4,
      with: ['atonce', 'payfirst', 'advance', 'markdone'],
      negated: true,
      unless: [...FUNDED, 'delivered'],
      nowhere: ['delivered'],
    },
    {
      all: ['sumfirst', 'iwilldeliver|isend|latershow'],
      within: 7,
      negated: true,
      unless: [...SAFE, 'fund'],
      nowhere: ['delivered'],
    },
    {
      all: ['#money|#number|sumof', 'sumfirst|payfirst|advance', 'iwilldeliver'],
      within: 7,
      unless: FUNDED,
      nowhere: ['delivered'],
    },
    { all: ['prepaid'], within: 0, negated: true, unless: FUNDED, strength: 'weak' },
    { all: ['giveme2', 'hardword', SUM], within: 14, unless: [...SAFE, 'fund', 'ownname'], nowhere: ['delivered'] },
    {
      all: ['payact', 'latershow'],
      within: 12,
      negated: true,
      unless: [...FUNDED, 'aftercheck', 'delivered'],
      nowhere: ['delivered'],
    },
    { all: ['trustpay'], within: 0, negated: true, unless: SAFE, strength: 'weak' },
    // "Release it and you have it within the hour", "release without fear", "no file before the money".
    {
      all: ['release', 'youget'],
      within: 8,
      ordered: true,
      negated: true,
      unless: [...FUNDED, 'delivered'],
      nowhere: ['delivered'],
    },
    {
      all: ['almostdone', 'release', 'youget|isend|iwilldeliver'],
      within: 12,
      unless: [...FUNDED, 'delivered'],
      nowhere: ['delivered'],
    },
    {
      all: ['release', 'nofear'],
      within: 3,
      negated: true,
      unless: [...FUNDED, 'delivered'],
      nowhere: ['delivered'],
    },
    { all: ['nofile', 'pay|sumof|paymoney'], within: 3, negated: true, unless: [...SAFE, 'fund'] },
    {
      all: ['safer', 'pay|sumof', 'isend|iwilldeliver|advance'],
      within: 8,
      unless: [...FUNDED, 'bill'],
      nowhere: ['delivered'],
      strength: 'weak',
    },
    {
      all: ['tool', SUM, 'advance'],
      within: 7,
      with: ['giveme2', 'giveme', 'paymoney'],
      negated: true,
      unless: [...SAFE, 'fund', 'ownname', 'share'],
      nowhere: ['delivered'],
    },
    {
      all: ['giveme2|giveme|paymoney', SUM, 'deductit'],
      within: 12,
      unless: [...SAFE, 'fund', 'ownname'],
      nowhere: ['delivered'],
    },
    { all: ['insteadof', 'escrowword', 'pay|paymoney'], within: 5, ordered: true, unless: SAFE },
    // Closed with what is missing, money as a sign of good will.
    {
      all: ['closestage|markdone|release', 'missing'],
      within: 12,
      negated: true,
      unless: [...SAFE, 'fund', 'delivered'],
      nowhere: ['delivered'],
    },
    {
      all: ['giveme|giveme2|paymoney', 'assign'],
      within: 8,
      unless: [...SAFE, 'fund', 'share'],
      also: ['#money|#number|sumof'],
    },
    { all: ['noprogress', 'later|pay|atonce'], within: 12, negated: true, unless: SAFE, strength: 'weak' },
    {
      all: ['release', 'hardship|hardword'],
      within: 10,
      unless: [...SAFE, 'fund'],
      nowhere: ['delivered'],
      strength: 'weak',
    },
  ],
};
