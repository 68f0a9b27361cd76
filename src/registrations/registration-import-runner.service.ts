// Takes a list part by part, and notes after each how far it has come: a worker that dies is followed by another, and a part
// that is done twice registers nobody twice.

import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, messageOf } from '../platform/errors.js';
import type { RegistrationOut } from './registration.dto.js';
import { RegistrationImport, type ImportLine, type ImportOutcome } from './registration-import.entity.js';
import { SeriesRegistrationsService } from './series-registrations.service.js';

const PART = 100;
/** A part that fails this often, for reasons that are not its lines', stops the list. */
const MOST_ATTEMPTS = 3;
/** Lists hold personal data: they are forgotten so long after their last step. The audit stays. */
const KEEP_DAYS = 7;
/** As many refused lines as a reader looks into. */
const SHOWN = 200;
const NOTHING: ImportOutcome = { confirmed: 0, queued: 0, refused: 0, refusedLines: [] };

@Injectable()
export class RegistrationImportRunner {
  private readonly logger = new Logger(RegistrationImportRunner.name);
  /** Lists of this process: who asks for one that runs waits for it. */
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly series: SeriesRegistrationsService,
    private readonly clock: Clock,
  ) {}

  /** Goes on until the list is done; may be called any number of times, and by several at once. */
  run(importId: string): Promise<void> {
    const running = this.running.get(importId) ?? this.takeAll(importId).finally(() => this.running.delete(importId));
    this.running.set(importId, running);
    return running;
  }

  /** Every list that waits for a worker: whose wake-up was lost, or whose worker died. */
  async runWaiting(): Promise<void> {
    const waiting = await this.database.sql<{ id: string }>(
      `SELECT id FROM registration_imports WHERE state = 'applying' ORDER BY updated_at LIMIT 20`,
    );
    for (const { id } of waiting) await this.run(id);
  }

  async forgetOld(): Promise<void> {
    await this.database.sql(
      `DELETE FROM registration_imports
       WHERE state <> 'applying' AND updated_at < $1::timestamptz - make_interval(days => $2)`,
      [this.clock.now(), KEEP_DAYS],
    );
  }

  private async takeAll(importId: string): Promise<void> {
    try {
      while (await this.takePart(importId));
    } catch (error) {
      this.logger.error(`Import of registrations ${importId}: ${messageOf(error)}`);
      await this.noteFailure(importId);
    }
  }

  /** @returns whether there is more. */
  private async takePart(id: string): Promise<boolean> {
    const row = await this.database.manager.findOneBy(RegistrationImport, { id });
    if (row?.state !== 'applying') return false;
    const part = row.lines.slice(row.done, row.done + PART);
    const actor = { cooperativeId: row.cooperativeId, memberId: row.actedBy };
    const newcomers = part.map(({ memberId, mode }) => ({ memberId, wish: mode === null ? {} : { mode } }));
    const answers = await this.series.registerAll(actor, row.sessionId, newcomers);
    const done = row.done + part.length;
    const outcome = added(row.outcome ?? NOTHING, part, answers);
    const state = done >= row.lines.length ? 'applied' : 'applying';
    // Whoever did the same part has noted it: its lines count once.
    await this.database.sql(
      `UPDATE registration_imports SET done = $3, outcome = $4, state = $5, attempts = 0, updated_at = $6
       WHERE id = $1 AND done = $2 AND state = 'applying'`,
      [id, row.done, done, outcome, state, this.clock.now()],
    );
    return state === 'applying';
  }

  private async noteFailure(id: string): Promise<void> {
    await this.database.sql(
      `UPDATE registration_imports SET attempts = attempts + 1, updated_at = $3,
         state = CASE WHEN attempts + 1 >= $2 THEN 'failed' ELSE state END WHERE id = $1 AND state = 'applying'`,
      [id, MOST_ATTEMPTS, this.clock.now()],
    );
  }
}

function added(
  before: ImportOutcome,
  part: readonly ImportLine[],
  answers: readonly (RegistrationOut | DomainError)[],
): ImportOutcome {
  const confirmed = answers.filter((one) => !(one instanceof DomainError) && one.state === 'confirmed').length;
  const refusedLines = part.flatMap(({ line, given }, nth) => {
    const one = answers[nth];
    return one instanceof DomainError ? [{ line, given, code: one.code }] : [];
  });
  return {
    confirmed: before.confirmed + confirmed,
    queued: before.queued + answers.length - confirmed - refusedLines.length,
    refused: before.refused + refusedLines.length,
    refusedLines: [...before.refusedLines, ...refusedLines].slice(0, SHOWN),
  };
}
