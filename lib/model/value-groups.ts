// How things in parts compare, such as a place or the jobs somebody had: part by part, where both name it.
import { collapseSpaces } from './beginning.ts';
import { fold, type ValueKind } from './values.ts';

type Parts<T> = { readonly [P in keyof T]-?: ValueKind<NonNullable<T[P]>> };

/**
 * A thing in parts, such as a place. The parts stand in the order in which pages leave them out, the last first:
 * a country alone is what a list shows of a city in it.
 */
export function group<T extends object>(parts: Parts<T>): ValueKind<T> {
  const order = Object.keys(parts) as (keyof T & string)[];
  const said = (value: T) => order.filter((part) => value[part] !== undefined);
  const kindOf = (part: keyof T) => parts[part] as ValueKind<unknown>;
  const spelt = (value: T, part: keyof T) => kindOf(part).canonical(value[part]);
  return {
    canonical: (value) => JSON.stringify(said(value).map((part) => [part, spelt(value, part)])),
    plain: (value) => Object.fromEntries(said(value).map((part) => [part, kindOf(part).plain(value[part])])) as T,
    absorbs: (a, b) => {
      const some = said(b);
      const isFirst = some.length > 0 && some.every((part, i) => part === order[i]);
      return (
        isFirst && said(a).length > some.length && some.every((part) => part in a && spelt(a, part) === spelt(b, part))
      );
    },
    same: (a, b) => said(a).every((part) => b[part] === undefined || kindOf(part).same(a[part], b[part])),
    merge: (a, b) => {
      const both = order.flatMap((part) => {
        const value =
          a[part] !== undefined && b[part] !== undefined ? kindOf(part).merge(a[part], b[part]) : (a[part] ?? b[part]);
        return value === undefined ? [] : [[part, value]];
      });
      return Object.fromEntries(both) as T;
    },
  };
}

/** So many entries of one name are looked through for the one that is meant. */
const MAX_NAMESAKES = 8;

/**
 * Things in a row, each in parts: jobs, schools. Those named are what an entry is known by; a list may show these
 * alone.
 */
export function entries<T extends object>(parts: Parts<T>, ...names: (keyof T & string)[]): ValueKind<T[]> {
  const one = group<T>(parts);
  const nameOf = (entry: T) => fold(collapseSpaces(names.map((name) => entry[name] ?? '').join('\n')));
  /** For each entry of `some` the place of the one in `all` that it may be; -1 where there is none. */
  const places = (some: readonly T[], all: readonly T[]): number[] => {
    const named = Map.groupBy(all.keys(), (i) => nameOf(all[i] as T));
    return some.map((entry) => {
      const namesakes = (named.get(nameOf(entry)) ?? []).slice(0, MAX_NAMESAKES);
      const spelt = one.canonical(entry);
      const equal = namesakes.find((i) => one.canonical(all[i] as T) === spelt);
      return equal ?? namesakes.find((i) => one.same(entry, all[i] as T)) ?? -1;
    });
  };
  const isWithin = (some: readonly T[], all: readonly T[]) => !places(some, all).includes(-1);
  return {
    canonical: (value) => JSON.stringify(value.map(one.canonical)),
    plain: (value) => value.map(one.plain),
    absorbs: (a, b) => a.length > b.length && b.every((entry, i) => one.canonical(entry) === one.canonical(a[i] as T)),
    same: (a, b) => isWithin(a, b) || isWithin(b, a),
    merge: (a, b) => {
      const [all, some] = isWithin(b, a) && (a.length >= b.length || !isWithin(a, b)) ? [a, b] : [b, a];
      const at = places(some, all);
      const meant = Map.groupBy(some, (_, i) => at[i]);
      return all.flatMap((entry, i) => meant.get(i)?.map((other) => one.merge(entry, other)) ?? [entry]);
    },
  };
}
