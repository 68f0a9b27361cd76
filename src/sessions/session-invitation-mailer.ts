// Writes to those who are asked to run a session, and to whoever counts on them when somebody says no, or steps down.

import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '../contracts/languages.js';
import { mailWords } from '../contracts/words/mail.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Tx } from '../platform/database/tx.js';
import { MailService, type MailToQueue } from '../platform/mail/mail.service.js';
import type { StaffRole } from './session-staff.rules.js';

interface Letter {
  sessionId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  cooperativeId: string;
  cooperativeName: string;
  colour: string;
  memberId: string;
  name: string;
  nickname: string | null;
  email: string;
  language: Language;
  zone: string;
}

/** Of a session and one of its readers, who has an address. */
const LETTER = `s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  c.id AS "cooperativeId", c.name AS "cooperativeName", c.colour,
  m.id AS "memberId", m.name, m.nickname, m.email, m.language, m.zone`;

/** Of `m`: whoever asked the leaver, planned the session, or runs it with them. */
const NEAR_TO_IT = `(m.id = f.invited_by OR m.id = s.created_by OR m.id IN (
  SELECT member_id FROM session_staff WHERE session_id = s.id AND state = 'accepted' AND role <> 'speaker'))`;

/** As many as have a use for it. */
const MOST_TOLD = 30;

@Injectable()
export class SessionInvitationMailer {
  constructor(
    private readonly mails: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param memberIds those just asked; who has no address sees it on their first page. */
  async invite(tx: Tx, sessionId: string, byMemberId: string, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const rows = await tx.sql<Letter & { role: StaffRole; invitedAt: Date; by: string }>(
      `SELECT ${LETTER}, f.role, f.invited_at AS "invitedAt", asker.name AS by
       FROM session_staff f
       JOIN sessions s ON s.id = f.session_id
       JOIN cooperatives c ON c.id = s.cooperative_id
       JOIN members m ON m.id = f.member_id
       JOIN members asker ON asker.id = $2
       WHERE f.session_id = $1 AND f.member_id = ANY($3::uuid[]) AND m.email IS NOT NULL`,
      [sessionId, byMemberId, memberIds],
    );
    await this.mails.queue(
      tx,
      rows.map((row): MailToQueue => ({
        kind: 'staff-invited',
        data: { ...this.dataOf(row), who: row.by, role: mailWords[row.language][`role.${row.role}`] },
        ...envelopeOf(row),
        dedupeKey: keyOf(sessionId, row),
        expiresAt: row.startsAt,
      })),
    );
  }

  /** What was asked of somebody who is no longer wanted, if it has not left yet. */
  async withdraw(
    tx: Tx,
    sessionId: string,
    gone: readonly { memberId: string; invitedAt: Date | null }[],
  ): Promise<void> {
    await this.mails.withdraw(
      tx,
      gone.map((one) => keyOf(sessionId, one)),
    );
  }

  async tellOfRefusal(tx: Tx, sessionId: string, askedBy: string, refusedBy: string, now: Date): Promise<void> {
    const rows = await tx.sql<Letter & { who: string }>(
      `SELECT ${LETTER}, refuser.name AS who
       FROM sessions s JOIN cooperatives c ON c.id = s.cooperative_id
       JOIN members m ON m.id = $2 JOIN members refuser ON refuser.id = $3
       WHERE s.id = $1 AND m.email IS NOT NULL AND m.status <> 'keluar'`,
      [sessionId, askedBy, refusedBy],
    );
    await this.mails.queue(
      tx,
      rows.map((row): MailToQueue => ({
        kind: 'staff-declined',
        data: { ...this.dataOf(row, '/kelola'), who: row.who, role: '' },
        ...envelopeOf(row),
        dedupeKey: `staff-declined:${sessionId}:${refusedBy}:${String(now.getTime())}`,
        expiresAt: row.startsAt,
      })),
    );
  }

  /**
   * Before they are taken off: to who asked them, who planned it and who runs it with them; where none of those can be
   * written to, to the cooperative's admins.
   */
  async tellOfLeaving(tx: Tx, sessionId: string, leaverId: string, now: Date): Promise<void> {
    const near = await this.lettersAbout(tx, sessionId, leaverId, NEAR_TO_IT);
    const rows = near.length > 0 ? near : await this.lettersAbout(tx, sessionId, leaverId, `'admin' = ANY(m.roles)`);
    await this.mails.queue(
      tx,
      rows.map((row): MailToQueue => ({
        kind: 'staff-left',
        data: { ...this.dataOf(row, '/kelola'), who: row.who, role: mailWords[row.language][`role.${row.role}`] },
        ...envelopeOf(row),
        dedupeKey: `staff-left:${sessionId}:${leaverId}:${row.memberId}:${String(now.getTime())}`,
        expiresAt: row.startsAt,
      })),
    );
  }

  private async lettersAbout(
    tx: Tx,
    sessionId: string,
    leaverId: string,
    whom: string,
  ): Promise<(Letter & { who: string; role: StaffRole })[]> {
    return tx.sql(
      `SELECT ${LETTER}, leaver.name AS who, f.role
       FROM session_staff f JOIN sessions s ON s.id = f.session_id JOIN cooperatives c ON c.id = s.cooperative_id
       JOIN members leaver ON leaver.id = f.member_id
       JOIN members m ON m.cooperative_id = s.cooperative_id AND m.id <> leaver.id
       WHERE f.session_id = $1 AND f.member_id = $2 AND m.email IS NOT NULL AND m.status <> 'keluar' AND ${whom}
       ORDER BY m.id LIMIT $3`,
      [sessionId, leaverId, MOST_TOLD],
    );
  }

  private dataOf({ nickname, name, title, startsAt, endsAt, sessionId }: Letter, area = '') {
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    return { nickname: nickname ?? name, title, ...times, url: `${this.config.publicUrl}${area}/sesi/${sessionId}` };
  }
}

function envelopeOf(row: Letter) {
  return {
    cooperative: { id: row.cooperativeId, name: row.cooperativeName, colour: row.colour },
    memberId: row.memberId,
    to: { address: row.email, name: row.name },
    language: row.language,
    zone: row.zone,
  };
}

/** Asked again after having been taken off, somebody is written to again. */
function keyOf(sessionId: string, { memberId, invitedAt }: { memberId: string; invitedAt: Date | null }): string {
  return `staff-invited:${sessionId}:${memberId}:${String(invitedAt?.getTime() ?? 0)}`;
}
