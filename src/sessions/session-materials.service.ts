// A session's materials: added, named, shown to those who have a seat when they may see them, and taken away.

import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { stemOf } from '../platform/files/file.rules.js';
import { FilesService } from '../platform/files/files.service.js';
import type { Upload } from '../platform/http/upload.js';
import { newId } from '../platform/ids.js';
import { canChangeFiles, MOST_MATERIALS } from './material.rules.js';
import type { MaterialList, MaterialPatch, NewMaterialQuery } from './material.dto.js';
import { MaterialsQueries } from './materials.queries.js';
import { SessionMaterial } from './session-material.entity.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SessionMaterialsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly queries: MaterialsQueries,
    private readonly files: FilesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Those that the reader may have now. @throws DomainError not-found */
  async list(actor: Actor, sessionId: string): Promise<MaterialList> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const who = { isStaff: session.myRole !== null, isPlanner: can(actor, 'sessions.plan') };
    return this.queries.seenBy(actor.memberId, who, session);
  }

  /**
   * Under the file's own name, until that is changed.
   * @param plan a retry with the same `id` adds no second one. @throws DomainError invalid-file, wrong-state, conflict
   */
  async add(
    actor: Actor,
    sessionId: string,
    { id = newId(), shownFrom }: NewMaterialQuery,
    upload: () => Promise<Upload>,
  ): Promise<void> {
    await this.sessions.accessSession(actor, sessionId);
    const taken = await upload();
    const file = await this.files.take(actor, taken, 'material');
    await this.database.transaction(async (tx) => {
      await this.lockOpen(tx, actor, sessionId);
      await tx.lockKey(`material ${id}`);
      // What was sent again is kept by nobody, and goes with the next sweep.
      if (await isThereAlready(tx, sessionId, id)) return;
      await assertRoom(tx, sessionId);
      const material = { id, sessionId, fileId: file.id, title: stemOf(taken.fileName), shownFrom };
      await this.files.keep(tx, file.id);
      await tx.manager.insert(SessionMaterial, { ...material, createdAt: this.clock.now() });
      const after = { ...material, fileName: file.name, sha256: file.sha256 };
      await this.note(tx, actor, 'material.added', material.id, {}, after);
    });
  }

  /** @throws DomainError not-found, wrong-state */
  async change(actor: Actor, sessionId: string, materialId: string, patch: MaterialPatch): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.lockOpen(tx, actor, sessionId);
      const { title, shownFrom } = await tx.lock(SessionMaterial, { id: materialId, sessionId });
      const after = { title: patch.title ?? title, shownFrom: patch.shownFrom ?? shownFrom };
      await tx.manager.update(SessionMaterial, { id: materialId }, after);
      await this.note(tx, actor, 'material.changed', materialId, { title, shownFrom }, after);
    });
  }

  /** @throws DomainError not-found, wrong-state */
  async remove(actor: Actor, sessionId: string, materialId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.lockOpen(tx, actor, sessionId);
      const { title, fileId } = await tx.lock(SessionMaterial, { id: materialId, sessionId });
      await tx.manager.delete(SessionMaterial, { id: materialId });
      await this.files.discard(tx, fileId);
      await this.note(tx, actor, 'material.removed', materialId, { sessionId, title, fileId }, {});
    });
  }

  private async lockOpen(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
    const session = await tx.lock(Session, { id: sessionId, cooperativeId: actor.cooperativeId });
    if (!canChangeFiles(session.state)) throw new DomainError('wrong-state');
  }

  private async note(tx: Tx, actor: Actor, action: string, id: string, before: object, after: object): Promise<void> {
    const subject = { type: 'material', id };
    await this.audit.record(tx, { actor, action, subject, before: { ...before }, after: { ...after } });
  }
}

/** @throws DomainError conflict when the id is another session's material */
async function isThereAlready(tx: Tx, sessionId: string, id: string): Promise<boolean> {
  const material = await tx.manager.findOneBy(SessionMaterial, { id });
  if (material !== null && material.sessionId !== sessionId) throw new DomainError('conflict');
  return material !== null;
}

/** Counted under the session's lock: of two who add the last one, one is refused. */
async function assertRoom(tx: Tx, sessionId: string): Promise<void> {
  const count = await tx.manager.countBy(SessionMaterial, { sessionId });
  if (count < MOST_MATERIALS) return;
  throw new DomainError('invalid-input', [{ path: 'file', rule: 'too-many', limit: MOST_MATERIALS }]);
}
