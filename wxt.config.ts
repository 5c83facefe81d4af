import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { matchPatterns } from './lib/sites/registry.ts';
import { evaluatedWhenCalled } from './scripts/lib/evaluated-when-called.ts';
import { messageTypes } from './scripts/lib/message-types.ts';
import { LICENCES, licenceTexts, shippedPackages, withoutMarkup } from './scripts/lib/shipped-packages.ts';
import { shortSelectors } from './scripts/lib/short-selectors.ts';
import {
  contentScripts,
  frameResources,
  pageSideOnly,
  plainScripts,
  writeSiteScripts,
} from './scripts/lib/site-scripts.ts';
import { isTeamBuild, teamBackground, teamParts } from './scripts/lib/team-parts.ts';
import { writtenWords } from './scripts/lib/written-words.ts';

/** Folders of the packages that are in the build. */
const shipped = new Set<string>();

// One source, two browsers. The permissions are the fewest the extension can work with: its own
// storage, content scripts on the marketplaces the registry names, and a look at the tab in front when the
// user asks for it. See PRIVACY.md.
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  // The few words that the browser itself shows; those of the views are in assets/locales.
  i18n: { localesDir: isTeamBuild ? 'assets/team/manifest' : 'assets/manifest' },
  hooks: {
    'prepare:types': async (_, entries) => {
      entries.push({ path: 'types/messages.d.ts', text: await messageTypes(), tsReference: true });
    },
    'entrypoints:found': async ({ config }, found) => {
      for (const script of await writeSiteScripts(join(config.wxtDir, 'sites'))) {
        found.push({ ...script, type: 'unlisted-script' });
      }
      const background = found.find(({ name }) => name === 'background');
      if (isTeamBuild && background) background.inputPath = teamBackground;
    },
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: LICENCES, contents: licenceTexts(shipped) });
    },
    'build:manifestGenerated': ({ config: { browser } }, manifest) => {
      manifest.content_scripts = contentScripts();
      manifest.web_accessible_resources = frameResources(browser === 'firefox');
    },
  },
  vite: () => ({
    // The browsers that the manifest asks for know light-dark() themselves. Written for older ones it would follow the
    // system by custom properties, which a page may set, and not the page.
    build: { cssTarget: ['chrome126', 'firefox142'] },
    plugins: [
      plainScripts,
      pageSideOnly(),
      shortSelectors,
      writtenWords,
      evaluatedWhenCalled(),
      withoutMarkup,
      shippedPackages(shipped),
      ...(isTeamBuild ? [teamParts] : []),
    ],
  }),
  manifestVersion: 3,
  outDirTemplate: isTeamBuild ? '{{browser}}-team-mv3' : '{{browser}}-mv3',
  // A test builds a second time, elsewhere.
  outDir: process.env.HIREFLAG_BUILD ?? '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      ...['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'],
      // The browser wakes the worker so that it takes in what others read. Only where there is a team.
      ...(isTeamBuild ? ['alarms'] : []),
    ],
    // Chromium lets a script run once in an open page only where the page's host is named here; Firefox takes the
    // hosts of the content scripts, which are the same.
    ...(browser !== 'firefox' && { host_permissions: matchPatterns() }),
    // Chromium gives private windows a background and a database of their own, in memory only, where the user allows
    // Hireflag there at all. Firefox cannot, so that Hireflag stays out of them.
    incognito: browser === 'firefox' ? 'not_allowed' : 'split',
    options_ui: { page: 'settings.html', open_in_tab: true },
    action: { default_title: '__MSG_extension_action__' },
    // Opening the popup by keyboard is as much of a wish as a click on it.
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+H' } } },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; " +
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types inert-document log-worker" +
        // A team's server, whose address its administrator chooses. The ordinary package can reach nothing.
        (isTeamBuild ? '; connect-src wss:' : ''),
    },
    // Firefox takes a company's settings from its own policies and knows no schema for them.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    // The first with URL.parse and require-trusted-types-for; for a team, with Ed25519.
    ...(browser !== 'firefox' && { minimum_chrome_version: isTeamBuild ? '137' : '126' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: isTeamBuild ? 'hireflag-team@hireflag.invalid' : 'hireflag@hireflag.invalid',
          strict_min_version: '142.0',
          data_collection_permissions: {
            required: isTeamBuild ? ['websiteContent', 'personallyIdentifyingInfo', 'browsingActivity'] : ['none'],
          },
        },
      },
    }),
  }),
});
