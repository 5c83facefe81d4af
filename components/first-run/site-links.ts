// Where each marketplace that Hireflag reads begins, for the ways out of the first run.
import { sites } from '../../lib/sites/registry.ts';

/** Public profiles are read there, and nobody hires on them. */
const notMarketplaces = new Set(['github', 'stackoverflow', 'linkedin']);

/** Marketplaces by name and address, in the registry's order. */
export const siteLinks: readonly { name: string; href: string }[] = sites
  .filter(({ id }) => !notMarketplaces.has(id))
  .map(({ name, hosts }) => ({ name, href: `https://${(hosts[0] ?? '').replace(/^\*\./, 'www.')}/` }));
