// A cooperative is a tenant: everything belongs to one, and nothing of one is visible to another.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cooperative } from './cooperative.entity.js';
import { CooperativesController } from './cooperatives.controller.js';
import { CooperativesService } from './cooperatives.service.js';
import { HolidayDay } from './holiday.entity.js';
import { HolidayYear } from './holiday-year.entity.js';
import { HolidaysController } from './holidays.controller.js';
import { HolidaysService } from './holidays.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Cooperative, HolidayDay, HolidayYear])],
  controllers: [CooperativesController, HolidaysController],
  providers: [CooperativesService, HolidaysService],
  exports: [CooperativesService],
})
export class CooperativesModule {}
