// The ways in. Reading a page never signs anybody in: each takes a POST from a page of ours.

import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { id } from '../contracts/schemas.js';
import { Public } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { challengeRequest, challengeView, codeAnswer, linkAnswer, passwordSignIn } from './auth.dto.js';
import { ChallengeSignInService } from './challenge-sign-in.service.js';
import { ChallengesService } from './challenges.service.js';
import { HandOverSignInService } from './hand-over-sign-in.service.js';
import { PasswordSignInService } from './password-sign-in.service.js';
import { SignInCookies } from './sign-in-cookies.js';
import { CurrentVisitor, type Visitor } from './visitor.decorator.js';

@ApiTags('auth')
@Public()
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly passwords: PasswordSignInService,
    private readonly challenges: ChallengesService,
    private readonly answers: ChallengeSignInService,
    private readonly handOver: HandOverSignInService,
    private readonly cookies: SignInCookies,
  ) {}

  @Post('sign-in')
  @Answers(undefined, 'Signed in: the cookie is set')
  async signIn(
    @Body({ schema: passwordSignIn }) body: z.infer<typeof passwordSignIn>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookies.set(reply, 'sinau', await this.passwords.signIn(body, visitor));
  }

  @Post('challenges')
  @Answers(challengeView, 'If somebody has that name and an address, a code and a link are on their way', 202)
  async ask(
    @Body({ schema: challengeRequest }) body: z.infer<typeof challengeRequest>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof challengeView>> {
    const { challengeId, browser } = await this.challenges.ask(body, visitor);
    this.cookies.set(reply, 'sinau-challenge', browser);
    return { challengeId };
  }

  @Post('challenges/:id/code')
  @Answers(undefined, 'Signed in: the cookie is set')
  async answerWithCode(
    @Param('id', { schema: id }) challengeId: string,
    @Body({ schema: codeAnswer }) body: z.infer<typeof codeAnswer>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.enter(reply, await this.answers.byCode(challengeId, body.code, visitor));
  }

  @Post('challenges/:id/link')
  @Answers(undefined, 'Signed in: the cookie is set')
  async answerWithLink(
    @Param('id', { schema: id }) challengeId: string,
    @Body({ schema: linkAnswer }) body: z.infer<typeof linkAnswer>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.enter(reply, await this.answers.byLink(challengeId, body.token, visitor));
  }

  @Post('hand-over')
  @Answers(undefined, 'Signed in: the cookie is set')
  async takeOver(
    @Body({ schema: linkAnswer }) body: z.infer<typeof linkAnswer>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookies.set(reply, 'sinau', await this.handOver.signIn(body.token, visitor));
  }

  private enter(reply: FastifyReply, token: string): void {
    this.cookies.set(reply, 'sinau', token);
    this.cookies.clear(reply, 'sinau-challenge');
  }
}
