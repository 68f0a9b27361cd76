// The HTTP edge: who may come in from where, health, metrics.

import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { NetworkOrigin } from './network-origin.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { WebController } from './web.controller.js';
import { WebShell } from './web-shell.js';

@Global()
@Module({
  controllers: [HealthController, MetricsController, WebController],
  providers: [Metrics, NetworkOrigin, WebShell, { provide: APP_GUARD, useClass: SameOriginGuard }],
  exports: [Metrics, NetworkOrigin, WebShell],
})
export class HttpModule {}
