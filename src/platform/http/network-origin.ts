// Where a request or a socket comes from: its address as TRUST_PROXY says to believe it, known to others as a hash alone.

import { Inject, Injectable } from '@nestjs/common';
import proxyAddress from '@fastify/proxy-addr';
import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

@Injectable()
export class NetworkOrigin {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The same address has the same hash for as long as the deployment keeps its secret; nobody else can search it. */
  hashOf(request: IncomingMessage): string {
    const address = proxyAddress(request, this.config.trustsProxy).replace(/^::ffff:(?=\d+\.)/i, '');
    return createHmac('sha256', this.config.secret).update(`network-origin\n${address}`).digest('base64url');
  }
}
