import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { holidaysInput, holidaysOut, yearParam, type HolidaysInput, type HolidaysOut } from './holiday.dto.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('cooperatives')
@Controller('api/holidays/:year')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @Requires('sessions.plan')
  @Answers(holidaysOut, "The year's public holidays, days of joint leave and days of the cooperative itself")
  of(@CurrentActor() actor: Actor, @Param('year', { schema: yearParam }) year: number): Promise<HolidaysOut> {
    return this.holidays.of(actor, year);
  }

  @Put()
  @Requires('cooperative.manage')
  @Answers(holidaysOut, 'The whole list of the year from now on')
  set(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: yearParam }) year: number,
    @Body({ schema: holidaysInput }) body: HolidaysInput,
  ): Promise<HolidaysOut> {
    return this.holidays.set(actor, year, body);
  }
}
