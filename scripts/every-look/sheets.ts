// Pictures side by side, so that many are looked at at once: one kind of look on a sheet, each picture under its name.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenBrowser } from '../lib/open-browser.ts';
import type { Look } from './looks.ts';

/** As wide as a sheet is, and how many pictures stand beside each other. */
const SHEET = 1_560;
const beside = { 360: 4, 1280: 2 } as const;
const ON_A_SHEET = { 360: 4, 1280: 4 } as const;

/** Writes `sheet-LOOK-N.png` into the folder. */
export async function makeSheets(
  { browser }: OpenBrowser,
  folder: string,
  taken: readonly { view: string; look: Look }[],
): Promise<void> {
  const page = await browser.newPage();
  for (const [look, those] of Map.groupBy(taken, (one) => one.look)) {
    for (let from = 0; from < those.length; from += ON_A_SHEET[look.width]) {
      const cells = await Promise.all(
        those.slice(from, from + ON_A_SHEET[look.width]).map(async ({ view }) => {
          const picture = await readFile(join(folder, `${view}-${look.name}.png`), 'base64');
          return `<figure><figcaption>${view} ${look.name}</figcaption><img src="data:image/png;base64,${picture}"></figure>`;
        }),
      );
      await page.setViewport({ width: SHEET, height: 400 });
      const columns = `repeat(${beside[look.width]}, minmax(0, 1fr))`;
      await page.setContent(
        `<style>body{margin:8px;display:grid;gap:8px;grid-template-columns:${columns};background:#888;font:14px sans-serif}figure{margin:0}img{max-width:100%;display:block;max-height:${look.width === 360 ? 1480 : 740}px;object-fit:cover;object-position:top}</style>${cells.join('')}`,
        { waitUntil: 'load' },
      );
      const name = `sheet-${look.name}-${String(1 + from / ON_A_SHEET[look.width]).padStart(2, '0')}`;
      await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png`, fullPage: true });
    }
  }
  await page.close();
}
