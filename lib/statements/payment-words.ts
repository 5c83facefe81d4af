// What a line of a payment record says of the way that money went: through which payment service, or in which virtual
// currency. A reference names what was paid for, so that a service's or a coin's name alone says nothing there: a
// developer builds checkouts and wallets. Only words of paying beside it do.
import { walletOf } from './contacts/wallets.ts';

/** What is known of a payment. */
export interface PaymentWords {
  currency: string;
  account: string;
  name?: string | undefined;
  payee?: string | undefined;
  method?: string | undefined;
  reference?: string | undefined;
}

/** What was found, as it is written there. */
export interface Through {
  /** The service or the coin, or the kind of address. */
  what: string;
  /** Whether only the reference says it. */
  isReference: boolean;
}

const MAX_READ = 300;

const services =
  'alipay|wechat ?pay|weixin ?pay|union ?pay|lianlian(?: ?pay)?|ping ?pong(?: ?pay)?|western ?union|money ?gram|remitly|' +
  'world ?remit|payoneer|skrill|neteller|cash ?app|zelle|venmo|perfect ?money|web ?money|airtm|xoom|paysend';
const exchanges =
  'binance(?: ?pay)?|coinbase|kraken|bitstamp|kucoin|bybit|okx|huobi|bitpay|bitfinex|crypto\\.com|metamask';
const coins =
  'bitcoins?|btc|xbt|ethereum|eth|usdt|usdc|tether|litecoin|ltc|monero|xmr|trc-?20|erc-?20|tron|crypto(?:currency)?|' +
  'criptomonedas?|cripto';
/** Codes that stand in the place of a currency's. */
const coinCodes = new Set(
  'BTC XBT ETH USDT USDC BUSD TUSD DAI LTC TRX BNB SOL XMR DOGE XRP BCH DASH TON MATIC ADA'.split(' '),
);

interface Kind {
  /** As a name by itself. */
  name: RegExp;
  /** With words of paying beside it. */
  said: RegExp;
}

const before =
  '(?:paid|pay(?:ment|out)?|sent|transfer(?:red)?|top-?up|pago|pagado|transferencia|env[ií]o|to|via|through|por|v[ií]a)';
const between = '(?:[\\s:,-]+(?:made|a|an|the|in|by|via|with|to|through|of|en|con|por|al?|el|la|de))*[\\s:,-]+';
const after =
  '[\\s:,-]+(?:(?:account|wallet|address|cuenta|monedero)\\b|(?:payout|payment|top-?up|transfer|withdrawal|purchase|pago|recarga|retiro)\\b|(?:for|para)\\s+(?:invoice|factura|salary|hours|developer))';

function kindOf(names: string): Kind {
  return {
    name: new RegExp(`(?<![\\p{L}\\d])(?:${names})(?![\\p{L}\\d])`, 'iu'),
    said: new RegExp(
      `(?<![\\p{L}])(?:${before}${between}(?:${names})(?=\\s*$|${after})|(?:paid|pagado)${between}(?:${names})(?![\\p{L}])|(?<![\\p{L}])(?:${names})${after})`,
      'iu',
    ),
  };
}

const service = kindOf(services);
const coin = kindOf(`${coins}|${exchanges}`);

/** The payment service that a payment went through; undefined where none is named. */
export function serviceOfPayment(payment: PaymentWords): Through | undefined {
  return named(payment, service);
}

/** The virtual currency, the exchange or the wallet of a payment; undefined where none is named. */
export function coinOfPayment(payment: PaymentWords): Through | undefined {
  if (coinCodes.has(payment.currency)) return { what: payment.currency, isReference: false };
  const wallet = payment.payee === undefined ? undefined : walletOf(payment.payee);
  if (wallet) return { what: payment.payee as string, isReference: false };
  return named(payment, coin);
}

function named(
  { account, name = '', payee = '', method = '', reference = '' }: PaymentWords,
  { name: one, said }: Kind,
) {
  // A mail address at a service's is an account there; one that merely has its name in front is somebody's.
  const parties = [account, name, payee].map((party) => party.replace(/^[^@]*@/u, ' '));
  for (const field of [method, ...parties]) {
    const found = one.exec(field.slice(0, MAX_READ));
    if (found) return { what: found[0], isReference: false };
  }
  const line = reference.slice(0, MAX_READ);
  const found = said.test(line) ? one.exec(line) : null;
  return found ? { what: found[0], isReference: true } : undefined;
}
