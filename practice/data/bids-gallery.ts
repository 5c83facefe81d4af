// The bids on the post that shows every red flag: each of whom a red flag finds, in a few words of their own, and some of
// whom none does. Who asks for something in a bid does so at its end.
import type { Bid } from './types.ts';

export const galleryBids: Bid[] = [
  {
    by: 'quickfix-joe',
    amount: 1900,
    days: 14,
    text: `Can do, 5 days, fixed price.`,
  },
  {
    by: 'flutterfred',
    amount: 2600,
    days: 19,
    text: `Two screens for the front desk, built in Flutter web beside the app you already have. I would begin with the list of the day and leave the search for the second week.

For anything quick add me on Telegram (@flutterfred), I hardly look in here. If you pay me in USDT I take ten percent off.`,
  },
  {
    by: 'hannah-whitlock',
    amount: 3300,
    days: 24,
    text: `Three weeks, evenings mostly. I have the old screens of my aunt's surgery in Leeds to compare with, and she has promised to be rude about mine.`,
  },
  {
    by: 'rajat-mobile',
    amount: 2400,
    days: 29,
    text: `We are a team of six and have done counters for an eye clinic before. Three milestones: plan, build, handover with a recorded walk through.

Kindly share your WhatsApp so our manager can explain. You can pay us directly by Payoneer, then there is no commission.`,
  },
  {
    by: 'appsbychloe',
    amount: 3100,
    days: 15,
    text: `Soft colours, large type, and a list that reads like a diary. I tested my last one with two receptionists over sixty and kept what they kept.`,
  },
  {
    by: 'carlos-iturbe',
    amount: 2200,
    days: 20,
    text: `I would sit in one clinic for a morning, count every click that the receptionist makes today, and show you the same morning again after the change.

I accept payment in Bitcoin as well, which is less trouble for me.`,
  },
  {
    by: 'shanthi-r',
    amount: 2900,
    days: 25,
    text: `Our cooperative's desk in Kandy runs on a page I made in 2019, and it still prints the queue tickets. Yours would be its younger sister.`,
  },
  {
    by: 'priya-menon',
    amount: 2000,
    days: 30,
    text: `Offline first, because the wire in Ballina is what it is. The desk keeps the next two days on its own disk and tells you when it last heard from the server.

My terms: 100% in advance by bank transfer to my account, I do not work with milestones.`,
  },
  {
    by: 'olumide_dev',
    amount: 2700,
    days: 16,
    text: `Families again: when a mother rings, the desk should see all three children at once. That is one query, and I would rather write it first than last.`,
  },
  {
    by: 'sunny-builds',
    amount: 3400,
    days: 21,
    text: `Hello hello! A cheerful, fast page with big letters ☀️ Night mode for the late desk, and a printed list for the day when the power goes.

Please release the payment first and then I send you the screens 🙏`,
  },
  {
    by: 'thabo-ux',
    amount: 2500,
    days: 26,
    text: `Give me a morning behind the counter in Galway by video and I give you a drawing on paper by evening. Nothing is coded until your staff has scribbled on it.`,
  },
  {
    by: 'brightpath-dev',
    amount: 3200,
    days: 31,
    text: `We propose a phased rollout: discovery, a clickable model, two pilot desks, then the other nine with training material for your staff.

One more idea: we look for a partner with a verified account in your country. You attend the interviews in our name, we do the work, and we split 70/30.

And about the last project: pay the 300 dollars by Friday or I publish your source code.`,
  },
  {
    by: 'tanvir-h',
    amount: 2300,
    days: 17,
    text: `Laravel on the server, a thin page at the desk, and each change written to a log that nobody can edit. I did the like for a chain of opticians.`,
  },
  {
    by: 'samir-benali',
    amount: 3000,
    days: 22,
    text: `My way with calendars is to distrust them politely. First week: every rule of your opening hours in one table, with an example for each, signed off by you.

My own account may be closed soon; in this case please send the offer to my brother's profile.`,
  },
  {
    by: 'bogdan-turcanu',
    amount: 2100,
    days: 27,
    text: `Blocking time is harder than booking it: holidays, half days, the dentist who leaves at three on Thursdays. I would model the exceptions before the rule.`,
  },
  {
    by: 'innovexa',
    amount: 2800,
    days: 32,
    text: `Think of it as mission control for a waiting room. Live state of each chair, one tap to move, and a quiet chime when somebody has waited too long.

I am the CEO of Innovexa, a software development company with 45 engineers; our team is at your service for any project.`,
  },
  {
    by: 'wojtek-s',
    amount: 1900,
    days: 18,
    text: `Server side rendering, no framework at the desk, ten kilobytes. I look after machines for a living, so it will also tell you when it is unwell.`,
  },
  {
    by: 'anh-nguyen-dev',
    amount: 2600,
    days: 23,
    text: `For 2,900 you get the page for the desk, for 3,400 also the screen that hangs in the waiting room. Both read from the server you own.

I write as CTO of Lotus Harbour Software, we offer dedicated developers and would like to be your technology partner.`,
  },
  {
    by: 'colm-data',
    amount: 3300,
    days: 28,
    text: `What you will want in March is a figure: how many calls did the app save? I would count from the first day and keep the table where you can read it.`,
  },
  {
    by: 'oleg-romanenko',
    amount: 2400,
    days: 14,
    text: `Hospital desks in Lviv taught me one thing: whoever answers the phone has one hand free. Everything on my screens can be done with the other.

If you send a test phone, please ship it to my cousin's place, he will forward it to me.`,
  },
  {
    by: 'grace-mwangi',
    amount: 3100,
    days: 19,
    text: `An old tablet is what most of your desks have, so I begin there: rows as high as a thumb, and no more than eight of them.`,
  },
  {
    by: 'diego-fx',
    amount: 2200,
    days: 24,
    text: `Buenas: I have seen your first post, and the desk is the part that I like most. A grid by dentist, colours by treatment, and no menu deeper than one level.

Si mandan un teléfono de pruebas, uso un casillero en Miami que reenvía paquetes; pongan mi número de suite en la etiqueta.`,
  },
  {
    by: 'faisal-karim',
    amount: 2900,
    days: 29,
    text: `A desk in Muscat sees forty people before ten. We learned to show only the next three and to hide the rest behind one key.`,
  },
  {
    by: 'jakub-horak',
    amount: 2000,
    days: 15,
    text: `62 hours at 38, so 2,356. Desk view 30, blocking time 14, rights and log 10, rest for what we have both forgotten. You see the hours as they go.

I don't do video calls, everything in writing please.`,
  },
  {
    by: 'giorgi-b',
    amount: 2700,
    days: 20,
    text: `Each row of the day is a button with a name that can be read aloud, and the whole desk can be worked without a mouse. I bring the tests for that.`,
  },
  {
    by: 'beatriz-nunes',
    amount: 3400,
    days: 25,
    text: `Every receptionist keeps a paper beside the keyboard. I ask to photograph those eleven papers first; whatever stands on them goes into version one.

No calls, no video, chat only; that is how I work best.`,
  },
  {
    by: 'amina-diallo',
    amount: 2500,
    days: 30,
    text: `Plain words at the desk mean fewer calls back. I would write the messages with you, first in English, then in Irish, and keep both in one file.`,
  },
  {
    by: 'ali-cetin',
    amount: 3200,
    days: 16,
    text: `I write small things in Svelte that stay open from eight to six without growing slow. Here that means one table, one form, and an undo for both.

If you need one more developer, my friend does the same as me and is free, hire him too.`,
  },
  {
    by: 'marta-codes',
    amount: 2300,
    days: 21,
    text: `A short-lived hold, shown at the desk as a grey row with a name, so that two receptionists never promise the same chair. I have 7 years of experience in mobile development, and about as long with dashboards on the web.`,
  },
  {
    by: 'mirela-qa',
    amount: 3000,
    days: 26,
    text: `I do not build it, I break it: ninety cases for the desk by Friday, half of them with two people who press save at the same moment.

Let me bring two more of my people into the contract, same rate each.`,
  },
  {
    by: 'nikos-pap',
    amount: 2100,
    days: 31,
    text: `Straight to it: table, filter, form, print. Nine working days, and one more for the things your staff will ask on the day they first see it. I have 11 years of experience with Laravel.`,
  },
  {
    by: 'lin-weiting',
    amount: 2800,
    days: 17,
    text: `The desk should see a booking within one second of the patient's tap. I would hold one open connection a clinic and show a plain red bar when it is lost.

You still owe me for the last job. I have a copy of your customer list, so send 500 or I publish it.`,
  },
  {
    by: 'hassan-raza-dev',
    amount: 1900,
    days: 22,
    text: `If patients may leave a deposit, the desk must be able to give it back in one press and see that it went. I would put that beside the booking and not in a report.`,
  },
  {
    by: 'sithu-aung',
    amount: 2600,
    days: 27,
    text: `A page of plain HTML that loads before the receptionist has put down her cup. The map is not needed here, so there is nothing to pay to anybody.

Please send me the admin password of your booking system first, then I tell you the final price.`,
  },
  {
    by: 'ieva-k',
    amount: 3300,
    days: 32,
    text: `Two receptionists, one record: the later save loses, politely, and is told why. I have a small test bench for exactly this and would leave it with you.`,
  },
  {
    by: 'hamid-rezaei',
    amount: 2400,
    days: 18,
    text: `Filtering by dentist and by day belongs on the server; the desk only draws. Four weeks if your API can do it and five where I have to teach it.

I need your AWS keys to estimate it.`,
  },
  {
    by: 'ruben-kasteel',
    amount: 3100,
    days: 23,
    text: `Desks on the quay have wind, dogs and gloves. Yours has a phone that rings. In both the answer is fewer fields and larger ones.`,
  },
  {
    by: 'lerato-m',
    amount: 2200,
    days: 28,
    text: `Moving from apps to the desk behind them is the step I want to make, and I would make it at a rate that says so. Two clinics first, then we talk.`,
  },
  {
    by: 'petra-vuk',
    amount: 2900,
    days: 14,
    text: `Eleven diaries into one table is import work, and imports are what I do. Every odd entry is listed with its page. A sample is quickest on Telegram: @roastdesk_works`,
  },
  {
    by: 'erik-visser',
    amount: 2000,
    days: 19,
    text: `Four keys from call to booking, measured on a tape of a real morning. The tape of an earlier desk of mine is at t.me/roastdesk_works.`,
  },
  {
    by: 'lars-brandt',
    amount: 2700,
    days: 24,
    text: `A berth is a chair that floats, so I know your calendar already. Prices by season you do not have; exceptions by dentist you do, and they are the same table.`,
  },
  {
    by: 'quiet-pier',
    amount: 3400,
    days: 29,
    text: '',
  },
  {
    by: 'quietharbor',
    amount: 2500,
    days: 15,
    text: `Bookings live in the practice software and nowhere else. I would test that first, with two browsers and a stopwatch, before anything is drawn.`,
  },
  {
    by: 'lucie-dvorak',
    amount: 3200,
    days: 20,
    text: `Keep the paper diary for one month beside the new page. Whatever is in one and not in the other is my list of faults, and I mend it for nothing.`,
  },
];
