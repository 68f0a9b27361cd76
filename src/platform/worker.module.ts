// What only a worker process runs: the relay, the queues' handlers, the sweeps.

import { Module } from '@nestjs/common';
import { OutboxRelay } from './events/relay.js';
import { WorkerHost } from './queue/worker-host.js';

@Module({ providers: [OutboxRelay, WorkerHost] })
export class WorkerModule {}
