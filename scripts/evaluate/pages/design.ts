// Designs: how the parts of somebody's card, and the facts of a profile, are put on a page. The same facts come as cards,
// a table, a list of definitions or list items, with class names that say something, nothing or are hashed.
import type { Random } from '../random.ts';
import { escaped, type Words } from './words.ts';

export type Layout = 'cards' | 'table' | 'definitions' | 'items';
export const layouts: readonly Layout[] = ['cards', 'table', 'definitions', 'items'];

export interface Design {
  layout: Layout;
  /** Another layout for the second half of the people, as where a site tries two designs. */
  other?: Layout;
  classes: 'none' | 'hashed' | 'words';
  /** Indented as templates are, with every word group on lines of its own. */
  isIndented: boolean;
  wrappers: number;
  language: string;
}

export function designOf(dice: Random, languages: readonly string[]): Design {
  const layout = dice.pick(layouts);
  const other = dice.pick(layouts);
  return {
    layout,
    ...(dice() < 0.15 && layout !== 'table' && other !== 'table' && { other }),
    classes: dice.pick(['none', 'hashed', 'words']),
    isIndented: dice() < 0.3,
    wrappers: dice.int(0, 3),
    language: dice() < 0.6 ? (languages[0] ?? 'en') : dice.pick(languages),
  };
}

export const designName = (d: Design): string =>
  [d.layout, ...(d.other ? [`and ${d.other}`] : []), d.classes, d.isIndented ? 'indented' : '', d.language]
    .filter(Boolean)
    .join(' ');

/** A card's parts, ready as markup; `label` stands before or over a value where the layout has labels. */
export interface Part {
  key: 'who' | 'headline' | 'place' | 'rating' | 'text' | 'amount' | 'days' | 'at' | 'skills';
  label: string;
  html: string;
}

/** Class attributes of one page: for one key always the same. */
export type Classes = (key: string) => string;
export function classesOf(dice: Random, design: Design): Classes {
  const salt = dice.int(0x10000, 0xfffff);
  return (key) => {
    if (design.classes === 'none') return '';
    if (design.classes === 'words') return ` class="card__${key}"`;
    let hash = salt;
    for (const sign of key) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0;
    return ` class="_${hash.toString(16)}"`;
  };
}

const wrapped = (html: string, depth: number) => '<div>'.repeat(depth) + html + '</div>'.repeat(depth);

/** One card in one layout; `order` says which parts come first. */
function cardOf(layout: Layout, parts: readonly Part[], classes: Classes, order: number, wrappers: number): string {
  const of = (...keys: Part['key'][]) => keys.flatMap((key) => parts.find((part) => part.key === key) ?? []);
  const div = ({ key, html }: Part) => `<div${classes(key)}>${html}</div>`;
  const who = of('who', 'headline', 'place', 'rating').map(div).join('');
  const said = [...of('text').map(({ key, html }) => `<p${classes(key)}>${html}</p>`), ...of('skills').map(div)].join(
    '',
  );
  const figures = of('amount', 'days', 'at');
  if (layout === 'table') {
    return `<tr${classes('row')}>${parts.map(({ key, html }) => `<td${classes(key)}>${html}</td>`).join('')}</tr>`;
  }
  const terms =
    layout === 'definitions'
      ? `<dl${classes('facts')}>${figures.map(({ label, html }) => `<dt>${label}</dt><dd>${html}</dd>`).join('')}</dl>`
      : `<div${classes('foot')}>${figures.map(({ key, html }) => `<span${classes(key)}>${html}</span>`).join('')}</div>`;
  const groups = [
    [`<div${classes('head')}>${who}</div>`, said, terms],
    [`<div${classes('head')}>${who}</div>`, terms, said],
    [terms, `<div${classes('head')}>${who}</div>`, said],
  ][order % 3] as string[];
  const tag = layout === 'items' ? 'li' : layout === 'definitions' ? 'article' : 'div';
  return `<${tag}${classes('card')}>${wrapped(groups.join(''), wrappers)}</${tag}>`;
}

