// Counts what is done with a document, in nodes visited, so that a test on how work grows with a page does
// not depend on how busy the machine is.

/** Operations that visit everything inside the node they are called on. */
const wholeSubtree =
  /^(?:querySelector(?:All)?|getElementsBy\w+|textContent|innerText|innerHTML|outerHTML|cloneNode|normalize)$/;

/**
 * Runs something and counts the nodes that it visits in the document: one for each property read and each method
 * called, or as many as a node holds where an operation goes through all of them.
 */
export function nodesVisited(document: Document, run: () => unknown): number {
  const window = document.defaultView;
  if (!window) throw new Error('a document without a window');
  const sizes = subtreeSizes(document);
  let visited = 0;
  const visit = (node: Node, name: string) => {
    visited += wholeSubtree.test(name) ? (sizes.get(node) ?? 1) : 1;
  };
  const restore: (() => void)[] = [];
  for (const { prototype } of [window.Node, window.Element, window.Document, window.CharacterData]) {
    for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || !own.configurable) continue;
      const { get, value } = own as { get?(this: Node): unknown; value?: unknown };
      if (!get && typeof value !== 'function') continue;
      Object.defineProperty(prototype, name, {
        ...own,
        ...(get && {
          get(this: Node) {
            visit(this, name);
            return get.call(this);
          },
        }),
        ...(typeof value === 'function' && {
          value(this: Node, ...args: unknown[]) {
            visit(this, name);
            return value.apply(this, args);
          },
        }),
      });
      restore.push(() => Object.defineProperty(prototype, name, own));
    }
  }
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return visited;
}

/** Of each node, how many nodes it holds, itself included. */
function subtreeSizes(document: Document): Map<Node, number> {
  const nodes: Node[] = [document];
  const walker = document.createTreeWalker(document);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const sizes = new Map<Node, number>();
  for (const node of nodes.reverse()) {
    const size = (sizes.get(node) ?? 0) + 1;
    sizes.set(node, size);
    if (node.parentNode) sizes.set(node.parentNode, (sizes.get(node.parentNode) ?? 0) + size);
  }
  return sizes;
}
