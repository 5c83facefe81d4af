// The page in our frame over a marketplace's page: the panel of the account that the worker issued its token for, or
// that the page was not understood. It talks to the worker itself; with our script in the page below it speaks
// only of its own place there. Nothing is done while the user may not see what they press.
import { h, render } from 'preact';
import browser from 'webextension-polyfill';
import { PageNote } from '../../components/PageNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { copy, type PressedButton, pressed } from '../../components/pressed-button.ts';
import { language, t } from '../../lib/i18n/language.ts';
import type { ToFrame } from '../../lib/overlay/frame.ts';
import { isAction } from '../../lib/protocol/actions.ts';
import { type Reply, workerBehind } from '../../lib/protocol/messages.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { makeGuard } from './guard.ts';

const root = document.getElementById('view') as HTMLElement;
const token = location.hash.slice(1);
const ask = workerBehind<'frame'>(practiceWorker() ?? ((message) => browser.runtime.sendMessage(message)));
const guard = makeGuard();
/** The channel to our script in the page below; what it asks waits until it is there. */
const { promise: channel, resolve: joined } = Promise.withResolvers<MessagePort>();
let answerFree: ((isFree: boolean) => void) | undefined;
let drawn = 0;

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
document.documentElement.lang = language();
show(await ask('frame', { token }).catch(() => undefined));
focusTitle();

/** Shows what the worker answered: a view, or what is wrong. */
function show(reply: Reply | undefined): void {
  drawn += 1;
  if (reply && 'shown' in reply) {
    const { shown } = reply;
    render(shown.view === 'panel' ? h(Panel, { key: drawn, ...shown }) : h(PageNote, {}), root);
  } else {
    const words = (reply?.type === 'problem' && reply.problem) || t('problem.database');
    render(h('p', { class: 'problem', role: 'alert' }, words), root);
  }
  void tellHeight();
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
  const control = (event.target as Element).closest<HTMLElement>('[data-do]');
  if (!event.isTrusted || !(guard.isCalm() || control?.dataset.do === 'close')) {
    event.preventDefault();
    return;
  }
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
  const { action, values } = pressed(control);
  if (action === 'close') return close();
  if (action === 'copy') return copy(control, values.text ?? '');
  if (action === 'copy-report') return copy(control, report());
  if (!isAction(action) || !(await guard.isSeen()) || !(await isFree())) return;
  const top = document.body.scrollTop;
  await act({ action, values });
  document.body.scrollTop = top;
  // What was pressed is gone; what came of it stands among the user's notes.
  root.querySelector<HTMLElement>('.decisions [tabindex]')?.focus({ preventScroll: true });
}

/**
 * Does what a button says. Where it is not known whether that came to pass, because the browser ended the worker
 * meanwhile, it is not done twice: what is shown then is what is the case.
 */
async function act({ action, values }: PressedButton): Promise<void> {
  if (!isAction(action)) return;
  show(
    await ask('press-in-frame', { token, action, values })
      .catch(() => ask('frame', { token }))
      .catch(() => undefined),
  );
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
