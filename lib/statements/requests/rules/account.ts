// Somebody else's account, name or home: accounts that are rented or lent, front persons, heads of companies who call
// unasked, parcels to others, others who are brought along.
import type { FlagRules } from '../rule.ts';

const SUBJECT = ['subject', 'user', 'pastwork', 'clientaccount'];

export const borrowedAccount: FlagRules = {
  id: 'borrowed-account',
  topics: [],
  rules: [
    {
      all: ['blocked', 'siteaccount', 'otheraccount|relative'],
      within: 14,
      unless: [...SUBJECT, 'solved'],
      strength: 'strong',
    },
    { all: ['blocked', 'siteaccount', 'goon'], within: 16, unless: [...SUBJECT, 'solved'] },
    { all: ['blocked', 'otheraccount'], within: 12, unless: [...SUBJECT, 'solved'], strength: 'strong' },
    { all: ['blocked', 'siteaccount', 'channel|channelword|invite'], within: 16, unless: [...SUBJECT, 'solved'] },
    { all: ['vanish', 'otheraccount'], within: 18, negated: true, strength: 'strong' },
    {
      all: ['rent', 'siteaccount'],
      within: 6,
      unless: [...SUBJECT, 'agency'],
      notNear: ['thing', 'server'],
      strength: 'strong',
    },
    { all: ['register', 'siteaccount', 'yourpapers'], within: 12, unless: SUBJECT, strength: 'strong' },
    { all: ['register', 'yourpapers', 'split|reward|goon'], within: 16, unless: SUBJECT, strength: 'strong' },
    { all: ['yourpapers', 'split|reward'], within: 16, unless: SUBJECT, strength: 'strong' },
    { all: ['lend', 'yourpapers|identity'], within: 7, unless: SUBJECT, notNear: ['timespan'], strength: 'strong' },
    { all: ['front'], within: 0, negated: true, unless: SUBJECT, strength: 'strong' },
    {
      all: ['attend', 'interview', 'forme|split|reward|yourname'],
      within: 14,
      unless: [...SUBJECT, 'recruiter'],
      strength: 'strong',
    },
    { all: ['forme', 'interview|call'], within: 6, unless: [...SUBJECT, 'recruiter'], strength: 'strong' },
    { all: ['keeppc'], within: 0, unless: SUBJECT, strength: 'strong' },
    { all: ['receive', 'device', 'remoteuse|reward|athome'], within: 18, unless: SUBJECT, strength: 'strong' },
    {
      all: ['split', 'siteaccount|yourname|calls|front'],
      within: 14,
      unless: [...SUBJECT, 'agency'],
      strength: 'strong',
    },
    { all: ['partner', 'goodaccount'], within: 9, unless: SUBJECT, strength: 'strong' },
    { all: ['givelogin', 'siteaccount|split|reward'], within: 14, unless: [...SUBJECT, 'fund'] },
    { all: ['yourname', 'reward'], within: 14, unless: SUBJECT },
    // "I bid from my cousin's account", "this is not my name".
    {
      all: ['kin', 'acct', 'usevia|hireme'],
      within: 4,
      unless: [...SUBJECT, 'agency'],
      also: ['lowrating|notmyname|hireme'],
      strength: 'strong',
    },
    { all: ['kin', 'acct'], within: 3, unless: [...SUBJECT, 'agency'], notNear: ['ownone'], strength: 'weak' },
    { all: ['notmyname', 'acct'], within: 14, negated: true, unless: SUBJECT },
    { all: ['youracct', 'useit', 'reward|split|sumof|#percent|#money|#number'], within: 12, unless: [...SUBJECT, 'recruiter'], strength: 'strong' },
    { all: ['sellacct'], within: 0, unless: SUBJECT },
    { all: ['blocked|lowrating', 'sendoffer', 'acct'], within: 14, negated: true, unless: [...SUBJECT, 'solved'], strength: 'strong' },
    { all: ['othersprofile', 'sendoffer|usevia|blocked|lowrating'], within: 8, negated: true, unless: [...SUBJECT, 'agency'] },
    { all: ['sendoffer', '#name', 'acct'], within: 6, unless: [...SUBJECT, 'agency'], also: ['blocked|lowrating'] },
    { all: ['youracct', 'useit'], within: 3, unless: [...SUBJECT, 'recruiter'], also: ['youdo|idowork|split|reward|sumof|sellacct|forme'] },
    // A computer that stays on at somebody's home; somebody who sits in the calls.
    {
      all: ['poweredon', 'machine', 'yourplace|remote|remoteuse'],
      within: 9,
      negated: true,
      unless: SUBJECT,
      strength: 'strong',
    },
    { all: ['youdo', 'idowork'], within: 14, unless: SUBJECT, strength: 'strong' },
    {
      all: ['youdo', 'callword', 'reward|split|#percent|#money'],
      within: 14,
      unless: [...SUBJECT, 'recruiter'],
      strength: 'strong',
    },
    {
      all: ['idowork', 'split|#percent'],
      within: 9,
      unless: [...SUBJECT, 'agency'],
      also: ['youdo|callword|acct'],
      strength: 'strong',
    },
  ],
};

