import { defineConfig } from 'wxt';

// One source, two browsers. The permissions are the fewest the extension can work with: its own
// storage, and content scripts on the marketplaces the registry names. See PRIVACY.md.
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv3',
  manifest: ({ browser }) => ({
    name: 'Hireflag',
    description:
      'Shows red flags on the bids and profiles you open while hiring, with their evidence. Everything stays on your machine.',
    permissions: ['storage', 'unlimitedStorage'],
    action: { default_title: 'Hireflag: developers on this page' },
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'hireflag@hireflag.invalid',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
