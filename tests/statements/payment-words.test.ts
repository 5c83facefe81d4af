import { describe, expect, test } from 'vitest';
import { coinOfPayment, type PaymentWords, serviceOfPayment } from '../../lib/statements/payment-words.ts';

const paid = (said: Partial<PaymentWords>): PaymentWords => ({ currency: 'USD', account: 'Ines Quay', ...said });

describe('a payment service', () => {
  test.each<[Partial<PaymentWords>, string]>([
    [{ method: 'Alipay' }, 'Alipay'],
    [{ method: 'WeChat Pay' }, 'WeChat Pay'],
    [{ account: 'Payoneer Inc' }, 'Payoneer'],
    [{ reference: 'Alipay top-up for invoice 12' }, 'Alipay'],
    [{ reference: 'sent by Western Union' }, 'Western Union'],
    [{ reference: 'pago por Payoneer' }, 'Payoneer'],
    [{ reference: 'to Skrill account of Ines' }, 'Skrill'],
  ])('%o', (said, what) => {
    expect(serviceOfPayment(paid(said))?.what).toBe(what);
  });
  test.each<Partial<PaymentWords>>([
    { reference: 'Alipay checkout module' },
    { reference: 'Payoneer export script, part 2' },
    { reference: 'WeChat integration' },
    { reference: 'Invoice 12' },
    { name: 'Ali Payne' },
    { payee: 'alipay.fan@mail.example' },
    { method: 'Wire' },
  ])('none in %o', (said) => {
    expect(serviceOfPayment(paid(said))).toBeUndefined();
  });
});

describe('a virtual currency', () => {
  test.each<[Partial<PaymentWords>, string]>([
    [{ currency: 'USDT' }, 'USDT'],
    [{ method: 'USDT (TRC20)' }, 'USDT'],
    [{ payee: 'bc1q854j4df3zz490zsfnpx3y9ffdygvmp4hsjp3fm' }, 'bc1q854j4df3zz490zsfnpx3y9ffdygvmp4hsjp3fm'],
    [{ reference: 'paid in BTC' }, 'BTC'],
    [{ reference: 'USDT for invoice 41' }, 'USDT'],
    [{ account: 'Coinbase' }, 'Coinbase'],
  ])('%o', (said, what) => {
    expect(coinOfPayment(paid(said))?.what).toBe(what);
  });
  test.each<Partial<PaymentWords>>([
    { reference: 'Bitcoin price dashboard' },
    { reference: 'Binance API client' },
    { reference: 'Wallet screens for USDT app' },
    { payee: 'FD00QUAY0001' },
    { name: 'Bethany Ethridge' },
    { currency: 'EUR' },
  ])('none in %o', (said) => {
    expect(coinOfPayment(paid(said))).toBeUndefined();
  });
});
