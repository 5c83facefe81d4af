/** One plain line to the person at the terminal, on standard error. */
export function say(line: string): void;
