// Names under which somebody is found in a messenger: after or before the messenger's name, and in its own links.
import { trimEndOf } from '../../model/trim.ts';
import type { ContactForm } from './contact.ts';
import { phoneOf } from './phones.ts';
import { firstHalves, type Service, serviceOf } from './services.ts';
import type { Word } from './words.ts';

export interface FoundHandle {
  form: ContactForm;
  start: number;
  end: number;
  isDisguised?: true;
}

/** What may stand between a messenger and the name, and makes sure that a name follows. */
const filler =
  /^(?:id|is|handle|user|username|nick|nickname|name|login|account|alias|ник|никнейм|нік|логин|логін|usuario|usuário|usuari|benutzername|pseudo|identifiant)$/;
/** What may stand between them and makes nothing sure. */
const weakFiller =
  /^(?:me|on|at|by|my|add|ping|here|or|and|es|mi|meu|mein|ist|est|это|мой|мій|just|please|app|contact)$/;

/** Words that are no names whatever stands before them. */
const noNames =
  /^(?:me|us|bot|bots|channel|group|chat|call|calls|video|app|api|web|meeting|meetings|number|link|now|or|and|is|id|for|to|the|a|if|so|we|you|i|it|with|via|on|in|at|https?|www|username|handle|business|desktop|mobile|clone|integration|notifications?|support|messages?|messenger|yes|no|ok|sure|available|preferred|only|both|any|same|none|si|n\/a|please)$/i;

