// Says whether this deployment holds demo data, and keeps its doors shut if it does.

import { Injectable, Logger } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';

const LOOPBACK = '127.0.0.1';

@Injectable()
export class DemoService {
  private readonly logger = new Logger(DemoService.name);

  constructor(private readonly database: Database) {}

  async hasDemo(): Promise<boolean> {
    const [row] = await this.database.sql<{ demo: boolean }>(
      'SELECT EXISTS (SELECT FROM cooperatives WHERE is_demo) AS demo',
    );
    return row?.demo === true;
  }

  /** Where to listen: with demo data on this machine alone, unless the operator named an address. */
  async hostFor(config: Pick<Config, 'host' | 'isHostChosen'>): Promise<string> {
    if (!(await this.hasDemo())) return config.host;
    if (!config.isHostChosen) return LOOPBACK;
    if (config.host !== LOOPBACK) {
      this.logger.warn(`Demo accounts can be reached on ${config.host}: \`npm run cli -- demo:remove\` deletes them.`);
    }
    return config.host;
  }
}
