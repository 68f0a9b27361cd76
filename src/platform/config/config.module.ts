// Gives every part the one frozen Config and the one Clock.

import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from './config.js';

/** The injection token: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('CONFIG');

@Module({})
export class ConfigModule {
  /** @param clock the process's clock; a test gives one that it moves itself. */
  static forRoot(config: Config, clock: Clock): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [CONFIG, Clock],
    };
  }
}
