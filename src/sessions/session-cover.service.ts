// A session's cover: put on, replaced, taken off. Edits of the rest of the session are not disturbed by it.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import { FilesService } from '../platform/files/files.service.js';
import type { Upload } from '../platform/http/upload.js';
import { canChangeFiles } from './material.rules.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SessionCoverService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly files: FilesService,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not-found, wrong-state, invalid-file */
  async put(actor: Actor, sessionId: string, upload: () => Promise<Upload>): Promise<void> {
    await this.sessions.accessSession(actor, sessionId);
    const file = await this.files.take(actor, await upload(), 'cover');
    await this.replace(actor, sessionId, file.id);
  }

  /** Taking off what is not there is done already. @throws DomainError not-found, wrong-state */
  async remove(actor: Actor, sessionId: string): Promise<void> {
    await this.replace(actor, sessionId, null);
  }

  private async replace(actor: Actor, id: string, coverFileId: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const session = await tx.lock(Session, { id, cooperativeId: actor.cooperativeId });
      if (!canChangeFiles(session.state)) throw new DomainError('wrong-state');
      if (session.coverFileId === coverFileId) return;
      if (session.coverFileId !== null) await this.files.discard(tx, session.coverFileId);
      if (coverFileId !== null) await this.files.keep(tx, coverFileId);
      await tx.manager.update(Session, { id }, { coverFileId });
      await this.audit.record(tx, {
        ...{ actor, action: 'session.cover-changed', subject: { type: 'session', id } },
        ...{ before: { coverFileId: session.coverFileId }, after: { coverFileId } },
      });
    });
  }
}
