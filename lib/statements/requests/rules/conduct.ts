// Who is not to be seen, what is threatened, and what is wanted before there is a contract.
import type { Stage } from '../request.ts';
import type { FlagRules } from '../rule.ts';

const WILLING = ['okvideo', 'reschedule'];
/** Who names another way, or speaks of what is built. */
const CAN = [...WILLING, 'subject', 'user', 'brief'];

export const avoidsVideo: FlagRules = {
  id: 'avoids-video',
  topics: ['nocalls'],
  topicsOfPost: ['nocalls'],
  rules: [
    { all: ['flatrefusal'], within: 0, negated: true, unless: [...WILLING, 'subject'] },
    {
      all: ['neg', 'video'],
      within: 3,
      ordered: true,
      negated: true,
      with: ['textonly', 'never', 'meetings'],
      unless: [...WILLING, 'subject'],
    },
    { all: ['neg', 'video', 'textonly'], within: 14, negated: true, unless: [...WILLING, 'subject'] },
    {
      all: ['off', 'camera'],
      within: 4,
      negated: true,
      with: ['always', 'policy', 'textonly'],
      unless: [...WILLING, 'subject'],
    },
    { all: ['standin', 'interview|video|call'], within: 9, negated: true, unless: ['subject'], strength: 'moderate' },
    {
      all: ['trouble|textonly|whyneed'],
      within: 0,
      negated: true,
      nowhere: ['okvideo', 'reschedule'],
      before: ['again'],
      strength: 'strong',
    },
    {
      all: ['textonly|whyneed|firstcontract|notmyface'],
      within: 0,
      negated: true,
      nowhere: ['okvideo', 'reschedule'],
      before: ['video|interview|call'],
    },
    {
      all: ['trouble|excuse'],
      within: 0,
      negated: true,
      nowhere: ['okvideo'],
      before: ['again', 'video|interview|call'],
      strength: 'moderate',
    },
    {
      all: ['excuse', 'textonly|trouble|video'],
      within: 9,
      negated: true,
      nowhere: ['okvideo', 'reschedule'],
      before: ['video|interview|call'],
      strength: 'weak',
    },
    {
      all: ['trouble', 'textonly'],
      within: 14,
      negated: true,
      nowhere: ['okvideo', 'reschedule'],
      before: ['video|interview|call'],
      strength: 'weak',
    },
    { all: ['badspeech', 'textonly'], within: 12, negated: true, unless: WILLING, strength: 'weak' },
    { all: ['notmyface'], within: 0, negated: true, unless: [...WILLING, 'subject'], strength: 'weak' },
    { all: ['recorded', 'noneed'], within: 12, negated: true, unless: WILLING },
    { all: ['intext', 'interview'], within: 8, negated: true, unless: WILLING },
    // "I never do video", "no meetings, only messages", "my work speaks for itself".
    { all: ['vid', 'habit', 'neg'], within: 4, negated: true, unless: CAN, nowhere: ['okvideo'] },
    {
      all: ['skipit|unneeded|neg', 'vid|callword', 'textpref|workspeaks|never'],
      within: 10,
      negated: true,
      unless: CAN,
      nowhere: ['okvideo', 'reschedule'],
    },
    {
      all: ['unneeded', 'callword|vid'],
      within: 3,
      negated: true,
      unless: CAN,
      nowhere: ['okvideo', 'reschedule'],
      strength: 'weak',
    },
    {
      all: ['skipit', 'vid'],
      within: 1,
      ordered: true,
      negated: true,
      unless: CAN,
      nowhere: ['okvideo', 'reschedule'],
      strength: 'weak',
    },
    // Why not, and in writing instead.
    {
      all: ['vid|callword', 'trouble2|dislike|unneeded', 'textpref'],
      within: 14,
      negated: true,
      unless: CAN,
      nowhere: ['okvideo', 'reschedule'],
    },
    {
      all: ['vid', 'dislike'],
      within: 5,
      negated: true,
      unless: CAN,
      nowhere: ['okvideo', 'reschedule'],
      strength: 'weak',
    },
    { all: ['facemust'], within: 0, negated: true, unless: CAN, nowhere: ['okvideo', 'reschedule'], strength: 'weak' },
    { all: ['notsee'], within: 0, negated: true, unless: CAN, nowhere: ['okvideo', 'reschedule'], strength: 'weak' },
    {
      all: ['trouble2|dislike|textpref|unneeded'],
      within: 0,
      negated: true,
      nowhere: ['okvideo', 'reschedule'],
      before: ['vid|video|interview|callword'],
      strength: 'weak',
    },
    { all: ['faceword', 'private'], within: 3, negated: true, unless: CAN, nowhere: ['okvideo'], strength: 'weak' },
    { all: ['recordedvid', 'insteadof', 'callword|vid'], within: 9, negated: true, unless: CAN },
    {
      all: ['kin', 'willjoin', 'callword'],
      within: 7,
      negated: true,
      with: ['betterlang', 'inmyplace', 'insteadof'],
      unless: ['subject'],
      nowhere: ['okvideo'],
    },
    {
      all: ['kin', 'callword', 'betterlang|inmyplace'],
      within: 10,
      negated: true,
      unless: ['subject'],
      nowhere: ['okvideo'],
    },
  ],
};

