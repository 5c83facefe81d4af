// Ordinary freelancers: a profile seen once or more, some bids, sometimes a thread, ratings. Nothing is planted on them.
import { type Account, at, DAY, moment, TODAY, type World } from './world.ts';

/** One ordinary account, and at times a second one of the same person on another site. */
export function ordinary(world: World): Account[] {
  const { random } = world;
  const who = world.person();
  const account = world.account(who);
  const accounts = [account];
  const contacts = [
    {
      type: 'email',
      value: `${who.tag}@${random.pick(['gmail.com', 'outlook.com', 'proton.me', `${who.tag}.example`])}`,
    },
    { type: 'phone', value: who.phone },
    { type: 'Telegram', value: `@${who.tag}` },
  ].filter(() => random() < 0.12);
  const links = [
    `https://${who.tag}.example/`,
    `https://github.com/${who.tag}`,
    `https://www.linkedin.com/in/${who.tag}`,
    `https://www.behance.net/${who.tag}`,
  ].filter(() => random() < 0.15);
  const over = { ...(contacts.length > 0 ? { contacts } : {}), ...(links.length > 0 ? { links } : {}) };
  const sightings = random() < 0.7 ? 1 : random.int(2, 4);
  for (let n = 0; n < sightings; n++) {
    // A list shows less than a page.
    const partly = n > 0 && random() < 0.4 ? { education: undefined, employment: undefined, about: who.about[0] } : {};
    world.see(account, world.ago(240), { ...over, ...partly });
  }
  const morning = random.int(7, 11);
  const moments = (count: number, within: number) =>
    Array.from({ length: count }, () => {
      const start = Math.floor(world.ago(within, 2) / DAY) * DAY;
      return at(who.place.timezone, start, morning + random() * random.int(6, 12));
    }).sort((a, b) => a - b);
  for (const time of moments(random() < 0.6 ? random.int(0, 4) : random.int(3, 20), 200)) {
    world.bid(
      account,
      time,
      random() < 0.5 ? who.about.slice(-2).join(' ') : undefined,
      time - random.int(10, 2_000) * 60_000,
    );
  }
  if (random() < 0.35)
    for (const time of moments(random.int(2, 30), 90)) {
      if (random() < 0.5) world.message(account, world.words(true), time - random.int(5, 600) * 60_000, true);
      world.message(account, world.words(), time);
    }
  for (const time of moments(random.int(0, 6), 700)) {
    world.add({
      kind: 'review',
      site: account.site,
      seenAt: moment(TODAY),
      from: `client-${world.number()}`,
      fromRole: 'client',
      to: account.id,
      rating: { value: random() < 0.8 ? 5 : 4, outOf: 5 },
      at: moment(time),
    });
  }
  if (random() < 0.04) {
    const again = world.account(who, world.site(account.site));
    world.see(again, undefined, over);
    accounts.push(again);
  }
  return accounts;
}
