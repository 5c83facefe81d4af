// Moving the panel over a marketplace's page, by its handle: dragged, or by the arrow keys. The frame cannot
// move itself: by how much is told to our script in the page below. Only what the user does counts.

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
  const handleOf = (event: Event) => (event.target as Element).closest('[data-move]');
  document.addEventListener('keydown', (event) => {
    const by = ARROWS[event.key];
    if (!event.isTrusted || !by || !handleOf(event)) return;
    event.preventDefault();
    move(...by);
  });
  document.addEventListener('pointerdown', (event) => {
    const handle = handleOf(event);
    if (!event.isTrusted || event.button !== 0 || !handle) return;
    // The frame moves with the pointer, which may leave it on the way.
    handle.setPointerCapture(event.pointerId);
    // On the screen: in the frame, which goes along, the pointer stays where it is.
    let [x, y] = [event.screenX, event.screenY];
    const end = new AbortController();
    const { signal } = end;
    handle.addEventListener(
      'pointermove',
      (moved) => {
        const { isTrusted, screenX, screenY } = moved as PointerEvent;
        if (!isTrusted) return;
        move(screenX - x, screenY - y);
        [x, y] = [screenX, screenY];
      },
      { signal },
    );
    handle.addEventListener('lostpointercapture', () => end.abort(), { signal });
  });
}
