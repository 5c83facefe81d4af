// Starts the worker that reads a log. The policy of the extension's own pages lets no text be taken for the address of a
// script but this one.
import address from './log-worker.ts?worker&url';

/** Name of the policy, which wxt.config.ts allows. */
const POLICY = 'log-worker';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

export function startLogWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: () => address });
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
