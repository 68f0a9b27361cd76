// Makes members of a checked file's good lines, and members who have left of those it does not name. All or nothing.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { Outbox } from '../platform/events/outbox.js';
import { newId } from '../platform/ids.js';
import type { RosterImport } from './roster-import.entity.js';
import type { AbsenceScope } from './roster-import.rules.js';
import {
  AFTER,
  BEFORE,
  IN_NAMED_UNITS,
  IS_ABSENT,
  IS_CHANGED,
  LINES_WITH_MEMBERS,
  TARGET_STATUS,
  UNITS_BY_NAME,
} from './roster-lines.sql.js';

/** Lines a statement takes, so that the progress bar moves. */
const CHUNK = 20_000;
/** Members an audit entry names. */
const AUDITED_AT_ONCE = 500;

type Author = Pick<Actor, 'cooperativeId' | 'memberId'>;

interface Change {
  id: string;
  isLeaving: boolean;
  before: object;
  after: object;
}

@Injectable()
export class RosterApply {
  constructor(
    private readonly cooperatives: CooperativesService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param progress told how many lines are done. Breaks `members_number` or `members_email` if others wrote meanwhile. */
  async run(tx: Tx, roster: RosterImport, progress: (done: number) => Promise<void>): Promise<void> {
    const author = { cooperativeId: roster.cooperativeId, memberId: roster.actedBy };
    const [range] = await tx.sql<{ last: number | null }>(
      'SELECT max(line) AS last FROM roster_lines WHERE import_id = $1',
      [roster.id],
    );
    const last = range?.last ?? 0;
    await this.addUnits(tx, roster);
    for (let from = 1; from <= last; from += CHUNK) {
      await this.change(tx, author, roster, from);
      await this.insert(tx, roster, from);
      await progress(Math.min(from + CHUNK, last));
    }
    await this.audit.record(tx, {
      actor: author,
      action: 'roster.applied',
      subject: { type: 'roster-import', id: roster.id },
      after: { fileName: roster.fileName, sha256: roster.sha256, mode: roster.mode, ...roster.counts },
    });
  }

  /** The members who are absent from the file, locked. @param exempt members who never count. */
  async lockAbsent(tx: Tx, roster: RosterImport, scope: AbsenceScope, exempt: readonly string[]): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(
      `SELECT m.id FROM members m WHERE ${IS_ABSENT} ${scope === 'units' ? `AND ${IN_NAMED_UNITS}` : ''}
       ORDER BY m.id FOR UPDATE OF m`,
      [roster.id, roster.cooperativeId, exempt],
    );
    return rows.map((row) => row.id);
  }

  async markLeft(
    tx: Tx,
    actor: Actor,
    roster: RosterImport,
    scope: AbsenceScope,
    ids: readonly string[],
  ): Promise<void> {
    await tx.sql(
      `UPDATE members SET status = 'keluar', left_at = $2, updated_at = $2, version = version + 1 WHERE id = ANY ($1)`,
      [ids, this.clock.now()],
    );
    await this.tellWhoLeft(tx, roster.cooperativeId, ids);
    await this.audit.record(tx, {
      actor,
      action: 'roster.absent-left',
      subject: { type: 'roster-import', id: roster.id },
      after: { scope, count: ids.length, fileName: roster.fileName, sha256: roster.sha256, memberIds: ids },
    });
  }

  private async addUnits(tx: Tx, roster: RosterImport): Promise<void> {
    const { zone } = await this.cooperatives.byId(roster.cooperativeId);
    const missing = await tx.sql<{ name: string }>(
      `SELECT min(l.unit) AS name FROM roster_lines l
       WHERE l.import_id = $1 AND l.faults IS NULL AND l.unit IS NOT NULL
         AND lower(l.unit) NOT IN (SELECT lower(name) FROM units WHERE cooperative_id = $2)
       GROUP BY lower(l.unit) ORDER BY 1`,
      [roster.id, roster.cooperativeId],
    );
    await tx.sql(
      `INSERT INTO units (id, cooperative_id, name, zone)
       SELECT new.id, $1, new.name, $2 FROM unnest($3::uuid[], $4::text[]) AS new(id, name)`,
      [roster.cooperativeId, zone, missing.map(() => newId()), missing.map((unit) => unit.name)],
    );
  }

