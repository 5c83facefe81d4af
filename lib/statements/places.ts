// Understands which country is meant: "Flag of INDIA", ".../flags/us.png", "br", "Estados Unidos",
// "Korea, Republic of". The names are those of i18n-iso-countries, in the languages marketplaces use.
import countries from 'i18n-iso-countries/index.js';
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import uk from 'i18n-iso-countries/langs/uk.json' with { type: 'json' };

const languages = [en, es, pt, fr, de, ru, uk];
for (const language of languages) countries.registerLocale(language);

/** Longest text that is looked at. */
const MAX_LOOKED_AT = 300;

/** Names in use on marketplaces that ISO 3166 does not list. */
const aliases: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'viet nam': 'VN',
  'korea, republic of': 'KR',
  'korea, south': 'KR',
  'russian federation': 'RU',
  'hong kong': 'HK',
  macedonia: 'MK',
  turkiye: 'TR',
};

/** The country a text, a code or the address of a flag's picture names, as ISO 3166-1 alpha-2; undefined if none. */
export function parseCountry(said: string): string | undefined {
  const looked = said.slice(0, MAX_LOOKED_AT).trim();
  const picture = /\/flags?\/(?:[\w-]+\/)*([a-z]{2})(?:[@_.-][\w@.-]*)?\.(?:png|svg|gif|webp)/i.exec(looked)?.[1];
  if (picture) return ofCode(picture);
  const name = looked
    .replace(/^flag of\s*/i, '')
    .replace(/\s*\(.*$/s, '')
    .trim();
  return ofCode(name) ?? ofName(name) ?? ofName(name.split(',').at(-1)?.trim() ?? '');
}

function ofCode(code: string): string | undefined {
  const upper = code.toUpperCase();
  if (/^[A-Z]{2}$/.test(upper) && countries.isValid(upper)) return upper;
  if (/^[A-Z]{3}$/.test(code)) return countries.alpha3ToAlpha2(code);
  return undefined;
}

function ofName(name: string): string | undefined {
  if (name === '') return undefined;
  const alias = aliases[name.toLowerCase()];
  if (alias) return alias;
  for (const { locale } of languages) {
    const code = countries.getAlpha2Code(name, locale) ?? countries.getSimpleAlpha2Code(name, locale);
    if (code) return code;
  }
  return undefined;
}
