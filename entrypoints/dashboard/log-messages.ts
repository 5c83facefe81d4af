// What the dashboard and the worker that reads a log say to each other: both are of this extension, and nobody else can.
import type { Mapping } from '../../lib/logs/own-format.ts';
import type { Answers, Question, Surveyed, Tally } from '../../lib/logs/read-log.ts';

export type LogRequest =
  | { type: 'stop' }
  /** @property key with which addresses are hashed; without it they are kept */
  | { type: 'read'; file: File; answers: Answers; mappings: readonly Mapping[]; key?: Uint8Array | undefined };

export type LogReply =
  | { type: 'progress'; done: number }
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
