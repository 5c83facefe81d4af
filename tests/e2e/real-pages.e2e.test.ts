// Reads the real pages that stand beside the repository on some machines, in real Chromium with the very
// readers that the extension runs: whatever they hold, no exception, and within 50 ms of processor time each.
// Counts and times only, never a name or a text of theirs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/tool.ts';
import { isChromium, startBrowser } from './harness.ts';

const folder = new URL('../../../shared/sites/', import.meta.url);
const has = existsSync(folder);
if (!has) console.warn('real pages in a browser: skipped, there are none beside this repository');

/** Each page, the address it stands at, and the fewest people there are to be found on it. */
const pages: [file: string, url: string, people: number][] = [
  ['freelancer/bid_card_logged_out.transcribed-abridged.html', 'https://www.freelancer.com/projects/php/some-thing', 1],
  ['freelancer/freelancer_profile_page_2026-01.pseudonymised.html', 'https://www.freelancer.com/u/user22', 1],
  ['freelancehunt/project_bids_2019.pseudonymised.html', 'https://freelancehunt.com/project/some-thing/1234.html', 1],
  ['freelancehunt/mailbox_thread_2019.pseudonymised.html', 'https://freelancehunt.com/mailbox/read/thread/1234', 0],
  ['fiverr/seller_profile_tonigdesign_2025-08.html', 'https://www.fiverr.com/tonigdesign', 1],
  ['workana/insight_bidders_fotos_2026-06.html', 'https://www.workana.com/job/insight/some-thing', 4],
  ['workana/insight_bidders_react_native_2026-06.html', 'https://www.workana.com/job/insight/some-thing', 20],
  ['workana/insight_bidders_whatsapp_2026-06.html', 'https://www.workana.com/job/insight/some-thing', 2],
  ['upwork/profile_own_view_2021.html', 'https://www.upwork.com/freelancers/~01abcdef0123456789', 1],
  ['upwork/job_info_logged_in_2024-11.html', 'https://www.upwork.com/jobs/~021234567890123456789', 0],
];

/** What the script leaves behind in a page, as far as it is used. */
interface Readers {
  readPage(document: Document, url: string): { reading: { sightings: { ids: { account?: string } }[] } } | undefined;
}

/** Runs in the page: the readers, as one script that leaves a function behind. */
async function readers(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'lib', 'sites', 'registry.ts'), formats: ['iife'], name: 'readers' },
    },
  });
  const [{ output }] = (Array.isArray(result) ? result : [result]) as [{ output: { code?: string }[] }];
  return output[0]?.code ?? '';
}

describe.runIf(has && isChromium)('real pages', () => {
  test('are read within 50 ms of processor time each', async () => {
    const script = await readers();
    const served = new Map<string, string>();
    const browser = await startBrowser('chromium', {
      bare: true,
      answer: (url) => ({ status: 200, type: 'text/html; charset=utf-8', body: served.get(url.href) ?? '' }),
    });
    try {
      const page = await browser.browser.newPage();
      // The pages' own programs are not run: it is the reader that is measured.
      await page.setJavaScriptEnabled(false);
      const session = await page.createCDPSession();
      // Processor time of the page's main thread, and not the time that passes.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const spent = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
      };
      for (const [file, url, people] of pages) {
        served.set(url, readFileSync(new URL(file, folder), 'utf8'));
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        await page.evaluate(`${script}; globalThis.readers = readers`);
        const times: number[] = [];
        let found = 0;
        // The first reading compiles the readers.
        for (let n = 0; n < 5; n += 1) {
          const before = await spent();
          found = await page.evaluate(() => {
            const { readers } = globalThis as unknown as { readers: Readers };
            const accounts = readers.readPage(document, location.href)?.reading.sightings.map(({ ids }) => ids.account);
            return new Set(accounts?.filter(Boolean)).size;
          });
          times.push((await spent()) - before);
        }
        const best = Math.min(...times);
        console.info(`${file}: ${best.toFixed(1)} ms at best, ${times[0]?.toFixed(1)} ms at first`);
        expect(found, file).toBeGreaterThanOrEqual(people);
        expect(best, file).toBeLessThan(50);
      }
    } finally {
      await browser.close();
    }
  });
});
