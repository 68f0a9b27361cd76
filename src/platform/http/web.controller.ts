// Every page of the web app is its shell; which page it is, the app decides from the path.

import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors.js';
import { Public } from './access.decorator.js';
import { WebShell } from './web-shell.js';

@ApiExcludeController()
@Controller()
export class WebController {
  constructor(private readonly shell: WebShell) {}

  @Get('*')
  @Public()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const isPage = !/^\/(api|health|metrics|socket\.io|assets)(\/|$)/.test(request.url);
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (!this.shell.isBuilt || !isPage || !wantsPage) throw new DomainError('not-found');
    await reply.header('cache-control', 'no-cache').sendFile('index.html');
  }
}
