// How much of a page was read: the counts, the fields that should be there and were found nowhere, and whether it was
// read whole. A page is whole only where its end was seen or the page counts its own list.
import type { Bid, Observation } from '../model/observation.ts';
import type { HeuristicSite } from './heuristics.ts';
import { type Countable, countables, countedOn, type Reading } from './reading.ts';
import type { SiteFacts } from './site.ts';
import type { Understanding } from './understanding.ts';

const kindOf = { bids: 'bid', profiles: 'profile', reviews: 'review', messages: 'message' } as const;

/** True for a bid of which nothing was read but whose it is. */
const isBare = ({ text, amount, days }: Bid): boolean =>
  text === undefined && amount === undefined && days === undefined;

/** How much of the page was read: the counts, and which of the fields that should be there were found nowhere. */
export function howMuch(
  reading: Reading,
  observations: readonly Observation[],
  u: Understanding,
  site: (SiteFacts & Partial<HeuristicSite>) | undefined,
) {
  const tally = (what: Countable) => observations.filter((one) => one.kind === kindOf[what]).length;
  // A list of conversations says whom the user writes with, and what was said elsewhere.
  const address = reading.page === 'messages' ? URL.parse(reading.url) : null;
  const where = address ? site?.classifyUrl?.(address) : undefined;
  const isInbox = where !== undefined && where.thread === undefined;
  const main = isInbox ? 'profiles' : countedOn[reading.page];
  const counted: Countable[] =
    main === 'profiles' ? ['profiles'] : countables.filter((one) => one === main || one === 'profiles');
  const found = Object.fromEntries(counted.map((one) => [one, tally(one)])) as Partial<Record<Countable, number>>;
  const own = reading.page === 'profile' ? observations.find((one) => one.kind === 'profile') : undefined;
  const reviewsThere = own?.kind === 'profile' ? own.stats?.reviewCount : undefined;
  const of = { ...reading.of, ...(reviewsThere !== undefined && { reviews: reviewsThere }) };
  const mainFound = found[main] ?? 0;

  const missing = new Set<string>();
  const listed = { 'bid.': tally('bids'), 'review.': tally('reviews'), 'message.': tally('messages') };
  for (const field of site?.expects[reading.page] ?? []) {
    // Where nobody has bid yet, nobody's name is missing.
    if (main === 'bids' && of.bids === 0 && field.startsWith('profile.')) continue;
    const [, count = 1] = Object.entries(listed).find(([prefix]) => field.startsWith(prefix)) ?? [];
    // A country is as good as the line it stands in.
    const isThere = u.understood.has(field) || (field === 'profile.place' && u.understood.has('profile.country'));
    if (count > 0 && !isThere) missing.add(field);
  }
  // A name that is only a login is passed over on purpose; a day is part of a message's time.
  for (const field of u.said) if (!u.understood.has(field) && field !== 'profile.name') missing.add(field);
  for (const field of reading.cut ?? []) missing.add(field === 'rows' ? main : field);
  for (const field of u.cut) missing.add(field);
  // Of a page that ends inside a card there is a person left who says nothing, or of whom nothing is said, where of the others it is.
  const persons = new Set(observations.flatMap((one) => (one.kind === 'profile' ? [one.account] : [])));
  const bids = observations.flatMap((one) => (one.kind === 'bid' ? [isBare(one) || !persons.has(one.account)] : []));
  if (main === 'bids' && bids.includes(true) && bids.includes(false)) missing.add(main);
  if (isInbox) missing.add('messages');
  const isProfile = reading.page === 'profile';
  if (mainFound === 0 && (isProfile ? (of.reviews ?? 0) > 0 : of[main] !== 0)) missing.add(main);

  const hasProfile = [...u.understood].some((field) => field.startsWith('profile.'));
  const hasProject = u.understood.has('project.text') && main === 'bids';
  const isUnderstood = isProfile ? hasProfile : mainFound > 0 || of[main] === 0 || hasProject;
  const isAll = mainFound >= (of[main] ?? 0);
  // Where the page counts them itself and as many were read, the list is whole whatever it is built of.
  const isProven = (!isProfile && of[main] !== undefined) || !site?.unproven?.includes(reading.page);
  return {
    read: !isUnderstood ? 'not' : isAll && isProven && missing.size === 0 ? 'whole' : 'part',
    ...(missing.size > 0 && { missing: [...missing] }),
    found,
    ...(Object.keys(of).length > 0 && { of }),
    ...(u.disagreed > 0 && { disagreed: u.disagreed }),
  };
}
