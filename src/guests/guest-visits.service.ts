// What a guest speaker may: see which session their link is for, and step onto its stage. The room lets them in by itself.

import { Injectable } from '@nestjs/common';
import { GuestPasses, type GuestPass } from '../auth/guest-passes.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { StageService } from '../sessions/stage.service.js';
import type { GuestVisitOut } from './guest.dto.js';

type Row = Omit<GuestVisitOut, 'guestId' | 'name' | 'startsAt' | 'endsAt' | 'cooperative'> & {
  startsAt: Date;
  endsAt: Date;
  cooperativeName: string;
  colour: string;
};

@Injectable()
export class GuestVisits {
  constructor(
    private readonly database: Database,
    private readonly passes: GuestPasses,
    private readonly stages: StageService,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not-found for a link that was made up or taken back */
  async look(token: string): Promise<GuestVisitOut> {
    return this.visit(found(await this.passes.of(token)));
  }

  /** Notes that the link was used. @param fromHash whence. @throws DomainError not-found */
  async enter(token: string, fromHash: string): Promise<GuestVisitOut> {
    const pass = found(await this.passes.of(token));
    const { cooperativeId, guestId, sessionId, name } = pass;
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor: { cooperativeId, memberId: '', fromHash },
        action: 'session.guest-came',
        subject: { type: 'session', id: sessionId },
        after: { guestId, name },
      }),
    );
    return this.visit(pass);
  }

  /** @param cookie the request's header. @throws DomainError unauthenticated */
  async mine(cookie: string | undefined): Promise<GuestVisitOut> {
    return this.visit(await this.pass(cookie));
  }

  /** @throws DomainError unauthenticated, room-closed, wrong-state (no stage), stage-unavailable */
  async stage(cookie: string | undefined): Promise<string> {
    return this.stages.enterAsGuest(await this.pass(cookie));
  }

  private async pass(cookie: string | undefined): Promise<GuestPass> {
    const pass = await this.passes.ofCookie(cookie);
    if (!pass) throw new DomainError('unauthenticated');
    return pass;
  }

  private async visit({ guestId, name, sessionId }: GuestPass): Promise<GuestVisitOut> {
    const [row] = await this.database.sql<Row>(
      `SELECT session.id AS "sessionId", session.title, session.state, session.starts_at AS "startsAt",
         session.ends_at AS "endsAt", session.zone, session.stage_kind <> 'none' AS "hasStage",
         cooperative.name AS "cooperativeName", cooperative.colour
       FROM sessions session JOIN cooperatives cooperative ON cooperative.id = session.cooperative_id
       WHERE session.id = $1`,
      [sessionId],
    );
    const { startsAt, endsAt, cooperativeName, colour, ...session } = found(row);
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    return { guestId, name, ...session, ...times, cooperative: { name: cooperativeName, colour } };
  }
}
