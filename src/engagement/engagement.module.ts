// Engagement: what members did, in a ledger that only grows and that anybody can check; their records are read from it.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/members.module.js';
import { EngagementController } from './engagement.controller.js';
import { EngagementQueries } from './engagement.queries.js';
import { EngagementService } from './engagement.service.js';
import { EngagementWorker } from './engagement.worker.js';
import { LedgerEntry, LedgerHead } from './ledger-entry.entity.js';
import { LedgerVerification } from './ledger-verification.service.js';
import { LedgerService } from './ledger.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntry, LedgerHead]), MembersModule],
  controllers: [EngagementController],
  providers: [EngagementService, EngagementQueries, LedgerService, LedgerVerification, EngagementWorker],
})
export class EngagementModule {}
