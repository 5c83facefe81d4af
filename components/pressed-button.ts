// What a button of a view asks to be done: its name, and what its fields say. The panel over a marketplace's page
// and Hireflag's own pages carry the same buttons.

/** A button that the user pressed in a view, by the name of what it does, and what the fields beside it said, by name. */
export interface PressedButton {
  action: string;
  values: Record<string, string>;
}

/** Reads a button with `data-do`: its own data, and the fields of the form it stands in. */
export function pressed(button: HTMLElement): PressedButton {
  const { do: action = '', ...values } = { ...button.dataset } as Record<string, string>;
  for (const field of button.closest('[data-form]')?.querySelectorAll('input') ?? []) values[field.name] = field.value;
  return { action, values };
}

/** Puts a text on the clipboard and lets the button say so. Rejects where the text does not come. */
export async function copy(button: HTMLElement, text: string | Promise<string>): Promise<void> {
  try {
    // A text that is still on its way is waited for by the browser, while the user's click counts.
    const kind = 'text/plain';
    const item = new ClipboardItem({
      [kind]: Promise.resolve(text).then((words) => new Blob([words], { type: kind })),
    });
    await navigator.clipboard.write([item]);
  } catch {
    // The page that a frame stands in may forbid that; what is selected can still be copied the old way.
    const field = document.createElement('textarea');
    field.value = await text;
    button.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    button.focus();
    if (!isCopied) return;
  }
  button.textContent = button.dataset.done ?? button.textContent;
}
