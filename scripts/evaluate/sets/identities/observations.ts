// The observations that the worlds are made of, as the project's design fixes them; a field that was not seen is absent.

interface Seen {
  site: string;
  seenAt: string;
  url?: string;
}

export interface School {
  school: string;
  degree?: string;
  from?: string;
  to?: string;
}

export interface Job {
  employer: string;
  title?: string;
  from?: string;
  to?: string;
}

export interface Item {
  title: string;
  url?: string;
  text?: string;
}

export interface Profile extends Seen {
  kind: 'profile';
  account: string;
  role: 'freelancer' | 'client';
  name?: string;
  headline?: string;
  about?: string;
  location?: { city?: string; country?: string; timezone?: string };
  localTime?: string;
  memberSince?: string;
  activeSince?: string;
  hourlyRate?: { amount: number; currency: string };
  skills?: string[];
  languages?: string[];
  education?: School[];
  employment?: Job[];
  portfolio?: Item[];
  links?: string[];
  contacts?: { type: string; value: string }[];
  avatar?: string;
  verified?: string[];
  closed?: boolean;
  stats?: Record<string, number>;
}

export interface Bid extends Seen {
  kind: 'bid';
  project: string;
  account: string;
  text?: string;
  amount?: number;
  currency?: string;
  days?: number;
  submittedAt?: string;
  outcome?: 'open' | 'awarded' | 'rejected' | 'withdrawn';
}

export interface Project extends Seen {
  kind: 'project';
  project: string;
  title?: string;
  text?: string;
  client?: string;
  postedAt?: string;
}

export interface Message extends Seen {
  kind: 'message';
  thread: string;
  /** The other side of the thread, whoever of the two wrote it. */
  account: string;
  /** True when the user wrote it. */
  mine: boolean;
  text: string;
  sentAt?: string;
}

export interface Review extends Seen {
  kind: 'review';
  from: string;
  fromRole: 'client' | 'freelancer';
  to: string;
  rating?: { value: number; outOf: number };
  text?: string;
  at?: string;
  project?: string;
}

export type Observation = Profile | Bid | Project | Message | Review;
