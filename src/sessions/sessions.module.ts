// Sessions: webinars planned, published, moved, held and ended, each seen only by its own cooperative.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionStaff } from './session-staff.entity.js';
import { Session } from './session.entity.js';
import { Topic } from './topic.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([Session, SessionStaff, Topic])] })
export class SessionsModule {}
