// Reads the popup's list of a page's developers and writes it as a table for a terminal.
import type { Page } from 'puppeteer-core';
import { patience } from './open-browser.ts';

export interface PopupRow {
  account: string;
  /** In the popup's words, such as "Look closer". */
  level: string;
  /** The findings in a sentence, or what there is to say without any. */
  reason: string;
}

/**
 * The developers that the popup lists, in its order: worst first. Waits until the list is there and
 * has stopped changing, because pages load late.
 *
 * @throws an Error when it lists none for as long as `patience`
 */
export async function popupRows(popup: Page): Promise<PopupRow[]> {
  const end = Date.now() + patience;
  let rows: PopupRow[] = [];
  while (Date.now() < end) {
    const now = await listed(popup);
    if (now.length > 0 && JSON.stringify(now) === JSON.stringify(rows)) return now;
    rows = now;
    await new Promise((done) => setTimeout(done, 1000));
  }
  if (rows.length > 0) return rows;
  throw new Error('Hireflag listed nobody on the practice page.');
}

function listed(popup: Page): Promise<PopupRow[]> {
  return popup.$$eval('#developers [data-account]', (items) =>
    items.map((item) => {
      const text = (selector: string, within = item) => within.querySelector(selector)?.textContent?.trim() ?? '';
      const group = item.closest('.group');
      // What a group has in common is said once, above its rows.
      const reason = text('.reason') || (group ? text('.reason', group) : '');
      return { account: item.getAttribute('data-account') ?? '', level: text('.level'), reason };
    }),
  );
}

/** The rows as lines of a table, columns aligned, control characters taken out. */
export function table(rows: readonly PopupRow[]): string {
  const cells = [
    ['Account', 'Level', 'What was noticed'],
    ...rows.map(({ account, level, reason }) => [account, level, reason]),
  ].map((row) => row.map((cell) => cell.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')));
  const width = (column: number) => Math.max(...cells.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1), 0];
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
