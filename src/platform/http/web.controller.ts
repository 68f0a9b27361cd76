// Every page of the web app is its shell; which page it is, the app decides from the path.

import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../errors.js';
import { Public } from './access.decorator.js';

/** Where vite puts the built app. */
export const WEB_ROOT = join(import.meta.dirname, '../../../web/dist');

@ApiExcludeController()
@Controller()
export class WebController {
  private readonly built = existsSync(join(WEB_ROOT, 'index.html'));

  @Get('*')
  @Public()
  async shell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const isPage = !/^\/(api|health|metrics|socket\.io|assets)(\/|$)/.test(request.url);
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (!this.built || !isPage || !wantsPage) throw new DomainError('not-found');
    await reply.header('cache-control', 'no-cache').sendFile('index.html');
  }
}
