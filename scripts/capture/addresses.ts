// Invents addresses that mean to the site's reader what the real ones do: a profile's stays a profile's, of
// somebody invented. A step stays only where the reader needs it as it is ("/freelancers/", "/flags/pt.png"),
// and never where it names anybody. Queries and fragments go, but for what an address means nothing without.

import type { Site } from '../../lib/reading/site.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import { parseCountry } from '../../lib/statements/places.ts';
import type { InterfaceWords, Literal } from './interface-words.ts';
import type { Invention } from './invent.ts';
import { fold, type People, tokensOf } from './people.ts';

/** Hosts whose addresses name kinds of things. */
export const schemas = /^(?:www\.)?schema\.org$|^www\.w3\.org$/;
const endings = /\.(?:html?|php|aspx?|png|jpe?g|gif|svg|webp|avif)$/i;

/** Most words of a step that tells a kind of page: "start_selling". */
const MAX_STEP_WORDS = 4;
/** Most words of a name that is looked for in an id or class. */
const MAX_NAME_WORDS = 6;

export class Addresses {
  readonly #site: Site;
  readonly #base: string;
  readonly #words: InterfaceWords;
  readonly #invention: Invention;
  readonly #people: People;
  readonly #literals: readonly Literal[];
  readonly #known = new Map<string, string>();
  /** Words of steps that stayed because the reader needs them. */
  readonly routes = new Set<string>();

  constructor(site: Site, base: string, words: InterfaceWords, invention: Invention, people: People) {
    this.#site = site;
    this.#base = base;
    this.#words = words;
    this.#invention = invention;
    this.#people = people;
    this.#literals = words.literals.filter(({ attribute }) => /^(?:href|src)$/.test(attribute));
    // Ids first: how they are written is known only from the addresses they stand in.
    for (const address of people.addresses) this.invent(address);
  }

  /** The invented address for one as written, whole or without host, always the same for the same. */
  invent(written: string): string {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const invented = this.#new(written.trim());
    this.#known.set(written, invented);
    return invented;
  }

  #new(written: string): string {
    if (written === '' || written === '#') return written;
    if (written.startsWith('#')) return `#${this.identifier(written.slice(1))}`;
    const url = URL.parse(written, this.#base);
    if (!url) return '#';
    if (/^(?:data|blob):$/.test(url.protocol)) return 'data:,';
    if (!/^https?:$/.test(url.protocol))
      return url.protocol === 'javascript:' ? '#' : url.protocol + this.#invention.all(url.pathname);
    if (schemas.test(url.hostname)) return written;
    const isOwn = this.#site.hosts.some((host) => `.${url.hostname}`.endsWith(`.${host}`));
    const isWhole = /^(?:[a-z]+:)?\/\//i.test(written);
    if (isWhole && !isOwn && !siteFor(url)) url.host = this.#host(url.hostname);
    url.username = '';
    url.password = '';
    const query = [...url.searchParams];
    const means = this.#meaning(url);
    const fragment = this.#literals.find(({ value }) => value === url.hash || url.hash.endsWith(value))?.value ?? '';
    url.hash = fragment.startsWith('#') ? fragment : '';
    this.#query(url, query, means);
    this.#path(url, means);
    if (isWhole) return written.startsWith('//') ? url.href.slice(url.protocol.length) : url.href;
    return url.pathname + url.search + url.hash;
  }

