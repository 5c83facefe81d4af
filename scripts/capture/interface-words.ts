// The closed list of words that a captured page may share with the original: what a marketplace's own
// interface says. They are the words of the site's own tables (labels, counts, badges), those by which dates,
// money and figures are understood, names of countries, and the usual words of buttons and headings.
// Being on the list is not enough: rewording.ts decides where one of them is the interface's and not somebody's.
import countries from 'i18n-iso-countries/index.js';
import { countWords } from '../../lib/reading/counts.ts';
import { memberLine } from '../../lib/reading/field-patterns.ts';
import { morePlaces } from '../../lib/reading/page-scan.ts';
import { usualFigures } from '../../lib/reading/person-figures.ts';
import { projectWords } from '../../lib/reading/project-fields.ts';
import { profileWords } from '../../lib/reading/sections.ts';
import type { Places, Site } from '../../lib/reading/site.ts';
import { levelWords } from '../../lib/statements/languages.ts';
// Registers the names of countries in the languages that marketplaces use.
import '../../lib/statements/places.ts';

/** Languages of marketplaces, as lib/statements understands dates in. */
const languages = ['en', 'es', 'pt', 'fr', 'de', 'ru', 'uk', 'pl', 'it', 'tr', 'ar', 'ja', 'zh'];

/** Words of buttons, headings, menus and labels. Nobody is called so, and several in a row tell nothing of anybody. */
const usual =
  'about account accept accepted achievements active activity add address age all amount answer apply archive archived available ' +
  'avatar average award awarded back badge badges balance bid bids bidding billing block bookmark brief browse budget business buyer ' +
  'buyers by cancel cancelled categories category certificates certifications change chat choose city clear client clients close closed comment comments ' +
  'company complete completed completion connect connects contact contacts content contract contracts conversation cost country ' +
  'cover create currency current customer dashboard date days decline declined delete delivery deposit description details disputes done ' +
  'download duration earned earnings edit education email employer employers employment end enter error expand experience expertise ' +
  'favorite favorites feedback filter filters find first fixed flag follow followers following for from freelance freelancer freelancers full ' +
  'gig gigs go hero hidden hide high hire hired hires hiring history home hour hourly hours icon id inbox info ' +
  'information insights interested invite invited invitation invoice invoices job jobs join joined language languages last latest leave ' +
  'less level letter letters link links list listed listings lists load loading local location log login logo logout low main manage match medium ' +
  'member members menu message messages milestone milestones min more most name navigation new newest next no notes notifications ' +
  'now of off offer offered offers offline on online only open opened or order orders other others out overview page paid part password past ' +
  'pay payment payments pending per percent period photos pin popular portfolio posted posting posts preferred premium present ' +
  'preview previous price prices primary privacy pro profile profiles project projects promoted proposal proposals public published quote quotes ' +
  'rank rate rated rates rating ratings read received recent recommended refund region reject rejected related remove repeat replied reply ' +
  'report request requests required response result results resume review reviewed reviews rising role sale save saved search ' +
  'see select selected seller sellers send sent service services settings share shortlist shortlisted show sign signed similar since skill skills ' +
  'skip sort star starred stars state statistics stats status submit submitted success successful suggested ' +
  'tab tag tags terms text thread time times timezone title to today top total transaction transactions type unread ' +
  'up update updated upgrade user username users verification verifications verified view views visible visit visitor week withdraw ' +
  'withdrawn workroom year years yesterday score reputation sponsored boosted view hour communication ' +
  'inicio buscar mensajes perfil proyecto proyectos propuesta propuestas habilidades sobre trabajos trabajo todos cliente clientes ver más menos enviar ' +
  'calificación calificaciones recomendado favorito nuevo comentarios valoraciones presupuesto publicado entrar salir ' +
  'meu projeto projetos proposta propostas mensagens sobre trabalhos trabalho avaliação avaliações novo orçamento negociação selecionada habilidades ' +
  'concorrentes publicado em ' +
  'отзывы отзыв ставки ставок ставка проект проекты сообщения сообщение профиль фрилансер заказчик переписка все ' +
  'відгуки відгук проєкт проєкти повідомлення профіль фрилансер замовник всі zlecenia oferta oferty opinie profil';

