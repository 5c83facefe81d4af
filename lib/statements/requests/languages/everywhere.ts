// What is written alike in every language: names of services, coins and programs, and how they are cut short.
export const everywhere: Readonly<Record<string, string>> = {
  channel: `telegram, telegramm, telegran, telegam, tele gram, tlgrm, tlg, tg, t gram, whatsapp, whats app, what's app, whatsap, whatapp, whatsup, watsapp, watsap, wattsapp,
    whtsapp, whatsaap, wapp, wsp, skype, skpe, viber, discord, wechat, we chat, weixin, kakaotalk, kakao talk, snapchat, messenger, fb messenger, hangouts, google chat, gchat, google hangouts,
    instagram, insta, ig dm, zalo, icq, threema, wickr, jabber, xmpp, keybase, imessage, kik, mattermost, google voice, facebook messenger, wire messenger, botim, qq`,
  worktool: `slack, zoom, google meet, gmeet, teams, ms teams, microsoft teams, meet.google.com, jitsi, webex`,
  mailhost: `gmail, g mail, hotmail, outlook, yahoo, protonmail, proton mail, icloud, ukr.net, mail.ru, yandex, gmx, web.de, orange.fr`,
  sitename: `upwork, up work, freelancer, freelancer.com, fiverr, guru, guru.com, peopleperhour, pph, workana, truelancer, freelancehunt, toptal, kwork`,
  coin: `usdt, usd t, u s d t, usdc, usd coin, tether, bitcoin, bit coin, bitcoins, btc, ethereum, eth, ether, litecoin, ltc, dogecoin, doge coin, trx, bnb, busd, xmr, monero, xrp, solana, ada cardano, dash coin, toncoin, dai, pyusd, eurc, fdusd, tusd, matic, avax, arbitrum, shiba inu,
    trc20, trc 20, erc20, erc 20, bep20, bep 20, trc-20, erc-20, bep-20, stablecoin*, stable coin*, crypto, cryptocurrenc*, crypto currenc*, cripto, krypto, altcoin*`,
  exchange: `binance, bybit, okx, kucoin, coinbase, kraken exchange, huobi, htx, metamask, meta mask, trust wallet, trustwallet, phantom wallet, tonkeeper, bitget, mexc, whitebit, paxful, localbitcoins, ledger nano, trezor, exodus wallet, bitso, lemon cash, buenbit, ripio, belo, mercado bitcoin, foxbit, garantex, exmo, cryptobot, crypto bot, gate.io, bitfinex, nowpayments, cryptomus, bitpay, request finance`,
  service: `paypal, pay pal, pypal, payoneer, payonner, pioneer card, zelle, venmo, cashapp, cash app, revolut, skrill, skril, skrll, neteller, western union, westernunion, moneygram, money gram, remitly, worldremit, alipay, ali pay, wechat pay, weixin pay, pingpong, ping pong account, lianlian,
    perfect money, perfectmoney, advcash, webmoney, web money, qiwi, yoomoney, yandex money, paytm, phonepe, google pay, gpay, upi, gcash, m-pesa, mpesa, picpay, pic pay, mercado pago, mercadopago, nequi, daviplata, yape, bizum, mb way, mbway, monobank, privat24, liqpay,
    iban, swift transfer, swift code, sepa, airtm, zinli, payeer, airwallex, deel, interac, e-transfer, blik, papara, gopay, stc pay, paysafecard, lydia, wero, bancontact, swish, vipps, mobilepay, satispay, unistream, юнистрим, astropay, uala, nubank, pagseguro, sinpe, transfiya, tigo money, xoom, sendwave, paysend, taptap send, orange money, mtn momo, chipper cash, opay, palmpay, flutterwave, buy me a coffee, ko-fi, boosty, donationalerts, gofundme, n26, cash.app, venmo.com, wise.com, vodafone cash, instapay, twint, paysera, nagad, bkash, easypaisa, jazzcash`,
  giftcard: `gift card*, giftcard*, steam card*, itunes card*, amazon card*, google play card*, apple card*, gift code*, voucher code*`,
  remote: `teamviewer, team viewer, anydesk, any desk, rustdesk, ultraviewer, chrome remote desktop, parsec`,
  run: `npm install, npm start, npm run, npm i, yarn install, pip install, curl, bash, git clone, docker compose up`,
  title: `ceo, cto, coo, cfo, cmo, cio, cpo`,
};
