// What the client wrote just before a message of somebody's: a question makes an answer of it.
import type { Message } from '../../model/observation.ts';
import { wordless } from '../../model/observation.ts';
import { intervalOf, parseTime } from '../../model/time.ts';

/** Longest question that is looked at, UTF-16 code units: its end. */
const MAX_BEFORE = 2_000;

/**
 * The messages that others wrote, each with what the user wrote between it and their message before.
 *
 * @param messages of any conversations, in the order in which pages show them; where all times are known those decide
 */
export function withBefore<M extends Message>(messages: readonly M[]): { message: M; before?: string }[] {
  const all: { message: M; before?: string }[] = [];
  for (const thread of Map.groupBy(
    messages,
    ({ site, thread, account }) => `${site}\n${thread}\n${account}`,
  ).values()) {
    let said: string[] = [];
    for (const message of inOrder(thread)) {
      if (message.mine) {
        if (!wordless.test(message.text)) said.push(message.text);
        continue;
      }
      const before = said.join('\n').slice(-MAX_BEFORE);
      all.push(before === '' ? { message } : { message, before });
      said = [];
    }
  }
  return all;
}

function inOrder<M extends Message>(messages: readonly M[]): readonly M[] {
  const times = messages.map(({ sentAt }) => parseTime(sentAt ?? ''));
  if (times.some((time) => time === undefined)) return messages;
  const begins = new Map(messages.map((message, i) => [message, intervalOf(times[i] as string as never).from]));
  return [...messages].sort((a, b) => (begins.get(a) as number) - (begins.get(b) as number));
}
