// A part of a page onto which files can be dropped.
import type { ComponentChildren } from 'preact';

export interface DropSectionProps {
  /** The id of its heading. */
  labelledBy: string;
  /** What is dropped now is let go. */
  disabled: boolean;
  /** Called with those that were dropped, at least one. */
  onFiles: (files: readonly [File, ...File[]]) => void;
  children: ComponentChildren;
}

export function DropSection({ labelledBy, disabled, onFiles, children }: DropSectionProps) {
  return (
    <section
      aria-labelledby={labelledBy}
      class="drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        // Or the browser would open the file in place of the page.
        event.preventDefault();
        const [first, ...more] = event.dataTransfer?.files ?? [];
        if (first && !disabled) onFiles([first, ...more]);
      }}
    >
      {children}
    </section>
  );
}
