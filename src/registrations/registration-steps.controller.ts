import { Body, Controller, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ApprovalsService } from './approvals.service.js';
import { ModeSwitchService } from './mode-switch.service.js';
import { OffersService } from './offers.service.js';
import { PrioritiesService } from './priorities.service.js';
import {
  approved,
  approveIn,
  registrationOut,
  rejectIn,
  priorityIn,
  switchMode,
  type Approved,
  type ApproveIn,
  type RegistrationOut,
  type RejectIn,
  type PriorityIn,
  type SwitchMode,
} from './registration.dto.js';

@ApiTags('registrations')
@Controller('api/sessions/:id')
export class RegistrationStepsController {
  constructor(
    private readonly switches: ModeSwitchService,
    private readonly offers: OffersService,
    private readonly approvals: ApprovalsService,
    private readonly priorities: PrioritiesService,
  ) {}

  @Patch('registration')
  @Requires('registrations.own')
  @Answers(registrationOut, 'I take part in the other mode; session-full, and all as before, without a seat there')
  switchMode(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: switchMode }) body: SwitchMode,
  ): Promise<RegistrationOut> {
    return this.switches.switchMode(actor, sessionId, body);
  }

  @Post('registration/accept')
  @Requires('registrations.own')
  @Answers(registrationOut, 'The offered seat is mine')
  accept(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<RegistrationOut> {
    return this.offers.accept(actor, sessionId);
  }

  @Post('registrations/approvals')
  @Requires('registrations.manage')
  @Answers(approved, 'A seat while there is one, else the end of the queue; who is decided already stays so')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: approveIn }) body: ApproveIn,
  ): Promise<Approved> {
    return this.approvals.approve(actor, sessionId, body.registrationIds);
  }

  @Put('registrations/:registrationId/priority')
  @Requires('registrations.manage')
  @Answers(undefined, 'The queue goes by it from now on; wrong-state for one that does not wait')
  prioritise(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('registrationId', { schema: id }) registrationId: string,
    @Body({ schema: priorityIn }) body: PriorityIn,
  ): Promise<void> {
    return this.priorities.set(actor, sessionId, registrationId, body);
  }

  @Post('registrations/rejections')
  @Requires('registrations.manage')
  @Answers(undefined, 'Not approved; the members are told the reason')
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: rejectIn }) body: RejectIn,
  ): Promise<void> {
    return this.approvals.reject(actor, sessionId, body.registrationIds, body.reason);
  }
}
