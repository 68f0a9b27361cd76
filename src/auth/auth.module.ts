// Signing in and out, and who may do what: nobody passes without the permission a route names.

import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/members.module.js';
import { AccessCheck } from './access-check.js';
import { AccessGuard } from './access.guard.js';
import { AuthService } from './auth.service.js';
import { Credential } from './credential.entity.js';
import { SignInToken } from './sign-in-token.entity.js';
import { TokensQueries } from './tokens.queries.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SignInToken, Credential]), DiscoveryModule, MembersModule],
  providers: [AuthService, TokensService, TokensQueries, AccessCheck, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AuthService],
})
export class AuthModule {}
