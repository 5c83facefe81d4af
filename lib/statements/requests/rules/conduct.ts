// Who is not to be seen, what is threatened, and what is wanted before there is a contract.
import type { Stage } from '../request.ts';
import type { FlagRules } from '../rule.ts';

const WILLING = ['okvideo', 'reschedule'];

export const avoidsVideo: FlagRules = {
  id: 'avoids-video',
  topics: ['nocalls'],
  ofPost: [],
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
  ],
};

const LAWFUL = ['lawful', 'asagreed', 'honest'];

/** Nobody threatens a client in a profile. */
const ADDRESSED: readonly Stage[] = ['message', 'bid'];

export const extortion: FlagRules = {
  id: 'extortion',
  topics: [],
  rules: [
    {
      all: ['threat', 'ultimatum', 'demand'],
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
      all: ['hostage', 'demand|ultimatum'],
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
      all: ['badreview', 'demand|ultimatum'],
      stage: ADDRESSED,
      within: 14,
      negated: true,
      unless: LAWFUL,
      strength: 'strong',
    },
    { all: ['veiled', 'demand|property'], stage: ADDRESSED, within: 18, negated: true, unless: LAWFUL },
    { all: ['threat', 'payor'], stage: ADDRESSED, within: 14, negated: true, unless: LAWFUL, strength: 'strong' },
  ],
};

const AGREED = ['running', 'readonly', 'subject', 'neverask'];

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
    { all: ['secret', 'beforecontract'], within: 9, unless: AGREED, nowhere: ['running', 'fund'], strength: 'weak' },
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
  ],
};
