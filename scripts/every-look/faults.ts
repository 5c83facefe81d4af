// What can be measured of a view that does not fit: it is run in the page, so it stands by itself and uses nothing from here.

/** What does not fit, a line each; empty where all does. `wide` is how much too wide the page is. */
export function misfits(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth + 1) found.push(`the page scrolls sideways: ${root.scrollWidth} in ${innerWidth}`);
  const short = (one: Element) => {
    const name = `${one.localName}${one.id ? `#${one.id}` : ''}${one.className && typeof one.className === 'string' ? `.${one.className.split(' ').join('.')}` : ''}`;
    return `${name} “${(one.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  };
  const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  for (const one of document.body.querySelectorAll('*')) {
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || !one.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(one);
    if (scrolls(one) && one.scrollWidth > one.clientWidth + 1)
      found.push(`scrolls sideways within: ${one.scrollWidth} in ${one.clientWidth}: ${short(one)}`);
    const isText = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!isText || style.clipPath !== 'none') continue;
    const isCut = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    if (isCut && style.textOverflow !== 'ellipsis') found.push(`cut: ${short(one)}`);
    if (!(one instanceof HTMLElement)) continue;
    // What spills out of its own box lies over what is beside it.
    if (style.display !== 'inline' && style.overflowX === 'visible' && one.scrollWidth > one.clientWidth + 2)
      found.push(`spills: ${one.scrollWidth} in ${one.clientWidth}: ${short(one)}`);
  }
  return found;
}

/** All that a view says, a line for each piece of text. */
export function wordsOf(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all = new Set<string>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    if (words && parent && !/^(?:script|style|code|option)$/i.test(parent.localName)) all.add(words);
  }
  return [...all];
}
