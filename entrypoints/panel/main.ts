// The page in our frame over a marketplace's page: the panel of the account that the worker issued its token for, or
// that the page was not understood. It talks to the worker itself; with our script in the page below it speaks
// only of its own place there. Nothing is done while the user may not see what they press.
import { Fragment, h, render } from 'preact';
import browser from 'webextension-polyfill';
import { Outcome, type OutcomeView } from '../../components/Outcome.tsx';
import { PageNote } from '../../components/PageNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { setPageLanguage } from '../../components/page-language.ts';
import { copy, type PressedButton, pressed } from '../../components/pressed-button.ts';
import { DASHBOARD, withoutDashboard } from '../../components/ToDashboard.tsx';
import { t } from '../../lib/i18n/language.ts';
import { learnNames } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { FromFrame, ToFrame } from '../../lib/overlay/frame.ts';
import { isAction } from '../../lib/protocol/actions.ts';
import { type Reply, workerBehind } from '../../lib/protocol/messages.ts';
import type { FrameView } from '../../lib/protocol/shapes.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { makeGuard } from './guard.ts';
import { makeMovable } from './movable.ts';

const root = document.getElementById('view') as HTMLElement;
const token = location.hash.slice(1);
const practice = practiceWorker();
if (practice) withoutDashboard();
const ask = workerBehind<'frame'>(practice ?? ((message) => browser.runtime.sendMessage(message)));
const guard = makeGuard();
/** The channel to our script in the page below; what it asks waits until it is there. */
const { promise: channel, resolve: joined } = Promise.withResolvers<MessagePort>();
makeMovable((x, y) => {
  void channel.then((port) => port.postMessage({ by: [x, y] } satisfies FromFrame));
});
let answerFree: ((isFree: boolean) => void) | undefined;
let drawn = 0;
/** What is shown, and what came of the last thing the user did about it. */
let view: FrameView | undefined;
let outcome: OutcomeView = {};

addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (!port) return;
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
      if ('moved' in data) guard.moved();
      else answerFree?.(data.isFree);
    };
    joined(port);
  },
  { once: true },
);
root.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);

// Our script gives the frame the focus once it is seen.
addEventListener('focus', focusTitle);
new ResizeObserver(() => void tellHeight()).observe(root);

await settingsNow();
setPageLanguage();
show(await ask('frame', { token }).catch(() => undefined));
focusTitle();

/** Shows what the worker answered: a view, or what is wrong. */
function show(reply: Reply | undefined): void {
  drawn += 1;
  if (reply && 'shown' in reply) {
    view = reply.shown;
    if (view.view === 'panel') learnNames(Object.entries(view.names) as [AccountKey, string][]);
    draw();
  } else {
    const words = (reply?.type === 'problem' && reply.problem) || t('problem.database');
    const close = h('button', { type: 'button', class: 'plain', 'data-do': 'close' }, t('common.close'));
    const lines = [h('p', { class: 'problem' }, words), h('div', { class: 'row' }, close)];
    render(h('div', { class: 'note', role: 'alert' }, lines), root);
  }
  void tellHeight();
}

function draw(): void {
  if (view?.view === 'panel') render(h(Fragment, {}, h(Panel, { key: drawn, ...view }), h(Outcome, outcome)), root);
  else render(h(PageNote, {}), root);
}

function focusTitle(): void {
  if (document.activeElement === document.body) root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}

async function tellHeight(): Promise<void> {
  // The frame's own border is part of its height.
  if (drawn > 0) (await channel).postMessage({ height: Math.ceil(root.getBoundingClientRect().height) + 2 });
}

async function close(): Promise<void> {
  (await channel).postMessage({ close: true });
}

function onClick(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>(`a[href^="${DASHBOARD}"]`);
  const control = link ?? (event.target as Element).closest<HTMLElement>('[data-do]');
  if (link || !event.isTrusted || !(guard.isCalm() || control?.dataset.do === 'close')) event.preventDefault();
  if (!event.isTrusted || !(guard.isCalm() || control?.dataset.do === 'close')) return;
  if (control) void press(control);
}

