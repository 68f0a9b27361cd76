// Registrations: never a seat too many, whatever the concurrency, and a fair queue behind them.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionsModule } from '../sessions/sessions.module.js';
import { Registration } from './registration.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([Registration]), SessionsModule] })
export class RegistrationsModule {}
