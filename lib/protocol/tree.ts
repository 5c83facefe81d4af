// A view as plain data, on its way from the worker, which draws it, to the page, which plants it
// (overlay/plant.ts). So the script in the page carries no views and no wording.

/** A text, or an element: its tag, its attributes, its children. */
export type Tree = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...Tree[]];
