// What the settings of the package for teams ask of its worker.

import * as z from 'zod/mini';
import { MAX_ID } from '../model/limits.ts';

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('team-status') }),
  /** Joins with what the administrator handed out; the secret key is made here and stays. */
  z.object({
    type: z.literal('team-join'),
    invitation: z.string().check(z.maxLength(4_000)),
    withStored: z.boolean(),
  }),
  /** Makes a key for this browser, where there is none yet. */
  z.object({ type: z.literal('team-key') }),
  z.object({ type: z.literal('team-leave') }),
  /** Shows the team what the user decides, or no longer. */
  z.object({ type: z.literal('team-share'), decisions: z.boolean() }),
  /** What others of the team decided about an account, `site:account`. */
  z.object({ type: z.literal('team-said'), account: z.string().check(z.maxLength(MAX_ID * 2)) }),
  /** Does a burst now. */
  z.object({ type: z.literal('team-burst') }),
  /** Has an account, `site:account`, erased for the whole team. */
  z.object({ type: z.literal('team-erase'), account: z.string().check(z.maxLength(MAX_ID + 41)) }),
]);

export type TeamMessage = z.infer<typeof messageSchema>;

/** Whether a message is meant for the team's part of the worker. */
export function isTeamMessage(message: unknown): boolean {
  const { type } = (message ?? {}) as { type?: unknown };
  return typeof type === 'string' && type.startsWith('team-');
}

/** Parses it. Throws where it is none. */
export function parseTeamMessage(untrusted: unknown): TeamMessage {
  return messageSchema.parse(untrusted);
}

const refusedSchema = z.record(z.string(), z.number());

/** What the settings show. */
export const teamViewSchema = z.object({
  /** This browser's public key, for the administrator; absent until one is made. */
  key: z.optional(z.string()),
  /** Absent while this browser is in no team. */
  team: z.optional(
    z.object({
      name: z.string(),
      server: z.string(),
      joinedAt: z.string(),
      /** Members by name, as the roster says; none before it was read. */
      members: z.array(z.string()),
      /** Whether this browser's key is on the roster. */
      listed: z.boolean(),
      erases: z.boolean(),
      /** Whether the team wants members' decisions, and this browser shows them its own. */
      decisions: z.boolean(),
      sharesDecisions: z.boolean(),
    }),
  ),
  lastBurst: z.optional(z.string()),
  sent: z.number(),
  received: z.number(),
  waiting: z.number(),
  refused: refusedSchema,
  tooLarge: z.number(),
  problem: z.optional(z.string()),
  detail: z.optional(z.string()),
  problemSince: z.optional(z.string()),
  /** While there is more to read: how far it is. */
  reading: z.optional(z.object({ done: z.number(), of: z.number() })),
  /** Whether the last burst left something undone. */
  more: z.boolean(),
});

export type TeamView = z.infer<typeof teamViewSchema>;

/** The worker's answer: how things stand now, and a word on what was wrong with what was asked. */
export const teamReplySchema = z.object({
  type: z.literal('team'),
  view: teamViewSchema,
  wrong: z.optional(z.enum(['no-invitation', 'no-account'])),
});

export type TeamReply = z.infer<typeof teamReplySchema>;

const by = {
  /** The member, by the roster. */
  by: z.string(),
  at: z.string(),
};

/** A decision of another member. */
export const teamSaidSchema = z.discriminatedUnion('kind', [
  z.object({ ...by, kind: z.literal('fine'), reason: z.string() }),
  z.object({ ...by, kind: z.literal('false-alarm'), flag: z.string() }),
]);

export type TeamSaid = z.infer<typeof teamSaidSchema>;

/** What others decided about an account, the latest first. */
export const teamSaidReplySchema = z.object({ type: z.literal('team-said'), said: z.array(teamSaidSchema) });

export type TeamSaidReply = z.infer<typeof teamSaidReplySchema>;
