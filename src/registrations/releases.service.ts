// Gives a place back by the link in a mail: whoever has the mail may, without a sign-in.

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import type { ReleaseOut } from './release.dto.js';
import { ReleaseLinks } from './release-links.service.js';
import { RegistrationsService } from './registrations.service.js';

interface ReleaseRow extends Omit<ReleaseOut, 'startsAt' | 'endsAt'> {
  startsAt: Date;
  endsAt: Date;
  cooperativeId: string;
  sessionId: string;
  memberId: string;
}

@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly links: ReleaseLinks,
    private readonly registrations: RegistrationsService,
  ) {}

  /** What the link is about, and what it can still do. @throws DomainError not-found */
  async look(token: string): Promise<ReleaseOut> {
    const { cooperativeId: _c, sessionId: _s, memberId: _m, ...release } = await this.read(token);
    return { ...release, startsAt: release.startsAt.toISOString(), endsAt: release.endsAt.toISOString() };
  }

  /** Pressed twice, it does it once. @throws DomainError not-found, wrong-state once the session is over */
  async release(token: string): Promise<ReleaseOut> {
    const { state, cooperativeId, sessionId, memberId } = await this.read(token);
    if (state === 'over') throw new DomainError('wrong-state');
    if (state === 'open') await this.registrations.release({ cooperativeId, sessionId, memberId });
    return this.look(token);
  }

  private async read(token: string): Promise<ReleaseRow> {
    const registrationId = this.links.read(token);
    if (registrationId === undefined) throw new DomainError('not-found');
    const [row] = await this.database.sql<ReleaseRow>(
      `SELECT s.id AS "sessionId", r.cooperative_id AS "cooperativeId", r.member_id AS "memberId", s.title, s.zone,
         s.starts_at AS "startsAt", s.ends_at AS "endsAt", r.state = 'waitlisted' AS "isWaiting",
         jsonb_build_object('slug', c.slug, 'name', c.name) AS cooperative,
         CASE WHEN r.state NOT IN ('pending', 'confirmed', 'waitlisted', 'offered') THEN 'released'
              WHEN s.state NOT IN ('published', 'live') THEN 'over' ELSE 'open' END AS state
       FROM registrations r JOIN sessions s ON s.id = r.session_id JOIN cooperatives c ON c.id = r.cooperative_id
       WHERE r.id = $1`,
      [registrationId],
    );
    return found(row);
  }
}
