// The note in the corner of a page of a known kind that could not be read: "nothing was read" is an
// answer, and silence would look like "no flags".
export function PageNote() {
  return (
    <div class="note" role="status">
      <p>
        <strong>Hireflag could not read this page.</strong> Its layout may have changed. Nobody on it was checked.
      </p>
      <button type="button" class="plain" data-do="close">
        Close
      </button>
    </div>
  );
}
