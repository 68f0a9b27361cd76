// The real services a demo is told through: nothing in it is written past the rules, but people, who come in bulk.

import type { INestApplicationContext } from '@nestjs/common';
import { AttendanceFinaliser } from '../attendance/attendance-finaliser.service.js';
import { PresenceService } from '../attendance/presence.service.js';
import { AuthService } from '../auth/auth.service.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { EventDelivery } from '../platform/events/event-delivery.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { RoomLog } from '../room/room-log.service.js';
import { SessionInvitationsService } from '../sessions/session-invitations.service.js';
import { SessionLifecycleService } from '../sessions/session-lifecycle.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { DemoClock } from './demo-clock.js';

export type DemoServices = ReturnType<typeof servicesOf>;

export function servicesOf(app: INestApplicationContext, clock: DemoClock) {
  const options = { strict: false };
  return {
    clock,
    database: app.get(Database, options),
    delivery: app.get(EventDelivery, options),
    audit: app.get(Audit, options),
    cooperatives: app.get(CooperativesService, options),
    auth: app.get(AuthService, options),
    sessions: app.get(SessionsService, options),
    invitations: app.get(SessionInvitationsService, options),
    lifecycle: app.get(SessionLifecycleService, options),
    registrations: app.get(RegistrationsService, options),
    presence: app.get(PresenceService, options),
    roomLog: app.get(RoomLog, options),
    finaliser: app.get(AttendanceFinaliser, options),
  };
}
