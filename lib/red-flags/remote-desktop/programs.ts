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

/** Whether a program, as it names itself in a log, is one for remote control. */
export function isRemoteControl(client: string): boolean {
  const small = client.toLowerCase().replace(/[\s_]+/g, '-');
  return programs.some((name) => {
    const at = small.indexOf(name);
    // No word that merely holds it.
    return at >= 0 && !/[a-z]/.test(small[at - 1] ?? ' ') && !/[a-z]/.test(small[at + name.length] ?? ' ');
  });
}
