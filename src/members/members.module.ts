// The people of a cooperative: who they are, in which unit, with which roles; 100,000 of them from one roster.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { MeController } from './me.controller.js';
import { MemberWriter } from './member-writer.service.js';
import { Member } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { Unit } from './unit.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Member, Unit]), CooperativesModule],
  controllers: [MembersController, MeController],
  providers: [MembersService, MembersQueries, MemberWriter],
  exports: [MembersService],
})
export class MembersModule {}
