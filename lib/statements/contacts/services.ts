// Messengers by what they are called, slang and spellings that evade a filter included: a further name is a further word.

export const services = [
  'telegram',
  'whatsapp',
  'skype',
  'discord',
  'wechat',
  'signal',
  'line',
  'viber',
  'kakaotalk',
  'teams',
  'zoom',
  'slack',
  'instagram',
  'facebook',
  'snapchat',
  'zalo',
  'imo',
  'vk',
  'threema',
  'wire',
] as const;
export type Service = (typeof services)[number];

/** Names as they are written, small, without spaces and marks. */
const names: Readonly<Partial<Record<Service, string>>> = {
  telegram:
    'telegram telegramm telegam telegrm tlgrm telega tele tg telegr telegraam телеграм телеграмм телеграме телеграмме телега телегу телеге телегe тг тлг тегеграм',
  whatsapp:
    'whatsapp whatsap watsapp watsap whatapp whatsup whattsapp wasap wassap guasap wpp whats wa zap zapzap wsp вотсап вотсапп ватсап ватсапп вацап воцап вотсапе ватсапе вайтсап ватсапі',
  skype: 'skype skyp skipe scype скайп скайпе скайпі',
  discord: 'discord diskord discor дискорд дискорде дс',
  wechat: 'wechat weixin vx вичат',
  signal: 'signal сигнал',
  line: 'line',
  viber: 'viber vibr вайбер вайбере вайбері',
  kakaotalk: 'kakaotalk kakao katalk',
  teams: 'teams msteams',
  zoom: 'zoom',
  slack: 'slack',
  instagram: 'instagram insta инстаграм инста',
  facebook: 'facebook messenger fb фейсбук',
  snapchat: 'snapchat snap',
  zalo: 'zalo',
  imo: 'imo',
  vk: 'vk vkontakte вк',
  threema: 'threema',
};
const byName = new Map(
  Object.entries(names).flatMap(([service, written]) =>
    written.split(' ').map((name) => [name, service as Service] as const),
  ),
);

/** Names as they are written, of all messengers. */
export const serviceNames: readonly string[] = [...byName.keys()];
/** First halves of names that are written in two. */
export const firstHalves: ReadonlySet<string> = new Set(
  'tele tel te what whats wats sky dis we vi kakao теле'.split(' '),
);

/** Names that are words of their own as well: what follows must be surely a handle. */
const words = new Set([
  'line',
  'signal',
  'teams',
  'zoom',
  'slack',
  'wa',
  'tele',
  'imo',
  'snap',
  'сигнал',
  'дс',
  'zap',
  'messenger',
  'whats',
  'discor',
  'vx',
]);

/** Digits and signs that stand for letters. */
const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '€': 'e',
  $: 's',
  '@': 'a',
  '!': 'i',
};

/**
 * The messenger that a small word names.
 *
 * @returns with whether the word is an ordinary one as well, and whether it is spelt so that it is not recognised
 */
export function serviceOf(word: string): { service: Service; isWord: boolean; isDisguised: boolean } | undefined {
  const known = byName.get(word);
  if (known) return { service: known, isWord: words.has(word), isDisguised: false };
  if (word.length < 5 || !/[0134571€$@!]/.test(word)) return undefined;
  const plain = word.replace(/[0134570€$@!]/g, (char) => leet[char] ?? char);
  const service = byName.get(plain) ?? byName.get(plain.replace(/l(?=gram)/, 'e'));
  return service && { service, isWord: false, isDisguised: true };
}
