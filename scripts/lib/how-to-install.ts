// How a built package gets into a browser of one's own, with the folder as it is on this machine: it begins with a dot, which
// the windows for choosing a folder do not show.
import { builtExtension } from './open-browser.ts';

/** The steps, a line each; with `zip` those for the package of Firefox, by its path. */
export function howToInstall(zip?: string): string[] {
  return [
    'To use it on a marketplace of your own:',
    '* Chrome, Edge, Chromium: open chrome://extensions, switch on “Developer mode”, choose “Load unpacked” and paste this folder:',
    `  ${builtExtension.chromium}`,
    ...(zip === undefined
      ? ['* Firefox: npm run zip makes its package and says how to load it.']
      : [
          '* Firefox: open about:debugging#/runtime/this-firefox, choose “Load Temporary Add-on” and paste this file:',
          `  ${zip}`,
        ]),
    'Then open a project of yours with bids; a tab that was open already is reloaded once.',
  ];
}
