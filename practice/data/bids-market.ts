// The 13 honest bids on the market stalls' site: eight by people who bid on the dental app as well,
// three of them also on the coffee dashboard, and five by newcomers.
import type { Bid } from './types.ts';

export const honestOnMarket: Bid[] = [
  {
    by: 'quietharbor',
    amount: 2400,
    days: 40,
    text: `Refunding everybody with one click is easy to write and frightening to press. I'd make it a two-step page: it lists each stallholder, the amount, and the charity share that must come back first, then a single confirm. Stripe Connect lets the platform pull the share back with the refund, provided we pay out with a delay of a few days; that delay is the decision you have to take with the charities. I did this once for a folk festival that was rained off two years in a row.`,
  },
  {
    by: 'grace-mwangi',
    amount: 1800,
    days: 30,
    text: `Old phones are my normal. In Nairobi I test on a handset from 2014 with a cracked screen, and if a page takes more than 50 kilobytes I hear about it. For the plan of the square I'd use a plain picture with numbered pitches plus a list below it, since pinching a map is hard with cold fingers. Payment: card, and a link that a helper can pay on behalf of somebody. I'm free from the second week of November.`,
  },
  {
    by: 'thabo-ux',
    amount: 1950,
    days: 32,
    text: `Before any screen I would ring five stallholders and ask how they booked the last time. Ten minutes each, I write it up on two pages, and you keep those whatever you decide. People who say they're bad with computers are mostly bad with forms. So: one question a screen, answers remembered for the next market, "same pitch as last Saturday" as the first and largest button. English and Welsh side by side from the outset, as Welsh words are longer and break layouts.`,
  },
  {
    by: 'lucie-dvorak',
    amount: 2150,
    days: 35,
    text: `My suggestion is to keep the bank transfers for the first season. Cards for those who like them, and for everyone else a reference number which the site matches by itself when you upload the statement from the bank. You lose hours every week matching payments to names, so matching is the feature, and cards are one way to get it. Costs less, frightens nobody. Stripe Connect would come second. What do you think?`,
  },
  {
    by: 'amina-diallo',
    amount: 1850,
    days: 31,
    text: `A website that two charities, four markets and a hundred traders depend on should be understandable by all of them. I'd publish a page in simple words on where each pound of a fee goes. On the technical side: Laravel, Stripe Connect express accounts, so that the charities' treasurers type their bank details at Stripe and we never see them. Every action can be repeated without harm: the refund button may be pressed twice and nothing bad happens.`,
  },
  {
    by: 'hannah-whitlock',
    amount: 1700,
    days: 34,
    text: `My mum sells chutney at a market in Otley, so I'll be user-testing over Sunday lunch. She'd want: a text message saying "you're on pitch 14, arrive by 7", no password, and somebody to ring when it rains. I'd do sign-in by a link in an SMS. I've used Stripe but not yet Connect, I'd rather tell you now; I've read its guide end to end and set up a trial platform last night with two pretend charities.`,
  },
  {
    by: 'hassan-raza-dev',
    amount: 1600,
    days: 24,
    text: `Hello, payments developer here. Three Connect platforms live, the largest splits a tutoring fee between teacher, school and platform. Things to settle: who carries the Stripe fee on a refund (it isn't returned), what if a charity's account gets paused, and whether VAT applies to pitch fees. I prepare a short table of these cases with my recommended answer. A sample row: trader pays 40, charity's part is 12, market called off on Friday night; trader gets 40 back, charity's next payout is reduced by 12, the card fee of roughly 80 pence stays with you, and the ledger shows three lines with one reference. Second sample: trader cancels himself, two days before; your rule decides, the program only applies it and writes down which version of the rule was in force. PHP as you ask, tests for every money path, and I stay through the first four market days.`,
  },
  {
    by: 'ieva-k',
    amount: 2250,
    days: 36,
    text: `Double-entry bookkeeping, small and strict: each fee becomes two rows, each refund the same rows backwards, and at any moment the sum is zero. With this the question "what do we owe the charities" is one query, not an afternoon. I'd write that core first and put the pretty plan of the square on top of it. You own accounts and code. For Welsh I'd ask that you provide the translator, my four languages don't include it.`,
  },
  {
    by: 'maya-okafor',
    amount: 2500,
    days: 38,
    text: `Hi from Baltimore! I led payments at a ticketing start-up before going solo. Here's my short list of what usually goes wrong with Connect: onboarding links that expire, charities registered under a different legal name, disputes landing on the platform instead of the partner. None of them is hard if known on day one. I'd get the four charities through onboarding in the first week with me on the phone, before any code depends on it.`,
  },
  {
    by: 'giorgi-b',
    amount: 1500,
    days: 25,
    text: `Gamarjoba! Stallholder picks a market, a date and a pitch on a plan of the square: I'd draw the plan as SVG, each pitch a real button with a name that a screen reader says aloud ("Pitch 9, by the fountain, free"). Keyboard works, old Android works, printing works. I specialise in accessible front ends, audited two government sites in Tbilisi. Back end by the smallest possible PHP. I have read your project description carefully.`,
  },
  {
    by: 'lars-brandt',
    amount: 2300,
    days: 30,
    text: `What does a pitch cost, and does the price depend on its length, on power supply, on the day? Experience says the price list is where such projects drown, since there's always an agreement from 2009 with the cheese man. I'd put prices and exceptions in one table that you edit yourselves. Twelve years of web development in Kiel, wrote the berth booking of a marina: same thing with boats.`,
  },
  {
    by: 'shanthi-r',
    amount: 1550,
    days: 28,
    text: `I'm excited about the opportunity to support local markets! My favourite part of your brief is the weather: a cancelled market is a bad day for everyone, so messages ought to be kind and quick. I'd prepare the texts in both languages beforehand, have them read by two traders, and send SMS before email. WordPress can do the static pages, a small custom plugin the bookings. Colombo based, 18 sites for cooperatives and temples, a proven track record of finishing things.`,
  },
  {
    by: 'ruben-kasteel',
    amount: 2100,
    days: 33,
    text: `Ghent has forty markets and I've worked on the permit side of it. Traders there renew a season, not a day. Does yours? If yes, season bookings ought to be version one and single days version two, because nine of ten pitches would be sold in a single January week. That week is also your load test. I'd build with Symfony, host in London, and hand over a binder (yes, paper) for the committee.`,
  },
  // A sealed bid, of which the page shows no words.
  {
    by: 'quiet-pier',
    amount: 1950,
    days: 30,
    text: '',
  },
];
