// Builds the elements of a view that the worker drew. Only what this file lists can be planted in a page,
// whatever a message says.

/** The elements a view may be made of; `svg`, `path` and `circle` are drawn as SVG. */
const TAGS =
  /^(a|article|blockquote|button|caption|cite|details|div|em|figcaption|figure|footer|h2|h3|h4|header|input|label|li|mark|ol|p|section|span|strong|summary|svg|path|circle|table|tbody|td|th|thead|tr|ul)$/;
const SVG = /^(svg|path|circle)$/;
const ATTRIBUTES =
  /^(aria-[a-z]+|autocomplete|cx|cy|d|data-[a-z]+|dir|fill|focusable|height|href|id|lang|maxlength|name|open|r|role|scope|stroke|stroke-[a-z]+|tabindex|title|type|viewBox|width|class)$/;
/** More elements than this is no view of ours. */
const MAX_ELEMENTS = 5_000;

/**
 * Builds the elements of a tree.
 *
 * @param tree a Tree, unparsed: it came in a message
 * @throws TypeError on anything that is no tree, or that a view may not be made of; nothing is built then
 */
export function plant(tree: unknown): Node {
  let left = MAX_ELEMENTS;
  const build = (node: unknown): Node => {
    if (typeof node === 'string') return document.createTextNode(node);
    if (!Array.isArray(node)) throw new TypeError('no tree');
    const [tag, attributes, ...children] = node;
    if (typeof tag !== 'string' || !TAGS.test(tag) || left-- <= 0) throw new TypeError(`no element of a view: ${tag}`);
    const element = SVG.test(tag)
      ? document.createElementNS('http://www.w3.org/2000/svg', tag)
      : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      const allowed = ATTRIBUTES.test(name) && (name !== 'href' || /^https:\/\//.test(String(value)));
      if (!allowed) throw new TypeError(`no attribute of a view: ${name}`);
      element.setAttribute(name, String(value));
    }
    for (const child of children) element.append(build(child));
    return element;
  };
  return build(tree);
}
