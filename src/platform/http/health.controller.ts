// `/health/live`: the process answers. `/health/ready`: it can serve, its database is there and of this version.

import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database.js';
import { MIGRATIONS } from '../database/migrations/all.js';
import { messageOf } from '../errors.js';
import { RedisCheck } from '../queue/redis-check.js';
import { Public } from './access.decorator.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly redis: RedisCheck,
  ) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when ready, else 503; Redis being away is told, but the rows wait for it: that is still ready. */
  @Get('ready')
  @Public()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.databaseState();
    const ready = database === 'ready';
    await reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'unavailable', database, redis: await this.redis.state() });
  }

  private async databaseState(): Promise<string> {
    try {
      const [row] = await this.database.sql<{ done: number }>('SELECT count(*)::int AS done FROM migrations');
      return row && row.done >= MIGRATIONS.length ? 'ready' : 'not migrated';
    } catch (error) {
      return messageOf(error).includes('migrations') ? 'not migrated' : 'unreachable';
    }
  }
}
