// Mail addresses: what is delivered to one box however it is written, and addresses put into words.
import { parse } from 'tldts';
import type { ContactForm } from './contact.ts';

/** Hosts that deliver `name+anything` to `name`; of some, dots in the name do not count either. */
const hosts: readonly { names: readonly string[]; ignoresDots?: true }[] = [
  { names: ['gmail.com', 'googlemail.com'], ignoresDots: true },
  { names: ['proton.me', 'protonmail.com', 'pm.me'], ignoresDots: true },
  { names: ['outlook.com'] },
  { names: ['hotmail.com'] },
  { names: ['live.com'] },
  { names: ['msn.com'] },
  { names: ['icloud.com', 'me.com', 'mac.com'] },
  { names: ['fastmail.com'] },
  { names: ['yandex.ru', 'yandex.com', 'ya.ru'] },
  { names: ['zoho.com', 'zohomail.com'] },
  { names: ['mailbox.org'] },
  { names: ['gmx.de'] },
  { names: ['gmx.net'] },
  { names: ['gmx.com'] },
  { names: ['web.de'] },
];
const deliveries = new Map(
  hosts.flatMap((host) => host.names.map((name) => [name, { ...host, host: host.names[0] as string }])),
);

/** Hosts where many have their box. */
const providers = new Set([
  ...deliveries.keys(),
  ...['yahoo.com', 'ymail.com', 'aol.com', 'mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'rambler.ru', 'ukr.net', 'i.ua'],
  ...['qq.com', '163.com', '126.com', 'naver.com', 'daum.net', 'tutanota.com', 'tuta.io', 'mail.com', 'rediffmail.com'],
  ...['uol.com.br', 'bol.com.br', 'terra.com.br', 'orange.fr', 'free.fr', 'laposte.net', 't-online.de', 'seznam.cz'],
]);

/** Boxes that belong to an office and not to a person. */
const offices =
  /^(?:support|help|help-?desk|service|customer-?(?:service|care|support)|no-?reply|do-?not-?reply|abuse|postmaster|webmaster|privacy|legal|security|billing|complaints?|disputes?|soporte|ayuda|suporte|ajuda|atendimento|podderzhka|kundenservice)$/;

/** True of an address of a service desk. */
export function isOffice(mail: string): boolean {
  return offices.test(mail.slice(0, mail.indexOf('@')));
}

/** True when many people have their mail at a domain. */
export function isMailProvider(domain: string): boolean {
  return providers.has(domain);
}

/** The normal form of an address as it is written; undefined when it is none. */
export function mailOf(written: string): ContactForm | undefined {
  const at = written.lastIndexOf('@');
  const [name, host] = [written.slice(0, at).toLowerCase(), written.slice(at + 1).toLowerCase()];
  if (at < 1 || name.length > 64 || host.length > 253 || !/^[^\s@]+$/.test(name)) return undefined;
  const { domain, hostname } = parse(host);
  if (!domain || !hostname || !/\.\p{L}[\p{L}\d-]*$/u.test(hostname)) return undefined;
  const delivery = deliveries.get(hostname);
  if (!delivery) return { kind: 'mail', value: `${name}@${hostname}`, domain };
  const box = name.replace(/\+.*$/s, '');
  const kept = delivery.ignoresDots ? box.replaceAll('.', '') : box;
  return kept === '' ? undefined : { kind: 'mail', value: `${kept}@${delivery.host}`, domain: delivery.host };
}

const dotWords = 'dot|punto|ponto|точка|крапка|punkt|point';
/** What stands for "@". */
const atSign =
  /\s{0,3}(?:@|[([{]\s?(?:at|@|arroba|собака)\s?[)\]}]|<at>)\s{0,3}|\s(?:at|arroba|chez|собака|собачка|песик|klammeraffe|arobase)\s/giu;
const dot = String.raw`(?:\s{0,3}[([{]\s?(?:${dotWords}|\.)\s?[)\]}]\s{0,3}|\s{1,3}(?:${dotWords})\s{1,3}|\s?\.\s?)`;
const betweenParts = new RegExp(dot, 'iu');
const dotInName = new RegExp(String.raw`\s{1,3}(?:${dotWords})\s{1,3}`, 'giu');
/** The name before it, at the end of a piece, and up to four parts of a host after it, at the beginning of one. */
const nameAtEnd = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])([a-z0-9][a-z0-9_%+-]{0,30}(?:(?:\.|\s{1,3}(?:${dotWords})\s{1,3})[a-z0-9_%+-]{1,30}){0,3})$`,
  'iu',
);
const hostAtStart = new RegExp(
  String.raw`^(?:g\s?mail|[a-z0-9][a-z0-9-]{0,40})(?:${dot}[a-z][a-z0-9-]{1,30}){0,3}(?![\p{L}\p{N}])`,
  'iu',
);
/** So far to both sides of the sign. */
const REACH = 140;
/** Names of hosts that are said without their ending. */
const short = new Map([
  ['gmail', 'gmail.com'],
  ['googlemail', 'gmail.com'],
  ['outlook', 'outlook.com'],
  ['hotmail', 'hotmail.com'],
  ['yahoo', 'yahoo.com'],
  ['protonmail', 'proton.me'],
  ['icloud', 'icloud.com'],
]);
/** What says just before it that a mail address comes. */
const announces =
  /(?:e-?mail|mail|box|inbox|reach|write|address|correo|escr[ií]b\w*|direcci[oó]n|почт\p{L}*|пиш\p{L}*|пошт\p{L}*|адрес\p{L}*|адрес|schreib\p{L}*|adresse|[ée]cri\p{L}*)[^.!?\n]{0,40}$/iu;
/** Ordinary words before "at". */
const ordinary =
  /^(?:look|looking|me|us|him|her|them|it|be|is|are|was|am|work|working|works|worked|available|here|there|arrive|good|start|rate|done|live|based|meet|call|engineer|developer|designer|manager|lead|cto|ceo|team|study|studied|not|only|now|all|any|job|found|find|online|best|out|stay|hours?|up)$/i;

export interface FoundMail {
  form: ContactForm;
  start: number;
  end: number;
}

/** Addresses that are put into words in a plain text. */
export function mailsInWords(text: string): FoundMail[] {
  const found: FoundMail[] = [];
  for (const { 0: sign, index } of text.matchAll(atSign)) {
    const before = text.slice(Math.max(0, index - REACH), index);
    const after = text.slice(index + sign.length, index + sign.length + REACH);
    const saidName = nameAtEnd.exec(before)?.[1];
    const saidHost = saidName === undefined ? undefined : hostAtStart.exec(after)?.[0];
    if (saidName === undefined || saidHost === undefined) continue;
    const name = saidName.replace(dotInName, '.');
    const host = longestHost(saidHost.replace(/g\s?mail/i, 'gmail').split(betweenParts));
    if (host === undefined || ordinary.test(name)) continue;
    const isPlain = sign === '@' && !/\s/.test(saidName + saidHost);
    const isSure =
      isMailProvider(host) ||
      /[@([{<]/.test(sign) ||
      /[\d._]/.test(name) ||
      announces.test(before.slice(0, before.length - saidName.length));
    const form = !isPlain && isSure ? mailOf(`${name}@${host}`) : undefined;
    const end = index + sign.length + saidHost.length;
    if (form) found.push({ form, start: index - saidName.length, end });
  }
  return found;
}

/** The host that these parts name: the longest that is one, or a well-known one without its ending. */
function longestHost(parts: readonly string[]): string | undefined {
  for (let count = parts.length; count > 1; count--) {
    const host = parts.slice(0, count).join('.').toLowerCase();
    const { domain, isIcann } = parse(host);
    if (domain && (isIcann || /\.(?:example|test)$/.test(host))) return host;
  }
  return short.get((parts[0] ?? '').toLowerCase());
}
