// Reads the popup's list of a page's developers and writes it as a table for a terminal.
import type { Page } from 'puppeteer-core';

export interface AccountRow {
  account: string;
  name: string;
  /** In the popup's words, such as "Look closer". */
  level: string;
  /** The findings in a sentence, or what there is to say without any. */
  reason: string;
}

/**
 * The developers that the popup lists, in its order: worst first.
 *
 * @throws an Error when after 30 seconds it lists none
 */
export async function accountRows(popup: Page): Promise<AccountRow[]> {
  const rowSelector = '#developers [role="listitem"][data-account][data-level]';
  try {
    await popup.waitForSelector(rowSelector, { timeout: 30_000 });
  } catch {
    throw new Error('Hireflag listed nobody on the practice page.');
  }
  return popup.$$eval(rowSelector, (items) =>
    items.map((item) => {
      const text = (selector: string) => item.querySelector(selector)?.textContent?.trim() ?? '';
      return {
        account: item.getAttribute('data-account') ?? '',
        name: text('.name'),
        level: text('.level'),
        reason: text('.reason'),
      };
    }),
  );
}

/** The rows as lines of a table, columns aligned, control characters taken out. */
export function table(rows: readonly AccountRow[]): string {
  const cells = [
    ['Account', 'Name', 'Level', 'What was noticed'],
    ...rows.map(({ account, name, level, reason }) => [account, name, level, reason]),
  ];
  const clean = cells.map((row) => row.map((cell) => cell.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')));
  const widths = [0, 1, 2].map((column) => Math.max(...clean.map((row) => [...(row[column] ?? '')].length)));
  return clean
    .map((row) =>
      row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length))).join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}
