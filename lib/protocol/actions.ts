// What a button of a view may ask the worker to do about an account. A list by itself, so that the script in
// a page can tell one from another without the schema library.

export const actions = [
  'fine',
  'mute',
  'false-alarm',
  'same-person',
  'not-same-person',
  'undo',
  'record',
  'open-record',
  'open',
] as const;

export type Action = (typeof actions)[number];

export function isAction(name: string): name is Action {
  return (actions as readonly string[]).includes(name);
}

/** Whether this makes a decision about an account or takes one back. */
export function isDecision(action: Action): boolean {
  return action !== 'record' && action !== 'open-record' && action !== 'open';
}
