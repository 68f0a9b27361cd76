import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { DomainError } from '../errors.js';
import { Public } from './access.decorator.js';
import { mayReadMetrics } from './metrics-access.rules.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** To everybody else it is not there. */
  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(@Req() request: FastifyRequest): Promise<string> {
    const { metricsPublic: isPublic, metricsToken } = this.config;
    const { headers, socket } = request;
    const token =
      metricsToken === undefined ? 'unset' : isBearer(headers.authorization, metricsToken) ? 'right' : 'wrong';
    const isAllowed = mayReadMetrics({ isPublic, token, isLoopback: isLoopback(socket.remoteAddress), headers });
    if (!isAllowed) throw new DomainError('not-found');
    return this.metrics.text();
  }
}

/** Compares hashes, so that its time tells nothing of how much is right. */
function isBearer(header: string | undefined, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
