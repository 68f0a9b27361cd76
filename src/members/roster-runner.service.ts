// Takes an import through the step it waits for, in one transaction: a worker that dies leaves nothing half done.

import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { brokenUnique, Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, messageOf } from '../platform/errors.js';
import { RosterApply } from './roster-apply.service.js';
import { planForSets, RosterCheck } from './roster-check.service.js';
import { RosterFiles } from './roster-files.js';
import { RosterImport } from './roster-import.entity.js';

/** A step that fails this often, for reasons that are not the file's, fails for good. */
const MOST_ATTEMPTS = 3;
/** Files and lines hold personal data: an import is forgotten so long after its last step. The audit stays. */
const KEEP_DAYS = 7;
const KEEP_STRAY_DAYS = 1;

@Injectable()
export class RosterRunner {
  private readonly logger = new Logger(RosterRunner.name);
  /** Steps of this process: who asks for one that runs waits for it. */
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly check: RosterCheck,
    private readonly apply: RosterApply,
    private readonly files: RosterFiles,
    private readonly clock: Clock,
  ) {}

  /** Does the step that waits, unless another worker is at it; may be called any number of times. */
  run(importId: string): Promise<void> {
    const running = this.running.get(importId) ?? this.runOnce(importId).finally(() => this.running.delete(importId));
    this.running.set(importId, running);
    return running;
  }

  /** Every import that waits for a worker: those whose wake-up was lost, or whose worker died. */
  async runWaiting(): Promise<void> {
    const waiting = await this.database.sql<{ id: string }>(
      `SELECT id FROM roster_imports WHERE state IN ('checking', 'applying') ORDER BY updated_at LIMIT 20`,
    );
    for (const { id } of waiting) await this.run(id);
  }

  async forgetOld(): Promise<void> {
    const old = await this.database.sql<{ id: string }>(
      `DELETE FROM roster_imports WHERE updated_at < $1::timestamptz - make_interval(days => $2)
         AND state NOT IN ('checking', 'applying') RETURNING id`,
      [this.clock.now(), KEEP_DAYS],
    );
    for (const { id } of old) await this.files.remove(id);
    await this.removeStrayFiles();
  }

  /** What a killed upload or a lost removal left on the disk. */
  private async removeStrayFiles(): Promise<void> {
    const names = await this.files.untouchedSince(daysBefore(this.clock.now(), KEEP_STRAY_DAYS));
    const known = await this.database.sql<{ id: string }>(
      'SELECT id::text FROM roster_imports WHERE id::text = ANY ($1)',
      [names],
    );
    const kept = new Set(known.map((row) => row.id));
    for (const name of names) if (!kept.has(name)) await this.files.remove(name);
  }

  private async runOnce(importId: string): Promise<void> {
    try {
      await this.database.transaction((tx) => this.step(tx, importId));
    } catch (error) {
      await this.settleFailure(importId, error);
    }
  }

  private async step(tx: Tx, importId: string): Promise<void> {
    if (!(await isOurs(tx, importId))) return;
    const roster = await tx.manager.findOneBy(RosterImport, { id: importId });
    if (roster === null || (roster.state !== 'checking' && roster.state !== 'applying')) return;
    await this.countAttempt(importId);
    if (roster.state === 'checking') await this.checkFile(tx, roster);
    else await this.applyFile(tx, roster);
  }

  private async checkFile(tx: Tx, roster: RosterImport): Promise<void> {
    const { total, counts } = await this.check.run(tx, roster, (done) => this.showProgress(roster.id, done));
    await this.finish(tx, roster.id, { state: 'checked', counts, done: total, total });
  }

  private async applyFile(tx: Tx, roster: RosterImport): Promise<void> {
    // Imports of one cooperative wait for one another: each sees what the one before has made.
    await tx.lockKey(`roster:${roster.cooperativeId}`);
    await planForSets(tx);
    if (await this.isStale(tx, roster)) {
      await this.checkAgain(tx, roster.id);
      return;
    }
    await this.apply.run(tx, roster, (done) => this.showProgress(roster.id, done));
    const counts = await this.check.counts(tx, roster);
    const applied = { ...roster.counts, absent: counts.absent, absentInUnits: counts.absentInUnits };
    await this.finish(tx, roster.id, { state: 'applied', counts: { ...counts, ...applied }, done: roster.total });
  }

  /** Whether members changed since the dry run, so that applying would do something else than was shown. */
  private async isStale(tx: Tx, roster: RosterImport): Promise<boolean> {
    if (await this.check.hasNewConflicts(tx, roster)) return true;
    const now = await this.check.counts(tx, roster);
    return now.new !== roster.counts?.new || now.changed !== roster.counts.changed;
  }

  private async finish(tx: Tx, id: string, fields: Partial<RosterImport>): Promise<void> {
    const now = this.clock.now();
    const appliedAt = fields.state === 'applied' ? { appliedAt: now } : {};
    await tx.manager.update(RosterImport, { id }, { ...fields, ...appliedAt, attempts: 0, updatedAt: now });
  }

  /** The dry run is had again, and the import says why: what was agreed to is no longer what would happen. */
  private async checkAgain(tx: Tx, id: string): Promise<void> {
    const fault = { code: 'version-conflict' as const, fields: [] };
    await this.finish(tx, id, { state: 'checking', mode: null, done: 0, fault });
  }

  private async settleFailure(id: string, error: unknown): Promise<void> {
    if (error instanceof DomainError) {
      await this.fail(id, { code: error.code, fields: [...error.fields] });
      return;
    }
    if (brokenUnique(error)?.startsWith('members_') === true) {
      await this.database.transaction((tx) => this.checkAgain(tx, id));
      return;
    }
    this.logger.error(`Roster import ${id}: ${messageOf(error)}`);
    const [row] = await this.database.sql<{ attempts: number }>('SELECT attempts FROM roster_imports WHERE id = $1', [
      id,
    ]);
    if ((row?.attempts ?? 0) >= MOST_ATTEMPTS) await this.fail(id, { code: 'internal', fields: [] });
  }

  private async fail(id: string, fault: RosterImport['fault']): Promise<void> {
    await this.database.sql(
      `UPDATE roster_imports SET state = 'failed', fault = $2, attempts = 0, updated_at = $3
       WHERE id = $1 AND state IN ('checking', 'applying')`,
      [id, fault, this.clock.now()],
    );
  }

  /** Outside of the step's transaction, so that it counts even if the process dies. */
  private async countAttempt(id: string): Promise<void> {
    await this.database.sql('UPDATE roster_imports SET attempts = attempts + 1 WHERE id = $1', [id]);
  }

  /** Outside of the step's transaction, so that others see it. */
  private async showProgress(id: string, done: number): Promise<void> {
    await this.database.sql('UPDATE roster_imports SET done = $2, total = greatest(total, $2) WHERE id = $1', [
      id,
      done,
    ]);
  }
}

/** One worker at a time an import: the lock goes with the transaction, however that ends. */
async function isOurs(tx: Tx, importId: string): Promise<boolean> {
  const [row] = await tx.sql<{ ours: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS ours', [
    `roster-import:${importId}`,
  ]);
  return row?.ours === true;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
