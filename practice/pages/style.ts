// How the practice marketplace looks: plain cards, light or dark as the reader's system asks. Nothing
// is loaded from anywhere.
import { Html } from './html.ts';

export const style = new Html(`
:root { color-scheme: light dark; --page: #f5f6f8; --card: #fff; --ink: #1c2430; --soft: #5c6675; --line: #dfe3e9; --accent: #0b6e8a; --star: #c77700; }
@media (prefers-color-scheme: dark) {
  :root { --page: #12161c; --card: #1b2129; --ink: #e6eaf0; --soft: #9aa5b4; --line: #2d3641; --accent: #5cc3df; --star: #f0b24a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
app-root, app-root :is(main, app-navigation, app-project-view-logged-out-bid-card, app-bid-card, fl-card, fl-review-card, fl-bid-pattern-card, app-bid-list, fl-text, app-user-profile-summary-body-redesign, app-user-profile-reviews-redesign) { display: block; }
h1, h2, h3, p { margin: 0; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .8rem; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
.Practice-note { background: var(--accent); color: var(--card); font-size: .85rem; padding: .35rem 1rem; text-align: center; }
.Navigation { display: flex; gap: 1.25rem; align-items: center; background: var(--card); border-bottom: 1px solid var(--line); padding: .7rem max(1rem, calc(50vw - 34rem)); }
.Navigation-logo { font-weight: 700; color: var(--ink); }
.Navigation-own { margin-left: auto; display: flex; gap: .5rem; align-items: center; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.Columns { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 1.5rem; align-items: start; }
@media (max-width: 50rem) { .Columns { grid-template-columns: minmax(0, 1fr); } }
.Box { display: block; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.2rem 1.4rem; margin-bottom: .9rem; }
.Soft { color: var(--soft); font-size: .9rem; }
.Tag { display: inline-block; border: 1px solid var(--line); border-radius: 99px; padding: .05rem .7rem; margin: .25rem .3rem 0 0; font-size: .85rem; }
.Project-description, .User-bid-text, .Bid-text, .Content { white-space: pre-line; overflow-wrap: anywhere; margin: .5rem 0; }
.Bid { display: grid; grid-template-columns: 3.2rem minmax(0, 1fr) 13.5rem; gap: 0 1rem; }
@media (max-width: 40rem) { .Bid { grid-template-columns: 3.2rem minmax(0, 1fr); } .Bid-terms { grid-column: 2; } }
.Bid-terms { text-align: right; }
.Bid-terms strong { display: block; }
@media (max-width: 40rem) { .Bid-terms { text-align: left; } }
.Bid-terms strong, .PriceContainer .font-bold { font-size: 1.1rem; font-weight: 700; }
.Bid-person { display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: center; }
fl-username { overflow-wrap: anywhere; font-weight: 600; }
.UserAvatar { width: 3rem; height: 3rem; border-radius: 50%; overflow: hidden; }
.UserAvatar .ImageElement { display: block; width: 100%; }
.UserAvatarLetter { display: grid; place-items: center; height: 100%; font-weight: 600; color: #fff; }
.UserAvatar-small { width: 2rem; height: 2rem; font-size: .8rem; }
.FlagImage { width: 1.5rem; height: 1rem; vertical-align: -.15rem; border-radius: 2px; }
.RatingContainer { display: inline-block; }
fl-rating { display: inline-flex; font-size: .95rem; white-space: nowrap; gap: .4rem; align-items: baseline; }
.LayerGroup { position: relative; display: inline-block; color: var(--line); letter-spacing: .05em; line-height: 1; }
.LayerGroup::before { content: "★★★★★"; }
.IconLayer { position: absolute; inset: 0 auto 0 0; overflow: hidden; color: var(--star); white-space: nowrap; }
.IconLayer::before { content: "★★★★★"; }
.EarningsText { display: inline; color: var(--soft); font-size: .9rem; }
.EarningsText::before { content: "earnings "; }
fl-badge { font-size: .8rem; color: var(--accent); }
.ButtonElement { font: inherit; font-weight: 600; padding: .5rem 1.2rem; border: 1px solid var(--accent); border-radius: 6px; background: transparent; color: var(--accent); cursor: pointer; }
.ButtonElement:disabled { opacity: .5; }
.MoreBids { text-align: center; padding: .5rem; }
.SummaryHeader { display: flex; gap: 1rem; align-items: center; }
.Username-row { display: flex; gap: .6rem; align-items: baseline; overflow-wrap: anywhere; }
.Username-displayName { font-size: 1.5rem; }
app-bid-card .Username-displayName { font-size: 1rem; }
.Username-userId { font-size: 1rem; color: var(--soft); font-weight: 400; }
.SupplementaryInfo { display: flex; gap: .5rem; align-items: center; color: var(--soft); }
.ReputationItems { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem; margin: 1rem 0; }
.ReputationItem-value { font-weight: 600; font-size: 1.1rem; }
.InfoContainer { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; color: var(--soft); font-size: .9rem; margin-top: .5rem; }
ul.Plain { list-style: none; margin: 0; padding: 0; }
`);
