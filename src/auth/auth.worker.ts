import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { ChallengeMailService } from './challenge-mail.service.js';
import { ChallengesService } from './challenges.service.js';
import { HandOverService } from './hand-over.service.js';
import { TokensService } from './tokens.service.js';

@Injectable()
export class AuthWorker {
  constructor(
    private readonly challengeMail: ChallengeMailService,
    private readonly challenges: ChallengesService,
    private readonly handOver: HandOverService,
    private readonly tokens: TokensService,
  ) {}

  @OnEvent('challenge.requested')
  async sendChallenge(tx: Tx, { payload }: DomainEvent<'challenge.requested'>): Promise<void> {
    await this.challengeMail.send(tx, payload.challengeId);
  }

  @OnEvent('member.left')
  async endSignIns(tx: Tx, { payload }: DomainEvent<'member.left'>): Promise<void> {
    await this.tokens.revokeOthers(tx, payload.memberId);
    await this.handOver.withdraw(tx, payload.memberId);
  }

  @OnSweep(3_600)
  async forgetOld(): Promise<void> {
    await this.tokens.forgetOld();
    await this.challenges.forgetOld();
    await this.handOver.forgetOld();
  }
}
