// The rules of rules/ made ready: each piece of meaning by the numbers that the lexicon gives it, and each rule under the
// meanings of its rarest piece, so that only those are looked at of which a text has something.
import { KINDS } from './analyse.ts';
import { Glance } from './glance.ts';
import { Lexicon } from './lexicon.ts';
import type { FlagId } from './request.ts';
import type { FlagRules, Rule } from './rule.ts';
import { flagRules } from './rules/registry.ts';
import { sortedWords } from './words.ts';

export interface Piece {
  key: string;
  meanings: readonly number[];
}

export interface CompiledRule
  extends Omit<Rule, 'all' | 'with' | 'unless' | 'notNear' | 'also' | 'nowhere' | 'before'> {
  flag: FlagId;
  all: readonly Piece[];
  with: Piece;
  unless: Piece;
  notNear: Piece;
  also: readonly Piece[];
  nowhere: Piece;
  before: readonly Piece[];
}

let compiled:
  | {
      lexicon: Lexicon;
      glance: Glance;
      rules: CompiledRule[];
      /** By the number of a meaning the rules with a piece that asks for it. */
      byMeaning: readonly (readonly number[])[];
      flags: Map<FlagId, FlagRules>;
      always: Piece;
      told: Piece;
      declined: Piece;
      neg: Piece;
    }
  | undefined;

/** The words and rules, made ready when they are first needed. */
export function compiledRules() {
  if (compiled) return compiled;
  const lexicon = new Lexicon(sortedWords);
  const piece = (key: string): Piece => ({
    key,
    meanings: key
      .split('|')
      .filter(Boolean)
      .flatMap((name) => numberOf(lexicon, name)),
  });
  const any = (names: readonly string[] = []) => piece(names.join('|'));
  const rules = flagRules.flatMap(({ id, rules }) =>
    rules.map(
      (rule): CompiledRule => ({
        ...rule,
        flag: id,
        all: rule.all.map(piece),
        with: any(rule.with),
        unless: any(rule.unless),
        notNear: any(rule.notNear),
        also: (rule.also ?? []).map(piece),
        nowhere: any(rule.nowhere),
        before: (rule.before ?? []).map(piece),
      }),
    ),
  );
  compiled = {
    lexicon,
    glance: new Glance(lexicon),
    rules,
    byMeaning: rulesByMeaning(rules),
    flags: new Map(flagRules.map((one) => [one.id, one])),
    always: any(['warn', 'others']),
    told: any(['toldof']),
    declined: any(['declined']),
    neg: any(['neg']),
  };
  return compiled;
}

/** The rules by the meanings of that piece of theirs which has fewest. */
function rulesByMeaning(rules: readonly CompiledRule[]): number[][] {
  const byMeaning: number[][] = [];
  for (const [n, { all }] of rules.entries()) {
    const fewest = all.reduce((a, b) => (b.meanings.length < a.meanings.length ? b : a));
    for (const meaning of fewest.meanings) {
      byMeaning[meaning] ??= [];
      byMeaning[meaning].push(n);
    }
  }
  return byMeaning;
}

/** The numbers of a meaning or kind of token by its name; none where the lexicon does not know it. */
export function numberOf(lexicon: Lexicon, name: string): number[] {
  const kind = KINDS.indexOf(name as (typeof KINDS)[number]);
  const n = kind >= 0 ? lexicon.meanings + kind : lexicon.meaning(name);
  return n < 0 ? [] : [n];
}
