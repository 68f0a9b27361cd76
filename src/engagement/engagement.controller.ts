import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id, pageQuery, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  attendedPage,
  ledgerPage,
  ledgerVerification,
  memberRecord,
  toAttendedPage,
  toLedgerPage,
  toLedgerVerification,
  toMemberRecord,
} from './engagement.dto.js';
import { EngagementService } from './engagement.service.js';
import { LedgerVerification } from './ledger-verification.service.js';

@ApiTags('engagement')
@Controller('api')
export class EngagementController {
  constructor(
    private readonly engagement: EngagementService,
    private readonly verification: LedgerVerification,
  ) {}

  @Get('my/record')
  @Requires('record.own')
  @Answers(memberRecord, 'My sums of sessions and minutes, by year and topic')
  async myRecord(@CurrentActor() actor: Actor): Promise<z.infer<typeof memberRecord>> {
    return toMemberRecord(await this.engagement.ownRecord(actor));
  }

  @Get('my/record/sessions')
  @Requires('record.own')
  @Answers(attendedPage, 'The sessions I attended, the newest first')
  async myAttended(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof attendedPage>> {
    return toAttendedPage(await this.engagement.ownAttended(actor, page));
  }

  @Get('members/:id/record/sessions')
  @Requires('members.read')
  @Answers(attendedPage, 'The sessions a member attended, the newest first')
  async attended(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) memberId: string,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof attendedPage>> {
    return toAttendedPage(await this.engagement.attended(actor, memberId, page));
  }

  @Get('members/:id/record')
  @Requires('members.read')
  @Answers(memberRecord, 'A member’s sums of sessions and minutes, by year and topic')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) memberId: string,
  ): Promise<z.infer<typeof memberRecord>> {
    return toMemberRecord(await this.engagement.record(actor, memberId));
  }

  @Get('my/ledger')
  @Requires('record.own')
  @Answers(ledgerPage, 'My entries in the ledger, the newest first')
  async myLedger(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof ledgerPage>> {
    return toLedgerPage(await this.engagement.ownLedger(actor, page));
  }

  @Get('ledger/verification')
  @Requires('ledger.verify')
  @Answers(ledgerVerification, 'Whether the whole ledger of the cooperative is as it was written')
  async verify(@CurrentActor() actor: Actor): Promise<z.infer<typeof ledgerVerification>> {
    return toLedgerVerification(await this.verification.verify(actor.cooperativeId));
  }
}
