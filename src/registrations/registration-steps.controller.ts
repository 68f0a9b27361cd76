import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { ApprovalsService } from './approvals.service.js';
import { ModeSwitchService } from './mode-switch.service.js';
import { OffersService } from './offers.service.js';
import {
  approved,
  approveIn,
  registrationOut,
  rejectIn,
  switchMode,
  type Approved,
  type ApproveIn,
  type RegistrationOut,
  type RejectIn,
  type SwitchMode,
} from './registration.dto.js';

@ApiTags('registrations')
@Controller('api/sessions/:id')
export class RegistrationStepsController {
  constructor(
    private readonly switches: ModeSwitchService,
    private readonly offers: OffersService,
    private readonly approvals: ApprovalsService,
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
