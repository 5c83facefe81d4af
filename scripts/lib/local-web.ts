// Everything that the practice browser can reach. The browser is told to send all it asks for to this
// server on the same machine, whatever the address; the practice marketplace's pages are answered at
// the marketplace's own addresses, everything else is "not found", and nothing is passed on.
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { makeCertificate } from './certificate.ts';

/** The page at an address; undefined when there is none. */
export type Answer = (url: URL) => { status: number; type: string; body: string | Uint8Array } | undefined;

export interface LocalWeb {
  /** The port on 127.0.0.1 that the browser uses as its proxy. */
  port: number;
  /** The certificate's fingerprint, see certificate.ts. */
  fingerprint: string;
  /** Every request so far, in order. */
  asked: { method: string; url: string }[];
  /** False cuts the browser off from those servers, in the middle of what they say to each other, until it is true again. */
  reach(isReached: boolean): void;
  close(): Promise<void>;
}

/**
 * Starts answering on a free port.
 *
 * @param reachable `localhost:PORT` of servers on this machine that the browser may reach as well: a team's
 */
export async function startLocalWeb(answer: Answer, reachable: readonly string[] = []): Promise<LocalWeb> {
  const { key, cert, fingerprint } = makeCertificate(['localhost']);
  const asked: LocalWeb['asked'] = [];
  const sockets = new Set<Socket>();
  /** Connections with those servers. */
  const passed = new Set<Socket>();
  let isReached = true;

  const respond = (address: string, request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? '';
    asked.push({ method, url: address });
    const url = URL.parse(address);
    const page = url && method === 'GET' ? answer(url) : undefined;
    const { status, type, body } = page ?? {
      status: 404,
      type: 'text/plain; charset=utf-8',
      body: 'Nothing is here. This browser sees the practice marketplace and nothing else.\n',
    };
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  };

  const https = createHttpsServer({ key, cert }, (request, response) =>
    respond(`https://${request.headers.host ?? ''}${request.url ?? ''}`, request, response),
  );
  // Plain http goes on to https, as it does at the marketplaces themselves.
  const proxy = createHttpServer((request, response) => {
    const address = request.url ?? '';
    asked.push({ method: request.method ?? '', url: address });
    response.writeHead(307, { location: address.replace(/^http:/i, 'https:') }).end();
  });
  proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, head: Buffer) => {
    if (reachable.includes(url)) {
      if (!isReached) {
        socket.destroy();
        return;
      }
      passed.add(socket);
      const there = connect(Number(url.replace(/^.*:/, '')), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        there.write(head);
        there.pipe(socket).pipe(there);
      });
      there.on('error', () => socket.destroy());
      socket.on('close', () => {
        passed.delete(socket);
        there.destroy();
      });
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    https.emit('connection', socket);
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that is closed drops its connections in the middle.
    socket.on('error', () => socket.destroy());
  });
  https.on('tlsClientError', () => {});

  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  return {
    port: (proxy.address() as AddressInfo).port,
    fingerprint,
    asked,
    reach(now) {
      isReached = now;
      if (!now) for (const socket of passed) socket.destroy();
    },
    close: () =>
      new Promise((closed) => {
        proxy.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
