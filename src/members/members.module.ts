// The people of a cooperative: who they are, in which unit, with which roles; 100,000 of them from one roster.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { Member } from './member.entity.js';
import { Unit } from './unit.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([Member, Unit]), CooperativesModule] })
export class MembersModule {}
