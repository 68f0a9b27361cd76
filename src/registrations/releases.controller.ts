import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { releaseIn, releaseOut, type ReleaseIn, type ReleaseOut } from './release.dto.js';
import { ReleasesService } from './releases.service.js';

/** Both by POST: what scans a mail follows its links, and must neither give a place back nor leave the token in a log. */
@ApiTags('registrations')
@Controller('api/releases')
export class ReleasesController {
  constructor(private readonly releases: ReleasesService) {}

  @Post('look')
  @Public()
  @Answers(releaseOut, 'What the link is about; nothing happens')
  look(@Body({ schema: releaseIn }) { token }: ReleaseIn): Promise<ReleaseOut> {
    return this.releases.look(token);
  }

  @Post()
  @Public()
  @Answers(releaseOut, 'The place is given back; again without harm')
  release(@Body({ schema: releaseIn }) { token }: ReleaseIn): Promise<ReleaseOut> {
    return this.releases.release(token);
  }
}
