// Rules of single words, a group a flag: whom or what a request is about and what is asked, each in any of the everyday
// words of fourteen languages (notions/). They find what no phrase foresees, where two such things stand near each other.
import type { FlagId } from '../request.ts';
import type { Rule } from '../rule.ts';

const CHANNEL = 'channel|channelword';
const COIN = 'coins|coin|coinword';
const SERVICE = 'service|serviceword|paymeans';
const SUM = '#money|#number|#percent|sumof|numword';
const BOSS = 'bigman|title|titleword|ourtitle';
const HERE = ['stay', 'sitecall', 'given'];
const SUBJECT = ['subject', 'user', 'pastwork'];
const OTHERS = ['agency', 'recruiter', 'reference', 'ownteam', 'onlytold', ...SUBJECT];

/** Rules with the same surroundings. */
const each = (around: Omit<Rule, 'all'>, rules: readonly (Pick<Rule, 'all'> & Partial<Rule>)[]): readonly Rule[] =>
  rules.map((rule) => ({ ...around, ...rule }));

export const broad: Readonly<Partial<Record<FlagId, readonly Rule[]>>> = {
  'off-platform': each({ unless: HERE, notNear: ['thing', 'work', 'client'], nowhere: ['running'] }, [
    { all: [CHANNEL, '#asks'], within: 1 },
    { all: ['haveyou', `${CHANNEL}|contact`], within: 3 },
  ]),
  'virtual-currency': each({ unless: [...SUBJECT, 'refusecoin'], notNear: ['thing'] }, [
    { all: [COIN, '#asks'], within: 4, strength: 'weak' },
  ]),
  'other-payment-service': each({ unless: [...SUBJECT, 'refusepay', 'withdraw'], notNear: ['thing'] }, [
    {
      all: [SERVICE, 'pay|paycmd|send|accept|salary|price'],
      within: 6,
      with: ['toward', 'mine', 'relative', 'outside'],
    },
  ]),
  'paid-before-work': each({ unless: ['refuseadvance', 'user', 'subject'], nowhere: ['delivered'], negated: true }, [
    { all: ['entryfee', 'laterback'], within: 12 },
    { all: ['entryfee', SUM, 'laterback|pay|paycmd'], within: 12 },
  ]),
  'borrowed-account': each({ unless: ['agency', 'solved', 'subject'], negated: true }, [
    { all: ['verifyw', 'withyours'], within: 13 },
    { all: ['machine|device', 'stayson', 'athome|youearn|reward|split'], within: 14 },
    { all: ['beme', 'interview|call|callword|siteaccount|acct|youearn|split'], within: 12 },
  ]),
  'executive-cold-call': each(
    { unless: ['imade', 'pasttime', 'staffed', 'soldit', 'smallshop'], nowhere: ['pasttitle'] },
    [
      { all: [BOSS, 'wantsyou'], within: 12, stage: ['message'] },
      { all: [BOSS, 'wantsyou', 'wantsyou'], within: 16 },
      { all: ['bigman', 'bigman', 'wantsyou'], within: 14 },
      { all: ['coldopen', 'wantsyou'], within: 14, negated: true },
    ],
  ),
  'introduces-others': each({ stage: ['message', 'bid'], unless: OTHERS, notNear: ['yourpeople'] }, [
    { all: ['mykin', 'takehim'], within: 6, strength: 'weak' },
  ]),
  extortion: each({ unless: ['lawful', 'asagreed', 'honest'], stage: ['message'], negated: true }, [
    { all: ['harmall', 'freework'], within: 14 },
    { all: ['harmall', 'orelse|otherwise|ifnot', `freework|paycmd|youpay|${SUM}`], within: 14 },
    { all: ['harmall', 'deadline|ultimatum', `freework|paycmd|youpay|${SUM}`], within: 14 },
    { all: ['lockedit|encrypted|hostage', `freework|${SUM}|paycmd|youpay|whenpaid`], within: 16 },
  ]),
};
