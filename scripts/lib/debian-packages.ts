// Installs packages of Debian where a command may: on Debian, as root.
import { existsSync, readFileSync } from 'node:fs';
import { say } from './say.mjs';
import { runCommand } from './tool.ts';

/** Whether this machine is Debian and the command runs as root. */
export function isDebianRoot(): boolean {
  const release = '/etc/os-release';
  return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

/** Installs packages by name, saying so. What goes wrong is printed; whether they are there is for the caller to look. */
export async function installDebianPackages(packages: readonly string[]): Promise<void> {
  say(`Installing Debian's packages (apt-get install ${packages.join(' ')}) …`);
  const options = { output: 'on-failure', env: { DEBIAN_FRONTEND: 'noninteractive' } } as const;
  await runCommand('apt-get', ['-q', 'update'], options);
  await runCommand('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages], options);
}
