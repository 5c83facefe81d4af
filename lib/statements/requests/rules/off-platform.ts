// An invitation to talk, or to make a deal, elsewhere than on the marketplace.
import type { FlagRules } from '../rule.ts';

const CHANNEL = 'channel|channelword';
const REFUSED = ['stay', 'sitecall', 'thing', 'subject'];

export const offPlatform: FlagRules = {
  id: 'off-platform',
  topics: ['channel', 'channelword', 'contact', 'worktool', 'reach', 'mailhost'],
  ofPost: ['channel', 'channelword', 'worktool'],
  // Contacts before the contract are usual on the first; the others are no marketplaces.
  usualOn: ['freelancehunt', 'github', 'linkedin', 'stackoverflow'],
  // Freelancer.com, Fiverr, PeoplePerHour and Workana forbid it after the contract as well.
  usualOnceHired: ['upwork', 'guru', 'truelancer'],
  rules: [
    { all: ['invite', CHANNEL], unless: ['stay', 'sitecall'], notNear: ['thing'], nowhere: ['running'] },
    {
      all: ['move', `${CHANNEL}|worktool`],
      within: 5,
      unless: ['stay', 'sitecall'],
      notNear: ['thing', 'client'],
      nowhere: ['running'],
    },
    { all: ['ask', CHANNEL], within: 3, unless: ['stay', 'subject'], notNear: ['thing'], nowhere: ['running'] },
    {
      all: ['asksyours', `${CHANNEL}|contact`],
      within: 4,
      unless: ['stay', 'subject', 'user'],
      notNear: ['thing', 'work'],
      nowhere: ['running'],
    },
    { all: ['addedyou', CHANNEL], within: 4, unless: REFUSED, notNear: ['thing'], nowhere: ['running'] },
    { all: ['ask', 'yours', 'contact'], within: 4, unless: ['stay'], notNear: ['thing', 'work'], nowhere: ['running'] },
    { all: ['better', CHANNEL], within: 4, unless: REFUSED, notNear: ['thing'], nowhere: ['running'] },
    { all: [CHANNEL, '#colon'], within: 0, ordered: true, notNear: ['thing'], unless: ['subject'] },
    {
      all: [CHANNEL, '#handle|#mail|#phone|#invite|#nick|nick|spelt'],
      within: 4,
      notNear: ['thing'],
      unless: ['stay'],
    },
    {
      all: ['invite', '#handle|#mail|#phone|#invite|nick|spelt'],
      within: 7,
      unless: ['stay', 'sitecall'],
      notNear: ['thing', 'work'],
    },
    {
      all: ['contact', '#mail|#phone|#handle|spelt'],
      within: 5,
      unless: ['stay', 'given'],
      notNear: ['thing', 'work'],
    },
    { all: ['mine', 'contact', 'mailhost'], within: 4, unless: ['stay', 'given'] },
    { all: ['mine', 'contact', 'hidden'], within: 9, unless: ['stay', 'work'] },
    { all: ['invite', 'hidden', 'there'], within: 9, unless: ['stay'] },
    { all: ['invite', 'contact', 'hidden'], within: 9, unless: ['stay'] },
    { all: ['invite', 'contact', 'mine'], within: 5, unless: ['stay'], strength: 'weak' },
    { all: ['appby'], within: 0 },
    { all: ['#invite', 'invite|join'], within: 9 },
    {
      all: ['outside', 'deal|cheaper|fee'],
      within: 10,
      unless: ['stay', 'protect'],
      notNear: ['client'],
      strength: 'strong',
    },
    { all: ['direct', 'fee|cheaper'], within: 12, unless: ['stay', 'protect', 'expense'], strength: 'strong' },
    { all: ['fee', 'cheaper', 'direct|outside'], within: 14, unless: ['stay', 'protect'], strength: 'strong' },
    { all: ['closecontract', 'outside|direct'], within: 10, strength: 'strong' },
    { all: ['platformtakes', 'justus'], within: 18, unless: ['stay', 'protect'], strength: 'strong' },
    {
      all: ['justus', 'arrange', 'fee|cheaper|platformtakes'],
      within: 12,
      unless: ['stay', 'protect'],
      notNear: ['client'],
      strength: 'strong',
    },
  ],
};
