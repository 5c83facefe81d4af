// The window in which pages are mutated and read. In a browser it is the browser's own (browser-window.ts).
import { JSDOM } from 'jsdom';

/** One window for all pages: making one costs more than reading a page. */
export const { window } = new JSDOM('');
