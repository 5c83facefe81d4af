// What the background worker does when the user asks for a page of no marketplace: remember the people it
// describes, and keep a text that the user selected as the words of the account they name.
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { t } from '../../lib/i18n/language.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import { type Observation, type Profile, parseObservation } from '../../lib/model/observation.ts';
import { namedAccount, namedAt, placeOf, WEB } from '../../lib/model/web-account.ts';
import type { Reply, RequestFields } from '../../lib/protocol/messages.ts';
import type { Mark } from '../../lib/protocol/shapes.ts';
import { observationsIn, siteFor } from '../../lib/sites/registry.ts';
import type { Store } from '../../lib/store/store.ts';
import { updateAccountList } from './account-list.ts';
import { learnNamesIn, markOf, summaryOf } from './mark.ts';
import { takeReading } from './take-reading.ts';
import { assessForUser, type UserContext } from './user-context.ts';

/** What of a profile is no statement of its own: who and where it is. */
const frame = new Set(['kind', 'site', 'account', 'role', 'seenAt', 'url']);

/** Remembers what a page of no marketplace says, and answers with who was read and which of their fields. */
export async function rememberAnyPage(untrusted: unknown, store: Store, user: UserContext): Promise<Reply<'any-page'>> {
  const parsed = takeReading(untrusted, store.timeNow());
  if ('problem' in parsed)
    return { type: 'problem', problem: t('problem.refused', { problem: parsed.problem }), temporary: false };
  // A marketplace's own pages are read by its own reader, whatever a page's script claims.
  const reading = { ...parsed.reading, site: WEB };
  const paused = pausedAt(reading.url, user);
  if (paused) return { type: 'problem', problem: paused, temporary: false };
  const observations = observationsIn(reading);
  await store.remember(observations);
  const profiles = observations.filter((one): one is Profile => one.kind === 'profile');
  const marks = await listAndMark(
    profiles.map(({ site, account }) => accountKey(site, account)),
    store,
    user,
  );
  return {
    type: 'any-page',
    page: summaryOf(observations.find((one) => one.kind === 'page')),
    people: profiles.flatMap((profile, n) => {
      const [mark, { name }] = [marks[n], profile];
      const fields = Object.keys(profile).filter((field) => !frame.has(field));
      return mark ? [{ mark, ...(name !== undefined && { name }), fields }] : [];
    }),
  };
}

/** Keeps a selected text, with its words, as a message by the account that the user names; a new name becomes one. */
export async function keepText(
  { text, url, whose }: RequestFields<'keep-text'>,
  store: Store,
  user: UserContext,
): Promise<Reply<'keep-text'>> {
  const page = URL.parse(url);
  const who = 'name' in whose ? { site: WEB, account: namedAccount(whose.name) } : whose;
  const seen = { ...who, seenAt: new Date(store.timeNow()).toISOString() };
  const stated: unknown[] = 'name' in whose ? [{ kind: 'profile', ...seen, role: 'freelancer', name: whose.name }] : [];
  const place = page && { thread: namedAt(placeOf(page), ''), url: page.origin + page.pathname };
  stated.push({ kind: 'message', ...seen, ...place, mine: false, text: text.trim() });
  const observations: Observation[] = [];
  for (const one of stated) {
    const parsed = parseObservation(one);
    if ('problem' in parsed)
      return { type: 'problem', problem: t('problem.refused', { problem: parsed.problem }), temporary: false };
    observations.push(parsed.observation);
  }
  await store.remember(observations);
  return { type: 'keep-text', marks: await listAndMark([accountKey(who.site, who.account)], store, user) };
}

/** Says so where the user has paused Hireflag on the marketplace that a page belongs to. */
function pausedAt(url: string, { settings }: UserContext): string | undefined {
  const site = siteFor(url);
  return site && settings.sitesOff.includes(site.id) ? t('popup.paused', { site: site.name }) : undefined;
}

/** Assesses these accounts, lists them, and gives what the popup shows of them, in the order given. */
async function listAndMark(accounts: readonly AccountKey[], store: Store, user: UserContext): Promise<Mark[]> {
  const since = store.written;
  const assessments = await assessForUser(user, accounts, new DatabaseEvidence(store));
  await updateAccountList(assessments, since, store, user.settings);
  await learnNamesIn(store, assessments);
  return assessments.map((one) => markOf(one));
}
