// The real server that the pool's tests run against: found, started with TLS, killed and started again.
import { expect, onTestFinished, test } from 'vitest';
import { findNatsServer, getNatsServer } from '../../scripts/lib/get-nats-server.ts';
import { openConfig, startNatsServer, trust } from '../../scripts/lib/nats-server.ts';

/** What the server says first to whoever connects; undefined when there is no connection. */
async function greeting(url: string): Promise<string | undefined> {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  try {
    return await new Promise<string | undefined>((done) => {
      socket.onmessage = ({ data }) => done(new TextDecoder().decode(data));
      socket.onerror = () => done(undefined);
    });
  } finally {
    socket.close();
  }
}

test('A server is found where it is usual, and not where something else has its name', async () => {
  const found = await getNatsServer();
  expect(found.version).toMatch(/^2\.\d+\.\d+$/);
  expect(await findNatsServer({ PATH: '', NATS_SERVER_PATH: process.execPath })).toEqual(
    await findNatsServer({ PATH: '' }),
  );
});

test('It answers over TLS to whoever trusts it, is killed, and comes back at the same address', async () => {
  const server = await startNatsServer();
  onTestFinished(() => server.stop());
  expect(await greeting(server.url)).toBeUndefined();
  trust(server.certificate);
  expect(await greeting(server.url)).toMatch(/^INFO \{/);
  const first = server.pid();
  await server.kill();
  expect(await greeting(server.url)).toBeUndefined();
  await server.restart();
  expect(await greeting(server.url)).toMatch(/^INFO \{/);
  expect(server.pid()).not.toBe(first);
});

test('A changed configuration is read while it runs, and a wrong one is refused with its words', async () => {
  const server = await startNatsServer();
  onTestFinished(() => server.stop());
  trust(server.certificate);
  await server.reconfigure((places) => `${openConfig(places)}\nmax_payload: 4096\n`);
  expect(await greeting(server.url)).toContain('"max_payload":4096');
  await expect(server.reconfigure((places) => `${openConfig(places)}\nmax_payloads: 4096\n`)).rejects.toThrow(
    /max_payloads/,
  );
  await expect(startNatsServer(() => 'no_such_setting: 1')).rejects.toThrow(/no_such_setting/);
});
