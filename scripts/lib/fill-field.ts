import type { Page } from 'puppeteer-core';

/** Sets the value of a field, by its name, as a person does who then leaves it. */
export async function fillField(page: Page, name: string, value: string): Promise<void> {
  await page.$eval(
    `[name="${name}"]`,
    (field, to) => {
      (field as HTMLInputElement).value = to;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    value,
  );
}
