// What a browser tells a screen reader of a page: roles, names, descriptions and states in reading order, as Chromium
// has them. Text inside closed shadow roots is in it, as it is read out.
import type { CDPSession, Frame, Page } from 'puppeteer-core';

export interface Heard {
  role: string;
  name: string;
  description: string;
  /** How deep in the tree. */
  depth: number;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
}

/** Parts that no screen reader speaks of by themselves. */
const silent = new Set(['InlineTextBox', 'none', 'generic']);

/** What is heard of a page, or of one frame of it. In Chromium only. */
export async function heardOn(page: Page, frame?: Frame): Promise<Heard[]> {
  // A frame of another origin is a target of its own.
  const session: CDPSession = frame
    ? (frame as unknown as { client: CDPSession }).client
    : await page.createCDPSession();
  const of = frame ? { frameId: (frame as unknown as { _id: string })._id } : {};
  await session.send('Accessibility.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree', of)) as unknown as { nodes: AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard: Heard[] = [];
  const walk = (node: AxNode | undefined, depth: number): void => {
    if (!node) return;
    const role = node.role?.value ?? '';
    const isSaid = !node.ignored && !silent.has(role);
    if (isSaid) {
      heard.push({ role, name: node.name?.value ?? '', description: node.description?.value ?? '', depth });
    }
    for (const child of node.childIds ?? []) walk(byId.get(child), isSaid ? depth + 1 : depth);
  };
  walk(nodes[0], 0);
  return heard;
}

/** The same as lines to read. */
export function linesOf(heard: readonly Heard[]): string {
  return heard
    .map(
      ({ role, name, description, depth }) =>
        `${'  '.repeat(depth)}${role}${name && ` “${name}”`}${description && ` (${description})`}`,
    )
    .join('\n');
}
