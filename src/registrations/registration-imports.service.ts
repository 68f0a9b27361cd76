// A list's way to a session: looked through as it is sent, started by whoever saw that, taken by a worker.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { MemberListsService, type ListedLine } from '../members/member-lists.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import type { Upload } from '../platform/http/upload.js';
import { newId } from '../platform/ids.js';
import type { ImportOut, ImportsOut, StartImport } from './batch.dto.js';
import { decideStart, MODE_HEADERS, modeIn } from './import.rules.js';
import { ImportAccess } from './import-access.js';
import { RegistrationImport, type BadLine, type ImportLine } from './registration-import.entity.js';
import { RegistrationsQueries } from './registrations.queries.js';
import type { Delivered } from './seat.rules.js';

/** As many bad lines as a reader mends from one answer. */
const SHOWN = 200;

@Injectable()
export class RegistrationImportsService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberListsService,
    private readonly queries: RegistrationsQueries,
    private readonly access: ImportAccess,
    private readonly audit: Audit,
  ) {}

  /** Looks the list through; nobody is registered yet. @throws DomainError not-found, registration-closed, invalid-file, body-too-large */
  async take(actor: Actor, sessionId: string, file: () => Promise<Upload>): Promise<ImportOut> {
    const session = await this.access.openSession(actor, sessionId);
    const upload = await file();
    const listed = await this.members.read(actor, upload, 'registrations.manage', MODE_HEADERS);
    const read = listed.map((line) => lineOf(line, session));
    const good = read.filter((line): line is ImportLine => !('fault' in line));
    const here = await this.queries.membersHere(
      sessionId,
      good.map(({ memberId }) => memberId),
    );
    const lines = good.filter(({ memberId }) => !here.has(memberId));
    const now = this.access.now();
    const row: RegistrationImport = {
      ...{ id: newId(), cooperativeId: actor.cooperativeId, sessionId, actedBy: actor.memberId, state: 'checked' },
      ...{ fileName: upload.fileName.slice(0, 200), lines, badLines: read.filter((line) => 'fault' in line) },
      ...{ already: good.length - lines.length, done: 0, outcome: null, attempts: 0, createdAt: now, updatedAt: now },
    };
    await this.database.manager.insert(RegistrationImport, row);
    return importOut(row);
  }

  /** The last ones of the session, the newest first: to come back to. @throws DomainError not-found */
  async last(actor: Actor, sessionId: string): Promise<ImportsOut> {
    return { items: (await this.access.last(actor, sessionId)).map(importOut) };
  }

  /** @throws DomainError not-found */
  async read(actor: Actor, sessionId: string, importId: string): Promise<ImportOut> {
    return importOut(await this.access.one(actor, sessionId, importId));
  }

  /** Has a worker take it. @throws DomainError not-found, registration-closed, wrong-state, version-conflict where members are out of the actor's reach by now */
  async start(actor: Actor, sessionId: string, importId: string, { mode }: StartImport): Promise<ImportOut> {
    await this.access.openSession(actor, sessionId);
    const { lines } = await this.access.one(actor, sessionId, importId);
    const memberIds = lines.map(({ memberId }) => memberId);
    if (!(await this.members.reachesAll(actor, memberIds, 'registrations.manage'))) {
      throw new DomainError('version-conflict');
    }
    await this.database.transaction(async (tx) => {
      const row = await tx.lock(RegistrationImport, { id: importId });
      const decision = decideStart(row.state, mode, row.badLines.length);
      if (decision.kind === 'refused') throw new DomainError(decision.code, decision.fields);
      const step = { state: 'applying' as const, attempts: 0, actedBy: actor.memberId, updatedAt: this.access.now() };
      await tx.manager.update(RegistrationImport, { id: importId }, step);
      const subject = { type: 'session', id: sessionId };
      const after = { importId, members: memberIds.length, bad: row.badLines.length };
      await this.audit.record(tx, { actor, action: 'registrations.imported', subject, after });
      tx.afterCommit(() => {
        this.access.wake(importId);
      });
    });
    return this.read(actor, sessionId, importId);
  }
}

function lineOf(listed: ListedLine, session: Pick<Delivered, 'delivery'>): ImportLine | BadLine {
  const { line, given } = listed;
  if ('fault' in listed) return { line, given, fault: listed.fault };
  const mode = modeIn(listed.beside, session);
  if (mode === 'unknown') return { line, given: `${given} – ${listed.beside}`, fault: 'mode' };
  return { line, given, memberId: listed.memberId, mode };
}

function importOut({ badLines, lines, createdAt, outcome, ...row }: RegistrationImport): ImportOut {
  const { id, fileName, state, already, done } = row;
  return {
    ...{ id, fileName, state, already, done, total: lines.length, createdAt: createdAt.toISOString() },
    ...{ found: lines.length, bad: badLines.length, badLines: badLines.slice(0, SHOWN) },
    outcome: outcome && { ...outcome, refusedLines: [...outcome.refusedLines] },
  };
}
