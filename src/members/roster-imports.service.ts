// A roster's way from an uploaded file to members: checked, applied, and the absent marked as left.

import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { faultText } from '../contracts/words/field-names.js';
import { Audit } from '../platform/audit/audit.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { tableFile, type Column } from '../platform/http/table-file.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import type { MemberView } from './member.dto.js';
import { RosterApply } from './roster-apply.service.js';
import { planForSets } from './roster-check.service.js';
import { importView } from './roster-import.dto.js';
import type { AbsentQuery, LeaveRequest, RosterErrorView, RosterImportView } from './roster-import.dto.js';
import { RosterImport } from './roster-import.entity.js';
import { decideApply, decideLeave, mayCheck, type RosterMode } from './roster-import.rules.js';
import type { RosterMapping } from './roster-headers.rules.js';
import { RosterImportsQueries } from './roster-imports.queries.js';

const CSV_PAGE = 1_000;

@Injectable()
export class RosterImportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RosterImportsQueries,
    private readonly apply: RosterApply,
    private readonly audit: Audit,
    private readonly bulkReads: BulkReads,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, id: string, language: Language): Promise<RosterImportView> {
    return importView(await this.access(actor, id), language);
  }

  async errors(actor: Actor, id: string, query: PageQuery, language: Language): Promise<Page<RosterErrorView>> {
    await this.access(actor, id);
    return this.queries.errors(id, query, language);
  }

  /** Who has not left and is not in the file; the acting admin never counts. */
  async absent(actor: Actor, id: string, query: AbsentQuery): Promise<Page<MemberView>> {
    const roster = await this.access(actor, id);
    if (roster.counts === null) throw new DomainError('wrong-state');
    const subject = { type: 'roster-import', id };
    const page = await this.queries.absent(roster, query, exempt(actor, roster));
    return this.bulkReads.noted({ actor, action: 'roster.absent-read', subject, query }, page);
  }

  /** All bad lines as CSV for a spreadsheet, streamed; a bulk read of personal data, so audited. */
  async errorsCsv(actor: Actor, id: string, language: Language): Promise<StreamableFile> {
    const roster = await this.access(actor, id);
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'roster.errors-read',
        subject: { type: 'roster-import', id },
        after: { bad: roster.counts?.bad ?? 0 },
      }),
    );
    const rows = this.errorRows(id, language);
    return tableFile({ name: 'roster-errors', columns: errorColumns(language), rows, language }, 'csv');
  }

  /** Starts the dry run (again): nothing is changed by it. @throws DomainError wrong-state once applied or under way. */
  async startCheck(actor: Actor, id: string, mapping: RosterMapping): Promise<void> {
    await this.start(actor, id, (roster) => {
      if (!mayCheck(roster.state)) throw new DomainError('wrong-state');
      const beyond = Object.entries(mapping).find(([, column]) => column >= roster.headers.length);
      if (beyond) throw new DomainError('invalid-input', [{ path: `mapping.${beyond[0]}`, rule: 'not-allowed' }]);
      return { state: 'checking', mapping, mode: null, counts: null, done: 0 };
    });
  }

  /** Starts applying what the dry run has shown. @throws DomainError wrong-state, with the number of bad lines for `all`. */
  async startApply(actor: Actor, id: string, mode: RosterMode): Promise<void> {
    await this.start(actor, id, (roster) => {
      const decision = decideApply(roster.state, mode, roster.counts?.bad ?? 0);
      if (decision.kind === 'refused') throw new DomainError(decision.code, decision.fields);
      return { state: 'applying', mode, done: 0 };
    });
  }

  /** Marks the absent as left: only as many as were named, never the acting admin. @returns how many. */
  async leaveAbsent(actor: Actor, id: string, request: LeaveRequest): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.lockKey(`roster:${actor.cooperativeId}`);
      const roster = await tx.lock(RosterImport, { id, cooperativeId: actor.cooperativeId });
      await planForSets(tx);
      const ids = await this.apply.lockAbsent(tx, roster, request.scope, exempt(actor, roster));
      const decision = decideLeave({
        state: roster.state,
        unreadable: roster.counts?.unreadable ?? 0,
        count: request.count,
        typedCount: request.typedCount,
        absent: ids.length,
        active: await activeMembers(tx, actor.cooperativeId),
      });
      if (decision.kind === 'refused') throw new DomainError(decision.code, decision.fields);
      if (ids.length > 0) await this.apply.markLeft(tx, actor, roster, request.scope, ids);
      return ids.length;
    });
  }

  private async start(
    actor: Actor,
    id: string,
    decide: (roster: RosterImport) => Partial<RosterImport>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const roster = await tx.lock(RosterImport, { id, cooperativeId: actor.cooperativeId });
      const step = decide(roster);
      const stamp = { actedBy: actor.memberId, fault: null, attempts: 0, updatedAt: this.clock.now() };
      await tx.manager.update(RosterImport, { id }, { ...step, ...stamp });
      tx.afterCommit(() => void this.queue.wake('roster.import', [{ importId: id }]));
    });
  }

  private async access(actor: Actor, id: string): Promise<RosterImport> {
    return found(await this.database.manager.findOneBy(RosterImport, { id, cooperativeId: actor.cooperativeId }));
  }

  private async *errorRows(id: string, language: Language): AsyncGenerator<RosterErrorView> {
    let cursor: string | undefined;
    do {
      const page = await this.queries.errors(id, { limit: CSV_PAGE, ...(cursor ? { cursor } : {}) }, language);
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

const TITLES = {
  id: { line: 'Baris', number: 'No. anggota', name: 'Nama', reasons: 'Kesalahan' },
  en: { line: 'Line', number: 'Member number', name: 'Name', reasons: 'Errors' },
} satisfies Record<Language, Record<string, string>>;

function errorColumns(language: Language): Column<RosterErrorView>[] {
  const title = TITLES[language];
  return [
    { title: title.line, cell: ({ line }) => line },
    { title: title.number, cell: ({ number }) => number ?? '' },
    { title: title.name, cell: ({ name }) => name ?? '' },
    { title: title.reasons, cell: ({ faults }) => faults.map((fault) => faultText(fault, language)).join(' ') },
  ];
}

function exempt(actor: Actor, roster: RosterImport): string[] {
  return [actor.memberId, roster.actedBy];
}

async function activeMembers(tx: Tx, cooperativeId: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM members WHERE cooperative_id = $1 AND status = 'aktif'`,
    [cooperativeId],
  );
  return found(row).count;
}