/** People one under the other. Every card has the same parts at the same places, some of them empty. */
export function listOf(dice: Random, design: Design, classes: Classes, people: readonly (readonly Part[])[]): string {
  const order = dice.int(0, 2);
  const half = design.other ? Math.ceil(people.length / 2) : people.length;
  const run = (layout: Layout, cards: readonly (readonly Part[])[]) => {
    if (cards.length === 0) return '';
    if (layout === 'table') {
      // Columns are those that anybody has; who lacks one has an empty cell.
      const keys = ['who', 'headline', 'place', 'rating', 'text', 'amount', 'days', 'at', 'skills'] as const;
      const used = keys.filter((key) => cards.some((parts) => parts.some((part) => part.key === key)));
      const labels = used.map(
        (key) => cards.flatMap((parts) => parts.find((part) => part.key === key)?.label ?? [])[0] ?? '',
      );
      const rows = cards.map((parts) =>
        used.map((key) => parts.find((part) => part.key === key) ?? { key, label: '', html: '' }),
      );
      return `<table><thead><tr>${labels.map((label) => `<th>${label}</th>`).join('')}</tr></thead><tbody>${rows.map((parts) => cardOf(layout, parts, classes, order, 0)).join('')}</tbody></table>`;
    }
    const list = cards
      .map((parts) => cardOf(layout, parts, classes, order, design.wrappers + Number(dice() < 0.1)))
      .join('');
    return layout === 'items' ? `<ul>${list}</ul>` : `<section${classes('list')}>${list}</section>`;
  };
  const html = run(design.layout, people.slice(0, half)) + run(design.other ?? design.layout, people.slice(half));
  return design.isIndented ? indented(html) : html;
}

/** As a template leaves it: every text that stands between tags on a line of its own, far to the right. */
export function indented(html: string): string {
  const space = `\n${' '.repeat(42)}`;
  return html.replace(/>([^<>]*[^\s<>][^<>]*)</g, (_, text: string) => `>${space}${text.trim()}${space}<`);
}

/** Facts of a profile under their labels. */
export function factsOf(
  layout: Layout,
  classes: Classes,
  facts: readonly (readonly [label: string, value: string])[],
): string {
  if (layout === 'table')
    return `<table>${facts.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('')}</table>`;
  if (layout === 'definitions')
    return `<dl>${facts.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`;
  if (layout === 'items')
    return `<ul>${facts.map(([label, value]) => `<li>${label}<strong>${value}</strong></li>`).join('')}</ul>`;
  return facts
    .map(
      ([label, value]) => `<div${classes('fact')}><span>${label}</span><span${classes('value')}>${value}</span></div>`,
    )
    .join('');
}

/** Stars as sites mark them. */
export function stars(dice: Random, rating: number, words: Words, kind = dice.int(0, 2)): string {
  if (kind === 0) return `<span role="img" aria-label="${words.rating}: ${rating.toFixed(1)} ${words.outOf} 5"></span>`;
  if (kind === 1)
    return `<span role="img" aria-label="${words.rating}: ${rating.toFixed(1)} ${words.outOf} 5"><i></i><i></i></span><b>${rating.toFixed(1)}</b>`;
  return `<span title="${rating.toFixed(1)} ${words.outOf} 5"><svg></svg><svg></svg></span>`;
}

/** An amount as sites write it. */
export function money(dice: Random, amount: number, currency: string, language: string, isCoded = false): string {
  const digits = { minimumFractionDigits: amount % 1 ? 2 : 0, maximumFractionDigits: 2 };
  const plain = amount.toLocaleString('en-US', digits);
  switch (currency) {
    case 'USD':
      return dice.pick([isCoded ? `USD ${plain}` : `$${plain}`, `$${plain} USD`, `US$${plain}`]);
    case 'GBP':
      return `£${plain}`;
    case 'EUR':
      return dice.pick([`€${plain}`, `${amount.toLocaleString('de-DE', digits)} €`, `€${plain} EUR`]);
    case 'INR':
      return `₹${amount.toLocaleString('en-IN', digits)} INR`;
    case 'BRL':
      return dice.pick([`R$ ${amount.toLocaleString('pt-BR', digits)}`, `BRL ${plain}`]);
    case 'MXN':
      return `MX$${plain}`;
    case 'UAH':
      return `${amount.toLocaleString('uk-UA', digits)} ₴`;
    default:
      return `${new Intl.NumberFormat(language).format(amount)} ${currency}`;
  }
}

export const tags = (names: readonly string[], tag = 'span'): string =>
  names.map((name) => `<${tag}>${escaped(name)}</${tag}>`).join('');
