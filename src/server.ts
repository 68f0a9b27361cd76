// Builds and starts one process's application: the wiring diagram.

import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule, type Role } from './app.module.js';
import { DemoService } from './demo/demo.service.js';
import { Clock } from './platform/clock.js';
import { loadConfig, type Config } from './platform/config/config.js';
import { generatedSecret } from './platform/config/secrets.js';
import { httpAdapter, prepareHttp } from './platform/http/http-server.js';
import { Metrics } from './platform/http/metrics.js';
import { answerProbes } from './platform/http/probes.js';
import { NetworkOrigin } from './platform/http/network-origin.js';
import { openApiDocument, serveOpenApi } from './platform/http/openapi.js';
import { SocketAdapter } from './platform/realtime/socket-adapter.js';

/** `url` is where it answers, if anywhere; `close` drains and releases everything, and may be called twice. */
export interface RunningServer {
  url: string;
  app: NestFastifyApplication;
  close(): Promise<void>;
}

/**
 * @param options.env the environment (config.ts); @param options.runs what this process does; a worker alone says
 *   how it is on WORKER_PORT, or listens nowhere; @param options.clock a clock that a test moves.
 * @throws ConfigError listing every wrong setting; Error when the port is taken or the database cannot be reached.
 */
export async function startServer(options: {
  env: NodeJS.ProcessEnv;
  runs: readonly Role[];
  clock?: Clock;
}): Promise<RunningServer> {
  const config = loadConfig(options.env, generatedSecret);
  const app = await buildApp(config, options.runs, options.clock ?? new Clock());
  let door: Door;
  try {
    door = options.runs.includes('api') ? await serve(app, config) : await work(app, config);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    url: door.url,
    app,
    close: () => (closing ??= door.close().then(() => app.close())),
  };
}

/** Where a process answers, and the closing of that. */
type Door = Pick<RunningServer, 'url' | 'close'>;

const closesWithApp = (): Promise<void> => Promise.resolve();

async function serve(app: NestFastifyApplication, config: Config): Promise<Door> {
  await app.listen(config.port, await app.get(DemoService, { strict: false }).hostFor(config));
  return { url: await app.getUrl(), close: closesWithApp };
}

async function work(app: NestFastifyApplication, config: Config): Promise<Door> {
  await app.init();
  if (config.workerPort === undefined) return { url: '', close: closesWithApp };
  return answerProbes(app, config.workerPort, config.host);
}

/** The OpenAPI document of this code; it needs a migrated database to build the application, and listens nowhere. */
export async function describeApi(databaseUrl: string): Promise<object> {
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' }, () => 'x'.repeat(32));
  const app = await buildApp(config, ['api'], new Clock());
  try {
    await app.init();
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}

async function buildApp(config: Config, runs: readonly Role[], clock: Clock): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, clock, runs),
    httpAdapter(config),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Logger));
  app.useWebSocketAdapter(new SocketAdapter(app, config, app.get(Metrics), app.get(NetworkOrigin)));
  await prepareHttp(app, config);
  serveOpenApi(app);
  return app;
}
