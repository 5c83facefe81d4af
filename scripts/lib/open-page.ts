// Opens a saved page without running anything of it. Apart from saved-page.ts, because jsdom takes a second to
// load, which a command that refuses its arguments need not take.
import { JSDOM, VirtualConsole } from 'jsdom';
import { Problem } from './saved-page.ts';

/** A page as saved in a file, at its address. */
export function openPage(file: string, html: string, url: string): JSDOM {
  try {
    // Without listeners on its console jsdom says nothing of a page's broken style sheets.
    return new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  } catch (error) {
    // A page nested thousands of levels deep, which a browser flattens, is too deep for jsdom.
    throw new Problem(`${file}: cannot be parsed: ${(error as Error).message}`);
  }
}
