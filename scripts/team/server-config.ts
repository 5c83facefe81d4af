// A team's nats-server configuration: TLS to browsers, the limits, and of each member the smallest set of rights with which
// they write what is theirs and read what is everybody's. Tested by starting the server with it.

import { MAX_MEMBERS } from '../../lib/team/roster.ts';
import { MAX_BODY } from '../../lib/team/sealing.ts';
import { decidedConfig, foundConfig, inboxOf, rightsOf } from '../../lib/team/stream.ts';
import { authorOf } from '../../lib/team/subjects.ts';
import type { TeamFile } from './team-file.ts';

/** A body, its subject and headers, as the server counts them; with room to spare. */
const MAX_PAYLOAD = 2 * MAX_BODY;
const STREAMS = 3;
/** A member reads each through a consumer of its own. */
const MAX_CONSUMERS = STREAMS * (MAX_MEMBERS + 1);
/** A browser holds one connection, and for a moment two while one is found to be dead. */
const MAX_CONNECTIONS = 2 * (MAX_MEMBERS + 1);

/**
 * @param file what the administrator says
 * @param administrator their public key
 * @returns the text of the configuration file
 */
export function serverConfig(file: TeamFile, administrator: string): string {
  const members = file.members.filter(({ role }) => role !== 'left');
  const room = file.maxBytes + foundConfig().max_bytes + decidedConfig().max_bytes;
  return `# Written by npm run team:config from the team's file: change that, write this anew, and send the server HUP.
server_name: hireflag_pool
# For the administrator's tools on this machine. Members come by WebSocket only.
listen: ${quoted(file.administratorListen)}
max_payload: ${MAX_PAYLOAD}
max_connections: ${MAX_CONNECTIONS}
max_control_line: 4096
ping_interval: "20s"
write_deadline: "10s"
websocket {
  listen: ${quoted(file.listen)}
  tls { cert_file: ${quoted(file.certificate)}, key_file: ${quoted(file.key)}, timeout: 10 }
  compression: true
  handshake_timeout: "10s"
}
jetstream { store_dir: ${quoted(file.store)}, max_memory_store: 64MB, max_file_store: ${room} }
accounts {
  SYS {}
  TEAM {
    jetstream { max_mem: 64MB, max_file: ${room}, max_streams: ${STREAMS}, max_consumers: ${MAX_CONSUMERS} }
    users: [
      # The administrator: makes the streams, puts the roster into the pool, erases.
${userOf(administrator, administratorRights(administrator))}
${members.map((one) => `      # ${one.name}\n${userOf(one.key, rightsOf(authorOf(one.key), { erases: one.erases, analyst: one.role === 'analyst' }))}`).join('\n')}
    ]
  }
}
system_account: SYS
`;
}

/** Nobody enters by another way than browsers do, so that nothing but TLS leads in from outside. */
function userOf(key: string, { publish, subscribe }: { publish: string[]; subscribe: string[] }): string {
  return `      { nkey: ${key}, allowed_connection_types: ["WEBSOCKET"], permissions: {
          publish: [${publish.map(quoted).join(', ')}],
          subscribe: [${subscribe.map(quoted).join(', ')}] } }`;
}

/** The streams are the administrator's; what stands in them is sealed, and no more theirs than anybody's. */
function administratorRights(key: string): { publish: string[]; subscribe: string[] } {
  const author = authorOf(key);
  return { publish: ['$JS.API.>', `obs.${author}.*.*`], subscribe: [`${inboxOf(author)}.>`] };
}

/** Names and paths come without quotation marks: see team-file.ts. */
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\')}"`;
