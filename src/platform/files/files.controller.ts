import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { Public } from '../http/access.decorator.js';
import { Answers } from '../http/answers.decorator.js';
import { contentDisposition } from './file.rules.js';
import { FilesService } from './files.service.js';

const linkParameter = z.string().max(200);

@ApiTags('files')
@Controller('api/files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  /** Pictures are ours and shown; all else is somebody's, and only ever saved. */
  @Get(':link')
  @Public()
  @ApiProduces('application/octet-stream')
  @Answers(z.string(), 'The file that a signed link leads to')
  async read(@Param('link', { schema: linkParameter }) link: string, @Res() reply: FastifyReply): Promise<void> {
    const { file, bytes, expiresAt } = await this.files.open(link);
    const seconds = Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1_000);
    await reply
      .headers({
        'content-type': file.type,
        'content-disposition': contentDisposition(file),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': `private, max-age=${String(seconds)}, immutable`,
      })
      .send(bytes);
  }
}
