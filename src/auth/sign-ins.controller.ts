// One's own sign-ins and password, and the links that staff hand over.

import { Body, Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Public, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  handOverRequest,
  handOverView,
  hereSchema,
  passwordChange,
  signInPage,
  type HandOverView,
  type Here,
  type SignInView,
} from './auth.dto.js';
import { AuthService } from './auth.service.js';
import { HandOverService } from './hand-over.service.js';
import { PasswordsService } from './passwords.service.js';
import { SignInCookies } from './sign-in-cookies.js';
import { TokensService } from './tokens.service.js';
import { CurrentVisitor, type Visitor } from './visitor.decorator.js';

@ApiTags('auth')
@Controller('api/auth')
export class SignInsController {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: TokensService,
    private readonly passwords: PasswordsService,
    private readonly handOver: HandOverService,
    private readonly cookies: SignInCookies,
  ) {}

  @Get('here')
  @Public()
  @Answers(hereSchema, 'Which cooperative this browser is signed in to, if any')
  here(@Req() { actor }: FastifyRequest): Promise<Here> {
    return this.auth.here(actor);
  }

  @Post('sign-out')
  @Public()
  @Answers(undefined, 'Signed out, whether or not anybody was signed in')
  async signOut(@CurrentVisitor() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.tokens.signOut(visitor);
    this.cookies.clear(reply, 'sinau');
  }

  @Put('password')
  @Requires('self.use')
  @Answers(undefined, 'The password is set; all other sign-ins have ended')
  async setPassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: passwordChange }) body: z.infer<typeof passwordChange>,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    await this.passwords.change(actor, body, visitor.address);
  }

  @Get('tokens')
  @Requires('self.use')
  @Answers(signInPage, 'Where one is signed in, the latest used first')
  async list(@CurrentActor() actor: Actor): Promise<{ items: SignInView[]; nextCursor: null }> {
    return { items: await this.tokens.list(actor), nextCursor: null };
  }

  @Delete('tokens/:id')
  @Requires('self.use')
  @Answers(undefined, 'That sign-in has ended')
  async end(@CurrentActor() actor: Actor, @Param('id', { schema: id }) tokenId: string): Promise<void> {
    await this.tokens.revoke(actor, tokenId);
  }

  @Delete('tokens')
  @Requires('self.use')
  @Answers(undefined, 'All sign-ins but this one have ended')
  async endOthers(@CurrentActor() actor: Actor): Promise<void> {
    await this.tokens.signOutElsewhere(actor);
  }

  @Post('hand-over-links')
  @Requires('members.sign-in-link')
  @Answers(handOverView, 'A link that signs the member in once, in any browser, within 72 hours', 201)
  async makeLink(
    @CurrentActor() actor: Actor,
    @Body({ schema: handOverRequest }) body: z.infer<typeof handOverRequest>,
  ): Promise<HandOverView> {
    return this.handOver.make(actor, body.memberId);
  }
}
