// The table of contents: every feature, nothing else.

import { Module, type DynamicModule } from '@nestjs/common';
import { AttendanceModule } from './attendance/attendance.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { CooperativesModule } from './cooperatives/cooperatives.module.js';
import { EngagementModule } from './engagement/engagement.module.js';
import { DemoModule } from './demo/demo.module.js';
import { GuestsModule } from './guests/guests.module.js';
import { MembersModule } from './members/members.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PlansModule } from './plans/plans.module.js';
import { PollsModule } from './polls/polls.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { RegistrationsModule } from './registrations/registrations.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RoomModule } from './room/room.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import type { Clock } from './platform/clock.js';
import { AuditModule } from './platform/audit/audit.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { LimitsModule } from './platform/limits/limits.module.js';
import { loggingModule } from './platform/logging.js';
import { MailModule } from './platform/mail/mail.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { WorkerModule } from './platform/worker.module.js';

/** What a process does: serve people (`api`), do the work behind (`worker`), or both. */
export type Role = 'api' | 'worker';

const FEATURES = [
  CooperativesModule,
  MembersModule,
  AuthModule,
  SessionsModule,
  RegistrationsModule,
  PlansModule,
  CalendarsModule,
  RemindersModule,
  AttendanceModule,
  RoomModule,
  PollsModule,
  QuestionsModule,
  GuestsModule,
  EngagementModule,
  DemoModule,
  OperationsModule,
] as const;

@Module({})
export class AppModule {
  static register(config: Config, clock: Clock, runs: readonly Role[]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        loggingModule(config),
        ConfigModule.forRoot(config, clock),
        DatabaseModule,
        QueueModule,
        EventsModule,
        AuditModule,
        HttpModule,
        MailModule,
        FilesModule,
        LimitsModule,
        ...FEATURES,
        ...(runs.includes('worker') ? [WorkerModule] : []),
      ],
    };
  }
}