/** Words that stand between figures and their units: out of how many, in how long. */
const between =
  'of out from to in on at a an and per by until till for about over de von sur su van из от с о в і и um à le la los las el em e y ou und il';
/** Words that figures are figures of: counts, times, since when. */
const beside =
  'ago just hace há faz atrás vor назад тому temu fa önce منذ قبل через now today yesterday presente present heute hoy hoje сьогодні сегодня вчера вчора ' +
  'joined member since registered desde depuis seit регистрации реєстрації am pm hr hrs min mins sec secs h d w mo yr yrs k m local time utc gmt est ' +
  'bid bids proposal proposals offer offers quote quotes review reviews rating ratings rated stars star feedback feedbacks freelancer freelancers ' +
  'project projects job jobs gig gigs order orders hire hires client clients follower followers result results contract contracts earned earnings ' +
  'total completed success interviews interview invites posted hired open transactions spent ' +
  'avaliações avaliação propostas proposta proyectos projetos valoraciones opiniones ставка ставки ставок отзыв отзыва отзывов відгук відгуки відгуків oferta oferty ofert opinii';

/** Steps of addresses that tell nothing of anybody. */
const routes =
  'http https www com net org example html htm php aspx png jpg jpeg gif svg webp avif ab nx wm ua ru uk en es pt pl static assets images img uploads ' +
  'true false null';

/** Text attributes whose words a selector may name: [aria-label="Public Name"]. */
const named = /\[(?:aria-label|title|alt|mattooltip|placeholder)\s*[~|^$*]?=\s*["']([^"']*)["']/g;

export interface InterfaceWords {
  /** True for a word, in lower case, that buttons, headings and labels are made of. */
  isUsual(word: string): boolean;
  /** True for a word as written that belongs to the figure beside it: "days", "INR", "September". */
  isBesideFigures(word: string): boolean;
  /** True for such a word that only stands between a figure and its unit: "of", "in". */
  isBetweenFigures(word: string): boolean;
  /** True for a word, in lower case, that names of countries are made of. */
  isOfCountry(word: string): boolean;
  /** True for a step of an address that every site has. */
  isRoute(word: string): boolean;
  /** True for a word, in lower case, that a captured page may have because the interface has it. */
  isAllowed(word: string): boolean;
  /** The site's own patterns of what its pages say, each with the words it is written with. */
  readonly patterns: readonly Pattern[];
  /** Words that selectors look for in attributes, the site's and those for more of a list: href, "*=", "/projects/". */
  readonly literals: readonly Literal[];
}

export interface Pattern {
  readonly pattern: RegExp;
  readonly words: ReadonlySet<string>;
}

export interface Literal {
  readonly attribute: string;
  readonly operator: string;
  readonly value: string;
}

/** The words of a text, in lower case. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}

const betweenWords: ReadonlySet<string> = new Set(wordsIn(between));
const figureWords: ReadonlySet<string> = new Set([...betweenWords, ...wordsIn(beside), ...dateWords()]);
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const routeWords: ReadonlySet<string> = new Set(wordsIn(routes));
const countryWords: ReadonlySet<string> = new Set(
  ['en', 'es', 'pt', 'fr', 'de', 'ru', 'uk'].flatMap((language) =>
    Object.values(countries.getNames(language, { select: 'all' }))
      .flat()
      .flatMap(wordsIn),
  ),
);

/** What the interface of a site may say. */
export function interfaceWordsOf(site: Site): InterfaceWords {
  const places = placesOf(site);
  const own = places.flatMap((place) => [
    ...wordsIn(/\{([^}]+)\}/.exec(place)?.[1] ?? ''),
    ...[...place.matchAll(named)].flatMap(([, literal = '']) => wordsIn(literal)),
  ]);
  const patterns = patternsOf(site).map((pattern) => ({ pattern, words: new Set(wordsOfPattern(pattern)) }));
  const usualWords = new Set([...wordsIn(usual), ...own, ...wordsIn(site.name), ...wordsIn(site.id)]);
  const patternWords = new Set(patterns.flatMap(({ words }) => [...words]));
  return {
    isUsual: (word) => usualWords.has(word) || figureWords.has(word),
    isBesideFigures: (word) => currencies.has(word) || figureWords.has(word.toLowerCase()),
    isBetweenFigures: (word) => betweenWords.has(word.toLowerCase()),
    isOfCountry: (word) => countryWords.has(word) || word === 'flag',
    isRoute: (word) => routeWords.has(word),
    isAllowed: (word) =>
      usualWords.has(word) ||
      figureWords.has(word) ||
      routeWords.has(word) ||
      countryWords.has(word) ||
      currencies.has(word.toUpperCase()) ||
      isOfPattern(word, patternWords),
    patterns,
    literals: literalsIn([...places, morePlaces]),
  };
}

