// One mail, number, handle, wallet, link, host or picture file on several people's accounts, written differently each
// time; and what many people honestly have in common.
import { createHash } from 'node:crypto';
import { COUNTRIES, type Country } from './countries.ts';
import { portfolio } from './people.ts';
import { coined } from './words.ts';
import { type Account, type Kinds, timeless, type World } from './world.ts';

/** So many strangers' accounts, of one country if given. */
function strangers(world: World, count: number, country?: Country): Account[] {
  const site = world.random() < 0.5 ? world.site() : undefined;
  return Array.from({ length: count }, () => world.account(world.person(country), site ?? world.site()));
}
const pair = (world: World, country?: Country) => strangers(world, 2, country) as [Account, Account];

const contact = (type: string, value: string) => ({ contacts: [{ type, value }] });

/** Says it in the text about oneself. */
function tells(world: World, account: Account, sentence: string): void {
  world.see(account, undefined, { about: `${account.person.about.join(' ')} ${sentence}` });
}

/** Says it in a message, after the profile was seen. */
function writes(world: World, account: Account, text: string): void {
  const seen = world.ago(120, 30);
  world.see(account, seen);
  world.message(account, text, seen + world.random() * 20 * 86_400_000);
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** An address of the kind that version byte 0x41 (Tron) or 0x00 (Bitcoin) begins, its checksum right, its owner nobody. */
function wallet(seed: string, version: 0x41 | 0x00): string {
  const body = Buffer.concat([Buffer.from([version]), sha256(seed).subarray(0, 20)]);
  const bytes = Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]);
  let number = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  while (number > 0n) {
    text = (BASE58[Number(number % 58n)] ?? '') + text;
    number /= 58n;
  }
  return version === 0 ? `1${text}` : text;
}
const etherWallet = (seed: string) => `0x${sha256(seed).subarray(0, 20).toString('hex')}`;

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const spelled = (digits: string) => [...digits].map((digit) => DIGITS[Number(digit)]).join(' ');
const spaced = (digits: string) => digits.replace(/(\d{2,3})(?=\d{4})/g, '$1 ').replace(/(\d{2})(\d{2})$/, '$1-$2');

/** Countries whose national form is a nought before the number without the country's code. */
const NOUGHT: Record<string, string> = {
  UA: '380',
  DE: '49',
  FR: '33',
  TR: '90',
  NG: '234',
  KE: '254',
  PK: '92',
  PH: '63',
  VN: '84',
  KR: '82',
};

