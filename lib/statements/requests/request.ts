// What is found in a text, and what it is read with.

/** Ids of the red flags that read words. */
export type FlagId =
  | 'off-platform'
  | 'virtual-currency'
  | 'other-payment-service'
  | 'paid-before-work'
  | 'borrowed-account'
  | 'executive-cold-call'
  | 'other-address'
  | 'avoids-video'
  | 'introduces-others'
  | 'extortion'
  | 'early-access';

export type Strength = 'weak' | 'moderate' | 'strong';
export type Stage = 'bid' | 'message' | 'profile';

/** What stands around a text and decides what its words mean. */
export interface RequestContext {
  /** Registry id of the marketplace. */
  site: string;
  stage: Stage;
  /** What the client wrote just before it in the thread. */
  before?: string | undefined;
  /** The client's post that it answers. */
  post?: string | undefined;
  /** True where the user is known to have hired them. */
  isHired?: boolean | undefined;
}

/** A request found in a text. */
export interface Request {
  flag: FlagId;
  strength: Strength;
  /** The sentence it stands in, as it is written. */
  quote: string;
}

/** What reading a text came to. */
export interface Reading {
  /** ISO 639-1; absent where the language is none that is known, and then nothing can be found. */
  language?: string;
  requests: Request[];
}