/** True for a word that a pattern is written with: "freelancer" and "freelancers" of /freelancers?/. */
export function isOfPattern(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word) || words.has(`${word}s`)) return true;
  // An inflected language's pattern has the stem: /ставк\p{L}/.
  return word.length > 4 && (words.has(word.slice(0, -1)) || words.has(word.slice(0, -2)));
}

/** Every place that the site's tables name. */
function placesOf(site: Site): string[] {
  const found: string[] = [...(site.idAttributes ?? []), site.boilerplate?.elements ?? ''];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
      for (const one of Object.values(value)) collect(one);
    }
  };
  collect(site.tables);
  collect(site.tablesByPage);
  for (const count of Object.values(site.counts)) collect(count?.places satisfies Places | undefined);
  return found;
}

function patternsOf({ labels, counts, boilerplate, tables, projectNumber }: Site): RegExp[] {
  const all: (RegExp | undefined)[] = [
    ...Object.values(labels ?? {}).map((label) => (label instanceof RegExp ? label : label.label)),
    ...Object.values(counts).flatMap((count) => [count?.pattern, count?.none]),
    boilerplate?.words,
    boilerplate?.openings,
    tables.messages?.mine,
    projectNumber?.pattern,
    /\b(?:joined|member since|registered|desde|depuis|seit)\b/i,
    memberLine,
    ...Object.values(usualFigures).map((label) => (label instanceof RegExp ? label : label.label)),
    new RegExp(`^(?:${[...levelWords].join('|').replaceAll('+', '')})$`, 'i'),
    ...countWords,
    ...projectWords,
    ...profileWords,
  ];
  return all.filter((one) => one !== undefined);
}

/** The words a pattern is written with; its escapes are none of them. */
function wordsOfPattern({ source }: RegExp): string[] {
  return wordsIn(source.replace(/\\[pP]\{[^}]*\}|\\./g, ' ').replace(/\(\?[<!=:]+/g, ' '));
}

function literalsIn(places: readonly string[]): Literal[] {
  return places.flatMap((place) =>
    [...place.matchAll(/\[([\w-]+)\s*([~|^$*]?=)\s*["']?([^"'\]]+)["']?(?:\s+i)?\]/g)].map(
      ([, attribute = '', operator = '', value = '']) => ({ attribute, operator, value }),
    ),
  );
}

/** Months, weekdays and units of time, in every form that a date is written with. */
function dateWords(): string[] {
  const said: string[] = [];
  for (const language of languages) {
    for (let n = 0; n < 12; n++) {
      const date = new Date(Date.UTC(2026, n, 1 + n));
      for (const style of ['long', 'short'] as const) {
        said.push(date.toLocaleDateString(language, { month: style, weekday: style, day: 'numeric', year: 'numeric' }));
        said.push(date.toLocaleDateString(language, { month: style }));
      }
    }
    for (const unit of ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const) {
      for (const n of [1, 2, 5]) {
        said.push(new Intl.RelativeTimeFormat(language).format(-n, unit));
        said.push(new Intl.RelativeTimeFormat(language).format(n, unit));
        for (const unitDisplay of ['long', 'short'] as const) {
          said.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(n));
        }
      }
    }
  }
  return said.flatMap(wordsIn);
}
