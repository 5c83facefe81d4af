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
  'northern ireland': 'GB',
  usa: 'US',
  'hong kong': 'HK',
  'hong kong sar': 'HK',
  'hong kong sar china': 'HK',
  'macau sar': 'MO',
  'macao sar': 'MO',
  macau: 'MO',
  palestine: 'PS',
  'palestinian territories': 'PS',
  'palestinian territory': 'PS',
  macedonia: 'MK',
  turkiye: 'TR',
};

/**
 * Names of countries that are names of states as well: after a comma they may be either, unless the town before it is
 * known. "Atlanta, Georgia"; "Minna, Niger".
 */
const states: Readonly<Record<string, readonly string[]>> = {
  georgia: ['tbilisi', 'batumi', 'kutaisi'],
  niger: ['niamey'],
  luxembourg: ['luxembourg', 'luxembourg city'],
};

/** States, provinces and territories whose short forms are codes of countries too: "San Francisco, CA". */
const stateCodes = new Set(
  // The United States, Canada, Australia, Brazil
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
    'RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS NT NU ON PE QC SK YT SA VI AC AP AM BA CE ES GO ' +
    'MG PB PI RJ RN RS RO RR SP SE TO ' +
    // Italy
    'AG AN AO AQ AT AV BG BI BL BN BO BR BS BZ CB CH CL CN CR CS CZ EN FE FG FI FM FR GE GR IM IS KR LC LE LI LO LT LU ' +
    'MC ME MN NA NO NU OG OR PG PN PO PR PT PU PV PZ RA RC RE RG SI SO SR SS SU SV TA TE TP TR TS TV UD VA VB VC VE VR VV'
  ).split(' '),
);

/** A time of day after a place, with what goes with it. */
const timeOfDay = /(?<![ (,·|–-])[ (,·|–-]*\b\d{1,2}:\d{2}\b.*$/s;

/** A place without the time there, which pages write after it: "Lahore, Pakistan (10:22 PM)". */
export function withoutTimeOfDay(line: string): string {
  return line.replace(/\(.*$/s, '').replace(timeOfDay, '').trim();
}

/**
 * The country a text, a code or the address of a flag's picture names, as ISO 3166-1 alpha-2; undefined if none, and
 * where it may as well name a state.
 */
export function parseCountry(said: string): string | undefined {
  const looked = said.slice(0, MAX_LOOKED_AT).trim();
  const picture = /\/flags?\/(?:[\w-]{1,20}\/){0,4}([a-z]{2})(?:[@_.-][\w@.-]{0,40})?\.(?:png|svg|gif|webp)/i.exec(
    looked,
  )?.[1];
  if (picture) return ofCode(picture);
  const flag = /[\u{1f1e6}-\u{1f1ff}]{2}/u.exec(looked)?.[0];
  if (flag)
    return ofCode([...flag].map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join(''));
  const name = withoutTimeOfDay(looked.replace(/^flag of\s*/i, ''));
  return ofCode(name) ?? ofName(name) ?? ofLast(name.split(',').map((part) => part.trim()));
}

/** The country at the end of "town, state, country". */
function ofLast(parts: readonly string[]): string | undefined {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return undefined;
  if (/^[A-Z]{2,3}$/.test(last)) return stateCodes.has(last) ? undefined : (ofCode(last) ?? ofName(last));
  const lower = last.toLowerCase();
  if (Object.hasOwn(states, lower) && !states[lower]?.includes(parts[0]?.toLowerCase() ?? '')) return undefined;
  return ofName(last);
}

function ofCode(code: string): string | undefined {
  const upper = code.toUpperCase();
  if (/^[A-Z]{2}$/.test(upper) && countries.isValid(upper)) return upper;
  if (/^[A-Z]{3}$/.test(code)) return countries.alpha3ToAlpha2(code);
  return undefined;
}

function ofName(name: string): string | undefined {
  if (name === '') return undefined;
  const alias = name.toLowerCase();
  if (Object.hasOwn(aliases, alias)) return aliases[alias];
  for (const { locale } of languages) {
    const code = countries.getAlpha2Code(name, locale) ?? countries.getSimpleAlpha2Code(name, locale);
    if (code) return code;
  }
  return undefined;
}
