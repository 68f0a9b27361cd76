// Refuses to boot on a Redis that may throw wake-ups away; a Redis that is away at boot is only warned about.

import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';

export type RedisState = 'none' | 'ready' | 'unreachable' | 'evicts';

@Injectable()
export class RedisCheck implements OnApplicationBootstrap {
  private readonly logger = new Logger(RedisCheck.name);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onApplicationBootstrap(): Promise<void> {
    const state = await this.state();
    if (state === 'evicts')
      throw new Error('Redis must run with `maxmemory-policy noeviction`: set it and start again.');
    if (state === 'unreachable') this.logger.warn('Redis cannot be reached; rows wait in PostgreSQL until it can.');
  }

  async state(): Promise<RedisState> {
    if (this.config.redisUrl === undefined) return 'none';
    const redis = new Redis(this.config.redisUrl, {
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      retryStrategy: () => null,
    });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      const info = await redis.info('memory');
      return /maxmemory_policy:noeviction/.test(info) ? 'ready' : 'evicts';
    } catch (error) {
      this.logger.debug(messageOf(error));
      return 'unreachable';
    } finally {
      redis.disconnect();
    }
  }
}
