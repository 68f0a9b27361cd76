import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id, type Page } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  memberPageSchema,
  memberPatch,
  memberQuery,
  memberSchema,
  newMember,
  unitsSchema,
  type MemberPatch,
  type MemberQuery,
  type MemberView,
  type NewMember,
  type UnitView,
} from './member.dto.js';
import { MembersService } from './members.service.js';

@ApiTags('members')
@Controller('api')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get('members')
  @Requires('members.read')
  @Answers(memberPageSchema, "Members by name; a coordinator's own units only")
  list(@CurrentActor() actor: Actor, @Query({ schema: memberQuery }) query: MemberQuery): Promise<Page<MemberView>> {
    return this.members.list(actor, query);
  }

  @Post('members')
  @Requires('members.manage')
  @Answers(memberSchema, 'The new member', 201)
  create(@CurrentActor() actor: Actor, @Body({ schema: newMember }) fields: NewMember): Promise<MemberView> {
    return this.members.create(actor, fields);
  }

  @Get('members/:id')
  @Requires('members.read')
  @Answers(memberSchema, 'The member')
  read(@CurrentActor() actor: Actor, @Param('id', { schema: id }) memberId: string): Promise<MemberView> {
    return this.members.accessMember(actor, memberId);
  }

  @Patch('members/:id')
  @Requires('members.manage')
  @Answers(memberSchema, 'The member as it is now')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) memberId: string,
    @Body({ schema: memberPatch }) patch: MemberPatch,
  ): Promise<MemberView> {
    return this.members.change(actor, memberId, patch);
  }

  @Get('units')
  @Requires('members.read')
  @Answers(unitsSchema, "Units by name; a coordinator's own only")
  units(@CurrentActor() actor: Actor): Promise<UnitView[]> {
    return this.members.units(actor);
  }
}
