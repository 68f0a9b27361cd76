// Socket.IO as every gateway gets it: websocket only, no compression (246 KB a connection against 25), own pages only.

import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Server as HttpServer } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';
import type { Metrics } from '../http/metrics.js';
import { isSameOrigin } from '../http/same-origin.js';

/** The largest frame a client may send; a chat message of 500 characters is far below it. */
const MAX_FRAME_BYTES = 16 * 1024;

export class SocketAdapter extends IoAdapter {
  private redis: Redis | undefined;
  private io: Server | undefined;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    metrics: Metrics,
  ) {
    super(app);
    const open = metrics.gauge('sinau_sockets', 'Open socket connections of this process');
    metrics.onRead(() => {
      open.set(this.io?.engine.clientsCount ?? 0);
    });
  }

  /** Always on the app's own port: one origin, one TLS certificate. */
  override createIOServer(_port: number, options?: ServerOptions): Server {
    if (this.config.redisUrl !== undefined && this.redis === undefined) {
      this.redis = new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
      // Its absence costs ephemera between nodes only; ioredis reconnects by itself.
      this.redis.on('error', () => undefined);
    }
    const httpServer: unknown = this.httpServer;
    if (!(httpServer instanceof HttpServer)) throw new Error('Sockets need an HTTP server');
    this.io = new Server(httpServer, {
      ...options,
      transports: ['websocket'],
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      maxHttpBufferSize: MAX_FRAME_BYTES,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      connectTimeout: 10_000,
      allowRequest: (request, answer) => {
        answer(null, isSameOrigin(request.headers, this.config.publicUrl));
      },
      ...(this.redis ? { adapter: createAdapter(this.redis) } : {}),
    });
    return this.io;
  }

  override async close(server: Server): Promise<void> {
    await super.close(server);
    this.redis?.disconnect();
  }
}
