// Moving the panel over a marketplace's page, by the arrow keys on its handle. The frame cannot move itself: by how much
// is told to our script in the page below. Only what the user does counts.

/** How far an arrow key moves it, px. */
const STEP = 40;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/**
 * Listens in this document.
 *
 * @param move is told by how much, px to the right and down
 */
export function makeMovable(move: (x: number, y: number) => void): void {
  document.addEventListener('keydown', (event) => {
    const by = ARROWS[event.key];
    if (!event.isTrusted || !by || !(event.target as Element).closest('[data-move]')) return;
    event.preventDefault();
    move(...by);
  });
}
