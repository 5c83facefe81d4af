// Programs and ports by which somebody works a machine from far away. Which programs is the user's to edit (settings).

/** Remote desktop, and VNC. */
export const REMOTE_PORTS: ReadonlySet<number> = new Set([3389, 5900, 5901]);

/** The programs as the list comes. */
export const remotePrograms: readonly string[] = [
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
];

/** The longest name of a program. */
const MAX_NAME = 80;

/** A program's name in the form that is looked for: small letters, its words joined by dashes. */
export function programName(written: string): string {
  return written
    .trim()
    .replace(/[\s_]+/g, '-')
    .toLowerCase()
    .slice(0, MAX_NAME);
}

/**
 * Whether a program or a device, as it names itself in a log, is one for remote control.
 *
 * @param programs names in the form of {@link programName}
 */
export function isRemoteControl(client: string, programs = remotePrograms): boolean {
  const written = client.replace(/[\s_]+/g, '-');
  // "AnyDesk" and "ChromeRemoteDesktop": as one word, and taken apart.
  const forms = [written, written.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')].map((form) => form.toLowerCase());
  return programs.some((name) => forms.some((form) => hasWord(form, name)));
}

/** Whether a name stands in a text as words of its own. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + name.length] ?? ' ')) return true;
  }
  return false;
}
