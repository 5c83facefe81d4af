// Saves a file from one of Hireflag's own pages, by a link that is followed once.

/** The browser may still be reading the file for so long, ms. */
const READING_MS = 60_000;

/** @param name what the file is called in the folder of downloads */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READING_MS);
}
