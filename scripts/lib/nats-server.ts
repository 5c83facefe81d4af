// Runs a real nats-server of its own in a temporary folder, on free ports, with TLS: for tests and for the practice
// team. It can be killed at any moment and started again on the same ports and files, and reads its configuration
// anew when that is changed, as a team's server does.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type Certificate, makeCertificate } from './certificate.ts';
import { getNatsServer } from './get-nats-server.ts';

/** What a configuration has to name. */
export interface NatsPlaces {
  /** `host:port` for browsers, WebSocket over TLS. */
  webSocket: string;
  /** `host:port` for the administrator's own tools. */
  administrator: string;
  /** Where it keeps what is stored. */
  storeFolder: string;
  certFile: string;
  keyFile: string;
}

export interface RunningNatsServer {
  /** `wss://localhost:PORT` */
  url: string;
  certificate: Certificate;
  /** Everything it writes is in here. */
  folder: string;
  storeFolder: string;
  /** Its process, for measuring; another after each restart. */
  pid(): number;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same ports and files, and waits until it answers; kills it first when it runs. */
  restart(): Promise<void>;
  /** Writes another configuration and makes it read that, as an administrator does with HUP. */
  reconfigure(config: (places: NatsPlaces) => string): Promise<void>;
  /** What it has logged. */
  log(): Promise<string>;
  /** Ends it and removes the folder. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Without rights and limits: for trying things out. A team's own is what `npm run team:config` writes. */
export const openConfig = ({ webSocket, administrator, storeFolder, certFile, keyFile }: NatsPlaces): string => `
listen: "${administrator}"
websocket { listen: "${webSocket}", tls { cert_file: "${certFile}", key_file: "${keyFile}" }, compression: true }
jetstream { store_dir: "${storeFolder}", max_memory_store: 64MB, max_file_store: 4GB }
`;

/**
 * Starts one and waits until it answers.
 *
 * @param config the text of its configuration file
 * @throws an Error with one plain sentence when no nats-server can be had, or with its log when it does not start
 */
export async function startNatsServer(config: (places: NatsPlaces) => string = openConfig): Promise<RunningNatsServer> {
  const { path } = await getNatsServer();
  const certificate = makeCertificate(['localhost']);
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-nats-'));
  const [webSocketPort, administratorPort] = await freePorts(2);
  const places: NatsPlaces = {
    webSocket: `127.0.0.1:${webSocketPort}`,
    administrator: `127.0.0.1:${administratorPort}`,
    storeFolder: join(folder, 'store'),
    certFile: join(folder, 'cert.pem'),
    keyFile: join(folder, 'key.pem'),
  };
  const configFile = join(folder, 'nats.conf');
  const logFile = join(folder, 'nats.log');
  await writeFile(places.certFile, certificate.cert);
  await writeFile(places.keyFile, certificate.key, { mode: 0o600 });
  await writeFile(configFile, config(places));
  await writeFile(logFile, '');

  let child: ChildProcess | undefined;
  const log = () => readFile(logFile, 'utf8');
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  /** Waits for a line of the log that was not there before `from`. */
  async function waitFor(line: RegExp, from: number): Promise<void> {
    while (!line.test((await log()).slice(from))) {
      if (!isRunning()) throw new Error(`nats-server ended: ${(await log()).slice(from)}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  async function kill(): Promise<void> {
    if (!child || !isRunning()) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async function restart(): Promise<void> {
    await kill();
    const from = (await log()).length;
    // It writes its log to standard error, and there too what is wrong with a configuration.
    const output = await open(logFile, 'a');
    child = spawn(path, ['-c', configFile], { stdio: ['ignore', output.fd, output.fd] });
    await once(child, 'spawn');
    await output.close();
    await waitFor(/Server is ready/, from);
  }

  async function stop(): Promise<void> {
    process.off('exit', killAtExit);
    await kill();
    await rm(folder, { recursive: true, force: true });
  }

  /** A test that is ended half-way leaves no server behind. */
  const killAtExit = () => child?.kill('SIGKILL');
  process.on('exit', killAtExit);
  try {
    await restart();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `wss://localhost:${webSocketPort}`,
    certificate,
    folder,
    storeFolder: places.storeFolder,
    pid: () => child?.pid ?? 0,
    kill,
    restart,
    async reconfigure(next) {
      const from = (await log()).length;
      await writeFile(configFile, next(places));
      child?.kill('SIGHUP');
      await waitFor(/Reloaded server configuration|Failed to reload/, from);
      const said = (await log()).slice(from);
      if (/Failed to reload/.test(said)) throw new Error(`nats-server kept its old configuration: ${said}`);
    },
    log,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Lets this process' own connections trust a server's certificate beside what they trust already. */
export function trust(certificate: Certificate): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
}

/** Ports that nothing listens on now. All are held until the last is known, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      server.close();
      await once(server, 'close');
      if (!address || typeof address === 'string') throw new Error('No port could be had.');
      return address.port;
    }),
  );
}
