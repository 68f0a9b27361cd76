// Socket.IO as every gateway gets it: websocket only, no compression (246 KB a connection against 25), own pages only.

import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Logger, type INestApplicationContext, type WsMessageHandler } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Server as HttpServer } from 'node:http';
import { EMPTY, lastValueFrom, type Observable } from 'rxjs';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import type { Config } from '../config/config.js';
import { messageOf } from '../errors.js';
import type { Metrics } from '../http/metrics.js';
import type { NetworkOrigin } from '../http/network-origin.js';
import { isSameOrigin } from '../http/same-origin.js';

/** The largest frame a client may send; a chat message of 500 characters is far below it. */
const MAX_FRAME_BYTES = 16 * 1024;

/** What Nest does for one gateway with a connection. */
type Gateway = (socket: Socket) => void;

/** A gateway's commands, bound to one connection. */
interface Bound {
  handlers: WsMessageHandler[];
  transform: (answer: unknown) => Observable<unknown>;
  whenGone: (reason: string) => void;
}

export class SocketAdapter extends IoAdapter {
  protected override readonly logger = new Logger(SocketAdapter.name);
  /** How Nest binds a gateway's commands and its end to a connection. */
  private readonly gateways: Gateway[] = [];
  /** Whose each command is. */
  private readonly owners = new Map<string, Gateway>();
  /** What the gateway that is asked just now has answered. */
  private asked: Bound | undefined;
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
   * Nest binds every command of every gateway to each connection: 5 KB of functions that nearly all wait for nothing. Here a
   * gateway binds its commands to a connection when one of them comes, and they are forgotten with it. So whatever Nest
   * does on a connection is done again with each command: no gateway has a `handleConnection` (eslint.config.mjs).
   */
  override bindClientConnect(server: Server, gateway: Gateway): void {
    this.gateways.push(gateway);
    if (this.gateways.length > 1) return;
    server.on('connection', (socket) => {
      if (this.owners.size === 0) this.learnOwners(socket);
      // One is enough: all gateways hear of the end by the same stream.
      socket.once('disconnect', this.bound(gateway, socket).whenGone);
      socket.use(([command, ...args], next) => {
        const owner = this.owners.get(command);
        if (owner) this.take(socket, owner, command, args);
        else next();
      });
    });
  }

  override bindMessageHandlers(_socket: Socket, handlers: WsMessageHandler[], transform: Bound['transform']): void {
    if (this.asked) Object.assign(this.asked, { handlers, transform });
  }

  override bindClientDisconnect(_socket: Socket, whenGone: Bound['whenGone']): void {
    if (this.asked) Object.assign(this.asked, { whenGone });
  }

  private learnOwners(socket: Socket): void {
    for (const gateway of this.gateways) {
      for (const { message } of this.bound(gateway, socket).handlers) this.owners.set(message, gateway);
    }
  }

  /** Nest answers by `bindMessageHandlers` and `bindClientDisconnect`, before the call returns. */
  private bound(gateway: Gateway, socket: Socket): Bound {
    const bound: Bound = { handlers: [], transform: () => EMPTY, whenGone: () => undefined };
    this.asked = bound;
    gateway(socket);
    this.asked = undefined;
    return bound;
  }

  private take(socket: Socket, owner: Gateway, command: string, args: readonly unknown[]): void {
    const { handlers, transform } = this.bound(owner, socket);
    const handler = handlers.find(({ message }) => message === command);
    if (!handler) return;
    this.answer(args, handler.callback, transform).catch((error: unknown) => {
      this.logger.error({ command, message: messageOf(error) });
    });
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