export const executiveColdCall: FlagRules = {
  id: 'executive-cold-call',
  topics: ['agency', 'whodecides'],
  ofPost: ['agency', 'title', 'titleword'],
  rules: [
    {
      all: ['title|titleword', 'pitch'],
      within: 22,
      unless: ['pasttime', 'yourtitle', 'staffed'],
      nowhere: ['pasttitle'],
    },
    { all: ['founded', 'pitch'], within: 18, unless: ['soldit'] },
    {
      all: ['title|titleword', 'firmname', 'invite|#number|pitchword'],
      within: 14,
      unless: ['pasttime', 'yourtitle', 'staffed'],
      nowhere: ['pasttitle'],
    },
    { all: ['ourtitle', 'wantstalk'], within: 10 },
    {
      all: ['title|titleword', 'selfis', 'pitchany'],
      within: 12,
      unless: ['pasttime', 'yourtitle', 'staffed', 'soldit', 'smallshop'],
      nowhere: ['pasttitle'],
    },
    { all: ['ourtitle', 'pitchany'], within: 9, unless: ['staffed'] },
    { all: ['founded', 'pitchany'], within: 12, unless: ['soldit', 'pasttime'] },
    { all: ['leads', 'engineers', 'pitchany'], within: 14, unless: ['pasttime', 'staffed'], strength: 'weak' },
    { all: ['leads', 'engineers', 'offer|pitch'], within: 20, unless: ['pasttime'] },
    {
      all: ['title|titleword', 'softfirm', 'offerus'],
      within: 16,
      unless: ['pasttime', 'yourtitle', 'staffed'],
      nowhere: ['pasttitle'],
    },
    {
      all: ['title|titleword', 'offerus'],
      within: 9,
      with: ['selfis', '#number', 'engineers'],
      unless: ['pasttime', 'yourtitle', 'staffed', 'smallshop'],
      nowhere: ['pasttitle'],
    },
    { all: ['leads', 'softfirm', 'offerus'], within: 14, unless: ['pasttime', 'staffed', 'smallshop'] },
    { all: ['ourtitle', 'offerus'], within: 12, unless: ['staffed'] },
  ],
};

const ELSEWHERE = 'elsewhere|relative|forwarder|locker';
const AT_HOME = ['office', 'asagreed', 'proof', 'shop', 'sendback', 'website'];

export const otherAddress: FlagRules = {
  id: 'other-address',
  topics: ['asksother'],
  rules: [
    { all: ['ship', 'device', ELSEWHERE], within: 14, unless: AT_HOME, strength: 'moderate' },
    {
      all: ['device', 'elsewhere|forwarder|locker'],
      within: 8,
      with: ['ship', 'mine', 'receives', 'parcel', 'please'],
      unless: [...AT_HOME, 'subject'],
    },
    { all: ['ship', ELSEWHERE], within: 7, unless: [...AT_HOME, 'subject'], also: ['device|parcel|receives|papers'] },
    { all: ['forwarder', 'parcel|label|ship|device'], within: 12, unless: [...AT_HOME, 'subject'] },
    {
      all: ['locker', 'parcel|ship|device|nopapers|better'],
      within: 14,
      negated: true,
      unless: [...AT_HOME, 'subject'],
    },
    { all: ['relative', 'receives'], within: 9, unless: [...AT_HOME, 'subject'] },
    {
      all: ['badaddress', 'elsewhere|ship|below|parcel'],
      within: 16,
      negated: true,
      unless: ['office', 'proof', 'shop'],
    },
    {
      all: ['moved', 'ship|notplace|papers|device'],
      within: 18,
      negated: true,
      unless: AT_HOME,
      before: ['device|parcel|ship'],
    },
    { all: ['notplace', 'device|ship'], within: 12, negated: true, unless: AT_HOME },
    { all: ['refuseproof'], within: 0, negated: true, before: ['proof|address'] },
    {
      all: ['relative', 'placenoun'],
      within: 4,
      with: ['ship', 'receives'],
      unless: [...AT_HOME, 'subject'],
      also: ['device|parcel'],
    },
    { all: ['device', 'instead', 'placenoun'], within: 9, unless: [...AT_HOME, 'subject'] },
    {
      all: ['elsewhere|relative|forwarder|locker|notplace'],
      within: 0,
      negated: true,
      unless: AT_HOME,
      before: ['device|parcel|ship'],
      strength: 'weak',
    },
    { all: ['redirect', 'elsewhere|carrier'], within: 12, unless: [...AT_HOME, 'subject'] },
    { all: ['othername', 'receiver'], within: 8, unless: AT_HOME },
    { all: ['papers', 'ship', ELSEWHERE], within: 14, unless: AT_HOME },
    { all: ['machine', 'shipto', 'kin'], within: 9, unless: [...AT_HOME, 'subject'] },
    {
      all: ['shipto|parcelname', 'kin', 'takesit|placeof'],
      within: 9,
      unless: [...AT_HOME, 'subject'],
      also: ['machine'],
    },
    {
      all: ['getparcel', 'iddoc|nothome|otherone'],
      within: 12,
      negated: true,
      unless: [...AT_HOME, 'subject'],
      nowhere: ['asagreed'],
    },
    {
      all: ['nothome', 'machine|shipto', 'placeof|otherone|kin'],
      within: 14,
      negated: true,
      unless: [...AT_HOME, 'subject'],
    },
    { all: ['reship', 'machine|shipto'], within: 9, unless: [...AT_HOME, 'subject'] },
    {
      all: ['shipto', 'otherone', 'placeof'],
      within: 6,
      unless: [...AT_HOME, 'subject'],
      also: ['machine|iddoc'],
      nowhere: ['asagreed'],
    },
    { all: ['iddoc', 'otherone', 'shipto'], within: 10, negated: true, unless: [...AT_HOME, 'subject'] },
    { all: ['parcelname|shipto', '#name', 'takesit|notmyname|nothome'], within: 9, unless: [...AT_HOME, 'subject'] },
    { all: ['iddoc', 'kin|otherone|reship', 'shipto|machine|getparcel'], within: 14, negated: true, unless: [...AT_HOME, 'subject'] },
    { all: ['takesit', 'machine', 'office|kin|#name'], within: 9, unless: ['subject', 'proof', 'shop', 'website'], strength: 'weak' },
    { all: ['parcelname', 'otherone|takesit|notmyname'], within: 10, negated: true, unless: [...AT_HOME, 'subject'] },
  ],
};

