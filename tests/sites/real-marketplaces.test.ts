// Reads the real pages of Upwork, Fiverr and Workana that stand beside the repository on some machines:
// counts and shapes only, never a name or a text of theirs.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../lib/model/time.ts';
import type { ReadOptions } from '../../lib/reading/read-page.ts';
import { observe, open, pageOf } from '../reading/pages.ts';

const folder = new URL('../../../shared/sites/', import.meta.url);
const has = existsSync(folder);
if (!has) console.warn('real-marketplaces: skipped, there are no real pages beside this repository');
const text = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const documents = new Map<string, Document>();
/** What is read of a page, which is parsed once: reading changes nothing of it. */
function read(path: string, url: string, options: ReadOptions = {}) {
  const document = documents.get(path + url) ?? open(text(path), url);
  documents.set(path + url, document);
  return observe(document, url, options);
}

describe.skipIf(!has)('real pages', () => {
  const upworkProfile = 'https://www.upwork.com/freelancers/~01123456789abcdef0';

  it('the owner of an Upwork profile of 2021', () => {
    const seen = read('upwork/profile_own_view_2021.html', upworkProfile);
    const [profile] = seen.flatMap((one) => (one.kind === 'profile' ? [one] : []));
    expect(profile?.account).toMatch(/^\d{19}$/);
    expect(profile?.name).toMatch(/^\p{Lu}\p{L}+ \p{Lu}\.$/u);
    expect(profile?.hourlyRate).toEqual({ amount: 500, currency: 'USD' });
    expect(profile?.about?.length).toBeGreaterThan(300);
    expect(profile?.languages).toHaveLength(2);
    expect(profile?.education).toHaveLength(1);
    expect(profile?.education?.[0]).toMatchObject({ from: '1993', to: '2002' });
    expect(profile?.headline?.split(' ')).toHaveLength(6);
    expect(profile?.localTime).toBe('1:06pm');
    expect(pageOf(seen)).toMatchObject({ page: 'profile', found: { profiles: 1, reviews: 0 } });
  });

  it('an Upwork job page of 2024: the job, and none of the people it links as a bidder', () => {
    const seen = read('upwork/job_info_logged_in_2024-11.html', 'https://www.upwork.com/jobs/~021850898891443283840');
    const [project] = seen.flatMap((one) => (one.kind === 'project' ? [one] : []));
    expect(project?.title?.length).toBeGreaterThan(20);
    expect(project?.text?.length).toBeGreaterThan(500);
    expect(project?.postedAt).toBeDefined();
    expect(seen.filter((one) => one.kind === 'bid' || one.kind === 'profile')).toEqual([]);
  });

  const seller = 'fiverr/seller_profile_tonigdesign_2025-08.html';
  const sellerUrl = `https://www.fiverr.com/${/profile_(\w+?)_/.exec(seller)?.[1]}`;
  const seenAt = '2025-08-20T12:00:00.000Z';

  it.each(['state', 'selectors', 'cards', undefined] as const)('the reviews of a Fiverr seller, by %s', (by) => {
    const seen = read(seller, sellerUrl, { seenAt, ...(by && { by }) });
    const reviews = seen.flatMap((one) => (one.kind === 'review' ? [one] : []));
    expect(new Set(reviews.map((one) => one.from)).size).toBe(5);
    expect(reviews).toHaveLength(5);
    for (const review of reviews) {
      expect(review.to).toBe(sellerUrl.split('/').at(-1));
      expect(review.from).toMatch(/^[a-z][a-z0-9_]+$/);
      expect(review.rating).toEqual({ value: 5, outOf: 5 });
      expect(review.text?.length).toBeGreaterThan(20);
      // A month ago, or three, seen in August.
      expect(overlap(review.at ?? '1990', '2025-05/2025-08')).toBe(true);
    }
  });

  it('says the same of them by state and by selectors, but for a clamped one', () => {
    const [state, selectors] = (['state', 'selectors'] as const).map((by) =>
      read(seller, sellerUrl, { seenAt, by }).flatMap((one) =>
        one.kind === 'review' ? [{ from: one.from, text: one.text?.replace(/\s+/g, ' ') ?? '' }] : [],
      ),
    );
    expect(selectors?.map((one) => one.from)).toEqual(state?.map((one) => one.from));
    for (const [n, { text }] of (selectors ?? []).entries()) {
      expect(state?.[n]?.text.startsWith(text.replace(/\.\.\.$/, ''))).toBe(true);
    }
  });

  it('the profile of that seller, and how many reviews there are', () => {
    const seen = read(seller, sellerUrl, { seenAt });
    const [profile] = seen.flatMap((one) => (one.kind === 'profile' ? [one] : []));
    expect(profile).toMatchObject({
      location: { country: 'HR', timezone: 'Europe/Zagreb' },
      memberSince: '2019-06-11',
      hourlyRate: { amount: 35, currency: 'USD' },
      stats: { reviewCount: 838, rating: 5, responseHours: 1 },
    });
    expect(profile?.skills).toHaveLength(24);
    expect(profile?.portfolio).toHaveLength(24);
    expect(profile?.education).toHaveLength(1);
    expect(pageOf(seen)).toMatchObject({ read: 'part', found: { profiles: 1, reviews: 5 }, of: { reviews: 838 } });
  });

  describe.each([
    ['fotos', 4],
    ['react_native', 20],
    ['whatsapp', 2],
  ])("Workana's %s list", (name, count) => {
    it.each(['selectors', 'cards', undefined] as const)(`has ${count} bidders, by %s`, (by) => {
      const path = `workana/insight_bidders_${name}_2026-06.html`;
      const seen = read(path, `https://www.workana.com/job/insight/${name}`, by && { by });
      const people = seen.flatMap((one) => (one.kind === 'profile' ? [one] : []));
      expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(count);
      expect(people).toHaveLength(count);
      for (const person of people) {
        expect(person.name).toMatch(/^\p{L}[\p{L} .'-]{1,40}$/u);
        expect(person.name).not.toMatch(/novo|hero|recomendado|favorito|negocia|proposta/i);
        if (by !== 'cards') expect(person.stats?.jobsCompleted).toBeGreaterThanOrEqual(0);
      }
      const disagreed = pageOf(seen).disagreed ?? 0;
      expect(disagreed).toBe(0);
    });
  });
});
