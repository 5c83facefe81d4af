// What the ring search finds: a group of clients and developers, and the ratings inside it.

/** One group; accounts and ratings by their numbers in the graph. */
export interface Ring {
  /** Who gave the ratings, most first, and who got them, most first. */
  clients: Member[];
  developers: Member[];
  /** The ratings inside, by time. */
  ratings: number[];
  /** Whether its members hire each other in a circle: each is then a client and a developer. */
  isCircle: boolean;
  /** Whether it is a group only where the profiles of several of its developers are alike. */
  needsAlike: boolean;
  /**
   * Natural logarithm of how many such groups chance would make among everything that was seen: below 0
   * it is less than one. See `logExpected` for the two tests it is made of.
   */
  logExpected: number;
}

export interface Member {
  account: number;
  /** Their ratings inside the group, and in all that were seen. */
  inside: number;
  total: number;
}
