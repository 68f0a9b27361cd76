// Another process's worth of server, on the same database and clock as the app under test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../src/server.js';
import type { TestApp } from './app.js';

export type TestNode = Pick<RunningServer, 'url' | 'close'>;

/** @param env besides what every node has: the address of a Redis, say. */
export async function startNode(app: TestApp, env: Record<string, string> = {}): Promise<TestNode> {
  const data = mkdtempSync(join(tmpdir(), 'sinau-test-'));
  const server = await startServer({
    env: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: app.database.appUrl,
      SINAU_DATA: data,
      LOG_LEVEL: 'error',
      ...env,
    },
    runs: ['api'],
    clock: app.clock,
  });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
