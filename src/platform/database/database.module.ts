// PostgreSQL, the only truth: transactions, typed reads, notifications, and the clock that follows the database's.

import {
  Global,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { DatabaseMetrics } from './database-metrics.js';
import { DatabaseListener } from './listener.js';

const CORRECTION_MS = 60_000;

/** Keeps `Clock` on the database's time: measured at boot and once a minute after. */
@Injectable()
class ClockCorrection implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ClockCorrection.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => {
      this.measure().catch((error: unknown) => {
        this.logger.warn(`Could not measure the clock: ${messageOf(error)}`);
      });
    }, CORRECTION_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async measure(): Promise<void> {
    const sentAt = this.clock.ticks();
    const [row] = await this.database.sql<{ now: Date }>('SELECT clock_timestamp() AS now');
    if (row) this.clock.correct(row.now, sentAt, this.clock.ticks());
  }
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl, config.databasePool, 'sinau'),
        autoLoadEntities: true,
        retryAttempts: 3,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Database, DatabaseListener, DatabaseMetrics, ClockCorrection],
  exports: [Database, DatabaseListener],
})
export class DatabaseModule {}