const ASKED = ['agency', 'recruiter', 'reference'];
const BRINGS = [...ASKED, 'subject', 'user', 'pastwork'];

export const introducesOthers: FlagRules = {
  id: 'introduces-others',
  topics: ['asksothers'],
  ofPost: ['teamwanted'],
  rules: [
    { all: ['person', 'hire|recommend'], within: 9, unless: ASKED, notNear: ['yourpeople'] },
    { all: ['person', 'isfree'], within: 9, unless: ASKED, notNear: ['yourpeople'] },
    { all: ['mypeople', 'offerperson'], within: 7, unless: ASKED, notNear: ['yourpeople'], strength: 'weak' },
    { all: ['bring', 'person|more'], within: 7, unless: ASKED },
    { all: ['ifneed', 'person|candidates'], within: 14, unless: ASKED },
    { all: ['person', 'replaces'], within: 9, unless: ASKED },
    { all: ['knowsomeone'], within: 0, unless: ASKED },
    { all: ['candidates', 'ready|person'], within: 9, unless: ASKED },
    { all: ['applicant', 'person|vouch'], within: 10, unless: ASKED },
    // A person of theirs who is good, free, or to be taken as well.
    {
      all: ['kin', 'skilled'],
      within: 7,
      with: ['toobesides', 'alsohire', 'introduceyou', 'availablenow'],
      unless: BRINGS,
      notNear: ['yourpeople'],
    },
    {
      all: ['kin|people', 'alsohire'],
      within: 6,
      with: ['toobesides', 'kin', 'iknow', 'mycircle'],
      unless: BRINGS,
      notNear: ['yourpeople'],
      strength: 'weak',
    },
    { all: ['kin', 'introduceyou|availablenow'], within: 8, unless: BRINGS, notNear: ['yourpeople'] },
    {
      all: ['iknow', 'people', 'availablenow|introduceyou|fityou|skilled'],
      within: 9,
      unless: BRINGS,
      notNear: ['yourpeople'],
    },
    {
      all: ['iknow|mycircle', 'acouple', 'people'],
      within: 4,
      unless: BRINGS,
      notNear: ['yourpeople'],
      also: ['availablenow|introduceyou|fityou|whenneeded|mycircle|alsohire'],
    },
    {
      all: ['bringin', 'people|kin', 'mycircle|acouple|whenneeded'],
      within: 7,
      unless: BRINGS,
      notNear: ['yourpeople'],
    },
    { all: ['mycircle', 'people', 'whenneeded|bringin|availablenow'], within: 12, unless: BRINGS },
    { all: ['whenneeded', 'kin|mycircle'], within: 12, unless: BRINGS, notNear: ['yourpeople'] },
    { all: ['kin', 'carryon|replaces', 'inmyplace|jobfound'], within: 10, unless: BRINGS },
    { all: ['handover', 'kin'], within: 8, unless: BRINGS },
    { all: ['kin', 'work3'], within: 7, unless: BRINGS, notNear: ['yourpeople'], strength: 'weak' },
    { all: ['#name', 'carryon|replaces', 'inmyplace|jobfound'], within: 9, unless: BRINGS },
    { all: ['#name', 'alsohire', 'kin|mycircle'], within: 9, unless: BRINGS, strength: 'weak' },
    { all: ['alsohire', 'toobesides'], within: 2, unless: BRINGS, also: ['kin|people|mycircle|skilled'], strength: 'weak' },
  ],
};