const LAWFUL = ['lawful', 'asagreed', 'honest'];

/** Nobody threatens a client in a profile. */
const ADDRESSED: readonly Stage[] = ['message', 'bid'];

const SUM = 'sumof|#money|#number';
const ASSET = 'asset|audience|copyof';
const HARM = {
  stage: ADDRESSED,
  negated: true,
  unless: [...LAWFUL, 'subject', 'pastwork'],
  strength: 'strong',
} as const;

/** The same where the client's own customers are whom it is told to. */
const TOLD = { ...HARM, unless: LAWFUL } as const;
/** The same where a dispute or a review is to be taken back: the word alone is lawful. */
const ASKED_BACK = { ...HARM, unless: ['asagreed', 'honest', 'pastwork'] } as const;

export const extortion: FlagRules = {
  id: 'extortion',
  topics: [],
  rules: [
    {
      all: ['threat', 'ultimatum|soon', 'demand'],
      stage: ADDRESSED,
      within: 18,
      negated: true,
      unless: LAWFUL,
      strength: 'strong',
    },
    {
      all: ['threat', 'property', 'ultimatum|demand'],
      stage: ADDRESSED,
      within: 18,
      negated: true,
      unless: LAWFUL,
      strength: 'strong',
    },
    {
      all: ['hostage', 'demand|ultimatum|soon'],
      stage: ADDRESSED,
      within: 16,
      negated: true,
      unless: LAWFUL,
      strength: 'strong',
    },
    {
      all: ['kept', 'demand|ultimatum|veiled'],
      stage: ADDRESSED,
      within: 22,
      negated: true,
      unless: LAWFUL,
      strength: 'strong',
    },
    {
      all: ['badreview', 'demand|ultimatum|soon', 'paycmd|sumof|#money|freework|orelse|otherwise|goodstars'],
      stage: ADDRESSED,
      within: 14,
      negated: true,
      unless: LAWFUL,
      strength: 'strong',
    },
    { all: ['veiled', 'demand|property'], stage: ADDRESSED, within: 4, negated: true, unless: LAWFUL },
    { all: ['threat', 'payor'], stage: ADDRESSED, within: 14, negated: true, unless: LAWFUL, strength: 'strong' },
    // "Pay, or your data goes public."
    { all: ['paycmd', 'orelse', 'publish|destroy', ASSET], ...HARM, within: 14 },
    // In this order: what is shown to everyone before an "Otherwise:" is no threat.
    { all: [SUM, 'otherwise', 'publish|destroy|audience'], ...HARM, within: 12, ordered: true, also: [ASSET] },
    { all: [SUM, 'deadline', 'otherwise', 'asset|destroy|publish'], ...HARM, within: 14 },
    // "If I don't get my money, I post them", "no five stars, and the site is down".
    { all: ['ifnot', 'goodstars|sumof|paycmd', 'publish|destroy'], ...HARM, within: 12 },
    { all: ['ifnot', 'publish|destroy', 'asset', 'audience|copyof|ihave'], ...HARM, within: 16 },
    { all: ['removeit', 'reviewword', 'orelse', 'publish|destroy'], ...HARM, within: 14 },
    // "You fired me. I still have your code."
    { all: ['firedme', 'ihave', 'asset|copyof'], ...HARM, within: 16, strength: 'moderate' },
    {
      all: ['ihave', 'asset', 'copyof|publish', 'sumof|silence|audience|pityif'],
      ...HARM,
      within: 20,
      with: [],
      strength: 'moderate',
    },
    { all: ['lockedit', 'asset', 'getback|whenpaid'], ...HARM, within: 14, strength: 'moderate' },
    { all: ['getback', 'whenpaid', 'asset'], ...HARM, within: 10, also: ['lockedit'] },
    { all: ['pityif', 'asset|audience|copyof', 'publish|destroy'], ...HARM, within: 10, strength: 'moderate' },
    { all: ['pityif', 'publish', 'sumof|silence|#money|#number'], ...HARM, within: 14, strength: 'moderate' },
    { all: ['silence', SUM], ...HARM, within: 14, also: ['asset|audience|copyof'], strength: 'moderate' },
    { all: ['silence', 'asset', 'ihave|copyof|paycmd'], ...HARM, within: 22, strength: 'moderate' },
    { all: ['lastwarning', `${SUM}|publish|destroy`], ...HARM, within: 12, strength: 'moderate' },
    {
      all: ['threat|publish|destroy', 'ultimatum|soon|otherwise|ifnot|deadline|whenpaid', 'paycmd|sumof|goodstars'],
      ...HARM,
      within: 12,
      with: ['asset', 'audience', 'copyof'],
    },
    { all: ['paycmd|sumof', 'otherwise|orelse', 'publish|destroy'], ...HARM, within: 9, strength: 'moderate' },
    {
      all: ['ihave', 'asset', 'getback'],
      ...HARM,
      within: 14,
      also: [`sumof|paycmd|#money|#number`],
      strength: 'moderate',
    },
    { all: ['pityif', 'audience', 'paycmd|sumof'], ...HARM, within: 22, strength: 'moderate' },
    { all: ['notback', 'asset', 'ifnot|otherwise|whenpaid|sumof|#number'], ...HARM, within: 14, strength: 'moderate' },
    {
      all: ['publish', 'audience', 'goodstars|reviewword', 'ifnot|ultimatum|soon|otherwise'],
      ...HARM,
      within: 18,
      strength: 'moderate',
    },
    { all: ['ihave|kept', 'audience', 'publish', 'paycmd|sumof'], ...HARM, within: 18, strength: 'moderate' },
    { all: ['goodstars', 'orelse', 'publish|destroy'], ...HARM, within: 9 },
    { all: ['ihave', 'publish|asset', 'silence'], ...HARM, within: 22, also: [SUM], strength: 'moderate' },
    { all: ['dependson', 'asset|audience', 'paycmd|sumof|destroy'], ...HARM, within: 18, strength: 'moderate' },
    { all: ['ihave', 'asset', 'audience', 'publish'], ...HARM, within: 16, strength: 'moderate' },
    // "Pay by Sunday; then your customers hear from me": the client's customers are whom it is about.
    { all: ['paycmd', SUM, 'publish|getonline', 'audience'], ...TOLD, within: 16, also: ['deadline|ultimatum|soon'] },
    { all: ['nomoney', 'asset|audience', 'publish|destroy|getonline'], ...HARM, within: 12 },
    { all: ['asset', 'ihave', 'wouldnot'], ...HARM, within: 14, strength: 'moderate' },
    { all: ['silence', 'costsyou|paycmd', SUM], ...HARM, within: 8, strength: 'moderate' },
    { all: ['costsyou', 'silence', 'asset|audience'], ...HARM, within: 12, strength: 'moderate' },
    { all: ['goodstars|raisepay', 'orelse|otherwise', 'audience|getonline|publish'], ...HARM, within: 9 },
    { all: ['ihave', 'paycmd', 'silence'], ...HARM, within: 16, strength: 'moderate' },
    { all: ['encrypted', SUM, 'getback|whenpaid|paycmd'], ...HARM, within: 12 },
    { all: ['raisepay', 'ifnot|otherwise|orelse', 'asset|publish|destroy'], ...HARM, within: 14 },
    { all: ['pityif', 'asset', 'destroy', SUM], ...HARM, within: 16, strength: 'moderate' },
    { all: ['ifyou', 'publish|destroy|getonline', 'asset|audience'], ...ASKED_BACK, within: 14, with: ['iact'] },
    { all: ['removeit', 'reviewword', 'orelse|otherwise', 'publish|destroy|getonline'], ...ASKED_BACK, within: 14 },
    { all: ['lockedit', 'asset', 'getback', `${SUM}|whenpaid|paycmd`], ...HARM, within: 14, strength: 'moderate' },
    {
      all: ['publish|destroy|getonline', 'ifnot|otherwise|nomoney|ultimatum', 'asset|audience'],
      ...HARM,
      within: 14,
      with: ['iact'],
    },
    { all: ['ihave', 'asset', 'raisepay'], ...HARM, within: 16, strength: 'moderate' },
    { all: ['ifnot', 'sumof', 'publish|getonline|destroy'], ...HARM, within: 14, strength: 'moderate' },
    {
      all: ['paycmd', 'asset', 'getonline'],
      ...HARM,
      within: 14,
      also: ['deadline|soon|wouldnot'],
      strength: 'moderate',
    },
  ],
};