const aName = /^@?[A-Za-z0-9](?:[A-Za-z0-9_.:#-]{1,40}[A-Za-z0-9_#])?/;

/** Names after and before a messenger's name in a plain text. */
export function handlesIn(text: string, words: readonly Word[]): FoundHandle[] {
  const found: FoundHandle[] = [];
  for (const [i, { start: index }] of words.entries()) {
    const named = serviceAt(words, i);
    if (!named) continue;
    const { end } = words[i + named.words - 1] as Word;
    const name = nameAfter(text, end, named) ?? nameBefore(text, index, named);
    const form = name && handleOf(named.service, name.written);
    if (name && form) {
      found.push({ form, start: name.start, end: name.end, ...(named.isDisguised && { isDisguised: true }) });
    }
  }
  return found;
}

interface Named {
  service: Service;
  isWord: boolean;
  isDisguised: boolean;
  /** How many words name it. */
  words: number;
}

/** "tele gram", "what's app": one word or two. */
function serviceAt(words: readonly Word[], i: number): Named | undefined {
  const small = (n: number) => (words[n]?.word ?? '').replace(/['’]/g, '');
  const first = small(i);
  const one = serviceOf(trimEndOf(first, '!@').replace(/^[@!$]+/, ''));
  const second = firstHalves.has(first) ? small(i + 1) : '';
  const two = second === '' ? undefined : serviceOf(first + second);
  if (two) return { ...two, isDisguised: !first.startsWith('what'), words: 2 };
  return one && { ...one, words: 1 };
}
interface Name {
  written: string;
  start: number;
  end: number;
}

/** So far after the messenger's name a name is looked for. */
const REACH = 60;

function nameAfter(text: string, from: number, { isWord }: Named): Name | undefined {
  let isSure = false;
  let at = from;
  const limit = Math.min(text.length, from + REACH);
  for (let fillers = 0; fillers < 4; fillers++) {
    const gap = /^[\s([*"'“«–—=:>~-]{0,6}/.exec(text.slice(at, limit))?.[0] ?? '';
    if (/[:=>]/.test(gap) || /[–—-]\s/.test(gap)) isSure = true;
    // The next sentence or line is another matter, unless a colon says that it comes there.
    if (gap === '' || (/\n/.test(gap) && !isSure)) return undefined;
    at += gap.length;
    const written = aName.exec(text.slice(at, limit))?.[0];
    const word = /^[\p{L}'’]+/u.exec(text.slice(at, limit))?.[0]?.toLowerCase() ?? '';
    if (filler.test(word)) isSure = true;
    else if (!weakFiller.test(word)) {
      if (written === undefined || noNames.test(written)) return undefined;
      const isMarked = written.startsWith('@');
      const looksIt = /[\d_#]|^live:/.test(written);
      if (!(isMarked || (isSure && (looksIt || !isWord)) || (looksIt && !isWord))) return undefined;
      return { written, start: at, end: at + written.length };
    }
    at += word.length;
  }
  return undefined;
}

/** "@name on Telegram", "name_1 (tg)". */
function nameBefore(text: string, end: number, { isWord }: Named): Name | undefined {
  const from = Math.max(0, end - 50);
  const before = text.slice(from, end);
  const match =
    /(?:^|[\s,;:("'«“])(@?[A-Za-z0-9][A-Za-z0-9_.]{2,32})\s{0,2}(?:,?\s(?:on|in|at|via|en|no|em|por|в|у|auf|sur|bei)\s(?:(?:my|the|mi|o|el)\s)?|\(\s?|\s?[-–—]\s)$/iu.exec(
      before,
    );
  const written = match?.[1];
  if (!match || written === undefined || noNames.test(written)) return undefined;
  if (!written.startsWith('@') && (isWord || !/[A-Za-z]/.test(written) || !/[\d_]/.test(written))) return undefined;
  const start = from + match.index + match[0].indexOf(written);
  return { written, start, end: start + written.length };
}

/** The normal form of a name in a messenger, or of a number that one is found by there. */
export function handleOf(service: string, written: string): ContactForm | undefined {
  const name = trimEndOf(written.trim().replace(/^@/, ''), '.,;:!?)').toLowerCase();
  if (/^\+?[\d\s().-]{8,20}$/.test(name)) {
    const phone = phoneOf(name);
    return phone && { ...phone, on: service };
  }
  if (!/^[a-z0-9](?:[a-z0-9_.:#-]{1,40})$/.test(name)) return undefined;
  return { kind: 'handle', value: `${service}:${name}`, on: service, ...(isGathering(name) && { isGroup: true }) };
}

/** Names of groups and channels. */
const gathering =
  /(?:^|[_.-])(?:jobs?|community|group|chat|channel|club|news|forum|freelancers|hub|official|support|bot)(?:$|[_.-])|bot$/;
const isGathering = (name: string) => gathering.test(name);

/** What a messenger's own link leads to: a name, a number, or a group; undefined for all other links. */
export function handleOfLink(url: string): ContactForm | undefined {
  const [, host = '', rest = ''] = /^(?:[a-z]+:\/\/)?(?:www\.)?([a-z0-9.-]+)(?:[/?]|$)(.*)$/is.exec(url) ?? [];
  const step = rest.split(/[/?#&]/)[0] as string;
  switch (host.toLowerCase()) {
    case 't.me':
    case 'telegram.me':
    case 'telegram.dog': {
      if (step === 's' || step === 'c' || step === 'joinchat' || step.startsWith('+')) {
        const group = rest.replace(/^(?:s|c|joinchat)\/|\+/, '').split(/[/?#]/)[0] as string;
        return group
          ? {
              kind: 'handle',
              value: `telegram:${step.startsWith('+') || step === 'joinchat' ? '+' : ''}${group}`,
              on: 'telegram',
              isGroup: true,
            }
          : undefined;
      }
      return handleOf('telegram', step);
    }
    case 'wa.me':
      return phone(step, 'whatsapp');
    case 'api.whatsapp.com':
    case 'web.whatsapp.com':
      return phone(/[?&]?phone=(\+?\d+)/.exec(rest)?.[1] ?? '', 'whatsapp');
    case 'chat.whatsapp.com':
      return step ? { kind: 'handle', value: `whatsapp:+${step}`, on: 'whatsapp', isGroup: true } : undefined;
    case 'discord.gg':
      return step
        ? { kind: 'handle', value: `discord:+${step.toLowerCase()}`, on: 'discord', isGroup: true }
        : undefined;
    case 'line.me': {
      const name = /~([\w.-]+)/.exec(rest)?.[1];
      return name === undefined ? undefined : handleOf('line', name);
    }
    case 'm.me':
      return handleOf('facebook', step);
    case 'join.skype.com':
      return step ? { kind: 'handle', value: `skype:+${rest}`, on: 'skype', isGroup: true } : undefined;
    default:
      return undefined;
  }
}

function phone(digits: string, on: string): ContactForm | undefined {
  const form = /^\+?\d{8,15}$/.test(digits) ? phoneOf(digits.startsWith('+') ? digits : `+${digits}`) : undefined;
  return form && { ...form, on };
}
