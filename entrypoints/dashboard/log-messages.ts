// What the dashboard and the worker that reads a log say to each other: both are of this extension, and nobody else can.
import type { AddressList } from '../../lib/logs/address-lists.ts';
import type { Mapping } from '../../lib/logs/own-format.ts';
import type { Answers, Question, Surveyed, Tally } from '../../lib/logs/read-log.ts';

export type LogRequest =
  | { type: 'stop' }
  /** Puts hashes in the place of the addresses that are kept. */
  | { type: 'hash'; key: Uint8Array }
  /**
   * @property within the name of a file in a packed one; without it a packed one is not read, and what it holds is said
   * @property key with which addresses are hashed; without it they are kept
   */
  | {
      type: 'read';
      file: File;
      within?: string | undefined;
      answers: Answers;
      mappings: readonly Mapping[];
      key?: Uint8Array | undefined;
      /** Ranges of relays and VPNs. */
      lists: readonly AddressList[];
    };

export type LogReply =
  | { type: 'progress'; done: number }
  | { type: 'hashed' }
  | { type: 'holds'; names: readonly string[] }
  | { type: 'asked'; questions: readonly Question[] }
  | { type: 'refused'; refused: Extract<Surveyed, { refused: string }> }
  | { type: 'problem'; name: string }
  | {
      type: 'done';
      format: { id: string; name: string; unproven: boolean };
      tally: Tally;
      stopped: boolean;
      added: number;
      known: number;
    };
