// A port on which a process that serves nobody says how it is: `/health` and `/metrics`, by the rules they have elsewhere.

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { isIPv6 } from 'node:net';

const PROBES = /^\/(health\/(live|ready)|metrics)(\?|$)/;

export interface Probes {
  url: string;
  close(): Promise<void>;
}

/**
 * A server of its own, because the application's would answer the whole API and the sockets too.
 * @param app initialised, and listening nowhere. @throws Error when the port is taken.
 */
export async function answerProbes(app: NestFastifyApplication, port: number, host: string): Promise<Probes> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.ready();
  const server = createServer((request, response) => {
    if (PROBES.test(request.url ?? '')) fastify.routing(request, response);
    else response.writeHead(404).end();
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${String(at)}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
