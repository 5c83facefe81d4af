// The 15 bids on the coffee roaster's dashboard that are of no family: ten by people who bid on the dental app as
// well, with new texts (a few repeat a sentence of their own), and five by newcomers. Two of
// these give one contact (truth.ts).
import type { Bid } from './types.ts';

export const honestOnCoffee: Bid[] = [
  {
    by: 'quietharbor',
    amount: 2600,
    days: 30,
    text: `I drink too much coffee to be neutral, but here goes. The WhatsApp orders are your real problem: nobody retypes "same as last week plus two of the dark one" without mistakes. I would give the typist a box that knows each café's last five orders and fills in the usual with one key. Shopify is the easy third. For the old spreadsheets, send me the worst one and I'll tell you within a day how much of it can be saved.`,
  },
  {
    by: 'marta-codes',
    amount: 2300,
    days: 28,
    text: `Big buttons for wet hands: I would make them at least two centimetres, react on touch-down and never ask "are you sure", only offer undo. I tested this once for a fish market where the staff wear gloves.

For the rest: Shopify webhooks, Postgres, React. I have 7 years of experience in mobile development, four of them with React Native, and about as long with dashboards on the web. I am alone, so please count five weeks. Looking forward to hearing from you.`,
  },
  {
    by: 'olumide_dev',
    amount: 2000,
    days: 25,
    text: `When stock moves in two directions (green goes down, roasted goes up, minus about 16 percent weight loss in the drum) a plain counter will be wrong by Thursday. I'd model each roast as one event with both sides of it, and the daily list falls out of that. Do you record the loss per bean? If so the dashboard could warn when a batch lost more than usual, which often means the probe is dirty. Built something near to this for a groundnut mill.`,
  },
  {
    by: 'juliapfeiffer',
    amount: 3000,
    days: 35,
    text: `Six years of untidy spreadsheets are where I would put a third of the budget, and I'd say so now rather than in week four. My method: a program that reads every file, sorts rows into "clear", "probably" and "ask a human", and shows you the last pile in a form with three buttons. For a brewery in Bamberg the last pile was 4 % after two evenings of rules. Everything after that is ordinary web work, in Django, which any local developer will recognise. I'd split it thus: a page for today, a page for beans, a page for typing, a page for old records, and nothing else. The tablet gets the first page only, with letters that survive steam. Levels for the alarm live beside each bean where you see them daily, not in a settings menu that nobody opens. After go-live I look at the error log every morning for a month, unasked and unpaid, because it is how I learn what I have misunderstood.`,
  },
  {
    by: 'pedro-salgado',
    amount: 2200,
    days: 26,
    text: `Olá again from Braga! I'm a full stack developer with a soft spot for boring, dependable software, and a roast list is wonderfully boring: sum the open orders, subtract what's on the shelf, round up to the drum size. The interesting bit is the rounding. What does your drum hold, and do you mix orders in one batch? I'd write those rules with you in one sheet, in words, and the program follows the sheet.`,
  },
  {
    by: 'ieva-k',
    amount: 2450,
    days: 29,
    text: `One email, not ten: remember per bean that the alarm was sent, clear it only when stock is back above the level plus a margin. Three lines of code that everyone forgets. Accounts, domain and repository are yours from the first day, I work inside them as a guest. Server-rendered pages with a little htmx so that the developer after me does not need a museum of JavaScript tools. Kaunas, GMT+2, native reader of bad CSV.`,
  },
  {
    by: 'hassan-raza-dev',
    amount: 1700,
    days: 20,
    text: `Hello, Hassan here. I would read the mailbox too: orders by email can be recognised when they come from a known café, and a draft order waits for one click of approval. If recognition is unsure the mail is simply shown beside an empty form. My Shopify work: 22 stores, one public app with 400 installs for delivery slots. You'd have a working draft within a week and can judge me by it.`,
  },
  {
    by: 'nikos-pap',
    amount: 2350,
    days: 27,
    text: `My cousin roasts in Thessaloniki and I made him a board with magnets before I made him software; he used the magnets longer. Lesson learnt: it should be readable from three metres. I'd hang a cheap screen over the drum showing only today's batches, in letters ten centimetres tall, while the laptop view has the details. Laravel and Livewire. For the import I ask for a paid day, at the end of which I'd commit to a figure.`,
  },
  {
    by: 'wojtek-s',
    amount: 2800,
    days: 30,
    text: `Two remarks. First, 140 cafés with perhaps three orders a week is 420 orders; nothing here needs to be clever, a single SQLite file with nightly copies would carry you for ten years. Second, whoever takes over later will thank you for fewer parts. So: one ASP.NET application, one file, no queue, no cloud zoo. I'd rather spend your money on the typing screen, where somebody sits every single morning.`,
  },
  {
    by: 'dunja-kralj',
    amount: 2150,
    days: 25,
    text: `A few questions before I can promise anything:

- Do cafés have standing orders, and who may pause them?
- Is a blend stock of its own or mixed at packing?
- Do returned bags go back on the shelf?
- What does the spreadsheet do today that nobody dares to change?

The last one is usually the specification. I have made stock tools for a honey cooperative and for a shop of sewing patterns, both still in use. I believe in asking early rather than apologising late.`,
  },
  {
    by: 'dashboards-by-ines',
    amount: 2700,
    days: 28,
    text: `Buenas! I make one thing, dashboards, and I make them quiet. No gauges, no pie charts. What has to be roasted today goes top left in large type; green stock as a list sorted by days left rather than kilos, as 40 kg of a slow bean is fine and 40 kg of your house espresso is not; alarms in one colour only. Metabase is not enough for your typing part, so a small Rails app. From Valencia, available now, short weekly call.`,
  },
  {
    by: 'petra-vuk',
    amount: 1900,
    days: 24,
    text: `Data import is my trade: eleven years of other people's Excel. Merged cells, dates stored as text, "Brasil", "Brazil", "BRA Santos" and "the usual" in one column. I work in Python, keep a log of each decision, and every imported number can be traced back to file, sheet and cell. Could take the import alone for 800 and leave the dashboard to a colleague from this list, or do both. Sample files reach me soonest on Telegram: @roastdesk_works`,
  },
  {
    by: 'colm-data',
    amount: 2950,
    days: 33,
    text: `Howya, Colm from Cork. Used to manage a bakery so I know the five a.m. feeling when the sheet says thirty and the shelf says twelve. Would build it so that a count on the shelf always wins over the computer, with the difference noted, no arguments. React front, Postgres, small box at a European host, a printed roast list at the press of a key for mornings when the internet is down. Can visit if you're on the island, otherwise video.`,
  },
  {
    by: 'faisal-karim',
    amount: 1850,
    days: 22,
    text: `I have read your project description carefully. Shopify partner since 2017, thirty private apps. For shops of your size I normally keep products in Shopify as the master and hold only green beans outside, so the two never argue over names. Happy to explain pros and cons. I can show a live demonstration shop where an order placed on a phone appears on the wall tablet in about two seconds. Let's discuss in chat.`,
  },
  {
    by: 'erik-visser',
    amount: 2500,
    days: 30,
    text: `It should read the Shopify orders by itself and let us type in the others in a few seconds. I timed it: on my own tool a returning customer's order takes four keystrokes and under three seconds. It was made for a flower wholesaler in Aalsmeer whose clerk types 300 lines before breakfast. I can record the screen for you. The tool is mine, so you'd get that part for nothing, under a licence that lets the next developer change it. The recording is also at t.me/roastdesk_works.`,
  },
];
