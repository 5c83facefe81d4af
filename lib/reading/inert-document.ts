// The one way in which text becomes a document in the extension's own pages: one that is shown nowhere, loads nothing
// and runs no script. Everywhere else the policy of these pages lets no text be taken for markup.

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

/** Name of the policy, which wxt.config.ts allows. */
const POLICY = 'inert-document';

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Parses a page that was saved, or a page or picture of the practice marketplace. */
export function inertDocument(text: string, type: DOMParserSupportedType = 'text/html'): Document {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy(POLICY, { createHTML: (same) => same });
  return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, type);
}
