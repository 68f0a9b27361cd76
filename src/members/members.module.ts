// The people of a cooperative: who they are, in which unit, with which roles; 100,000 of them from one roster.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { MeController } from './me.controller.js';
import { MemberListsService } from './member-lists.service.js';
import { MemberWriter } from './member-writer.service.js';
import { Member } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { RosterApply } from './roster-apply.service.js';
import { RosterCheck } from './roster-check.service.js';
import { RosterFiles } from './roster-files.js';
import { RosterImport } from './roster-import.entity.js';
import { RosterImportsController } from './roster-imports.controller.js';
import { RosterImportsQueries } from './roster-imports.queries.js';
import { RosterImportsService } from './roster-imports.service.js';
import { RosterImportsWorker } from './roster-imports.worker.js';
import { RosterLine } from './roster-line.entity.js';
import { RosterRunner } from './roster-runner.service.js';
import { RosterUploadsService } from './roster-uploads.service.js';
import { Unit } from './unit.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Member, Unit, RosterImport, RosterLine]), CooperativesModule],
  controllers: [MembersController, MeController, RosterImportsController],
  providers: [
    MembersService,
    MembersQueries,
    MemberWriter,
    MemberListsService,
    RosterUploadsService,
    RosterImportsService,
    RosterImportsQueries,
    RosterFiles,
    RosterCheck,
    RosterApply,
    RosterRunner,
    RosterImportsWorker,
  ],
  exports: [MembersService, MemberListsService],
})
export class MembersModule {}
