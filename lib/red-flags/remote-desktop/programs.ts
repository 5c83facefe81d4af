// Programs and ports by which somebody works a machine from far away. A further one is a further word.

/** Remote desktop, and VNC. */
export const REMOTE_PORTS: ReadonlySet<number> = new Set([3389, 5900, 5901]);

const programs = [
  'anydesk',
  'teamviewer',
  'rustdesk',
  'splashtop',
  'logmein',
  'gotomypc',
  'connectwise',
  'screenconnect',
  'chrome-remote-desktop',
  'remote-utilities',
  'zoho-assist',
  'dameware',
  'nomachine',
  'parsec',
  'realvnc',
  'tightvnc',
  'ultravnc',
  'vnc-viewer',
  'mstsc',
  'remote-desktop',
  'atera',
  'pikvm',
  'tinypilot',
  'ip-kvm',
] as const;

/**
 * Whether a program or a device, as it names itself in a log, is one for remote control.
 *
 * @param more further names that the user listed
 */
export function isRemoteControl(client: string, more: readonly string[] = []): boolean {
  const written = client.replace(/[\s_]+/g, '-');
  // "AnyDesk" and "ChromeRemoteDesktop": as one word, and taken apart.
  const forms = [written, written.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')].map((form) => form.toLowerCase());
  return [...programs, ...more].some((name) => forms.some((form) => hasWord(form, name)));
}

/** Whether a name stands in a text as words of its own. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + name.length] ?? ' ')) return true;
  }
  return false;
}
