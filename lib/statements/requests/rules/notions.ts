// Rules of few, wide notions (notions/), a group a flag: two or three things said near each other, each in any of the
// many ways in which people say it. They stand beside the rules of narrow phrases and judge a text as those do.
import type { FlagId } from '../request.ts';
import type { Rule } from '../rule.ts';

const CHANNEL = 'channel|channelword';
const COIN = 'coins|coin|coinword';
const SERVICE = 'service|serviceword';
const SUM = '#money|#number|sumof|numword';
const HERE = ['stay', 'sitecall', 'given'];
const SUBJECT = ['subject', 'user', 'pastwork'];

/** Rules with the same surroundings. */
const each = (around: Omit<Rule, 'all'>, rules: readonly (Pick<Rule, 'all'> & Partial<Rule>)[]): readonly Rule[] =>
  rules.map((rule) => ({ ...around, ...rule }));

export const byNotion: Readonly<Record<FlagId, readonly Rule[]>> = {
  'off-platform': each({ unless: HERE, notNear: ['thing', 'work', 'client'], nowhere: ['running'], negated: true }, [
    { all: [CHANNEL, 'chanid'], within: 1, with: ['yours', 'mine', 'ask', 'giveyou', 'invite'], negated: false },
    { all: [CHANNEL, 'alwaysthere'], within: 6, negated: false },
    { all: ['badchat', `invite|findme|hidden|${CHANNEL}`], within: 16, notNear: [] },
    { all: ['samename', `${CHANNEL}|invite|findme`], within: 14 },
    { all: ['hidden', 'findme|invite'], within: 14, notNear: ['thing'], negated: false },
    { all: ['talkw', 'elsew'], within: 3, negated: false, unless: [...HERE, 'protect'] },
  ]),
  'virtual-currency': each({ unless: [...SUBJECT, 'refusecoin'], notNear: ['thing'], negated: false }, [
    { all: [COIN, 'mywage'], within: 7 },
    { all: [COIN, 'onlyso'], within: 2 },
    { all: ['walletword', 'onlyso|giveyou'], within: 6 },
  ]),
  'other-payment-service': each({ unless: ['refusepay', 'withdraw'], notNear: ['thing'] }, [
    { all: ['skipsite', `${SERVICE}|bank|paydetails|pay|paycmd`], within: 16, negated: true },
    { all: ['paydetails', 'giveyou'], within: 9 },
    { all: [SERVICE, 'welcome'], within: 2 },
    {
      all: ['relative|kin', 'konto'],
      within: 3,
      also: [`${SERVICE}|pay|changepay`],
      with: ['changepay', 'pay', 'send'],
    },
  ]),
  'paid-before-work': each(
    {
      stage: ['message', 'bid'],
      unless: ['refuseadvance', 'aftercheck', 'user', 'subject', 'fund', 'ownership'],
      nowhere: ['delivered'],
      negated: true,
    },
    [
      { all: ['release|markdone|closestage', 'hardship|hardword'], within: 18 },
      { all: ['release|markdone|closestage', 'undone|missing'], within: 14 },
      { all: ['hardship|hardword', 'undone'], within: 22, also: ['release|markdone|closestage|paymoney|payact'] },
      { all: ['noreports|noprogress', 'keeppay'], within: 18 },
      { all: ['queuefee', `keptfee|noreturn|${SUM}`], within: 16 },
      { all: ['release|payact', 'pausework'], within: 18 },
    ],
  ),
  'borrowed-account': each(
    { stage: ['message', 'bid'], unless: ['agency', 'solved'], negated: true, strength: 'strong' },
    [
      { all: ['stoppedme|blocked', 'otherowner|otheraccount'], within: 20, also: ['samehands|kin|acct|siteaccount'] },
      { all: ['samehands', 'otherowner|kin|formername'], within: 18 },
      { all: ['formername', 'stoppedme|samehands|acct'], within: 20 },
      { all: ['wedotech', 'youearn'], within: 14, also: ['needperson|acct|front|yourname|interview'] },
      { all: ['needperson', 'wedotech|idowork'], within: 20 },
      { all: ['boxcomes', 'plugit|youearn'], within: 24 },
    ],
  ),
  'executive-cold-call': each(
    {
      unless: ['imade', 'pasttime', 'staffed', 'soldit', 'smallshop'],
      nowhere: ['pasttitle'],
      stage: ['message', 'profile'],
    },
    [
      { all: ['#number|numword', 'devs|engineers', 'freetrial|bench|askmeet|alliance'], within: 18 },
      {
        all: ['coldopen', 'devs|engineers|softfirm|alliance|offerus|freetrial|bench|lackpeople'],
        within: 22,
        negated: true,
      },
      { all: ['alliance', 'askmeet|devs|title|titleword|ourtitle|softfirm|leads'], within: 18 },
      { all: ['title|titleword|ourtitle', 'lackpeople|bench|alliance'], within: 20 },
    ],
  ),
  'other-address': each(
    {
      stage: ['message', 'bid'],
      unless: ['office', 'asagreed', 'shop', 'sendback', 'website', 'subject', 'proven'],
      negated: true,
    },
    [
      { all: ['shipthing|machine', 'dropplace', 'taker|kin|shipto|useother'], within: 16 },
      { all: ['docaddr|iddoc', 'useother', 'shipthing|machine|shipto|dropplace|taker'], within: 18 },
      { all: ['shipthing|machine', 'taker|kin', 'shipto|useother'], within: 14 },
      { all: ['movedoften', 'shipthing|machine|shipto|dropplace', 'taker|kin|dropplace|useother'], within: 18 },
      { all: ['dropplace', 'taker'], within: 12, also: ['shipto|shipthing|machine|docaddr'] },
      {
        all: ['useother|taker|kin|dropplace|movedoften'],
        within: 0,
        before: ['device|parcel|ship|machine|shipthing'],
        with: ['shipto', 'useother', 'elsewhere'],
        strength: 'weak',
      },
      { all: ['shipthing|machine', 'addrw', 'taker|kin|dropplace'], within: 16 },
      { all: ['shipthing|machine', 'addrw', 'changew'], within: 12, strength: 'weak' },
    ],
  ),
  'avoids-video': each({ stage: ['message'], unless: ['brief'], nowhere: ['okvideo'], negated: true }, [
    { all: ['livetest', 'quitcall'], within: 14 },
    { all: ['livetest|quitcall'], within: 0, before: ['video|vid|callword|interview|quitcall|again'] },
    {
      all: ['needface', 'lookatwork|textpref|textonly|quitcall|hidepicture'],
      within: 16,
      stage: ['message', 'profile'],
    },
    {
      all: ['lookatwork|changedmind|idscan|needface'],
      within: 0,
      before: ['video|vid|callword|interview|seeing|livetest'],
    },
    { all: ['kingoes', 'readnotes|changedmind|callword|vid|hidepicture|needface'], within: 14 },
    {
      all: ['promised', 'sendquestions'],
      within: 26,
      also: ['promised', 'excuse|trouble|trouble2|promised'],
      strength: 'weak',
    },
    { all: ['hidepicture', 'vid|callword|sendquestions|textpref|textonly'], within: 9 },
    {
      all: ['trouble|trouble2', 'sendquestions'],
      within: 14,
      strength: 'weak',
      also: ['camera|promised|meetings'],
    },
  ]),
  'introduces-others': each({ stage: ['message', 'bid'], unless: ['agency', 'recruiter', 'reference', 'onlytold'] }, [
    { all: ['kin|people|#name', 'laidoff', 'onebyone|takeme|goodword'], within: 24, negated: true },
    { all: ['kin|helperdid', 'testword', 'helperdid|owncontract'], within: 12, negated: true },
    { all: ['kin|people|#name', 'owncontract'], within: 9, nowhere: ['blocked'] },
    { all: ['owncontract', 'helperdid'], within: 14 },
    { all: ['goodword', 'cvlist|#name|people'], within: 9, also: ['whenneeded|cvlist|onebyone|owncontract'] },
    { all: ['onebyone', 'mycircle|kin'], within: 7, also: ['takeme|laidoff|alsohire|onebyone'] },
    { all: ['sharejobs'], within: 0, strength: 'weak' },
    { all: ['helperdid|helper'], within: 0, before: ['commitsword'] },
  ]),
  extortion: each({ unless: ['lawful', 'asagreed', 'honest'], stage: ['message'], negated: true, strength: 'strong' }, [
    { all: ['authority', 'knowabout', `iforget|youpay|sumof|#money|#number`], within: 22 },
    { all: ['asset|audience|property', 'knowabout', 'ifnot|otherwise|youpay'], within: 18 },
    { all: ['backdoors', 'youpay|iforget|paycmd|firedme|sumof'], within: 22 },
    { all: ['itwasme', 'youpay|paycmd|sumof'], within: 14 },
    { all: ['notsurprised', 'asset|property|audience'], within: 12, strength: 'moderate' },
    { all: ['inmyname', 'itsyours|paycmd'], within: 10 },
    { all: ['iforget', `youpay|${SUM}`, 'knowabout|asset|copyof|ihave|authority'], within: 20 },
    { all: ['youpay', 'knowabout', 'asset|audience|authority'], within: 16 },
    {
      all: ['yourthing', 'harmw', `condw|${SUM}`],
      within: 14,
      also: [`youpay|paycmd|iforget|firedme|${SUM}`],
      strength: 'moderate',
    },
  ]),
  'early-access': each(
    { stage: ['message', 'bid'], unless: ['readonly', 'neverask'], nowhere: ['running', 'fund'], strength: 'weak' },
    [
      { all: ['macros', 'estimateword'], within: 12, negated: true },
      { all: ['antivirus', 'runit|program|installme'], within: 12, negated: true },
      {
        all: ['installme', 'estimateword|antivirus|runit'],
        within: 12,
        also: ['estimateword|antivirus|dealstage|beforecontract'],
      },
      { all: ['secret', 'wantnow'], within: 12 },
      { all: ['linkdevice'], within: 0 },
      { all: ['secret', 'wants|wantnow|asksyours'], within: 12, before: ['notyet'] },
    ],
  ),
};
