// Words that say who somebody is or where they are from, and so weigh nothing: countries, peoples, languages, money,
// towns, and people's names, in all the languages that are read, with their endings.
import { cityNames } from '../../lib/statements/city-names.ts';
import { fold } from '../../lib/statements/requests/fold.ts';
import { languages } from '../../lib/statements/requests/languages/registry.ts';
import { stemOf } from '../../lib/statements/requests/learned/features.ts';
import { COUNTRIES } from '../evaluate/sets/identities/countries.ts';

const CODES = Array.from({ length: 26 * 26 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)));
const MORE =
  'america american americans states kingdom emirates arab korea korean british english scottish irish welsh dutch swiss ' +
  'usa uk eu ue usd eur gbp uah rub inr brl mxn cny dollar dollars dolar dolares euro euros pound pounds peso pesos rupee ' +
  'rupees real reais ruble rubles hryvnia yuan zloty lira latino latina asian african european europe asia africa ' +
  'доллар доллары долларов долларах евро рубль рубли рублей рублях гривна гривны гривен гривня гривні гривень долар долари ' +
  'доларів юань злотый европа європа америка сша америк dolarow zlotych zl euro lirasi dollari dollaro rupiah rupie ' +
  'دولار يورو ريال جنيه درهم डॉलर रुपये रुपए यूरो 美元 欧元 卢布 人民 民币 美金 中国 国人 英文 中文 英语 俄语';
/** Names that are other words too, in the languages in which they are: not left out. */
const OTHER = new Set(
  'will may mark bill rich grace hope art dean don sole pat sue rob can ali sea mali chad togo'.split(' '),
);
/** As many letters of a name at least, before what ends it. */
const MIN_LETTERS = 4;

/** Whether a feature's word is one of them. */
export function isOfPeople(): (word: string) => boolean {
  const words = new Set<string>();
  const add = (name: string) => {
    const parts = fold(name)
      .folded.split(/[^\p{L}\p{M}]+/u)
      .filter(Boolean);
    // Of a name of several words each may be an ordinary one.
    if (parts.length === 1 && !OTHER.has(parts[0] as string)) words.add(parts[0] as string);
  };
  for (const { id } of languages) {
    for (const type of ['region', 'language', 'currency'] as const) {
      const names = new Intl.DisplayNames(id, { type, fallback: 'none' });
      const codes = type === 'currency' ? Intl.supportedValuesOf('currency') : CODES;
      for (const code of codes) {
        const name = names.of(type === 'language' ? code.toLowerCase() : code);
        if (name) add(name);
      }
    }
  }
  for (const towns of Object.values(cityNames)) for (const town of towns.split(/[,=]/)) add(town);
  for (const { women, men, families } of COUNTRIES)
    for (const one of [...women, ...men, ...families]) for (const name of one.split(/[=/~]/)) add(name);
  for (const word of MORE.split(' ')) words.add(fold(word).folded);
  const stems = new Set([...words].map(stemOf));
  const beginnings = new Set([...words].flatMap((word) => (word.length > MIN_LETTERS + 1 ? [word.slice(0, -1)] : [])));
  const ideographs = [...words].filter((word) => word.charCodeAt(0) >= 0x3400).join(' ');
  return (word) =>
    words.has(word) ||
    (word.length >= MIN_LETTERS && stems.has(word)) ||
    (word.charCodeAt(0) >= 0x3400 && ideographs.includes(word)) ||
    beginsWithOne(word, beginnings);
}

function beginsWithOne(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let end = MIN_LETTERS + 1; end <= word.length; end++) if (beginnings.has(word.slice(0, end))) return true;
  return false;
}
