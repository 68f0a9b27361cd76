import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, type Language } from '../contracts/languages.js';
import { Public } from '../platform/http/access.decorator.js';
import { WebShell } from '../platform/http/web-shell.js';
import { PreviewsService } from './previews.service.js';

/** Pages that people send to one another. */
@ApiExcludeController()
@Controller()
export class PreviewsController {
  constructor(
    private readonly previews: PreviewsService,
    private readonly shell: WebShell,
  ) {}

  @Get('k/:slug')
  @Public()
  async cooperative(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.shell.send(reply, await this.previews.ofCooperative(slug, askedLanguage(request)));
  }

  @Get('sesi/:session')
  @Public()
  async session(
    @Param('session') sessionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.shell.send(reply, await this.previews.ofSession(sessionId, askedLanguage(request)));
  }

  /** Without a sign-in, as the page's own head is: only of sessions that everybody may find. */
  @Get('sesi/:session/sampul.jpg')
  @Public()
  async cover(@Param('session') sessionId: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.previews.coverOf(sessionId);
    await reply
      .headers({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=86400',
      })
      .send(bytes);
  }
}

/** What shows a link to others asks for no language, or for any. */
function askedLanguage(request: FastifyRequest): Language | undefined {
  const asked = request.headers['accept-language'];
  return asked === undefined || asked.trim() === '*' ? undefined : languageOf(asked);
}
