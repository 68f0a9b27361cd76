// Socket.IO as every gateway gets it: websocket only, no compression (246 KB a connection against 25), own pages only.

import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Logger, type INestApplicationContext, type WsMessageHandler } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Server as HttpServer } from 'node:http';
import { lastValueFrom, type Observable } from 'rxjs';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import type { Config } from '../config/config.js';
import { messageOf } from '../errors.js';
import type { Metrics } from '../http/metrics.js';
import type { NetworkOrigin } from '../http/network-origin.js';
import { isSameOrigin } from '../http/same-origin.js';

/** The largest frame a client may send; a chat message of 500 characters is far below it. */
const MAX_FRAME_BYTES = 16 * 1024;

export class SocketAdapter extends IoAdapter {
  protected override readonly logger = new Logger(SocketAdapter.name);
  /** Where each command's function stands in a socket's list of them. */
  private readonly places = new Map<string, number>();
  private readonly callbacks = new WeakMap<Socket, WsMessageHandler['callback'][]>();
  private redis: Redis | undefined;
  private io: Server | undefined;

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    metrics: Metrics,
    private readonly origin: NetworkOrigin,
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
    this.io.use((socket, next) => {
      Object.assign(socket.data, { fromHash: this.origin.hashOf(socket.request) });
      next();
    });
    this.io.on('connection', forgetRequest);
    return this.io;
  }

  /**
   * One function a command and connection, and nothing else: Nest's own keeps a chain of observables for each, a kilobyte.
   * Called once for each gateway; what stood before (the packet guard) has let the packet through.
   */
  override bindMessageHandlers(
    socket: Socket,
    handlers: WsMessageHandler[],
    transform: (answer: unknown) => Observable<unknown>,
  ): void {
    const known = this.callbacks.get(socket);
    const callbacks = known ?? [];
    for (const { message, callback } of handlers) callbacks[this.placeOf(message)] = callback;
    if (known) return;
    this.callbacks.set(socket, callbacks);
    socket.use(([command, ...args], next) => {
      const callback = callbacks[this.places.get(command) ?? -1];
      if (!callback) {
        next();
        return;
      }
      this.answer(args, callback, transform).catch((error: unknown) => {
        this.logger.error({ command, message: messageOf(error) });
      });
    });
  }

  private placeOf(command: string): number {
    const place = this.places.get(command) ?? this.places.size;
    this.places.set(command, place);
    return place;
  }

  /** A command's answer goes into its acknowledgement; what fails was answered by the problem filter. */
  private async answer(
    args: readonly unknown[],
    callback: WsMessageHandler['callback'],
    transform: (answer: unknown) => Observable<unknown>,
  ): Promise<void> {
    const [acknowledge] = args.slice(-1).filter((arg) => typeof arg === 'function');
    const given = acknowledge ? args.slice(0, -1) : args;
    const answered = transform(callback(given.length > 1 ? given : given[0], acknowledge));
    const answer = await lastValueFrom(answered, { defaultValue: undefined });
    if (answer !== undefined && acknowledge) Reflect.apply(acknowledge, undefined, [answer]);
  }

  override async close(server: Server): Promise<void> {
    await super.close(server);
    this.redis?.disconnect();
  }
}

/** What a browser says of itself is some kilobytes; of it a connection needs its cookie alone, with each command. */
function forgetRequest({ handshake, request }: Socket): void {
  const { cookie } = handshake.headers;
  handshake.headers = cookie === undefined ? {} : { cookie };
  request.headers = {};
  request.rawHeaders = [];
}
