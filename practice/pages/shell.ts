// The frame around every practice page, built as the real site's server builds it: app-root, the
// shell for visitors or for the signed-in client, and the state script after it.
import { type Html, html, jsonForScript } from './html.ts';
import { pageScript } from './page-script.ts';
import { avatar } from './parts.ts';
import { style } from './style.ts';

interface Page {
  title: string;
  content: Html;
  /** What the state script holds besides its frame. */
  state?: Record<string, unknown>;
  /** The signed-in client; absent for a visitor. */
  signedIn?: { handle: string; name: string };
}

/** A whole HTML document. */
export function htmlDocument(page: Page): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} | Practice marketplace</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<app-root _nghost-webapp-c2044177313="" ng-version="20.3.1" ngh="31" ng-server-context="ssr">
${page.signedIn ? signedInShell(page.content, page.signedIn) : visitorShell(page.content)}
</app-root>
<script id="webapp-state" type="application/json">${jsonForScript({ NGRX_STATE: page.state ?? {} })}</script>
<script>${pageScript}</script>
</body>
</html>
`.text;
}

const note = html`<p class="Practice-note">Practice copy of a marketplace. Every person and every text here is invented.</p>`;

function visitorShell(content: Html): Html {
  return html`<app-logged-out-shell _nghost-webapp-c3350012094="" class="ng-star-inserted">${note}<app-navigation><div class="Navigation"><a class="Navigation-logo" fltrackinglabel="Navigation-Logo" href="/">Practice marketplace</a></div></app-navigation><main role="main"><router-outlet></router-outlet>${content}</main></app-logged-out-shell>`;
}

function signedInShell(content: Html, own: { handle: string; name: string }): Html {
  return html`<app-logged-in-shell _nghost-webapp-c1187429960="" class="ng-star-inserted">${note}<app-navigation><div class="Navigation"><a class="Navigation-logo" fltrackinglabel="Navigation-Logo" href="/">Practice marketplace</a><div class="Navigation-own"><fl-link fltrackinglabel="NavigationProfileLink"><a class="LinkElement" href="/u/${own.handle}">${own.name}</a></fl-link>${avatar(own, 'small')}</div></div></app-navigation><main role="main"><router-outlet></router-outlet>${content}</main></app-logged-in-shell>`;
}
