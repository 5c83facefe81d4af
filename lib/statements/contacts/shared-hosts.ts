// Hosts of many: where an address alone says nothing of whose it is. Of some, the path names the person.

/** How a host's addresses name a person: the first steps of the path, `*` for the name. */
const pages: Readonly<Record<string, readonly string[]>> = {
  'github.com': ['*'],
  'gist.github.com': ['*'],
  'gitlab.com': ['*'],
  'bitbucket.org': ['*'],
  'codeberg.org': ['*'],
  'behance.net': ['*'],
  'dribbble.com': ['*'],
  'artstation.com': ['*'],
  'deviantart.com': ['*'],
  'linkedin.com': ['in/*'],
  'stackoverflow.com': ['users/*'],
  'medium.com': ['@*'],
  'dev.to': ['*'],
  'hashnode.com': ['@*'],
  'codepen.io': ['*'],
  'kaggle.com': ['*'],
  'huggingface.co': ['*'],
  'npmjs.com': ['~*'],
  'youtube.com': ['@*', 'channel/*', 'c/*', 'user/*'],
  'vimeo.com': ['*'],
  'twitter.com': ['*'],
  'x.com': ['*'],
  'instagram.com': ['*'],
  'facebook.com': ['*'],
  'tiktok.com': ['@*'],
  'vk.com': ['*'],
  'linktr.ee': ['*'],
  'about.me': ['*'],
  'figma.com': ['@*'],
  'replit.com': ['@*'],
  'hackerrank.com': ['profile/*'],
  'leetcode.com': ['u/*'],
  'codeforces.com': ['profile/*'],
  'wellfound.com': ['u/*'],
  'patreon.com': ['*'],
  'ko-fi.com': ['*'],
  'buymeacoffee.com': ['*'],
  'paypal.me': ['*'],
  'paypal.com': ['paypalme/*'],
  'calendly.com': ['*'],
  'cal.com': ['*'],
  'sites.google.com': ['view/*', 'site/*'],
  'upwork.com': ['freelancers/*', 'fl/*'],
  'freelancer.com': ['u/*'],
  'guru.com': ['freelancers/*'],
  'fiverr.com': ['*'],
  'peopleperhour.com': ['freelancer/*'],
  'workana.com': ['freelancer/*'],
  'freelancehunt.com': ['freelancer/*'],
  'truelancer.com': ['freelancer/*'],
  'toptal.com': ['resume/*'],
  'contra.com': ['*'],
};

/** First steps that are pages of the host itself. */
const ownSteps = new Set(
  'about explore features topics search login signup join jobs help blog pricing settings marketplace orgs trending collections categories category tags tag users in company feed home intent share sharer watch results legal terms privacy contact support docs'.split(
    ' ',
  ),
);

/** Hosts that everybody may name, where no path is somebody's. Whatever lies under them counts as theirs. */
const everybodys = new Set(
  `google.com google.dev googleapis.com gstatic.com youtu.be android.com apple.com microsoft.com azure.com office.com live.com visualstudio.com windows.net
  amazon.com amazonaws.com aws.com oracle.com ibm.com sap.com salesforce.com adobe.com meta.com openai.com chatgpt.com anthropic.com
  wordpress.org wordpress.com wix.com shopify.com squarespace.com webflow.com magento.com woocommerce.com joomla.org drupal.org prestashop.com opencart.com elementor.com
  react.dev reactjs.org vuejs.org angular.io angular.dev svelte.dev nodejs.org python.org php.net laravel.com symfony.com djangoproject.com rubyonrails.org flutter.dev dart.dev kotlinlang.org
  go.dev golang.org rust-lang.org java.com spring.io asp.net dot.net typescriptlang.org getbootstrap.com tailwindcss.com jquery.com w3.org w3schools.com mozilla.org wikipedia.org wikimedia.org
  docker.com kubernetes.io nginx.org apache.org mysql.com postgresql.org mongodb.com redis.io firebase.com supabase.com heroku.com netlify.com vercel.com cloudflare.com digitalocean.com godaddy.com namecheap.com
  stripe.com paypal.com wise.com payoneer.com skrill.com binance.com coinbase.com metamask.io etherscan.io ethereum.org bitcoin.org openzeppelin.com
  zoom.us slack.com trello.com asana.com notion.so notion.com atlassian.com jira.com dropbox.com wetransfer.com loom.com canva.com miro.com airtable.com hubspot.com mailchimp.com zapier.com twilio.com sendgrid.com
  netflix.com airbnb.com booking.com uber.com ebay.com etsy.com alibaba.com aliexpress.com walmart.com tripadvisor.com imdb.com spotify.com reddit.com quora.com pinterest.com tumblr.com
  themeforest.net envato.com codecanyon.net unsplash.com pexels.com shutterstock.com istockphoto.com freepik.com flaticon.com fontawesome.com
  coursera.org udemy.com edx.org udacity.com credly.com ielts.org testdome.com draw.io socket.io imgur.com prnt.sc gyazo.com postimg.cc lightshot.com
  yandex.ru mail.ru ok.ru habr.com rambler.ru rozetka.com.ua prom.ua olx.ua mercadolibre.com baidu.com alipay.com gravatar.com t.me telegram.org telegram.me whatsapp.com wa.me skype.com
  discord.com discord.gg line.me freelancer.in freelancer.co.uk lovable.dev replit.app vercel.app qrco.de viber.com signal.org wechat.com kwork.ru fl.ru freelance.ru weblancer.net`.split(
    /\s+/,
  ),
);

/** Short addresses that stand for any other. */
const shorteners = new Set(
  'bit.ly bitly.com tinyurl.com t.co goo.gl cutt.ly is.gd v.gd ow.ly rb.gy rebrand.ly shorturl.at tiny.cc tiny.one lnkd.in s.id clck.ru vk.cc t.ly buff.ly surl.li lnk.bio adf.ly bl.ink short.io qr.ae goo.su u.to shorter.me dub.sh'.split(
    ' ',
  ),
);

/** True when an address there says nothing of whose it is. */
export function isSharedHost(host: string, domain: string): boolean {
  return host in pages || domain in pages || everybodys.has(domain) || shorteners.has(domain);
}

/** Hosts that are written without what is before them in the table: `www.`, a language, `m.`. */
const bare = (host: string) => host.replace(/^(?:www|m|mobile|[a-z]{2})\.(?=.*\.)/, '');

/**
 * The page that an address is, where it is one person's on a host of many: `github.com/name`.
 *
 * @returns undefined for all other pages, those deeper under somebody's included: others link to them as well
 */
export function personalPage(host: string, path: string): string | undefined {
  const name = pages[host] ? host : bare(host);
  const ways = pages[name];
  if (!ways) return undefined;
  const steps = path.split('/').filter(Boolean);
  for (const way of ways) {
    const wanted = way.split('/');
    const last = steps[wanted.length - 1];
    // "stackoverflow.com/users/1/name" is still the person's.
    const isDeep = steps.length > wanted.length && !/^(?:stackoverflow|linkedin|behance|dribbble)\./.test(name);
    if (last === undefined || isDeep || wanted.some((step, i) => !step.endsWith('*') && step !== steps[i])) continue;
    const prefix = (wanted.at(-1) as string).slice(0, -1);
    if (!last.startsWith(prefix) || (wanted.length === 1 && ownSteps.has(last))) continue;
    if (last.length > prefix.length) return `${name}/${steps.slice(0, wanted.length).join('/').toLowerCase()}`;
  }
  return undefined;
}