const AGREED = ['running', 'readonly', 'subject', 'neverask', 'workself', 'toknow'];

export const earlyAccess: FlagRules = {
  id: 'early-access',
  topics: ['offersaccess'],
  rules: [
    {
      all: ['wants', 'secret', 'beforecontract'],
      within: 16,
      unless: AGREED,
      nowhere: ['running', 'fund'],
      strength: 'weak',
    },
    { all: ['wants', 'secret'], within: 6, unless: AGREED, nowhere: ['running', 'fund'], strength: 'weak' },
    {
      all: ['secret', 'beforecontract'],
      within: 9,
      unless: [...AGREED, 'ilook'],
      nowhere: ['running', 'fund'],
      strength: 'weak',
    },
    { all: ['wants', 'allcode'], within: 9, unless: AGREED, nowhere: ['running', 'fund'], strength: 'weak' },
    { all: ['runit', 'run|program|terminal'], within: 8, unless: AGREED, strength: 'weak' },
    { all: ['run', 'run|beforecontract'], within: 8, unless: AGREED, strength: 'weak' },
    {
      all: ['remote', 'wants|install|beforecontract|yourpc'],
      within: 9,
      unless: AGREED,
      nowhere: ['running', 'fund'],
      strength: 'weak',
    },
    { all: ['nonda', 'wants|secret'], within: 14, negated: true, strength: 'weak' },
    {
      all: ['wants', 'secret', 'dealstage'],
      within: 12,
      unless: AGREED,
      nowhere: ['running', 'fund'],
      strength: 'weak',
    },
    {
      all: ['secret', 'dealstage'],
      within: 9,
      unless: [...AGREED, 'ilook'],
      nowhere: ['running', 'fund'],
      strength: 'weak',
    },
    {
      all: ['runit|install|wants', 'remote'],
      within: 3,
      unless: AGREED,
      nowhere: ['running', 'fund'],
      strength: 'weak',
      also: ['beforecontract|dealstage|yourpc'],
    },
    {
      all: ['runit', 'program', 'yourpc|dealstage'],
      within: 9,
      unless: AGREED,
      nowhere: ['running', 'fund'],
      strength: 'weak',
    },
  ],
};
