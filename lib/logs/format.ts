// What a format of logs is: by which fields it is known, what it leaves open, and what a row of it says.
import type { LogEvent, Payment, SignIn } from '../model/log-event.ts';
import type { Fields } from './fields.ts';
import type { DayOrder } from './times.ts';

type Said<Event extends LogEvent> = {
  [Key in Exclude<keyof Event, 'kind' | 'site' | 'seenAt' | 'nth'>]: Event[Key] | undefined;
};
/** What a row says of a sign-in; what it does not say may be undefined. */
export type SaidSignIn = Partial<Said<SignIn>> & Pick<SignIn, 'account' | 'at'>;
export type SaidPayment = Partial<Said<Payment>> &
  Pick<Payment, 'account' | 'at' | 'direction' | 'amount' | 'currency'>;

/** Why a row that is understood says nothing that is wanted. */
export type Skipped = 'noSignIn' | 'noPerson' | 'noPayment' | 'notDone';

export type RowRead = { signIns: readonly SaidSignIn[] } | { payment: SaidPayment } | { skipped: Skipped };

export interface LogFormat {
  /** The name of its file. */
  readonly id: string;
  /** As its maker calls it. */
  readonly name: string;
  readonly gives: 'sign-ins' | 'payments';
  /** Set where it was mapped from its maker's description, without a real file at hand. */
  readonly unproven?: true;
  /** Which of day and month stands first, where the format settles it. */
  readonly days?: DayOrder;
  /** Set where times without a zone are in UTC. */
  readonly isUtc?: true;
  /** It is known by all fields of one of these, by their plain names. Those of JSON may lead inwards, with dots. */
  readonly marks: readonly (readonly string[])[];
  /** @throws RowProblem where the row cannot be used */
  read(row: Fields): RowRead;
}
