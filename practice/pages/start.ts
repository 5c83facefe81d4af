// The entrance of the practice marketplace, and what stands where it has no page.
import { projects } from '../data/projects.ts';
import { html } from './html.ts';
import { budget, projectPath } from './project-state.ts';
import { htmlDocument } from './shell.ts';
import { UNREADABLE_PATH } from './unreadable.ts';

export function startPage(): string {
  return htmlDocument({
    title: 'Start',
    content: html`<div class="Box"><h1>A marketplace to practise on</h1><p class="Project-description">This is a practice copy, answered by your own computer. Nobody here exists: people, projects, bids and reviews are invented. Open a project and see what Hireflag shows beside the bidders. Twelve of the accounts belong together: they send one of three templates under different names.</p></div>
<h2>Projects</h2>
${projects.map((project) => html`<div class="Box"><h3><a href="${projectPath(project)}">${project.title}</a></h3><p class="Soft">${project.bids.length} bids · ${budget(project)} · <a href="${projectPath(project)}/proposals">as the signed-in client</a></p></div>`)}
<h2>Odds and ends</h2>
<div class="Box"><p><a href="${UNREADABLE_PATH}">A project page that was rebuilt</a> so that no reader knows it any more: Hireflag should say so instead of showing an empty list.</p></div>`,
  });
}

export function notFoundPage(): string {
  return htmlDocument({
    title: 'Not here',
    content: html`<div class="Box"><h1>Not here</h1><p class="Project-description">The practice marketplace has only a few pages, and this is not one of them.</p><p><a href="/">Back to the start</a></p></div>`,
  });
}
