// What axe-core finds wrong with how a page can be used by everybody.
import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';

/** Each finding as its rule and the element it is about; none on a page that is as it should be. */
export async function axeFindings(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
