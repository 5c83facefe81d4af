// The posts of the practice marketplace. Some honest bids quote them word for word, as
// honest bidders do.
import type { Post } from './types.ts';

export const dentalBooking: Post = {
  id: 39900101,
  category: 'mobile-app-development',
  slug: 'booking-app-dental-clinics',
  title: 'Booking app for a group of eleven dental clinics',
  text: `We run eleven dental clinics in the west of Ireland and still take most bookings over the phone. We want a mobile app for iOS and Android where patients can find a free slot, book it, move it or cancel it without calling us.

The first version needs sign-in by phone number, a list of clinics with a map, appointments by dentist and treatment, reminders by push message and SMS, and a waiting list that offers cancelled slots to the next patient. Reception staff need a simple web page to see the day's bookings and to block time.

Our practice software keeps the real calendar and has a REST API with a sandbox. The app must never show a slot that the practice software does not have. Patient data must stay on servers in the EU, and we will ask you to sign a data processing agreement.

Designs exist in Figma for the patient app but not for the reception page. Please tell us which part you think is the riskiest and how you would test it before launch. We would like to start in November and have the first two clinics live by the end of January.`,
  currency: { code: 'EUR', sign: '€', name: 'Euro' },
  budget: { min: 3000, max: 5000 },
  skills: ['Mobile App Development', 'iPhone', 'Android', 'React Native', 'Flutter', 'REST API'],
  client: 'westclinics',
  opened: '2026-10-12T08:15:00Z',
  closes: '2026-10-19T08:15:00Z',
};

export const coffeeDashboard: Post = {
  id: 39900214,
  category: 'web-development',
  slug: 'stock-orders-dashboard-coffee-roaster',
  title: 'Stock and orders dashboard for a small coffee roaster',
  text: `We roast coffee and sell it to about 140 cafés. Orders come in by email, through a Shopify shop and in a WhatsApp group, and every morning somebody types all of them into one spreadsheet.

We need a dashboard that shows open orders, green and roasted stock, and what has to be roasted today. It should read the Shopify orders by itself and let us type in the others in a few seconds. When the stock of a bean falls under a level that we choose, it should send one email, not ten.

Two people will use it on a laptop and one on a tablet with wet hands, so the buttons have to be big. We have six years of spreadsheets to bring in and they are not tidy. Any stack is fine as long as a local developer could take it over later.`,
  currency: { code: 'USD', sign: '$', name: 'US Dollar' },
  budget: { min: 1500, max: 3000 },
  skills: ['Web Development', 'Shopify', 'React.js', 'PostgreSQL', 'Data Import'],
  client: 'ridgeroasters',
  opened: '2026-10-09T15:40:00Z',
  closes: '2026-10-16T15:40:00Z',
};

export const marketStalls: Post = {
  id: 39900377,
  category: 'website-design',
  slug: 'stall-booking-weekend-markets',
  title: 'Stall booking and payouts for four weekend markets',
  text: `We organise four weekend markets. Stallholders book a pitch by email and pay by bank transfer, and we lose hours every week matching payments to names.

We want a website where a stallholder picks a market, a date and a pitch on a plan of the square, pays by card and gets a receipt. Some of the markets are run by partner charities, so a part of each fee has to be paid out to them through Stripe Connect. When a market is called off because of the weather, everybody must get the money back with one click.

Most stallholders are not good with computers and use old phones. The site should be in English and Welsh. We already have a logo and colours, nothing else.`,
  currency: { code: 'GBP', sign: '£', name: 'British Pound' },
  budget: { min: 1500, max: 2500 },
  skills: ['Website Design', 'Stripe', 'Full Stack Development', 'PHP', 'Accessibility'],
  client: 'valleymarkets',
  opened: '2026-09-28T10:05:00Z',
  closes: '2026-10-05T10:05:00Z',
};

/** The one that no client would meet: on it every red flag finds somebody. */
export const receptionDesk: Post = {
  id: 39900468,
  category: 'web-development',
  slug: 'reception-desk-every-red-flag',
  title: 'Every red flag at once: a reception desk for the same clinics',
  text: `This is the second post of the clinics, to show every red flag that Hireflag knows. For each of them two bidders or more are here who have it, so that nearly everybody asks for a look. No real list is like that: on the clinics' first post it is about one in four, and on many it is nobody.

Some red flags come from what a bid says. Others come from months of looking: how often somebody bids and how soon, who rates whom, when they are awake, what they said of themselves before. And some come from a client's own sign-in and payment logs. All of that is made up here.

What we want is a page for the reception desk that shows the day's bookings and blocks time.`,
  currency: { code: 'EUR', sign: '€', name: 'Euro' },
  budget: { min: 2000, max: 3500 },
  skills: ['Web Development', 'JavaScript', 'PostgreSQL', 'Accessibility'],
  client: 'westclinics',
  opened: '2026-10-13T09:00:00Z',
  closes: '2026-10-20T09:00:00Z',
};
