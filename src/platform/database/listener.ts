// Hears PostgreSQL's NOTIFY on one connection of its own, and says when it may have missed some.

import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';

const RETRY_MS = 1_000;

/** @param payload what was sent, or undefined after a reconnect: something may have been missed, look for yourself. */
type Hear = (payload: string | undefined) => void;

@Injectable()
export class DatabaseListener implements OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseListener.name);
  private readonly channels = new Map<string, Hear[]>();
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param channel a plain lower-case identifier, never user text. */
  async listen(channel: string, hear: Hear): Promise<void> {
    this.channels.set(channel, [...(this.channels.get(channel) ?? []), hear]);
    this.connecting ??= this.connect();
    await this.connecting;
    await this.client?.query(`LISTEN ${channel}`);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'sinau-listen',
      keepAlive: true,
    });
    client.on('notification', (message) => {
      this.channels.get(message.channel)?.forEach((hear) => {
        hear(message.payload);
      });
    });
    // 'end' follows every loss of the connection; 'error' alone says only why.
    client.on('error', (error) => {
      this.logger.warn(`Lost the listening connection: ${error.message}`);
    });
    client.once('end', () => {
      this.reconnect();
    });
    try {
      await client.connect();
      for (const channel of this.channels.keys()) await client.query(`LISTEN ${channel}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(`Cannot listen yet: ${messageOf(error)}`);
      await client.end().catch(() => undefined);
      this.reconnect();
    }
  }

  private reconnect(): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.connecting = this.connect().then(() => {
        for (const hear of [...this.channels.values()].flat()) hear(undefined);
      });
    }, RETRY_MS);
  }
}