  private async change(tx: Tx, author: Author, roster: RosterImport, from: number): Promise<void> {
    const lines = `l.import_id = $1 AND l.line >= $3 AND l.line < $4 AND l.faults IS NULL`;
    const parameters = [roster.id, roster.cooperativeId, from, from + CHUNK];
    const changes = await tx.sql<Change>(
      `SELECT m.id, ${TARGET_STATUS} = 'keluar' AND m.status <> 'keluar' AS "isLeaving", ${BEFORE} AS before,
         ${AFTER} AS after
       FROM ${LINES_WITH_MEMBERS} WHERE ${lines} AND ${IS_CHANGED}`,
      parameters,
    );
    if (changes.length === 0) return;
    await tx.sql(
      `UPDATE members SET name = c.name, nickname = c.nickname, email = c.email, mobile = c.mobile,
         employee_number = c.employee_number, unit_id = c.unit_id, zone = c.zone, language = c.language,
         status = c.status, joined_on = c.joined_on, left_at = c.left_at, updated_at = $5, version = members.version + 1
       FROM (
         SELECT m.id, coalesce(l.name, m.name) AS name, coalesce(l.nickname, m.nickname) AS nickname,
           coalesce(l.email, m.email) AS email, coalesce(l.mobile, m.mobile) AS mobile,
           coalesce(l.employee_number, m.employee_number) AS employee_number,
           CASE WHEN lower(l.unit) IS DISTINCT FROM lower(mu.name) THEN coalesce(u.id, m.unit_id) ELSE m.unit_id END
             AS unit_id,
           coalesce(l.zone, m.zone) AS zone, coalesce(l.language, m.language) AS language, ${TARGET_STATUS} AS status,
           coalesce(l.joined_on, m.joined_on) AS joined_on,
           CASE WHEN ${TARGET_STATUS} <> 'keluar' THEN NULL ELSE coalesce(m.left_at, $5::timestamptz) END AS left_at
         FROM ${LINES_WITH_MEMBERS} LEFT JOIN ${UNITS_BY_NAME} u ON u.key = lower(l.unit)
         WHERE ${lines} AND ${IS_CHANGED}) c
       WHERE members.id = c.id`,
      [...parameters, this.clock.now()],
    );
    const left = changes.filter((change) => change.isLeaving).map((change) => change.id);
    await this.tellWhoLeft(tx, roster.cooperativeId, left);
    for (let at = 0; at < changes.length; at += AUDITED_AT_ONCE) {
      const some = changes.slice(at, at + AUDITED_AT_ONCE);
      await this.audit.record(tx, {
        actor: author,
        action: 'roster.members-changed',
        subject: { type: 'roster-import', id: roster.id },
        before: { members: some.map(({ id, before }) => ({ id, ...before })) },
        after: { members: some.map(({ id, after }) => ({ id, ...after })) },
      });
    }
  }

  private async insert(tx: Tx, roster: RosterImport, from: number): Promise<void> {
    const cooperative = await this.cooperatives.byId(roster.cooperativeId);
    await tx.sql(
      `INSERT INTO members (id, cooperative_id, number, name, nickname, email, mobile, employee_number, unit_id, zone,
         language, status, joined_on, left_at, created_at, updated_at)
       SELECT l.member_id, $2, l.number, l.name, l.nickname, l.email, l.mobile, l.employee_number, u.id,
         coalesce(l.zone, u.zone, $6), coalesce(l.language, $7), coalesce(l.status, 'aktif'), l.joined_on,
         CASE WHEN l.status = 'keluar' THEN $5::timestamptz END, $5, $5
       FROM roster_lines l LEFT JOIN ${UNITS_BY_NAME} u ON u.key = lower(l.unit)
       WHERE l.import_id = $1 AND l.line >= $3 AND l.line < $4 AND l.faults IS NULL
         AND NOT EXISTS (SELECT FROM members m WHERE m.cooperative_id = $2 AND m.number = l.number)
       ORDER BY l.line`,
      [
        ...[roster.id, roster.cooperativeId, from, from + CHUNK],
        ...[this.clock.now(), cooperative.zone, cooperative.language],
      ],
    );
  }

  private async tellWhoLeft(tx: Tx, cooperativeId: string, ids: readonly string[]): Promise<void> {
    await this.outbox.appendMany(
      tx,
      'member.left',
      ids.map((memberId) => ({ cooperativeId, memberId })),
    );
  }
}
