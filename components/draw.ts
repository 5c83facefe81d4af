// Draws a view as plain data. Views are pure, so all there is to do is to call them and to write down
// what they give; the page's script plants it without carrying Preact or the views.
import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';
import type { Tree } from '../lib/protocol/tree.ts';

/** Draws a view that gives one element. */
export function draw(view: VNode): Tree {
  const [tree, ...more] = drawAll(view);
  if (tree === undefined || more.length > 0) throw new TypeError('a view to draw gives exactly one element');
  return tree;
}

function drawAll(children: ComponentChildren): Tree[] {
  if (Array.isArray(children)) return children.flatMap(drawAll);
  if (children === null || children === undefined || typeof children === 'boolean') return [];
  if (!isValidElement(children)) return [String(children)];
  const { type, props } = children as VNode<Record<string, unknown>>;
  const inner = props.children as ComponentChildren;
  if (type === Fragment) return drawAll(inner);
  if (typeof type === 'function') {
    return drawAll((type as (props: unknown) => ComponentChildren)(props));
  }
  return [[type as string, attributesOf(props), ...drawAll(inner)]];
}

function attributesOf(props: Record<string, unknown>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === undefined || value === null || value === false) continue;
    // An ARIA state says "true"; any other attribute that is true is just there.
    attributes[name] = value === true ? (name.startsWith('aria-') ? 'true' : '') : String(value);
  }
  return attributes;
}
