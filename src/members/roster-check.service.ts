// The dry run: reads a file into lines, says what is wrong with each, and counts what applying it would do.

import { Injectable } from '@nestjs/common';
import type { FieldRule } from '../contracts/error-codes.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { newIds } from '../platform/ids.js';
import { RosterFiles } from './roster-files.js';
import type { RosterField, RosterMapping } from './roster-headers.rules.js';
import type { RosterImport } from './roster-import.entity.js';
import type { RosterCounts } from './roster-import.rules.js';
import {
  ADMIN_LEAVES,
  IN_NAMED_UNITS,
  IS_ABSENT,
  IS_CHANGED,
  LINES_WITH_MEMBERS,
  SAME_ADDRESS,
  SAME_NUMBER,
  TAKEN_ADDRESS,
} from './roster-lines.sql.js';
import { isEmptyLine, readLine, type ReadLine } from './roster-row.rules.js';
import { ROSTER_LIMITS } from './roster-text.rules.js';

const BATCH = 2_000;

/** Told how many lines were read. */
export type Progress = (done: number) => Promise<void>;

@Injectable()
export class RosterCheck {
  constructor(private readonly files: RosterFiles) {}

  /**
   * Leaves the file's lines as rows, each with its faults. @returns how many, and what they come to.
   * @throws DomainError invalid-file when the table breaks off, or has too many rows.
   */
  async run(tx: Tx, roster: RosterImport, progress: Progress): Promise<{ total: number; counts: RosterCounts }> {
    await planForSets(tx);
    await tx.sql('DELETE FROM roster_lines WHERE import_id = $1', [roster.id]);
    const total = await this.stage(tx, roster, found(roster.mapping), progress);
    await this.mark(tx, roster, SAME_NUMBER, 'number', 'duplicate-in-file');
    await this.mark(tx, roster, SAME_ADDRESS, 'email', 'duplicate-in-file');
    await this.mark(tx, roster, TAKEN_ADDRESS, 'email', 'taken');
    await this.mark(tx, roster, ADMIN_LEAVES, 'status', 'admin-leaves');
    return { total, counts: await this.counts(tx, roster) };
  }

  /** Whether a good line would now break a rule that it did not break when it was checked. */
  async hasNewConflicts(tx: Tx, roster: RosterImport): Promise<boolean> {
    const [row] = await tx.sql<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM (${TAKEN_ADDRESS} UNION ALL ${ADMIN_LEAVES}) c
         JOIN roster_lines l ON l.import_id = $1 AND l.line = c.line WHERE l.faults IS NULL) AS found`,
      [roster.id, roster.cooperativeId],
    );
    return found(row).found;
  }

  async counts(tx: Tx, roster: RosterImport): Promise<RosterCounts> {
    const key = [roster.id, roster.cooperativeId];
    const [lines] = await tx.sql<Omit<RosterCounts, 'absent' | 'absentInUnits'>>(
      `SELECT count(*) FILTER (WHERE l.faults IS NULL AND m.id IS NULL)::int AS new,
         count(*) FILTER (WHERE l.faults IS NULL AND ${IS_CHANGED})::int AS changed,
         count(*) FILTER (WHERE l.faults IS NULL AND m.id IS NOT NULL AND NOT ${IS_CHANGED})::int AS unchanged,
         count(*) FILTER (WHERE l.faults IS NOT NULL)::int AS bad,
         count(*) FILTER (WHERE jsonb_path_exists(l.faults,
           '$[*] ? (@.path == "number" && @.rule != "duplicate-in-file")'))::int AS unreadable
       FROM ${LINES_WITH_MEMBERS} WHERE l.import_id = $1`,
      key,
    );
    const [absence] = await tx.sql<Pick<RosterCounts, 'absent' | 'absentInUnits'>>(
      `SELECT count(*)::int AS absent, count(*) FILTER (WHERE ${IN_NAMED_UNITS})::int AS "absentInUnits"
       FROM members m WHERE ${IS_ABSENT}`,
      [...key, [roster.actedBy]],
    );
    return { ...found(lines), ...found(absence) };
  }

  /** Reads and writes at the same time: one batch is on its way to the database while the next is parsed. */
  private async stage(tx: Tx, roster: RosterImport, mapping: RosterMapping, progress: Progress): Promise<number> {
    const batch = new LineBatch();
    let sent: Promise<unknown> = Promise.resolve();
    let line = 0;
    let rows = 0;
    for await (const cells of this.files.lines(roster.id, roster)) {
      line += 1;
      if (line === 1 || isEmptyLine(cells)) continue;
      rows += 1;
      if (rows > ROSTER_LIMITS.rows) {
        throw new DomainError('invalid-file', [{ path: 'rows', rule: 'too-large', limit: ROSTER_LIMITS.rows }]);
      }
      batch.add(line, readLine(cells, mapping, roster.headers.length));
      if (batch.size < BATCH) continue;
      await sent;
      sent = insert(tx, roster.id, batch.take());
      // Awaited with the next batch; a failure must not count as unhandled until then.
      sent.catch(() => undefined);
      await progress(rows);
    }
    await sent;
    await insert(tx, roster.id, batch.take());
    return rows;
  }

  private async mark(tx: Tx, roster: RosterImport, lines: string, path: RosterField, rule: FieldRule): Promise<void> {
    await tx.sql(
      `UPDATE roster_lines l SET faults = coalesce(l.faults, '[]') || jsonb_build_array(
         jsonb_strip_nulls(jsonb_build_object('path', $3::text, 'rule', $4::text, 'limit', f.other)))
       FROM (${lines}) f WHERE l.import_id = $1 AND l.line = f.line AND ($2::uuid IS NOT NULL)`,
      [roster.id, roster.cooperativeId, path, rule],
    );
  }
}

/** Fresh lines have no statistics yet: without this the planner may walk an index for each of 100,000. */
export async function planForSets(tx: Tx): Promise<void> {
  await tx.sql('SET LOCAL enable_nestloop = off');
  await tx.sql(`SET LOCAL work_mem = '64MB'`);
}

const FIELDS: readonly RosterField[] = [
  'number',
  'name',
  'nickname',
  'email',
  'mobile',
  'employeeNumber',
  'unit',
  'status',
  'zone',
  'language',
  'joinedOn',
];

/** Lines as the columns that one INSERT takes. */
class LineBatch {
  private lines: number[] = [];
  private fields: (string | null)[][] = FIELDS.map(() => []);
  private faults: (string | null)[] = [];

  get size(): number {
    return this.lines.length;
  }

  add(line: number, { row, faults }: ReadLine): void {
    this.lines.push(line);
    FIELDS.forEach((field, index) => this.fields[index]?.push(row[field]));
    this.faults.push(faults.length === 0 ? null : JSON.stringify(faults));
  }

  /** The columns so far, in the order of `insert`; the batch is empty after. */
  take(): unknown[][] {
    const columns = [this.lines, newIds(this.lines.length), ...this.fields, this.faults];
    this.lines = [];
    this.fields = FIELDS.map(() => []);
    this.faults = [];
    return columns;
  }
}

async function insert(tx: Tx, importId: string, columns: unknown[][]): Promise<void> {
  await tx.sql(
    `INSERT INTO roster_lines (import_id, line, member_id, number, name, nickname, email, mobile, employee_number, unit,
       status, zone, language, joined_on, faults)
     SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::date[], $15::jsonb[])`,
    [importId, ...columns],
  );
}