export const planted: Kinds = {
  'mail-plus-tag': (world) => {
    const [one, two] = pair(world);
    const box = `${one.person.tag.slice(0, 5)}.${one.person.tag.slice(5)}`;
    world.see(one, undefined, contact('email', `${box}@gmail.com`));
    world.see(two, undefined, contact('email', `${one.person.tag}+work@gmail.com`));
    return [one, two];
  },
  'mail-dots-and-case': (world) => {
    const [one, two] = pair(world);
    const { tag } = one.person;
    world.see(one, undefined, contact('email', `${tag[0]?.toUpperCase()}${tag.slice(1, 4)}.${tag.slice(4)}@GMail.com`));
    tells(world, two, `You reach me at ${tag}@googlemail.com.`);
    return [one, two];
  },
  'mail-own-domain': (world) => {
    const accounts = strangers(world, world.random.int(2, 4));
    const mail = `hello@${accounts[0]?.person.tag}.example`;
    for (const [index, account] of accounts.entries())
      if (index % 2 === 0) world.see(account, undefined, contact('email', mail));
      else writes(world, account, `Please send the files to ${mail.toUpperCase()}, the upload here fails.`);
    return accounts;
  },
  'mail-in-words': (world) => {
    const [one, two] = pair(world);
    world.see(one, undefined, contact('email', `${one.person.tag}@outlook.com`));
    writes(world, two, `My box is ${one.person.tag} at outlook dot com if the attachment is too big.`);
    return [one, two];
  },
  'phone-formats': (world) => {
    const country = world.random.pick(COUNTRIES.filter(({ code }) => NOUGHT[code]));
    const [one, two] = pair(world, country);
    const national = one.person.phone.replace(`+${NOUGHT[country.code]}`, '0');
    world.see(one, undefined, contact('phone', one.person.phone));
    if (world.random() < 0.5) world.see(two, undefined, contact('phone', spaced(national)));
    else writes(world, two, `You can call me, ${spaced(national)}, any time before six.`);
    return [one, two];
  },
  'phone-international': (world) => {
    const [one, two] = pair(world);
    const digits = one.person.phone.slice(1);
    world.see(one, undefined, contact('WhatsApp', one.person.phone));
    writes(world, two, `The number is 00${spaced(digits)}, ask for the drawings.`);
    return [one, two];
  },
  'phone-in-words': (world) => {
    const [one, two] = pair(
      world,
      COUNTRIES.find(({ code }) => code === 'US'),
    );
    world.see(one, undefined, contact('phone', one.person.phone));
    writes(world, two, `Ring me: ${spelled(one.person.phone.slice(2))}.`);
    return [one, two];
  },
  'messenger-handle': (world) => {
    const accounts = strangers(world, world.random.int(2, 3));
    const handle = `${accounts[0]?.person.tag}_dev`;
    const forms = [
      (account: Account) => world.see(account, undefined, contact('Telegram', `@${handle}`)),
      (account: Account) => tells(world, account, `Telegram: t.me/${handle.toUpperCase()}`),
      (account: Account) => writes(world, account, `tg ${handle}, there I see it sooner`),
    ];
    for (const [index, account] of accounts.entries()) forms[index]?.(account);
    return accounts;
  },
  'skype-handle': (world) => {
    const [one, two] = pair(world);
    world.see(one, undefined, contact('Skype', `live:.cid.${one.person.tag}`));
    writes(world, two, `My skype is live:.cid.${one.person.tag} for the demo on Monday.`);
    return [one, two];
  },
  'wallet-tron': (world) => {
    const [one, two] = pair(world);
    const address = wallet(one.person.tag, 0x41);
    writes(world, one, `You may send it to ${address}.`);
    writes(world, two, `wallet ${address} trc20`);
    return [one, two];
  },
  'wallet-bitcoin': (world) => {
    const [one, two] = pair(world);
    const address = wallet(one.person.tag, 0x00);
    tells(world, one, `Tips: ${address}`);
    writes(world, two, `For the bonus take ${address}, thank you.`);
    return [one, two];
  },
  'wallet-ether': (world) => {
    const [one, two] = pair(world);
    const address = etherWallet(one.person.tag);
    world.see(one, undefined, contact('wallet', address));
    writes(world, two, `0x${address.slice(2).toUpperCase()} is mine, any network.`);
    return [one, two];
  },
  link: (world) => {
    const [one, two] = pair(world);
    const { tag } = one.person;
    world.see(one, undefined, { links: [`https://${tag}.example/`] });
    world.see(two, undefined, { links: [`http://www.${tag}.example/?utm_source=profile`] });
    return [one, two];
  },
  'github-login': (world) => {
    const [one, two] = pair(world);
    world.see(one, undefined, { links: [`https://github.com/${one.person.tag}`] });
    tells(world, two, `Code: github.com/${one.person.tag.toUpperCase()}`);
    return [one, two];
  },
  'portfolio-host': (world) => {
    const accounts = strangers(world, world.random.int(2, 3));
    const host = `${accounts[0]?.person.tag}.example`;
    for (const account of accounts) {
      const items = portfolio(world.random, world.heldOut, account.person.trade, 2);
      const shown = items.map((item, index) => ({
        ...item,
        url: `https://${host}/work/${account.person.tag}-${index}`,
      }));
      world.see(account, undefined, { portfolio: shown });
    }
    return accounts;
  },
  'portfolio-subdomain': (world) => {
    const accounts = strangers(world, 2);
    const host = `${accounts[0]?.person.tag}.github.io`;
    for (const [index, account] of accounts.entries()) {
      const [item] = portfolio(world.random, world.heldOut, account.person.trade, 1);
      world.see(account, undefined, {
        portfolio: [{ title: item?.title ?? 'Work', url: `https://${host}/p${index}/` }],
      });
    }
    return accounts;
  },
  'picture-file': (world) => {
    const accounts = strangers(world, world.random.int(2, 3));
    const file = `https://pictures.example/h/${sha256(accounts[0]?.person.tag ?? '')
      .toString('hex')
      .slice(0, 32)}.jpg`;
    for (const [index, account] of accounts.entries())
      world.see(account, undefined, { avatar: index === 0 ? file : `${file}?s=${80 * index}` });
    return accounts;
  },
  'two-contacts': (world) => {
    const [one, two] = pair(world);
    const contacts = [
      { type: 'email', value: `${one.person.tag}@proton.me` },
      { type: 'Telegram', value: `@${one.person.tag}` },
    ];
    world.see(one, undefined, { contacts });
    world.see(two, undefined, { contacts: [...contacts].reverse() });
    return [one, two];
  },
};

