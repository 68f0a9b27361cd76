// Makes the code and the link of a challenge, and the mail that brings them: here, after the asker was answered, it first
// matters whether anybody has that name.

import { Inject, Injectable } from '@nestjs/common';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Tx } from '../platform/database/tx.js';
import { MailService } from '../platform/mail/mail.service.js';
import { Accounts } from './accounts.js';
import { Challenge } from './challenge.entity.js';
import { CHALLENGE_MINUTES } from './challenge.rules.js';
import { codeHashOf, hashOf, newCode, newSecret } from '../platform/secret-token.js';

@Injectable()
export class ChallengeMailService {
  constructor(
    private readonly accounts: Accounts,
    private readonly cooperatives: CooperativesService,
    private readonly mail: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Does nothing where nobody has the name, or they have no address: staff can hand such members a link. */
  async send(tx: Tx, challengeId: string): Promise<void> {
    const challenge = await tx.lock(Challenge, { id: challengeId });
    const member = await this.accounts.memberOf(challenge);
    if (!member?.email || challenge.usedAt) return;
    const cooperative = await this.cooperatives.byId(challenge.cooperativeId);
    const code = newCode();
    const token = newSecret();
    await tx.manager.update(
      Challenge,
      { id: challengeId },
      { memberId: member.id, codeHash: codeHashOf(this.config.secret, challengeId, code), linkHash: hashOf(token) },
    );
    await this.mail.queue(tx, {
      kind: 'sign-in',
      data: {
        nickname: member.nickname ?? member.name,
        code,
        // In the fragment: it reaches no server and no log until the page posts it.
        url: `${this.config.publicUrl}/masuk/tautan#${challengeId}.${token}`,
        minutes: String(CHALLENGE_MINUTES),
      },
      cooperative,
      memberId: member.id,
      to: { address: member.email, name: member.name },
      language: member.language,
      zone: member.zone,
      dedupeKey: `sign-in:${challengeId}`,
      expiresAt: challenge.expiresAt,
    });
  }
}
