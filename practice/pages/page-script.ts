// What runs in a practice page, as the real site's script does: links change the address and swap
// the content without a reload (the state script stays what it was), bids of the signed-in view
// arrive a moment later, a button brings twenty more, and local times are those of now. It only ever adds or swaps whole pieces,
// so what an extension put into the page stays where it is.
import { Html } from './html.ts';

/** How long the signed-in bid list takes to arrive, in milliseconds. */
export const LATER_MS = 300;

export const pageScript = new Html(`
(() => {
  const root = document.querySelector('app-root');
  let visit = 0;

  const textOf = async (address) => (await fetch(address)).text();
  const nodesOf = (html) => new DOMParser().parseFromString(html, 'text/html').body.childNodes;

  function bringLater() {
    const list = root.querySelector('[data-practice-later]');
    if (!list) return;
    setTimeout(async () => {
      const cards = await textOf(list.dataset.practiceLater);
      list.querySelector('fl-spinner')?.remove();
      list.append(...nodesOf(cards));
    }, ${LATER_MS});
  }

  // The site shows the time it is for the freelancer now, so a page that stays open must not tell an old one.
  function tellTime() {
    for (const place of root.querySelectorAll('[data-practice-clock]')) {
      const now = new Date().toLocaleTimeString('en-US', {
        timeZone: place.dataset.practiceClock, hour: 'numeric', minute: '2-digit',
      });
      place.textContent = place.textContent.replace(/\\(.*\\)/, '(' + now.replace(/\\s/g, ' ') + ')');
    }
  }

  async function bringMore(block) {
    block.querySelector('button').disabled = true;
    block.replaceWith(...nodesOf(await textOf(block.dataset.practiceMore)));
  }

  async function show(address) {
    const mine = ++visit;
    const page = new DOMParser().parseFromString(await textOf(address), 'text/html');
    if (mine !== visit) return;
    document.title = page.title;
    root.replaceChildren(...page.querySelector('app-root').childNodes);
    scrollTo(0, 0);
    tellTime();
    bringLater();
  }

  document.addEventListener('click', (event) => {
    const more = event.target.closest('[data-practice-more] button');
    if (more) return void bringMore(more.closest('[data-practice-more]'));
    const link = event.target.closest('a[href^="/"]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show(link.href);
  });
  addEventListener('popstate', () => show(location.href));
  tellTime();
  bringLater();
})();
`);
