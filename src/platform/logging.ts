// JSON logs without bodies, cookies, addresses or query strings: tokens and people travel in those.

import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from './config/config.js';

/** Requests are logged where they end (http-server.ts), by route and request id, never by their address. */
export function loggingModule(config: Config): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      autoLogging: false,
      quietReqLogger: true,
      formatters: { level: (label) => ({ level: label }) },
      base: null,
    },
  });
}
