// A project page as it may look one day after the real site was rebuilt: the address is of a known
// kind, yet there is no state, no profile link and no mark that a reader could know.
import { html } from './html.ts';
import { htmlDocument } from './shell.ts';

export const UNREADABLE_PATH = '/projects/changed/unreadable-page-9900001';

const rows = [
  ['First offer', 'A person of experience offers to rebuild the greenhouse controls in three weeks.'],
  ['Second offer', 'Another would rather measure for a month and then replace two valves.'],
  ['Third offer', 'A third one asks whether anybody has spoken with the gardener.'],
] as const;

export function unreadablePage(): string {
  return htmlDocument({
    title: 'Greenhouse controls',
    content: html`<x-view><x-head>Greenhouse controls</x-head>${rows.map(([head, text]) => html`<x-row class="Box"><x-name>${head}</x-name><p>${text}</p></x-row>`)}</x-view>`,
  });
}
