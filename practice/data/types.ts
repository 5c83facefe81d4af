// What the practice marketplace is made of: invented people, posts, bids and reviews. All of it is
// plain data, so that a page can be changed by changing a sentence.

/** An invented freelancer. */
export interface Person {
  /** The account's id and the last part of its profile's address. */
  handle: string;
  name: string;
  /** ISO 3166-1 alpha-2, lower case, as the marketplace writes it. */
  country: string;
  city: string;
  /** ISO date. */
  joined: string;
  /** US dollars an hour. */
  rate: number;
  headline: string;
  about: string;
  skills: string[];
  /** Per cent: jobs completed, on budget, on time, repeat hire. Absent for an account with no finished job. */
  stats?: [jobs: number, onBudget: number, onTime: number, repeatHire: number];
  /** Average of all reviews, 0 to 5, and how many there are: more than the page shows. */
  rating: number;
  reviewCount: number;
  /** The marketplace's earnings score, 0 to 10. */
  earnings: number;
  verified?: true;
  /** Set where the page shows a letter in place of a picture. */
  unpictured?: true;
}

/** An invented client: the author of a post or of reviews. */
export interface Client {
  handle: string;
  name: string;
  country: string;
  city: string;
  joined: string;
}

export interface Review {
  /** Handle of the client. */
  from: string;
  /** 1 to 5, may have a half. */
  stars: number;
  text: string;
  project: string;
  /** As the page says it: "3 months ago". */
  ago: string;
}

export interface Bid {
  /** Handle of the bidder. */
  by: string;
  amount: number;
  days: number;
  text: string;
}

export interface Post {
  id: number;
  category: string;
  slug: string;
  title: string;
  text: string;
  currency: { code: string; sign: string; name: string };
  budget: { min: number; max: number };
  skills: string[];
  /** Handle of the client. */
  client: string;
  /** ISO times. */
  opened: string;
  closes: string;
}

export interface Project extends Post {
  bids: Bid[];
  /** Handle of the bidder the project was given to. */
  awarded?: string;
}
