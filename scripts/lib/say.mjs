// One plain line to the person at the terminal about what is being done now. It goes to standard
// error, so that what a command was asked for stands alone on standard output.

/** @param {string} line what is happening, as a sentence */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
