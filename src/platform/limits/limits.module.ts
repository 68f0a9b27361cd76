// Limits on attempts, counted together by all nodes.

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RateLimit } from './rate-limit.entity.js';
import { RateLimits } from './rate-limits.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([RateLimit])], providers: [RateLimits], exports: [RateLimits] })
export class LimitsModule {}
