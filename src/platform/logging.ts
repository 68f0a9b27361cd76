// JSON logs with a request id, without bodies, cookies, addresses or query strings: tokens and people travel in those.

import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Config } from './config/config.js';

export function loggingModule(config: Config): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      // Fastify gave the request its id already; one id everywhere.
      genReqId: (request: IncomingMessage) => request.id,
      autoLogging: { ignore: (request) => /^\/(health|metrics|assets)/.test(request.url ?? '') },
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: withoutSecrets(request.url),
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      formatters: { level: (label) => ({ level: label }) },
      base: null,
    },
  });
}

/** The path alone, with long opaque segments (tokens in links) cut: ids stay, secrets do not. */
function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replace(/\/[\w-]{37,}/g, '/…');
}
