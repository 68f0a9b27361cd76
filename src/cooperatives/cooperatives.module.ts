// A cooperative is a tenant: everything belongs to one, and nothing of one is visible to another.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cooperative } from './cooperative.entity.js';
import { CooperativesController } from './cooperatives.controller.js';
import { CooperativesService } from './cooperatives.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Cooperative])],
  controllers: [CooperativesController],
  providers: [CooperativesService],
  exports: [CooperativesService],
})
export class CooperativesModule {}