  /** Takes the parameters away that the address means the same without, and invents the others. */
  #query(url: URL, query: readonly (readonly [string, string])[], means: string): void {
    url.search = '';
    if (this.#meaning(url) === means) return;
    for (const [name, value] of query) {
      const without = new URL(url);
      url.searchParams.append(name, this.#invention.all(value));
      if (this.#meaning(without) === this.#meaning(url)) url.search = without.search;
    }
  }

  #path(url: URL, means: string): void {
    const steps = url.pathname.split('/');
    for (const [n, step] of steps.entries()) {
      if (step === '') continue;
      const said = decoded(step);
      const last = tokensOf(said).at(-1);
      let takeBack: (() => void) | undefined;
      const tries = [
        () => this.#step(said),
        // Ids that are written with a few letters only, alone or last in a step.
        () => {
          if (!last || !(this.#isSomebodys(last) || last !== said.toLowerCase())) return undefined;
          takeBack = this.#invention.fromOwnLetters(last);
          return this.#step(said);
        },
        // A kind before an id: "room_1a2b".
        () => {
          takeBack?.();
          const [kind = ''] = /^[\p{L}\p{M}]+[_-]/u.exec(said) ?? [];
          return kind && this.#namesNobody(kind) ? kind + this.#step(said.slice(kind.length)) : undefined;
        },
        () => (this.#namesNobody(said) ? said : undefined),
      ];
      for (const attempt of tries) {
        const invented = attempt();
        if (invented === undefined) continue;
        url.pathname = steps
          .with(n, encodeURIComponent(invented).replace(/%(?:40|2B|2C|3A|3B|26|24)/g, decodeURIComponent))
          .join('/');
        if (this.#meaning(url) !== means) continue;
        const stayed = tokensOf(invented);
        for (const word of tokensOf(said)) if (stayed.includes(word)) this.routes.add(word);
        break;
      }
      steps.splice(0, steps.length, ...url.pathname.split('/'));
    }
  }

  #step(said: string): string {
    const [ending = ''] = endings.exec(said) ?? [];
    const name = ending ? said.slice(0, -ending.length) : said;
    const isRoute = tokensOf(name).every((word) => this.#words.isRoute(word));
    return (isRoute && !this.#people.names.has(fold(name)) ? name : this.#invention.all(name)) + ending;
  }

  /** An id, class or test attribute: programmers' words, in which only ids and accounts are anybody's. */
  identifier(said: string): string {
    const isLiteral = this.#words.literals.some(({ value, operator }) => value === said && operator === '=');
    if (isLiteral) return said;
    const hidden = said.replace(/(?<![\p{L}\p{N}])(?:\d{5,}|[\da-f]{12,})(?![\p{L}\p{N}])/giu, (id) =>
      this.#invention.any(id),
    );
    const own = tokensOf(hidden);
    const isNamed = own.some((_, n) =>
      own.slice(n, n + MAX_NAME_WORDS).some((_, m) => this.#people.names.has(own.slice(n, n + m + 1).join(' '))),
    );
    return isNamed && !own.every((word) => this.#words.isAllowed(word)) ? this.#invention.all(hidden) : hidden;
  }

  /** A host that is nobody's: what stands before its ending is invented. */
  #host(hostname: string): string {
    const name =
      hostname
        .replace(/^www\./, '')
        .split('.')
        .at(-2) ?? hostname;
    return `${
      this.#invention
        .all(name)
        .toLowerCase()
        .replace(/[^a-z0-9-]/g, '') || 'somewhere'
    }.example`;
  }

  /** What an address is to the reader, whomever it names: its kind, what it tells, a country's flag, the words selectors look for. */
  #meaning(url: URL): string {
    const where = this.#site.classifyUrl(url);
    const tells = [where?.project, where?.account, where?.thread, this.#site.accountAt(url, where?.page)];
    const path = url.pathname + url.hash;
    const literals = this.#literals.map(({ operator, value }) => {
      if (operator === '^=') return path.startsWith(value);
      if (operator === '$=') return path.endsWith(value);
      return (value.endsWith('=') ? url.search : path).includes(value);
    });
    const country = /\/flags?\//.test(path) ? parseCountry(path) : undefined;
    return JSON.stringify([where?.page, tells.map((one) => one !== undefined), country, literals]);
  }

  /** True for a step of a few plain words, none of which is somebody's. */
  #namesNobody(step: string): boolean {
    const tokens = tokensOf(step);
    if (this.#people.names.has(tokens.join(' ')) || tokens.length > MAX_STEP_WORDS) return false;
    return tokens.every((token) => this.#isPlain(token) && !this.#isSomebodys(token));
  }

  /** True for a word; what a picture of a flag is called may have a figure in it. */
  #isPlain(token: string): boolean {
    return /^[\p{L}\p{M}]+$/u.test(token) || /^\w{1,3}$/.test(token);
  }

  #isSomebodys(token: string): boolean {
    return this.#people.names.has(token) || this.#people.ids.has(token);
  }
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