export const innocent: Kinds = {
  'agency-mail-domain': (world) => {
    const accounts = strangers(world, world.random.int(2, 4));
    const house = coined(world.random, world.heldOut);
    for (const account of accounts)
      world.see(account, undefined, {
        about: `I belong to ${house}, an agency. ${timeless(account.person)}`,
        employment: [{ employer: house, title: account.person.title, from: '2021-03' }],
        ...contact('email', `${account.person.tag.slice(0, 6)}@${house.toLowerCase()}.example`),
      });
    return accounts;
  },
  'agency-office': (world) => {
    const accounts = strangers(world, world.random.int(2, 3));
    const house = `${coined(world.random, world.heldOut)} Studio`;
    const host = house.toLowerCase().replace(' ', '-');
    for (const account of accounts)
      world.see(account, undefined, {
        about: `With ${house}, together with ${accounts.length - 1} others on this site. ${timeless(account.person)}`,
        employment: [{ employer: house, title: account.person.title, from: '2020-01' }],
        contacts: [
          { type: 'phone', value: accounts[0]?.person.phone ?? '' },
          { type: 'email', value: `office@${host}.example` },
        ],
        links: [`https://${host}.example/`],
      });
    return accounts;
  },
  couple: (world) => {
    const [one, two] = pair(world);
    for (const [account, other] of [
      [one, two],
      [two, one],
    ] as const)
      world.see(account, undefined, {
        about: `My ${other.person.woman ? 'wife' : 'husband'} ${other.person.given.latin} is also a freelancer here, we share the phone. ${account.person.about.join(' ')}`,
        ...contact('phone', one.person.phone),
      });
    return [one, two];
  },
  'shared-hosts': (world) => {
    const accounts = strangers(world, 4);
    const hosts = [
      (tag: string) => `https://${tag}.github.io/`,
      (tag: string) => `https://www.behance.net/${tag}`,
      (tag: string) => `https://www.linkedin.com/in/${tag}`,
      (tag: string) => `https://${tag}.netlify.app/`,
      (tag: string) => `https://medium.com/@${tag}`,
      (tag: string) => `https://dribbble.com/${tag}`,
    ];
    const host = world.random.pick(hosts);
    for (const account of accounts) {
      const items = portfolio(world.random, world.heldOut, account.person.trade, 1);
      const url = host(account.person.tag);
      world.see(account, undefined, { links: [url], portfolio: items.map((item) => ({ ...item, url })) });
    }
    return accounts;
  },
  'free-hosting-apps': (world) => {
    const accounts = strangers(world, 3);
    for (const account of accounts) {
      const items = portfolio(world.random, world.heldOut, account.person.trade, 1);
      const shown = items.map((item, index) => ({
        ...item,
        url: `https://app-${account.person.tag}-${index}.vercel.app`,
      }));
      world.see(account, undefined, { portfolio: shown });
    }
    return accounts;
  },
  'support-address': (world) => {
    const accounts = strangers(world, 3);
    const wordings = [
      'The site asks for your papers, please write to support@marketplace-help.example about it.',
      'For the refund it is best to ask support@marketplace-help.example, they answered me in a day.',
      'My last payment is late, support@marketplace-help.example says by Friday.',
    ];
    for (const [index, account] of accounts.entries()) writes(world, account, wordings[index] ?? '');
    return accounts;
  },
  'client-own-contact': (world) => {
    const accounts = strangers(world, 3);
    const mail = `orders@${coined(world.random, world.heldOut).toLowerCase()}.example`;
    for (const account of accounts) {
      const seen = world.ago(100, 30);
      world.see(account, seen);
      world.message(
        account,
        `The new address of the shop is ${mail}, please put it in the footer.`,
        seen + 3_600_000,
        true,
      );
      world.message(
        account,
        `${world.words()} ${mail} ${world.random.pick(['is now in the footer', 'stands under every page', 'works, I tried it'])}.`,
        seen + 9_000_000,
      );
    }
    return accounts;
  },
  'link-shortener': (world) => {
    const accounts = strangers(world, 3);
    for (const account of accounts) tells(world, account, `My works: https://bit.ly/${account.person.tag.slice(-7)}`);
    return accounts;
  },
  'default-picture': (world) => {
    const accounts = strangers(world, 5).map(({ person }) => world.account(person, 'guru'));
    for (const account of accounts)
      world.see(account, undefined, { avatar: 'https://images.guru.example/static/default-avatar.png' });
    return accounts;
  },
  'one-person-two-sites': (world) => {
    const who = world.person();
    const site = world.site('upwork', 'workana');
    const accounts = [world.account(who, site), world.account(who, world.site('upwork', 'workana', site))];
    for (const account of accounts)
      world.see(account, undefined, {
        ...contact('email', `${who.tag}@gmail.com`),
        links: [`https://${who.tag}.example/`],
      });
    return accounts;
  },
  'near-handles': (world) => {
    const [one, two] = pair(world);
    const { tag } = one.person;
    world.see(one, undefined, {
      contacts: [
        { type: 'Telegram', value: `@${tag}` },
        { type: 'email', value: `${tag}@gmail.com` },
      ],
    });
    world.see(two, undefined, {
      contacts: [
        { type: 'Telegram', value: `@${tag}0` },
        { type: 'email', value: `${tag}@mailbox.example` },
      ],
    });
    return [one, two];
  },
  'near-numbers': (world) => {
    const country = world.random.pick(COUNTRIES);
    const accounts = strangers(world, 2, country);
    for (const account of accounts) world.see(account, undefined, contact('phone', account.person.phone));
    return accounts;
  },
  'dots-matter-elsewhere': (world) => {
    // Only some providers ignore dots: on an own domain these are two boxes.
    const accounts = strangers(world, 2);
    const domain = `${coined(world.random, world.heldOut).toLowerCase()}-university.example`;
    const names = ['an.nalis', 'anna.lis'];
    for (const [index, account] of accounts.entries())
      world.see(account, undefined, contact('email', `${names[index]}@${domain}`));
    return accounts;
  },
  'wallet-as-subject': (world) => {
    const accounts = strangers(world, 2);
    const token = etherWallet(`token-${accounts[0]?.person.tag}`);
    for (const account of accounts) {
      const seen = world.ago(100, 30);
      world.see(account, seen);
      world.message(account, `The contract of our token is ${token}, please read it first.`, seen + 3_600_000, true);
      world.message(
        account,
        `${world.words()} In ${token} ${world.random.pick(['the transfer function lacks a check', 'two events are missing', 'the owner can still mint'])}.`,
        seen + 90_000_000,
      );
    }
    return accounts;
  },
  'community-link': (world) => {
    const accounts = strangers(world, 3);
    const group = `https://t.me/${coined(world.random, world.heldOut).toLowerCase()}_jobs_community`;
    for (const account of accounts) tells(world, account, `Member of the freelancers' group ${group}, 14,000 people.`);
    return accounts;
  },
  'one-clients-site': (world) => {
    // Two people worked on the same public site, and both show it.
    const accounts = strangers(world, 2);
    const name = coined(world.random, world.heldOut);
    for (const account of accounts)
      world.see(account, undefined, {
        portfolio: [
          ...portfolio(world.random, world.heldOut, account.person.trade, 1),
          { title: `${account.person.title}, site of ${name}`, url: `https://shop.${name.toLowerCase()}.example/` },
        ],
      });
    return accounts;
  },
  'well-known-links': (world) => {
    const accounts = strangers(world, 3);
    for (const account of accounts)
      world.see(account, undefined, {
        links: ['https://wordpress.org/', 'https://developer.android.com/', `https://github.com/${account.person.tag}`],
      });
    return accounts;
  },
  'own-account-twice': (world) => {
    const account = world.account(world.person());
    world.see(account, world.ago(200, 100), contact('email', `${account.person.tag}@gmail.com`));
    world.see(account, world.ago(60), contact('email', `${account.person.tag}+jobs@gmail.com`));
    return [account];
  },
};
