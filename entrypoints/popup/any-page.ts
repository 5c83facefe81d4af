// Has the page in front read when the user asks for it, and keeps the text they selected there. The script
// that looks at the page runs once, in the tab that the click on Hireflag's button opened to it and no other.
import browser from 'webextension-polyfill';
import type { AnyPageProps, AnyPageState, PersonRead } from '../../components/AnyPage.tsx';
import { routeTo } from '../../components/dashboard/route.ts';
import type { SelectedTextProps } from '../../components/SelectedText.tsx';
import { accountWords } from '../../components/words.ts';
import { t } from '../../lib/i18n/language.ts';
import { accountKey, splitAccountKey } from '../../lib/model/account.ts';
import { workerBehind } from '../../lib/protocol/messages.ts';
import { parseAnyPageRead } from '../../lib/protocol/page-messages.ts';
import type { Mark } from '../../lib/protocol/shapes.ts';
import { openDashboard } from './search.ts';

type Selected = Pick<SelectedTextProps, 'text' | 'typed' | 'chosen' | 'outcome' | 'people'> & { url: string };

/**
 * @param show called with what to show, now and after every change
 * @param stored called when something was stored
 */
export function startAnyPage(tab: number | undefined, show: (props: AnyPageProps) => void, stored: () => void): void {
  let state: AnyPageState = { type: 'offered' };
  let selected: Selected | undefined;
  let read: readonly PersonRead[] = [];

  const draw = (now: AnyPageState = state) => {
    state = now;
    const props = { state, onRead: () => void readNow(), onOpen: openDashboard };
    show(selected ? { ...props, selected: selectedProps(selected) } : props);
  };

  const readNow = async () => {
    selected = undefined;
    draw({ type: 'reading' });
    draw(
      await readPage().catch((error: unknown): AnyPageState => {
        console.error(error);
        return { type: 'problem', problem: t('problem.database') };
      }),
    );
  };

  const readPage = async (): Promise<AnyPageState> => {
    const result = await look(tab);
    if (result === 'forbidden') return { type: 'forbidden' };
    if (!result) return { type: 'no-page' };
    const { reading, selected: text } = parseAnyPageRead(result);
    const reply = await ask('any-page', { reading });
    if (reply.type !== 'any-page') return reply;
    stored();
    read = reply.people;
    const unanswered = { typed: '', chosen: undefined, outcome: undefined };
    if (text) selected = { ...unanswered, text, url: reading.url, people: read.map(offered) };
    return { type: 'read', page: reply.page, people: reply.people };
  };

  const change = (to: Partial<Selected>) => {
    if (!selected) return;
    selected = { ...selected, ...to };
    const { chosen, people } = selected;
    // Nobody is chosen who is not offered any more.
    if (chosen && 'key' in chosen && !people.some(({ key }) => key === chosen.key)) selected.chosen = undefined;
    draw();
  };

  const type = async (typed: string) => {
    if (!selected) return;
    // A name that is typed on stays the one chosen.
    const isNew = selected.chosen && 'name' in selected.chosen && typed.trim() !== '';
    const { chosen } = selected;
    const now = isNew ? { name: typed.trim() } : chosen && 'name' in chosen ? undefined : chosen;
    change({ typed, chosen: now, outcome: undefined });
    const known = read.map(offered);
    if (typed.trim() === '') return change({ people: known });
    const reply = await ask('search', { typed: typed.slice(0, 300) });
    // Answers may pass each other; only the one to what stands there counts.
    if (reply.type !== 'search' || selected.typed !== typed) return;
    const found = reply.marks.map((mark) => ({ key: keyOf(mark), name: accountWords(keyOf(mark)) }));
    change({ people: [...known, ...found.filter(({ key }) => !known.some((one) => one.key === key))] });
  };

  const keep = async () => {
    if (!selected?.chosen) return;
    const { text, url, chosen, people } = selected;
    const whose = 'name' in chosen ? chosen : splitAccountKey(keyed(chosen.key));
    const name = 'name' in chosen ? chosen.name : (people.find(({ key }) => key === chosen.key)?.name ?? chosen.key);
    const reply = await ask('keep-text', { text, url, whose });
    if (reply.type === 'problem') return change({ outcome: reply });
    const [kept] = reply.marks;
    stored();
    if (kept) change({ outcome: { kept, name } });
  };

  const selectedProps = ({ url: _, ...one }: Selected): SelectedTextProps => ({
    ...one,
    onType: (typed) => void type(typed),
    onChoose: (chosen) => change({ chosen }),
    onKeep: () => void keep(),
    onOpen: (mark) => openDashboard(routeTo({ tab: 'developers', key: keyOf(mark) })),
  });

  draw();
}

/** What the script found in a tab; undefined where there is no page of the web, which it says itself. */
async function look(tab: number | undefined): Promise<unknown> {
  if (tab === undefined) return 'forbidden';
  try {
    const [first] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ['/read-this-page.js'],
    });
    return first?.result ?? undefined;
  } catch {
    // Pages of the browser's own, add-on stores, files: no extension may look at them, and browsers word it differently.
    return 'forbidden';
  }
}

const ask = workerBehind((message) => browser.runtime.sendMessage(message));
const keyOf = ({ site, account }: Mark) => accountKey(site, account);
const keyed = (key: string) => key as ReturnType<typeof accountKey>;

function offered({ mark, name }: PersonRead): { key: string; name: string } {
  return { key: keyOf(mark), name: name ?? accountWords(keyOf(mark)) };
}
