import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id, pageQuery, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  attendanceList,
  decideAttendance,
  ownAttendance,
  restDecided,
  toAttendanceList,
  toOwnAttendance,
} from './attendance.dto.js';
import { AttendanceService } from './attendance.service.js';

@ApiTags('attendance')
@Controller('api/sessions/:id/attendance')
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Get()
  @Requires('attendance.read')
  @Answers(attendanceList, 'The verdicts that stand, by name; empty until they are final')
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof attendanceList>> {
    return toAttendanceList(await this.attendance.list(actor, sessionId, page));
  }

  @Get('mine')
  @Requires('record.own')
  @Answers(ownAttendance, 'My own verdict and the time counted for it')
  async mine(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ): Promise<z.infer<typeof ownAttendance>> {
    return toOwnAttendance(await this.attendance.own(actor, sessionId));
  }

  @Put('rest')
  @Requires('attendance.correct')
  @Answers(restDecided, 'Everybody who still awaited evidence is decided the same')
  async decideRest(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: decideAttendance }) body: z.infer<typeof decideAttendance>,
  ): Promise<z.infer<typeof restDecided>> {
    return { decided: await this.attendance.decideRest(actor, sessionId, body) };
  }

  @Put(':memberId')
  @Requires('attendance.correct')
  @Answers(undefined, 'Decided by hand, as a new version')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('memberId', { schema: id }) memberId: string,
    @Body({ schema: decideAttendance }) body: z.infer<typeof decideAttendance>,
  ): Promise<void> {
    await this.attendance.decide(actor, sessionId, memberId, body);
  }
}