function onKey(event: KeyboardEvent): void {
  if (!event.isTrusted) return;
  if (event.key === 'Escape') void close();
  const field = event.target as Element;
  // Enter in a field does what the first button beside it does, as in any form.
  if (event.key !== 'Enter' || !field.matches('input') || !guard.isCalm()) return;
  const control = field.closest('[data-form]')?.querySelector<HTMLElement>('[data-do]');
  if (control) void press(control);
}

async function press(control: HTMLElement): Promise<void> {
  // A link opens a view of the dashboard, which only the worker can.
  const path = control.getAttribute('href');
  const { action, values } = path === null ? pressed(control) : { action: 'open', values: { path } };
  if (action === 'close') return close();
  if (action === 'copy') return copyQuestion(control, values.text ?? '');
  if (action === 'copy-report') return copy(control, report());
  if (!isAction(action) || !(await guard.isSeen()) || !(await isFree())) return;
  if (action === 'open' || action === 'open-record') {
    await ask('press-in-frame', { token, action, values });
    return;
  }
  const top = document.body.scrollTop;
  const again = sameAs(control);
  await act({ action, values });
  document.body.scrollTop = top;
  // What was pressed was drawn anew, or is gone; then what came of it has the way back.
  const places = [again, '#outcome button', 'h2'].map((one) => root.querySelector<HTMLElement>(one));
  places.find((one) => one?.checkVisibility())?.focus({ preventScroll: true });
}

/** The way to a button that does the same. */
function sameAs({ dataset: { do: action, flag, key, decision } }: HTMLElement): string {
  const named = { flag, key, decision };
  const rest = Object.entries(named).map(([name, value]) =>
    value === undefined ? '' : `[data-${name}="${CSS.escape(value)}"]`,
  );
  return `article [data-do="${action}"]${rest.join('')}`;
}

/** Copies a question; that it is done is said, and the button keeps its name. */
async function copyQuestion(control: HTMLElement, text: string): Promise<void> {
  await copy(control, text);
  outcome = { said: t('panel.done.copy') };
  draw();
}

/**
 * Does what a button says. Where it is not known whether that came to pass, because the browser ended the worker
 * meanwhile, it is not done twice: what is shown then is what is the case.
 */
async function act({ action, values }: PressedButton): Promise<void> {
  if (!isAction(action) || action === 'open' || action === 'open-record') return;
  const before = new Set(decisionsIn(view));
  const reply = await ask('press-in-frame', { token, action, values })
    .catch(() => ask('frame', { token }))
    .catch(() => undefined);
  const now = reply && 'shown' in reply ? reply.shown : undefined;
  const problem = now?.view === 'panel' ? now.problem : undefined;
  const made = decisionsIn(now).find((id) => !before.has(id));
  outcome = problem === undefined ? { said: t(`panel.done.${action}`), decision: made } : { problem };
  show(reply);
}

/** The decisions that a view shows, by their numbers. */
function decisionsIn(shown: FrameView | undefined): number[] {
  return shown?.view === 'panel' ? shown.assessment.decisions.map(({ id }) => id) : [];
}

/** How the page below is built. */
async function report(): Promise<string> {
  const reply = await ask('report', { token });
  if (reply.type !== 'report') throw new Error(reply.problem);
  return reply.report;
}

/** Whether our script in the page below sees nothing that lies over the frame. */
async function isFree(): Promise<boolean> {
  const port = await channel;
  return new Promise((done) => {
    answerFree = done;
    port.postMessage({ ask: true });
  });
}

/** On the practice page the frame stands in a page of our own, which is the worker of its invented people. */
function practiceWorker(): ((message: unknown) => Promise<unknown>) | undefined {
  try {
    return (parent as { practiceWorker?: (message: unknown) => Promise<unknown> }).practiceWorker;
  } catch {
    // A page of a marketplace: of another origin, which cannot be looked into.
    return undefined;
  }
}
