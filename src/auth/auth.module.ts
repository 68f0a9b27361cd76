// Signing in and out, and who may do what: nobody passes without the permission a route names.

import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { MembersModule } from '../members/members.module.js';
import { AccessCheck } from './access-check.js';
import { AccessGuard } from './access.guard.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { AuthWorker } from './auth.worker.js';
import { Challenge } from './challenge.entity.js';
import { ChallengeMailService } from './challenge-mail.service.js';
import { ChallengeSignInService } from './challenge-sign-in.service.js';
import { ChallengesService } from './challenges.service.js';
import { Credential } from './credential.entity.js';
import { GuestPasses } from './guest-passes.service.js';
import { HandOverLink } from './hand-over-link.entity.js';
import { HandOverService } from './hand-over.service.js';
import { HandOverSignInService } from './hand-over-sign-in.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordSignInService } from './password-sign-in.service.js';
import { PasswordsService } from './passwords.service.js';
import { SignInCookies } from './sign-in-cookies.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInToken } from './sign-in-token.entity.js';
import { SignInsController } from './sign-ins.controller.js';
import { TokensQueries } from './tokens.queries.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SignInToken, Credential, Challenge, HandOverLink]),
    DiscoveryModule,
    CooperativesModule,
    MembersModule,
  ],
  controllers: [AuthController, SignInsController],
  providers: [
    AuthService,
    AuthWorker,
    TokensService,
    TokensQueries,
    PasswordSignInService,
    PasswordsService,
    PasswordHasher,
    ChallengesService,
    ChallengeMailService,
    ChallengeSignInService,
    HandOverService,
    HandOverSignInService,
    Accounts,
    SignInLimits,
    SignInCookies,
    GuestPasses,
    AccessCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AuthService, GuestPasses],
})
export class AuthModule {}
