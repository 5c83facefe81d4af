// Makes a fresh clone ready and then runs a script of this project: `node scripts/setup.mjs
// scripts/test.ts …`. It installs the locked dependencies when they are not there, finds a Node that
// runs TypeScript files as they are, and says each step while it does it. Until that is done nothing
// is installed, so this file is plain JavaScript on Node 20's own modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say } from './lib/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const packagedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

const node = prepare();
const [script, ...args] = process.argv.slice(2);
if (node && script) await run(node, resolve(script), args);

/** @returns {string | undefined} the Node to go on with; undefined when this machine cannot be made ready */
function prepare() {
  try {
    installDependencies();
    return fittingNode();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return undefined;
  }
}

function installDependencies() {
  const missing = firstMissingPackage();
  if (!missing) return;
  say(`Installing the locked dependencies (npm ci): ${missing}. This takes about half a minute …`);
  if (npm(['ci', '--loglevel=error']) === 0) return;
  // A package's own install script may fail or be forbidden here; none but Node's is needed.
  say('That failed. Trying again without the packages’ own install scripts …');
  if (npm(['ci', '--ignore-scripts', '--loglevel=error']) === 0) return;
  throw new Error('The dependencies could not be installed: see what npm says above. Is the npm registry reachable?');
}

/**
 * Compares what npm noted that it installed with what is locked.
 * @returns {string | undefined} the first difference in a few words; undefined when there is none
 */
function firstMissingPackage() {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'none are installed yet';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '' || installed[path]?.version === version) continue;
    // Builds for other platforms are locked but not installed.
    if (!installed[path] && (optional || devOptional)) continue;
    return `${path.replace('node_modules/', '')} ${version} is not there`;
  }
  return undefined;
}

/** @returns {string} path of a Node that runs .ts files by itself: from 22.18, 23.6 or 24 on */
function fittingNode() {
  if (runsTypeScript(process.version)) return process.execPath;
  if (!runsTypeScript(versionOf(packagedNode))) {
    say(`Installing Node 24 beside the dependencies: this one is ${process.version} …`);
    npm(['rebuild', 'node', '--ignore-scripts=false']);
  }
  if (!runsTypeScript(versionOf(packagedNode))) {
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules', 'node'),
      stdio: ['ignore', 2, 2],
    });
  }
  if (runsTypeScript(versionOf(packagedNode))) return packagedNode;
  throw new Error(`Node ${process.version} is too old and Node 24 could not be installed: please install Node 24.`);
}

/** @param {string} version such as `v24.1.0`; empty when unknown */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** @param {string} node */
function versionOf(node) {
  if (!existsSync(node)) return '';
  return spawnSync(node, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout?.trim() ?? '';
}

/** @param {string[]} args */
function npm(args) {
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows }).status;
}

/**
 * Runs the script in this process when its Node fits, so that signals and streams are its own.
 * @param {string} node @param {string} script @param {string[]} args
 */
async function run(node, script, args) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  if (node === process.execPath) {
    process.env.PATH = path;
    process.argv.splice(1, process.argv.length, script, ...args);
    await import(pathToFileURL(script).href);
    return;
  }
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl-C reaches the child by itself: this process only waits for how it ends.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await new Promise((done) => child.on('close', (code) => done(code ?? 1)));
}
