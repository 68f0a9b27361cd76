// What the deployment's operator does from the command line, above every feature.

import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { MembersModule } from '../members/members.module.js';
import { OperationsService } from './operations.service.js';

@Module({
  imports: [CooperativesModule, MembersModule, AuthModule],
  providers: [OperationsService],
  exports: [OperationsService],
})
export class OperationsModule {}
