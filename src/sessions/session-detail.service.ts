// One session as one reader may see it: with their own place, the room's door, and the stage only when it is theirs to have.

import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../contracts/permissions.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Clock } from '../platform/clock.js';
import type { SessionDetail } from './session.dto.js';
import { canEnterRoom, canSeeStage, roomDoor } from './session.rules.js';
import type { BusyOut } from './session-staff.dto.js';
import { SessionStaffQueries } from './session-staff.queries.js';
import { commonAddress } from './stage.rules.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService, type SeenSession } from './sessions.service.js';

@Injectable()
export class SessionDetailService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly queries: SessionsQueries,
    private readonly staff: SessionStaffQueries,
    private readonly cooperatives: CooperativesService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async of(actor: Actor, sessionId: string): Promise<SessionDetail> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const { confirmed, ...card } = await this.queries.card(actor.memberId, sessionId);
    const hours = await this.cooperatives.policiesOf(session.cooperativeId);
    const now = this.clock.now();
    const door = roomDoor(session, hours, now);
    const canPlan = can(actor, 'sessions.plan');
    const isConfirmed = card.registration?.state === 'confirmed';
    const isStaff = session.myRole !== null;
    const canHost = this.sessions.canHost(actor, session);
    return {
      ...card,
      series: session.seriesId === null ? null : await this.queries.series(session.seriesId),
      descriptionHtml: session.descriptionHtml,
      descriptionOtherHtml: session.descriptionOtherHtml,
      onsiteCapacity: session.onsiteCapacity,
      venue: session.venue,
      protocolHtml: session.protocolHtml,
      cancelReason: session.cancelReason,
      wentLiveAt: session.wentLiveAt?.toISOString() ?? null,
      endedAt: session.endedAt?.toISOString() ?? null,
      room: {
        opensAt: door.opensAt.toISOString(),
        closesAt: door.closesAt.toISOString(),
        canJoin: canEnterRoom({ isConfirmed, isStaff: isStaff || canPlan }, session, hours, now),
      },
      stage: {
        kind: session.stageKind,
        url: canSeeStage({ isConfirmed, isStaff, isPlanner: canPlan }, door.isOpen) ? stageAddressOf(session) : null,
      },
      mine: {
        ...{ canHost, canPlan, role: session.myRole, invitedAs: session.invitedAs },
        conflicts: session.invitedAs === null ? [] : await this.conflictsOf(actor, session),
      },
      confirmed: canHost || canPlan ? confirmed : null,
      planning: canPlan ? await this.planningOf(session) : null,
    };
  }

  /** What the editor needs beside what everybody sees. */
  private async planningOf(session: SeenSession): Promise<SessionDetail['planning']> {
    const { id, version, revision, description, descriptionOther, protocol, stageUrl } = session;
    return {
      ...{ version, revision, description, descriptionOther, protocol, stageUrl },
      staff: await this.staff.staff(id),
      confirmedBy: await this.queries.confirmedByMode(id),
    };
  }

  private async conflictsOf({ memberId }: Actor, { id, seriesId }: SeenSession): Promise<BusyOut[]> {
    return (await this.staff.ownConflicts(memberId))(seriesId ?? id);
  }
}

function stageAddressOf({ stageKind, stageUrl }: SeenSession): string | null {
  return commonAddress({ kind: stageKind, url: stageUrl }) ?? null;
}
