// What a language needs for its claims to be understood: words, and sentences with places in braces.

/**
 * Sentences of one kind, each a piece of a regular expression over folded text (spelling.ts) with these places:
 * `{years}` a number of years with what makes it rough ("more than five years", "5+ years", "a decade"); `{year}`
 * a year; `{subject}` one to four words; `{place}` a name; `{count}` a number of people.
 */
type Sentences = readonly string[];

export interface ClaimWords {
  /** Numbers from one to twenty, by their words. */
  readonly numbers: Readonly<Record<string, number>>;
  /** "years", every form and short form. */
  readonly years: string;
  /** "a decade". */
  readonly decade: string;
  readonly hedges: { readonly atLeast: string; readonly almost: string; readonly about: string };
  /** Since when, or how long, somebody does the work that they offer. */
  readonly experience: Sentences;
  /** Since when somebody is on the marketplace. */
  readonly onSite: Sentences;
  /** Words of which a sentence with one year and a school in it says when somebody ended there; and when not. */
  readonly degree: string;
  readonly begun: string;
  /** Words of which a sentence with two years and a school in it says that somebody was there between them. */
  readonly study: string;
  readonly lives: Sentences;
  readonly alone: Sentences;
  readonly team: Sentences;
  /** Words of which a sentence with a firm in it says that somebody works there full time and for nobody else. */
  readonly onlyEmployer: string;
  /** Words that say nothing of what the experience is of: "this", "my field". */
  readonly general: string;
  /** Words by which a sentence is about somebody else: "you ask for", "together", "my daughter". */
  readonly others: string;
  /** Words by which somebody does not live there now: "born in", "until", "will move". */
  readonly notNow: string;
  readonly not: string;
  /** Words by which a team was of another time: "I led". */
  readonly past: string;
  /** How an answer begins: "as you asked". */
  readonly leadIn: string;
}
